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
});
