// After its closing nothing keeps a VM alive: not the Promises that it waited for, nor the one of its closing.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createVM, type VM } from "@krait/core";
import { describe, expect, it } from "vitest";
import { asyncio } from "../../src/index.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Resolves when what was referred to is collected; the timeout of the test tells when it never is. */
async function collected(reference: WeakRef<object>): Promise<void> {
  while (reference.deref() !== undefined) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 5);
    });
    collect();
  }
}

/** A VM that is closed while tasks of it wait for a Promise; only a weak reference to it is left. */
async function closedWhileWaiting(pending: Promise<unknown>, source: string): Promise<WeakRef<VM>> {
  const vm = createVM({ modules: [asyncio] });
  vm.globals.set("wait", () => pending);
  const running = vm.run(source);
  const over = running.catch(() => {});
  while (vm.state !== "parked" || vm.stats.pendingHostCalls === 0) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
  await vm.close();
  await over;
  return new WeakRef(vm);
}

const TASKS = `
import asyncio
async def work(): return await wait()
await asyncio.gather(work(), work())`;

describe("S5 after the closing", () => {
  it.each([
    ["never settles", () => {}, () => {}],
    ["is fulfilled later", (resolve: (value: unknown) => void) => resolve(1), () => {}],
    ["is rejected later", () => {}, (reject: (error: unknown) => void) => reject(new Error("late"))],
  ] as const)("S5.3 a Promise that %s keeps no VM alive", async (_, fulfil, refuse) => {
    let [resolve, reject] = [(_value: unknown): void => {}, (_error: unknown): void => {}];
    const pending = new Promise<unknown>((...settle) => {
      [resolve, reject] = settle;
    });
    pending.catch(() => {});
    const reference = await closedWhileWaiting(pending, TASKS);
    await collected(reference);
    expect(reference.deref()).toBeUndefined();
    fulfil(resolve);
    refuse(reject);
    await Promise.race([pending.catch(() => {}), Promise.resolve()]);
  });

  it("S5.4 the closing goes on when its caller drops the Promise", async () => {
    const phases: string[] = [];
    const made = (): WeakRef<VM> => {
      const vm = createVM({ modules: [asyncio] });
      vm.on("phase", ({ phase }) => phases.push(phase));
      vm.run("while True: pass").catch(() => {});
      void vm.close({ deadlineMs: 50 });
      return new WeakRef(vm);
    };
    const reference = made();
    while (!phases.includes("closed")) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      collect();
    }
    expect(phases.at(-1)).toBe("closed");
    await collected(reference);
    expect(reference.deref()).toBeUndefined();
  });
});
