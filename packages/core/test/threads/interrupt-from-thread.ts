// Has another thread stop a VM of this one.
import { Worker } from "node:worker_threads";
import type { VM } from "../../src/index.ts";
import type { InterrupterData } from "./interrupter.ts";

export interface OtherThread {
  /** The other thread goes ahead. */
  readonly ready: () => void;
  /** Blocks this thread until the other one has asked for everything. */
  readonly waitUntilAsked: () => void;
  readonly ended: Promise<unknown>;
}

/** Start a thread that carries out `acts` on `vm` once `ready()` was called, here or as a function of the script's. */
export function interruptFromThread(
  program: string,
  vm: VM,
  acts: InterrupterData["acts"],
  options: { readonly shared: boolean },
): OtherThread {
  const handle = vm.interruptHandle(options);
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const workerData: InterrupterData = { handle: handle.data, flags, acts };
  const worker = new Worker(program, { workerData, transferList: handle.transfer });
  const ready = (): void => {
    Atomics.store(flags, 0, 1);
    Atomics.notify(flags, 0);
  };
  vm.globals.set("ready", ready);
  return {
    ready,
    waitUntilAsked: () => void Atomics.wait(flags, 1, 0),
    ended: new Promise((resolve, reject) => worker.on("exit", resolve).on("error", reject)),
  };
}
