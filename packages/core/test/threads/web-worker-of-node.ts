// A Web Worker as the page sees it, over a thread of Node.
import { Worker } from "node:worker_threads";
import type { WebWorker } from "../../src/web.ts";

export function webWorker(program: string): WebWorker {
  const worker = new Worker(program);
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    terminate: () => void worker.terminate(),
    addEventListener(type, listener) {
      if (type === "message") worker.on("message", (data) => listener({ data }));
      if (type === "error") worker.on("error", (error: Error) => listener({ message: error.message, error }));
    },
  };
}
