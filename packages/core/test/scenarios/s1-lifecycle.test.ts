// S1: the life of a VM. Numbers are those of the scenarios that the engine must survive.
import { describe, expect, it } from "vitest";
import {
  ClosedError,
  createVM,
  defaultPlatform,
  HandleError,
  nativeFunction,
  nativeModule,
  Scheduler,
  t,
  type VM,
  type VMOptions,
} from "../../src/index.ts";
import { nextTurn, parked } from "../event-loop.ts";
import { openVMs } from "../open-vms.ts";

const vm = openVMs();

describe("S1 VM lifecycle", () => {
  it("S1.1 VM0 runs, VM1 is created and runs, VM0 runs again, both close; nothing leaks between them", async () => {
    const zero = vm({ name: "zero" });
    await zero.run("import sys\nx = 1\nsys.marker = 'zero'\nclass A: kind = 'zero'");
    const one = vm({ name: "one" });
    expect(await one.run("import sys\n'x' in globals(), hasattr(sys, 'marker'), 'A' in globals()")).toEqual([
      false,
      false,
      false,
    ]);
    await one.run("x = 2\nint_like = 5");
    expect(await zero.run("x, A.kind, 'int_like' in globals()")).toEqual([1, "zero", false]);
    await one.close();
    expect(await zero.run("x + 1")).toBe(2);
    await zero.close();
    expect([zero.state, one.state]).toEqual(["closed", "closed"]);
  });

  it("S1.3 a native module that runs Python while its VM is being made sees this VM", async () => {
    const other = vm({ name: "other" });
    await other.run("who = 'other'");
    const states: string[] = [];
    const made = vm({
      name: "made",
      modules: [
        nativeModule({
          name: "boot",
          functions: { who: nativeFunction({ returns: t.str, call: () => "boot" }) },
          setUp(own) {
            states.push(`${own.name} ${own.state}`);
            own.runSync("import boot\nwho = boot.who() + ' of this VM'");
            own.globals.set("set_up", true);
            states.push(own.state);
          },
        }),
      ],
    });
    expect(states).toEqual(["made constructing", "constructing"]);
    expect(made.state).toBe("ready");
    expect(await made.run("who, set_up")).toEqual(["boot of this VM", true]);
    expect(await other.run("who, 'boot' in __import__('sys').modules")).toEqual(["other", false]);
    made.reset();
    expect(await made.run("who")).toBe("boot of this VM");
  });

  it("S1.3 a bootstrap that throws leaves no VM published, its resources released, other VMs intact", async () => {
    const scheduler = new Scheduler({ platform: defaultPlatform() });
    const other = vm({ name: "other", scheduler });
    await other.run("x = 1");
    const controller = new AbortController();
    const leaked: VM[] = [];
    const failing = (fail: (own: VM) => void): VMOptions => ({
      name: "failing",
      scheduler,
      signal: controller.signal,
      modules: [
        nativeModule({
          name: "boot",
          setUp(own) {
            leaked.push(own);
            void own.run("while True: pass").catch(() => {});
            fail(own);
          },
        }),
      ],
    });
    expect(() => createVM(failing((own) => void own.runSync("1 / 0")))).toThrow("division by zero");
    expect(() =>
      createVM(
        failing(() => {
          throw new Error("no database");
        }),
      ),
    ).toThrow("no database");
    expect(scheduler.readyCount).toBe(0);
    for (const own of leaked) {
      expect(own.state).toBe("closed");
      await expect(own.run("1")).rejects.toThrow(ClosedError);
      expect(() => own.globals.get("x")).toThrow(ClosedError);
    }
    controller.abort();
    expect(await other.run("x + 1")).toBe(2);
  });

  it("S1.4 a host callback of VM0 closes VM1, whose cleanup sees VM1; VM0 resumes", async () => {
    const said: string[] = [];
    const scheduler = new Scheduler({ platform: defaultPlatform() });
    const one = vm({ name: "one", scheduler, stdout: (text) => said.push(text) });
    await one.run("import time");
    const ended = one
      .run("who = 'one'\nimport time\ntry:\n    time.sleep(600)\nfinally:\n    print(who, end='')")
      .catch((error: unknown) => error);
    await parked(one);
    const zero = vm({ name: "zero", scheduler });
    zero.globals.set("close_one", () => one.close());
    expect(await zero.run("await close_one()\n'resumed'")).toBe("resumed");
    expect(said).toEqual(["one"]);
    expect(await ended).toBeInstanceOf(ClosedError);
    expect(zero.state).toBe("ready");
  });

  it("S1.5 close twice gives the same Promise; entry afterwards is refused; a foreign handle names both VMs", async () => {
    const zero = vm({ name: "zero" });
    const one = vm({ name: "one" });
    const handle = await one.run("object()");
    expect(() => zero.globals.set("h", handle)).toThrow(HandleError);
    expect(() => zero.globals.set("h", handle)).toThrow(/^a Python \w+ of VM 'one' was passed to VM 'zero'$/);
    const closing = one.close();
    expect(one.close()).toBe(closing);
    await expect(one.run("1")).rejects.toThrow("VM 'one' is closed");
    await closing;
    await expect(one.eval("1")).rejects.toBeInstanceOf(ClosedError);
    await expect(one.call("print")).rejects.toBeInstanceOf(ClosedError);
    expect(() => one.runSync("1")).toThrow(ClosedError);
    expect(() => one.globals.get("x")).toThrow(ClosedError);
    expect(() => one.globals.set("x", 1)).toThrow(ClosedError);
    expect(() => one.reset()).toThrow(ClosedError);
    expect(String(handle)).toBe("<object object of VM 'one'>");
  });

  it("S1.6 close and reset called from Python inside the VM free no running frame; old handles are stale", async () => {
    const zero = vm({ name: "zero" });
    const old = (await zero.run("def f(): return 1\nf")) as () => Promise<unknown>;
    zero.globals.set("reset", () => {
      zero.reset();
    });
    await expect(zero.run("def g():\n    reset()\n    return 1\nfor _ in range(100000): g()")).rejects.toThrow(
      "script terminated at <string>:3: VM 'zero' was reset",
    );
    expect(await zero.run("'f' in globals()")).toBe(false);
    await expect(old()).rejects.toThrow("an object of VM 'zero' was used after its reset");
    zero.globals.set("close", () => {
      void zero.close();
    });
    await expect(zero.run("close()\nwhile True: pass")).rejects.toThrow(ClosedError);
    await zero.close();
    expect(zero.state).toBe("closed");
  });

  it("S1.8 1,000 VMs are alive at once, each with its own globals, limits and random state", async () => {
    const scheduler = new Scheduler({ platform: defaultPlatform() });
    const many = Array.from({ length: 1_000 }, (_, n) =>
      vm({ name: `vm${n}`, scheduler, seed: n, limits: { recursionDepth: 100 + n } }),
    );
    many.forEach((each, n) => each.globals.set("n", n));
    const values = await Promise.all(many.map((each) => each.run("import sys\nn * n, sys.getrecursionlimit()")));
    expect(values).toEqual(many.map((_, n) => [n * n, Math.min(100 + n, 1_000)]));
    const draw = "import random\nrandom.random()";
    const [first, second, again] = await Promise.all(
      [many[1] as VM, many[2] as VM, vm({ seed: 1 })].map((each) => each.run(draw)),
    );
    expect(first).toBe(again);
    expect(first).not.toBe(second);
    const last = many.at(-1) as VM;
    expect(await last.run("n")).toBe(999);
    await Promise.all(many.map((each) => each.close()));
    expect(many.every((each) => each.state === "closed")).toBe(true);
  }, 60_000);

  it("closes in the order of the phases, each an event, participants of plugins the last first", async () => {
    const zero = vm();
    const log: string[] = [];
    zero.on("phase", ({ phase, isForced }) => log.push(isForced ? `${phase}!` : phase));
    zero.onTeardown("plugins", () => void log.push("first plugin"));
    zero.onTeardown("plugins", async () => void log.push("second plugin"));
    zero.onTeardown("finalizers", () => {
      throw new Error("a finalizer fails");
    });
    zero.onTeardown("asyncgens", () => new Promise(() => {}));
    await zero.close({ deadlineMs: 20 });
    expect(log).toEqual([
      "closing",
      "cancelled",
      "drained",
      "asyncgens!",
      "finalizers",
      "second plugin",
      "first plugin",
      "plugins",
      "detached",
      "closed",
    ]);
    expect(() => zero.onTeardown("plugins", () => {})).toThrow(ClosedError);
  });

  it("does the same for the same seed", async () => {
    const source = "import random\n[random.random() for _ in range(3)]";
    const draws = await Promise.all([1, 1, 2].map((seed) => vm({ seed }).run(source)));
    expect(draws[0]).toEqual(draws[1]);
    expect(draws[0]).not.toEqual(draws[2]);
  });

  it("closes when its signal aborts, and is not made when it has", async () => {
    const controller = new AbortController();
    const own = vm({ signal: controller.signal });
    controller.abort(new Error("the level is over"));
    expect(own.state).toBe("closing");
    await own.close();
    expect(own.state).toBe("closed");
    expect(() => vm({ signal: controller.signal })).toThrow("the level is over");
  });

  it("refuses unknown options and wrong types by name", () => {
    const refuse =
      (options: unknown): (() => VM) =>
      () =>
        createVM(options as VMOptions);
    expect(refuse({ stdOut: () => {} })).toThrow("createVM: unknown option 'stdOut'");
    expect(refuse({ stdout: "text" })).toThrow("createVM: option 'stdout' must be of type function, not string");
    expect(refuse({ limits: { wallTime: 1 } })).toThrow("createVM: unknown limit 'wallTime'");
    expect(refuse({ limits: { wallTimeMs: -1 } })).toThrow("createVM: limit 'wallTimeMs' must be a number above 0");
    expect(refuse({ weight: 0 })).toThrow("createVM: option 'weight' must be a number above 0");
  });

  it("a listener that throws, or an event that there is not, ends nothing", async () => {
    const own = vm({ name: "heard" });
    const uncaught: unknown[] = [];
    const hear = (error: unknown): void => void uncaught.push(error);
    const others = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException");
    process.on("uncaughtException", hear);
    const told: string[] = [];
    const leave = own.on("state", () => {
      throw new Error("deaf");
    });
    own.on("state", (to) => told.push(to));
    expect(await own.run("1 + 1")).toBe(2);
    await nextTurn();
    leave();
    process.off("uncaughtException", hear);
    for (const other of others) process.on("uncaughtException", other);
    expect(told).toEqual(["running", "ready"]);
    expect(uncaught).toHaveLength(2);
    expect(() => own.on("closed" as "state", () => {})).toThrow(
      "vm.on: there is no event 'closed'; there are state, phase",
    );
  });
});
