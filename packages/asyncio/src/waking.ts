// Waking those who wait for a future: what happens when it is done.
import {
  Job,
  type Machine,
  NONE,
  type PyException,
  Relay,
  type Result,
  raise,
  deliver,
  type Value,
  newException,
} from "@krait/core/extend";
import { cancelledErrorType } from "./exceptions.ts";
import { DoneCallback, type DoneListener, FutureState, NOBODY, type PyFuture, type PyTask } from "./future-layout.ts";
import { beginHandle } from "./handles.ts";
import type { EventLoop } from "./loop-layout.ts";

/** The future is done: everyone who waits for it gets a turn, in the order of asking. */
export function callBack(vm: Machine, future: PyFuture): void {
  const { callbacks } = future;
  if (callbacks.length === 0) return;
  future.callbacks = NOBODY;
  const loop = future.loop as EventLoop;
  for (const each of callbacks) {
    if (each instanceof DoneCallback) beginHandle(vm, loop, each.callback, [future], each.context);
    else if (each instanceof Job) wakeJob(vm, each, future);
    else vm.services.jobs.relay(new Relay(tell, each, future), loop.lane);
  }
}

function tell(vm: Machine, { holds, about }: Relay): void {
  (holds as DoneListener).childDone(vm, about as PyFuture);
}

/** A job goes on with what its future has come to. */
function wakeJob(vm: Machine, job: Job, future: PyFuture): void {
  const { fiber } = job;
  if (fiber.park === null || fiber.park !== future.park) return;
  fiber.park = null;
  const task = fiber.task as PyTask | null;
  if (task !== null) task.waiter = null;
  future.isUnseen = false;
  const error = task?.mustCancel === true ? cancellation(task) : errorOf(future);
  if (error !== null) fiber.raised = error;
  else deliver(vm, fiber, future.result as Value);
  vm.services.jobs.add(job);
}

/** What a future that is done raises in those who wait for it; null for none. */
export function errorOf(future: PyFuture): PyException | null {
  if (future.state === FutureState.Cancelled) return cancelledError(future);
  const { exception } = future;
  if (exception !== null) {
    // Who asks has no part in what another one's frames have added.
    exception.traceback = future.trace;
    future.trace = null;
  }
  return exception;
}

/** The exception of a cancelled future: the one that ended it, for the first who asks. */
export function cancelledError(future: PyFuture): PyException {
  const { exception } = future;
  if (exception !== null) {
    future.exception = null;
    return exception;
  }
  return cancelledBy(future.cancelMessage);
}

/** CancelledError with the message that `cancel` was given. */
export function cancelledBy(message: Value | null): PyException {
  if (message === null || message === NONE) return newException(cancelledErrorType);
  return newException(cancelledErrorType, message);
}

/** The value of a future that is done; undefined after raising. */
export function resultOf(vm: Machine, future: PyFuture): Result {
  future.isUnseen = false;
  const error = errorOf(future);
  return error === null ? (future.result as Value) : raise(vm, error);
}

/** The exception that tells a task that it was cancelled; the request is served with it. */
export function cancellation(task: PyTask): PyException {
  task.mustCancel = false;
  if (task.job !== null) task.job.fiber.cancellation = null;
  return cancelledBy(task.cancelMessage);
}

/** Cancel a future that is no task; false when it is done. */
export function cancelPlain(vm: Machine, future: PyFuture, message: Value | null): boolean {
  future.isUnseen = false;
  if (future.isDone) return false;
  future.state = FutureState.Cancelled;
  future.cancelMessage = message;
  callBack(vm, future);
  return true;
}

/** The future has failed. */
export function fail(vm: Machine, future: PyFuture, exception: PyException): void {
  future.exception = exception;
  future.trace = exception.traceback;
  future.state = FutureState.Finished;
  future.isUnseen = true;
  vm.finalizable.add(future);
  callBack(vm, future);
}

/** The future has its value. */
export function succeed(vm: Machine, future: PyFuture, value: Value): void {
  future.result = value;
  future.state = FutureState.Finished;
  callBack(vm, future);
}
