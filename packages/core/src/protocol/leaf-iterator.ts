// Iterators that never run Python: their items can be had without a frame.
import {
  ListIterator,
  ListReverseIterator,
  LongRangeIterator,
  RangeIterator,
  StrIterator,
  TableIterator,
  TupleIterator,
} from "../objects/iterators.ts";
import { LazyIterator, PyEnumerate, PyZip } from "../objects/lazy-iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { DONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { MappingProxy } from "../objects/views.ts";
import { add } from "../numeric/int.ts";
import { next, nextOfTable } from "./iterate.ts";
import { raiseValueError } from "./raise.ts";

/** An item of a leaf iterator is at most so much work; and so deep are they nested. */
const HEAVIEST = 64;

/** Whether `next` of an iterator never pushes a frame. */
export function isLeafIterator(iterator: Value): boolean {
  return leafWeight(iterator) > 0;
}

/** The work of an item where `next` never pushes a frame, in items of simple iterators; else 0. */
function leafWeight(iterator: Value): number {
  if (
    iterator instanceof ListIterator ||
    iterator instanceof RangeIterator ||
    iterator instanceof TupleIterator ||
    iterator instanceof TableIterator ||
    iterator instanceof StrIterator
  ) {
    return 1;
  }
  if (iterator instanceof LazyIterator) return iterator.type.isBuiltin ? iterator.weight : 0;
  return iterator instanceof ListReverseIterator || iterator instanceof LongRangeIterator ? 1 : 0;
}

/** The weight of an iterator that takes up to `count` items of each of the others for one of its own. */
export function weightOver(iterators: readonly Value[], count = 1): number {
  let sum = 0;
  for (const iterator of iterators) {
    const weight = leafWeight(iterator);
    if (weight === 0) return 0;
    sum += weight;
  }
  return boundedWeight(sum * count + 1);
}

/** A weight, or 0 when it is too much. */
export function boundedWeight(weight: number): number {
  return weight <= HEAVIEST ? weight : 0;
}

/** Whether `iter(value)` is known to push no frame. */
export function opensAtOnce(value: Value): boolean {
  return typeof value !== "object" || (value.type.isBuiltin && !(value instanceof MappingProxy));
}

/** `nextIfLeaf` was given another iterator. */
export const NO_LEAF: unique symbol = Symbol("no leaf");

/**
 * The next item of a built-in iterator that runs no Python, ranges and lists excepted, DONE when exhausted; undefined
 * after raising.
 */
export function nextIfLeaf(vm: Machine, iterator: Value): Result | typeof NO_LEAF {
  if (iterator instanceof TableIterator) return nextOfTable(vm, iterator);
  if (iterator instanceof StrIterator || iterator instanceof TupleIterator) {
    return next(vm, iterator);
  }
  if (iterator instanceof LazyIterator && iterator.weight > 0 && iterator.type.isBuiltin) return nextLeaf(vm, iterator);
  if (iterator instanceof ListReverseIterator || iterator instanceof LongRangeIterator) return next(vm, iterator);
  return NO_LEAF;
}

/** The next item of a leaf iterator, DONE when exhausted; undefined after raising. */
export function nextLeaf(vm: Machine, iterator: Value): Result {
  if (!(iterator instanceof LazyIterator)) return next(vm, iterator);
  if (iterator instanceof PyEnumerate) return nextOfEnumerate(vm, iterator);
  if (iterator instanceof PyZip) return nextOfZip(vm, iterator);
  return next(vm, iterator);
}

function nextOfEnumerate(vm: Machine, iterator: PyEnumerate): Result {
  const item = nextLeaf(vm, iterator.iterator);
  return item === undefined || item === DONE ? item : countedPair(iterator, item);
}

/** The pair of the present count and an item. */
export function countedPair(iterator: PyEnumerate, item: Value): Value {
  const count = iterator.count;
  iterator.count = add(count, 1);
  return newTuple([count, item]);
}

function nextOfZip(vm: Machine, zip: PyZip): Result {
  const { iterators } = zip;
  if (iterators.length === 2 && !zip.isStrict) {
    const first = nextLeaf(vm, iterators[0] as Value);
    if (first === undefined || first === DONE) return first;
    const second = nextLeaf(vm, iterators[1] as Value);
    return second === undefined || second === DONE ? second : newTuple([first, second]);
  }
  const items: Value[] = [];
  for (let at = 0; at < iterators.length; at++) {
    const item = nextLeaf(vm, iterators[at] as Value);
    if (item === undefined) return undefined;
    if (item === DONE) return zip.isStrict ? endOfStrictZip(vm, iterators, at) : DONE;
    items.push(item);
  }
  return items.length === 0 ? DONE : newTuple(items);
}

function endOfStrictZip(vm: Machine, iterators: readonly Value[], ended: number): Result {
  if (ended > 0) return raiseUneven(vm, ended, "shorter");
  for (let at = 1; at < iterators.length; at++) {
    const item = nextLeaf(vm, iterators[at] as Value);
    if (item === undefined) return undefined;
    if (item !== DONE) return raiseUneven(vm, at, "longer");
  }
  return DONE;
}

/** ValueError of a strict zip: the argument of number `at` (from 0) ends before or after those before it. */
export function raiseUneven(vm: Machine, at: number, word: "shorter" | "longer"): undefined {
  const others = at === 1 ? "argument 1" : `arguments 1-${at}`;
  return raiseValueError(vm, `zip() argument ${at + 1} is ${word} than ${others}`);
}
