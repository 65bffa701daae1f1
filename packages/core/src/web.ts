// @krait/core/web: adapters for browsers.
/**
 * Adapters for browsers: VMs in Web Workers.
 *
 * @module @krait/core/web
 */
export { createWorkerVM, type WebWorker, type WebWorkerVMOptions, type WorkerURL } from "./web/worker-vm.ts";
