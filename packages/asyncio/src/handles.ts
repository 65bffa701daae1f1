// Handles: callbacks that an event loop calls, each in a turn and a context of its own.
import {
  addressOf,
  call,
  type Fiber,
  defineType,
  type Job,
  type Machine,
  method,
  type NativeOp,
  NONE,
  newTuple,
  type PyContext,
  type PyException,
  PyFloat,
  Relay,
  property,
  type Result,
  type Value,
} from "@krait/core/extend";
import { type EventLoop, Handle, TimerHandle } from "./loop-layout.ts";
import { begin, newFiber } from "./fibers.ts";
import { failRun, isFatal } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { handleType, timerHandleType } from "./types.ts";

/** Let a callback have its turn. */
export function beginHandle(
  vm: Machine,
  loop: EventLoop,
  callback: Value,
  args: readonly Value[],
  context: PyContext,
): Handle {
  const handle = new Handle(handleType, loop, callback, args, context);
  queue(vm, handle);
  return handle;
}

/** Let a handle have its turn, at the time in ms that it has come to; its fiber is made when that has come. */
function queue(vm: Machine, handle: Handle, dueAt?: number): void {
  vm.services.jobs.relay(new Relay(startHandle, handle), handle.loop.lane, dueAt);
}

function startHandle(vm: Machine, { holds }: Relay): void {
  const handle = holds as Handle;
  const { loop } = handle;
  if (handle.isCancelled) return;
  const fiber: Fiber = newFiber(vm, loop, handle.context);
  begin(vm, fiber, handleOp, { handle, error: null });
  const job: Job = vm.services.jobs.make(fiber, loop.lane, loop.isHost, null);
  vm.services.jobs.add(job, true);
}

interface HandleState {
  readonly handle: Handle;
  error: PyException | null;
}

const handleOp: NativeOp<HandleState> = {
  name: "event loop callback",
  step(vm, state, input): Result {
    if (input !== undefined) return NONE;
    const { handle, error } = state;
    if (error !== null) return report(vm, handle, error);
    if (call(vm, handle.callback, handle.args) !== undefined) return NONE;
    // A native has raised at once.
    return vm.error === null
      ? undefined
      : (failed(vm, state) ?? report(vm, handle, state.error as unknown as PyException));
  },
  raised: (vm, state) => (state.error === null || isFatal(vm.error as PyException) ? failed(vm, state) : undefined),
};

/** A callback has raised: that ends the loop, or is to be reported. What the report itself raises ends the fiber. */
function failed(vm: Machine, state: HandleState): Result {
  const error = vm.error as PyException;
  vm.error = null;
  if (!isFatal(error)) {
    state.error = error;
    return undefined;
  }
  failRun(vm, state.handle.loop, error);
  return NONE;
}

/** Have the loop's exception handler told of a callback that has raised. */
function report(vm: Machine, handle: Handle, error: PyException): Result {
  vm.fiber.handled = error;
  const func = runtimeOf(vm).prelude.get("callback_failed");
  return func === undefined ? NONE : call(vm, func, [handle.loop, handle, error]);
}

/** Take a callback back; its arguments are let go. */
function cancel(_vm: Machine, self: Handle): Result {
  if (self.isCancelled) return NONE;
  self.isCancelled = true;
  self.callback = NONE;
  self.args = [];
  if (self instanceof TimerHandle) {
    self.timer?.callOff();
    self.loop.timers.delete(self);
  }
  return NONE;
}

/** `call_at`: the handle comes into its turn when its time has come. */
export function startTimer(vm: Machine, handle: TimerHandle): void {
  const { loop } = handle;
  loop.timers.add(handle);
  const fire = (at: number): void => {
    loop.timers.delete(handle);
    if (!handle.isCancelled) queue(vm, handle, at);
  };
  handle.timer = vm.services.jobs.timer(handle.when * 1_000, { fire });
}

function reprOf(vm: Machine, self: Handle): Result {
  const func = runtimeOf(vm).prelude.get("handle_repr");
  return func === undefined ? `<Handle at ${addressOf(vm, self)}>` : call(vm, func, [self]);
}

export function defineHandles(): void {
  defineType(handleType, "A callback that an event loop is to call.", {
    cancel: method("", cancel, "Take the callback back."),
    cancelled: method("", (_vm, self: Handle) => self.isCancelled, "Whether it was taken back."),
    get_context: method("", (_vm, self: Handle) => self.context, "The context that it is called in."),
    _callback: property((_vm, self: Handle) => self.callback),
    _args: property((_vm, self: Handle) => (self.isCancelled ? NONE : newTuple(self.args))),
    _cancelled: property((_vm, self: Handle) => self.isCancelled),
    _loop: property((_vm, self: Handle) => self.loop),
    __repr__: method("", reprOf),
  });
  defineType(timerHandleType, "A callback that an event loop is to call at a time.", {
    when: method("", (_vm, self: TimerHandle) => new PyFloat(self.when), "When, on the loop's clock, in seconds."),
  });
}
