// The types of what the host lends: Promises to await, asynchronous iterators to loop over.
import { hostAsyncIteratorType, hostPromiseIteratorType, hostPromiseType } from "../objects/builtin-types.ts";
import { stopAsyncIterationType, stopIterationType } from "../objects/exception-types.ts";
import { HostBox, type PyHostAsyncIterator, PyPromise, PyPromiseIterator } from "../objects/host-values.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { pushNative } from "../protocol/frames.ts";
import { newException, raise, raiseRuntimeError, raiseTypeError } from "../protocol/raise.ts";
import { defineType, method } from "./define.ts";

interface WaitState {
  readonly awaited: PyPromise;
  isWaiting: boolean;
}

/** Parks the fiber until the Promise has settled. */
const waitOp: NativeOp<WaitState> = {
  name: "await a Promise",
  step(vm, state, input) {
    const { awaited } = state;
    if (!state.isWaiting) {
      state.isWaiting = true;
      return vm.services.wait(vm, "promise", [], awaited.promise, awaited.isItem);
    }
    if (!(input instanceof HostBox)) return stopWith(vm, input as Value);
    const result = input.content;
    if (typeof result !== "object" || result === null) {
      return raiseTypeError(vm, "an asynchronous iterator of the host answered no result object");
    }
    if ((result as IteratorResult<unknown>).done === true) return raise(vm, newException(stopAsyncIterationType));
    const item = vm.services.fromHost(vm, (result as IteratorResult<unknown>).value);
    return item === undefined ? undefined : stopWith(vm, item);
  },
};

function stopWith(vm: Machine, value: Value): undefined {
  const stop = value === NONE ? newException(stopIterationType) : newException(stopIterationType, value);
  stop.fields = new Map([["value", value]]);
  return raise(vm, stop);
}

function start(vm: Machine, self: PyPromiseIterator): Result {
  if (self.isUsed) return raiseRuntimeError(vm, "cannot reuse already awaited Promise");
  self.isUsed = true;
  return pushNative(vm, waitOp, { awaited: self.awaited, isWaiting: false });
}

/** The next item of an asynchronous iterator of the host, to be awaited. */
function nextItem(vm: Machine, self: PyHostAsyncIterator): Result {
  let next: unknown;
  try {
    next = self.iterator.next();
  } catch (error) {
    return vm.services.raiseFromHost(vm, error);
  }
  return new PyPromise(Promise.resolve(next), true);
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

export function defineHostValues(): void {
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
}
