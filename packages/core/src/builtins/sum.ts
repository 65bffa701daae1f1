// sum: of ints exactly, of floats with the error of each addition carried along, of anything else by `+`.
import { floatType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyByteArray, PyBytes } from "../objects/sequences.ts";
import { DONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { arithmetic } from "../protocol/arithmetic.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { getIterator, next, plainItems } from "../protocol/iterate.ts";
import { asString } from "../protocol/lookup.ts";
import { BinaryKind } from "../protocol/operators.ts";
import { raiseTypeError } from "../protocol/raise.ts";

const STRIDE = 2048;

interface SumState {
  readonly iterable: Value;
  iterator: Value | null;
  readonly items: readonly Value[] | null;
  at: number;
  total: Value;
  /** While the total is a float: what its additions have lost. */
  lost: number;
  /** The answer awaited: an iterator, an item, or a sum. */
  stage: "iterator" | "item" | "sum";
}

export function sum(vm: Machine, iterable: Value, start: Value = 0): Result {
  if (asString(start) !== undefined) {
    return raiseTypeError(vm, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (start instanceof PyBytes) return raiseTypeError(vm, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (start instanceof PyByteArray) {
    return raiseTypeError(vm, "sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  const items = plainItems(iterable);
  if (items !== null && items.length <= STRIDE && typeof start === "number") {
    const total = sumOfInts(items, start);
    if (total !== undefined) return total;
  }
  const state: SumState = { iterable, iterator: null, items, at: 0, total: start, lost: 0, stage: "iterator" };
  if (items !== null && items.length <= STRIDE) {
    while (state.at < items.length && addPlainly(state, items[state.at] as Value)) state.at++;
    if (state.at === items.length) return settle(state);
  }
  return pushNative(vm, sumOp, state);
}

/** The sum of small ints; undefined when there is anything else, or the sum becomes large on the way. */
function sumOfInts(items: readonly Value[], start: number): number | undefined {
  let total = start;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item !== "number" && typeof item !== "boolean") return undefined;
    total += Number(item);
    if (!Number.isSafeInteger(total)) return undefined;
  }
  return total;
}

const sumOp: NativeOp<SumState> = {
  name: "sum",
  accept: (_vm, state, item) => state.stage === "item" && addPlainly(state, item),
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === "iterator") {
      if (state.items === null) {
        answer ??= getIterator(vm, state.iterable);
        if (answer === undefined) return undefined;
        state.iterator = answer;
        answer = undefined;
      }
      state.stage = "item";
    }
    if (state.stage === "sum") {
      state.total = answer as Value;
      state.stage = "item";
      answer = undefined;
    }
    for (let left = STRIDE; left > 0; left--) {
      answer ??= state.items === null ? next(vm, state.iterator as Value) : (state.items[state.at++] ?? DONE);
      if (answer === undefined) return undefined;
      if (answer === DONE) return settle(state);
      if (!addPlainly(state, answer)) {
        const total = settle(state);
        state.stage = "sum";
        answer = arithmetic(vm, BinaryKind.Add, total, answer);
        if (answer === undefined) return undefined;
        state.total = answer;
        state.stage = "item";
      }
      answer = undefined;
    }
    return more(vm);
  },
};

/** Add a number without running Python; false when that cannot be done. */
function addPlainly(state: SumState, given: Value): boolean {
  const { total } = state;
  const item = typeof given === "boolean" ? Number(given) : given;
  if (typeof total === "number") {
    if (typeof item !== "number") {
      if (!isFloat(item)) return false;
      // As in CPython, the step from ints to floats is a plain addition.
      state.total = new PyFloat(total + item.v);
      return true;
    }
    const added = total + item;
    if (!Number.isSafeInteger(added)) return false;
    state.total = added;
    return true;
  }
  if (!isFloat(total)) return false;
  if (isFloat(item)) return addFloat(state, total.v, item.v);
  if (typeof item !== "number") return false;
  state.total = new PyFloat(total.v + item);
  return true;
}

function isFloat(value: Value): value is PyFloat {
  return value instanceof PyFloat && value.type === floatType;
}

/** Neumaier's summation: the rounding error of each addition is kept aside. */
function addFloat(state: SumState, total: number, item: number): boolean {
  const added = total + item;
  state.lost += Math.abs(total) >= Math.abs(item) ? total - added + item : item - added + total;
  state.total = new PyFloat(added);
  return true;
}

/** The total so far, with what was kept aside. */
function settle(state: SumState): Value {
  const { lost, total } = state;
  state.lost = 0;
  if (lost === 0 || !Number.isFinite(lost) || !isFloat(total)) return total;
  state.total = new PyFloat(total.v + lost);
  return state.total;
}
