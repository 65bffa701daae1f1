// Calls that begin on the host's stack: what is short is over at once, the rest goes on in the scheduler's turns.
import { describe, expect, it } from "vitest";
import { defaultPlatform, LimitError, type PythonCallable, PythonError, Scheduler, within } from "../../src/index.ts";
import { parked } from "../event-loop.ts";
import { openVMs } from "../open-vms.ts";

const openVM = openVMs();

describe("a started call", () => {
  it("answers at once what is short", async () => {
    const vm = openVM();
    const add = (await vm.run("def add(a, b=1): return a + b\nadd")) as PythonCallable;
    expect([add.start(1), add.start(1, 2)]).toEqual([2, 3]);
    expect(vm.stats.entries).toBe(0);
    expect(vm.stats.instructions).toBeGreaterThan(0);
  });

  it("goes on in turns when it is long, and no other call comes between", async () => {
    const vm = openVM();
    const count = (await vm.run(
      "log = []\ndef count(name, n):\n    log.append(name)\n    for i in range(n): pass\n    log.append(name)\n    return name\ncount",
    )) as PythonCallable;
    const long = count.start("long", 50_000);
    const short = count.start("short", 1);
    expect([long instanceof Promise, short instanceof Promise]).toEqual([true, true]);
    expect(await Promise.all([long, short])).toEqual(["long", "short"]);
    expect(await vm.eval("log")).toEqual(["long", "long", "short", "short"]);
    expect(count.start("now", 1)).toBe("now");
  });

  it("waits in turns, also as a coroutine", async () => {
    const vm = openVM();
    let answer: (value: number) => void = () => {};
    vm.globals.set("ask", () => new Promise((resolve) => (answer = resolve)));
    await vm.run(
      "import time\nasync def wait(): return await ask() + 1\ndef rest(): time.sleep(0.001); return 'rested'",
    );
    const wait = vm.globals.get("wait") as PythonCallable;
    const rest = vm.globals.get("rest") as PythonCallable;
    const waiting = wait.start();
    await parked(vm);
    const resting = rest.start();
    answer(1);
    expect(await Promise.all([waiting, resting])).toEqual([2, "rested"]);
  });

  it("rejects with what it raises, at once or later", async () => {
    const vm = openVM();
    await vm.run("def fail(n):\n    for i in range(n): pass\n    raise ValueError(n)");
    const fail = vm.globals.get("fail") as PythonCallable;
    for (const length of [1, 10_000]) {
      let error: unknown;
      try {
        await fail.start(length);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(PythonError);
      expect(error).toMatchObject({ type: "ValueError", message: String(length) });
    }
    expect(() => fail.start(1)).toThrow("1");
    expect(vm.state).toBe("ready");
  });

  it("is bounded as other calls are, and by the limits of the VM", async () => {
    const vm = openVM({ limits: { burstTimeMs: 20, instructions: 5_000_000 } });
    await vm.run("import time\ndef spin():\n    while True: pass\ndef sleep(): time.sleep(3600)");
    const spin = vm.globals.get("spin") as PythonCallable;
    const sleep = vm.globals.get("sleep") as PythonCallable;
    const failure = async (call: unknown): Promise<unknown> => await (call as Promise<unknown>).catch((error) => error);
    const controller = new AbortController();
    const aborted = failure(sleep.start(within({ signal: controller.signal })));
    controller.abort("enough");
    expect(await aborted).toBe("enough");
    expect(await failure(sleep.start(within({ wallTimeMs: 5 })))).toMatchObject({ limit: "wallTimeMs", value: 5 });
    vm.globals.set("entries", () => vm.stats.entries);
    const asked = (await vm.run("def asked():\n    entries()\n    sleep()\nasked")) as PythonCallable;
    expect(await failure(asked.start(within({ wallTimeMs: 5 })))).toMatchObject({ limit: "wallTimeMs", value: 5 });
    expect(await failure(spin.start())).toBeInstanceOf(LimitError);
    expect(vm.stats.entries).toBe(0);
  });

  it("comes in its turn where a script is on the stack, or its VM has something to run", async () => {
    const scheduler = new Scheduler({ platform: defaultPlatform() });
    const one = openVM({ name: "one", scheduler });
    const other = openVM({ name: "other", scheduler });
    const echo = (await other.run("def echo(x): return x\necho")) as PythonCallable;
    let started: unknown;
    one.globals.set("poke", () => {
      started = echo.start(1);
    });
    for (const run of [() => one.runSync("poke()"), () => one.run("poke()")]) {
      await run();
      expect(started).toBeInstanceOf(Promise);
      expect(await started).toBe(1);
    }
    const self = (await one.run("def inner(): return 7\ndef outer(): poke(); return 8\nouter")) as PythonCallable;
    const inner = one.globals.get("inner") as PythonCallable;
    one.globals.set("poke", () => {
      started = inner.start();
    });
    expect(self.start()).toBe(8);
    expect(started).toBeInstanceOf(Promise);
    expect(await started).toBe(7);
  });

  it("waits for a VM that is paused", async () => {
    const vm = openVM();
    const one = (await vm.run("def one(): return 1\none")) as PythonCallable;
    vm.pause();
    const call = one.start();
    vm.resume();
    expect(await call).toBe(1);
  });
});
