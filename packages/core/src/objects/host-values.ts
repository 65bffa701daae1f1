// Layouts of what the host lends to Python: its Promises, its iterators, its calls that have not begun.
import {
  hostAsyncIteratorType,
  hostCallType,
  hostIteratorType,
  hostPromiseIteratorType,
  hostPromiseType,
} from "./builtin-types.ts";
import type { Follower } from "./follower.ts";
import type { Machine } from "./machine.ts";
import { PyObject, type Result } from "./value.ts";

/** A Promise of the host, which Python awaits. */
export class PyPromise extends PyObject {
  readonly promise: Promise<unknown>;
  /** It settles with an iterator's result, `{ done, value }`: its end is StopAsyncIteration. */
  readonly isItem: boolean;
  /** Tells the host that a script has waited for it and does so no more; null where nothing is to be told. */
  readonly abandoned: (() => void) | null;

  constructor(promise: Promise<unknown>, isItem: boolean, abandoned: (() => void) | null = null) {
    super(hostPromiseType);
    this.promise = promise;
    this.isItem = isItem;
    this.abandoned = abandoned;
  }
}

/** What `await` iterates: one wait, whose end is StopIteration with the value. */
export class PyPromiseIterator extends PyObject {
  readonly awaited: PyPromise;
  isUsed = false;

  constructor(awaited: PyPromise) {
    super(hostPromiseIteratorType);
    this.awaited = awaited;
  }
}

/** An asynchronous iterator of the host, which `async for` consumes. */
export class PyHostAsyncIterator extends PyObject {
  readonly iterator: AsyncIterator<unknown>;

  constructor(iterator: AsyncIterator<unknown>) {
    super(hostAsyncIteratorType);
    this.iterator = iterator;
  }
}

/** An iterator of the host, which a native function answered. */
export class PyHostIterator extends PyObject {
  readonly iterator: Iterator<unknown>;
  /** The Python value of an item, or undefined after raising. */
  readonly convert: (vm: Machine, item: unknown) => Result;

  constructor(iterator: Iterator<unknown>, convert: PyHostIterator["convert"]) {
    super(hostIteratorType);
    this.iterator = iterator;
    this.convert = convert;
  }
}

/** A call of an asynchronous function of the host: it begins when it is first awaited. */
export class PyHostCall extends PyObject {
  /** The name of the function. */
  readonly name: string;
  /** What is called, with what: plain data, which the code gets. */
  readonly state: unknown;
  readonly code: HostCallCode;
  isUsed = false;

  constructor(name: string, state: unknown, code: HostCallCode) {
    super(hostCallType);
    this.name = name;
    this.state = state;
    this.code = code;
  }
}

/** How calls of the host begin. */
export interface HostCallCode {
  /** For the fiber that runs: answers the value, or undefined after raising or after pushing the frame that waits for it. */
  readonly begin: (vm: Machine, state: never) => Result;
  /** For a follower: see `PyType.follows`. */
  readonly follow: (vm: Machine, state: never, follower: Follower) => number;
}

/** Carries a value of the host's to a native frame that waits for it. Never visible to Python. */
export class HostBox extends PyObject {
  readonly content: unknown;

  constructor(content: unknown) {
    super(hostPromiseType);
    this.content = content;
  }
}
