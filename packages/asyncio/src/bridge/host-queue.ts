// A queue that host functions share: so many run at once, the others wait, and none is dropped.
import { checkKeys, shown } from "@krait/core/extend";
import PQueue from "p-queue";

/** How many calls run and wait in a queue. */
export interface HostQueueOptions {
  /** How many calls run at once; a whole number of at least 1. */
  readonly concurrency: number;
  /**
   * How many calls stand in the queue, sorted by priority; default Infinity. Those that come when it is full wait before it,
   * in the order of their coming, until there is room.
   */
  readonly capacity?: number;
}

/** A call: begun when its turn comes, unless `signal` aborts before. */
export interface QueuedCall<T> {
  /** Does it; what it answers is the call's, and its place is taken until that has settled. */
  readonly run: () => T | PromiseLike<T>;
  /** Above others of less. */
  readonly priority: number;
  /** Takes the call out of the queue when it aborts before its turn. */
  readonly signal: AbortSignal;
}

/** Lets at most so many calls run at once: one for several functions, and for several VMs, where they share a resource. */
export class HostQueue {
  readonly #queue: PQueue;
  /** How many calls may run and stand in the queue. */
  readonly #places: number;
  /** What lets calls in that wait before the queue, the first first. */
  readonly #before: Set<() => void> = new Set();

  /** Throws TypeError for unknown options and what is no number, RangeError for one that is out of range. */
  constructor(options: HostQueueOptions) {
    checkKeys("HostQueue", options, { concurrency: "any", capacity: "any" });
    const { concurrency, capacity = Number.POSITIVE_INFINITY } = options;
    checkCount("concurrency", concurrency);
    checkCount("capacity", capacity);
    this.#places = concurrency + capacity;
    this.#queue = new PQueue({ concurrency });
    // A call has ended, or was taken out of the queue.
    this.#queue.on("next", () => this.#admit());
  }

  /** How many calls run. */
  get running(): number {
    return this.#queue.pending;
  }

  /** How many calls wait, in the queue and before it. */
  get waiting(): number {
    return this.#queue.size + this.#before.size;
  }

  /** Do a call in its turn. Rejects with what it throws, or with the signal's reason when that aborts before its turn. */
  add<T>({ run, priority, signal }: QueuedCall<T>): Promise<T> {
    if (signal.aborted) return Promise.reject(signal.reason);
    return new Promise<T>((resolve, reject) => {
      const queued = new AbortController();
      const abort = (): void => {
        if (this.#before.delete(enter)) reject(signal.reason);
        else queued.abort(signal.reason);
      };
      const begin = (): T | PromiseLike<T> => {
        // From now on its place is taken to its end, whoever still waits for it.
        signal.removeEventListener("abort", abort);
        return run();
      };
      const enter = (): void => {
        this.#queue.add(begin, { priority, signal: queued.signal as never }).then(resolve, reject);
      };
      signal.addEventListener("abort", abort, { once: true });
      if (this.#isFull) this.#before.add(enter);
      else enter();
    });
  }

  get #isFull(): boolean {
    return this.#queue.pending + this.#queue.size >= this.#places;
  }

  #admit(): void {
    for (const enter of this.#before) {
      if (this.#isFull) return;
      this.#before.delete(enter);
      enter();
    }
  }
}

function checkCount(name: string, value: unknown): void {
  if (typeof value !== "number") throw new TypeError(`HostQueue: ${name} must be a number, not ${shown(value)}`);
  if (!(value >= 1) || (value !== Number.POSITIVE_INFINITY && !Number.isInteger(value))) {
    throw new RangeError(`HostQueue: ${name} must be a whole number of at least 1, not ${value}`);
  }
}
