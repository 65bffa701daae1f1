// Events of the host as an asynchronous iterable, through a buffer with a bound and a stated policy for when it is full.
import type { VM } from "@krait/core";
import { type EventSource, listen } from "./event-source.ts";

/** What becomes of an event that comes when the buffer is full. */
export type OverflowPolicy = "drop-oldest" | "drop-newest" | "error";

/** How a stream of events is buffered, and when it ends. */
export interface EventStreamOptions {
  /** How many events wait for their reader; default 1,000. */
  readonly capacity?: number;
  /** What is done when as many wait and one more comes; default "error": reading fails after those that wait. */
  readonly overflow?: OverflowPolicy;
  /** Ends the stream when it aborts; what is buffered is let go. */
  readonly signal?: AbortSignal;
  /** Ends the stream when this VM closes. */
  readonly vm?: VM;
  /**
   * The item for what listeners are called with. Default: of an emitter the one value, or the list of several; of a target
   * the event's `detail`, else its `data`, else its `type`.
   */
  readonly item?: (...values: any[]) => unknown;
}

/** The events of a source; each `for await` or `async for` listens by itself, from its beginning to its end. */
export interface EventStream extends AsyncIterable<unknown> {
  /** How many events were dropped because the buffer was full. */
  readonly dropped: number;
}

/** The buffer of an event stream was full, and its policy is "error". */
export class EventOverflowError extends Error {
  /** "EventOverflowError". */
  override readonly name: string = "EventOverflowError";
}

const POLICIES: readonly string[] = ["drop-oldest", "drop-newest", "error"];

/**
 * The events of a name, for Python's `async for` (or the host's `for await`): pass it to a script, or answer it from a
 * function. Listening begins with the iteration and ends with it: at `aclose()`, at the abort of `signal`, when `vm` closes.
 * A read that is cancelled loses no event. Throws TypeError or RangeError for wrong options, TypeError for no source.
 */
export function eventStream(source: EventSource, event: string, options: EventStreamOptions = {}): EventStream {
  const { capacity = 1_000, overflow = "error" } = options;
  if (!Number.isInteger(capacity) || capacity < 1) {
    throw new RangeError(`eventStream: capacity must be a whole number of at least 1, not ${String(capacity)}`);
  }
  if (!POLICIES.includes(overflow)) {
    throw new TypeError(`eventStream: overflow must be one of ${POLICIES.join(", ")}, not ${String(overflow)}`);
  }
  // Refused here and not where a script begins to read.
  listen(source, event, () => {})();
  const counter = { dropped: 0 };
  return {
    get dropped() {
      return counter.dropped;
    },
    [Symbol.asyncIterator]: () => new Reader(source, event, { capacity, overflow, ...options }, counter),
  };
}

interface Waiting {
  readonly promise: Promise<IteratorResult<unknown>>;
  readonly resolve: (result: IteratorResult<unknown>) => void;
  readonly reject: (error: Error) => void;
}

/** The engine calls the method of this name when a script is cancelled where it reads. */
const ABANDON: unique symbol = Symbol.for("krait.abandon");

const END: IteratorResult<unknown> = Object.freeze({ done: true, value: undefined });

/** One iteration. */
class Reader implements AsyncIterator<unknown> {
  readonly #buffer: unknown[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #endings: (() => void)[] = [];
  #error: Error | null = null;
  #isOver = false;

  constructor(
    source: EventSource,
    event: string,
    options: EventStreamOptions & { readonly capacity: number; readonly overflow: OverflowPolicy },
    counter: { dropped: number },
  ) {
    const { item = plainItem, signal, vm } = options;
    const end = (): void => void this.return();
    if (signal?.aborted === true || (vm !== undefined && isClosing(vm))) {
      this.#isOver = true;
      return;
    }
    this.#endings.push(listen(source, event, (values) => this.#take(item(...values), options, counter)));
    if (vm !== undefined) this.#endings.push(vm.onTeardown("cancelled", end));
    if (signal !== undefined) {
      signal.addEventListener("abort", end, { once: true });
      this.#endings.push(() => signal.removeEventListener("abort", end));
    }
  }

  next(): Promise<IteratorResult<unknown>> {
    if (this.#buffer.length > 0) return Promise.resolve({ done: false, value: this.#buffer.shift() });
    const error = this.#error;
    this.#error = null;
    if (error !== null) return Promise.reject(error);
    if (this.#isOver) return Promise.resolve(END);
    let resolve!: Waiting["resolve"];
    let reject!: Waiting["reject"];
    const promise = new Promise<IteratorResult<unknown>>((fulfil, refuse) => {
      resolve = fulfil;
      reject = refuse;
    });
    this.#waiting.push({ promise, resolve, reject });
    return promise;
  }

  return(): Promise<IteratorResult<unknown>> {
    this.#buffer.length = 0;
    this.#error = null;
    this.#end();
    return Promise.resolve(END);
  }

  /** Nobody waits for what a call of `next` has answered any more: the event it would have got is the next reader's. */
  [ABANDON](promise: unknown): void {
    const at = this.#waiting.findIndex((each) => each.promise === promise);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  #take(
    value: unknown,
    { capacity, overflow }: { capacity: number; overflow: OverflowPolicy },
    counter: { dropped: number },
  ): void {
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) return waiting.resolve({ done: false, value });
    const buffer = this.#buffer;
    if (buffer.length < capacity) return void buffer.push(value);
    counter.dropped += 1;
    if (overflow === "drop-oldest") {
      buffer.shift();
      buffer.push(value);
    } else if (overflow === "error") {
      this.#error = new EventOverflowError(`more than ${capacity} events wait to be read`);
      this.#end();
    }
  }

  #end(): void {
    this.#isOver = true;
    for (const ending of this.#endings.splice(0)) ending();
    for (const { resolve } of this.#waiting.splice(0)) resolve(END);
  }
}

function isClosing({ state }: VM): boolean {
  return state === "closing" || state === "closed";
}

function plainItem(...values: unknown[]): unknown {
  return values.length > 1 ? values : values[0];
}
