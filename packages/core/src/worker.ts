// @krait/core/worker: a VM in another thread, for any runtime that has threads. @krait/core/node and @krait/core/web
// start the workers of theirs.
/**
 * VMs in other threads, for any runtime that has threads.
 *
 * @module @krait/core/worker
 */
export { WorkerGlobals, WorkerVM } from "./worker/worker-vm.ts";
export { WorkerJob } from "./worker/job.ts";
export { WorkerLostError } from "./worker/errors.ts";
export type { ProgramAddress, StartedOptions, WorkerVMOptions } from "./worker/options.ts";
export type { HostPort, WorkerPort } from "./worker/ports.ts";
export { serveWorkerVM } from "./worker/serve-worker-vm.ts";
