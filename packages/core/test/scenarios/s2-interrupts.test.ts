// S2: stopping scripts. Numbers are those of the scenarios that the engine must survive.
import { describe, expect, it } from "vitest";
import {
  defaultPlatform,
  LimitError,
  type PythonCallable,
  PythonError,
  Scheduler,
  TerminatedError,
  type VM,
} from "../../src/index.ts";
import { nextTurn } from "../event-loop.ts";
import { thrown } from "../failing.ts";
import { openVMs } from "../open-vms.ts";

const vm = openVMs();

/** Run a script that calls `ready()`, and do something once it has. */
async function whenReady(own: VM, source: string, act: () => void): Promise<unknown> {
  let isReady = false;
  own.globals.set("ready", () => {
    if (isReady) return;
    isReady = true;
    setImmediate(act);
  });
  return await own.run(source);
}

describe("S2 interrupts", () => {
  it("S2.1 `while True: pass` is stopped; finally runs; the VM is usable again", async () => {
    const said: string[] = [];
    const own = vm({ stdout: (text) => said.push(text) });
    const source = "ready()\ntry:\n    while True: pass\nfinally:\n    print('cleanup', end='')";
    await expect(whenReady(own, source, () => own.interrupt("stop"))).rejects.toMatchObject({
      type: "KeyboardInterrupt",
      message: "stop",
    });
    expect(said).toEqual(["cleanup"]);
    expect(await own.run("1 + 1")).toBe(2);
  });

  describe("S2.1 by a function of the host that the script calls", () => {
    const SPIN = "n = 0\nact()\nwhile True:\n    n += 1";

    it.each(["run", "runSync", "callSync"] as const)("it takes effect at the next safe point of %s", async (entry) => {
      const own = vm();
      own.globals.set("act", () => own.interrupt("now"));
      if (entry === "run") await expect(own.run(SPIN)).rejects.toMatchObject({ message: "now" });
      if (entry === "runSync") expect(thrown(() => own.runSync(SPIN))).toMatchObject({ message: "now" });
      if (entry === "callSync") {
        own.runSync("def spin():\n    global n\n    n = 0\n    act()\n    while True:\n        n += 1");
        const spin = own.globals.get("spin") as PythonCallable;
        expect(thrown(() => spin.callSync())).toMatchObject({ type: "KeyboardInterrupt", message: "now" });
      }
      expect(own.globals.get("n")).toBe(0);
    });

    it.each(["interrupt", "terminate"] as const)(
      "%s reaches callers as soon as what they called returns",
      async (how) => {
        const own = vm();
        own.globals.set("act", () => void own[how]());
        own.runSync("def inner():\n    global m\n    m = 0\n    act()\n    while True:\n        m += 1");
        const inner = own.globals.get("inner") as PythonCallable;
        const outcome = { interrupt: "KeyboardInterrupt", terminate: "TerminatedError" }[how];
        for (const call of [() => inner.callSync(), () => own.runSync("inner()")]) {
          own.globals.set("middle", () => void thrown(call));
          const error = (await own.run("n = 0\nmiddle()\nwhile True:\n    n += 1").catch((each: unknown) => each)) as {
            type?: string;
            name: string;
          };
          expect([error.type ?? error.name, own.globals.get("n"), own.globals.get("m")]).toEqual([outcome, 0, 0]);
        }
      },
    );

    it("it costs a script that catches it nothing: its safe points are counted as ever", async () => {
      const counts: number[] = [];
      for (const isAsked of [false, true]) {
        const scheduler = new Scheduler({ platform: defaultPlatform(), quantum: 50 });
        const own = vm({ scheduler });
        own.globals.set("act", () => void (isAsked && own.interrupt()));
        await own.run(
          "def work():\n    for n in range(1000):\n        try:\n            if n % 100 == 0: act()\n            for _ in range(3): pass\n        except KeyboardInterrupt: pass\nwork()",
        );
        counts.push(own.stats.instructions);
      }
      const [plain, asked] = counts as [number, number];
      // Each of ten interrupts leaves out three rounds of the inner loop at the most.
      expect(asked).toBeLessThanOrEqual(plain);
      expect(asked).toBeGreaterThan(plain - 50);
    });
  });

  it("S2.2 two interrupts before one safe point give one; an idle VM ignores it", async () => {
    const own = vm();
    const source =
      "count = 0\nready()\ntry:\n    while True: pass\nexcept KeyboardInterrupt:\n    count += 1\nfor _ in range(10000): pass\ncount";
    const twice = (): void => {
      own.interrupt();
      own.interrupt();
    };
    expect(await whenReady(own, source, twice)).toBe(1);
    expect(own.interrupt()).toBe(false);
    expect(await own.run("sum(range(10000))")).toBe(49_995_000);
  });

  it.each([
    "while True:\n    try:\n        ready()\n        while True: pass\n    except BaseException: pass",
    "def f():\n    try:\n        ready()\n        while True: pass\n    finally:\n        while True: pass\nf()",
    "while True:\n    try:\n        ready()\n        raise ValueError\n    except: pass",
  ])("S2.3 what swallows interrupts is ended by terminate and by limits: %j", async (source) => {
    const own = vm();
    const terminated = whenReady(own, source, () => {
      own.interrupt();
      setImmediate(() => own.terminate("enough"));
    });
    await expect(terminated).rejects.toBeInstanceOf(TerminatedError);
    const limited = vm({ limits: { activeTimeMs: 50 } });
    limited.globals.set("ready", () => {});
    await expect(limited.run(source)).rejects.toMatchObject({ limit: "activeTimeMs", value: 50 });
    expect(await own.run("1")).toBe(1);
  });

  it("S2.4 an interrupt wakes at once what waits on a Promise; after it nothing of a flood is written", async () => {
    const own = vm();
    own.globals.set("never", () => new Promise(() => {}));
    const waiting = own.run("await never()");
    await nextTurn();
    await nextTurn();
    own.interrupt();
    await expect(waiting).rejects.toMatchObject({ type: "KeyboardInterrupt" });
    expect(own.stats.pendingHostCalls).toBe(0);
    const said: string[] = [];
    const flood = vm({ stdout: (text) => said.push(text) });
    let count = -1;
    const running = whenReady(flood, "ready()\nwhile True: print('x')", () => {
      flood.interrupt();
    });
    await running.catch(() => {
      count = said.length;
    });
    await nextTurn();
    expect(said.length).toBe(count);
  });

  it("S2.5 interrupting VM1 leaves VM0 untouched", async () => {
    const scheduler = new Scheduler({ platform: defaultPlatform() });
    const [zero, one] = [vm({ scheduler }), vm({ scheduler })];
    const undisturbed = zero.run("total = 0\nfor n in range(200000): total += n\ntotal");
    await expect(whenReady(one, "ready()\nwhile True: pass", () => one.interrupt())).rejects.toBeInstanceOf(
      PythonError,
    );
    expect(await undisturbed).toBe(19_999_900_000);
  });

  it.each([
    ["sorted(key=...)", "sorted(range(10**6), key=lambda n: -n)"],
    ["a huge sum", "sum(n for n in range(10**9))"],
    ["a generator", "list(n for n in iter(int, 1))"],
    ["a regular expression", "import re\nready()\nre.match('(a|a)*b', 'a' * 100)"],
    ["a function that re.sub calls", "import re\nready()\nre.sub('', lambda match: sum(iter(int, 1)), 'abc')"],
    [
      "__exit__",
      "class C:\n    def __enter__(self): pass\n    def __exit__(self, *a):\n        while True: pass\nwith C(): pass",
    ],
    [
      "__eq__ during a dict look-up",
      "class K:\n    def __hash__(self): return 1\n    def __eq__(self, other):\n        while True: pass\nd = {K(): 1}\nd[K()]",
    ],
  ])("S2.6 an interrupt inside %s leaves the VM usable", async (_name, source) => {
    const own = vm();
    await expect(whenReady(own, `ready()\n${source}`, () => own.interrupt())).rejects.toMatchObject({
      type: "KeyboardInterrupt",
    });
    expect(await own.run("sorted([3, 1, 2]), {1: 2}[1]")).toEqual([[1, 2, 3], 2]);
  });

  it.each([
    ["instructions", 300_000, "re.match('(a|a)*b', 'a' * 100)"],
    ["activeTimeMs", 50, "re.match('(a|a)*b', 'a' * 100)"],
    ["memoryBytes", 3_000_000, "re.match('(?:a|b)*c', 'ab' * 500_000)"],
  ])(
    "S2.3 a regular expression that tries ways without end is stopped by the limit %s",
    async (limit, value, source) => {
      const own = vm({ limits: { [limit]: value } });
      await expect(own.run(`import re\ntry: ${source}\nexcept BaseException: pass`)).rejects.toMatchObject({ limit });
    },
  );

  it("S2.7 `except undefined_name:` raises NameError and does not hang", async () => {
    await expect(vm().run("try:\n    1 / 0\nexcept undefined_name:\n    pass")).rejects.toMatchObject({
      type: "NameError",
    });
  });

  it("stops what writes more than it may, and tells the line", async () => {
    let length = 0;
    const own = vm({
      limits: { outputBytes: 1_000 },
      stdout: (text) => {
        length += text.length;
      },
    });
    const run = own.run("while True:\n    try:\n        print('0123456789')\n    except BaseException: pass", {
      filename: "a.py",
    });
    const error = await run.catch((each: unknown) => each);
    expect(error).toBeInstanceOf(LimitError);
    expect(error).toMatchObject({ limit: "outputBytes", value: 1_000, place: { file: "a.py" } });
    expect(length).toBeLessThanOrEqual(1_000);
    expect(await own.run("1")).toBe(1);
  });

  it("stops the run that asks more of the host at once than it may, and no other", async () => {
    const own = vm({ limits: { pendingHostCalls: 2 } });
    const waiting: ((value: number) => void)[] = [];
    own.globals.set("wait", () => new Promise<number>((resolve) => waiting.push(resolve)));
    const runs = [1, 2, 3].map(() => own.run("await wait()").catch((error: unknown) => error));
    expect(await runs[2]).toMatchObject({ limit: "pendingHostCalls", value: 2 });
    waiting.forEach((settle, index) => settle(index));
    expect(await Promise.all(runs.slice(0, 2))).toEqual([0, 1]);
  });

  it("refuses an entry above the limit of tasks, and takes it when another has ended", async () => {
    const own = vm({ limits: { tasks: 2 } });
    let settle = (_value: number): void => {};
    const first = new Promise<number>((resolve) => {
      settle = resolve;
    });
    own.globals.set("wait", () => first);
    const runs = [own.run("await wait()"), own.call("wait")];
    const refused = await own.run("1").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LimitError);
    expect(refused).toMatchObject({ limit: "tasks", value: 2, place: null });
    expect(() => own.runSync("1")).toThrow(LimitError);
    await expect(own.eval("1")).rejects.toThrow("tasks = 2");
    settle(7);
    expect(await Promise.all(runs)).toEqual([7, 7]);
    expect(own.runSync("1")).toBe(1);
  });

  it("has no limit of tasks or timers where Infinity lifts it", async () => {
    const limits = { tasks: Number.POSITIVE_INFINITY, timers: Number.POSITIVE_INFINITY };
    const own = vm({ limits });
    await own.run("import time");
    const runs = Array.from({ length: 50 }, (_, n) => own.run(`time.sleep(0.001)\n${n}`));
    expect(await Promise.all(runs)).toEqual(runs.map((_, n) => n));
  });

  it("stops the run whose timer is one too many, which no Python code can catch, and tells the line", async () => {
    const said: string[] = [];
    const own = vm({ limits: { timers: 2, pendingHostCalls: 1 }, stdout: (text) => said.push(text) });
    await own.run("import time");
    const source = "try:\n    time.sleep(600)\nexcept BaseException:\n    print('caught')";
    const runs = [1, 2, 3].map(() => own.run(source, { filename: "a.py" }).catch((error: unknown) => error));
    const error = await runs[2];
    expect(error).toBeInstanceOf(LimitError);
    expect(error).toMatchObject({ limit: "timers", value: 2, place: { file: "a.py", line: 2 } });
    expect([said, own.stats.entries]).toEqual([[], 2]);
    own.terminate();
    await Promise.all(runs);
    await own.run("time.sleep(0); time.sleep(0); time.sleep(0)");
  });

  it("ends a run whose AbortSignal aborts, and refuses one that has aborted", async () => {
    const own = vm();
    const controller = new AbortController();
    own.globals.set("ready", () => {
      setImmediate(() => controller.abort(new Error("no longer wanted")));
    });
    await expect(own.run("ready()\nwhile True: pass", { signal: controller.signal })).rejects.toThrow(
      "no longer wanted",
    );
    await expect(own.run("1", { signal: controller.signal })).rejects.toThrow("no longer wanted");
    expect(await own.run("1")).toBe(1);
  });
});
