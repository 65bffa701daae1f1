// combinations, with and without replacement, and permutations, in lexicographic order of positions.
import { LazyIterator } from "../../objects/lazy-iterators.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { collect, type CollectThen } from "../../protocol/collect.ts";
import { boundedWeight } from "../../protocol/leaf-iterator.ts";
import { asInt } from "../../protocol/lookup.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { raiseOverflowError, raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { defineType, method } from "../../types/define.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

/** How positions go on to the next selection: static data. False at the end. */
interface Order {
  readonly name: string;
  first(size: number, count: number): number[] | null;
  advance(positions: number[], size: number, count: number): boolean;
}

class Selections extends LazyIterator {
  readonly pool: readonly Value[];
  readonly count: number;
  readonly order: Order;
  positions: number[] | null;
  isStarted = false;

  constructor(type: PyType, pool: readonly Value[], count: number, order: Order) {
    super(type, boundedWeight(pool.length + count + 1));
    this.pool = pool;
    this.count = count;
    this.order = order;
    this.positions = order.first(pool.length, count);
  }
}

const rising: Order = {
  name: "combinations",
  first: (size, count) => (count > size ? null : Array.from({ length: count }, (_, at) => at)),
  advance(positions, size, count) {
    let at = count - 1;
    while (at >= 0 && positions[at] === at + size - count) at--;
    if (at < 0) return false;
    let position = (positions[at] as number) + 1;
    for (; at < count; at++) positions[at] = position++;
    return true;
  },
};

const repeating: Order = {
  name: "combinations_with_replacement",
  first: (size, count) => (size === 0 && count > 0 ? null : new Array<number>(count).fill(0)),
  advance(positions, size, count) {
    let at = count - 1;
    while (at >= 0 && positions[at] === size - 1) at--;
    if (at < 0) return false;
    positions.fill((positions[at] as number) + 1, at, count);
    return true;
  },
};

/** The positions are a whole permutation of the pool, of which the first `count` are shown. */
const permuting: Order = {
  name: "permutations",
  first: (size, count) => (count > size ? null : Array.from({ length: size }, (_, at) => at)),
  advance(positions, size, count) {
    // What is behind `count` goes in descending order first, so that the next whole permutation changes what is shown.
    reverseFrom(positions, count);
    let at = size - 2;
    while (at >= 0 && (positions[at] as number) >= (positions[at + 1] as number)) at--;
    if (at < 0) return false;
    let other = size - 1;
    while ((positions[other] as number) <= (positions[at] as number)) other--;
    swap(positions, at, other);
    reverseFrom(positions, at + 1);
    return true;
  },
};

function swap(positions: number[], one: number, other: number): void {
  const position = positions[one] as number;
  positions[one] = positions[other] as number;
  positions[other] = position;
}

function reverseFrom(positions: number[], from: number): void {
  for (let one = from, other = positions.length - 1; one < other; one++, other--) swap(positions, one, other);
}

function nextOf(vm: Machine, self: Selections): Result {
  const { pool, positions, count, order } = self;
  if (positions === null) return stop(vm);
  if (self.isStarted && !order.advance(positions, pool.length, count)) {
    self.positions = null;
    return stop(vm);
  }
  self.isStarted = true;
  const items: Value[] = [];
  for (let at = 0; at < count; at++) items.push(pool[positions[at] as number] as Value);
  return newTuple(items);
}

interface Making {
  readonly type: PyType;
  readonly order: Order;
  readonly count: Value;
}

const makeThen: CollectThen<Making> = {
  run(vm, items, { type, order, count }) {
    let wanted = items.length;
    if (count !== NONE) {
      const whole = asInt(count);
      if (whole === undefined) return raiseTypeError(vm, "Expected int as r");
      if (typeof whole === "bigint") return raiseOverflowError(vm, "Python int too large to convert to C ssize_t");
      if (whole < 0) return raiseValueError(vm, "r must be non-negative");
      wanted = whole;
    }
    return new Selections(type, items.slice(), wanted, order);
  },
};

function selectionsType(order: Order, doc: string): PyType {
  const type = moduleType("itertools", order.name);
  const make = (vm: Machine, cls: PyType, iterable: Value, count: Value = NONE): Result =>
    collect(vm, iterable, makeThen, { type: cls, order, count });
  defineType(type, doc, {
    __new__:
      order === permuting
        ? newNamed(type, "iterable, r=None", make)
        : newNamed(type, "iterable, r", converting([Want.Any, Want.Size], make)),
    __iter__: method("", (_vm, self: Selections) => self),
    __next__: method("", nextOf),
  });
  return type;
}

export const combinationsType: PyType = selectionsType(
  rising,
  "Every way to choose r items, in the order of the items.",
);
export const replacementsType: PyType = selectionsType(repeating, "The same with items chosen more than once.");
export const permutationsType: PyType = selectionsType(permuting, "Every arrangement of r of the items.");
