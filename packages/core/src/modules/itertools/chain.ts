// chain: one iterable after another.
import { LazyIterator } from "../../objects/lazy-iterators.ts";
import { dictType, frozenSetType, listType, rangeType, setType, tupleType } from "../../objects/builtin-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { TupleIterator } from "../../objects/iterators.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { DONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { hosted, type Hosted, stepForItem } from "../../protocol/hosting.ts";
import { getIterator, next } from "../../protocol/iterate.ts";
import { boundedWeight, isLeafIterator, nextLeaf } from "../../protocol/leaf-iterator.ts";
import { classMethod, defineType, method } from "../../types/define.ts";
import { classGetItem } from "../../types/generic-alias.ts";
import { itemOrStop, openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

/** Iterables looked at in one step. */
const STRIDE = 512;

class Chain extends LazyIterator {
  /** Gives the iterables; null when exhausted. */
  source: Value | null;
  active: Value | null = null;

  constructor(type: PyType, source: Value, weight = 0) {
    super(type, weight);
    this.source = source;
  }
}

enum Stage {
  /** The next input is an item of the active iterator. */
  Item,
  /** The next input is an iterable. */
  Iterable,
  /** The next input is the iterator of one. */
  Iterator,
}

interface ChainState {
  readonly self: Chain;
  stage: Stage;
}

const nextOp: NativeOp<ChainState> = {
  name: "chain.__next__",
  step(vm, state, input) {
    const { self } = state;
    let answer: Result = input;
    for (let left = STRIDE; left > 0 || answer !== undefined; left--) {
      if (self.source === null) return stop(vm);
      switch (state.stage) {
        case Stage.Item:
          if (self.active === null) {
            state.stage = Stage.Iterable;
            answer = undefined;
            break;
          }
          answer ??= next(vm, self.active);
          if (answer === undefined) return undefined;
          if (answer !== DONE) return answer;
          self.active = null;
          answer = undefined;
          break;
        case Stage.Iterable:
          answer ??= next(vm, self.source);
          if (answer === undefined) return vm.error === null ? undefined : end(self);
          if (answer === DONE) {
            self.source = null;
            return stop(vm);
          }
          state.stage = Stage.Iterator;
          answer = getIterator(vm, answer);
          if (answer === undefined) return vm.error === null ? undefined : end(self);
          break;
        default:
          self.active = answer as Value;
          state.stage = Stage.Item;
          answer = undefined;
      }
    }
    return more(vm);
  },
  raised(_vm, { self, stage }) {
    if (stage !== Stage.Item) end(self);
    return undefined;
  },
};

/** The same while an iterator is active: what comes behind it takes a frame. */
const ACTIVE: Hosted<{ readonly self: Chain; isLast: boolean }> = hosted({
  name: "chain.__next__",
  step(vm, state, input) {
    if (state.isLast) return itemOrStop(vm, input);
    const item = input ?? next(vm, state.self.active as Value);
    if (item !== DONE) return item;
    state.self.active = null;
    state.isLast = true;
    return pushNative(vm, nextOp, { self: state.self, stage: Stage.Item });
  },
});

/** An iterable that fails ends the chain. */
function end(self: Chain): undefined {
  self.source = null;
  return undefined;
}

function nextOf(vm: Machine, self: Chain): Result {
  const { active } = self;
  if (active !== null && isLeafIterator(active)) {
    const item = nextLeaf(vm, active);
    if (item !== DONE) return item;
    self.active = null;
  }
  if (self.source === null) return stop(vm);
  if (self.weight > 0) return nextOfPlain(vm, self, self.source);
  if (self.active !== null) return stepForItem(vm, ACTIVE, { self, isLast: false });
  return pushNative(vm, nextOp, { self, stage: Stage.Item });
}

/** The next item where all iterables are plain: opening one pushes no frame, nor do its items. */
function nextOfPlain(vm: Machine, self: Chain, source: Value): Result {
  for (;;) {
    const iterable = nextLeaf(vm, source);
    if (iterable === undefined) return undefined;
    if (iterable === DONE) {
      self.source = null;
      return stop(vm);
    }
    const iterator = getIterator(vm, iterable);
    if (iterator === undefined) return end(self);
    self.active = iterator;
    const item = nextLeaf(vm, iterator);
    if (item !== DONE) return item;
    self.active = null;
  }
}

/** The weight of a chain of iterables that are all plain containers: an item may pass over them all. */
function weightOf(iterables: readonly Value[]): number {
  return iterables.every((each) => isPlain(each)) ? boundedWeight(2 * iterables.length + 1) : 0;
}

function isPlain(value: Value): boolean {
  if (typeof value !== "object") return typeof value === "string";
  return PLAIN.has(value.type);
}

const PLAIN: ReadonlySet<PyType> = new Set([listType, tupleType, rangeType, dictType, setType, frozenSetType]);

const openThen: OpenThen<PyType> = {
  run: (_vm, iterators, type) => new Chain(type, iterators[0] as Value),
};

export const chainType: PyType = moduleType("itertools", "chain");
defineType(chainType, "The items of one iterable after another.", {
  __new__: newNamed(
    chainType,
    "*iterables",
    (_vm, type: PyType, iterables: readonly Value[]) =>
      new Chain(type, new TupleIterator(newTuple(iterables)), weightOf(iterables)),
  ),
  from_iterable: classMethod(
    "iterable, /",
    (vm, type: PyType, iterable: Value) => openAll(vm, [iterable], openThen, type),
    "The items of each of the iterables that an iterable gives.",
  ),
  __iter__: method("", (_vm, self: Chain) => self),
  __next__: method("", nextOf),
  __class_getitem__: classMethod("object, /", classGetItem),
});
