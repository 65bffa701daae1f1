// @krait/core/web: adapters for browsers.
export { createWorkerVM, type WebWorker, type WebWorkerVMOptions, type WorkerURL } from "./web/worker-vm.ts";
