// Native classes: construction, members, operators, subclassing, identity, and that nothing else of a payload shows.
import { describe, expect, it } from "vitest";
import {
  arg,
  asyncFunction,
  keyword,
  LimitError,
  NativeClass,
  nativeFunction,
  nativeModule,
  PythonError,
  PythonObject,
  t,
  type VM,
} from "../../src/index.ts";
import { parked } from "../event-loop.ts";
import { FAILURE } from "../failing.ts";
import { openVMs } from "../open-vms.ts";

const openVM = openVMs();

class Vec {
  x: number;
  y: number;
  readonly secret = "host only";

  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }

  get hidden(): string {
    return this.secret;
  }
}

function vectors(): NativeClass<Vec> {
  const vec2 = new NativeClass<Vec>("Vec2", { payload: Vec, identity: false, doc: "A vector in the plane." });
  return vec2
    .construct({ parameters: [arg("x", t.float, 0), arg("y", t.float, 0)], create: (x, y) => new Vec(x, y) })
    .property("x", {
      type: t.float,
      get: (v) => v.x,
      set: (v, x) => {
        v.x = x;
      },
      doc: "To the right.",
    })
    .property("y", { type: t.float, get: (v) => v.y })
    .method("length", { returns: t.float, doc: "How long it is.", call: (v) => Math.hypot(v.x, v.y) })
    .method("scaled", {
      parameters: [arg("by", t.float), keyword("flip", t.bool, false)],
      returns: vec2.type,
      call: (v, by, flip) => new Vec(v.x * by, v.y * (flip ? -by : by)),
    })
    .method("__repr__", { returns: t.str, call: (v) => `Vec2(${v.x}, ${v.y})` })
    .method("__iter__", { returns: t.iterable(t.float), call: (v) => [v.x, v.y] })
    .method("__len__", { returns: t.int, call: () => 2 })
    .method("__getitem__", {
      parameters: [arg("at", t.int)],
      returns: t.float,
      call: (v, at) => (at === 0 ? v.x : v.y),
    })
    .method("__neg__", { returns: vec2.type, call: (v) => new Vec(-v.x, -v.y) })
    .operator("__add__", { operand: vec2.type, returns: vec2.type, call: (a, b) => new Vec(a.x + b.x, a.y + b.y) })
    .operator("__mul__", { operand: t.float, returns: vec2.type, call: (a, k) => new Vec(a.x * k, a.y * k) })
    .operator("__rmul__", { operand: t.float, returns: vec2.type, call: (a, k) => new Vec(a.x * k, a.y * k) })
    .operator("__iadd__", {
      operand: vec2.type,
      returns: vec2.type,
      call: (a, b) => {
        a.x += b.x;
        a.y += b.y;
        return a;
      },
    })
    .operator("__eq__", { operand: vec2.type, returns: t.bool, call: (a, b) => a.x === b.x && a.y === b.y })
    .operator("__lt__", { operand: vec2.type, returns: t.bool, call: (a, b) => a.x < b.x })
    .staticMethod("unit", nativeFunction({ returns: vec2.type, call: () => new Vec(1, 0) }))
    .constant("ORIGIN", vec2.type, new Vec(0, 0));
}

async function withVectors(): Promise<VM> {
  const vm = openVM({ modules: [nativeModule({ name: "plane", classes: [vectors()] })] });
  await vm.run(`
import plane
from plane import Vec2
${FAILURE}`);
  return vm;
}

describe("members", () => {
  it("construct, get, set, call", async () => {
    const vm = await withVectors();
    expect(await vm.run("v = Vec2(3, y=4)\nv.x = 6\nv.y, v.x, v.length(), repr(v.scaled(2, flip=True))")).toEqual([
      4,
      6,
      Math.hypot(6, 4),
      "Vec2(12, -8)",
    ]);
    expect(await vm.run("repr(Vec2()), repr(Vec2.unit()), repr(Vec2.ORIGIN), Vec2.__name__, Vec2.__module__")).toEqual([
      "Vec2(0, 0)",
      "Vec2(1, 0)",
      "Vec2(0, 0)",
      "Vec2",
      "plane",
    ]);
  });

  it("refuse what is wrong as Python's own types do", async () => {
    const vm = await withVectors();
    for (const [call, message] of [
      ["lambda: Vec2('a')", "TypeError: Vec2() argument 'x' must be float, not str"],
      ["lambda: Vec2(1, 2, 3)", "TypeError: Vec2() takes at most 2 arguments (3 given)"],
      ["lambda: Vec2(z=1)", "TypeError: Vec2() got an unexpected keyword argument 'z'"],
      ["lambda: v.scaled()", "TypeError: scaled() missing required argument 'by' (pos 1)"],
      ["lambda: v.scaled('a')", "TypeError: Vec2.scaled() argument 'by' must be float, not str"],
      ["lambda: v.length(1)", "TypeError: Vec2.length() takes no arguments (1 given)"],
      ["lambda: Vec2.length(1)", "TypeError: descriptor 'length' for 'Vec2' objects doesn't apply to a 'int' object"],
      ["lambda: setattr(v, 'x', 'a')", "TypeError: attribute 'x' of 'Vec2' object must be float, not str"],
      ["lambda: setattr(v, 'y', 1)", "AttributeError: attribute 'y' of 'Vec2' object is read-only"],
      ["lambda: delattr(v, 'x')", "AttributeError: attribute 'x' of 'Vec2' object cannot be deleted"],
      [
        "lambda: setattr(v, 'z', 1)",
        "AttributeError: 'Vec2' object has no attribute 'z' and no __dict__ for setting new attributes",
      ],
      ["lambda: setattr(Vec2, 'z', 1)", "TypeError: cannot set 'z' attribute of immutable type 'Vec2'"],
      ["lambda: v['a']", "TypeError: Vec2.__getitem__() argument 'at' must be int, not str"],
      ["lambda: hash(v)", "TypeError: unhashable type: 'Vec2'"],
      ["lambda: v + 1", "TypeError: unsupported operand type(s) for +: 'Vec2' and 'int'"],
      ["lambda: [] < v", "TypeError: '<' not supported between instances of 'list' and 'Vec2'"],
    ] as const) {
      expect([call, await vm.run(`v = Vec2(1, 2)\nfailure(${call})`)]).toEqual([call, message]);
    }
  });

  it("operators reflect, compare, and change in place", async () => {
    const vm = await withVectors();
    expect(
      await vm.run(`
v = w = Vec2(1, 2)
w += Vec2(1, 1)
[repr(e) for e in (v + v, v * 2, 2 * v, -v, v is w, v, v == Vec2(2, 3), v != Vec2(2, 3), v == 1, v < Vec2(9))]`),
    ).toEqual([
      "Vec2(4, 6)",
      "Vec2(4, 6)",
      "Vec2(4, 6)",
      "Vec2(-2, -3)",
      "True",
      "Vec2(2, 3)",
      "True",
      "False",
      "False",
      "True",
    ]);
  });

  it("iterate, unpack, index, measure", async () => {
    const vm = await withVectors();
    expect(await vm.run("v = Vec2(1, 2)\nx, y = v\n[x, y, v[0], len(v), *v, sum(v), max(v)]")).toEqual([
      1, 2, 1, 2, 1, 2, 3, 2,
    ]);
  });

  it("show their documentation", async () => {
    const vm = await withVectors();
    expect(await vm.run("Vec2.__doc__, Vec2.length.__doc__, Vec2.x.__doc__, Vec2.scaled.__text_signature__")).toEqual([
      "A vector in the plane.",
      "How long it is.",
      "To the right.",
      "($self, by, *, flip=False)",
    ]);
  });

  it("manage contexts", async () => {
    const said: string[] = [];
    const lock = new NativeClass<{ open: boolean }>("Lock").construct({ create: () => ({ open: true }) }).context({
      enter: () => void said.push("enter"),
      exit: (_lock, error) => {
        said.push(error instanceof PythonError ? `exit ${error.type}: ${error.message}` : "exit");
        return error instanceof PythonError && error.type === "KeyError";
      },
    });
    const vm = openVM({ modules: [nativeModule({ name: "m", classes: [lock] })] });
    await vm.run("import m\nwith m.Lock() as lock:\n    pass\nwith lock:\n    {}['a']");
    await expect(vm.run("with lock:\n    1 / 0")).rejects.toMatchObject({ type: "ZeroDivisionError" });
    expect(said).toEqual([
      "enter",
      "exit",
      "enter",
      "exit KeyError: 'a'",
      "enter",
      "exit ZeroDivisionError: division by zero",
    ]);
  });
});

describe("blocks of context managers", () => {
  it("are left without any Python when a script is stopped within one", async () => {
    const said: string[] = [];
    const lock = new NativeClass<{ name: string }>("Lock")
      .construct({ parameters: [arg("name", t.str)], create: (name) => ({ name }) })
      .context({
        returns: t.str,
        enter: ({ name }) => `inside ${name}`,
        exit: ({ name }, error) => void said.push(`${name} ${error?.name}`),
      });
    const vm = openVM({
      modules: [nativeModule({ name: "m", classes: [lock] })],
      limits: { instructions: 10_000 },
      stdout: (text) => said.push(text),
    });
    await vm.run("from m import Lock\nimport time");
    await expect(
      vm.run(`
with Lock("done") as text:
    print(text, end="")
def items():
    with Lock("generator"):
        yield 1
        print("never")
with Lock("outer"):
    for item in items():
        try:
            with Lock("inner"):
                while True: pass
        finally:
            print("never")`),
    ).rejects.toThrow(LimitError);
    expect(said).toEqual([
      "inside done",
      "done undefined",
      "inner TerminatedError",
      "generator TerminatedError",
      "outer TerminatedError",
    ]);
    said.length = 0;
    const waiting = vm.run("with Lock('waiting'):\n    time.sleep(600)").catch((error: Error) => error.name);
    await parked(vm);
    vm.terminate();
    expect([await waiting, said]).toEqual(["TerminatedError", ["waiting TerminatedError"]]);
  });
});

describe("what is not declared does not show", () => {
  it("by any name", async () => {
    const vm = await withVectors();
    const names =
      "secret hidden constructor __proto__ prototype toString valueOf payload shell template __dict__ __slots__";
    expect(
      await vm.run(`
v = Vec2(1, 2)
shown = [n for n in "${names}".split() if hasattr(v, n)]
[shown, v.__class__ is Vec2, sorted(n for n in dir(v) if not n.startswith("_")), failure(vars, v)]`),
    ).toEqual([
      [],
      true,
      ["length", "scaled", "unit", "x", "y"].concat("ORIGIN").sort(),
      "TypeError: vars() argument must have __dict__ attribute",
    ]);
  });

  it("by way of assignment, deletion or pickling", async () => {
    const vm = await withVectors();
    expect(
      await vm.run(`
v = Vec2(1, 2)
class Other: pass
[failure(setattr, v, "__class__", Other) is not None, failure(setattr, v, "__dict__", {}) is not None,
 failure(v.__reduce__), failure(object.__reduce_ex__, v, 2) is not None, repr(v)]`),
    ).toEqual([true, true, "TypeError: cannot pickle 'Vec2' object", true, "Vec2(1, 2)"]);
  });

  it("on functions and modules", async () => {
    const vm = await withVectors();
    expect(
      await vm.run(
        `[hasattr(o, n) for o in (Vec2.unit, Vec2(1, 2).length, plane) for n in ("call", "body", "constructor", "spec")]`,
      ),
    ).toEqual(Array(12).fill(false));
  });
});

describe("classes derived in Python", () => {
  it("have attributes and an __init__ of their own", async () => {
    const vm = await withVectors();
    expect(
      await vm.run(`
class Named(Vec2):
    kind = "named"
    def __init__(self, name, *args):
        super().__init__(*args)
        self.name = name
    def __repr__(self):
        return self.name + super().__repr__()
n = Named("n", 3, 4)
[n.name, n.kind, n.length(), repr(n), isinstance(n, Vec2), repr(n + n), [c.__name__ for c in Named.__mro__]]`),
    ).toEqual(["n", "named", 5, "nVec2(3, 4)", true, "Vec2(6, 8)", ["Named", "Vec2", "object"]]);
  });

  it("without an __init__ take the arguments of the native one", async () => {
    const vm = await withVectors();
    expect(await vm.run("class Sub(Vec2): pass\nSub(1, y=2).y, failure(Sub, 'a')")).toEqual([
      2,
      "TypeError: Vec2() argument 'x' must be float, not str",
    ]);
  });

  it("that do not call the native constructor, or call it twice, are told", async () => {
    const vm = await withVectors();
    expect(
      await vm.run(`
class Lazy(Vec2):
    def __init__(self): pass
class Eager(Vec2):
    def __init__(self):
        super().__init__(1, 2)
        super().__init__(3, 4)
[failure(Lazy().length), failure(lambda: Lazy().x), failure(Eager), failure(lambda: Vec2(1, 2).__init__(3, 4))]`),
    ).toEqual([
      "RuntimeError: Lazy: the constructor of its native class was not called",
      "RuntimeError: Lazy: the constructor of its native class was not called",
      "RuntimeError: Vec2.__init__() was called twice",
      "RuntimeError: Vec2.__init__() was called twice",
    ]);
  });

  it("mix with other classes, but not with another layout", async () => {
    const vm = await withVectors();
    expect(
      await vm.run(`
class Mixin:
    def twice(self): return self.length() * 2
class Both(Mixin, Vec2): pass
[Both(3, 4).twice(), failure(lambda: type("Bad", (Vec2, dict), {})), failure(Vec2.__new__, Mixin)]`),
    ).toEqual([
      10,
      "TypeError: multiple bases have instance lay-out conflict",
      "TypeError: Vec2.__new__(Mixin): Mixin is not a subtype of Vec2",
    ]);
  });
});

describe("payloads", () => {
  class Unit {
    hp = 10;
  }
  class Hero extends Unit {
    name = "hero";
  }
  const unitClass = new NativeClass<Unit>("Unit", { payload: Unit })
    .construct({ create: () => new Unit() })
    .property("hp", { type: t.int, get: (unit) => unit.hp });
  const heroClass = new NativeClass<Hero>("Hero", { payload: Hero, base: unitClass })
    .construct({ create: () => new Hero() })
    .property("name", { type: t.str, get: (hero) => hero.name });

  function withUnits(units: Unit[]): VM {
    const vm = openVM({
      modules: [
        nativeModule({
          name: "units",
          classes: [unitClass, heroClass],
          functions: {
            first: nativeFunction({ returns: unitClass.type, call: () => units[0] as Unit }),
            add: nativeFunction({
              parameters: [arg("unit", unitClass.type)],
              returns: t.int,
              call: (unit) => units.push(unit),
            }),
            keep: nativeFunction({ parameters: [arg("unit", t.object)], returns: t.object, call: (unit) => unit }),
            later: asyncFunction({ returns: t.optional(unitClass.type), call: async () => units.at(-1) ?? null }),
          },
        }),
      ],
    });
    return vm;
  }

  it("are one Python object each, of the most derived class", async () => {
    const units: Unit[] = [new Hero()];
    const vm = withUnits(units);
    expect(
      await vm.run(`
from units import *
mine = Unit()
add(mine)
[first() is first(), type(first()).__name__, first().name, isinstance(first(), Unit), await later() is mine]`),
    ).toEqual([true, "Hero", "hero", true, true]);
    expect(await vm.run("first()")).toBe(units[0]);
    vm.globals.set("u", units[1]);
    expect(await vm.run("u is mine, type(u).__name__")).toEqual([true, "Unit"]);
    expect(await vm.run("class Mine(Unit):\n    extra = 1\nm = Mine()\nadd(m)\n(await later()).extra")).toBe(1);
    const handle = await vm.run("keep(m)");
    expect(handle).toBe(units[2]);
    expect(await vm.run("try:\n    add(3)\nexcept TypeError as e:\n    s = str(e)\ns")).toBe(
      "add() argument 'unit' must be Unit, not int",
    );
  });

  it("that are gone are of no use in any VM", async () => {
    const units: Unit[] = [new Unit()];
    const vm = withUnits(units);
    await vm.run("from units import *\nu = first()");
    expect(unitClass.invalidate(units[0] as Unit)).toBe(true);
    await expect(vm.run("u.hp")).rejects.toThrow("Unit object was released");
    expect(await vm.run("repr(u).startswith('<units.Unit object')")).toBe(true);
    expect(await vm.run("u")).toBeInstanceOf(PythonObject);
    expect(unitClass.invalidate(units[0] as Unit)).toBe(false);
  });

  it("of the wrong class are refused", async () => {
    const units: Unit[] = [{ hp: 1 } as Unit];
    const vm = withUnits(units);
    await expect(vm.run("import units\nunits.first()")).rejects.toThrow(
      "the host's first() answered what is no Unit: result: it must be a payload of Unit, not an object of class Object",
    );
  });
});

describe("declarations", () => {
  it("are refused by name when they are wrong", () => {
    const loose = NativeClass as unknown as new (name: unknown, options?: unknown) => NativeClass<object>;
    const made = (): NativeClass<object> => new NativeClass("A");
    for (const [make, message] of [
      [() => new loose("a b"), /NativeClass 'a b': a name of Python is expected/],
      [() => new loose("A", { pools: 1 }), /unknown option 'pools'; there are doc, base, payload/],
      [() => new loose("A", { pool: 1.5 }), /option 'pool' must be a whole number from 0, not 1.5/],
      [() => new loose("A", { base: Vec }), /option 'base' must be a NativeClass/],
      [() => new loose("A", { payload: "Vec" }), /option 'payload' must be a class/],
      [
        () => made().method("__init__", { call: () => null }),
        /member '__init__': this special name cannot be declared/,
      ],
      [
        () => made().method("__class__", { call: () => null }),
        /member '__class__': this special name cannot be declared/,
      ],
      [
        () =>
          made()
            .method("a", { call: () => null })
            .method("a", { call: () => null }),
        /member 'a' is there already/,
      ],
      [
        () =>
          made()
            .onRelease(() => {})
            .method("release", { call: () => null }),
        /member 'release' is there already/,
      ],
      [
        () =>
          made()
            .method("release", { call: () => null })
            .onRelease(() => {}),
        /member 'release' is there already/,
      ],
      [
        () =>
          made()
            .context({ exit: () => {} })
            .method("__exit__", { call: () => null }),
        /member '__exit__' is there already/,
      ],
      [() => made().context({} as never), /context: 'exit' must be a function/],
      [() => made().property("a", { type: "int", get: () => 1 } as never), /property 'a': 'type' must be a type/],
      [() => made().property("a", { type: t.int } as never), /property 'a': 'get' must be a function/],
      [() => made().constant("a", 1 as never, 1), /constant 'a': 'type' must be a type, such as t.int, not 1/],
      [() => made().staticMethod("a", (() => 1) as never), /static method 'a' must be made with nativeFunction/],
      [
        () => made().method("a", { borrow: "both" as never, call: () => null }),
        /'borrow' must be "shared" or "exclusive"/,
      ],
      [() => made().operator("__foo__", { operand: t.int, returns: t.int, call: () => 1 }), /no operator '__foo__'/],
      [() => made().construct({} as never), /construct: 'create' must be a function/],
      [
        () =>
          made()
            .construct({ create: () => ({}) })
            .construct({ create: () => ({}) }),
        /construct: there is a constructor already/,
      ],
    ] as const) {
      expect(make).toThrow(message);
    }
  });

  it("cannot change once a VM uses them", () => {
    const used = vectors();
    openVM({ modules: [nativeModule({ name: "plane", classes: [used] })] });
    expect(() => used.method("late", { call: () => null })).toThrow(
      "'late' comes too late: a VM uses the class already",
    );
  });
});
