// The stub of the module game: it names what the module has, and a type checker takes it, and finds what scripts do wrong.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createVM } from "@krait/core";
import { gameModule } from "../../src/batteries/game/plugin.ts";

const STUBS = join(import.meta.dirname, "../../stubs");
const stub = readFileSync(join(STUBS, "game/__init__.pyi"), "utf8");

/** Names that every object has, or that a stub does not tell of. */
const UNTOLD = new Set(
  "__new__ __doc__ __repr__ __getnewargs__ __copy__ __deepcopy__ __class_getitem__ __eq__ __ne__ __hash__".split(" "),
);

/** What the stub says of each class: its own names and those of the classes it derives from. */
function stubbed(): Map<string, Set<string>> {
  const classes = new Map<string, Set<string>>();
  for (const [, name = "", bases = "", body = ""] of stub.matchAll(
    /^class (\w+)(?:\[[^\]]*\])?(?:\(([^)]*)\))?:\n((?: .*\n|\n)*)/gm,
  )) {
    const inherited = classes.get(bases.replace(/\[.*/, "")) ?? [];
    const own = [...body.matchAll(/^ {4}(?:def )?(\w+)(?=\(|\[|:)/gm)].map((match) => match[1] as string);
    classes.set(name, new Set([...inherited, ...own].filter((each) => !UNTOLD.has(each))));
  }
  return classes;
}

async function evaluated(source: string): Promise<unknown> {
  await using vm = createVM({ modules: [gameModule] });
  return JSON.parse((await vm.run(source)) as string);
}

const RIGHT = `
import game
from game import array2d, array2d_like, chunked_array2d, color32, easing, mat3, vec2, vec2i, vec3

v = vec2(1, 2) + 3 * vec2.ONE / 2 - 1
v += vec2(vec2i(1, 2)) * v
print(v.x + v.length(), -v, {v: 1}, v == 1, v.with_z(3).xy.rotate(easing.OutBounce(0.5)))
x, y = v
place, speed = vec2.smooth_damp(v, vec2.UP, v, 0.3, 9, x + y)
n = vec2i(7, 8) // 2 % 3 * vec2i.DOWN
print(n.x.bit_count(), [*n], n[0], place, speed)
m = mat3.trs(v, 0.5, v) @ ~mat3.identity() * 2
w: vec3 = m @ vec3(1, 2, 3)
m[0, 1] = m[1, 2] + m.matmul(m).determinant()
print(w, m.transform_point(v), color32.from_hex("#ff0000").with_a(3).to_hex(), game.rgb(1, 2, 3))
grid = array2d(3, 4, 0)
grid[1, 2] = grid[vec2i(0, 0)] + 1
grid[1:, :2] = grid[1:, :2] + 1
grid[grid == 1] = 5
print(grid.map(str)[0, 0].upper(), grid[grid > 1], grid.zip_with(grid.map(str), lambda a, b: b * a).tolist())
made = array2d(2, 2, lambda pos: pos.x)
for pos, cell in made[0, :]:
    print(pos.x + cell)
areas, count = grid.get_connected_components(5, "Moore")
print(areas.count(1) + count, grid.convolve(made, 0) if count > 99 else grid.get(9, 9, "x"))
world: chunked_array2d[int, str] = chunked_array2d(16, 0, str)
world[vec2i(-3, 4)] = 7
print(world.view().origin, world.add_chunk(n).upper(), [context.upper() for _, context in world])


def total(cells: array2d_like[int]) -> int:
    return sum(cell for _, cell in cells)


print(total(grid), total(grid[:, 0]))
`;

const WRONG = `
import game
from game import array2d, mat3, vec2, vec2i, vec3

v = vec2(1, 2)
vec2("a", 1)  # wrong type
vec2(1)  # missing argument
v.x = 3  # read-only
v + vec3(1, 2, 3)  # another type
v + "a"  # no number
v.z  # no such part
vec2i(1.5, 2)  # no int
vec2i(1, 2) / 2  # no such operator
mat3.identity() @ v  # no product
{mat3.identity()}  # unhashable
game.easing.inQuad(1)  # no such curve
grid = array2d(2, 2, 0)
grid[0]  # no position
grid.count("a")  # another type of cells
grid.count_neighbors(1, "moore")  # no such neighborhood
number: int = grid[0:1, 0]  # a view
game.rgb(1, 2)  # missing argument
`;

interface Diagnostic {
  readonly file: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

describe("the stub of game", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "krait-game-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("names all that the module has, and no more", async () => {
    const real = (await evaluated(`
import game, json

def names(cls):
    found = set()
    for each in cls.__mro__[:-1]: found |= set(vars(each))
    return sorted(found)
json.dumps({name: names(cls) for name, cls in vars(game).items() if isinstance(cls, type)})
`)) as Record<string, string[]>;
    const told = stubbed();
    for (const [name, names] of Object.entries(real)) {
      if (name === "mat3x3") continue;
      const own = names.filter((each) => !UNTOLD.has(each));
      expect([name, [...(told.get(name) ?? [])].sort()]).toEqual([name, own.sort()]);
    }
    const functions = [...stub.matchAll(/^def (\w+)/gm)].map((match) => match[1]);
    const classes = [...told.keys()].filter((name) => !name.startsWith("_"));
    const names = (await evaluated("import game, json\njson.dumps([n for n in dir(game) if n[0] != '_'])")) as string[];
    expect([...functions, ...classes, "mat3x3", "easing"].sort()).toEqual(names.sort());
    const curves = await evaluated("import game, json\njson.dumps([n for n in dir(game.easing) if n[0] != '_'])");
    const easing = readFileSync(join(STUBS, "game/easing.pyi"), "utf8");
    expect([...easing.matchAll(/^def (\w+)/gm)].map((match) => match[1]).sort()).toEqual((curves as string[]).sort());
  });

  it("is what the engine does with what it calls right", async () => {
    let output = "";
    await using vm = createVM({ modules: [gameModule], stdout: (text) => void (output += text) });
    await vm.run(RIGHT);
    expect(output.split("\n").at(-2)).toBe("25 10");
  });

  it("is right for a type checker, which finds what is wrong", async () => {
    const { files } = JSON.parse(readFileSync(join(STUBS, "../package.json"), "utf8")) as { readonly files: string[] };
    expect(files, "it is published").toContain("stubs");
    cpSync(STUBS, join(folder, "typings"), { recursive: true });
    writeFileSync(join(folder, "right.py"), RIGHT);
    writeFileSync(join(folder, "wrong.py"), WRONG);
    const config = {
      include: ["typings", "right.py", "wrong.py"],
      stubPath: "typings",
      pythonVersion: "3.13",
      pythonPlatform: "Linux",
      typeCheckingMode: "strict",
      reportMissingModuleSource: false,
      reportUnusedExpression: false,
      reportUnhashable: true,
    };
    writeFileSync(join(folder, "pyrightconfig.json"), JSON.stringify(config));
    const pyright = join(dirname(createRequire(import.meta.url).resolve("pyright/package.json")), "index.js");
    const options = { env: { ...process.env, PATH: "" } };
    const stdout = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [pyright, "-p", folder, "--outputjson"], options, (_error, output, problem) => {
        if (output.startsWith("{")) resolve(output);
        else reject(new Error(`pyright: ${output}${problem}`));
      });
    });
    const found = (JSON.parse(stdout).generalDiagnostics as readonly Diagnostic[]).map((each) => ({
      file: basename(each.file),
      severity: each.severity,
      message: each.message,
      line: each.range.start.line + 1,
    }));
    expect(found.filter(({ file }) => file !== "wrong.py")).toEqual([]);
    const texts = WRONG.split("\n");
    const wanted = texts.flatMap((text, at) => (text.includes("  # ") ? [`${at + 1}: ${text}`] : []));
    const reported = new Set(found.filter(({ severity }) => severity === "error").map(({ line }) => line));
    expect([...reported].sort((a, b) => a - b).map((line) => `${line}: ${texts[line - 1]}`)).toEqual(wanted);
  });
});
