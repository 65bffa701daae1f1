// Waiting for a future: what `await` of one does.
import {
  type Asking,
  asking,
  call,
  contextLike,
  giveTurn,
  type Machine,
  NONE,
  type PyContext,
  type PyException,
  type Result,
  raiseRuntimeError,
  type Value,
} from "@krait/core/extend";
import { cancel, isPlain } from "./cancelling.ts";
import { addCallback, type PyFuture, PyTask } from "./future-layout.ts";
import { beginHandle } from "./handles.ts";
import type { EventLoop } from "./loop-layout.ts";
import { runtimeOf } from "./runtime.ts";
import { cancelPlain, errorOf, resultOf } from "./waking.ts";

/** What a task awaits or has yielded cannot be waited for: it is told why in its next turn. */
export function refuse(vm: Machine, value: Value): undefined {
  return asking(vm, REFUSAL, value);
}

const REFUSAL: Asking<Value> = {
  ask: (vm, value) => call(vm, runtimeOf(vm).prelude.get("refusal") as Value, [value]),
  take(vm, _value, error) {
    vm.fiber.raised = error as PyException;
    return giveTurn(vm.fiber);
  },
};

/** `await future` by a fiber: parks it until the future is done. An iterator that yields it has taken note of that before. */
export function waitFor(vm: Machine, future: PyFuture, isYielded = false): Result {
  if (future.loop === null) return raiseRuntimeError(vm, "Future object is not initialized.");
  if (future.isDone && !isYielded) return resultOf(vm, future);
  const { fiber } = vm;
  const isForeign = fiber.loop !== null && fiber.loop !== future.loop;
  if (isForeign || fiber.task === future || (isYielded && !future.isBlocking)) return refuse(vm, future);
  future.isBlocking = false;
  if (future.isDone) return resultOf(vm, future);
  const { job } = fiber;
  if (job === null) {
    // A short call of the host's has no job yet, and cannot wait: its scheduler tells it so.
    fiber.park = { operation: "future", args: [future], id: 0 };
    return undefined;
  }
  const task = fiber.task as PyTask | null;
  // A request that was served where the task waited for a time or the host is over.
  if (task !== null && fiber.cancellation === null) task.mustCancel = false;
  if (task?.mustCancel === true) {
    tellFuture(vm, task, future);
    // As any other who waits for it, the task has its turn in the next batch.
    if (future.isDone) {
      fiber.cancellation = errorOf(future);
      return giveTurn(fiber);
    }
  }
  future.park ??= { operation: "future", args: [future], id: 0 };
  fiber.park = future.park;
  addCallback(future, job);
  if (task !== null) task.waiter = future;
  return undefined;
}

/** A task that was cancelled while it ran has come to wait: what it waits for is cancelled. */
function tellFuture(vm: Machine, task: PyTask, future: PyFuture): void {
  const message = task.cancelMessage ?? NONE;
  vm.fiber.cancellation = null;
  if (isPlain(future)) {
    const isTold = future instanceof PyTask ? cancel(vm, future, message) : cancelPlain(vm, future, message);
    if (isTold === true) task.mustCancel = false;
    return;
  }
  // A `cancel` of the script's has a turn of its own; the task is told when the future is done.
  const func = runtimeOf(vm).prelude.get("cancel_waiter") as Value;
  beginHandle(vm, future.loop as EventLoop, func, [future, message], contextLike(task.context as PyContext));
}
