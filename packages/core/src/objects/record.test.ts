// Types of libraries: values that are equal and hashed by their parts, their operators and computed attributes.
import { describe, expect, it } from "vitest";
import { createVM, type Library } from "../index.ts";
import {
  defineModule,
  defineShelf,
  defineType,
  func,
  method,
  moduleType,
  newMethod,
  NOT_IMPLEMENTED,
  property,
  PyObject,
  PyRecord,
  raiseValueError,
} from "../extend.ts";

const pointType = moduleType("lib", "point", { isBase: false });

class Point extends PyRecord {
  readonly x: number;

  constructor(x: number) {
    super(pointType);
    this.x = x;
  }

  parts(): readonly number[] {
    return [this.x];
  }
}

defineType(pointType, null, {
  __new__: newMethod("a, b, c", (_vm, _cls, a: number, b: number, c: number) => new Point(a + b + c)),
  x: property((vm, self: Point) => (self.x < 0 ? raiseValueError(vm, "negative") : self.x)),
  __hash__: method("", (_vm, self: Point) => self.x),
  __eq__: method("other, /", (_vm, self: Point, other) =>
    other instanceof Point ? self.x === other.x : NOT_IMPLEMENTED,
  ),
  __add__: method("other, /", (_vm, self: Point, other) =>
    other instanceof Point ? new Point(self.x + other.x) : NOT_IMPLEMENTED,
  ),
  __rsub__: method("other, /", (_vm, self: Point, other) =>
    typeof other === "number" ? new Point(other - self.x) : NOT_IMPLEMENTED,
  ),
});

const everyType = moduleType("lib", "every", { isBase: false });
defineType(everyType, null, {
  __hash__: method("", () => 1),
  __eq__: method("other, /", () => "neither"),
  __iadd__: method("other, /", (_vm, self: PyObject) => self),
  __add__: method("other, /", () => "sum"),
});

const library: Library = {
  name: "lib",
  table: defineShelf({
    native: [
      defineModule({
        name: "lib",
        constants: { point: pointType },
        functions: { every: func("", () => new PyObject(everyType)) },
      }),
    ],
  }),
  setUp() {},
};

async function run(source: string): Promise<string[]> {
  let output = "";
  await using vm = createVM({ modules: [library], stdout: (text) => void (output += text) });
  await vm.run(`from lib import point, every\np = point(1, 2, 3)\n${source}`);
  return output.trim().split("\n");
}

describe("values of libraries", () => {
  it("are keys by their parts", async () => {
    expect(
      await run(`
many = {point(n, 0, 0): n for n in range(3000)}
print(len(many), many[p], point(-1, 0, 0) in many, p in {6, (6,)}, (p, 1) in {(point(6, 0, 0), 1)}, len({p, point(6, 0, 0)}))
class Odd:
    def __hash__(self): return 6
    def __eq__(self, other): return True
print(p in {Odd(): 1}, p == Odd(), p == 6, p != point(6, 0, 0), [p].index(point(6, 0, 0)))
`),
    ).toEqual(["3000 6 False False True 1", "True True False False 0"]);
  });

  it("may answer anything to ==, also beside themselves", async () => {
    expect(await run("e = every()\nprint(e == e, e == 1, e in [e])")).toEqual(["neither neither True"]);
  });

  it("have operators that give way to the other operand", async () => {
    expect(
      await run(`
class Left:
    def __radd__(self, other): return "right"
    def __sub__(self, other): return NotImplemented
print((p + p).x, (10 - p).x, p + Left(), (p + point(0, 0, 1)).x)
for f in (lambda: p + 1, lambda: 1 + p, lambda: p - p, lambda: Left() - p, lambda: p * p, lambda: 2.5 - p):
    try: print(f())
    except TypeError as error: print(error)
e = every()
kept = e
e += 1
print(e is kept, e + 1)
q = p
q += p
print(q.x, p.x)
try: q += 1
except TypeError as error: print(error)
`),
    ).toEqual([
      "12 4 right 7",
      "unsupported operand type(s) for +: 'lib.point' and 'int'",
      "unsupported operand type(s) for +: 'int' and 'lib.point'",
      "unsupported operand type(s) for -: 'lib.point' and 'lib.point'",
      "unsupported operand type(s) for -: 'Left' and 'lib.point'",
      "unsupported operand type(s) for *: 'lib.point' and 'lib.point'",
      "unsupported operand type(s) for -: 'float' and 'lib.point'",
      "True sum",
      "12 6",
      "unsupported operand type(s) for +=: 'lib.point' and 'int'",
    ]);
  });

  it("have computed attributes, in a place that sees other objects too", async () => {
    expect(
      await run(`
class Other:
    def __init__(self): self.x = "own"
for each in (p, p, Other(), p, point(0, 0, -1), 3, p):
    try: print(each.x)
    except (ValueError, AttributeError) as error: print(error)
`),
    ).toEqual(["6", "6", "own", "6", "negative", "'int' object has no attribute 'x'", "6"]);
  });

  it("are made with wrong arguments by nobody", async () => {
    expect(
      await run(`
for f in (lambda: point(1, 2), lambda: point(1, 2, 3, 4), lambda: point(1, c=3, b=2).x):
    try: print(f())
    except TypeError as error: print(error)
`),
    ).toEqual([
      "lib.point() missing required argument 'c' (pos 3)",
      "lib.point() takes at most 3 arguments (4 given)",
      "6",
    ]);
  });
});
