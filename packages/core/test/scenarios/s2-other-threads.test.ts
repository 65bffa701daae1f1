// S2 from other threads: interrupts through shared memory and through messages.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultPlatform, InterruptHandle, Scheduler, TerminatedError, type VM } from "../../src/index.ts";
import type { PythonCallable } from "../../src/index.ts";
import { openVMs } from "../open-vms.ts";
import { buildPrograms, type ThreadPrograms } from "../threads/bundle.ts";
import { interruptFromThread, type OtherThread } from "../threads/interrupt-from-thread.ts";
import type { InterrupterData } from "../threads/interrupter.ts";

let programs: ThreadPrograms;
const vm = openVMs();
const threads: OtherThread[] = [];

function fromThread(own: VM, acts: InterrupterData["acts"], shared: boolean): OtherThread {
  const thread = interruptFromThread(programs.interrupter, own, acts, { shared });
  threads.push(thread);
  return thread;
}

beforeAll(async () => {
  programs = await buildPrograms();
}, 60_000);
afterAll(() => programs.remove());
afterEach(async () => {
  for (const { ready } of threads) ready();
  await Promise.all(threads.splice(0).map(({ ended }) => ended));
});

const WAYS = [
  ["shared memory", true],
  ["messages", false],
] as const;

describe.each(WAYS)("S2 interrupts from another thread through %s", (_name, shared) => {
  it("S2.1 `while True: pass` is stopped; finally runs; the VM is usable again", async () => {
    const said: string[] = [];
    const own = vm({ stdout: (text) => said.push(text) });
    fromThread(own, [{ kind: "interrupt", reason: "genug für heute" }], shared);
    const source = "ready()\ntry:\n    while True: pass\nfinally:\n    print('cleanup', end='')";
    await expect(own.run(source)).rejects.toMatchObject({ type: "KeyboardInterrupt", message: "genug für heute" });
    expect(said).toEqual(["cleanup"]);
    expect(await own.run("1 + 1")).toBe(2);
  });

  it("S2.3 what swallows interrupts is ended by terminate", async () => {
    const own = vm();
    fromThread(own, [{ kind: "interrupt" }, { kind: "terminate", reason: "enough" }], shared);
    const source = "while True:\n    try:\n        ready()\n        while True: pass\n    except BaseException: pass";
    const error = await own.run(source).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(TerminatedError);
    expect(error).toMatchObject({ reason: "enough" });
    expect(await own.run("1")).toBe(1);
  });

  it.each(["await never()", "import time\ntime.sleep(600)"])("S2.4 it wakes at once what waits: %j", async (source) => {
    const own = vm();
    own.globals.set("never", () => new Promise(() => {}));
    const { ready } = fromThread(own, [{ kind: "interrupt" }], shared);
    own.on("state", (to) => {
      // The import waits for its file before the script waits for time.
      if (to === "parked") setTimeout(ready, 20);
    });
    await expect(own.run(source)).rejects.toMatchObject({ type: "KeyboardInterrupt" });
    expect(own.stats.pendingHostCalls).toBe(0);
  });

  it("S2.5 interrupting VM1 leaves VM0 untouched", async () => {
    const scheduler = new Scheduler({ platform: defaultPlatform() });
    const [zero, one] = [vm({ scheduler }), vm({ scheduler })];
    zero.interruptHandle();
    fromThread(one, [{ kind: "interrupt" }], shared);
    const undisturbed = zero.run("total = 0\nfor n in range(200000): total += n\ntotal");
    await expect(one.run("ready()\nwhile True: pass")).rejects.toMatchObject({ type: "KeyboardInterrupt" });
    expect(await undisturbed).toBe(19_999_900_000);
  });

  it("holds after a reset, and does nothing to a closed VM", async () => {
    const own = vm();
    const { ended, ready } = fromThread(own, [{ kind: "interrupt" }], shared);
    own.reset();
    own.globals.set("ready", ready);
    await expect(own.run("ready()\nwhile True: pass")).rejects.toMatchObject({ type: "KeyboardInterrupt" });
    await own.close();
    await ended;
    expect(() => own.interruptHandle()).toThrow("is closed");
  });
});

describe("S2 interrupts from another thread", () => {
  it("S2.1 reach a thread that is blocked in a synchronous run or call", () => {
    const own = vm();
    fromThread(own, [{ kind: "interrupt", reason: "run" }], true);
    expect(() => own.runSync("ready()\nwhile True: pass")).toThrow(
      expect.objectContaining({ type: "KeyboardInterrupt", message: "run" }),
    );
    const spin = own.runSync("def spin():\n    ready()\n    while True: pass\nspin") as PythonCallable;
    fromThread(own, [{ kind: "terminate", reason: "call" }], true);
    expect(() => spin.callSync()).toThrow(expect.objectContaining({ name: "TerminatedError", reason: "call" }));
    expect(own.runSync("sum(range(1000))")).toBe(499_500);
  });

  it("S2.2 two before one safe point give one; an idle VM ignores it", async () => {
    const own = vm();
    const { waitUntilAsked } = fromThread(own, [{ kind: "interrupt" }, { kind: "interrupt" }], true);
    own.globals.set("wait_until_asked", waitUntilAsked);
    const source = `count = 0
try:
    ready()
    wait_until_asked()
    while True: pass
except KeyboardInterrupt:
    count += 1
for _ in range(10000): pass
count`;
    expect(own.runSync(source)).toBe(1);
    const handle = own.interruptHandle();
    handle.interrupt();
    handle.terminate();
    expect(await own.run("sum(range(10000))")).toBe(49_995_000);
    expect(own.runSync("sum(range(10000))")).toBe(49_995_000);
  });

  it("S2.2 one reaches the caller of what it interrupts once, through the host's function between them", () => {
    const own = vm();
    fromThread(own, [{ kind: "interrupt" }], true);
    const spin = own.runSync("def spin():\n    ready()\n    while True: pass\nspin") as PythonCallable;
    own.globals.set("call_spin", () => spin.callSync());
    const source = `count = 0
for _ in range(2):
    try:
        if count == 0: call_spin()
        for _ in range(10000): pass
    except KeyboardInterrupt:
        count += 1
count`;
    expect(own.runSync(source)).toBe(1);
  });

  it("S2.4 it wakes what waits where the runtime cannot wait for shared memory", async () => {
    const { waitAsync } = Atomics as unknown as { waitAsync: unknown };
    Object.defineProperty(Atomics, "waitAsync", { value: undefined, configurable: true, writable: true });
    try {
      const own = vm();
      own.globals.set("never", () => new Promise(() => {}));
      const { ready } = fromThread(own, [{ kind: "interrupt" }], true);
      own.on("state", (to) => {
        if (to === "parked") ready();
      });
      await expect(own.run("await never()")).rejects.toMatchObject({ type: "KeyboardInterrupt" });
    } finally {
      Object.defineProperty(Atomics, "waitAsync", { value: waitAsync, configurable: true, writable: true });
    }
  });

  it("keeps as much of a long reason as fits", async () => {
    const own = vm();
    const handle = own.interruptHandle();
    own.globals.set("act", () => handle.interrupt("x".repeat(5_000)));
    await expect(own.run("act()\nwhile True: pass")).rejects.toMatchObject({ message: "x".repeat(1_000) });
  });

  it("has a handle for what is the data of one, and nothing else", () => {
    const own = vm();
    expect(own.interruptHandle().isShared).toBe(true);
    expect(InterruptHandle.from(structuredClone(own.interruptHandle().data)).isShared).toBe(true);
    const byMessage = own.interruptHandle({ shared: false });
    expect(byMessage.isShared).toBe(false);
    expect(byMessage.transfer).toHaveLength(1);
    expect(() => InterruptHandle.from({} as never)).toThrow(TypeError);
    expect(() => InterruptHandle.from(null as never)).toThrow(TypeError);
  });
});
