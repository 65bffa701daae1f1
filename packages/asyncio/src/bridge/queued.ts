// Host functions with a declared concurrency: their calls take turns in a queue, and scripts wait for theirs.
import {
  asyncFunction,
  blockingFunction,
  type CallContext,
  defaultPlatform,
  type NativeFunctionSpec,
  PythonRaise,
} from "@krait/core";
import { checkKeys, shown } from "@krait/core/extend";
import { HostQueue, type HostQueueOptions } from "./host-queue.ts";

/** How the calls of a function take turns. */
export interface QueuedOptions extends Partial<HostQueueOptions> {
  /** The queue of several functions, in place of one of its own with `concurrency` and `capacity`. */
  readonly queue?: HostQueue;
  /** Calls of a higher priority come first; default 0. A function gets the arguments of the call. */
  readonly priority?: number | ((...args: any[]) => number);
  /** TimeoutError is raised in the script when a call takes longer, its wait in the queue not counted; default Infinity. */
  readonly timeoutMs?: number;
  /** What errors call the function; default "the host function". */
  readonly name?: string;
  /** Starts a timer and answers what calls it off; default `setTimeout`. A VirtualPlatform has one. */
  readonly timer?: (milliseconds: number, callback: () => void) => () => void;
}

/** What `asyncFunction` makes has one type, whatever it takes. */
type HostCall = (...all: unknown[]) => unknown;

/**
 * The same function, at most `concurrency` of whose calls run at once; the scripts of the others wait, and a full queue
 * makes them wait longer but drops none. A call that is cancelled leaves the queue; one that runs gets the abort of its
 * signal, and keeps its place until its Promise has settled: the host never runs more than was declared. Each declaration
 * has a queue of its own unless `queue` is given, which may be shared by functions and by VMs. Throws TypeError for a
 * function that answers at once, and for wrong options.
 */
export function queued(spec: NativeFunctionSpec, options: QueuedOptions): NativeFunctionSpec {
  checkKeys("queued", options, {
    concurrency: "number",
    capacity: "number",
    queue: "any",
    priority: "any",
    timeoutMs: "number",
    name: "string",
    timer: "function",
  });
  const { queue = ownQueue(options), priority = 0, timeoutMs = Number.POSITIVE_INFINITY } = options;
  const { name = "the host function", timer = defaultPlatform().timer } = options;
  if (spec.mode === "sync") throw new TypeError("queued: a function that answers at once cannot wait for its turn");
  if (!(queue instanceof HostQueue)) throw new TypeError("queued: 'queue' must be a HostQueue");
  if (typeof priority !== "function" && typeof priority !== "number") {
    throw new TypeError(`queued: 'priority' must be a number or a function, not ${shown(priority)}`);
  }
  if (!(timeoutMs > 0)) throw new RangeError(`queued: timeoutMs must be above 0, not ${timeoutMs}`);
  const body = spec.call as HostCall;
  const limit: Limit = {
    timeoutMs,
    timer,
    late: () => new PythonRaise("TimeoutError", `${name} took longer than ${timeoutMs} ms`),
  };
  const call = async (...all: unknown[]): Promise<unknown> => {
    const args = all.slice(0, -1);
    const { signal } = all.at(-1) as CallContext;
    const own = typeof priority === "function" ? priority(...args) : priority;
    return await new Promise((resolve, reject) => {
      const run = (): Promise<unknown> => begin(body, args, signal, limit, resolve, reject);
      queue.add({ run, priority: own, signal }).catch(reject);
    });
  };
  const { parameters, returns, doc } = spec;
  const parts = { parameters, returns, ...(doc !== null && { doc }), call: call as never };
  return spec.mode === "async" ? asyncFunction(parts) : blockingFunction(parts);
}

function ownQueue({ concurrency, capacity = Number.POSITIVE_INFINITY }: QueuedOptions): HostQueue {
  if (concurrency === undefined) throw new TypeError("queued: 'concurrency' or a 'queue' is expected");
  return new HostQueue({ concurrency, capacity });
}

interface Limit {
  readonly timeoutMs: number;
  readonly timer: NonNullable<QueuedOptions["timer"]>;
  /** The error of a call that takes longer. */
  readonly late: () => Error;
}

/** Begin a call whose turn has come; what it answers settles when the host is done with it. */
async function begin(
  body: HostCall,
  args: readonly unknown[],
  signal: AbortSignal,
  { timeoutMs, timer, late }: Limit,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
): Promise<void> {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  const tooLate = (): void => {
    const error = late();
    controller.abort(error);
    reject(error);
  };
  const callOff = timeoutMs === Number.POSITIVE_INFINITY ? () => {} : timer(timeoutMs, tooLate);
  try {
    resolve(await body(...args, { signal: controller.signal }));
  } catch (error) {
    reject(error);
  } finally {
    callOff();
    signal.removeEventListener("abort", abort);
  }
}
