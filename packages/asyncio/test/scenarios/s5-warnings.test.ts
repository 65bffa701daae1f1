// What the host is told as a VM with asyncio closes: failures that nobody has asked for, tasks that never ended, coroutines.
import { describe, expect, it } from "vitest";
import { asyncVM } from "../async-vm.ts";

const PENDING = "Task was destroyed but it is pending!";

describe("S5 what was left undone, as the VM closes", () => {
  it("exceptions that were never retrieved, of tasks and futures within reach; each is told once", async () => {
    const { log, warnings, run, close } = asyncVM();
    await run(`
import asyncio
async def fail(text): raise ValueError(text)
tasks = [asyncio.create_task(fail("first")), asyncio.create_task(fail("seen")), asyncio.create_task(fail("later"))]
future = asyncio.get_running_loop().create_future()
future.set_exception(KeyError("future"))
await asyncio.sleep(0)
try: await tasks[1]
except ValueError: pass`);
    expect(warnings).toEqual([]);
    const report = await close();
    expect(warnings.map(({ category }) => category)).toEqual(["asyncio", "asyncio", "asyncio"]);
    const heads = warnings.map(({ message }) => message.split("\n")[0]);
    expect(heads.sort()).toEqual([
      "Future exception was never retrieved",
      "Task exception was never retrieved",
      "Task exception was never retrieved",
    ]);
    const ends = warnings.map(({ message }) => message.split("\n").at(-1));
    expect(ends.sort()).toEqual(["KeyError: 'future'", "ValueError: first", "ValueError: later"]);
    expect(log.filter((line) => line.startsWith("ValueError: first"))).toHaveLength(1);
    expect([report.forced, report.phases.flatMap(({ errors }) => errors)]).toEqual([[], []]);
  });

  it("the loop's exception handler is told in place of the host, one that fails stops nothing", async () => {
    const { log, warnings, run, close } = asyncVM();
    await run(`
import asyncio
async def fail(text): raise ValueError(text)
def handler(loop, context):
    print(f"{context['message']} {context['exception']}")
    if "first" in str(context["exception"]): raise SystemExit("handler")
asyncio.get_running_loop().set_exception_handler(handler)
tasks = [asyncio.create_task(fail(text)) for text in ("first", "second")]
await asyncio.sleep(0)`);
    await close();
    expect(log.filter((line) => line.startsWith("Task"))).toEqual([
      "Task exception was never retrieved first",
      "Task exception was never retrieved second",
    ]);
    expect(warnings).toEqual([]);
  });

  it("a failure whose task nothing reaches is told by a collection, before any closing", async () => {
    const { warnings, run, close } = asyncVM();
    await run(`
import asyncio, gc
async def fail(): raise ValueError("lost")
def begin(): asyncio.create_task(fail())
begin()
await asyncio.sleep(0)
gc.collect()`);
    expect(warnings.map(({ message }) => message.split("\n")[0])).toEqual(["Task exception was never retrieved"]);
    await close();
    expect(warnings).toHaveLength(1);
  });

  it("tasks of a loop that was stopped with them are told by a collection, or when the VM closes, once", async () => {
    const source = `
import asyncio, gc
async def wait(): await asyncio.get_running_loop().create_future()
async def main(): await asyncio.sleep(0)
def leave():
    loop = asyncio.new_event_loop()
    loop.create_task(wait(), name="left")
    loop.create_task(asyncio.sleep(100), name="asleep")._log_destroy_pending = False
    loop.run_until_complete(main())
    return loop
`;
    const lost = asyncVM();
    await lost.run(`${source}\ndef lose(): leave()\nlose()\ngc.collect()`);
    const kept = asyncVM();
    await kept.run(`${source}\nloop = leave()\ngc.collect()`);
    expect([lost.warnings.length, kept.warnings.length]).toEqual([1, 0]);
    expect(lost.vm.stats).toMatchObject({ entries: 0, pendingHostCalls: 0 });
    for (const { warnings, log, close } of [lost, kept]) {
      const report = await close();
      expect(warnings).toHaveLength(1);
      expect(warnings[0]?.category).toBe("asyncio");
      expect(warnings[0]?.message).toMatch(
        /^Task was destroyed but it is pending!\ntask: <Task pending name='left' coro=<wait\(\) running at main.py:3> wait_for=<Future pending>>$/u,
      );
      expect(log.filter((line) => line === PENDING)).toHaveLength(1);
      expect([report.forced, report.phases.flatMap(({ errors }) => errors)]).toEqual([[], []]);
    }
  });

  it("a task that had to be ended by force is told of without its help", async () => {
    const { warnings, run, close } = asyncVM();
    await run(`
import asyncio
async def stubborn():
    while True:
        try: await asyncio.sleep(9)
        except BaseException: pass
task = asyncio.create_task(stubborn(), name="stubborn")
await asyncio.sleep(0)`);
    const report = await close({ deadlineMs: 100 });
    expect(report.forced.map(({ how }) => how)).toEqual(["interrupted", "terminated"]);
    expect(warnings).toEqual([{ category: "asyncio", message: `${PENDING}\ntask: <Task pending name='stubborn'>` }]);
  });

  it("coroutines that were never awaited", async () => {
    const { log, warnings, run, close } = asyncVM();
    await run("import asyncio\nasync def work(): pass\nheld = [work(), asyncio.sleep(1)]");
    await close();
    expect(warnings.map(({ category, message }) => `${category}: ${message}`)).toEqual([
      "RuntimeWarning: coroutine 'work' was never awaited",
      "RuntimeWarning: coroutine 'sleep' was never awaited",
    ]);
    expect(log).toContain("<sys>:0: RuntimeWarning: coroutine 'work' was never awaited");
  });

  it("a closing in good order tells nothing: tasks are cancelled, also before their first step", async () => {
    const { vm, warnings, run, begin, advance, close } = asyncVM();
    let isClosing = false;
    vm.globals.set("close", () => {
      isClosing = true;
      void vm.close();
    });
    await run("import asyncio\nasync def wait(): await asyncio.sleep(9)");
    begin("await asyncio.gather(*[wait() for _ in range(5)])");
    await advance(10);
    begin("tasks = [asyncio.create_task(wait()) for _ in range(5)]\nclose()\nawait wait()");
    while (!isClosing) await advance(1);
    await close();
    expect(warnings).toEqual([]);
  });
});
