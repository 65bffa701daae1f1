// Time limits of a script's own around calls of the host: the call is aborted, and what it answers later reaches nobody.
import { asyncFunction, nativeModule } from "@krait/core";
import { describe, expect, it } from "vitest";
import { asyncVM, type AsyncVM } from "../async-vm.ts";
import { asyncio } from "../../src/index.ts";

interface Served extends AsyncVM {
  readonly aborts: string[];
  answer(value: string): void;
}

/** `served()` waits until the test answers; `plain()` is a Promise, which knows of no abort. */
function serving(): Served {
  const aborts: string[] = [];
  const waiting: ((value: string) => void)[] = [];
  const served = asyncFunction({
    call: ({ signal }) =>
      new Promise<string>((resolve, reject) => {
        waiting.push(resolve);
        signal.addEventListener("abort", () => {
          aborts.push((signal.reason as Error).name);
          reject(signal.reason);
        });
      }),
  });
  const host = nativeModule({ name: "host", functions: { served } });
  const own = asyncVM({ modules: [asyncio, host] });
  own.vm.globals.set("plain", () => new Promise((resolve) => void waiting.push(resolve)));
  return {
    ...own,
    aborts,
    answer: (value) => {
      for (const resolve of waiting.splice(0)) resolve(value);
    },
  };
}

describe("asyncio.timeout around a call of the host", () => {
  it.each(["served()", "plain()"])("ends %s at its time, and only that", async (call) => {
    const { vm, log, warnings, run, answer, aborts, advance } = serving();
    const value = await run(`
import asyncio
from host import served
async def main():
    begun = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(0.5) as limit:
            await ${call}
    except TimeoutError as error:
        took = asyncio.get_running_loop().time() - begun
        return limit.expired(), error.__cause__.__class__.__name__, 0.5 <= took < 0.6, asyncio.current_task().cancelling()
await main()`);
    expect(value).toEqual([true, "CancelledError", true, 0]);
    answer("late");
    await advance(10);
    expect(aborts).toEqual(call === "served()" ? [expect.any(String)] : []);
    expect([log, warnings, vm.stats.pendingHostCalls]).toEqual([[], [], 0]);
    expect(await run("1")).toBe(1);
  });

  it("lets an answer in time through; a limit may be moved, and the inner one of two counts", async () => {
    const { begin, over, answer, aborts, advance } = serving();
    const running = begin(`
import asyncio
from host import served
async def main():
    async with asyncio.timeout(0.1) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 10)
        first = await served()
    async with asyncio.timeout(10) as outer:
        try:
            async with asyncio.timeout(0.1): await served()
        except TimeoutError:
            return first, outer.expired(), await asyncio.wait_for(served(), 5)
await main()`);
    await advance(500);
    answer("in time");
    await advance(300);
    answer("again");
    expect(await over(running)).toEqual(["in time", false, "again"]);
    expect(aborts).toHaveLength(1);
  });

  it("ends one call after another, and an outer limit ends them all", async () => {
    const { run, aborts } = serving();
    const source = `
import asyncio
from host import served
async def main():
    while True:
        try:
            async with asyncio.timeout(0.2): await served()
        except TimeoutError: pass
await asyncio.wait_for(main(), 1)`;
    await expect(run(source)).rejects.toMatchObject({ type: "TimeoutError" });
    expect(aborts.length).toBeGreaterThanOrEqual(4);
  });
});
