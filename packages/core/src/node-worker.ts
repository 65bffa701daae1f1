// @krait/core/node-worker: the program of a worker thread of Node, for `createWorkerVM` of @krait/core/node.
import { parentPort } from "node:worker_threads";
import { serveWorkerVM } from "@krait/core/worker";

if (parentPort === null) throw new Error("@krait/core/node-worker is the program of a worker thread");
const port = parentPort;
serveWorkerVM({
  post: (message, transfer) => port.postMessage(message, transfer as never),
  listen: (message) => port.on("message", message),
});
