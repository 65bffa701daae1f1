// Cancelling tasks: the request goes to what a task waits for, or is told to the task itself.
import {
  type Asking,
  asking,
  callMethod,
  type Machine,
  NONE,
  type Result,
  truth,
  type Value,
} from "@krait/core/extend";
import { eagerOp } from "./eager.ts";
import type { PyFuture, PyTask } from "./future-layout.ts";
import { futureType, taskType } from "./types.ts";
import { cancellation, cancelledBy, cancelPlain } from "./waking.ts";

/** Ask a task to end: CancelledError is raised where it waits, or where it next would. */
export function cancel(vm: Machine, self: PyTask, message: Value = NONE): Result {
  self.isUnseen = false;
  if (self.isDone) return false;
  self.cancelCount++;
  // One that was interrupted has left what it waited for.
  if (self.waiter !== null && self.job?.fiber.park !== self.waiter.park) self.waiter = null;
  const { waiter } = self;
  if (waiter !== null && !waiter.isDone) {
    if (waiter.type === futureType) return cancelPlain(vm, waiter, message);
    if (waiter.type === taskType) return cancel(vm, waiter as PyTask, message);
    // A class of the script's may have a `cancel` of its own.
    return asking(vm, CANCEL, { self, waiter, message });
  }
  return tell(vm, self, message);
}

const CANCEL: Asking<{ readonly self: PyTask; readonly waiter: PyFuture; readonly message: Value }> = {
  ask: (vm, { waiter, message }) =>
    callMethod(vm, waiter.type.lookup("cancel") as Value, waiter, [], new Map([["msg", message]])),
  take: (vm, { self, message }, answer) => (truth(vm, answer) === false ? tell(vm, self, message) : true),
};

/** A task that waits for the host is told at once; another one when it next waits, or when its turn comes. */
function tell(vm: Machine, self: PyTask, message: Value): Result {
  const { job, told } = self;
  self.cancelMessage = message;
  if (job === null) return true;
  const { fiber } = job;
  const isWaiting = job.isParked && fiber.park !== null;
  if (isWaiting && self.waiter === null) {
    vm.services.jobs.throwInto(job, cancellation(self));
    return true;
  }
  self.mustCancel = true;
  // The future has refused to be cancelled: the task is told when it is done.
  if (isWaiting) return true;
  if (fiber === vm.fiber || job.isRunning || job.isCut || fiber.top.op === eagerOp)
    fiber.cancellation = cancelledBy(message);
  else if (fiber.top !== fiber.bottom) {
    // Woken already: what it would have got is lost, unless the request is taken back before its turn.
    const error = cancelledBy(message);
    self.told = { error, lost: fiber.raised === told?.error ? told.lost : fiber.raised };
    fiber.raised = error;
  }
  return true;
}

export function uncancel(_vm: Machine, self: PyTask): Result {
  if (self.cancelCount > 0) {
    self.cancelCount--;
    if (self.cancelCount === 0) {
      self.mustCancel = false;
      const { job, told } = self;
      if (job !== null) {
        job.fiber.cancellation = null;
        if (job.fiber.raised === told?.error) job.fiber.raised = told.lost;
      }
    }
  }
  return self.cancelCount;
}

/** Whether a future and what it waits for in turn can be cancelled without a call of the script's. */
export function isPlain(future: PyFuture): boolean {
  let last = future;
  while (last.type === taskType) {
    const { waiter } = last as PyTask;
    if (waiter === null || waiter.isDone) return true;
    last = waiter;
  }
  return last.type === futureType;
}
