// S2.8: a debugger's pause suspends a VM with its deadlines, and nothing else.
import { describe, expect, it } from "vitest";
import { createVM, PausedError, Scheduler, TerminatedError, VirtualPlatform, type VMOptions } from "../../src/index.ts";
import { failure } from "../failing.ts";

interface World {
  readonly platform: VirtualPlatform;
  readonly said: string[];
  readonly vm: (options?: VMOptions) => ReturnType<typeof createVM>;
}

function world(stepMs = 0): World {
  const platform = new VirtualPlatform({ stepMs });
  const scheduler = new Scheduler({ platform, quantum: 10 });
  const said: string[] = [];
  const stdout = (text: string): void => {
    if (text !== "\n") said.push(text.trimEnd());
  };
  return { platform, said, vm: (options) => createVM({ platform, scheduler, stdout, ...options }) };
}

describe("S2.8 pause", () => {
  it("S2.8 stops a busy script at a safe point, exactly there, and lets other VMs run on", async () => {
    const { platform, said, vm } = world();
    const own = vm({ name: "own" });
    own.globals.set("pause", () => own.pause());
    const run = own.run("for n in range(100):\n    print('own', n)\n    if n == 5: pause()\nn");
    const other = vm().run("for n in range(50): print('other', n)");
    await platform.advance(1_000);
    expect(await other).toBe(null);
    expect(said.filter((line) => line.startsWith("own"))).toEqual([0, 1, 2, 3, 4, 5].map((n) => `own ${n}`));
    expect([own.stats.isPaused, own.stats.entries]).toEqual([true, 1]);
    own.pause();
    own.resume();
    own.resume();
    expect(own.stats.isPaused).toBe(false);
    await platform.advance(0);
    expect(await run).toBe(99);
    const whole = vm();
    whole.globals.set("pause", () => {});
    const again = whole.run("for n in range(100):\n    print('own', n)\n    if n == 5: pause()\nn");
    await platform.advance(0);
    await again;
    expect(own.stats.instructions).toBe(whole.stats.instructions);
  });

  it("S2.8 suspends the deadlines of what runs and of what waits", async () => {
    const { platform, vm } = world();
    const own = vm({ limits: { wallTimeMs: 1_000 } });
    own.globals.set("never", () => new Promise(() => {}));
    const waiting = failure(own.run("await never()"));
    await platform.advance(600);
    own.pause();
    const late = failure(own.run("await never()"));
    await platform.advance(10_000);
    expect(own.stats.entries).toBe(2);
    own.resume();
    await platform.advance(399);
    expect(own.stats.entries).toBe(2);
    await platform.advance(2);
    expect(await waiting).toMatchObject({ limit: "wallTimeMs" });
    expect(own.stats.entries).toBe(1);
    await platform.advance(600);
    expect(await late).toMatchObject({ limit: "wallTimeMs" });
    const busy = world(0.1);
    const spins = busy.vm({ limits: { wallTimeMs: 200, activeTimeMs: 50 } });
    const spinning = failure(spins.run("while True: pass"));
    await busy.platform.advance(20);
    spins.pause();
    const used = spins.stats.activeTimeMs;
    await busy.platform.advance(5_000);
    expect([spins.stats.entries, spins.stats.activeTimeMs]).toEqual([1, used]);
    spins.resume();
    await busy.platform.advance(500);
    expect(await spinning).toMatchObject({ limit: "activeTimeMs" });
  });

  it("S2.8 lets timers and host operations go on, and delivers what has come on resuming", async () => {
    const { platform, said, vm } = world();
    const own = vm();
    const imported = own.run("import time");
    await platform.advance(0);
    await imported;
    own.globals.set("later", () => new Promise((resolve) => platform.timer(50, () => resolve("came"))));
    const runs = [own.run("time.sleep(0.1)\nprint(f'slept {time.monotonic()}')"), own.run("print(await later())")];
    await platform.advance(10);
    own.pause();
    await platform.advance(990);
    expect([said, own.stats.pendingHostCalls]).toEqual([[], 0]);
    own.resume();
    await platform.advance(0);
    await Promise.all(runs);
    expect(said).toEqual(["came", "slept 1.001"]);
  });

  it("S2.8 refuses synchronous calls while paused, by a clear error, and still shows values", async () => {
    const { platform, vm } = world();
    const own = vm({ name: "shop" });
    own.runSync("x = [1]\ndef f(): return 1");
    const func = own.globals.get("f") as { callSync(): unknown };
    own.pause();
    expect(() => own.runSync("1")).toThrow(PausedError);
    expect(() => func.callSync()).toThrow("VM 'shop' is paused: a synchronous call cannot wait until it is resumed");
    expect(own.globals.get("x")).toEqual([1]);
    const queued = own.call("f");
    await platform.advance(100);
    own.resume();
    expect(func.callSync()).toBe(1);
    await platform.advance(0);
    expect(await queued).toBe(1);
  });

  it("S2.8 terminate, interrupt, reset and close work while paused", async () => {
    const { platform, said, vm } = world();
    const own = vm();
    const stopped = failure(own.run("while True: pass"));
    platform.timer(0, () => own.pause());
    await platform.advance(1);
    expect(own.stats.isPaused).toBe(true);
    own.terminate("enough");
    expect(await stopped).toBeInstanceOf(TerminatedError);
    const interrupted = failure(own.run("while True: pass"));
    own.interrupt();
    await platform.advance(5);
    expect(own.stats.entries).toBe(1);
    own.resume();
    await platform.advance(5);
    expect(await interrupted).toMatchObject({ type: "KeyboardInterrupt" });
    own.pause();
    own.reset();
    expect(own.stats.isPaused).toBe(false);
    own.globals.set("never", () => new Promise(() => {}));
    const closed = failure(own.run("try:\n    await never()\nfinally:\n    print('cleaned up')"));
    await platform.advance(5);
    own.pause();
    const closing = own.close();
    await platform.runUntilIdle();
    await closing;
    expect(await closed).toMatchObject({ name: "ClosedError" });
    expect(said).toEqual(["cleaned up"]);
    expect(() => own.pause()).toThrow("is closed");
    own.resume();
  });
});
