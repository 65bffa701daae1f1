// The type reversed: a sequence read backwards.
import { reversedType, tupleType } from "../objects/builtin-types.ts";
import { PyReversed } from "../objects/lazy-iterators.ts";
import { indexErrorType, stopIterationType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { EMPTY_TUPLE, newTuple, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { callMethod } from "../protocol/call.ts";
import { pushNative } from "../protocol/frames.ts";
import { special } from "../protocol/lookup.ts";
import { raiseNew, raiseTypeError } from "../protocol/raise.ts";
import { getItem, length } from "../protocol/subscript.ts";
import { defineType, method, newMethod } from "./define.ts";
import { setPosition } from "./iterator-reduce.ts";
import { classFor } from "../protocol/class-for.ts";

const DOC = "An iterator over the items of a sequence, the last one first.";

/** `reversed(sequence)`. */
export function reverse(vm: Machine, sequence: Value, type: PyType = reversedType): Result {
  const method = special(sequence, "__reversed__");
  if (method !== undefined && method !== NONE) return callMethod(vm, method, sequence, []);
  // A built-in type with keys has its items by them, not by number.
  const isMapping = typeOf(sequence).isBuiltin && special(sequence, "keys") !== undefined;
  if (method === NONE || isMapping || special(sequence, "__getitem__") === undefined) {
    return raiseTypeError(vm, `'${typeOf(sequence).name}' object is not reversible`);
  }
  if (sequence instanceof PyTuple && sequence.type === tupleType) {
    return new PyReversed(type, sequence, sequence.items.length - 1);
  }
  return asking(vm, lengthAsking, { sequence, type });
}

const lengthAsking: Asking<{ readonly sequence: Value; readonly type: PyType }> = {
  ask: (vm, { sequence }) => length(vm, sequence),
  take: (_vm, { sequence, type }, count): Result | typeof AGAIN => new PyReversed(type, sequence, Number(count) - 1),
};

/** The next item; raises StopIteration at the end. */
function next(vm: Machine, self: PyReversed): Result {
  const { sequence } = self;
  if (sequence === null || self.index < 0) return exhausted(vm, self);
  if (sequence instanceof PyTuple && sequence.type === tupleType) {
    const item = sequence.items[self.index--];
    return item === undefined ? exhausted(vm, self) : item;
  }
  return pushNative(vm, nextOp, { self });
}

const nextOp: NativeOp<{ readonly self: PyReversed }> = {
  name: "reversed.__next__",
  step(vm, { self }, input) {
    if (input !== undefined) return input;
    const item = getItem(vm, self.sequence as Value, self.index--);
    if (item === undefined && vm.error !== null) return outOfRange(vm, self);
    return item;
  },
  raised: (vm, { self }) => outOfRange(vm, self),
};

/** IndexError, or StopIteration, ends the iteration. */
function outOfRange(vm: Machine, self: PyReversed): Result {
  const type = vm.error?.type;
  if (type === undefined || !(type.isSubtype(indexErrorType) || type.isSubtype(stopIterationType))) return undefined;
  return exhausted(vm, self);
}

function exhausted(vm: Machine, self: PyReversed): Result {
  self.sequence = null;
  return raiseNew(vm, stopIterationType);
}

export function defineReversed(): void {
  defineType(reversedType, DOC, {
    __new__: newMethod("sequence, /", (vm, cls, sequence: Value) => {
      const type = classFor(vm, reversedType, cls);
      return type === undefined ? undefined : reverse(vm, sequence, type);
    }),
    __iter__: method("", (_vm, self: PyReversed) => self),
    __next__: method("", next),
    __length_hint__: method("", (_vm, self: PyReversed) => (self.sequence === null ? 0 : self.index + 1)),
    __reduce__: method("", (_vm, self: PyReversed) =>
      self.sequence === null
        ? newTuple([self.type, newTuple([EMPTY_TUPLE])])
        : newTuple([self.type, newTuple([self.sequence]), self.index]),
    ),
    __setstate__: setPosition(-1, () => Number.MAX_SAFE_INTEGER),
  });
}
