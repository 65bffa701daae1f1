// The module _asyncio: what the prelude's asyncio is built on.
import {
  defineModule,
  func,
  type LibraryModule,
  type Machine,
  NONE,
  newList,
  PyType,
  raiseRuntimeError,
  type Result,
  typeOf,
  type Value,
} from "@krait/core/extend";
import { cancelledErrorType, invalidStateErrorType } from "./exceptions.ts";
import { defineFuture, keepCallbacks } from "./future.ts";
import { PyFuture } from "./future-layout.ts";
import { defineGathering, gather } from "./gathering.ts";
import { defineHandles } from "./handles.ts";
import { defineLoop } from "./loop.ts";
import { EventLoop } from "./loop-layout.ts";
import { createTaskHere } from "./making-tasks.ts";
import { runningLoop } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { currentTask, defineTask, isCoroutine } from "./task.ts";
import { defineTimer, newTimer, TURN_AWAITABLE } from "./timer.ts";
import { eventLoopType, futureType, handleType, taskType, timerHandleType } from "./types.ts";
import { refuse } from "./waiting.ts";

/** `_provide(name, value)`: a function of the prelude that natives call, or the class of the VM's own loop. */
function provide(vm: Machine, name: Value, value: Value): Result {
  const runtime = runtimeOf(vm);
  runtime.prelude.set(name as string, value);
  if (name === "refusal") vm.refuseYield = refuse;
  if (name === "EventLoop" && value instanceof PyType) runtime.hostLoop.type = value;
  return NONE;
}

function getRunningLoop(vm: Machine): Result {
  return runningLoop(vm) ?? raiseRuntimeError(vm, "no running event loop");
}

/** `asyncio.run` must not be called where a loop runs; a function that the host has called may do so. */
function joinedLoop(vm: Machine): Result {
  return (vm.fiber.loop as EventLoop | null) ?? NONE;
}

function current(vm: Machine, given: Value = NONE): Result {
  const loop = given === NONE ? runningLoop(vm) : (given as EventLoop);
  if (loop === null) return raiseRuntimeError(vm, "no running event loop");
  const task = currentTask(vm, loop);
  return task !== null && task.loop === loop ? task : NONE;
}

function tasksOf(_vm: Machine, loop: Value): Result {
  return newList(loop instanceof EventLoop ? loop.tasks.all : []);
}

/** The asynchronous generators of a loop that have not ended; they are its no more. */
function takeGenerators(vm: Machine, loop: Value): Result {
  const own = [...vm.asyncGenerators].filter(
    ([, each]) => each === loop || (each === null && (loop as EventLoop).isHost),
  );
  for (const [generator] of own) vm.asyncGenerators.delete(generator);
  return newList(own.map(([generator]) => generator));
}

function isFuture(_vm: Machine, value: Value): Result {
  return value instanceof PyFuture || typeOf(value).lookup("_asyncio_future_blocking") !== undefined;
}

function warn(vm: Machine, category: Value, message: Value): Result {
  vm.services.warn(category as string, message as string);
  return NONE;
}

defineFuture();
defineTask();
defineHandles();
defineLoop();
defineTimer();
defineGathering();

export const MODULE: LibraryModule = defineModule({
  name: "_asyncio",
  doc: "Futures, tasks and event loops.",
  functions: {
    _provide: func("name, value, /", provide),
    _create_task: func("coro, name, context, /", createTaskHere),
    _gather: func("arguments, is_lenient, /", gather),
    _timer: func("delay, result, /", newTimer),
    _take_generators: func("loop, /", takeGenerators),
    _tasks: func("loop, /", tasksOf),
    _keep_callbacks: func("future, kept, /", (vm, future: PyFuture, kept: Value) => keepCallbacks(vm, future, kept)),
    _warn: func("category, message, /", warn),
    _is_coroutine: func("value, /", (_vm, value: Value) => isCoroutine(value)),
    _get_running_loop: func("", joinedLoop),
    _get_event_loop: func("", (vm) => runtimeOf(vm).currentLoop),
    _set_event_loop: func("loop, /", (vm, loop: Value) => {
      runtimeOf(vm).currentLoop = loop;
      return NONE;
    }),
    get_running_loop: func("", getRunningLoop, "The event loop that runs; RuntimeError without one."),
    current_task: func("loop=None", current, "The task that runs, or None."),
    isfuture: func("obj, /", isFuture, "Whether an object is a future."),
  },
  constants: {
    _turn: TURN_AWAITABLE,
    Future: futureType,
    Task: taskType,
    Handle: handleType,
    TimerHandle: timerHandleType,
    LoopBase: eventLoopType,
    CancelledError: cancelledErrorType,
    InvalidStateError: invalidStateErrorType,
  },
});
