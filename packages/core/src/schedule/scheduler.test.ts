// The scheduler with a clock and an event loop of the test's own.
import { describe, expect, it } from "vitest";
import { imported, ManualPlatform, settled } from "../../../../tools/testing/virtual-platform.ts";
import { defineShelf } from "../extend.ts";
import {
  ClosedError,
  createVM,
  InternalError,
  LimitError,
  PythonError,
  Scheduler,
  TerminatedError,
  type VM,
  type VMOptions,
} from "../index.ts";

interface World {
  readonly platform: ManualPlatform;
  readonly scheduler: Scheduler;
  readonly output: string[];
  vm(options?: VMOptions): VM;
}

function world(options: { quantum?: number; sliceMs?: number } = {}): World {
  const platform = new ManualPlatform();
  const scheduler = new Scheduler({ platform, ...options });
  const output: string[] = [];
  const stdout = (text: string): void => {
    if (text !== "\n") output.push(text.trimEnd());
  };
  return { platform, scheduler, output, vm: (own) => createVM({ platform, scheduler, stdout, ...own }) };
}

/** How a run ended, without making the test runner wait for it. */
function outcomeOf(run: Promise<unknown>): { value?: unknown; error?: unknown } {
  const outcome: { value?: unknown; error?: unknown } = {};
  run.then(
    (value) => {
      outcome.value = value;
    },
    (error: unknown) => {
      outcome.error = error;
    },
  );
  return outcome;
}

const COUNT = (name: string, to: number): string => `for n in range(${to}): print("${name}")`;
const SPIN = "while True: pass";

describe("turns", () => {
  it("runs nothing before its first turn, and arranges one turn at a time", async () => {
    const { platform, output, vm } = world({ quantum: 1, sliceMs: 4 });
    platform.step = 1;
    const outcome = outcomeOf(vm().run(COUNT("a", 20)));
    await settled();
    expect([output.length, platform.tasks.length]).toEqual([0, 1]);
    let turns = 0;
    while (platform.turn()) {
      turns++;
      expect(platform.tasks.length).toBeLessThanOrEqual(1);
    }
    await settled();
    expect(output).toHaveLength(20);
    expect(turns).toBeGreaterThan(4);
    expect(outcome).toEqual({ value: null });
  });

  it("shares its time among VMs evenly", async () => {
    const { platform, scheduler, output, vm } = world({ quantum: 8 });
    const runs = ["a", "b", "c"].map((name) => vm().run(COUNT(name, 200)));
    await settled();
    expect(scheduler.readyCount).toBe(3);
    while (scheduler.pump({ milliseconds: 1 }).ready > 0);
    await Promise.all(runs);
    expect(output).toHaveLength(600);
    const counts = new Map<string, number>();
    for (const name of output) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const all = ["a", "b", "c"].map((each) => counts.get(each) ?? 0);
      expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(8);
    }
    expect(platform.turn()).toBe(true);
    expect(platform.tasks).toEqual([]);
  });

  it("gives a VM no larger share for having more to run", async () => {
    const { scheduler, output, vm } = world({ quantum: 8 });
    const crowded = vm();
    const runs = [1, 2, 3].map(() => crowded.run(COUNT("many", 50)));
    runs.push(vm().run(COUNT("one", 150)));
    await settled();
    while (scheduler.pump({ milliseconds: 1 }).ready > 0);
    await Promise.all(runs);
    const half = output.slice(0, 150).filter((name) => name === "one").length;
    expect(half).toBeGreaterThan(60);
    expect(half).toBeLessThan(90);
  });

  it("runs the scripts of one VM one after the other, until one waits", async () => {
    const { platform, output, vm } = world({ quantum: 1 });
    const one = vm();
    await imported(platform, one, "time");
    const runs = [
      one.run(COUNT("a", 30)),
      one.run(`import time\nprint("b")\ntime.sleep(1)\nprint("end")`),
      one.run(COUNT("c", 30)),
    ];
    await platform.drain();
    await Promise.all(runs);
    expect(output).toEqual([...Array(30).fill("a"), "b", ...Array(30).fill("c"), "end"]);
  });
});

describe("pump", () => {
  it("says whether there is more to run", async () => {
    const { scheduler, output, vm } = world({ quantum: 20 });
    expect(scheduler.pump({ milliseconds: 5 })).toEqual({ ready: 0, parked: 0, nextTimerMs: null });
    const run = vm().run(COUNT("a", 3));
    await settled();
    let pumps = 0;
    while (scheduler.pump({ milliseconds: 0.5 }).ready > 0) pumps++;
    await run;
    expect(output).toEqual(["a", "a", "a"]);
    expect(pumps).toBeLessThan(10);
  });

  it("keeps its time, whatever a safe point takes", async () => {
    for (const cost of [0.0001, 0.005, 0.02]) {
      const { platform, scheduler, vm } = world();
      const own = vm({
        stdout: () => {
          platform.time += cost;
        },
      });
      const outcome = outcomeOf(own.run("while True: print()"));
      await settled();
      scheduler.pump({ milliseconds: 100 });
      for (let frame = 0; frame < 20; frame++) {
        const start = platform.time;
        expect(scheduler.pump({ milliseconds: 4 }).ready).toBe(1);
        expect(platform.time - start).toBeGreaterThanOrEqual(4);
        expect(platform.time - start).toBeLessThan(6);
      }
      own.terminate();
      await settled();
      expect(outcome.error).toBeInstanceOf(TerminatedError);
    }
  });

  it("keeps its time with portions of natives, too, which no count of instructions tells of", async () => {
    const { platform, scheduler, vm } = world();
    const own = vm();
    const warm = own.run("items = [1, 2.5] * 50_000\nfor _ in range(1_000_000): pass");
    await platform.turns();
    await warm;
    const run = own.run("items.sort()");
    await settled();
    platform.step = 1;
    let pumps = 0;
    while (scheduler.pump({ milliseconds: 4 }).ready > 0) pumps++;
    await run;
    expect(pumps).toBeGreaterThan(10);
  });
});

describe("limits", () => {
  const limited = (limits: VMOptions["limits"]): VMOptions => ({ ...(limits && { limits }) });

  it("stops at a number of instructions, the same in any slices", async () => {
    const counts: number[] = [];
    for (const quantum of [1, 7, 1_000_000]) {
      const { platform, output, vm } = world({ quantum });
      const source = `
try:
    while True: print("x")
except BaseException:
    print("caught")
finally:
    print("finally")`;
      const outcome = outcomeOf(vm(limited({ instructions: 500 })).run(source));
      await platform.drain();
      expect(outcome.error).toBeInstanceOf(LimitError);
      expect(outcome.error).toMatchObject({ limit: "instructions", value: 500 });
      expect(new Set(output)).toEqual(new Set(["x"]));
      counts.push(output.length);
    }
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    expect(counts[0]).toBeGreaterThan(50);
  });

  it("counts anew for each run", async () => {
    const { platform, vm } = world({ quantum: 10 });
    const one = vm(limited({ instructions: 200 }));
    for (let round = 0; round < 5; round++) {
      const outcome = outcomeOf(one.run("for n in range(100): pass\nn"));
      await platform.drain();
      expect(outcome).toEqual({ value: 99 });
    }
  });

  it("stops at the active time, which waits do not count for", async () => {
    const { platform, output, vm } = world({ quantum: 10 });
    const one = vm(limited({ activeTimeMs: 100, wallTimeMs: 1e9 }));
    await imported(platform, one, "time");
    platform.step = 0.5;
    const outcome = outcomeOf(one.run(`import time\ntime.sleep(3600)\nprint("slept")\n${SPIN}`));
    await platform.drain();
    expect(output).toEqual(["slept"]);
    expect(outcome.error).toMatchObject({ limit: "activeTimeMs", value: 100 });
  });

  it("stops a burst, however much a run that waits in between has run", async () => {
    const { platform, output, vm } = world({ quantum: 10 });
    const one = vm(limited({ burstTimeMs: 100, activeTimeMs: 1e9, wallTimeMs: 1e9 }));
    await imported(platform, one, "time");
    platform.step = 0.5;
    const patient =
      "import time\nfor n in range(20):\n    time.sleep(1)\n    for m in range(200): pass\nprint('rested')\n";
    const outcome = outcomeOf(one.run(`${patient}${SPIN}`));
    await platform.drain();
    expect(output).toEqual(["rested"]);
    expect(outcome.error).toMatchObject({ limit: "burstTimeMs", value: 100 });
    expect(one.stats.activeTimeMs).toBeGreaterThan(200);
    expect(one.stats.worstSliceMs).toBeGreaterThan(0);
    expect(one.stats.worstSliceMs).toBeLessThan(50);
  });

  it("counts no burst where a module of the library comes to a VM for the first time, and takes its time", async () => {
    const { platform, vm } = world({ quantum: 1e6 });
    const library = { name: "books", table: defineShelf({ modules: { one: "", two: "" } }), setUp() {} };
    const reader = vm({ ...limited({ burstTimeMs: 100, wallTimeMs: 1e9 }), modules: [library] });
    // Stands for the compiler.
    reader.globals.set("work", () => void (platform.time += 200));
    const first = outcomeOf(reader.run("import one\nwork()"));
    await platform.drain();
    expect(first).toEqual({ value: null });
    const again = (name: string): string => `import sys\ndel sys.modules["${name}"]\nimport ${name}\nwork()\n${SPIN}`;
    const second = outcomeOf(reader.run(again("one")));
    await platform.drain();
    expect(second.error).toMatchObject({ limit: "burstTimeMs", value: 100 });
    expect(reader.runSync("import two\nwork()\n1")).toBe(1);
    expect(() => reader.runSync(again("two"))).toThrow("burstTimeMs = 100");
  });

  it("stops at the wall time a script that runs", async () => {
    const { platform, vm } = world({ quantum: 10 });
    platform.step = 1;
    const outcome = outcomeOf(vm(limited({ wallTimeMs: 300 })).run(SPIN));
    await platform.drain();
    expect(outcome.error).toMatchObject({ limit: "wallTimeMs", value: 300 });
    expect(platform.time).toBeLessThan(400);
  });

  it("stops at the wall time a script that waits", async () => {
    const { platform, output, vm } = world();
    const source = `import time\ntry:\n    time.sleep(3600)\nfinally:\n    print("finally")`;
    const one = vm(limited({ wallTimeMs: 500 }));
    await imported(platform, one, "time");
    const outcome = outcomeOf(one.run(source));
    await platform.drain();
    expect(outcome.error).toMatchObject({ limit: "wallTimeMs", value: 500 });
    expect(output).toEqual([]);
    expect(platform.time).toBeLessThan(600);
    expect(platform.timers).toEqual([]);
  });

  it("stops at the wall time a wait for a module that never comes", async () => {
    const { platform, vm } = world();
    const own = vm({ ...limited({ wallTimeMs: 500 }), loader: () => new Promise(() => {}) });
    const outcome = outcomeOf(own.run("import slow"));
    await platform.drain();
    expect(outcome.error).toMatchObject({ limit: "wallTimeMs" });
  });

  it("leaves the VM and its neighbours usable", async () => {
    const { platform, vm } = world({ quantum: 50 });
    const one = vm(limited({ instructions: 1_000 }));
    const stopped = outcomeOf(one.run(`x = 5\n${SPIN}`));
    const neighbour = outcomeOf(vm().run("sum(range(1000))"));
    await platform.drain();
    expect(stopped.error).toBeInstanceOf(LimitError);
    expect(neighbour).toEqual({ value: 499_500 });
    const again = outcomeOf(one.run("x + 1"));
    await platform.drain();
    expect(again).toEqual({ value: 6 });
  });
});

describe("interrupt", () => {
  it("raises KeyboardInterrupt where the script is", async () => {
    const { platform, vm } = world({ quantum: 10 });
    const one = vm();
    const outcome = outcomeOf(one.run(`def spin():\n    ${SPIN}\nspin()`, { filename: "a.py" }));
    await settled();
    platform.step = 1;
    platform.turn();
    one.interrupt();
    await platform.drain();
    expect(outcome.error).toBeInstanceOf(PythonError);
    expect(outcome.error).toMatchObject({ type: "KeyboardInterrupt" });
    expect((outcome.error as PythonError).frames.map((frame) => frame.function)).toEqual(["<module>", "spin"]);
  });

  it("is caught by the try around it, wherever it comes", async () => {
    const source = `
def numbers():
    try:
        yield from [x for x in (3, 1, 2) if x]
    finally:
        print("closed")
class Manager:
    def __enter__(self): return self
    def __exit__(self, *args): return None
try:
    print("begin")
    while True:
        with Manager():
            print(sorted(numbers(), key=lambda x: -x), {str(k): [k] for k in range(3)}, sum(numbers()))
        try:
            {}["a"]
        except KeyError:
            pass
except KeyboardInterrupt:
    print("caught")
print("end")`;
    for (let quanta = 0; quanta < 250; quanta++) {
      const { platform, scheduler, output, vm } = world({ quantum: 1 });
      platform.step = 1;
      const one = vm();
      const outcome = outcomeOf(one.run(source));
      await settled();
      while (output[0] !== "begin") scheduler.pump({ milliseconds: 1 });
      for (let n = 0; n < quanta; n++) scheduler.pump({ milliseconds: 1 });
      one.interrupt();
      await platform.drain();
      expect([quanta, outcome.error]).toEqual([quanta, undefined]);
      expect(output.slice(-2)).toEqual(["caught", "end"]);
      expect(output.filter((line) => line === "caught")).toHaveLength(1);
    }
  });

  it("reaches one VM only, once", async () => {
    const { platform, output, vm } = world({ quantum: 10 });
    const [one, other] = [vm(), vm()];
    const source = `
try:
    ${SPIN}
except KeyboardInterrupt:
    print("caught")
for n in range(1000): pass
print("end")`;
    const outcome = outcomeOf(one.run(source));
    const neighbour = outcomeOf(other.run("for n in range(2000): pass\nn"));
    await settled();
    platform.step = 1;
    platform.turn();
    one.interrupt();
    await platform.drain();
    expect([outcome, neighbour]).toEqual([{ value: null }, { value: 1999 }]);
    expect(output).toEqual(["caught", "end"]);
    const later = outcomeOf(one.run("7"));
    await platform.drain();
    expect(later).toEqual({ value: 7 });
  });

  it("wakes a script that sleeps, whose timer is then called off", async () => {
    const { platform, scheduler, output, vm } = world();
    const one = vm();
    await imported(platform, one, "time");
    const source = `
import time
try:
    time.sleep(50)
except KeyboardInterrupt:
    print("woken")
time.sleep(5)
print("slept")`;
    const outcome = outcomeOf(one.run(source));
    await settled();
    platform.turn();
    one.interrupt();
    // What is left is the end of the run's wall time.
    expect(scheduler.pump({ milliseconds: 0 }).nextTimerMs).toBeGreaterThan(59_000);
    await platform.drain();
    expect(outcome).toEqual({ value: null });
    expect(output).toEqual(["woken", "slept"]);
    expect(platform.time).toBeLessThan(10_000);
  });

  it("wakes a script that waits for a module, which is dropped when it comes", async () => {
    const { platform, output, vm } = world();
    let give = (): void => {};
    const one = vm({
      loader: () =>
        new Promise((resolve) => {
          give = () => resolve({ source: "print('loaded')", filename: "slow.py" });
        }),
    });
    await imported(platform, one, "time");
    const source = `
import time
try:
    import slow
except KeyboardInterrupt:
    print("woken")
time.sleep(1)
print("end")`;
    const outcome = outcomeOf(one.run(source));
    await settled();
    platform.turn();
    one.interrupt();
    platform.turn();
    give();
    await platform.drain();
    expect(outcome).toEqual({ value: null });
    expect(output).toEqual(["woken", "end"]);
  });

  it("does nothing to a VM that runs nothing", async () => {
    const { platform, vm } = world();
    const one = vm();
    one.interrupt();
    const outcome = outcomeOf(one.run("1"));
    await platform.drain();
    expect(outcome).toEqual({ value: 1 });
  });
});

describe("close", () => {
  it("interrupts what runs and what waits: cleanup is done, and the run tells that the VM has closed", async () => {
    const { platform, scheduler, output, vm } = world({ quantum: 10 });
    const one = vm();
    await imported(platform, one, "time");
    const guard = (text: string): string => `import time\ntry:\n    ${text}\nfinally:\n    print("finally")`;
    const outcomes = [guard(SPIN), guard("time.sleep(100)"), guard(SPIN)].map((text) => outcomeOf(one.run(text)));
    await settled();
    platform.step = 1;
    platform.turn();
    void one.close();
    await platform.drain();
    for (const { error } of outcomes) expect(error).toBeInstanceOf(ClosedError);
    expect(output).toEqual(["finally"]);
    expect([scheduler.readyCount, platform.timers]).toEqual([0, []]);
    await expect(one.run("1")).rejects.toThrow(ClosedError);
  });

  it("leaves other VMs alone, and may be called again", async () => {
    const { platform, vm } = world({ quantum: 10 });
    const [one, other] = [vm(), vm()];
    const outcomes = [outcomeOf(one.run(SPIN)), outcomeOf(other.run("for n in range(500): pass\nn"))];
    await settled();
    expect(one.close()).toBe(one.close());
    await platform.drain();
    expect(outcomes[0]?.error).toBeInstanceOf(Error);
    expect(outcomes[1]).toEqual({ value: 499 });
  });
});

describe("errors of JavaScript", () => {
  it("end the run as an internal error with the Python traceback, and close the VM", async () => {
    const { platform, vm } = world();
    const now = (): number => {
      throw new RangeError("boom");
    };
    const one = vm({ platform: Object.assign(Object.create(platform), { now }) });
    await imported(platform, one, "time");
    const source = "import time\ndef f():\n    time.time()\ntry:\n    f()\nexcept BaseException:\n    pass";
    const outcome = outcomeOf(one.run(source, { filename: "a.py" }));
    const neighbour = outcomeOf(vm().run("1 + 1"));
    await platform.drain();
    expect(outcome.error).toBeInstanceOf(InternalError);
    expect(outcome.error).toMatchObject({ message: "internal error of the engine: boom" });
    expect((outcome.error as InternalError).traceback).toMatch(
      /File "a\.py", line 5, in <module>\n {2}File "a\.py", line 3, in f/,
    );
    expect(neighbour).toEqual({ value: 2 });
    await expect(one.run("1")).rejects.toThrow(ClosedError);
  });

  it("of a stream of the host's are raised where the script writes", async () => {
    const { platform, vm } = world();
    const one = vm({
      stdout: () => {
        throw new RangeError("boom");
      },
    });
    const source = `
import sys
seen = []
for write in (lambda: print(1), lambda: print(1, [2]), lambda: sys.stdout.write("x"), lambda: sys.stdout.writelines(["x"])):
    try:
        write()
    except RuntimeError as error:
        seen.append(str(error))
seen`;
    const outcome = outcomeOf(one.run(source));
    await platform.drain();
    expect(outcome).toEqual({ value: Array(4).fill("RangeError: boom") });
  });

  it("of a loader reach the script that waits, not another one of the VM", async () => {
    const { platform, output, vm } = world({ quantum: 1 });
    let fail = (): void => {};
    const one = vm({
      loader: () =>
        new Promise((_resolve, reject) => {
          fail = () => reject(new TypeError("no network"));
        }),
    });
    const first = outcomeOf(one.run("try:\n    import slow\nexcept RuntimeError as error:\n    print(error)"));
    const second = outcomeOf(one.run("for n in range(500): pass\nn"));
    await settled();
    platform.turn();
    fail();
    await platform.drain();
    expect([first, second]).toEqual([{ value: null }, { value: 499 }]);
    expect(output).toEqual(["TypeError: no network"]);
  });
});
