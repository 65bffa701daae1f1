// `sequence * count` for list and tuple.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { allocate, ITEM_BYTES } from "../protocol/charge.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { raiseMemoryError } from "../protocol/raise.ts";
import { type CountAction, withCount } from "./count-argument.ts";

/** Items written in one step, and without a frame. */
const STRIDE = 8_192;

/** What to do with the repeated items, which are its own: static data. */
export interface RepeatAction {
  readonly name: string;
  run(vm: Machine, self: Value, items: Value[]): Result;
}

/** Repeat the items of `self`, then run `action`. */
export function repeat(vm: Machine, self: Value, items: readonly Value[], count: Value, action: RepeatAction): Result {
  return withCount(vm, { self, items, action }, count, repeatCount);
}

interface Repetition {
  readonly self: Value;
  readonly items: readonly Value[];
  readonly action: RepeatAction;
}

const repeatCount: CountAction<Repetition> = {
  name: "repetition",
  run(vm, { self, items, action }, times) {
    if (times === 0 || items.length === 0) return action.run(vm, self, []);
    const length = items.length * times;
    if (length > vm.limits.length) return raiseMemoryError(vm);
    const result = items.slice();
    if (length > STRIDE) return pushNative(vm, repeatOp, { self, items: items.slice(), result, length, action });
    fill(result, items, length);
    allocate(vm, length, ITEM_BYTES);
    return action.run(vm, self, result);
  },
};

/** Go on repeating `items` at the end of `result`, up to `length`. */
function fill(result: Value[], items: readonly Value[], length: number): void {
  const period = items.length;
  let from = result.length % period;
  for (let at = result.length; at < length; at++) {
    result.push(items[from] as Value);
    if (++from === period) from = 0;
  }
}

interface RepeatState {
  readonly self: Value;
  readonly items: readonly Value[];
  readonly result: Value[];
  readonly length: number;
  readonly action: RepeatAction;
}

const repeatOp: NativeOp<RepeatState> = {
  name: "repetition",
  step(vm, state) {
    const { self, items, result, length, action } = state;
    fill(result, items, Math.min(length, result.length + STRIDE));
    allocate(vm, STRIDE, ITEM_BYTES);
    // The actions are leaves.
    return result.length < length ? more(vm) : action.run(vm, self, result);
  },
};
