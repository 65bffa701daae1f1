// The plugin game among others: each script plugin that a host starts can import it, without asking for a permission.
import { expect, it } from "vitest";
import { openHosts } from "../../../test/open-hosts.ts";
import { game } from "./plugin.ts";

const open = openHosts();

it("is there for every plugin, in VMs that share nothing that changes", async () => {
  const main = "import game\nfrom game import vec2, easing\ngame.mark = 1\nprint(vec2(1, 2) + 1, easing.InQuad(0.5))\n";
  const manifest = (id: string): string => JSON.stringify({ id, version: "1.0.0", api: "^1.0.0", entry: "main.py" });
  const { host, lines, failures } = open(
    {
      first: { "plugin.json": manifest("first"), "main.py": main },
      second: {
        "plugin.json": manifest("second"),
        "main.py": `${main}try: vec2.mark = 1\nexcept TypeError: print("sealed")\n`,
      },
      third: { "plugin.json": manifest("third"), "main.py": "import game\nprint(hasattr(game, 'mark'))\n" },
    },
    { modules: [game()], hostVersion: "1.0.0" },
  );
  await host.start();
  expect(failures).toEqual([]);
  expect(lines).toEqual([
    "first: vec2(2.0, 3.0) 0.25",
    "second: vec2(2.0, 3.0) 0.25",
    "second: sealed",
    "third: False",
  ]);
});
