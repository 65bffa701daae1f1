// The limit of live memory: scripts that keep ever more are stopped near it, scripts that drop what they make go on.
import { afterEach, describe, expect, it } from "vitest";
import { createVM, LimitError, Scheduler, type VM, type VMOptions } from "../../src/index.ts";
import { ManualPlatform, virtualPlatform } from "../../../../tools/testing/virtual-platform.ts";

const LIMIT = 2 * 2 ** 20;
const open: VM[] = [];

function limited(options: VMOptions = {}): { vm: VM; platform: ManualPlatform } {
  const platform = new ManualPlatform();
  const scheduler = new Scheduler({ platform, quantum: 20 });
  const vm = createVM({ name: "m", platform, scheduler, limits: { memoryBytes: LIMIT }, ...options });
  open.push(vm);
  return { vm, platform };
}

async function outcome(source: string, options?: VMOptions): Promise<{ result: unknown; vm: VM }> {
  const { vm, platform } = limited(options);
  const run = vm.run(source, { filename: "a.py" }).catch((error: unknown) => error);
  await platform.turns();
  return { result: await run, vm };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((vm) => vm.close({ deadlineMs: 0 })));
});

/** Each keeps ever more; none ends by itself. */
const GREEDY: Readonly<Record<string, string>> = {
  "small objects in a list": "kept = []\nn = 0\nwhile True:\n    n += 1\n    kept.append((n,))",
  "ints in a list": "kept = []\nwhile True:\n    kept.append(1)",
  floats: "kept = []\nx = 0.5\nwhile True:\n    x += 1.0\n    kept.append(x)",
  "a comprehension": "[x * 1.5 for x in range(10_000_000)]",
  "a dict": "kept = {}\nn = 0\nwhile True:\n    n += 1\n    kept[n] = n",
  "a set": "kept = set()\nn = 0\nwhile True:\n    n += 1\n    kept.add(n)",
  strings: "kept = []\nn = 0\nwhile True:\n    n += 1\n    kept.append('number %d of many' % n)",
  "long strings": "kept = []\nn = 0\nwhile True:\n    n += 1\n    kept.append(str(n) * 20_000)",
  joins:
    "kept = []\nwords = ['word'] * 1000\nwhile True:\n    words[0] = str(len(kept))\n    kept.append(' '.join(words))",
  "joins of few":
    "kept = []\nwhile True:\n    kept.append('-'.join([str(len(kept)), 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']))",
  "keys that compare in Python":
    "class K:\n    def __hash__(self): return id(self)\n    def __eq__(self, other): return self is other\nkept = {}\nwhile True: kept[K()] = 1",
  "pieces of bytes": "(b'a ' * 200_000).split()",
  "nested tuples": "t = ()\nwhile True:\n    t = (t,)",
  "displays in straight lines": `kept = []\nwhile True:\n${"    kept.append([1, 2, 3, 4, 5, 6, 7])\n".repeat(100)}`,
  "zeros in straight lines": `kept = []\nwhile True:\n${"    kept.append([0] * 20_000)\n".repeat(100)}`,
  "bytes in straight lines": `kept = []\nwhile True:\n${"    kept.append(bytes(100_000))\n".repeat(100)}`,
  "a bytearray": "b = bytearray()\nwhile True:\n    b += b'x' * 1000",
  generators:
    "def g(x):\n    for y in x: yield y\nkept = []\nwhile True:\n    x = g([1, 2])\n    next(x)\n    kept.append(x)",
  "a chain of generators": "def g(x):\n    yield from x\nx = iter([])\nwhile True:\n    x = g(x)",
  closures: "def f(n):\n    def g(): return n\n    return g\nkept = []\nwhile True: kept.append(f(1))",
  instances: "class A:\n    def __init__(self): self.x = self\nkept = []\nwhile True: kept.append(A())",
  "attributes of one instance": "class A: pass\nn = 0\na = A()\nwhile True:\n    n += 1\n    setattr(a, 'x%d' % n, n)",
  "attributes of many": "class A: pass\nn = 0\nwhile True:\n    n += 1\n    setattr(A(), 'x%d' % n, n)",
  classes: "kept = []\nwhile True: kept.append(type('A', (), {}))",
  code: "kept = []\nn = 0\nwhile True:\n    n += 1\n    kept.append(compile('x = %d' % n, 'f', 'exec'))",
  recursion: "import sys\nsys.setrecursionlimit(1_000_000)\ndef f(n): return f(n + 1) + 1\nf(0)",
  "big ints": "kept = []\nn = 1 << 60_000\nwhile True:\n    n += 1\n    kept.append(n)",
  "list repetition": "kept = []\nwhile True: kept.append([None] * 1000)",
  "copies of a dict": "kept = []\nd = dict.fromkeys(range(1000))\nwhile True: kept.append(d.copy())",
  exceptions: "kept = []\nwhile True:\n    try: 1 / 0\n    except ZeroDivisionError as e: kept.append(e)",
  "bound methods": "kept = []\nwhile True: kept.append(kept.append)",
};

describe("memoryBytes", () => {
  it.each(Object.entries(GREEDY))("stops %s", async (_name, source) => {
    const { result, vm } = await outcome(`try:\n${source.replace(/^/gm, "  ")}\nexcept BaseException: pass`);
    expect(result).toBeInstanceOf(LimitError);
    expect(result).toMatchObject({ limit: "memoryBytes", value: LIMIT, place: { file: "a.py" } });
    expect(vm.stats.memoryBytes).toBeGreaterThan(LIMIT);
    expect(vm.stats.memoryBytes).toBeLessThan(2 * LIMIT);
  });

  it.each([
    ["a deque", "from collections import deque\nkept = deque()\nwhile True: kept.append(1)"],
    ["a tee", "import itertools\na, b = itertools.tee(itertools.count())\nfor x in a: pass"],
    [
      "a cache",
      "from functools import lru_cache\n@lru_cache(None)\ndef f(x): return x\nn = 0\nwhile True:\n    n += 1\n    f(n)",
    ],
    ["parsed JSON", "import json\nkept = []\nwhile True: kept.append(json.loads('[' + '[], ' * 1000 + '0]'))"],
  ])("stops %s", async (_name, source) => {
    const vm = createVM({ limits: { memoryBytes: LIMIT } });
    open.push(vm);
    const result = await vm.run(source).catch((error: unknown) => error);
    expect(result).toMatchObject({ limit: "memoryBytes" });
  });

  it.each([
    ["small objects", "n = 0\nwhile n < 100_000:\n    n += 1\n    t = (n, [n], {n: n})\n'done'"],
    ["long strings", "n = 0\nwhile n < 300:\n    n += 1\n    t = str(n) * 50_000\n'done'"],
    ["cycles", "n = 0\nwhile n < 20_000:\n    n += 1\n    t = []\n    t.append(t)\n'done'"],
    ["classes", "n = 0\nwhile n < 3_000:\n    n += 1\n    class A: pass\n'done'"],
    ["code", "n = 0\nwhile n < 2_000:\n    n += 1\n    eval('%d + 1' % n)\n'done'"],
    [
      "one text in many places",
      "s = 'x' * 500_000\nkept = [[s] for n in range(5000)]\nfor n in range(100_000): t = [n]\n'done'",
    ],
    [
      "one integer in many places",
      "s = 1 << 60_000\nkept = [[s] for n in range(5000)]\nfor n in range(100_000): t = [n]\n'done'",
    ],
  ])("lets a script go on that drops or shares %s", async (_name, source) => {
    const { result, vm } = await outcome(source);
    expect(result).toBe("done");
    expect(vm.stats.memoryBytes).toBeGreaterThan(0);
    expect(vm.stats.memoryBytes).toBeLessThan(LIMIT);
  });

  it.each([
    ["padded texts", "('%d' % n).rjust(1000)", 1_000],
    ["sums of texts", "part + str(n)", 1_000],
    ["f-strings", "f'{part}{n}'", 1_000],
    ["joined texts", "''.join([part, str(n)])", 1_000],
    ["long padded texts", "('%d' % n).rjust(100_000)", 100_000],
    ["copies of a dict", "full.copy()", 50_000],
    ["JSON of empty arrays", "json.loads(nothing)", 400_000],
  ])("stops %s within a tenth of the limit, after a quiet while", async (_name, expression, bytes) => {
    // All seems fast, so quanta are long.
    const platform = virtualPlatform(0.01);
    const limit = 32 * 2 ** 20;
    const vm = createVM({
      platform,
      scheduler: new Scheduler({ platform }),
      limits: { memoryBytes: limit, wallTimeMs: Number.POSITIVE_INFINITY },
    });
    open.push(vm);
    const run = vm
      .run(
        `import json
part = 'x' * 1000
full = dict.fromkeys(range(1000))
nothing = '[' + '[],' * 4000 + '0]'
for n in range(100_000): pass
kept = []
while True:
    n += 1
    kept.append(${expression})`,
      )
      .catch((error: unknown) => error);
    expect(await run).toMatchObject({ limit: "memoryBytes" });
    const kept = vm.runSync("len(kept)") as number;
    expect(kept * bytes).toBeLessThan(1.1 * limit);
    expect(kept * bytes).toBeGreaterThan(limit / 2);
  });

  it("does not look into more texts than it takes to see that the limit is passed", async () => {
    const { result, vm } = await outcome(
      "part = 'x' * 100_000\nkept = []\nwhile True: kept.append(part + str(len(kept)))",
    );
    expect(result).toBeInstanceOf(LimitError);
    expect(vm.stats.memoryBytes).toBeLessThan(LIMIT + 200_000);
  });

  it("lets a text grow piece by piece", async () => {
    const { result } = await outcome("s = ''\nfor n in range(100_000): s += 'x'\nlen(s)");
    expect(result).toBe(100_000);
  });

  it("bounds an f-string as any other text", async () => {
    const { result } = await outcome("s = 'x'\ntry:\n    while True: s = f'{s}{s}'\nexcept MemoryError: pass\nlen(s)", {
      limits: { stringLength: 1_000 },
    });
    expect(result).toBe(512);
  });

  it("leaves a VM that can free what it holds and go on", async () => {
    const { vm, platform } = limited();
    const greedy = vm.run("kept = []\nwhile True: kept.append([])").catch((error: unknown) => error);
    await platform.turns();
    expect(await greedy).toMatchObject({ limit: "memoryBytes" });
    for (const source of ["1", "len(kept) > 1000", "del kept", "n = 0\nwhile n < 50_000: n += 1"]) {
      const run = vm.run(source);
      await platform.turns();
      await run;
    }
    expect(vm.stats.memoryBytes).toBeLessThan(LIMIT);
  });

  it("stops a synchronous run, and tells the line", () => {
    const { vm } = limited();
    let error: unknown;
    try {
      vm.runSync("kept = []\nwhile True:\n    kept.append([])", { filename: "b.py" });
    } catch (each) {
      error = each;
    }
    expect(error).toMatchObject({ limit: "memoryBytes", place: { file: "b.py" } });
    expect(vm.runSync("kept = None\n1")).toBe(1);
  });

  it("counts what only the host holds", async () => {
    const { vm, platform } = limited();
    const makers = vm.run("def make(): return type('A', (), {'x': [0] * 100_000})()\nmake");
    await platform.turns();
    const make = (await makers) as { callSync(): unknown };
    const held: unknown[] = [];
    expect(() => {
      for (let i = 0; i < 10; i++) {
        held.push(make.callSync());
        vm.runSync("for i in range(30_000): t = [i]");
      }
    }).toThrow(LimitError);
    expect(held.length).toBeGreaterThan(1);
  });

  it("runs no census of its own without a limit", async () => {
    const { result, vm } = await outcome("[[] for i in range(50_000)]\n'done'", {
      limits: { memoryBytes: Number.POSITIVE_INFINITY },
    });
    expect(result).toBe("done");
    expect(vm.stats.memoryBytes).toBe(0);
  });
});
