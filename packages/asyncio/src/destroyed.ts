// Tasks that will never end: nothing reaches them any more, or their VM closes.
import { type Machine, more, type NativeOp, NONE, call, pushNative, type Result } from "@krait/core/extend";
import { PyTask } from "./future-layout.ts";
import { runtimeOf } from "./runtime.ts";

/** A task that only its loop can run, which does not run: a census is to find out whether anything reaches it. */
export function watch(vm: Machine, task: PyTask): void {
  vm.finalizable.add(task);
}

/** `__del__` of a task that is pending: its loop's exception handler is told; one that a census has found is let go. */
export function destroy(vm: Machine, task: PyTask): Result {
  return pushNative(vm, destroyOp, { task, isTold: false });
}

const destroyOp: NativeOp<{ readonly task: PyTask; isTold: boolean }> = {
  name: "destroy a pending task",
  step(vm, state): Result {
    const { task } = state;
    if (!state.isTold) {
      state.isTold = true;
      return tell(vm, task) === undefined ? undefined : more(vm);
    }
    letGo(vm, task);
    return NONE;
  },
  raised(vm, { task }) {
    letGo(vm, task);
    return undefined;
  },
};

function tell(vm: Machine, task: PyTask): Result {
  const func = runtimeOf(vm).prelude.get("destroyed_task");
  if (!task.logsDestruction || func === undefined) return more(vm);
  return call(vm, func, [task]);
}

/** Whoever calls `__del__` of a task within reach only has it told. */
function letGo(vm: Machine, task: PyTask): void {
  const { job } = task;
  if (job === null || !vm.finalized.has(task)) return;
  task.isDestroyed = true;
  vm.services.jobs.stop(job);
}

/** Those of loops that do not run, as a VM closes. */
export function tasksLeft(vm: Machine): PyTask[] {
  const tasks: PyTask[] = [];
  for (const each of vm.finalizable) {
    if (each instanceof PyTask && !each.isDone && !each.isDestroyed && each.loop?.isRunning === false) tasks.push(each);
  }
  return tasks;
}

/** Have their loops told of them. */
export function tellOfTasks(vm: Machine, tasks: readonly PyTask[]): Result {
  return pushNative(vm, tellOp, { tasks, at: 0 });
}

const tellOp: NativeOp<{ readonly tasks: readonly PyTask[]; at: number }> = {
  name: "tell of tasks that are pending",
  step(vm, state): Result {
    const task = state.tasks[state.at++];
    if (task === undefined) return NONE;
    if (task.isDone) return more(vm);
    task.isDestroyed = true;
    return tell(vm, task) === undefined ? undefined : more(vm);
  },
  /** A handler of the script's own has failed: it is told of the others all the same. */
  raised(vm) {
    vm.error = null;
    return undefined;
  },
};

/** The text for a task that the closing of its VM has ended by force: no Python runs any more. */
export function destroyedText({ name }: PyTask): string {
  return `Task was destroyed but it is pending!\ntask: <Task pending name='${String(name)}'>`;
}
