// The plugin game among others: who is granted the permission has the module, who is not is refused, at imports and later.
import { createVM } from "@krait/core";
import { describe, expect, it } from "vitest";
import { openHosts, plugin } from "../../../test/open-hosts.ts";
import type { AuditRecord, PluginHost } from "../../index.ts";
import { game, gameModule } from "./plugin.ts";

const open = openHosts();

/** What is audited of a host, as "decision". */
function audited(host: PluginHost): string[] {
  const decisions: string[] = [];
  host.on("audit", ({ decision, permission }: AuditRecord) => void decisions.push(`${permission} ${decision}`));
  return decisions;
}

/** `attempt("...", ...)` tells what each piece of code answers, or raises. */
const ATTEMPT = `
import plugin
def attempt(*sources, names=globals()):
    for source in sources:
        try: print(source, "->", eval(source, names))
        except Exception as error: print(source, "->", type(error).__name__)
`;

it("is there for every plugin that is granted it, in VMs that share nothing that changes", async () => {
  const main = "import game\nfrom game import vec2, easing\ngame.mark = 1\nprint(vec2(1, 2) + 1, easing.InQuad(0.5))\n";
  const needs = { permissions: { required: { game: true } } };
  const sealed = `${main}try: vec2.mark = 1\nexcept TypeError: print("sealed")\n`;
  const { host, lines, failures } = open(
    {
      first: plugin("first", main, needs),
      second: plugin("second", sealed, needs),
      third: plugin("third", "import game\nprint(hasattr(game, 'mark'))\n", needs),
    },
    { modules: [game()], policy: { grants: { "*": { game: true } } } },
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

describe("without the permission", () => {
  it("imports nothing, and says what the author can do", async () => {
    const source = `
for name in "game", "_game", "game.easing":
    try: __import__(name)
    except PermissionError as error: print(error)
import sys
print([name for name in sys.modules if "game" in name])
`;
    const { host, lines } = open({ p: plugin("p", source) }, { modules: [game()] });
    const decisions = audited(host);
    await host.start();
    const refusal =
      "p: plugin 'p' has no permission 'game'; add it to [permissions.required] or [permissions.optional] of the manifest";
    expect(lines).toEqual([refusal, refusal, refusal, "p: []"]);
    expect(decisions).toEqual(["game denied", "game denied", "game denied"]);
  });

  it("has it once it has asked, and keeps it over a reload", async () => {
    const source = `${ATTEMPT}
attempt("__import__('game').vec2(1, 2)", "plugin.request('game')", "__import__('game').vec2(1, 2)")
import game
attempt("game.rgb(1, 2, 3)", "game.vec2(1, 2) + 1")
`;
    const permissions = { optional: { game: true } };
    const { host, lines } = open(
      { p: plugin("p", source, { permissions }) },
      { modules: [game()], policy: { ask: () => true } },
    );
    const decisions = audited(host);
    await host.start();
    const had = [
      "p: plugin.request('game') -> True",
      "p: __import__('game').vec2(1, 2) -> vec2(1.0, 2.0)",
      "p: game.rgb(1, 2, 3) -> color32(1, 2, 3, 255)",
      "p: game.vec2(1, 2) + 1 -> vec2(2.0, 3.0)",
    ];
    expect(lines.splice(0)).toEqual(["p: __import__('game').vec2(1, 2) -> PermissionError", ...had]);
    expect(decisions.splice(0), "the first use, not each").toEqual(["game denied", "game granted", "game allowed"]);
    await host.reload("p");
    expect(lines).toEqual(["p: __import__('game').vec2(1, 2) -> vec2(1.0, 2.0)", ...had]);
    expect(decisions).toEqual(["game allowed"]);
  });
});

describe("a permission that is revoked", () => {
  /** What makes something new by a name of the module. */
  const MAKING = [
    "vec2(1, 2)",
    "vec3(1, 2, 3)",
    "vec2i(1, 2)",
    "vec3i(1, 2, 3)",
    "vec4i(1, 2, 3, 4)",
    "type(v)(1, 2)",
    "vec2.__new__(vec2, 1, 2)",
    "vec2.angle(v, v)",
    "vec2.smooth_damp(v, v, v, 1, 1, 1)",
    "mat3(1, 2, 3, 4, 5, 6, 7, 8, 9)",
    "mat3.zeros()",
    "m.identity()",
    "mat3.trs(v, 0, v)",
    "color32(1, 2, 3, 4)",
    "color32.from_hex('#ff0000')",
    "color32.from_vec3(vec3.ONE)",
    "color32.from_vec3i(vec3i.ONE)",
    "color32.alpha_blend(color, color)",
    "rgb(1, 2, 3)",
    "rgba(1, 2, 3, 0.5)",
    "array2d(1, 2)",
    "array2d.fromlist([[1]])",
    "chunked_array2d(16)",
    "easing.Linear(0.5)",
    "easing.InOutBounce(0.5)",
  ];
  const IMPORTS = ["game", "_game", "game.easing"].map((name) => `__import__('${name}')`);
  /** What computes with what the script holds. */
  const COMPUTING = [
    "v + 1, v.rotate(1), -v, v.with_z(1), vec2.ONE * 2",
    "m @ m, m.transform_point(v), m.copy()",
    "grid + 1, grid.map(str).tolist(), list(grid), grid[0, 0], grid.copy()",
    "color.to_hex(), color.with_a(1), world[vec2i.ONE]",
  ];

  it("stops what makes something new, and imports; what the script holds goes on computing", async () => {
    const list = (sources: readonly string[]): string => sources.map((each) => JSON.stringify(each)).join(", ");
    const source = `${ATTEMPT}
from game import *
v, m, grid, color, world = vec2(1, 2), mat3.identity(), array2d(2, 2, 1), rgb(1, 2, 3), chunked_array2d(16, 0)
@plugin.command("make")
def make(): attempt(${list([...MAKING, ...IMPORTS])})
@plugin.command("compute")
def compute(): attempt(${list(COMPUTING)})
`;
    const contributes = { commands: { make: "Makes.", compute: "Computes." } };
    const { host, lines, failures } = open(
      { p: plugin("p", source, { contributes, permissions: { required: { game: true } } }) },
      { modules: [game()], policy: { grants: { p: { game: true } } } },
    );
    const decisions = audited(host);
    await host.start();
    const told = async (command: string): Promise<string[]> => {
      await host.commands.run(`p.${command}`);
      return lines.splice(0);
    };
    const isRefused = (line: string): boolean => line.endsWith("-> PermissionError");

    const made = await told("make");
    expect(made.filter((line) => /-> \w+Error$/.test(line))).toEqual([]);
    const computed = await told("compute");
    expect(decisions.splice(0)).toEqual(["game granted", "game allowed"]);

    host.revoke("p", "game");
    const refused = await told("make");
    expect(refused).toHaveLength(made.length);
    expect(refused.filter((line) => !isRefused(line))).toEqual([]);
    expect(await told("compute")).toEqual(computed);
    expect(decisions.splice(0)).toEqual(["game revoked", ...made.map(() => "game denied")]);

    host.grant("p", "game");
    const again = await told("make");
    expect(again.filter(isRefused)).toEqual([]);
    expect(decisions).toEqual(["game granted", "game allowed"]);
    expect(failures).toEqual([]);
  });

  it("is tried with all that makes something", async () => {
    // Classes with a constructor, static methods and functions of the module, each of which a line above must call.
    await using vm = createVM({ modules: [gameModule] });
    const names = (await vm.run(`
import game
found = []
for name, value in vars(game).items():
    if name.startswith("_") or name in ("easing", "mat3x3"): continue
    if not isinstance(value, type): found.append(name + "(")
    else:
        own = vars(value)
        if "__new__" in own: found.append(name + "(")
        found += ["." + each + "(" for each in own if isinstance(own[each], staticmethod) and each != "__new__"]
found
`)) as string[];
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !MAKING.some((source) => source.includes(name)))).toEqual([]);
  });

  it("is of one plugin alone, and of no host that passes the module itself", async () => {
    const source = `${ATTEMPT}
from game import vec2
@plugin.command("make")
def make(): attempt("vec2(1, 2)")
`;
    const more = { contributes: { commands: { make: "Makes." } }, permissions: { required: { game: true } } };
    const { host, lines } = open(
      { one: plugin("one", source, more), other: plugin("other", source, more) },
      { modules: [game()], policy: { grants: { "*": { game: true } } } },
    );
    await host.start();
    host.revoke("one", "game");
    await host.commands.run("one.make");
    await host.commands.run("other.make");
    expect(lines).toEqual(["one: vec2(1, 2) -> PermissionError", "other: vec2(1, 2) -> vec2(1.0, 2.0)"]);

    const bare = open({ p: plugin("p", "from game import vec2\nprint(vec2(1, 2))") }, { libraries: [gameModule] });
    await bare.host.start();
    expect(bare.lines).toEqual(["p: vec2(1.0, 2.0)"]);
    await using vm = createVM({ modules: [gameModule] });
    expect(await vm.run("from game import vec2\nvec2(1, 2).x")).toBe(1);
  });
});
