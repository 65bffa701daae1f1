// The type EventLoop as natives make it: turns, times and running; the prelude derives the class that scripts see.
import {
  call,
  classFor,
  contextLike,
  currentContext,
  defineType,
  instanceDictProperty,
  isCallable,
  type Machine,
  method,
  newMethod,
  NONE,
  PyContext,
  PyFloat,
  plainReal,
  raiseFault,
  raiseRuntimeError,
  raiseTypeError,
  type Result,
  truth,
  typeOf,
  type Value,
} from "@krait/core/extend";
import { PyFuture } from "./future-layout.ts";
import { beginHandle, startTimer } from "./handles.ts";
import { EventLoop, TimerHandle } from "./loop-layout.ts";
import { createTask } from "./making-tasks.ts";
import { run, stop } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { eventLoopType, futureType, timerHandleType } from "./types.ts";

/** The context that is given, or a copy of the current one. */
function contextFor(vm: Machine, given: Value): PyContext {
  return given instanceof PyContext ? given : contextLike(currentContext(vm));
}

/** False after raising. As in CPython only a loop that looks for mistakes refuses what cannot be called before its turn. */
function isOpen(vm: Machine, self: EventLoop, callback: Value, name: string): boolean {
  if (self.isClosed) raiseRuntimeError(vm, "Event loop is closed");
  else if (self.isDebug && !isCallable(callback)) {
    raiseTypeError(vm, `a callable object was expected by ${name}(), got ${typeOf(callback).name}`);
  } else return true;
  return false;
}

function callSoon(
  vm: Machine,
  self: EventLoop,
  callback: Value,
  args: readonly Value[],
  context: Value = NONE,
): Result {
  if (!isOpen(vm, self, callback, "call_soon")) return undefined;
  return beginHandle(vm, self, callback, args, contextFor(vm, context));
}

/** The loop's clock in seconds. */
function time(vm: Machine): number {
  return vm.services.monotonic() / 1_000;
}

/** A float or int; undefined after raising TypeError or OverflowError. */
function seconds(vm: Machine, value: Value, refusal: string): number | undefined {
  const real = plainReal(value);
  if (typeof real === "number") return real;
  if (real !== undefined) return raiseFault(vm, real);
  if (value === NONE) return raiseTypeError(vm, refusal);
  return raiseTypeError(vm, `unsupported operand type(s) for +: 'float' and '${typeOf(value).name}'`);
}

function callAt(
  vm: Machine,
  self: EventLoop,
  when: Value,
  callback: Value,
  args: readonly Value[],
  context: Value = NONE,
): Result {
  if (!isOpen(vm, self, callback, "call_at")) return undefined;
  const at = seconds(vm, when, "when cannot be None");
  if (at === undefined) return undefined;
  const handle = new TimerHandle(timerHandleType, self, at, callback, args, contextFor(vm, context));
  startTimer(vm, handle);
  return handle;
}

function callLater(
  vm: Machine,
  self: EventLoop,
  delay: Value,
  callback: Value,
  args: readonly Value[],
  context: Value = NONE,
): Result {
  const after = seconds(vm, delay, "delay must not be None");
  if (after === undefined) return undefined;
  return callAt(vm, self, new PyFloat(time(vm) + after), callback, args, context);
}

function close(vm: Machine, self: EventLoop): Result {
  if (self.isHost) return raiseRuntimeError(vm, "the event loop of the VM is closed with the VM");
  if (self.isRunning) return raiseRuntimeError(vm, "Cannot close a running event loop");
  if (self.isClosed) return NONE;
  self.isClosed = true;
  for (const handle of self.timers) handle.timer?.callOff();
  self.timers.clear();
  // Nobody can run them any more: a census may find that nothing else reaches them.
  self.tasks.clear();
  self.lane.due.length = 0;
  for (let turn = self.lane.turns.take(); turn !== undefined; turn = self.lane.turns.take());
  return NONE;
}

function newFuture(_vm: Machine, self: EventLoop): Result {
  const future = new PyFuture(futureType);
  future.loop = self;
  return future;
}

export function defineLoop(): void {
  defineType(eventLoopType, null, {
    __new__: newMethod("*args, **kwargs", (vm, cls) => {
      const type = classFor(vm, eventLoopType, cls);
      return type === undefined ? undefined : new EventLoop(type, null);
    }),
    __init__: method("", () => NONE),
    __dict__: instanceDictProperty(eventLoopType),
    __repr__: method("", (_vm, self: EventLoop) => {
      const shown = (value: boolean): string => (value ? "True" : "False");
      const { isRunning, isClosed, isDebug } = self;
      const name = self.type.qualifiedName;
      return `<${name} running=${shown(isRunning)} closed=${shown(isClosed)} debug=${shown(isDebug)}>`;
    }),
    call_soon: method("callback, /, *args, context=None", callSoon, "Call a function in one of the next turns."),
    call_soon_threadsafe: method("callback, /, *args, context=None", callSoon, "The same: a VM has one thread."),
    call_at: method("when, callback, /, *args, context=None", callAt, "Call a function at a time, in seconds."),
    call_later: method("delay, callback, /, *args, context=None", callLater, "Call a function after some seconds."),
    time: method("", (vm) => new PyFloat(time(vm)), "The loop's clock, in seconds."),
    create_task: method("coro, *, name=None, context=None, **kwargs", createTask, "Run a coroutine as a task."),
    create_future: method("", newFuture, "A future of this loop."),
    run_forever: method("", run, "Run until `stop()` is called."),
    stop: method("", (vm, self: EventLoop) => (stop(vm, self), NONE), "Stop at the end of the turns under way."),
    close: method("", close, "Close a loop that does not run; it cannot be used again."),
    is_running: method("", (_vm, self: EventLoop) => self.isRunning, "Whether it runs."),
    is_closed: method("", (_vm, self: EventLoop) => self.isClosed, "Whether it is closed."),
    get_debug: method("", (_vm, self: EventLoop) => self.isDebug),
    set_debug: method("enabled, /", (vm, self: EventLoop, value: Value) => {
      const answer = truth(vm, value);
      if (typeof answer !== "boolean") return undefined;
      self.isDebug = answer;
      return NONE;
    }),
    get_exception_handler: method("", (_vm, self: EventLoop) => self.exceptionHandler),
    set_exception_handler: method("handler, /", (vm, self: EventLoop, handler: Value) => {
      if (handler !== NONE && !isCallable(handler)) {
        return call(vm, runtimeOf(vm).prelude.get("refuse_handler") as Value, [handler]);
      }
      self.exceptionHandler = handler;
      return NONE;
    }),
    get_task_factory: method("", (_vm, self: EventLoop) => self.taskFactory),
    set_task_factory: method("factory, /", (vm, self: EventLoop, factory: Value) => {
      if (factory !== NONE && !isCallable(factory)) {
        return raiseTypeError(vm, "task factory must be a callable or None");
      }
      self.taskFactory = factory;
      return NONE;
    }),
  });
}
