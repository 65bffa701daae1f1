// The types of what the host lends: Promises and calls to await, iterators to loop over.
import {
  hostAsyncIteratorType,
  hostCallType,
  hostIteratorType,
  hostPromiseIteratorType,
  hostPromiseType,
} from "../objects/builtin-types.ts";
import { stopAsyncIterationType, stopIterationType } from "../objects/exception-types.ts";
import { type Follower, type HostWait, tellFollower } from "../objects/follower.ts";
import {
  HostBox,
  type PyHostAsyncIterator,
  type PyHostCall,
  type PyHostIterator,
  PyPromise,
  PyPromiseIterator,
} from "../objects/host-values.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { pushNative } from "../protocol/frames.ts";
import { newException, raise, raiseRuntimeError, raiseTypeError } from "../protocol/raise.ts";
import { defineType, method, property } from "./define.ts";

interface WaitState {
  readonly awaited: PyPromise;
  readonly isIterator: boolean;
  stage: "begin" | "waiting";
}

/** Parks the fiber until the Promise has settled. */
const waitOp: NativeOp<WaitState> = {
  name: "await a Promise",
  step(vm, state, input) {
    const { awaited } = state;
    if (state.stage === "begin") {
      state.stage = "waiting";
      return vm.services.wait(vm, "promise", [], awaited.promise, awaited.isItem, awaited.abandoned ?? undefined);
    }
    if (!(input instanceof HostBox)) return ended(vm, state, input as Value);
    const item = itemOf(vm, input.content);
    return item === undefined ? undefined : ended(vm, state, item);
  },
};

/** The item that an asynchronous iterator has answered; raises at its end. */
function itemOf(vm: Machine, result: unknown): Result {
  if (typeof result !== "object" || result === null) {
    return raiseTypeError(vm, "an asynchronous iterator of the host answered no result object");
  }
  if ((result as IteratorResult<unknown>).done === true) return raise(vm, newException(stopAsyncIterationType));
  return vm.services.fromHost(vm, (result as IteratorResult<unknown>).value);
}

/** `__next__` ends with StopIteration, which carries the value. */
function ended(vm: Machine, state: WaitState, value: Value): Result {
  return state.isIterator ? stopWith(vm, value) : value;
}

/** `await` of a Promise by a fiber. */
function waitForPromise(vm: Machine, self: PyPromise): Result {
  if (!self.isItem) return vm.services.wait(vm, "promise", [], self.promise, false);
  return pushNative(vm, waitOp, { awaited: self, isIterator: false, stage: "begin" });
}

/** A follower waits for a Promise. */
class PromiseWait implements HostWait {
  readonly awaited: PyPromise;
  readonly follower: Follower;

  constructor(awaited: PyPromise, follower: Follower) {
    this.awaited = awaited;
    this.follower = follower;
  }

  received(vm: Machine, content: unknown): Result {
    return this.awaited.isItem ? itemOf(vm, content) : vm.services.fromHost(vm, content);
  }

  failed(): void {}

  abandoned(): void {
    this.awaited.abandoned?.();
  }
}

function followPromise(vm: Machine, self: PyPromise, follower: Follower): number {
  return vm.services.follow("promise", self.promise, new PromiseWait(self, follower));
}

/** A call that was awaited before fails at once. */
function followCall(vm: Machine, self: PyHostCall, follower: Follower): number {
  if (use(vm, self)) return self.code.follow(vm, self.state as never, follower);
  tellFollower(vm, follower, undefined);
  return 0;
}

function stopWith(vm: Machine, value: Value): undefined {
  const stop = value === NONE ? newException(stopIterationType) : newException(stopIterationType, value);
  stop.fields = new Map([["value", value]]);
  return raise(vm, stop);
}

function start(vm: Machine, self: PyPromiseIterator): Result {
  if (self.isUsed) return raiseRuntimeError(vm, "cannot reuse already awaited Promise");
  self.isUsed = true;
  return pushNative(vm, waitOp, { awaited: self.awaited, isIterator: true, stage: "begin" });
}

/** A method of iterators that want to know which of their answers nobody waits for any more, so as not to lose the item. */
const ABANDON: unique symbol = Symbol.for("krait.abandon");

interface AbandonedIterator extends AsyncIterator<unknown> {
  [ABANDON]?(answer: unknown): void;
}

function abandon(iterator: AbandonedIterator, answer: unknown): void {
  try {
    iterator[ABANDON]?.(answer);
  } catch {
    // The script that waited has gone on: there is nobody to be told.
  }
}

/** The next item of an asynchronous iterator of the host, to be awaited. */
function nextItem(vm: Machine, self: PyHostAsyncIterator): Result {
  const { iterator } = self;
  let next: unknown;
  try {
    next = iterator.next();
  } catch (error) {
    return vm.services.raiseFromHost(vm, error);
  }
  return new PyPromise(Promise.resolve(next), true, () => abandon(iterator, next));
}

/** Tell the host that no more items are wanted. */
function closeIterator(vm: Machine, self: PyHostAsyncIterator): Result {
  let closed: unknown;
  try {
    closed = self.iterator.return?.();
  } catch (error) {
    return vm.services.raiseFromHost(vm, error);
  }
  return new PyPromise(
    Promise.resolve(closed).then(() => null),
    false,
  );
}

/** The next item of an iterator of the host. */
function nextOf(vm: Machine, self: PyHostIterator): Result {
  let step: IteratorResult<unknown>;
  try {
    step = self.iterator.next();
  } catch (error) {
    return vm.services.raiseFromHost(vm, error);
  }
  return step.done === true ? raise(vm, newException(stopIterationType)) : self.convert(vm, step.value);
}

/** Awaits a call of the host from its beginning to its value. */
const callOp: NativeOp<{ readonly call: PyHostCall; isBegun: boolean }> = {
  name: "await a call of the host",
  step(vm, state, input) {
    let answer: Result = input;
    if (!state.isBegun) {
      state.isBegun = true;
      answer = state.call.code.begin(vm, state.call.state as never);
    }
    return answer === undefined ? undefined : stopWith(vm, answer);
  },
};

/** False after raising when the call was awaited before. */
function use(vm: Machine, self: PyHostCall): boolean {
  if (self.isUsed) {
    raiseRuntimeError(vm, `cannot reuse already awaited call of ${self.name}()`);
    return false;
  }
  self.isUsed = true;
  return true;
}

function startCall(vm: Machine, self: PyHostCall): Result {
  if (!use(vm, self)) return undefined;
  return pushNative(vm, callOp, { call: self, isBegun: false });
}

export function defineHostValues(): void {
  hostPromiseType.waits = waitForPromise;
  hostCallType.waits = (vm, self: PyHostCall) => (use(vm, self) ? self.code.begin(vm, self.state as never) : undefined);
  hostPromiseType.follows = followPromise;
  hostCallType.follows = followCall;
  defineType(hostPromiseType, "A Promise of the host: await it.", {
    __await__: method("", (_vm, self: PyPromise) => new PyPromiseIterator(self)),
  });
  defineType(hostPromiseIteratorType, null, {
    __iter__: method("", (_vm, self: PyPromiseIterator) => self),
    __next__: method("", start),
    send: method("value, /", start),
    close: method("", (_vm, self: PyPromiseIterator) => {
      self.isUsed = true;
      return NONE;
    }),
  });
  defineType(hostAsyncIteratorType, "An asynchronous iterator of the host: loop over it with `async for`.", {
    __aiter__: method("", (_vm, self: PyHostAsyncIterator) => self),
    __anext__: method("", nextItem),
    aclose: method("", closeIterator),
  });
  defineType(hostIteratorType, "An iterator of the host.", {
    __iter__: method("", (_vm, self: PyHostIterator) => self),
    __next__: method("", nextOf),
  });
  defineType(hostCallType, "A call of an asynchronous function of the host: it begins when it is awaited.", {
    __await__: method("", (_vm, self: PyHostCall) => self),
    __iter__: method("", (_vm, self: PyHostCall) => self),
    __next__: method("", startCall),
    __name__: property((_vm, self: PyHostCall) => self.name),
    send: method("value, /", startCall),
    close: method("", (_vm, self: PyHostCall) => {
      self.isUsed = true;
      return NONE;
    }),
  });
}
