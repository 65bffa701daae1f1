// The type zip.
import { zipType } from "../objects/builtin-types.ts";
import { PyZip } from "../objects/lazy-iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { hosted, type Hosted, stepForItem } from "../protocol/hosting.ts";
import { next } from "../protocol/iterate.ts";
import { isLeafIterator, nextLeaf, raiseUneven, weightOver } from "../protocol/leaf-iterator.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { truth } from "../protocol/truth.ts";
import { defineType, madeBy, method, newMethod } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";
import { itemOrStop, openAll, type OpenThen } from "./open-iterators.ts";

const DOC =
  "An iterator over tuples of the first, second, ... items of all iterables, as long as the shortest of them.";

interface Making {
  readonly type: PyType;
  readonly iterables: readonly Value[];
  readonly strict: Value;
}

const openThen: OpenThen<{ readonly type: PyType; readonly isStrict: boolean }> = {
  run: (_vm, iterators, { type, isStrict }) => new PyZip(type, iterators, weightOver(iterators), isStrict),
};

function make(vm: Machine, { type, iterables }: Making, isStrict: boolean): Result {
  return openAll(vm, iterables, openThen, { type, isStrict });
}

const strictAsking: Asking<Making> = {
  ask: (vm, { strict }) => truth(vm, strict),
  take: (vm, making, answer): Result | typeof AGAIN => make(vm, making, answer === true),
};

interface ZipState {
  readonly zip: PyZip;
  readonly items: Value[];
  /** The first iterator has ended: the others of a strict zip must have ended too; this is next. */
  checked: number;
}

const NEXT: Hosted<ZipState> = hosted({
  name: "zip.__next__",
  step(vm, state, input) {
    const { zip, items } = state;
    const { iterators, isStrict } = zip;
    let item: Result = input;
    while (state.checked === 0 && items.length < iterators.length) {
      item ??= next(vm, iterators[items.length] as Value);
      if (item === undefined) return undefined;
      if (item === DONE) {
        if (!isStrict) return itemOrStop(vm, DONE);
        if (items.length > 0) return raiseUneven(vm, items.length, "shorter");
        state.checked = 1;
      } else items.push(item);
      item = undefined;
    }
    if (state.checked === 0) return items.length === 0 ? itemOrStop(vm, DONE) : newTuple(items);
    for (; state.checked < iterators.length; state.checked++) {
      item ??= next(vm, iterators[state.checked] as Value);
      if (item === undefined) return undefined;
      if (item !== DONE) return raiseUneven(vm, state.checked, "longer");
      item = undefined;
    }
    return itemOrStop(vm, DONE);
  },
});

export function defineZip(): void {
  madeBy(zipType, "cls, first, second, /", (vm, _cls, first: Value, second: Value) =>
    openAll(vm, [first, second], openThen, { type: zipType, isStrict: false }),
  );
  defineType(zipType, DOC, {
    __new__: newMethod("*iterables, strict=False", (vm, cls, iterables: Value[], strict: Value = false) => {
      const type = classFor(vm, zipType, cls);
      if (type === undefined) return undefined;
      const making: Making = { type, iterables, strict };
      return typeof strict === "boolean" ? make(vm, making, strict) : asking(vm, strictAsking, making);
    }),
    __iter__: method("", (_vm, self: PyZip) => self),
    __next__: method("", (vm, self: PyZip) =>
      isLeafIterator(self)
        ? itemOrStop(vm, nextLeaf(vm, self))
        : stepForItem(vm, NEXT, { zip: self, items: [], checked: 0 }),
    ),
    __reduce__: method("", (_vm, self: PyZip) => {
      const parts: Value[] = [self.type, newTuple(self.iterators)];
      if (self.isStrict) parts.push(true);
      return newTuple(parts);
    }),
    __setstate__: method(
      "state, /",
      converting([Want.Truth], (_vm, self: PyZip, isStrict: boolean) => {
        self.isStrict = isStrict;
        return NONE;
      }),
    ),
  });
}
