// @krait/asyncio: Python's asyncio on the event loop of the host.
/**
 * Python's asyncio: pass `asyncio` to `createVM({ modules: [asyncio] })`, and scripts can import it.
 *
 * @module @krait/asyncio
 */
import type { Library } from "@krait/core";
import { newKeeper } from "./keeper.ts";
import { SHELF } from "./shelf.ts";

export type { EmitterSource, EventSource, TargetSource } from "./bridge/event-source.ts";
export {
  EventOverflowError,
  eventStream,
  type EventStream,
  type EventStreamOptions,
  type OverflowPolicy,
} from "./bridge/event-stream.ts";
export { HostQueue, type HostQueueOptions, type QueuedCall } from "./bridge/host-queue.ts";
export { adaptedScheduler, type AdaptedScheduler, type EventLoopAdapter } from "./bridge/loop-adapter.ts";
export { queued, type QueuedOptions } from "./bridge/queued.ts";
export { chunksOf, type ReadableSource } from "./bridge/readable-stream.ts";
export { workerExecutor, type ExecutorVM, type WorkerExecutorOptions } from "./bridge/worker-executor.ts";
export { threadsafeCall, type ThreadsafeOptions } from "./bridge/threadsafe-call.ts";

/** Lets scripts `import asyncio`. */
export const asyncio: Library = Object.freeze<Library>({
  name: "asyncio",
  table: SHELF,
  setUp(_vm, generation) {
    generation.loopKeeper = newKeeper(generation.machine);
  },
});
