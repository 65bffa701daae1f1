// accumulate: running totals.
import { PyAttributed } from "../../objects/attributed.ts";
import type { Machine } from "../../objects/machine.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { DONE, NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { arithmetic } from "../../protocol/arithmetic.ts";
import { callWithTwo } from "../../protocol/call-plainly.ts";
import { hosted, type Hosted, stepForItem } from "../../protocol/hosting.ts";
import { next } from "../../protocol/iterate.ts";
import { isLeafIterator, nextLeaf } from "../../protocol/leaf-iterator.ts";
import { BinaryKind } from "../../protocol/operators.ts";
import { defineType, method } from "../../types/define.ts";
import { itemOrStop, openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed } from "../module-type.ts";

class Accumulate extends PyAttributed {
  readonly iterator: Value;
  readonly func: Value;
  /** What comes before the first item, until it has been given out. */
  initial: Value;
  total: Value | undefined = undefined;

  constructor(type: PyType, iterator: Value, func: Value, initial: Value) {
    super(type);
    this.iterator = iterator;
    this.func = func;
    this.initial = initial;
  }
}

interface TurnState {
  readonly self: Accumulate;
  isCombining: boolean;
  /** Taken already. */
  readonly item: Value | undefined;
}

const NEXT: Hosted<TurnState> = hosted({
  name: "accumulate.__next__",
  step(vm, state, input) {
    const { self } = state;
    let answer: Result = input;
    if (!state.isCombining) {
      answer ??= state.item ?? next(vm, self.iterator);
      if (answer === undefined || answer === DONE) return itemOrStop(vm, answer);
      if (self.total !== undefined) {
        state.isCombining = true;
        answer =
          self.func === NONE
            ? arithmetic(vm, BinaryKind.Add, self.total, answer)
            : callWithTwo(vm, self.func, self.total, answer);
        if (answer === undefined) return undefined;
      }
    }
    self.total = answer as Value;
    return answer;
  },
});

interface Making {
  readonly type: PyType;
  readonly func: Value;
  readonly initial: Value;
}

const openThen: OpenThen<Making> = {
  run: (_vm, iterators, { type, func, initial }) => new Accumulate(type, iterators[0] as Value, func, initial),
};

function nextOf(vm: Machine, self: Accumulate): Result {
  if (self.initial !== NONE) {
    self.total = self.initial;
    self.initial = NONE;
    return self.total;
  }
  if (self.func !== NONE || !isLeafIterator(self.iterator)) {
    return stepForItem(vm, NEXT, { self, isCombining: false, item: undefined });
  }
  const item = nextLeaf(vm, self.iterator);
  if (item === undefined || item === DONE) return itemOrStop(vm, item);
  const { total } = self;
  if (total !== undefined && (!isNative(total) || !isNative(item))) {
    return stepForItem(vm, NEXT, { self, isCombining: false, item });
  }
  const sum = total === undefined ? item : arithmetic(vm, BinaryKind.Add, total, item);
  if (sum !== undefined) self.total = sum;
  return sum;
}

/** Whether adding such values is never Python's. */
function isNative(value: Value): boolean {
  return typeof value === "number" || typeof value === "bigint" || (value instanceof PyFloat && value.type.isBuiltin);
}

export const accumulateType: PyType = moduleType("itertools", "accumulate");
defineType(accumulateType, "Running totals, by addition or a function of two.", {
  __new__: newNamed(
    accumulateType,
    "iterable, func=None, *, initial=None",
    (vm, type: PyType, iterable: Value, func: Value = NONE, initial: Value = NONE) =>
      openAll(vm, [iterable], openThen, { type, func, initial }),
  ),
  __iter__: method("", (_vm, self: Accumulate) => self),
  __next__: method("", nextOf),
});
