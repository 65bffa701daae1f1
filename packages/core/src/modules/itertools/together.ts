// starmap and zip_longest.
import { PyAttributed } from "../../objects/attributed.ts";
import type { Machine } from "../../objects/machine.ts";
import { LazyIterator } from "../../objects/lazy-iterators.ts";
import { newTuple } from "../../objects/make.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { DONE, NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { call } from "../../protocol/call.ts";
import { collect, type CollectThen } from "../../protocol/collect.ts";
import { pushNative } from "../../protocol/frames.ts";
import { hosted, type Hosted, stepForItem } from "../../protocol/hosting.ts";
import { next } from "../../protocol/iterate.ts";
import { isLeafIterator, nextLeaf, weightOver } from "../../protocol/leaf-iterator.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { defineType, method } from "../../types/define.ts";
import { itemOrStop, openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

class StarMap extends PyAttributed {
  readonly func: Value;
  readonly iterator: Value;

  constructor(type: PyType, func: Value, iterator: Value) {
    super(type);
    this.func = func;
    this.iterator = iterator;
  }
}

const callThen: CollectThen<Value> = {
  run: (vm, items, func) => call(vm, func, items.slice()),
};

const STAR: Hosted<{ readonly self: StarMap; isCalled: boolean }> = hosted({
  name: "starmap.__next__",
  step(vm, state, input) {
    if (state.isCalled) return input;
    const { func, iterator } = state.self;
    const args = input ?? next(vm, iterator);
    if (args === undefined) return undefined;
    if (args === DONE) return stop(vm);
    state.isCalled = true;
    return args instanceof PyTuple ? call(vm, func, args.items) : collect(vm, args, callThen, func);
  },
});

function nextOfStar(vm: Machine, self: StarMap): Result {
  if (!isLeafIterator(self.iterator)) return stepForItem(vm, STAR, { self, isCalled: false });
  const args = nextLeaf(vm, self.iterator);
  if (args === undefined || args === DONE) return itemOrStop(vm, args);
  return args instanceof PyTuple ? call(vm, self.func, args.items) : collect(vm, args, callThen, self.func);
}

const starThen: OpenThen<{ readonly type: PyType; readonly func: Value }> = {
  run: (_vm, iterators, { type, func }) => new StarMap(type, func, iterators[0] as Value),
};

export const starmapType: PyType = moduleType("itertools", "starmap");
defineType(starmapType, "A function called with the items of each item.", {
  __new__: newNamed(starmapType, "function, iterable, /", (vm, type: PyType, func: Value, iterable: Value) =>
    openAll(vm, [iterable], starThen, { type, func }),
  ),
  __iter__: method("", (_vm, self: StarMap) => self),
  __next__: method("", nextOfStar),
});

// ---- zip_longest -----------------------------------------------------------------------------------------------------

class ZipLongest extends LazyIterator {
  /** Null in the place of one that is exhausted. */
  readonly iterators: (Value | null)[];
  readonly fill: Value;
  /** How many are not exhausted. */
  live: number;

  constructor(type: PyType, iterators: readonly Value[], fill: Value) {
    super(type, weightOver(iterators));
    this.iterators = [...iterators];
    this.fill = fill;
    this.live = iterators.length;
  }
}

const zipOp: NativeOp<{ readonly self: ZipLongest; readonly items: Value[] }> = {
  name: "zip_longest.__next__",
  step(vm, { self, items }, input) {
    const { iterators, fill } = self;
    let item: Result = input;
    while (items.length < iterators.length) {
      const iterator = iterators[items.length] as Value | null;
      if (iterator === null) {
        items.push(fill);
        continue;
      }
      item ??= self.weight > 0 ? nextLeaf(vm, iterator) : next(vm, iterator);
      if (item === undefined) {
        // An error ends the whole, as in CPython.
        if (vm.error !== null) self.live = 0;
        return undefined;
      }
      if (item === DONE) {
        iterators[items.length] = null;
        self.live--;
        if (self.live <= 0) return stop(vm);
        item = fill;
      }
      items.push(item);
      item = undefined;
    }
    return newTuple(items);
  },
  raised(_vm, { self }) {
    self.live = 0;
    return undefined;
  },
};

function nextOfZip(vm: Machine, self: ZipLongest): Result {
  if (self.live <= 0) return stop(vm);
  const state = { self, items: [] };
  // In a leaf no source pushes a frame: the step comes to its end at once.
  return self.weight > 0 ? zipOp.step(vm, state, undefined) : pushNative(vm, zipOp, state);
}

const zipThen: OpenThen<{ readonly type: PyType; readonly fill: Value }> = {
  run: (_vm, iterators, { type, fill }) => new ZipLongest(type, iterators, fill),
};

function makeZip(vm: Machine, type: PyType, iterables: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  const fill = keywords.get("fillvalue");
  if (keywords.size > (fill === undefined ? 0 : 1)) {
    return raiseTypeError(vm, "zip_longest() got an unexpected keyword argument");
  }
  return openAll(vm, iterables, zipThen, { type, fill: fill ?? NONE });
}

export const zipLongestType: PyType = moduleType("itertools", "zip_longest");
defineType(zipLongestType, "Tuples of the first, second, ... items, as many as the longest iterable has.", {
  __new__: newNamed(zipLongestType, "*iterables, **kwargs", makeZip),
  __iter__: method("", (_vm, self: ZipLongest) => self),
  __next__: method("", nextOfZip),
});
