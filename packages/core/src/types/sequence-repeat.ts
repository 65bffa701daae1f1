// `sequence * count` for list and tuple.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { allocate, ITEM_BYTES } from "../protocol/charge.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { raiseMemoryError } from "../protocol/raise.ts";
import { type CountAction, withCount } from "./count-argument.ts";

/** Up to this many items are appended one by one, which takes the host less time than joining arrays. */
const FEW = 32;
/** Items written without a frame. */
const STRIDE = 8_192;
/** A step writes as many items as there are, up to so many. */
const STEP = 1 << 20;

/** What to do with the repeated items, which are its own: static data. */
export interface RepeatAction {
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
  run(vm, { self, items, action }, times) {
    if (times === 0 || items.length === 0) return action.run(vm, self, []);
    const length = items.length * times;
    if (length > vm.limits.length) return raiseMemoryError(vm);
    const copy = items.slice();
    if (length > STRIDE) {
      const period = items.length;
      const block = Math.max(period, STEP - (STEP % period));
      return pushNative(vm, repeatOp, { self, result: copy, block, length, action });
    }
    allocate(vm, length, ITEM_BYTES);
    return action.run(vm, self, grown(copy, length));
  },
};

/** Go on repeating what is there, up to `length` items: many of them by doubling, which copies them a block at a time. */
function grown(items: Value[], length: number): Value[] {
  let result = items;
  // Whole repetitions, when it is not all.
  const few = length <= FEW ? length : FEW - (FEW % items.length);
  for (let from = 0; result.length < few; from++) result.push(result[from] as Value);
  while (result.length < length) result = result.concat(result.slice(0, length - result.length));
  return result;
}

interface RepeatState {
  readonly self: Value;
  result: Value[];
  /** Whole repetitions that a step may add. */
  readonly block: number;
  readonly length: number;
  readonly action: RepeatAction;
}

const repeatOp: NativeOp<RepeatState> = {
  name: "repetition",
  step(vm, state) {
    const { self, result, block, length, action } = state;
    const next = Math.min(length, result.length + Math.min(result.length, block));
    allocate(vm, next - result.length, ITEM_BYTES);
    state.result = grown(result, next);
    // The actions are leaves.
    return next < length ? more(vm) : action.run(vm, self, state.result);
  },
};
