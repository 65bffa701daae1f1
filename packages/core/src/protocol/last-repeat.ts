// `sequence * count` where the count has refused to multiply: the sequence repeats itself by the count's `__index__`, last.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import type { Value } from "../objects/value.ts";
import { type Asking, asking } from "./asking.ts";
import { callUnary } from "./call.ts";
import { index } from "./conversion.ts";
import { special } from "./lookup.ts";
import { raiseTypeError } from "./raise.ts";

/**
 * Have the sequence on either side repeat itself by the other as its count, in place where it can for `left *= right`. True
 * after pushing the frame for it, or raising where the count is none, false where there is no such sequence.
 */
export function lastRepeat(vm: Machine, left: Value, right: Value, isInplace: boolean): boolean {
  if (isInplace && repeats(vm, left, right, "__imul__")) return true;
  if (repeats(vm, left, right, "__mul__")) return true;
  // In `left *= right` CPython lets the right one repeat itself for objects of built-in types alone.
  return (!isInplace || typeOf(left).isBuiltin) && repeats(vm, right, left, "__mul__");
}

function repeats(vm: Machine, sequence: Value, count: Value, name: string): boolean {
  const method = special(sequence, name);
  // What has a length besides is no number.
  const isSequence = method instanceof NativeFunction && special(sequence, "__len__") !== undefined;
  if (!isSequence) return false;
  if (special(count, "__index__") !== undefined) asking(vm, BY_INDEX, { method, sequence, count });
  else raiseTypeError(vm, `can't multiply sequence by non-int of type '${typeOf(count).name}'`);
  return true;
}

interface Repetition {
  readonly method: NativeFunction;
  readonly sequence: Value;
  readonly count: Value;
}

const BY_INDEX: Asking<Repetition> = {
  ask: (vm, { count }) => index(vm, count),
  take: (vm, { method, sequence }, times) => callUnary(vm, method, sequence, times),
};
