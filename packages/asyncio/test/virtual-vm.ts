// A VM with asyncio for tests of the bridge, whose clock moves only when the test says.
import { createVM, Scheduler, VirtualPlatform, type VM, type VMOptions } from "@krait/core";
import { afterEach } from "vitest";
import { asyncio } from "../src/index.ts";

export interface VirtualVM {
  readonly vm: VM;
  readonly platform: VirtualPlatform;
  /** What scripts have printed, by line. */
  readonly lines: () => string[];
  /** Run a script to its end, timer after timer. */
  readonly run: (source: string) => Promise<unknown>;
}

/** Answers what makes the VMs of a test file; they are closed after each test. */
export function virtualVMs(): (options?: VMOptions) => VirtualVM {
  const open: VirtualVM[] = [];
  afterEach(async () => {
    const own = open.splice(0);
    const closed = own.map(({ vm }) => vm.close());
    for (const platform of new Set(own.map((each) => each.platform))) await platform.runUntilIdle();
    await Promise.all(closed);
  });
  return (options) => {
    const platform = (options?.platform as VirtualPlatform | undefined) ?? new VirtualPlatform();
    let output = "";
    const vm = createVM({
      platform,
      scheduler: new Scheduler({ platform, quantum: 1_000 }),
      limits: { wallTimeMs: Number.POSITIVE_INFINITY },
      stdout: (text) => void (output += text),
      ...options,
      modules: [asyncio, ...(options?.modules ?? [])],
    });
    const run = async (source: string): Promise<unknown> => {
      const result = vm.run(source);
      result.catch(() => {});
      await platform.runUntilIdle();
      return await result;
    };
    const own = { vm, platform, run, lines: () => output.split("\n").slice(0, -1) };
    open.push(own);
    return own;
  };
}
