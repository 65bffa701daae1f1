// A VM with asyncio on a clock that moves by hand, and a log of what it says and does.
import {
  type CloseOptions,
  createVM,
  Scheduler,
  type TeardownReport,
  VirtualPlatform,
  type VM,
  type VMOptions,
  type VMWarning,
} from "@krait/core";
import { asyncio } from "../src/index.ts";

export interface AsyncVM {
  readonly vm: VM;
  readonly platform: VirtualPlatform;
  /** Lines that were written, and the names of the phases of its teardown. */
  readonly log: string[];
  readonly warnings: VMWarning[];
  /** Begin to run; what becomes of it is there to look at. */
  begin(source: string): Promise<unknown>;
  /** Run to its end. */
  run(source: string): Promise<unknown>;
  /** Move the clock until a Promise settles. */
  over<T>(promise: Promise<T>): Promise<T>;
  advance(milliseconds: number): Promise<void>;
  close(options?: CloseOptions): Promise<TeardownReport>;
}

/**
 * A quantum is a number of safe points. The clock moves by `stepMs` at each look while a script runs, so that what never ends
 * does not hold up the test.
 */
export function asyncVM(options: VMOptions = {}, quantum = 500, stepMs = 0.01): AsyncVM {
  const platform = new VirtualPlatform({ stepMs });
  const scheduler = new Scheduler({ platform, quantum });
  const log: string[] = [];
  const warnings: VMWarning[] = [];
  const write = (text: string): void => void log.push(...text.split("\n").filter((line) => line !== ""));
  const vm = createVM({
    name: "own",
    platform,
    scheduler,
    modules: [asyncio],
    stdout: write,
    stderr: write,
    ...options,
  });
  vm.on("phase", ({ phase }) => log.push(`[${phase}]`));
  vm.on("warning", (warning) => warnings.push(warning));
  const over = async <T>(promise: Promise<T>): Promise<T> => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    promise.then(end, end);
    while (!isOver) await platform.advance(5);
    return await promise;
  };
  const begin = (source: string): Promise<unknown> => {
    const promise = vm.run(source, { filename: "main.py" });
    promise.catch(() => {});
    return promise;
  };
  return {
    vm,
    platform,
    log,
    warnings,
    begin,
    run: (source) => over(begin(source)),
    over,
    advance: (milliseconds) => platform.advance(milliseconds),
    close: (closing) => over(vm.close(closing)),
  };
}
