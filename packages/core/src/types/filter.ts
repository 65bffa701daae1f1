// The type filter.
import { boolType, filterType } from "../objects/builtin-types.ts";
import { PyFilter } from "../objects/lazy-iterators.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { callWith } from "../protocol/call-plainly.ts";
import { more } from "../protocol/frames.ts";
import { hosted, type Hosted, stepForItem } from "../protocol/hosting.ts";
import { next } from "../protocol/iterate.ts";
import { truth } from "../protocol/truth.ts";
import { defineType, method, newMethod } from "./define.ts";
import { reduceByType } from "./iterator-reduce.ts";
import { classFor } from "../protocol/class-for.ts";
import { itemOrStop, openAll, type OpenThen } from "./open-iterators.ts";

const DOC = "An iterator over the items for which a function is true, or which are true themselves when it is None.";
/** Items looked at in one step. */
const STRIDE = 1024;

const openThen: OpenThen<{ readonly type: PyType; readonly func: Value }> = {
  run: (_vm, iterators, { type, func }) => new PyFilter(type, func, iterators[0] as Value),
};

enum Stage {
  /** The next input is an item. */
  Item,
  /** The next input is what the function said of it. */
  Called,
  /** The next input is the truth of that. */
  Judged,
}

interface FilterState {
  readonly filter: PyFilter;
  item: Value;
  stage: Stage;
}

const NEXT: Hosted<FilterState> = hosted({
  name: "filter.__next__",
  step(vm, state, input) {
    const { func, iterator } = state.filter;
    let answer: Result = input;
    for (let left = STRIDE; left > 0; left--) {
      if (state.stage === Stage.Item) {
        answer ??= next(vm, iterator);
        if (answer === undefined || answer === DONE) return itemOrStop(vm, answer);
        state.item = answer;
        state.stage = Stage.Called;
        if (func !== NONE && func !== boolType) answer = callWith(vm, func, answer);
        if (answer === undefined) return undefined;
      }
      if (state.stage === Stage.Called) {
        if (answer === DONE) return itemOrStop(vm, answer);
        state.stage = Stage.Judged;
        answer = truth(vm, answer as Value);
        if (answer === undefined) return undefined;
      }
      if (answer === true) return state.item;
      state.stage = Stage.Item;
      answer = undefined;
    }
    return more(vm);
  },
});

export function defineFilter(): void {
  defineType(filterType, DOC, {
    __new__: newMethod("function, iterable, /", (vm, cls, func: Value, iterable: Value) => {
      const type = classFor(vm, filterType, cls);
      return type === undefined ? undefined : openAll(vm, [iterable], openThen, { type, func });
    }),
    __iter__: method("", (_vm, self: PyFilter) => self),
    __next__: method("", (vm, self: PyFilter) =>
      stepForItem(vm, NEXT, { filter: self, item: NONE, stage: Stage.Item }),
    ),
    __reduce__: reduceByType((self: PyFilter) => [self.func, self.iterator]),
  });
}
