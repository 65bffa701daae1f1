// What JavaScript collects after a VM has closed: callbacks of finalization registries, the engine's and the host's own.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { ClosedError, type PythonCallable } from "@krait/core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { threadsafeCall } from "../../src/index.ts";
import { asyncVM } from "../async-vm.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const Registry = FinalizationRegistry;

/** Collects until something holds; the timeout of the test tells when it never does. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    collect();
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

afterEach(() => void vi.unstubAllGlobals());

/** Handles and errors of a VM, to be dropped together. */
async function hold(run: (source: string) => Promise<unknown>, count: number): Promise<unknown[]> {
  const held: unknown[] = [];
  for (let n = 0; n < count; n++) {
    held.push(await run("lambda: 1"), await run("1 / 0").catch((error: unknown) => error));
  }
  return held;
}

describe("S5.12 after the closing", () => {
  it("S5.12 the engine's callbacks for handles and errors that the host has dropped change nothing", async () => {
    const fired: string[] = [];
    const failures: unknown[] = [];
    vi.stubGlobal(
      "FinalizationRegistry",
      class<T> extends Registry<T> {
        constructor(callback: (held: T) => void) {
          super((held) => {
            fired.push(vm.state);
            try {
              callback(held);
            } catch (error) {
              failures.push(error);
            }
          });
        }
      },
    );
    const { vm, log, warnings, run, close } = asyncVM();
    await run("import asyncio\nasync def work(): return 1");
    const held = await hold(run, 20);
    const kept = vm.globals.get("work") as PythonCallable;
    const report = await close();
    const said = log.length;
    held.length = 0;
    await until(() => fired.filter((state) => state === "closed").length >= 30);
    expect(failures).toEqual([]);
    expect([report.forced, warnings, log.length, vm.state]).toEqual([[], [], said, "closed"]);
    expect(vm.stats).toMatchObject({ entries: 0, pendingHostCalls: 0, lateCompletions: 0 });
    await expect(kept()).rejects.toThrow(ClosedError);
  });

  it("S5.12 a callback of the host's own that calls the VM runs no Python, and only its calls are refused", async () => {
    const { vm, log, run, close } = asyncVM();
    await run(
      "import asyncio\ndef release(name): print('released', name)\nasync def later(name): print('later', name)",
    );
    const answers: unknown[] = [];
    const release = threadsafeCall(vm, vm.globals.get("release") as PythonCallable);
    const later = vm.globals.get("later") as (name: string) => Promise<unknown>;
    const registry = new Registry<string>((name) => {
      answers.push(release(name));
      later(name).catch((error: unknown) => answers.push(error));
      vm.call("release", name).catch((error: unknown) => answers.push(error));
    });
    const lend = (): void => void registry.register({}, "texture");
    lend();
    await close();
    const said = log.length;
    await until(() => answers.length === 3);
    expect(answers).toEqual([false, expect.any(ClosedError), expect.any(ClosedError)]);
    expect(log).toHaveLength(said);
  });
});
