// Cancellation both ways: of what a script awaits of the host, and of a script by the host.
import { arg, asyncFunction, blockingFunction, nativeModule, t } from "@krait/core";
import { describe, expect, it } from "vitest";
import { virtualVMs } from "../../test/virtual-vm.ts";

const virtualVM = virtualVMs();

/** Host functions that settle only when aborted, and what they were told. */
function host() {
  const told: string[] = [];
  const call = (name: string, { signal }: { readonly signal: AbortSignal }) =>
    new Promise((_resolve, reject) => {
      told.push(`begin ${name}`);
      signal.addEventListener("abort", () => {
        told.push(`abort ${name}: ${(signal.reason as Error).name}`);
        reject(signal.reason);
      });
    });
  const parameters = [arg("name", t.str)] as const;
  const functions = { load: asyncFunction({ parameters, call }), ask: blockingFunction({ parameters, call }) };
  return { told, modules: [nativeModule({ name: "host", functions })] };
}

describe("a task that is cancelled", () => {
  it("aborts the call of the host that it awaits, and is told at once", async () => {
    const { told, modules } = host();
    const { vm, run, lines } = virtualVM({ modules });
    await run(`
import asyncio
from host import load
async def work():
    try:
        await load("a")
    except asyncio.CancelledError as e:
        print("cancelled", e)
        raise
task = asyncio.create_task(work())
await asyncio.sleep(0)
task.cancel("enough")
try: await task
except asyncio.CancelledError: print(task.cancelled())
`);
    expect(lines()).toEqual(["cancelled enough", "True"]);
    expect(told).toEqual(["begin a", "abort a: AbortError"]);
    expect(vm.stats.pendingHostCalls).toBe(0);
  });

  it("aborts also what gather and its children await", async () => {
    const { told, modules } = host();
    const { run, lines } = virtualVM({ modules });
    await run(`
import asyncio
from host import load
group = asyncio.gather(load("a"), load("b"), asyncio.sleep(100))
asyncio.get_running_loop().call_later(1, group.cancel)
try: await group
except asyncio.CancelledError: print("cancelled")
`);
    expect(lines()).toEqual(["cancelled"]);
    expect(told).toEqual(["begin a", "begin b", "abort a: AbortError", "abort b: AbortError"]);
  });

  it("before its first step, never calls the host", async () => {
    const { told, modules } = host();
    const { run, lines } = virtualVM({ modules });
    await run(`
import asyncio
from host import load
task = asyncio.create_task(load("a"))
task.cancel()
try: await task
except asyncio.CancelledError: print(task)
`);
    expect(lines()).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it("awaits on where it wants to, with the host's next answer", async () => {
    const { told, modules } = host();
    const { vm, run, lines } = virtualVM({ modules });
    vm.globals.set("other", async () => "answer");
    await run(`
import asyncio
from host import load
async def work():
    try: await load("a")
    except asyncio.CancelledError: return await other()
task = asyncio.create_task(work())
await asyncio.sleep(0)
task.cancel()
print(await task, task.cancelled(), task.cancelling())
`);
    expect(lines()).toEqual(["answer False 1"]);
    expect(told).toEqual(["begin a", "abort a: AbortError"]);
  });
});

describe("the host", () => {
  it("ends a run by its signal: no Python runs any more, what was awaited is aborted, tasks go on", async () => {
    const { told, modules } = host();
    const { vm, platform, lines } = virtualVM({ modules });
    const controller = new AbortController();
    const run = vm.run(
      `
import asyncio
from host import load
async def other():
    await asyncio.sleep(5)
    print("other")
task = asyncio.create_task(other())
try: await load("a")
finally: print("never")
`,
      { signal: controller.signal },
    );
    const failed = run.catch((error: Error) => error.message);
    await platform.advance(1);
    controller.abort(new Error("the player has left"));
    expect(await failed).toBe("the player has left");
    await platform.runUntilIdle();
    expect(told).toEqual(["begin a", "abort a: AbortError"]);
    expect(lines()).toEqual(["other"]);
  });

  it("interrupts what waits for it, which may clean up", async () => {
    const { told, modules } = host();
    const { vm, platform, lines } = virtualVM({ modules });
    const run = vm.run("from host import ask\ntry: ask('a')\nfinally: print('cleaned')");
    const failed = run.catch((error: { type: string }) => error.type);
    await platform.advance(1);
    vm.interrupt();
    await platform.runUntilIdle();
    expect(await failed).toBe("KeyboardInterrupt");
    expect([told, lines()]).toEqual([["begin a", "abort a: AbortError"], ["cleaned"]]);
  });
});
