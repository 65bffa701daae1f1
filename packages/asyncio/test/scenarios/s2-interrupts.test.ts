// S2: interrupts where event loops run. Numbers are those of the scenarios that the engine must survive.
import { describe, expect, it } from "vitest";
import { asyncVM } from "../async-vm.ts";

const failed = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);
const KEYBOARD = { type: "KeyboardInterrupt", message: "stop" };

describe("S2 interrupts of event loops", () => {
  it("S2.1 asyncio.run whose tasks wait: the main task is cancelled and cleans up, then KeyboardInterrupt goes on", async () => {
    const { vm, log, begin, advance, over, run } = asyncVM();
    const running = begin(`
import asyncio
async def other():
    try: await asyncio.sleep(50)
    except asyncio.CancelledError: print("other cancelled"); raise
async def main():
    task = asyncio.create_task(other())
    try: await asyncio.sleep(100)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        print("cleaned up")
        raise
asyncio.run(main())`);
    await advance(50);
    expect(vm.interrupt("stop")).toBe(true);
    expect(await over(failed(running))).toMatchObject(KEYBOARD);
    expect(log).toEqual(["cleaned up", "other cancelled"]);
    expect(await run("asyncio.run(asyncio.sleep(0, 'again'))")).toBe("again");
    expect(vm.interrupt()).toBe(false);
  });

  it("S2.1 a task that never waits is interrupted where it runs; finally runs, the VM is usable again", async () => {
    const { vm, log, begin, advance, over, run } = asyncVM();
    const running = begin(`
import asyncio
async def spin():
    try:
        while True: pass
    finally: print("spin ended")
async def main():
    task = asyncio.create_task(spin())
    try: await asyncio.sleep(100)
    finally: print("main ended")
asyncio.run(main())`);
    await advance(50);
    vm.interrupt("stop");
    expect(await over(failed(running))).toMatchObject(KEYBOARD);
    expect(log.slice(0, 2)).toEqual(["spin ended", "main ended"]);
    expect(await run("asyncio.run(asyncio.sleep(0, 'again'))")).toBe("again");
  });

  it("S2.1 a task may catch it, and the others go on", async () => {
    const { vm, begin, advance, over } = asyncVM();
    const running = begin(`
import asyncio
async def spin():
    try:
        while True: pass
    except KeyboardInterrupt as error: return f"caught {error}"
asyncio.run(spin())`);
    await advance(50);
    vm.interrupt("stop");
    expect(await over(running)).toBe("caught stop");
  });

  it("S2.4 an interrupt during an await of the host settles it; its late completion reaches nobody", async () => {
    const { vm, begin, advance, over, run, log } = asyncVM();
    let complete: (value: unknown) => void = () => {};
    vm.globals.set(
      "wait",
      () =>
        new Promise((resolve) => {
          complete = resolve;
        }),
    );
    const entry = begin("try:\n    await wait()\nfinally:\n    print('finally')");
    await advance(10);
    vm.interrupt("stop");
    expect(await over(failed(entry))).toMatchObject(KEYBOARD);
    complete("late");
    await advance(10);
    const within = begin("import asyncio\nasync def main():\n    return await wait()\nasyncio.run(main())");
    await advance(10);
    vm.interrupt("stop");
    expect(await over(failed(within))).toMatchObject(KEYBOARD);
    complete("late");
    await advance(10);
    expect(log).toEqual(["finally"]);
    expect([vm.stats.pendingHostCalls, vm.stats.lateCompletions]).toEqual([0, 2]);
    expect(await run("1")).toBe(1);
  });

  it("S2.4 tasks of the VM's own loop that wait are left alone; the entry is interrupted", async () => {
    const { vm, begin, advance, over, run } = asyncVM();
    await run(`
import asyncio
async def work():
    await asyncio.sleep(0.5)
    return "worked"
task = asyncio.create_task(work())
await asyncio.sleep(0)`);
    expect(vm.interrupt()).toBe(false);
    const entry = begin("await asyncio.sleep(60)");
    await advance(10);
    expect(vm.interrupt("stop")).toBe(true);
    expect(await over(failed(entry))).toMatchObject(KEYBOARD);
    expect(await run("await task")).toBe("worked");
  });

  it("S2.4 a task of the VM's own loop that never waits is interrupted, and the VM stays usable", async () => {
    const { vm, begin, advance, over, run } = asyncVM();
    const entry = begin(`
import asyncio
async def spin():
    while True: pass
task = asyncio.create_task(spin())
try: await asyncio.sleep(1)
except KeyboardInterrupt: result = "entry told"
result`);
    await advance(50);
    expect(vm.interrupt("stop")).toBe(true);
    expect(await over(entry)).toBe("entry told");
    expect(await run("(task.done(), repr(task.exception()))")).toEqual([true, "KeyboardInterrupt('stop')"]);
  });
});
