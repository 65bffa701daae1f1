// The layout of futures and tasks: what they wait for and who waits for them, as plain data.
import {
  type Job,
  type Machine,
  type Park,
  type Placed,
  PyAttributed,
  type PyContext,
  type PyException,
  type PyObject,
  type PyType,
  type Value,
} from "@krait/core/extend";
import type { EventLoop } from "./loop-layout.ts";

export enum FutureState {
  Pending,
  Cancelled,
  Finished,
}

/** Called with the future when it is done, in a turn of its own and in a context. */
export class DoneCallback {
  readonly callback: Value;
  readonly context: PyContext;

  constructor(callback: Value, context: PyContext) {
    this.callback = callback;
    this.context = context;
  }
}

/** Told in a turn of its own, without any Python, when a future is done. */
export interface DoneListener extends PyObject {
  readonly context: PyContext;
  childDone(vm: Machine, future: PyFuture): void;
}

export type Callback = DoneCallback | DoneListener | Job;

/** The callbacks of a future that has none: most have none or one. */
export const NOBODY: readonly never[] = Object.freeze([]);

/** Somebody's turn is to come when the future is done. */
export function addCallback(future: PyFuture, callback: Callback): void {
  const { callbacks } = future;
  if (callbacks.length === 0) future.callbacks = [callback];
  else (callbacks as Callback[]).push(callback);
}

export class PyFuture extends PyAttributed {
  /** Null until `__init__` has run. */
  loop: EventLoop | null = null;
  state: FutureState = FutureState.Pending;
  result: Value | null = null;
  exception: PyException | null = null;
  /** The traceback that the exception came with, for the first who asks. */
  trace: PyException["traceback"] = null;
  /** Whose turn comes when it is done, in their order: callbacks, and jobs that wait for it. */
  callbacks: readonly Callback[] = NOBODY;
  cancelMessage: Value | null = null;
  /** It failed, and nobody has asked how. */
  isUnseen = false;
  /** It was yielded by `__await__`, and whoever drives the coroutine has not taken note. */
  isBlocking = false;
  /** How fibers wait for it; made for the first. */
  park: Park | null = null;

  constructor(type: PyType) {
    super(type);
  }

  get isDone(): boolean {
    return this.state !== FutureState.Pending;
  }
}

export class PyTask extends PyFuture implements Placed {
  /** Among the tasks of its loop. */
  place = -1;
  /** The coroutine; None once it is done. */
  coroutine: Value | null = null;
  name: Value = "";
  context: PyContext | null = null;
  /** The fiber that it is; null before its first step. */
  job: Job | null = null;
  /** The future that it waits for. */
  waiter: PyFuture | null = null;
  /** Cancelled while it did not wait: it is told where it next waits, or ends. */
  mustCancel = false;
  /** How it was told of that when it was woken already, and what it would have got instead. */
  told: { readonly error: PyException; readonly lost: PyException | null } | null = null;
  /** Requests of cancellation that were not taken back. */
  cancelCount = 0;
  /** Who has made it, and waits for its first step: it is eager. */
  maker: Job | null = null;
  /** Its maker waits for the first step, which is under way, and is told of what would end the loop. */
  isFirstStep = false;
  /** Whether anyone is to be told when it is pending and can never end. */
  logsDestruction = true;
  /** It was found pending where nothing can run it any more: it stays so. */
  isDestroyed = false;
}
