// Layouts of what the host lends to Python: its Promises and asynchronous iterators.
import { hostAsyncIteratorType, hostPromiseType, hostPromiseIteratorType } from "./builtin-types.ts";
import { PyObject } from "./value.ts";

/** A Promise of the host, which Python awaits. */
export class PyPromise extends PyObject {
  readonly promise: Promise<unknown>;
  /** It settles with an iterator's result, `{ done, value }`: its end is StopAsyncIteration. */
  readonly isItem: boolean;

  constructor(promise: Promise<unknown>, isItem: boolean) {
    super(hostPromiseType);
    this.promise = promise;
    this.isItem = isItem;
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

/** Carries a value of the host's to a native frame that waits for it. Never visible to Python. */
export class HostBox extends PyObject {
  readonly content: unknown;

  constructor(content: unknown) {
    super(hostPromiseType);
    this.content = content;
  }
}
