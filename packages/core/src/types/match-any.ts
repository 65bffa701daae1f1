// startswith and endswith with a tuple: its items, a part at a time.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { charge } from "../protocol/charge.ts";
import { more, pushNative } from "../protocol/frames.ts";

/** What is compared in one step: characters or bytes, and so much for each item. */
const WORK = 1 << 16;
const EACH = 64;

interface Matching<T> {
  readonly subject: T;
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly items: readonly Value[];
  /** A static function: whether an item matches; undefined after raising. */
  readonly matches: (vm: Machine, subject: T, item: Value, from: number, to: number) => Result;
  next: number;
}

/** Whether one of the items matches. */
export function matchesAny<T>(vm: Machine, state: Matching<T>): Result {
  const found = anyOp.step(vm, state as Matching<unknown>, undefined);
  const isOver = found !== undefined || vm.error !== null;
  return isOver ? found : pushNative(vm, anyOp, state as Matching<unknown>);
}

const anyOp: NativeOp<Matching<unknown>> = {
  name: "matching",
  step(vm, state) {
    const { subject, size, from, to, items, matches } = state;
    const end = state.next + Math.ceil(WORK / (size + EACH));
    while (state.next < items.length) {
      if (state.next === end) return more(vm);
      charge(vm, size);
      const answer = matches(vm, subject, items[state.next++] as Value, from, to);
      if (answer !== false) return answer;
    }
    return false;
  },
};
