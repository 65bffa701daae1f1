// Eager tasks: whoever makes one waits while it takes its first step.
import {
  type Job,
  type Machine,
  type NativeOp,
  NONE,
  type Park,
  type PyException,
  pushNative,
  type Result,
  raise,
} from "@krait/core/extend";
import { PyTask } from "./future-layout.ts";
import { isFatal } from "./running.ts";

const FIRST_STEP: Park = Object.freeze({ operation: "eager task", args: Object.freeze([]), id: 0 });

interface EagerState {
  readonly job: Job;
  isBegun: boolean;
  /** A request to end that the maker is to hear of where it next waits, and not here. */
  cancellation: PyException | null;
}

/** Let the job of a task run before the fiber that runs goes on, which the task's first step sees to. */
export function runFirst(vm: Machine, job: Job): Result {
  return pushNative(vm, eagerOp, { job, isBegun: false, cancellation: null });
}

export const eagerOp: NativeOp<EagerState> = {
  name: "eager task",
  step(vm, state): Result {
    const { fiber } = vm;
    if (!state.isBegun) {
      state.isBegun = true;
      state.cancellation = fiber.cancellation;
      fiber.cancellation = null;
      fiber.park = FIRST_STEP;
      vm.services.jobs.add(state.job, true);
      return undefined;
    }
    fiber.cancellation ??= state.cancellation;
    const { task } = state.job.fiber;
    if (!(task instanceof PyTask)) return NONE;
    task.isFirstStep = false;
    if (!task.isDone) return NONE;
    task.coroutine = null;
    const { exception } = task;
    return exception !== null && isFatal(exception) ? raise(vm, exception) : NONE;
  },
};
