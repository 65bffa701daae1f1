// batched and pairwise: several items at a time.
import { LazyIterator } from "../../objects/lazy-iterators.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { DONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { more } from "../../protocol/frames.ts";
import { hosted, type Hosted, stepForItem } from "../../protocol/hosting.ts";
import { next } from "../../protocol/iterate.ts";
import { isLeafIterator, nextLeaf, weightOver } from "../../protocol/leaf-iterator.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { raiseMemoryError, raiseValueError } from "../../protocol/raise.ts";
import { defineType, method } from "../../types/define.ts";
import { openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

/** Items taken in one step. */
const STRIDE = 1024;

class Batched extends LazyIterator {
  /** Null when exhausted. */
  iterator: Value | null;
  readonly size: number;
  readonly isStrict: boolean;

  constructor(type: PyType, iterator: Value, size: number, isStrict: boolean) {
    super(type, weightOver([iterator], size));
    this.iterator = iterator;
    this.size = size;
    this.isStrict = isStrict;
  }
}

interface BatchState {
  readonly self: Batched;
  readonly items: Value[];
}

const BATCH: Hosted<BatchState> = hosted({
  name: "batched.__next__",
  step(vm, { self, items }, input) {
    let item: Result = input;
    for (let left = STRIDE; left > 0; left--) {
      if (self.iterator === null) return stop(vm);
      item ??= next(vm, self.iterator);
      if (item === undefined) return undefined;
      if (item === DONE) return endOfBatch(vm, self, items);
      if (items.length >= vm.limits.length) return raiseMemoryError(vm);
      items.push(item);
      if (items.length === self.size) return newTuple(items);
      item = undefined;
    }
    return more(vm);
  },
});

function nextBatch(vm: Machine, self: Batched): Result {
  const { iterator, size } = self;
  if (iterator === null) return stop(vm);
  const items: Value[] = [];
  if (size > STRIDE || !isLeafIterator(iterator)) return stepForItem(vm, BATCH, { self, items });
  while (items.length < size) {
    const item = nextLeaf(vm, iterator);
    if (item === undefined) return undefined;
    if (item === DONE) return endOfBatch(vm, self, items);
    items.push(item);
  }
  return newTuple(items);
}

/** The items are at their end: those of the last batch, if there are any. */
function endOfBatch(vm: Machine, self: Batched, items: readonly Value[]): Result {
  self.iterator = null;
  if (items.length === 0) return stop(vm);
  return self.isStrict ? raiseValueError(vm, "batched(): incomplete batch") : newTuple(items);
}

interface BatchMaking {
  readonly type: PyType;
  readonly size: number;
  readonly isStrict: boolean;
}
const batchThen: OpenThen<BatchMaking> = {
  run: (_vm, iterators, { type, size, isStrict }) => new Batched(type, iterators[0] as Value, size, isStrict),
};

export const batchedType: PyType = moduleType("itertools", "batched");
defineType(batchedType, "Tuples of n items each, the last one shorter where need be.", {
  __new__: newNamed(
    batchedType,
    "iterable, n, *, strict=False",
    converting(
      [Want.Any, Want.Size, Want.Truth],
      (vm, type: PyType, iterable: Value, size: number, isStrict = false) =>
        size < 1
          ? raiseValueError(vm, "n must be at least one")
          : openAll(vm, [iterable], batchThen, { type, size, isStrict }),
    ),
  ),
  __iter__: method("", (_vm, self: Batched) => self),
  __next__: method("", nextBatch),
});

class Pairwise extends LazyIterator {
  iterator: Value | null;
  old: Value | undefined = undefined;

  constructor(type: PyType, iterator: Value) {
    super(type, weightOver([iterator], 2));
    this.iterator = iterator;
  }
}

function pairOn(vm: Machine, self: Pairwise, item: Value): Value | undefined {
  if (item === DONE) {
    self.iterator = null;
    self.old = undefined;
    return stop(vm);
  }
  const pair = newTuple([self.old as Value, item]);
  self.old = item;
  return pair;
}

const PAIR: Hosted<Pairwise> = hosted({
  name: "pairwise.__next__",
  step(vm, self, input) {
    if (self.iterator === null) return stop(vm);
    let item: Result = input;
    if (self.old === undefined) {
      item ??= next(vm, self.iterator);
      if (item === undefined) return undefined;
      if (item === DONE) return pairOn(vm, self, item);
      self.old = item;
      item = undefined;
    }
    item ??= next(vm, self.iterator);
    return item === undefined ? undefined : pairOn(vm, self, item);
  },
});

function nextPair(vm: Machine, self: Pairwise): Result {
  const { iterator } = self;
  if (iterator === null) return stop(vm);
  if (!isLeafIterator(iterator)) return stepForItem(vm, PAIR, self);
  if (self.old === undefined) {
    const first = nextLeaf(vm, iterator);
    if (first === undefined) return undefined;
    if (first === DONE) return pairOn(vm, self, first);
    self.old = first;
  }
  const item = nextLeaf(vm, iterator);
  return item === undefined ? undefined : pairOn(vm, self, item);
}

const pairThen: OpenThen<PyType> = {
  run: (_vm, iterators, type) => new Pairwise(type, iterators[0] as Value),
};

export const pairwiseType: PyType = moduleType("itertools", "pairwise");
defineType(pairwiseType, "Each item with the one after it.", {
  __new__: newNamed(pairwiseType, "iterable, /", (vm, type: PyType, iterable: Value) =>
    openAll(vm, [iterable], pairThen, type),
  ),
  __iter__: method("", (_vm, self: Pairwise) => self),
  __next__: method("", nextPair),
});
