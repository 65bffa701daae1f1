// The program of a Web Worker in a thread of Node, which gets what of a Web Worker's scope it uses.
import { parentPort } from "node:worker_threads";

if (parentPort === null) throw new Error("this is the program of a worker thread");
const port = parentPort;
Object.assign(globalThis, {
  self: {
    postMessage: (message: unknown, transfer: never) => port.postMessage(message, transfer),
    addEventListener: (_type: "message", listener: (event: { data: unknown }) => void) =>
      port.on("message", (data) => listener({ data })),
  },
});
await import("../../src/web-worker.ts");
