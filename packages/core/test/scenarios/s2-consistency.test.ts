// S2.6: an interrupt at every safe point of small workloads leaves their containers consistent.
import { describe, expect, it } from "vitest";
import { createVM, Scheduler, VirtualPlatform } from "../../src/index.ts";

/** What every workload may use: keys, items and managers whose methods are Python's own, so that each is a safe point. */
const COMMON = `
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, other):
        for _ in (1, 2): pass
        return isinstance(other, Key) and self.n == other.n
    def __lt__(self, other):
        for _ in (1, 2): pass
        return self.n < other.n
    def __repr__(self): return f"K{self.n}"
    def __str__(self): return "abc"[self.n % 3]
def slowly(items):
    for item in items:
        yield item
def same(found, all): return sorted(k.n for k in found) == sorted(k.n for k in all)
`;

interface Workload {
  readonly name: string;
  /** Runs before interrupts come. */
  readonly before?: string;
  readonly work: string;
  /** Must hold afterwards, wherever the interrupt came. */
  readonly invariant: string;
}

const WORKLOADS: readonly Workload[] = [
  {
    name: "sorted(key=...)",
    before: "items = [3, 1, 2, 5, 4]",
    work: "sorted(items, key=lambda n: -n)",
    invariant: "items == [3, 1, 2, 5, 4]",
  },
  {
    name: "list.sort with a foreign __lt__",
    before: "keys = [Key(n) for n in (3, 1, 2, 5, 4)]; items = keys[:]",
    work: "items.sort()",
    invariant: "len(items) == 5 and same(items, keys)",
  },
  {
    name: "list.sort(key=...), list.extend, del of a slice",
    before: "items = [3, 1, 2]; added = 0",
    work: "items.sort(key=lambda n: -n)\nitems.extend(slowly([7, 8]))\nitems[0:1] = slowly([9, 9])",
    invariant: "set(items) <= {1, 2, 3, 7, 8, 9} and len(items) in (3, 4, 5, 6)",
  },
  {
    name: "a dict with foreign keys",
    before: "d = {Key(n): n for n in range(5)}",
    work: "d[Key(7)] = 7\nd.pop(Key(1))\nd.setdefault(Key(9), 9)\nd.update({Key(2): 22})\ndel d[Key(0)]",
    invariant:
      "len(d) == len(list(d)) == len(d.values()) and all(d[k] % 10 == k.n for k in list(d)) and {Key(3), Key(4)} <= set(d)",
  },
  {
    name: "a set with foreign keys",
    before: "s = {Key(n) for n in range(5)}",
    work: "s.add(Key(8))\ns.discard(Key(2))\ns |= {Key(1), Key(9)}\ns -= {Key(0)}\ns & {Key(3)}",
    invariant: "len(s) == len(list(s)) and {Key(3), Key(4), Key(1)} <= s and all(k in s for k in list(s))",
  },
  {
    name: "a deque",
    before: "from collections import deque\nq = deque([1, 2, 3], maxlen=5)",
    work: "q.extend(slowly([4, 5, 6]))\nq.extendleft(slowly([0]))\nq.remove(4) if 4 in q else None\nq.count(Key(1))\nq.rotate(2)",
    invariant: "len(q) == len(list(q)) <= 5 and all(isinstance(n, int) for n in q)",
  },
  {
    name: "heapq",
    before: "import heapq\nkeys = [Key(n) for n in (5, 3, 8, 1, 9)]; heap = keys[:]",
    work: "heapq.heapify(heap)\nheapq.heappush(heap, keys[0])\nheapq.nsmallest(2, heap)",
    invariant: "len(heap) in (5, 6) and all(k in keys for k in heap) and set(k.n for k in heap) == {5, 3, 8, 1, 9}",
  },
  {
    name: "min, max, sum, any, all, zip, map",
    before: "keys = [Key(n) for n in range(4)]",
    work: "min(keys)\nmax(slowly(keys), key=lambda k: k.n)\nsum(slowly(range(9)))\nlist(zip(slowly('ab'), map(str, keys)))\nany(k.n > 9 for k in keys)",
    invariant: "[k.n for k in keys] == [0, 1, 2, 3]",
  },
  {
    name: "join, replace, format, repr",
    before: "keys = [Key(n) for n in range(4)]; loop = [1]; loop.append(loop)",
    work: "'-'.join(slowly('abc'))\n'banana'.replace('a', str(keys[1]))\nrepr(keys)\nf'{keys[0]} {keys}'\nstr({1: keys})\nrepr(loop)",
    invariant: "repr(keys) == '[K0, K1, K2, K3]' and repr(loop) == '[1, [...]]' and '-'.join('ab') == 'a-b'",
  },
  {
    name: "json",
    before: "import json\ndata = {'a': [1, {'b': None}]}; data2 = {'self': None}; data2['self'] = data2",
    work: "json.dumps(data, default=str, indent=1)\njson.loads('[1, {\"k\": [2]}]', object_hook=lambda d: d)",
    invariant: "json.dumps(data) == '{\"a\": [1, {\"b\": null}]}' and json.loads('[1]') == [1]",
  },
  {
    name: "a big power and a huge sum",
    work: "x = 3 ** 2000 % 7\nsum(range(3000))\npow(7, 500, 13)\nint('9' * 300) * int('8' * 300)",
    invariant: "3 ** 5 == 243",
  },
  {
    name: "a generator",
    before:
      "log = []\ndef g():\n    log.append('in')\n    try:\n        yield from slowly(range(4))\n    finally:\n        log.append('out')",
    work: "for n in g(): pass\ng().close()\nlist(g())\na, *b = g()",
    // One that was abandoned while suspended is closed only when it is collected.
    invariant: "log.count('in') - log.count('out') in (0, 1) and list(g()) == [0, 1, 2, 3]",
  },
  {
    name: "__enter__ and __exit__",
    before:
      "log = []\nclass M:\n    def __enter__(self):\n        log.append('enter')\n    def __exit__(self, *a):\n        log.append('exit')\n        for _ in (1, 2): pass",
    work: "with M(), M():\n    for _ in range(3): pass",
    invariant: "len(log) <= 4 and log.count('enter') - log.count('exit') in (0, 1, 2)",
  },
  {
    name: "a host callback",
    before: "seen = []",
    work: "seen.append(twice(2))\nseen.append(await later(3))\nseen.append(calls(lambda n: n + 1))\nfor n in (5, 6): seen.append(await later(n))",
    invariant: "seen == [4, 6, 8, 10, 12][:len(seen)]",
  },
  {
    name: "classes, attributes and properties",
    before:
      "class P:\n    def __set_name__(self, owner, name): self.name = name\n    def __get__(self, o, t=None): return len(o.__dict__) if o else self\nmade = []",
    work: "class A:\n    p = P()\n    def __init_subclass__(cls): made.append(cls.__name__)\nclass B(A): pass\nB().p\nsetattr(A, 'q', P())\nisinstance(B(), A)",
    invariant: "made in ([], ['B'])",
  },
  {
    name: "lru_cache and reduce",
    before:
      "from functools import lru_cache, reduce\n@lru_cache(maxsize=3)\ndef f(n): return n if n < 2 else f(n - 1) + f(n - 2)",
    work: "f(6)\nreduce(lambda a, b: a + b, slowly([1, 2, 3]))",
    invariant: "f(7) == 13 and f.cache_info().currsize <= 3",
  },
];

interface World {
  readonly run: (source: string) => Promise<unknown>;
  /** Runs, and interrupts after `turns` turns of one safe point each; answers whether it came in time. */
  readonly interrupted: (source: string, turns: number) => Promise<boolean>;
  readonly end: () => Promise<void>;
}

function world(): World {
  const platform = new VirtualPlatform({ seed: 1 });
  const scheduler = new Scheduler({ platform, quantum: 1, drive: "host" });
  const vm = createVM({ platform, scheduler, seed: 1 });
  vm.globals.set("twice", (n: number) => n * 2);
  vm.globals.set("later", async (n: number) => n * 2);
  vm.globals.set("calls", (func: { callSync(n: number): number }) => func.callSync(7));
  const settle = async (): Promise<void> => {
    await platform.advance(0);
  };
  const finish = async <T>(promise: Promise<T>): Promise<T> => {
    let isOver = false;
    const over = (): void => {
      isOver = true;
    };
    promise.then(over, over);
    for (;;) {
      while (scheduler.pump({ milliseconds: 1 }).ready > 0);
      await settle();
      if (isOver) return await promise;
    }
  };
  return {
    run: (source) => finish(vm.run(source)),
    interrupted: async (source, turns) => {
      const run = vm.run(source).then(
        () => "ended",
        (error: unknown) => (error as { type?: string }).type ?? String(error),
      );
      await Promise.resolve();
      let left = turns;
      while (vm.stats.entries > 0 && left > 0) {
        left--;
        if (scheduler.pump({ milliseconds: 1 }).ready === 0) await settle();
      }
      const isInTime = vm.interrupt();
      const outcome = await finish(run);
      expect([turns, outcome]).toEqual([turns, isInTime ? "KeyboardInterrupt" : "ended"]);
      return isInTime;
    },
    end: async () => {
      await finish(vm.close({ deadlineMs: 0 }));
    },
  };
}

describe("S2.6 an interrupt at every safe point", () => {
  it.each(WORKLOADS)(
    "S2.6 leaves consistent: $name",
    async ({ before = "", work, invariant }) => {
      const { run, interrupted, end } = world();
      await run(`${COMMON}\n${before}`);
      let turns = 0;
      for (let isInTime = true; isInTime; turns++) {
        await run(before);
        isInTime = await interrupted(work, turns);
        expect([turns, await run(invariant)]).toEqual([turns, true]);
        // And the same work can be done.
        if (turns % 10 === 0) await run(`${before}\n${work}`);
      }
      expect(turns).toBeGreaterThan(4);
      await end();
    },
    60_000,
  );
});
