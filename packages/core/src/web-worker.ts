// @krait/core/web-worker: the program of a Web Worker, for `createWorkerVM` of @krait/core/web.
import { serveWorkerVM } from "./worker/serve-worker-vm.ts";

declare const self: {
  postMessage(message: unknown, transfer: never): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
};

serveWorkerVM({
  post: (message, transfer) => self.postMessage(message, transfer as never),
  listen: (message) => self.addEventListener("message", (event) => message(event.data)),
});
