// Making tasks: what loops do by themselves where scripts have not changed it.
import { call, isCallable, type Machine, NONE, raiseRuntimeError, type Result, type Value } from "@krait/core/extend";
import { PyTask } from "./future-layout.ts";
import type { EventLoop } from "./loop-layout.ts";
import { runningLoop } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { initialise, isCoroutine } from "./task.ts";
import { eventLoopType, taskType } from "./types.ts";

/** A task with its job and fiber, in bytes, about. */
const TASK_BYTES = 1_000;

/** Whether tasks of a loop are made as those of any other: it has no factory and no `create_task` of a script's. */
export function isPlainLoop(loop: EventLoop): boolean {
  if (loop.taskFactory !== NONE || loop.attrs !== null) return false;
  return loop.type.lookup("create_task") === eventLoopType.lookup("create_task");
}

/** A task of a loop without a factory. */
export function newTask(vm: Machine, loop: EventLoop, coroutine: Value, name: Value, context: Value): Result {
  if ((name !== NONE && typeof name !== "string") || !isCoroutine(coroutine)) {
    const given: readonly (readonly [string, Value])[] = [
      ["loop", loop],
      ["name", name],
      ["context", context],
    ];
    return call(vm, taskType, [coroutine], new Map(given));
  }
  vm.allocated += TASK_BYTES;
  const task = new PyTask(taskType);
  return initialise(vm, task, coroutine, loop, name, context) === undefined ? undefined : task;
}

/** `loop.create_task(coro, *, name=None, context=None, **kwargs)`. */
export function createTask(
  vm: Machine,
  self: EventLoop,
  coroutine: Value,
  name: Value | undefined,
  context: Value | undefined,
  others: ReadonlyMap<string, Value>,
): Result {
  const own = [name ?? NONE, context ?? NONE] as const;
  if (self.isClosed) return raiseRuntimeError(vm, "Event loop is closed");
  if (!isCallable(self.taskFactory) && others.size === 0) return newTask(vm, self, coroutine, ...own);
  return call(vm, runtimeOf(vm).prelude.get("make_task") as Value, [self, coroutine, ...own], others);
}

/** `_create_task(coro, name, context)`: a task of the loop that runs. */
export function createTaskHere(vm: Machine, coroutine: Value, name: Value, context: Value): Result {
  const loop = runningLoop(vm);
  if (loop === null) return raiseRuntimeError(vm, "no running event loop");
  if (isPlainLoop(loop)) return newTask(vm, loop, coroutine, name, context);
  return call(vm, runtimeOf(vm).prelude.get("ask_for_task") as Value, [loop, coroutine, name, context]);
}
