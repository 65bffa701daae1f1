// The type Task: a coroutine that runs in a fiber of its own.
import {
  type Asking,
  asking,
  asString,
  awaitValue,
  call,
  classFor,
  contextLike,
  coroutineType,
  currentContext,
  defineType,
  deliver,
  type Fiber,
  type Job,
  type JobOutcome,
  type Machine,
  method,
  newBottom,
  newMethod,
  type NativeOp,
  NONE,
  PyContext,
  type PyException,
  PyGenerator,
  property,
  raise,
  raiseRuntimeError,
  raiseTypeError,
  repr,
  type Result,
  resumeGenerator,
  type StopReason,
  Tag,
  throwInto,
  truth,
  typeOf,
  type Value,
} from "@krait/core/extend";
import { cancel, uncancel } from "./cancelling.ts";
import { destroyedText, watch } from "./destroyed.ts";
import { cancelledErrorType } from "./exceptions.ts";
import { runFirst } from "./eager.ts";
import { newFiber } from "./fibers.ts";
import { loopFor } from "./future.ts";
import { FutureState, PyFuture, PyTask } from "./future-layout.ts";
import type { EventLoop } from "./loop-layout.ts";
import { failRun, isFatal, runningLoop } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { futureType, taskType } from "./types.ts";
import { callBack, cancellation, cancelPlain, fail, succeed } from "./waking.ts";

/** What the lowest frame of a task's fiber does in its first turn: it begins the coroutine, whose end is that of the fiber. */
const taskOp: NativeOp<unknown> = {
  name: "task",
  isShared: true,
  step(vm): Result {
    const task = begun(vm);
    const coroutine = task.coroutine as PyGenerator;
    vm.fiber.bottom.tag = Tag.Delegate;
    return task.mustCancel ? throwInto(vm, coroutine, cancellation(task)) : resumeGenerator(vm, coroutine, NONE);
  },
};

/** The same for what is no coroutine of a script, such as a call of the host: cancelled before its first step it never begins. */
const otherTaskOp: NativeOp<unknown> = {
  name: "task",
  step(vm, _state, input): Result {
    let value: Result = input;
    if (value === undefined) {
      const task = begun(vm);
      value = task.mustCancel ? raise(vm, cancellation(task)) : awaitValue(vm, task.coroutine as Value);
    }
    if (value !== undefined) deliver(vm, vm.fiber, value);
    return undefined;
  },
};

/** The task of the fiber that runs, which takes its first step. */
function begun(vm: Machine): PyTask {
  const task = vm.fiber.task as PyTask;
  if (task.maker !== null) goOn(vm, task);
  return task;
}

/** The job of a task, which has not begun. */
function makeJob(vm: Machine, task: PyTask): Job {
  const loop = task.loop as EventLoop;
  const isPlain = task.coroutine instanceof PyGenerator;
  const bottom = isPlain ? vm.record(taskOp, () => newBottom(taskOp)) : newBottom(otherTaskOp);
  const fiber: Fiber = newFiber(vm, loop, task.context as PyContext, bottom);
  fiber.task = task;
  const job: Job = vm.services.jobs.make(fiber, loop.lane, loop.isHost, settled);
  task.job = job;
  loop.tasks.add(task);
  if (!loop.isRunning) watch(vm, task);
  return job;
}

/** The fiber of a task has ended: so has the future that the task is. */
function settled({ machine: vm, fiber }: Job, outcome: JobOutcome): void {
  const task = fiber.task as PyTask;
  // It was stopped before its first step, which whoever made it waits for.
  if (task.maker !== null) goOn(vm, task);
  if (outcome.kind === "value") returned(vm, task, outcome.value);
  else if (outcome.kind === "error") raised(vm, task, outcome.error);
  else if (outcome.kind === "stopped") stopped(vm, task, outcome.reason);
}

/** The coroutine has returned. */
function returned(vm: Machine, task: PyTask, value: Value): void {
  leave(task);
  // A request that was served where the task waited for a time or the host is over.
  if (task.mustCancel && (task.job as Job).fiber.cancellation !== null) cancelPlain(vm, task, task.cancelMessage);
  else succeed(vm, task, value);
}

function raised(vm: Machine, task: PyTask, error: PyException): void {
  leave(task);
  if (error.type.isSubtype(cancelledErrorType)) {
    task.exception = error;
    task.cancelMessage = null;
    task.state = FutureState.Cancelled;
    callBack(vm, task);
    return;
  }
  fail(vm, task, error);
  if (isFatal(error) && !task.isFirstStep) failRun(vm, task.loop as EventLoop, error);
}

/** That it was stopped is told, where nobody answers for the task: its loop is the VM's own, or its VM closes. */
function stopped(vm: Machine, task: PyTask, reason: StopReason): void {
  if (task.isDestroyed) return;
  if (!task.isDone) {
    leave(task);
    cancelPlain(vm, task, null);
  }
  if (reason.kind === "closed" && task.logsDestruction) vm.services.warn("asyncio", destroyedText(task));
  if (reason.kind !== "limit" || task.loop?.isHost !== true) return;
  vm.services.warn("asyncio", `Task ${String(task.name)} was stopped: limit of ${reason.limit}`);
}

function leave(task: PyTask): void {
  task.loop?.tasks.delete(task);
  task.waiter = null;
}

/** Make a task of a coroutine, which begins in one of the next turns. */
export function initialise(
  vm: Machine,
  self: PyTask,
  coroutine: Value,
  loop: Value = NONE,
  name: Value = NONE,
  context: Value = NONE,
  isEager: Value = false,
): Result {
  const own = loopFor(vm, loop);
  if (own === undefined) return undefined;
  if (!isCoroutine(coroutine)) {
    return asking(vm, REFUSAL, coroutine);
  }
  self.loop = own;
  self.coroutine = coroutine;
  self.context = context instanceof PyContext ? context : contextLike(currentContext(vm));
  if (name === NONE) self.name = `Task-${runtimeOf(vm).nextTask++}`;
  else if (typeof name === "string") self.name = name;
  else return asking(vm, NAMING, { self, name, isEager });
  return scheduled(vm, self, isEager);
}

/** A task begins in one of the next turns; an eager one of the loop that runs takes its first step at once. */
function scheduled(vm: Machine, self: PyTask, isEager: Value): Result {
  const answer = truth(vm, isEager);
  if (typeof answer !== "boolean") return undefined;
  const job = makeJob(vm, self);
  const maker = vm.fiber.job;
  if (answer && maker !== null && (self.loop as EventLoop).isRunning && runningLoop(vm) === self.loop) {
    self.maker = maker;
    return runFirst(vm, job);
  }
  vm.services.jobs.add(job);
  return NONE;
}

/** Whoever has made an eager task goes on when the step under way is over, before all else. */
function goOn(vm: Machine, task: PyTask): void {
  const maker = task.maker as Job;
  task.maker = null;
  task.isFirstStep = true;
  maker.fiber.park = null;
  vm.services.jobs.add(maker, true);
}

const NAMING: Asking<{ readonly self: PyTask; readonly name: Value; readonly isEager: Value }> = {
  ask: (vm, { name }) => call(vm, runtimeOf(vm).prelude.get("text") as Value, [name]),
  take(vm, { self, isEager }, text) {
    self.name = text;
    return scheduled(vm, self, isEager);
  },
};

const REFUSAL: Asking<Value> = {
  ask: repr,
  take: (vm, _coroutine, shown) => raiseTypeError(vm, `a coroutine was expected, got ${asString(shown)}`),
};

/** Whether a task can run it: a coroutine, or a generator that `types.coroutine` has marked. */
export function isCoroutine(value: Value): boolean {
  if (value instanceof PyGenerator) return value.type === coroutineType || value.isIterableCoroutine;
  const type = typeOf(value);
  return type.lookup("__await__") !== undefined && type.lookup("send") !== undefined;
}

/** The task of the fiber that runs; made for an entry of the host when a script asks for it. Null outside of any loop. */
export function currentTask(vm: Machine, loop: EventLoop): PyTask | null {
  const { fiber } = vm;
  if (fiber.task !== null) return fiber.task as PyTask;
  const { job } = fiber;
  // A fiber that a loop made for a callback has no task.
  if (job === null || !loop.isHost || fiber.loop !== loop || job.isTask) return null;
  return taskOfEntry(vm, loop, job);
}

/** The task that an entry of the host is to scripts; made once. */
export function taskOfEntry(vm: Machine, loop: EventLoop, job: Job): PyTask {
  const { fiber } = job;
  const task = new PyTask(taskType);
  task.loop = loop;
  task.coroutine = NONE;
  task.name = `Task-${runtimeOf(vm).nextTask++}`;
  task.context = (fiber.context as PyContext | null) ?? currentContext(vm);
  task.job = job;
  fiber.task = task;
  const [awaited] = fiber.park?.args ?? [];
  if (awaited instanceof PyFuture && fiber.park === awaited.park) task.waiter = awaited;
  loop.tasks.add(task);
  job.follower = (outcome) => entryEnded(vm, task, outcome);
  return task;
}

function entryEnded(vm: Machine, task: PyTask, outcome: JobOutcome): void {
  if (task.isDone) return;
  leave(task);
  if (outcome.kind === "value") succeed(vm, task, outcome.value);
  else if (outcome.kind === "error" && !outcome.error.type.isSubtype(cancelledErrorType)) {
    fail(vm, task, outcome.error);
    // The host is told.
    task.isUnseen = false;
  } else cancelPlain(vm, task, null);
}

export function defineTask(): void {
  taskType.waits = futureType.waits;
  defineType(taskType, "A coroutine that runs by itself, beside others.", {
    __new__: newMethod("*args, **kwargs", (vm, cls) => {
      const type = classFor(vm, taskType, cls);
      return type === undefined ? undefined : new PyTask(type);
    }),
    __init__: method("coro, *, loop=None, name=None, context=None, eager_start=False", initialise),
    cancel: method("msg=None", cancel, "Ask the task to end: CancelledError is raised in it. False when it is done."),
    cancelling: method("", (_vm, self: PyTask) => self.cancelCount, "How often cancellation was asked for."),
    uncancel: method("", uncancel, "Take one request of cancellation back; answers how many are left."),
    get_coro: method("", (_vm, self: PyTask) => self.coroutine ?? NONE, "The coroutine."),
    get_context: method("", (_vm, self: PyTask) => self.context ?? NONE, "The context that it runs in."),
    get_name: method("", (_vm, self: PyTask) => self.name, "The name."),
    set_name: method(
      "value, /",
      (vm, self: PyTask, value: Value) =>
        typeof value === "string"
          ? ((self.name = value), NONE)
          : call(vm, runtimeOf(vm).prelude.get("set_task_name") as Value, [self, value]),
      "Change the name.",
    ),
    get_stack: method(
      "*, limit=None",
      (vm, self: PyTask, limit: Value = NONE) =>
        call(vm, runtimeOf(vm).prelude.get("get_stack") as Value, [self, limit]),
      "The frames of the coroutine, or of what it failed with.",
    ),
    print_stack: method(
      "*, limit=None, file=None",
      (vm, self: PyTask, limit: Value = NONE, file: Value = NONE) =>
        call(vm, runtimeOf(vm).prelude.get("print_stack") as Value, [self, limit, file]),
      "Print the frames of get_stack().",
    ),
    set_result: method("result, /", (vm) => raiseRuntimeError(vm, "Task does not support set_result operation")),
    set_exception: method("exception, /", (vm) =>
      raiseRuntimeError(vm, "Task does not support set_exception operation"),
    ),
    _must_cancel: property((_vm, self: PyTask) => self.mustCancel && !self.isDone),
    _fut_waiter: property((_vm, self: PyTask) => self.waiter ?? NONE),
    _coro: property((_vm, self: PyTask) => self.coroutine ?? NONE),
    _log_destroy_pending: property(
      (_vm, self: PyTask) => self.logsDestruction,
      (_vm, self: PyTask, value) => {
        self.logsDestruction = value === true;
        return NONE;
      },
    ),
  });
}
