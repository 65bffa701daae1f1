// product: every combination of one item from each pool.
import { LazyIterator } from "../../objects/lazy-iterators.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import type { PyTuple } from "../../objects/sequences.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { collect, type CollectThen } from "../../protocol/collect.ts";
import { boundedWeight } from "../../protocol/leaf-iterator.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { raiseMemoryError, raiseValueError } from "../../protocol/raise.ts";
import { defineType, method } from "../../types/define.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

class Product extends LazyIterator {
  readonly pools: readonly (readonly Value[])[];
  /** Positions in the pools of the tuple given out last; null before the first. */
  positions: number[] | null = null;
  isDone = false;

  constructor(type: PyType, pools: readonly (readonly Value[])[]) {
    super(type, boundedWeight(pools.length + 1));
    this.pools = pools;
  }
}

/** The items of an iterable as a tuple. */
const tupleThen: CollectThen<null> = { run: (_vm, items) => newTuple(items.slice()) };

interface Pooling {
  readonly type: PyType;
  readonly iterables: readonly Value[];
  readonly repeat: number;
  readonly pools: (readonly Value[])[];
}

const POOLS: Asking<Pooling> = {
  ask: (vm, { iterables, pools }) => collect(vm, iterables[pools.length] as Value, tupleThen, null),
  take(_vm, state, answer) {
    state.pools.push((answer as PyTuple).items);
    return state.pools.length < state.iterables.length ? AGAIN : make(state);
  },
};

function make({ type, pools, repeat }: Pooling): Value {
  const all: (readonly Value[])[] = [];
  for (let i = 0; i < repeat; i++) all.push(...pools);
  return new Product(type, all);
}

function newProduct(vm: Machine, type: PyType, iterables: readonly Value[], repeat = 1): Result {
  if (repeat < 0) return raiseValueError(vm, "repeat argument cannot be negative");
  if (iterables.length * repeat > vm.limits.length) return raiseMemoryError(vm);
  const state: Pooling = { type, iterables: repeat === 0 ? [] : iterables, repeat, pools: [] };
  return state.iterables.length === 0 ? make(state) : asking(vm, POOLS, state);
}

function nextOf(vm: Machine, self: Product): Result {
  const { pools, positions } = self;
  if (self.isDone) return stop(vm);
  if (positions === null) {
    if (pools.some((pool) => pool.length === 0)) return finish(vm, self);
    self.positions = pools.map(() => 0);
    return newTuple(pools.map((pool) => pool[0] as Value));
  }
  let at = pools.length - 1;
  for (; at >= 0; at--) {
    positions[at] = (positions[at] as number) + 1;
    if ((positions[at] as number) < (pools[at] as readonly Value[]).length) break;
    positions[at] = 0;
  }
  if (at < 0) return finish(vm, self);
  const items: Value[] = [];
  for (let i = 0; i < pools.length; i++) items.push((pools[i] as readonly Value[])[positions[i] as number] as Value);
  return newTuple(items);
}

function finish(vm: Machine, self: Product): undefined {
  self.isDone = true;
  return stop(vm);
}

export const productType: PyType = moduleType("itertools", "product");
defineType(productType, "Tuples of one item from each iterable, the last one changing fastest.", {
  __new__: newNamed(productType, "*iterables, repeat=1", converting([Want.Any, Want.Size], newProduct)),
  __iter__: method("", (_vm, self: Product) => self),
  __next__: method("", nextOf),
});
