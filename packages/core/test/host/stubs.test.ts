// Stubs of native modules: their text, and what a type checker makes of them and of scripts that use the modules.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { arg, createVM, keyword, NativeClass, nativeFunction, nativeModule, rest, t } from "../../src/index.ts";
import { stubOf } from "../../src/tools.ts";
import { declaredWorld } from "./declared-world.ts";

describe("stubs", () => {
  it("read like written ones", () => {
    const dial = new NativeClass<{ value: number }>("Dial", { doc: "What shows a value." })
      .construct({ parameters: [arg("value", t.float, 0)], create: (value) => ({ value }) })
      .property("value", { type: t.float, get: (dial) => dial.value })
      .property("label", { type: t.optional(t.str), get: () => null, set: () => {}, doc: "In words.\nShort ones." })
      .constant("LIMIT", t.int, 9)
      .asyncMethod("turn", { parameters: [keyword("by", t.float, Number.NaN)], call: async () => 1 });
    const module = nativeModule({
      name: "panel",
      doc: "Dials.",
      constants: { ALL: [t.list(dial.type), []] },
      classes: [dial],
      functions: {
        first: nativeFunction({ returns: t.optional(dial.type), call: () => null }),
        show: nativeFunction({ parameters: [rest("dials", dial.type)], returns: t.none, doc: "Show.", call: () => {} }),
      },
    });
    expect(stubOf(module)).toBe(`"""Dials."""

from typing import Any, ClassVar, Final

ALL: Final[list[Dial]]

class Dial:
    """What shows a value."""

    LIMIT: ClassVar[int]

    def __init__(self, value: float = 0.0) -> None: ...

    @property
    def value(self) -> float: ...

    @property
    def label(self) -> str | None:
        """In words.
        Short ones.
        """

    @label.setter
    def label(self, value: str | None) -> None: ...

    async def turn(self, *, by: float = float('nan')) -> Any: ...

def first() -> Dial | None: ...

def show(*dials: Dial) -> None:
    """Show."""
`);
  });

  it("of a module without anything are empty", () => {
    expect(stubOf(nativeModule({ name: "m" }))).toBe("");
    expect(stubOf(nativeModule({ name: "m", doc: 'Ends with "\r\nand \0 \\' }))).toBe(
      '"""Ends with "\nand \\x00 \\\\\n"""\n',
    );
  });

  it("break long definitions, and keep names apart", () => {
    const any = new NativeClass("Any").property("str", { type: t.str, get: () => "" });
    const other = new NativeClass("Item");
    nativeModule({ name: "other", classes: [other] });
    const item = new NativeClass("Item").property("Item", { type: any.type, get: () => ({}) });
    const holder = new NativeClass("Holder").property("Item", { type: item.type, get: () => ({}) });
    const mixed = nativeFunction({
      parameters: [
        arg("self", t.dict(t.any)),
        arg("theirs", other.type),
        arg("own", t.union(item.type, t.literal("Item"))),
        arg("text_of_some_length", t.str, "int"),
      ],
      returns: any.type,
      call: () => ({}),
    });
    holder.staticMethod("mixed", mixed).method("self", {
      parameters: [arg("self", t.int)],
      returns: t.int,
      call: () => 1,
    });
    const module = nativeModule({ name: "m", classes: [any, item, holder], functions: { int: mixed } });
    expect(stubOf(module)).toBe(`from builtins import int as _int, str as _str
from typing import Any as _Any, Literal, Never

from other import Item as _other_Item

class Any:
    def __init__(self, made_by_host: Never, /) -> None: ...
    @property
    def str(self) -> _str: ...

class Item:
    def __init__(self, made_by_host: Never, /) -> None: ...
    @property
    def Item(self) -> Any: ...

class Holder:
    def __init__(self, made_by_host: Never, /) -> None: ...
    @property
    def Item(self) -> _Item: ...

    @staticmethod
    def mixed(
        self: dict[_str, _Any],
        theirs: _other_Item,
        own: _Item | Literal['Item'],
        text_of_some_length: _str = 'int',
    ) -> Any: ...

    def self(_self, /, self: _int) -> _int: ...

def int(
    self: dict[_str, _Any],
    theirs: _other_Item,
    own: _Item | Literal['Item'],
    text_of_some_length: _str = 'int',
) -> Any: ...

_Item = Item
`);
  });
});

/** Uses all that the modules declare, as they want it. */
const RIGHT = `
import world
from plane import Score, Vec2


async def main() -> None:
    v = Vec2(3, y=4)
    v.x = 6
    v += Vec2(1, 1)
    w: Vec2 = 2 * (v * 2.5) + -v
    print(w == 1, w != v, v < w, v > w, len(v), v[0], [*v], repr(v), v.scaled(2, flip=True).length)
    x, y = v
    print(x + y, max(v), Vec2.between(v, b=w), Vec2.ORIGIN.x, Vec2.AXES[0].y)
    unit: world.Unit = world.spawn("orc", level=3)
    unit.hp -= 1
    unit.hurt(3, "it's \\\\ water")
    if await unit.walk(v):
        print(unit.rest() + unit.rest(2), unit.name.upper())
    with world.Unit("elf") as elf:
        elf.hurt(1)
    elf.release()
    hero = world.hero()
    hero.hurt(by=1, kind="fire")
    print(hero.items[0].upper(), hero.list()[0], world.load("a").decode())
    found = await world.fetch("a", timeout=None)
    print(found["count"] + 1, await world.fetch("b", timeout=2))
    print(world.total(1), world.total(1, 2, 3.5, scale=2, size=3, name="a"))
    for each in world.each(print, {"a"}, label="x"):
        each.hurt(1)
    world.move(v, [unit, hero])
    world.move()
    print(world.turn("north", exactly=False), world.identify(v) + 1, world.GRAVITY * 2, world.SIZES[1] + 1)
    score = Score(points=3)
    score.rate += 1
    with score.changing() as changed:
        changed.points += 1
    print(score.points + 1)
    nothing: tuple[()] = world.NOTHING
    print(nothing, world.open_handle())


class Named(Vec2):
    def __init__(self, name: str) -> None:
        super().__init__(1, 2)
        self.name = name


print(Named("a").length, Named("b") + Vec2())
`;

/** Each line that says what is wrong with it is wrong; the others are not. */
const WRONG = `
import world
from plane import Score, Vec2

unit = world.spawn("orc")
v = Vec2()

world.spawn(1)  # wrong type
world.spawn()  # missing argument
world.spawn("a", levle=2)  # unknown keyword
world.spawn("a", 1, 2)  # too many arguments
world.turn("west")  # none of the texts
world.total("a")  # wrong type, by position
world.total(1, "b")  # wrong type among the others
world.total(1, tag=None)  # wrong type by keyword
world.total(first=1)  # by position alone
world.move([unit])  # not optional enough
world.move(None, unit)  # no list
world.each(3, {"a"})  # not callable
world.each(len, ["a"])  # no set
world.nothing  # undeclared function
number: int = world.load("a")  # wrong type of result
Vec2("a")  # constructor, wrong type
Vec2(z=1)  # constructor, unknown keyword
world.Hero()  # made by the host alone
world.Handle  # in no module
unit.hurt(1, "ice")  # none of the texts
unit.hurt()  # missing argument
unit.name = "x"  # read-only
unit.hp = "x"  # wrong type
unit.strength = 1  # undeclared attribute
print(v.secret)  # undeclared member
v.ORIGIN = v  # constant
del v.x  # cannot be deleted
v.scaled(by=2)  # by position alone
v.scaled(2, True)  # by keyword alone
print(v + 1)  # no such operand
print(1 + v)  # no such operand
print(v < 3)  # no such operand
print(v[0.5])  # wrong index
print({v})  # compared by value
v.release()  # of another class
Score(3)  # by keyword alone
Score().points = 1.5  # wrong type
with Score():  # no context manager
    pass
with v:  # no context manager
    pass


async def main() -> None:
    await world.load("a")  # not awaitable
    await unit.hurt(1)  # not awaitable
    text: str = world.fetch("a")  # not awaited
    world.fetch("a")  # not awaited
    print(text)
    async with unit:  # no asynchronous context manager
        pass
`;

interface Diagnostic {
  readonly file: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

describe("a type checker", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "krait-stubs-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What pyright says of the stubs and the two scripts. */
  async function check(): Promise<readonly Diagnostic[]> {
    const { plane, world } = declaredWorld();
    mkdirSync(join(folder, "typings"));
    for (const each of [plane, world]) writeFileSync(join(folder, "typings", `${each.name}.pyi`), stubOf(each));
    writeFileSync(join(folder, "right.py"), RIGHT);
    writeFileSync(join(folder, "wrong.py"), WRONG);
    const config = {
      include: ["typings", "right.py", "wrong.py"],
      stubPath: "typings",
      pythonVersion: "3.13",
      pythonPlatform: "Linux",
      typeCheckingMode: "strict",
      reportMissingModuleSource: false,
    };
    writeFileSync(join(folder, "pyrightconfig.json"), JSON.stringify(config));
    const pyright = join(dirname(createRequire(import.meta.url).resolve("pyright/package.json")), "index.js");
    // It would ask a Python that it finds for its packages: none is needed, and none is found.
    const options = { env: { ...process.env, PATH: "" } };
    const stdout = await new Promise<string>((resolve, reject) => {
      // Its status says that there are errors, as there should be.
      execFile(process.execPath, [pyright, "-p", folder, "--outputjson"], options, (_error, output, problem) => {
        if (output.startsWith("{")) resolve(output);
        else reject(new Error(`pyright: ${output}${problem}`));
      });
    });
    return JSON.parse(stdout).generalDiagnostics;
  }

  it("accepts stubs and what is right, and reports each line that is wrong", async () => {
    const found = (await check()).map(({ file, severity, message, range }) => {
      return { file: basename(file), severity, message, line: range.start.line + 1 };
    });
    expect(found.filter(({ file }) => file !== "wrong.py")).toEqual([]);
    const lines = WRONG.split("\n").flatMap((text, at) => (text.includes("  # ") ? [`${at + 1}: ${text}`] : []));
    const reported = new Set(found.filter(({ severity }) => severity === "error").map(({ line }) => line));
    const texts = WRONG.split("\n");
    expect([...reported].sort((a, b) => a - b).map((line) => `${line}: ${texts[line - 1]}`)).toEqual(lines);
  });

  it("agrees with the engine on what is right", async () => {
    const { plane, world } = declaredWorld();
    let output = "";
    await using vm = createVM({ modules: [plane, world], stdout: (text) => void (output += text) });
    await vm.run(RIGHT, { mode: "exec" });
    await vm.run("await main()");
    expect(output.split("\n").slice(0, 3)).toEqual([
      "2.23606797749979 Vec2(1, 2)",
      "False True True False 2 7.0 [7.0, 5.0] Vec2(7, 5) 17.204650534085253",
      "12.0 7.0 Vec2(17.5, 12.5) 0.0 0.0",
    ]);
  });
});
