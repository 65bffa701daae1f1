// The life of plugins: found, started in order, brought together, stopped.
import { describe, expect, it } from "vitest";
import { openHosts, plugin } from "../open-hosts.ts";

const openHost = openHosts();

describe("a host", () => {
  it("starts plugins in the order of their dependencies, and stops them in the reverse", async () => {
    const { host, lines } = openHost({
      town: plugin("town", "print('town begins')\ndef on_dispose(): print('town ends')", {
        dependencies: { bank: "^1.0" },
      }),
      bank: plugin("bank", "print('bank begins')\ndef on_dispose(): print('bank ends')"),
    });
    const report = await host.start();
    expect(report).toEqual({ active: ["bank", "town"], waiting: [], errors: [] });
    expect(host.plugins.map(({ id, state, version }) => [id, state, version])).toEqual([
      ["bank", "active", "1.0.0"],
      ["town", "active", "1.0.0"],
    ]);
    await host.close();
    expect(lines).toEqual(["bank: bank begins", "town: town begins", "town: town ends", "bank: bank ends"]);
  });

  it("gives a plugin the modules among its own files, in packages with and without an __init__.py", async () => {
    const { host, lines } = openHost({
      town: {
        ...plugin(
          "town",
          "import streets, people.names\nfrom people import work as same\nfrom people.work import jobs\n" +
            "print(streets.COUNT, people.names.FIRST, jobs.BEST, same is people.work)\n" +
            "try: import people.nobody\nexcept ModuleNotFoundError as error: print(error)",
        ),
        "streets/__init__.py": "COUNT = 3",
        "people/names.py": "from .work.jobs import BEST\nFIRST = 'ada the ' + BEST",
        "people/work/jobs.py": "BEST = 'baker'",
      },
    });
    expect((await host.start()).errors).toEqual([]);
    expect(lines).toEqual(["town: 3 ada the baker baker True", "town: No module named 'people.nobody'"]);
    await host.close();
  });
});
