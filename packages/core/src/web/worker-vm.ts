// VMs in Web Workers.
import type { WorkerPort } from "../worker/ports.ts";
import type { WorkerVMOptions } from "../worker/options.ts";
import { WorkerVM } from "../worker/worker-vm.ts";

/** What of a Web Worker is used. */
export interface WebWorker {
  /** Send the worker a message. */
  postMessage(message: unknown, transfer: never): void;
  /** End it at once. */
  terminate(): void;
  /** Call `listener` at each event of a type. */
  addEventListener(type: "message" | "messageerror" | "error", listener: (event: any) => void): void;
}

declare const Worker: { new (url: WorkerURL, options: { readonly type: "module" }): WebWorker };
declare const URL: { new (url: string, base: string): { readonly href: string } };

/** The text of a URL, or a URL. */
export type WorkerURL =
  | string
  | {
      /** Its text. */
      readonly href: string;
    };

/** What a VM in a Web Worker is made with. */
export interface WebWorkerVMOptions extends WorkerVMOptions {
  /**
   * The program of the worker, or what starts it; default `@krait/core/web-worker`, where it stands beside this file.
   * With a bundler that moves files, give its own way of starting a worker, e.g. Vite's
   * `import KraitWorker from "@krait/core/web-worker?worker"` and `worker: () => new KraitWorker()`.
   */
  readonly worker?: WorkerURL | (() => WebWorker);
}

/**
 * Make a VM in a Web Worker, at once: what is asked of it waits until the worker runs. Where the page is not
 * cross-origin isolated there is no shared memory, and interrupts go by message. Throws TypeError for unknown options or
 * wrong types.
 */
export function createWorkerVM(options: WebWorkerVMOptions = {}): WorkerVM {
  return new WorkerVM(() => portOf(start(options.worker)), options);
}

function start(worker: WebWorkerVMOptions["worker"]): WebWorker {
  if (typeof worker === "function") return worker();
  if (worker === undefined) {
    if (here().url === undefined) throw new TypeError("a CommonJS module must give it");
    // Bundlers look for this very form.
    return new Worker(new URL("./web-worker.js", (import.meta as unknown as { url: string }).url), { type: "module" });
  }
  return new Worker(worker, { type: "module" });
}

/** As a value of its own, so that bundlers find `import.meta.url` once. */
function here(): { readonly url?: string } {
  return import.meta as { readonly url?: string };
}

function portOf(worker: WebWorker): WorkerPort {
  if (typeof worker?.addEventListener !== "function") throw new TypeError("it answers no Worker");
  return {
    post: (message, transfer) => worker.postMessage(message, transfer as never),
    terminate: () => worker.terminate(),
    listen({ message, lost }) {
      worker.addEventListener("message", (event: { data: unknown }) => message(event.data));
      worker.addEventListener("messageerror", () => lost("a message could not be read", undefined));
      worker.addEventListener("error", (event: { message?: string; error?: unknown }) =>
        lost(event.message ?? "its program could not be loaded", event.error),
      );
    },
  };
}
