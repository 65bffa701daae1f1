// What asyncio does when its VM closes: cancels tasks and entries that await, closes generators, tells of unseen failures.
import {
  asyncGeneratorType,
  callAndAwait,
  coroutineType,
  type Fiber,
  type Frame,
  type Job,
  type LoopKeeper,
  type Machine,
  more,
  type NativeOp,
  NONE,
  pushNative,
  type Result,
  usesTopLevelAwait,
} from "@krait/core/extend";
import { cancelledErrorType } from "./exceptions.ts";
import { tasksLeft, tellOfTasks } from "./destroyed.ts";
import { unseen } from "./future.ts";
import { PyFuture, type PyTask } from "./future-layout.ts";
import { LOOP } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { cancel } from "./cancelling.ts";
import { taskOfEntry } from "./task.ts";

export function newKeeper(vm: Machine): LoopKeeper {
  return {
    owns: (job) => isCancellable(vm, job),
    cancel: (own, jobs) => pushNative(own, cancelOp, { jobs, at: 0 }),
    isCancellation: (error) => error.type.isSubtype(cancelledErrorType),
    get closeGenerators() {
      const func = runtimeOf(vm).prelude.get("close_generators");
      return func === undefined ? null : (own: Machine) => callAndAwait(own, func, [runtimeOf(own).hostLoop], null);
    },
    get tellLeft() {
      const tasks = tasksLeft(vm);
      return tasks.length === 0 ? null : (own: Machine) => tellOfTasks(own, tasks);
    },
    get tellUnseen() {
      const futures = unseenFutures(vm);
      return futures.length === 0 ? null : (own: Machine) => pushNative(own, tellOp, { futures, at: 0 });
    },
  };
}

/** A task of the VM's own loop, or an entry of the host that awaits there and has begun. */
function isCancellable(vm: Machine, { fiber, lane, isTask }: Job): boolean {
  if (lane !== vm.services.jobs.lane) return false;
  if (fiber.task !== null) return true;
  return !isTask && fiber.park !== LOOP && isBegun(fiber) && awaits(fiber);
}

function isBegun({ top }: Fiber): boolean {
  return top.op !== null || top.pc > 0;
}

/** Whether a coroutine, or source text that awaits, runs in a fiber. */
function awaits(fiber: Fiber): boolean {
  for (let frame = fiber.top; frame !== fiber.bottom; frame = frame.prev as Frame) {
    const type = frame.generator?.type;
    if (type === coroutineType || type === asyncGeneratorType) return true;
  }
  return usesTopLevelAwait(fiber);
}

const cancelOp: NativeOp<{ readonly jobs: readonly Job[]; at: number }> = {
  name: "cancel what runs in a VM",
  step(vm, state): Result {
    const job = state.jobs[state.at++];
    if (job === undefined) return NONE;
    if (job.isSettled) return more(vm);
    const task = (job.fiber.task as PyTask | null) ?? taskOfEntry(vm, runtimeOf(vm).hostLoop, job);
    return cancel(vm, task) === undefined ? undefined : more(vm);
  },
  /** A `cancel` of the script's own has failed: the others are cancelled all the same. */
  raised(vm) {
    vm.error = null;
    return undefined;
  },
};

function unseenFutures(vm: Machine): PyFuture[] {
  const futures: PyFuture[] = [];
  for (const each of vm.finalizable) if (each instanceof PyFuture && each.isUnseen) futures.push(each);
  return futures;
}

const tellOp: NativeOp<{ readonly futures: readonly PyFuture[]; at: number }> = {
  name: "tell of exceptions that were never retrieved",
  step(vm, state): Result {
    const future = state.futures[state.at++];
    if (future === undefined) return NONE;
    return unseen(vm, future) === undefined ? undefined : more(vm);
  },
  raised(vm) {
    vm.error = null;
    return undefined;
  },
};
