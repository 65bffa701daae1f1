// What crossing the boundary costs, in ns a call: Python calling the host, and the host calling Python. Each figure is the
// best of many rounds, less an empty loop of the same kind. `node bench/boundary.mjs`.
import { arg, createVM, NativeClass, nativeFunction, nativeModule, t } from "@krait/core";

const vector = new NativeClass("Vec2", { identity: false });
vector
  .construct({ parameters: [arg("x", t.float), arg("y", t.float)], create: (x, y) => ({ x, y }) })
  .property("x", { type: t.float, get: (v) => v.x, set: (v, x) => (v.x = x) })
  .method("dot", { parameters: [arg("k", t.float)], returns: t.float, call: (v, k) => v.x * k + v.y * k })
  .method("touch", { returns: t.none, call: () => undefined })
  .operator("__add__", {
    operand: vector.type,
    returns: vector.type,
    call: (a, b) => ({ x: a.x + b.x, y: a.y + b.y }),
  })
  .operator("__iadd__", {
    operand: vector.type,
    returns: vector.type,
    call(a, b) {
      a.x += b.x;
      a.y += b.y;
      return a;
    },
  });

const host = nativeModule({
  name: "host",
  classes: [vector],
  functions: {
    nothing: nativeFunction({ returns: t.none, call: () => undefined }),
    same: nativeFunction({ parameters: [arg("n", t.int)], returns: t.int, call: (n) => n }),
    add: nativeFunction({
      parameters: [arg("a", t.float), arg("b", t.float)],
      returns: t.float,
      call: (a, b) => a + b,
    }),
    level: nativeFunction({
      parameters: [arg("kind", t.str), arg("level", t.int, 1)],
      returns: t.int,
      call: (_kind, level) => level,
    }),
  },
});

const vm = createVM({ modules: [host], limits: { activeTimeMs: Infinity, wallTimeMs: Infinity } });
vm.globals.set("untyped", (value) => value);
await vm.import("time");

const CALLS = {
  "host.nothing()": "nothing()",
  "host.same(i)": "same(i)",
  "host.add(1.5, 2.5)": "add(1.5, 2.5)",
  "host.level('orc')": "level('orc')",
  "host.level('orc', level=2)": "level('orc', level=2)",
  "untyped(i)": "untyped(i)",
  "vector.touch()": "v.touch()",
  "vector.dot(1.5)": "v.dot(1.5)",
  "vector.x": "v.x",
  "vector.x = 1.5": "v.x = 1.5",
  "Vec2(1.5, 2.5)": "Vec2(1.5, 2.5)",
  "vector + vector": "v + w",
  "vector += vector": "v += w",
};

const loops = Object.values(CALLS).map(
  (call, at) => `
def loop_${at}(n):
    v = Vec2(1.0, 2.0)
    w = Vec2(1.0, 2.0)
    for i in range(n): ${call}`,
);
await vm.run(`
import time
from host import *
def empty(n):
    for i in range(n): pass
${loops.join("\n")}
def best(loop, n):
    least = 1e9
    for _ in range(40):
        start = time.perf_counter()
        loop(n)
        least = min(least, time.perf_counter() - start)
    return least / n * 1e9
def measure(): return [best(loop, 20_000) for loop in [empty, ${loops.map((_, at) => `loop_${at}`).join(", ")}]]
def identity(value): return value
`);

console.log("Python calls the host, ns:");
await vm.run("measure()");
const [empty, ...figures] = await vm.run("measure()");
Object.keys(CALLS).forEach((name, at) => {
  console.log(`  ${name.padEnd(28)}${(figures[at] - empty).toFixed(0).padStart(8)}`);
});

console.log("The host calls Python, ns:");
const identity = vm.globals.get("identity");
/** The least time of a call of `work`, which calls `count` times. */
async function least(count, work) {
  let best = Infinity;
  for (let round = 0; round < 40; round++) {
    const start = performance.now();
    await work(count);
    best = Math.min(best, (performance.now() - start) / count);
  }
  return best * 1e6;
}
const HOST_CALLS = {
  "identity.callSync(i)": [
    20_000,
    (count) => {
      for (let i = 0; i < count; i++) identity.callSync(i);
    },
  ],
  "await identity(i)": [
    2_000,
    async (count) => {
      for (let i = 0; i < count; i++) await identity(i);
    },
  ],
  'vm.globals.get("x")': [
    20_000,
    (count) => {
      for (let i = 0; i < count; i++) vm.globals.get("x");
    },
  ],
};
vm.globals.set("x", 1);
for (const [name, [count, work]] of Object.entries(HOST_CALLS)) {
  console.log(`  ${name.padEnd(28)}${(await least(count, work)).toFixed(0).padStart(8)}`);
}
await vm.close();
