// What vectors cost, in ns: those of the module `game`, a class that the host declares, and a class in Python with
// `__slots__`. Each figure is the best of many rounds, less an empty loop of the same kind. `node bench/vectors.mjs`.
import { arg, createVM, NativeClass, nativeModule, t } from "@krait/core";
import { gameModule } from "@krait/host-plugins";

const declared = new NativeClass("Vec2", { identity: false });
declared
  .construct({ parameters: [arg("x", t.float), arg("y", t.float)], create: (x, y) => ({ x, y }) })
  .property("x", { type: t.float, get: (v) => v.x })
  .operator("__add__", {
    operand: declared.type,
    returns: declared.type,
    call: (a, b) => ({ x: a.x + b.x, y: a.y + b.y }),
  });

const SOURCES = {
  game: "from game import vec2 as V",
  declared: "from host import Vec2 as V",
  Python: `
class V:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, other):
        return V(self.x + other.x, self.y + other.y)
`,
};

const BENCH = `
import time
def empty(n, a, b):
    for i in range(n): pass
def add(n, a, b):
    for i in range(n): a + b
def add_in_place(n, a, b):
    for i in range(n): a += b
def attribute(n, a, b):
    for i in range(n): a.x
def make(n, a, b):
    for i in range(n): V(1, 2)
def best(loop, n):
    least = 1e9
    for _ in range(60):
        start = time.perf_counter()
        loop(n, V(1.0, 2.0), V(3.0, 4.0))
        least = min(least, time.perf_counter() - start)
    return least / n * 1e9
N = 30000
best(empty, N)
base = best(empty, N)
[best(loop, N) - base for loop in (add, add_in_place, attribute, make)]
`;

const HEADINGS = ["", "a + b", "a += b", "a.x", "V(1, 2)"];
console.log(HEADINGS.map((text) => text.padEnd(10)).join(""));
for (const [name, source] of Object.entries(SOURCES)) {
  const limits = { activeTimeMs: Infinity, wallTimeMs: Infinity };
  const vm = createVM({ modules: [gameModule, nativeModule({ name: "host", classes: [declared] })], limits });
  await vm.import("time");
  await vm.run(source);
  const figures = await vm.run(BENCH);
  console.log([name, ...figures.map((ns) => ns.toFixed(1))].map((text) => text.padEnd(10)).join(""));
  await vm.close();
}
