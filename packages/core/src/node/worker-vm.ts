// VMs in worker threads of Node.
import { Worker } from "node:worker_threads";
import { type WorkerPort, WorkerVM, type WorkerVMOptions } from "@krait/core/worker";

/** What a VM in a worker thread of Node is made with. */
export interface NodeWorkerVMOptions extends WorkerVMOptions {
  /**
   * The program of the worker, or what starts it with options of your own (`resourceLimits`, `execArgv`); default
   * `@krait/core/node-worker`. Bundlers move files: give its place in the bundle then.
   */
  readonly worker?: string | URL | (() => Worker);
}

/**
 * Make a VM in a worker thread, at once: what is asked of it waits until the worker runs. Throws TypeError for unknown
 * options or wrong types.
 */
export function createWorkerVM(options: NodeWorkerVMOptions = {}): WorkerVM {
  return new WorkerVM(() => {
    const { worker = new URL("./node-worker.js", import.meta.url) } = options;
    return portOf(typeof worker === "function" ? worker() : new Worker(worker));
  }, options);
}

function portOf(worker: Worker): WorkerPort {
  if (typeof worker?.on !== "function") throw new TypeError("it answers no Worker");
  return {
    post: (message, transfer) => worker.postMessage(message, transfer as never),
    terminate: () => worker.terminate(),
    hold: (isHeld) => {
      if (isHeld) worker.ref();
      else worker.unref();
    },
    listen({ message, lost }) {
      worker.on("message", message);
      worker.on("messageerror", (error) => lost("a message could not be read", error));
      worker.on("error", (error: unknown) => lost(error instanceof Error ? error.message : String(error), error));
      worker.on("exit", (code) => lost(`exit code ${code}`, undefined));
    },
  };
}
