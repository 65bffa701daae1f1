// The type Future: something that will be done, fail, or be cancelled.
import {
  attributeErrorType,
  call,
  classFor,
  classGetItem,
  classMethod,
  contextLike,
  currentContext,
  defineType,
  instanceDictProperty,
  Job,
  type Machine,
  method,
  newException,
  newMethod,
  NONE,
  newList,
  newTuple,
  PyContext,
  PyException,
  type PyList,
  PyObject,
  PyType,
  property,
  raise,
  raiseNew,
  raiseRuntimeError,
  raiseTypeError,
  raiseValueError,
  type Result,
  runtimeErrorType,
  stopIterationType,
  truth,
  type Value,
} from "@krait/core/extend";
import { destroy } from "./destroyed.ts";
import { invalidStateErrorType } from "./exceptions.ts";
import { addCallback, DoneCallback, FutureState, PyFuture, PyTask } from "./future-layout.ts";
import { beginHandle } from "./handles.ts";
import { EventLoop } from "./loop-layout.ts";
import { runningLoop } from "./running.ts";
import { runtimeOf } from "./runtime.ts";
import { futureIteratorType, futureType } from "./types.ts";
import { refuse, waitFor } from "./waiting.ts";
import { cancelledError, cancelPlain, fail, resultOf, succeed } from "./waking.ts";

/** The loop that is given, or else the one that runs; undefined after raising. */
export function loopFor(vm: Machine, given: Value): EventLoop | undefined {
  if (given instanceof EventLoop) return given;
  if (given !== NONE) return raiseTypeError(vm, "loop must be an event loop of this VM");
  const running = runningLoop(vm);
  if (running !== null) return running;
  const { currentLoop } = runtimeOf(vm);
  if (currentLoop instanceof EventLoop) return currentLoop;
  return raiseRuntimeError(vm, "There is no current event loop in thread 'MainThread'.");
}

/** A future of a loop that nobody has done yet. */
function initialise(vm: Machine, self: PyFuture, loop: Value = NONE): Result {
  const own = loopFor(vm, loop);
  if (own === undefined) return undefined;
  self.loop = own;
  self.state = FutureState.Pending;
  return NONE;
}

/** False after raising: the future has no loop yet. */
function isMade(vm: Machine, self: PyFuture): boolean {
  if (self.loop !== null) return true;
  raiseRuntimeError(vm, "Future object is not initialized.");
  return false;
}

function result(vm: Machine, self: PyFuture): Result {
  if (self.isDone) return resultOf(vm, self);
  return raiseNew(vm, invalidStateErrorType, "Result is not set.");
}

function exception(vm: Machine, self: PyFuture): Result {
  if (self.state === FutureState.Cancelled) return raise(vm, cancelledError(self));
  if (!self.isDone) return raiseNew(vm, invalidStateErrorType, "Exception is not set.");
  self.isUnseen = false;
  return self.exception ?? NONE;
}

function addDoneCallback(vm: Machine, self: PyFuture, callback: Value, context: Value = NONE): Result {
  if (!isMade(vm, self)) return undefined;
  const own = context instanceof PyContext ? context : contextLike(currentContext(vm));
  if (self.isDone) beginHandle(vm, self.loop as EventLoop, callback, [self], own);
  else addCallback(self, new DoneCallback(callback, own));
  return NONE;
}

/** Remove the callbacks that are equal to one; natives and bound methods are compared by what they call. */
function removeDoneCallback(vm: Machine, self: PyFuture, callback: Value): Result {
  const func = runtimeOf(vm).prelude.get("remove_callback") as Value;
  return call(vm, func, [self, callback]);
}

function setResult(vm: Machine, self: PyFuture, value: Value): Result {
  if (!isMade(vm, self)) return undefined;
  if (self.isDone) return raiseNew(vm, invalidStateErrorType, "invalid state");
  succeed(vm, self, value);
  return NONE;
}

function setException(vm: Machine, self: PyFuture, given: Value): Result {
  if (!isMade(vm, self)) return undefined;
  if (self.isDone) return raiseNew(vm, invalidStateErrorType, "invalid state");
  if (given instanceof PyType) {
    const func = runtimeOf(vm).prelude.get("make_exception") as Value;
    return call(vm, func, [self, given]);
  }
  if (!(given instanceof PyException)) return raiseTypeError(vm, "invalid exception object");
  if (given.type.isSubtype(stopIterationType)) {
    const wrapped = newException(runtimeErrorType, STOP_REFUSED);
    wrapped.cause = wrapped.context = given;
    wrapped.suppressContext = true;
    fail(vm, self, wrapped);
  } else fail(vm, self, given);
  return NONE;
}

/** The callbacks as `(callback, context)`, None without any. */
function shownCallbacks(self: PyFuture): Value {
  const shown = self.callbacks
    .filter((each): each is Exclude<typeof each, Job> => !(each instanceof Job))
    .map((each) => newTuple([each instanceof DoneCallback ? each.callback : each, each.context]));
  return shown.length === 0 ? NONE : newList(shown);
}

/** Keep of the callbacks those whose numbers are in a list. */
export function keepCallbacks(_vm: Machine, self: PyFuture, kept: Value): Result {
  const numbers = new Set((kept as PyList).items);
  let at = 0;
  self.callbacks = self.callbacks.filter((each) => each instanceof Job || numbers.has(at++));
  return NONE;
}

/** What `__await__` answers where a script drives the coroutine by hand: yields the future once. */
class FutureIterator extends PyObject {
  readonly future: PyFuture;
  isAsked = false;

  constructor(future: PyFuture) {
    super(futureIteratorType);
    this.future = future;
  }
}

function next(vm: Machine, self: FutureIterator): Result {
  const { future } = self;
  if (!future.isDone) {
    if (self.isAsked) return raiseRuntimeError(vm, "await wasn't used with future");
    self.isAsked = true;
    future.isBlocking = true;
    return future;
  }
  const value = resultOf(vm, future);
  if (value === undefined) return undefined;
  const stop = raiseNew(vm, stopIterationType, ...(value === NONE ? [] : [value]));
  (vm.error as PyException).fields = new Map([["value", value]]);
  return stop;
}

const STOP_REFUSED = "StopIteration interacts badly with generators and cannot be raised into a Future";
const NO_DELETION = "cannot delete attribute";

const STATES: readonly string[] = ["PENDING", "CANCELLED", "FINISHED"];

function iterator(vm: Machine, self: PyFuture): Result {
  return isMade(vm, self) ? new FutureIterator(self) : undefined;
}

export function defineFuture(): void {
  futureType.waits = waitFor;
  // A class derived from Future is asked for its iterator.
  futureIteratorType.waits = (vm: Machine, self: FutureIterator, isYielded = false) =>
    isYielded ? refuse(vm, self) : waitFor(vm, self.future);
  defineType(futureType, "Something that will have a result, fail, or be cancelled.", {
    __new__: newMethod("*args, **kwargs", (vm, cls) => {
      const type = classFor(vm, futureType, cls);
      return type === undefined ? undefined : new PyFuture(type);
    }),
    __init__: method("*, loop=None", initialise),
    __await__: method("", iterator),
    __iter__: method("", iterator),
    __repr__: method("", (vm, self: PyFuture) => call(vm, runtimeOf(vm).prelude.get("future_repr") as Value, [self])),
    __del__: method("", finalize),
    __dict__: instanceDictProperty(futureType),
    __class_getitem__: classMethod("object, /", classGetItem),
    result: method("", result, "The result; raises what the future failed with."),
    exception: method("", exception, "What the future failed with, or None."),
    done: method("", (_vm, self: PyFuture) => self.isDone, "Whether it is done, has failed or was cancelled."),
    cancelled: method("", (_vm, self: PyFuture) => self.state === FutureState.Cancelled, "Whether it was cancelled."),
    cancel: method(
      "msg=None",
      (vm, self: PyFuture, message: Value = NONE) => cancelPlain(vm, self, message),
      "Cancel the future; False when it is done.",
    ),
    add_done_callback: method("fn, /, *, context=None", addDoneCallback, "Have a function called when it is done."),
    remove_done_callback: method("fn, /", removeDoneCallback, "Take callbacks back; answers how many."),
    set_result: method("result, /", setResult, "Be done with a result."),
    set_exception: method("exception, /", setException, "Be done with a failure."),
    get_loop: method("", (vm, self: PyFuture) => (isMade(vm, self) ? (self.loop as EventLoop) : undefined)),
    _make_cancelled_error: method("", (_vm, self: PyFuture) => cancelledError(self)),
    _asyncio_future_blocking: property(
      (_vm, self: PyFuture) => self.isBlocking,
      (vm, self: PyFuture, value) => {
        if (value === undefined) return raiseNew(vm, attributeErrorType, NO_DELETION);
        const answer = truth(vm, value);
        if (typeof answer !== "boolean") return undefined;
        self.isBlocking = answer;
        return NONE;
      },
    ),
    _state: property((_vm, self: PyFuture) => STATES[self.state] as string),
    _loop: property((_vm, self: PyFuture) => self.loop ?? NONE),
    _result: property((_vm, self: PyFuture) => self.result ?? NONE),
    _exception: property((_vm, self: PyFuture) => self.exception ?? NONE),
    _callbacks: property((_vm, self: PyFuture) => shownCallbacks(self)),
    _cancel_message: property((_vm, self: PyFuture) => self.cancelMessage ?? NONE),
    _source_traceback: property(() => NONE),
    _log_traceback: property(
      (_vm, self: PyFuture) => self.isUnseen,
      (vm, self: PyFuture, value) => {
        if (value === undefined) return raiseNew(vm, attributeErrorType, NO_DELETION);
        if (value === true) return raiseValueError(vm, "_log_traceback can only be set to False");
        self.isUnseen = false;
        return NONE;
      },
    ),
  });
  defineType(futureIteratorType, null, {
    __iter__: method("", (_vm, self: FutureIterator) => self),
    __next__: method("", next),
    send: method("value, /", next),
    throw: method("typ, val=None, tb=None, /", (vm, self: FutureIterator, type: Value, value: Value = NONE) => {
      self.isAsked = true;
      return call(vm, runtimeOf(vm).prelude.get("raise_given") as Value, [type, value]);
    }),
    close: method("", () => NONE),
  });
}

/** `__del__`: nothing reaches the future. */
function finalize(vm: Machine, self: PyFuture): Result {
  return self instanceof PyTask && !self.isDone && self.loop !== null ? destroy(vm, self) : unseen(vm, self);
}

/** Nothing reaches a future that failed unseen, or its VM closes. */
export function unseen(vm: Machine, self: PyFuture): Result {
  if (!self.isUnseen || self.loop === null) return NONE;
  self.isUnseen = false;
  const kind = self instanceof PyTask ? "Task" : "Future";
  const func = runtimeOf(vm).prelude.get("unseen_failure");
  return func === undefined ? NONE : call(vm, func, [self, kind]);
}
