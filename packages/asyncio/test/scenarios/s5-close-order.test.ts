// S5: the order in which a VM with asyncio closes. Numbers are those of the scenarios that the engine must survive.
import { ClosedError, PythonError } from "@krait/core";
import { describe, expect, it } from "vitest";
import { asyncVM } from "../async-vm.ts";

const failed = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);
const PHASES = "closing cancelled drained asyncgens finalizers plugins detached closed".split(" ");
const LOG = PHASES.map((phase) => `[${phase}]`);

/** A Promise of the host, to be settled by the test. */
function deferred(): { promise: Promise<unknown>; resolve(value: unknown): void; reject(error: unknown): void } {
  let resolve: (value: unknown) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe("S5 the order of closing", () => {
  it("S5.1 with one await pending the log is the order of the phases; a Promise that settles later reaches nobody", async () => {
    for (const how of ["resolve", "reject"] as const) {
      const { vm, log, run, begin, advance, close } = asyncVM();
      const pending = deferred();
      vm.globals.set("wait", () => pending.promise);
      await run("import asyncio, atexit\natexit.register(print, 'atexit')");
      const entry = begin(`
try: await wait()
except asyncio.CancelledError as error:
    print(repr(error))
    raise
finally:
    await asyncio.sleep(0.1)
    print("cleaned up")`);
      await advance(10);
      const closing = close();
      const report = await closing;
      expect(await failed(entry)).toBeInstanceOf(ClosedError);
      pending[how](new Error("late"));
      await advance(10);
      expect(log).toEqual([
        ...LOG.slice(0, 2),
        "CancelledError()",
        "cleaned up",
        ...LOG.slice(2, 4),
        "atexit",
        ...LOG.slice(4),
      ]);
      expect(report).toMatchObject({
        tasksCancelled: 1,
        hostOperationsAborted: 1,
        lateCompletionsDropped: 0,
        finalizersRun: 1,
        forced: [],
      });
      expect(report.phases.map(({ phase }) => phase)).toEqual(PHASES);
      expect(vm.stats.lateCompletions).toBe(1);
    }
  });

  it("S5.1 what settles while cleanup runs is delivered to it, and dropped where nobody waits any more", async () => {
    const { vm, log, begin, advance, over } = asyncVM();
    const [first, second] = [deferred(), deferred()];
    const waits = [first, second];
    vm.globals.set("wait", () => waits.shift()?.promise);
    const entry = begin("try: await wait()\nfinally: print(await wait())");
    await advance(10);
    const closing = vm.close();
    await advance(10);
    first.reject(new Error("nobody waits"));
    second.resolve("delivered");
    const report = await over(closing);
    expect(await failed(entry)).toBeInstanceOf(ClosedError);
    expect(log).toEqual([...LOG.slice(0, 2), "delivered", ...LOG.slice(2)]);
    expect(report.lateCompletionsDropped).toBe(1);
  });

  it("S5.1 tasks, entries that await, asyncio.run and sync code are each told in their own way", async () => {
    const { vm, log, run, begin, advance, over, close } = asyncVM();
    await run(`
import asyncio, time
def told(name):
    def work():
        try: time.sleep(50)
        except BaseException as error: print(name, type(error).__name__); raise
    return work
async def wait(name):
    try: await asyncio.sleep(50)
    except BaseException as error: print(name, type(error).__name__); raise
sync = told("sync")
async def call(): await wait("call")
task = asyncio.create_task(wait("task"))
await asyncio.sleep(0)`);
    const entries = [
      begin("await wait('await')"),
      begin(
        "try: asyncio.run(wait('run'))\nexcept BaseException as error: print('runner', type(error).__name__); raise",
      ),
      vm.call("sync"),
      vm.call("call"),
    ].map(failed);
    await advance(20);
    const report = await close();
    expect(log.slice(2, -6).sort()).toEqual([
      "await CancelledError",
      "call CancelledError",
      "run CancelledError",
      "runner KeyboardInterrupt",
      "sync KeyboardInterrupt",
      "task CancelledError",
    ]);
    for (const entry of await over(Promise.all(entries))) expect(entry).toBeInstanceOf(ClosedError);
    expect(report).toMatchObject({ tasksCancelled: 5, forced: [] });
  });

  it("S5.1 asynchronous generators that were begun are closed, and what they await is delivered", async () => {
    for (const importing of ["import asyncio", ""]) {
      const { vm, log, run, close } = asyncVM();
      vm.globals.set("wait", () => Promise.resolve("saved"));
      await run(`
${importing}
async def items():
    try:
        yield 1
        yield 2
    finally: print(await wait())
own = items()
async for item in own: break`);
      const report = await close();
      expect(log).toEqual([...LOG.slice(0, 3), "saved", ...LOG.slice(3)]);
      expect(report.forced).toEqual([]);
    }
  });

  it("S5.2 sleep(0), nested awaits, exceptions before and after an await, cancel of a pending and of a done task", async () => {
    const { run } = asyncVM();
    const source = `
import asyncio
log = []
async def before(): raise ValueError("before")
async def after():
    await asyncio.sleep(0)
    raise ValueError("after")
async def nested(n): return n if n == 0 else await nested(n - 1) + 1
async def stay(): await asyncio.sleep(9)
for failing in before, after:
    try: await failing()
    except ValueError as error: log.append(str(error))
log.append(await nested(50))
task = asyncio.create_task(stay())
await asyncio.sleep(0)
log.append(task.cancel())
try: await task
except asyncio.CancelledError: log.append("cancelled")
log.append(task.cancel())
log`;
    expect(await run(source)).toEqual(["before", "after", 50, true, "cancelled", false]);
  });

  it("S5.2 a close inside `async with` leaves it in order, and later calls give the one closed error", async () => {
    const { vm, log, run, begin, advance, close } = asyncVM();
    await run(`
class Room:
    async def __aenter__(self): print("enter"); return self
    async def __aexit__(self, kind, *rest):
        import asyncio
        await asyncio.sleep(0.01)
        print("exit", kind.__name__)
import asyncio`);
    const entry = begin("async with Room(): await asyncio.sleep(9)");
    await advance(10);
    await close();
    expect(await failed(entry)).toBeInstanceOf(ClosedError);
    expect(log.filter((line) => !line.startsWith("["))).toEqual(["enter", "exit CancelledError"]);
    await expect(vm.run("1")).rejects.toThrow("VM 'own' is closed");
    await expect(vm.call("Room")).rejects.toThrow("VM 'own' is closed");
  });

  it("S5.5 close from a task or a callback of that VM does not wait for itself; concurrent closes share one run", async () => {
    const { vm, log, run, begin, over } = asyncVM();
    const closes: Promise<unknown>[] = [];
    vm.globals.set("close", () => {
      closes.push(vm.close());
      return closes.at(-1)?.then(() => null);
    });
    vm.globals.set("begin_close", () => void closes.push(vm.close()));
    await run("import asyncio");
    const entry = begin(`
async def closer():
    try: await close()
    finally: print("left")
async def other(): await close()
asyncio.get_running_loop().call_soon(begin_close)
await asyncio.gather(closer(), other())`);
    expect(await over(failed(entry))).toBeInstanceOf(ClosedError);
    await over(Promise.all(closes));
    expect([...new Set(closes)]).toEqual([vm.close()]);
    expect(log.filter((line) => line === "left" || line === "[closed]")).toEqual(["left", "[closed]"]);
  });

  it("S5.6 entries and tasks that had not begun run nothing; a task that was cancelled before its first step still calls back", async () => {
    const { vm, log, run, begin, advance, close } = asyncVM({}, 1);
    await run(`
import asyncio
def queued(): print("never")
async def work(): print("never")
class Closer:
    def __call__(self, task): print("done", task.cancelled())
def start():
    task = asyncio.create_task(work())
    task.add_done_callback(Closer())
async def main(): start()`);
    const outcomes: Promise<unknown>[] = [];
    vm.globals.set("close", () => {
      const entries = [vm.call("queued"), vm.call("work"), vm.run("print('never')"), vm.run("await work()")];
      outcomes.push(...entries.map(failed));
      void vm.close();
    });
    outcomes.push(failed(begin("start()\nclose()\nawait asyncio.sleep(9)")));
    while (outcomes.length < 5) await advance(1);
    await close();
    for (const outcome of outcomes) expect(await outcome).toBeInstanceOf(ClosedError);
    expect(log).not.toContain("never");
    expect(log).toContain("done True");
  });

  it("S5.7 a wrapper is cancelled and its source completes later, and the other way round: nothing is told twice", async () => {
    const { vm, log, warnings, run, begin, advance, over } = asyncVM();
    const sources = [deferred(), deferred(), deferred()];
    const own = [...sources];
    vm.globals.set("wait", () => own.shift()?.promise);
    await run("import asyncio\nasync def wrap(): return await wait()");
    const entry = begin(`
tasks = [asyncio.create_task(wrap()) for _ in range(3)]
await asyncio.sleep(0)
tasks[0].cancel()
tasks[1].cancel()
future = asyncio.get_running_loop().create_future()
waiting = asyncio.create_task(asyncio.wait([future])) if hasattr(asyncio, "wait") else None
outer = asyncio.gather(future, return_exceptions=True)
outer.cancel()
results = await asyncio.gather(*tasks, return_exceptions=True)
try: future.set_result(1)
except asyncio.InvalidStateError: results.append("cancelled already")
[type(each).__name__ for each in results[:2]] + results[2:]`);
    await advance(10);
    for (const source of sources) source.resolve("late");
    expect(await over(entry)).toEqual(["CancelledError", "CancelledError", "late", "cancelled already"]);
    expect([log, warnings]).toEqual([[], []]);
  });

  it("S5.8 a done callback that throws, added before or after completion, is reported alike and breaks nothing", async () => {
    const { log, warnings, run } = asyncVM();
    const source = `
import asyncio
future = asyncio.get_running_loop().create_future()
def bad(future): raise ValueError("bad")
said = []
future.add_done_callback(bad)
future.add_done_callback(lambda future: said.append("before"))
future.set_result(1)
await asyncio.sleep(0)
future.add_done_callback(bad)
future.add_done_callback(lambda future: said.append("after"))
await asyncio.sleep(0)
await asyncio.sleep(0)
said`;
    expect(await run(source)).toEqual(["before", "after"]);
    const [first, second] = warnings.map(({ category, message }) => `${category}: ${message}`);
    expect(warnings).toHaveLength(2);
    expect(first).toBe(second);
    expect(first).toMatch(/^asyncio: Exception in callback bad\(\) at main.py:4\n/u);
    expect(first).toMatch(/ValueError: bad$/u);
    expect(log.filter((line) => line === "ValueError: bad")).toHaveLength(2);
  });

  it("S5.9 after close every accessor gives one closed error, and looking at what is left never raises", async () => {
    const { vm, run, close } = asyncVM();
    await run(
      "import asyncio\nasync def work(): await asyncio.sleep(9)\ntask = asyncio.create_task(work())\nawait asyncio.sleep(0)",
    );
    const task = vm.globals.get("task") as object;
    const work = vm.globals.get("work") as () => Promise<unknown>;
    await close();
    await expect(work()).rejects.toThrow("VM 'own' is closed");
    expect(() => vm.globals.get("task")).toThrow("VM 'own' is closed");
    expect(() => vm.interruptHandle()).toThrow("VM 'own' is closed");
    expect([String(task), String(work)].every((text) => typeof text === "string")).toBe(true);
    expect([vm.interrupt(), vm.state]).toEqual([false, "closed"]);
    expect(vm.stats.entries).toBe(0);
  });

  it("S5.10 a task that swallows CancelledError is interrupted, then terminated, each at its deadline", async () => {
    const { vm, log, run, begin, advance, close } = asyncVM();
    await run("import asyncio");
    const entry = begin(`
async def stubborn():
    while True:
        try: await asyncio.sleep(9)
        except BaseException as error: print(type(error).__name__)
await asyncio.gather(stubborn(), stubborn())`);
    await advance(20);
    const report = await close({ deadlineMs: 100 });
    expect(await failed(entry)).toBeInstanceOf(ClosedError);
    expect(log.slice(0, 6)).toEqual([
      ...LOG.slice(0, 2),
      ..."CancelledError CancelledError KeyboardInterrupt KeyboardInterrupt".split(" "),
    ]);
    expect(report.forced.map(({ phase, how }) => `${phase} ${how}`)).toEqual([
      "drained interrupted",
      "drained terminated",
    ]);
    const drained = report.phases.find(({ phase }) => phase === "drained");
    expect(drained).toMatchObject({ isForced: true });
    expect(drained?.durationMs).toBeLessThan(220);
    expect(vm.state).toBe("closed");
  });

  it("S5.10 work that is spawned in `finally`, over and over, is bounded too", async () => {
    const { run, begin, advance, close, vm } = asyncVM({}, 100, 0.2);
    await run("import asyncio");
    begin(`
async def again():
    try: await asyncio.sleep(9)
    finally:
        asyncio.create_task(again())
        asyncio.create_task(spin())
async def spin():
    while True: await asyncio.sleep(0)
await again()`);
    await advance(20);
    const report = await close({ deadlineMs: 50 });
    expect(report.forced.at(-1)).toMatchObject({ phase: "drained", how: "terminated" });
    expect([vm.state, vm.stats.entries, vm.stats.pendingHostCalls]).toEqual(["closed", 0, 0]);
  });

  it("S5.11 participants that throw halfway, one while it registers others: each is called once", async () => {
    const { vm, log, close } = asyncVM();
    const plugin = (name: string, fails: boolean): void => {
      const leave = [1, 2].map((part) => vm.onTeardown("plugins", () => void log.push(`${name} ${part}`)));
      try {
        if (fails) throw new Error(name);
      } catch {
        for (const each of leave) each();
        for (const each of leave) each();
        log.push(`${name} released`);
      }
    };
    plugin("map", false);
    plugin("chat", true);
    vm.onTeardown("plugins", () => {
      throw new Error("halfway");
    });
    const report = await close();
    expect(log.filter((line) => !line.startsWith("["))).toEqual(["chat released", "map 2", "map 1"]);
    expect(report.phases.find(({ phase }) => phase === "plugins")?.errors).toEqual([new Error("halfway")]);
  });

  it("S5.12 entry is refused all through the close, from its participants and events too", async () => {
    const { vm, run, close } = asyncVM();
    await run("import asyncio\nasync def work(): return 1");
    const refused: unknown[] = [];
    for (const phase of PHASES) {
      vm.onTeardown(phase as "closed", async () => {
        refused.push(await failed(vm.run("1")), await failed(vm.call("work")));
      });
    }
    vm.on("phase", () => void vm.run("await work()").catch((error: unknown) => refused.push(error)));
    await close();
    expect(refused.length).toBeGreaterThanOrEqual(PHASES.length * 3 - 1);
    for (const error of refused) expect(error).toBeInstanceOf(ClosedError);
  });

  it("S5.13 100,000 awaits of what is done grow no stack", async () => {
    const { run } = asyncVM({ limits: { wallTimeMs: Number.POSITIVE_INFINITY } }, 100_000);
    const source = `
import asyncio
future = asyncio.get_running_loop().create_future()
future.set_result(1)
async def main():
    total = 0
    for _ in range(100_000): total += await future
    return total
task = asyncio.create_task(main())
await task
for _ in range(100_000): await task
task.result()`;
    expect(await run(source)).toBe(100_000);
  });

  it("S5.14 a script that awaits a Promise of the host that never settles ends at its deadline", async () => {
    for (const source of ["await wait()", "import asyncio\nasync def main(): await wait()\nasyncio.run(main())"]) {
      const { vm, run } = asyncVM({ limits: { wallTimeMs: 500 } });
      vm.globals.set("wait", () => new Promise(() => {}));
      await expect(run(source)).rejects.toMatchObject({ name: "LimitError", limit: "wallTimeMs" });
      expect(vm.stats.pendingHostCalls).toBe(0);
    }
    const { vm, begin, advance, close } = asyncVM();
    vm.globals.set("wait", () => new Promise(() => {}));
    const entry = begin("while True:\n    try: await wait()\n    except BaseException: pass");
    await advance(10);
    const report = await close({ deadlineMs: 50 });
    expect(await failed(entry)).toBeInstanceOf(ClosedError);
    expect(report.forced.map(({ how }) => how)).toEqual(["interrupted", "terminated"]);
  });

  it("a failure of the script's own stays what it is", async () => {
    const { run, begin, advance, close } = asyncVM();
    await run("import asyncio");
    const entry = begin("try: await asyncio.sleep(9)\nfinally: 1 / 0");
    await advance(10);
    await close();
    expect(await failed(entry)).toBeInstanceOf(PythonError);
  });
});
