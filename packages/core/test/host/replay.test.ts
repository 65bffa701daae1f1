// Deterministic replay: the same seed and the same virtual clock give the same interleaving of several VMs, bit for bit.
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createVM, Scheduler, VirtualPlatform, type VM, type VMOptions } from "../../src/index.ts";

interface Action {
  /** When, in ms after the last one. */
  readonly after: number;
  readonly kind: "interrupt" | "terminate" | "run" | "settle";
  readonly vm: number;
}

interface Plan {
  readonly seed: number;
  readonly quantum: number;
  readonly stepMs?: number;
  /** The scripts, a VM each. */
  readonly scripts: readonly string[];
  readonly actions?: readonly Action[];
  readonly limits?: VMOptions["limits"];
}

/** Plays a plan on a platform of its own; answers everything that could be seen, in its order. */
async function play(plan: Plan): Promise<string[]> {
  const { seed, quantum, stepMs = 0, scripts, actions = [], limits } = plan;
  const platform = new VirtualPlatform({ startMs: 1_900_000_000_000, seed, stepMs });
  const scheduler = new Scheduler({ platform, quantum });
  const log: string[] = [];
  const waiting: ((value: number) => void)[] = [];
  const ended = (name: string, run: Promise<unknown>): void => {
    run.then(
      (value) => log.push(`${platform.now()} ${name} = ${JSON.stringify(value)}`),
      (error: unknown) => log.push(`${platform.now()} ${name}: ${String(error)}`),
    );
  };
  const vms: VM[] = scripts.map((script, n) => {
    const vm = createVM({
      platform,
      scheduler,
      seed: seed + n,
      ...(limits && { limits }),
      stdout: (text) => {
        if (text !== "\n") log.push(`${platform.now()} ${n} ${text.trimEnd()}`);
      },
    });
    vm.on("state", (to) => log.push(`${platform.now()} ${n} is ${to}`));
    vm.globals.set("fetch", (ms: number) => new Promise((resolve) => platform.timer(ms, () => resolve(ms))));
    vm.globals.set("ask", () => new Promise<number>((resolve) => waiting.push(resolve)));
    ended(String(n), vm.run(script));
    return vm;
  });
  for (const { after, kind, vm } of actions) {
    await platform.advance(after);
    const target = vms[vm % vms.length] as VM;
    log.push(`${platform.now()} host: ${kind}`);
    if (kind === "interrupt") target.interrupt();
    else if (kind === "terminate") target.terminate();
    else if (kind === "settle") waiting.shift()?.(after);
    else ended("again", target.run("print('again', id(object()))"));
  }
  await platform.runUntilIdle();
  for (const vm of vms) {
    vm.terminate();
    const { instructions, activeTimeMs, lateCompletions } = vm.stats;
    log.push(`${vm.name}: ${instructions} in ${activeTimeMs}, ${lateCompletions} late`);
    const closing = vm.close();
    await platform.runUntilIdle();
    await closing;
  }
  return log;
}

const BUSY = `
import random, time
for n in range(20):
    print("busy", n, random.random(), id(object()), time.time())
    for _ in range(random.randrange(30)): pass
hash("text"), hash(object()) % 97`;
const SLEEPY = `
import time, random
for n in range(8):
    time.sleep(random.random())
    print("slept", n, time.time(), time.monotonic(), id([]))`;
const HOSTED = `
import random
for n in range(5):
    got = await fetch(random.randrange(400))
    print("fetched", got, random.choice("abc"), {random.randrange(99) for _ in range(4)})`;
const CAUGHT = `
import time
for n in range(6):
    try:
        x = [k * k for k in range(50)]
        time.sleep(0.25)
        print("round", n, sorted(x, key=lambda k: -k)[:2])
    except KeyboardInterrupt as e:
        print("caught", n, time.time())`;
const ASKING = `
print("asks")
print("asked", await ask())`;
const SCRIPTS = [BUSY, SLEEPY, HOSTED, CAUGHT, ASKING];

afterEach(() => {
  vi.restoreAllMocks();
});

describe("replay", () => {
  const plan: Plan = {
    seed: 1,
    quantum: 7,
    scripts: SCRIPTS,
    actions: [
      { after: 300, kind: "interrupt", vm: 3 },
      { after: 150, kind: "run", vm: 1 },
      { after: 0, kind: "settle", vm: 0 },
      { after: 700, kind: "terminate", vm: 1 },
    ],
  };

  it("gives the same log of several VMs for the same seed, and another for another", async () => {
    const first = await play(plan);
    expect(first.length).toBeGreaterThan(60);
    expect(first.some((line) => line.includes("caught"))).toBe(true);
    expect(first.some((line) => line.includes("TerminatedError"))).toBe(true);
    expect(await play(plan)).toEqual(first);
    expect(await play({ ...plan, seed: 2 })).not.toEqual(first);
    expect(await play({ ...plan, quantum: 8 })).not.toEqual(first);
  });

  it("interleaves by quanta: no script runs on while another could", async () => {
    const log = await play({
      seed: 1,
      quantum: 5,
      scripts: ["a", "b"].map((n) => `for _ in range(40): print("${n}")`),
    });
    const printed = log.flatMap((line) => (/ [01] ([ab])$/.test(line) ? [line.at(-1) as string] : []));
    expect(printed).toHaveLength(80);
    expect(printed.join("")).toMatch(/^(?:(.)\1{0,5}(?!\1))+$/);
    expect(printed.slice(0, 40).filter((name) => name === "a").length).toBeGreaterThan(12);
  });

  it("knows nothing of the real clocks, nor of how long anything really takes", async () => {
    const calm = await play(plan);
    let real = 0;
    const jump = (): number => {
      real += Math.random() * 50_000;
      return real;
    };
    vi.spyOn(performance, "now").mockImplementation(jump);
    vi.spyOn(Date, "now").mockImplementation(jump);
    vi.spyOn(Math, "random").mockImplementation(() => (real % 97) / 97);
    expect(await play(plan)).toEqual(calm);
    const busy = await play({ ...plan, stepMs: 0.25, limits: { activeTimeMs: 20, wallTimeMs: 900 } });
    expect(busy.some((line) => line.includes("activeTimeMs = 20"))).toBe(true);
    expect(busy.some((line) => line.includes("wallTimeMs = 900"))).toBe(true);
    vi.restoreAllMocks();
    expect(await play({ ...plan, stepMs: 0.25, limits: { activeTimeMs: 20, wallTimeMs: 900 } })).toEqual(busy);
  });

  it("replays any schedule", async () => {
    const action = fc.record({
      after: fc.nat(900),
      kind: fc.constantFrom("interrupt", "terminate", "run", "settle"),
      vm: fc.nat(4),
    }) as fc.Arbitrary<Action>;
    const plans = fc.record({
      seed: fc.nat(1000),
      quantum: fc.integer({ min: 1, max: 60 }),
      stepMs: fc.constantFrom(0, 0.5),
      scripts: fc.array(fc.constantFrom(...SCRIPTS), { minLength: 1, maxLength: 4 }),
      actions: fc.array(action, { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(plans, async (each) => {
        expect(await play(each)).toEqual(await play(each));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it("does the same in however many parts the host moves the clock", async () => {
    const log = async (parts: readonly number[]): Promise<string[]> =>
      await play({ ...plan, actions: parts.map((after) => ({ after, kind: "settle", vm: 0 })) });
    const seen = (lines: readonly string[]): string[] => lines.filter((line) => !/host|asked| 4 /.test(line));
    const whole = seen(await log([3_000]));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(500), { minLength: 1, maxLength: 6 }), async (parts) => {
        expect(seen(await log(parts))).toEqual(whole);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe("VirtualPlatform", () => {
  it("fires timers in the order of their time, each at its time, with what follows from it in between", async () => {
    const platform = new VirtualPlatform({ startMs: 1_000 });
    const log: string[] = [];
    const note = (text: string): void => void log.push(`${platform.now()} ${text}`);
    platform.timer(20, () => note("twenty"));
    platform.timer(10, () => {
      note("ten");
      platform.macrotask(() => note("task"));
      platform.timer(5, () => note("nested"));
      void Promise.resolve().then(() => note("promise"));
    });
    platform.timer(10, () => note("ten again"));
    const callOff = platform.timer(12, () => note("never"));
    callOff();
    await platform.advance(9);
    expect([log, platform.now()]).toEqual([[], 1_009]);
    await platform.advance(11);
    expect(log).toEqual(["1010 ten", "1010 promise", "1010 ten again", "1010 task", "1015 nested", "1020 twenty"]);
    platform.timer(86_400_000, () => note("tomorrow"));
    await platform.runUntilIdle();
    expect(log.at(-1)).toBe("86401020 tomorrow");
  });

  it("lets the host stop a script that never ends, whether running takes time or not", async () => {
    for (const stepMs of [0, 1]) {
      const platform = new VirtualPlatform({ stepMs });
      const scheduler = new Scheduler({ platform, quantum: 100 });
      const vm = createVM({ platform, scheduler, seed: 1 });
      platform.timer(stepMs * 50, () => vm.interrupt());
      const run = expect(vm.run("while True: pass")).rejects.toMatchObject({ type: "KeyboardInterrupt" });
      await platform.advance(100);
      await run;
    }
  });

  it("ends turns also without a quantum, where its clock stands still", async () => {
    const platform = new VirtualPlatform();
    const scheduler = new Scheduler({ platform });
    const vm = createVM({ platform, scheduler });
    const run = expect(vm.run("while True: pass")).rejects.toMatchObject({ name: "TerminatedError" });
    platform.macrotask(() => platform.macrotask(() => vm.terminate()));
    await platform.advance(0);
    await run;
  });

  it("refuses wrong options, times that are none, and being moved from within", async () => {
    expect(() => new VirtualPlatform({ startMs: "1" as never })).toThrow(
      new TypeError("VirtualPlatform: startMs must be a number, not 1"),
    );
    expect(() => new VirtualPlatform({ seed: Number.NaN })).toThrow(TypeError);
    expect(() => new VirtualPlatform({ stepMs: -1 })).toThrow(RangeError);
    const platform = new VirtualPlatform();
    await expect(platform.advance(-1)).rejects.toThrow(RangeError);
    await expect(platform.advance(Number.NaN)).rejects.toThrow(RangeError);
    let inner: unknown;
    platform.macrotask(() => void platform.advance(1).catch((error: unknown) => (inner = error)));
    await platform.advance(1);
    expect(String(inner)).toContain("is being moved already");
    expect([...platform.randomBytes(4)]).toEqual([...new VirtualPlatform().randomBytes(4)]);
  });
});
