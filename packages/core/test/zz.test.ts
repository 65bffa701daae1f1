import { it } from "vitest";
import { createVM } from "/work/main/packages/core/src/index.ts";
it("x", { timeout: 120000 }, async () => {
  for (const source of [
      "sum(range(10 ** 12))",
      "max(range(10 ** 12))",
      "10 ** 12 in iter(range(10 ** 15))",
      "for _ in range(10 ** 12): pass",
      "any(x < 0 for x in range(10 ** 12))",
      "import itertools\nfor x in itertools.count(): pass",
      "import itertools\nsum(itertools.repeat(1))",
      "import itertools\nlist(filter(None, itertools.repeat(0)))",
      "import collections, itertools\ncollections.deque(itertools.count(), maxlen=1)",
      "set(x % 2 for x in range(10 ** 12))",
      "class A:\n    def __eq__(self, other):\n        while True: pass\n[A()].index(A())",
      "'x'.join(str(x) for x in range(10 ** 12))",
      "dict.fromkeys(x % 10 for x in range(10 ** 12))",
      "sorted(range(1000), key=lambda x: sum(range(10 ** 9)))",
      "a, b = iter(int, 1), 2\n[*a]",
  ]) { const t = Date.now(); const e = await createVM({ limits: { instructions: 100000 } }).run(source).catch((e: Error) => e); console.log(Date.now() - t, source.slice(0, 60), String(e)); }
});
