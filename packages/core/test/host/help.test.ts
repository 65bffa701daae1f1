// What help() prints: of native functions, classes and modules as declared, of Python's own, of objects that resist.
import { describe, expect, it } from "vitest";
import { openVMs } from "../open-vms.ts";
import { declaredWorld } from "./declared-world.ts";

const openVM = openVMs();

/** What some code prints, where the modules of the declared world are imported. */
async function printed(code: string): Promise<string> {
  let output = "";
  const { plane, world } = declaredWorld();
  const vm = openVM({ modules: [plane, world], stdout: (text) => void (output += text) });
  await vm.run(`import plane, world\n${code}`, { mode: "exec" });
  return output;
}

describe("help on what is declared", () => {
  it("shows the signature of a function with its types, and the docstring", async () => {
    expect(await printed("help(world.spawn)")).toBe(`Help on function spawn in module world:

spawn(kind: str, level: int = 1) -> Unit
    Put a unit on the map.
`);
    expect(
      await printed("help(world.fetch)\nhelp(world.total)\nhelp(plane.Vec2.between)\nhelp(world.spawn('a').walk)"),
    ).toBe(`Help on function fetch in module world:

async fetch(url: str, *, timeout: float | None = None) -> dict[str, Any]
    What is there.
Help on function total in module world:

total(first: float, /, *others: float, scale: float = float('inf'), **tags: str | int) -> float
    No documentation.
Help on function between:

between(a: Vec2, b: Vec2) -> Vec2
    The middle.
Help on method walk of class Unit:

async walk(to: Vec2) -> bool
    Go there; whether it was possible.
`);
  });

  it("shows the members of a class, those of its bases too", async () => {
    expect(await printed("help(plane.Vec2)")).toBe(`Help on class Vec2 in module plane:

class Vec2(x: float = 0.0, y: float = 0.0)
    A vector in the plane.

    Methods:
        scaled(by: float, /, *, flip: bool = False) -> Vec2
            A longer or shorter one.

    Static methods:
        between(a: Vec2, b: Vec2) -> Vec2
            The middle.

    Properties:
        x: float
            To the right.
        y: float
        length: float  (read-only)

    Constants:
        ORIGIN = Vec2(0, 0)
        AXES = [Vec2(1, 0)]

    Special methods:
        __repr__ __iter__ __len__ __getitem__ __neg__ __add__ __mul__ __rmul__
        __iadd__ __eq__ __lt__
`);
    const unit = await printed("help(world.Unit)");
    expect(unit).toContain(`
    Constructor:
        Unit(name: str)
            A unit with full health.
`);
    expect(unit.replace("class Unit in module world", "Unit object")).toBe(await printed("help(world.Unit('a'))"));
    const hero = await printed("help(world.Hero)");
    expect(hero).toContain("\nclass Hero, derived from Unit\n    A unit with items.\n");
    expect(hero).toContain("\n        list() -> list[str]\n        hurt(by: int, kind: ");
    expect(await printed("help(world.Unit.hp)")).toBe("Help on property hp:\n\nhp: int\n    Health.\n");
  });

  it("shows what is in a module", async () => {
    const text = await printed("help(world)");
    expect(text).toMatch(/^Help on module world:\n\nUnits on a map\.\n\nBackslashes .*\n\nFunctions:\n {4}spawn\(/);
    expect(text).toContain("\n    hero() -> Hero\n    load(path: str) -> bytes\n    async fetch(");
    expect(text).toContain(
      '\nClasses:\n    class Unit(name: str)\n        Who has a name and "health".\n    class Hero, ',
    );
    expect(text).toMatch(/\n\nConstants:\n {4}GRAVITY = 9\.81\n {4}SIZES = \(3, 4\)\n {4}NOTHING = \(\)\n$/);
    expect(await printed("help(plane)")).toMatch(/^Help on module plane:\n\nClasses:\n {4}class Vec2\(/);
  });
});

describe("help on Python's own", () => {
  it("shows functions, methods and built-in ones", async () => {
    const code = `
def f(a, /, b: int = 2, *args, c, **kw) -> str:
    """What f does.

        Indented.
    Not.
    """
async def g(*, key: "list[str]" = [], other: list[int] = 1): pass
class A:
    def m(self, x=1): "What m does."
    @classmethod
    def c(cls, y): pass
for each in f, g, A.m, A().m, A.c, len, [].append, lambda x: x: help(each)
import functools
@functools.wraps(f)
def wrapper(*args): pass
help(wrapper)
`;
    expect(await printed(code)).toBe(`Help on function f in module __main__:

f(a, /, b: int = 2, *args, c, **kw) -> str
    What f does.

        Indented.
    Not.
Help on function g in module __main__:

async g(*, key: list[str] = [], other: list[int] = 1)
    No documentation.
Help on function m in module __main__:

m(self, x=1)
    What m does.
Help on method m of class A:

m(x=1)
    What m does.
Help on method c of class A:

c(y)
    No documentation.
Help on function len in module builtins:

len(obj, /)
    The number of items.
Help on method append of class list:

append(object, /)
    Add an item at the end.
Help on function <lambda> in module __main__:

<lambda>(x)
    No documentation.
Help on function f in module __main__:

f(a, /, b: int = 2, *args, c, **kw) -> str
    What f does.

        Indented.
    Not.
`);
  });

  it("shows classes", async () => {
    const code = `
class Base:
    def first(self): pass
class A(Base):
    """About A.

    More about A."""
    kind = "a"
    _hidden = 1
    class Inner: pass
    def __init__(self, n: int) -> None: pass
    def second(self, x, *, y=2):
        """Line one.

        Line two."""
    @classmethod
    def make(cls, n): "Another A."
    @staticmethod
    def free(z) -> int: ...
    @property
    def size(self) -> int: "How large."
    @property
    def both(self): ...
    @both.setter
    def both(self, value): ...
    def __add__(self, other): ...
help(A)
`;
    expect(await printed(code)).toBe(`Help on class A in module __main__:

class A(n: int), derived from Base
    About A.

    More about A.

    Methods:
        second(x, *, y=2)
            Line one.
        first()

    Class methods:
        make(n)
            Another A.

    Static methods:
        free(z) -> int

    Properties:
        size: int  (read-only)
            How large.
        both

    Classes:
        class Inner()

    Constants:
        kind = 'a'

    Special methods:
        __add__
`);
    expect(await printed("help(dict)")).toContain("\n    Class methods:\n        fromkeys(iterable, value=None, /)\n");
    expect(await printed("help(int)")).toMatch(/\n {4}Properties:\n {8}real {2}\(read-only\)\n/);
  });

  it("finds what a text names", async () => {
    expect(await printed("help('len')")).toBe(await printed("help(len)"));
    expect(await printed("help('json.dumps')")).toMatch(/^Help on function dumps in module json:\n\ndumps\(obj, \*, /);
    expect(await printed("help('world')")).toBe(await printed("help(world)"));
    const none = "There is no help on 'no.such'; help(str) tells of the class str.\n";
    expect(await printed("help('no.such')")).toBe(none);
    expect(await printed("help()")).toBe("Type help(object) for help about object.\n");
  });

  it("stands objects that resist", async () => {
    const code = `
class Odd:
    def __getattr__(self, name): raise ValueError(name)
    def __repr__(self): raise ValueError
    __doc__ = property(lambda self: 1 / 0)
    __name__ = property(lambda self: 3)
class Holder:
    odd = Odd()
    func = staticmethod(len)
class Meta(type):
    def __getattribute__(cls, name):
        if name == "__doc__": raise KeyError
        return super().__getattribute__(name)
class Made(metaclass=Meta): pass
for each in Odd(), Odd, Holder, Holder(), Made: 
    help(each)
`;
    const text = await printed(code);
    expect(text).toContain("Help on Odd object:\n\nclass Odd()\n");
    expect(text).toMatch(/\n {8}odd = <__main__\.Odd object at 0x[0-9a-f]+>\n/);
    expect(text).toContain("\n    Static methods:\n        func(obj, /)\n            The number of items.\n");
    expect(text).toContain("Help on class Made in module __main__:\n\nclass Made()\n    No documentation.\n");
  });
});
