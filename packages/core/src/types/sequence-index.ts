// What list, tuple and range have in common: resolving a subscript to a position, and refusing to concatenate.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import type { PyRange } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { index } from "../protocol/conversion.ts";
import { isIndexSized } from "../protocol/index-size.ts";
import { asInt, special } from "../protocol/lookup.ts";
import { raiseIndexError, raiseMemoryError, raiseOverflowError, raiseTypeError } from "../protocol/raise.ts";

/** The largest size or index that CPython's C types hold. */
export const LARGEST_SIZE: bigint = 9223372036854775807n;

/** What to do with a subscript once it is an int: static data. */
export interface IndexAction<S> {
  /** What the sequence is called in errors: "list", "tuple", "range". */
  readonly noun: string;
  run(vm: Machine, state: S, at: number | bigint, key: Value): Result;
}

/** Make a subscript an int, by `__index__` where need be, then run `action`. Slices are dealt with by the caller. */
export function withIndex<S>(vm: Machine, key: Value, action: IndexAction<S>, state: S): Result {
  const at = asInt(key);
  if (at !== undefined) return action.run(vm, state, at, key);
  if (special(key, "__index__") === undefined) {
    return raiseTypeError(vm, `${action.noun} indices must be integers or slices, not ${typeOf(key).name}`);
  }
  return asking(vm, indexAsking, { key, action: action as IndexAction<unknown>, state });
}

interface IndexState {
  readonly key: Value;
  readonly action: IndexAction<unknown>;
  readonly state: unknown;
}

const indexAsking: Asking<IndexState> = {
  ask: (vm, state) => index(vm, state.key),
  take: (vm, state, answer): Result | typeof AGAIN =>
    state.action.run(vm, state.state, asInt(answer) as number, state.key),
};

/** The position that an index, made of `key`, means in `length` items; -1 after raising IndexError with `message`. */
export function checkedPosition(vm: Machine, at: number | bigint, key: Value, length: number, message: string): number {
  if (typeof at === "number") {
    const position = at < 0 ? at + length : at;
    if (position >= 0 && position < length) return position;
  }
  if (isIndexSized(vm, at, key)) raiseIndexError(vm, message);
  return -1;
}

/** Whether a method written in Python answers for the other operand: then ours must say NotImplemented, not raise. */
export function answersItself(other: Value, reflected: string): boolean {
  const method = special(other, reflected);
  return method !== undefined && method !== NONE && !(method instanceof NativeFunction);
}

/** What `sequence + other` says of an operand of another type. */
export function refuseConcatenation(vm: Machine, self: Value, other: Value, noun: string): Result {
  if (answersItself(other, "__radd__")) return NOT_IMPLEMENTED;
  const type = typeOf(other);
  return raiseTypeError(vm, `can only concatenate ${noun} (not "${type.name}") to ${noun}`);
}

/** Whether the numbers of a range can all be kept, beside those there already; false after raising. */
export function isListable(vm: Machine, range: PyRange, present: number): boolean {
  if (range.length > LARGEST_SIZE) raiseOverflowError(vm, "Python int too large to convert to C ssize_t");
  else if (Number(range.length) + present > vm.limits.length) raiseMemoryError(vm);
  return vm.error === null;
}
