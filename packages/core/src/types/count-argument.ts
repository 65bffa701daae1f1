// The count of `text * count`: an int, or made one by `__index__`.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { index } from "../protocol/conversion.ts";
import { isSize } from "../protocol/index-size.ts";
import { asInt, special } from "../protocol/lookup.ts";
import { raiseOverflowError, raiseTypeError } from "../protocol/raise.ts";
import { answersItself } from "./sequence-index.ts";

/** What to do so many times (0 or more): static data, so that a native frame may hold it. */
export interface CountAction<S> {
  run(vm: Machine, self: S, times: number): Result;
}

/** Convert the count of a multiplication, then run `action`; NotImplemented for an operand that multiplies itself. */
export function withCount<S>(vm: Machine, self: S, count: Value, action: CountAction<S>): Result {
  const plain = asInt(count);
  if (plain !== undefined) return runTimes(vm, self, plain, action);
  if (answersItself(count, "__rmul__")) return NOT_IMPLEMENTED;
  if (special(count, "__index__") === undefined) {
    return raiseTypeError(vm, `can't multiply sequence by non-int of type '${typeOf(count).name}'`);
  }
  const state: CountState = { self, count, action: action as CountAction<unknown> };
  return asking(vm, BY_INDEX, state);
}

function runTimes<S>(vm: Machine, self: S, count: number | bigint, action: CountAction<S>): Result {
  if (!isSize(count)) {
    return raiseOverflowError(vm, "cannot fit 'int' into an index-sized integer");
  }
  return action.run(vm, self, count < 0 ? 0 : Number(count));
}

interface CountState {
  readonly self: unknown;
  readonly count: Value;
  readonly action: CountAction<unknown>;
}

const BY_INDEX: Asking<CountState> = {
  ask: (vm, { count }) => index(vm, count),
  take: (vm, { self, action }, answer) => runTimes(vm, self, asInt(answer) as number, action),
};
