// tee: several iterators over one, which keeps what the slowest has not seen.
import { PyAttributed } from "../../objects/attributed.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import type { PyTuple } from "../../objects/sequences.ts";
import { DONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { pushNative } from "../../protocol/frames.ts";
import { next } from "../../protocol/iterate.ts";
import { isLeafIterator, nextLeaf } from "../../protocol/leaf-iterator.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { raiseMemoryError, raiseRuntimeError, raiseValueError } from "../../protocol/raise.ts";
import { defineType, method } from "../../types/define.ts";
import { openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

/** The iterator that the tees of one family share. */
interface Source {
  readonly iterator: Value;
  isRunning: boolean;
}

/** An item and where the next one stands: what no tee points at any more is garbage. `mark` is as in PyObject. */
interface Link {
  item: Value | undefined;
  next: Link | null;
  mark: number;
}

function newLink(): Link {
  return { item: undefined, next: null, mark: 0 };
}

class Tee extends PyAttributed {
  readonly source: Source;
  link: Link;

  constructor(type: PyType, source: Source, link: Link) {
    super(type);
    this.source = source;
    this.link = link;
  }
}

/** Take the item at the tee's place, which is known. */
function advance(self: Tee, item: Value): Value {
  const { link } = self;
  link.item = item;
  link.next ??= newLink();
  self.link = link.next;
  return item;
}

interface TeeState {
  readonly self: Tee;
  isAsked: boolean;
}

const nextOp: NativeOp<TeeState> = {
  name: "tee.__next__",
  step(vm, state, input) {
    const { self } = state;
    const { source } = self;
    let item: Result = input;
    if (!state.isAsked) {
      if (source.isRunning) return raiseRuntimeError(vm, "cannot re-enter the tee iterator");
      state.isAsked = true;
      source.isRunning = true;
      item = next(vm, source.iterator);
      if (item === undefined && vm.error === null) return undefined;
    }
    source.isRunning = false;
    if (item === undefined) return undefined;
    return item === DONE ? stop(vm) : advance(self, item);
  },
  raised(_vm, state) {
    state.self.source.isRunning = false;
    return undefined;
  },
  drop(_vm, state) {
    if (state.isAsked) state.self.source.isRunning = false;
  },
};

function nextOf(vm: Machine, self: Tee): Result {
  const { item } = self.link;
  if (item !== undefined) return advance(self, item);
  const { iterator } = self.source;
  if (!isLeafIterator(iterator)) return pushNative(vm, nextOp, { self, isAsked: false });
  const fresh = nextLeaf(vm, iterator);
  if (fresh === undefined) return undefined;
  return fresh === DONE ? stop(vm) : advance(self, fresh);
}

function copied(tee: Tee): Tee {
  return new Tee(tee.type, tee.source, tee.link);
}

/** Tees at the same place; a tee is the first of its tees. */
function teesOf(iterator: Value, count: number): PyTuple {
  const first = iterator instanceof Tee ? iterator : new Tee(teeType, { iterator, isRunning: false }, newLink());
  const tees: Value[] = [];
  for (let at = 0; at < count; at++) tees.push(at === 0 ? first : copied(first));
  return newTuple(tees);
}

const openThen: OpenThen<number> = {
  run: (_vm, iterators, count) => teesOf(iterators[0] as Value, count),
};
const firstThen: OpenThen<null> = {
  run: (_vm, [iterator]) => (iterator instanceof Tee ? copied(iterator) : teesOf(iterator as Value, 1).items[0]),
};

/** `itertools.tee(iterable, n=2)`. */
export const tee: (vm: Machine, iterable: Value, count?: Value) => Result = converting(
  [Want.Size],
  (vm, iterable: Value, count = 2) => {
    if (count < 0) return raiseValueError(vm, "n must be >= 0");
    if (count > vm.limits.length) return raiseMemoryError(vm);
    return count === 0 ? newTuple([]) : openAll(vm, [iterable], openThen, count);
  },
);

export const teeType: PyType = moduleType("itertools", "_tee");
defineType(teeType, "An iterator that can be copied.", {
  __new__: newNamed(teeType, "iterable, /", (vm, _type, iterable: Value) => openAll(vm, [iterable], firstThen, null)),
  __iter__: method("", (_vm, self: Tee) => self),
  __next__: method("", nextOf),
  __copy__: method("", (_vm, self: Tee) => copied(self)),
});
