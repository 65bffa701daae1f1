// list.sort and sorted: which way a list is sorted, and the native frame that asks keys and comparisons of Python.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { PyList } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { hasSurrogates } from "../text/code-points.ts";
import { call } from "../protocol/call.ts";
import { CompareKind, compare } from "../protocol/compare.ts";
import { leafCompare } from "../protocol/container-compare.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { raiseValueError } from "../protocol/raise.ts";
import { truth } from "../protocol/truth.ts";
import { type MergeSort, newMergeSort, nextPair, told } from "./merge-sort.ts";

/** Lists up to this length are sorted at once when their items are numbers or strings; also the length of a first run. */
const CHUNK = 2048;
/** Comparisons, or keys, in one step. */
const STRIDE = 8192;

/** What JavaScript's `<` orders as Python does. */
type Plain = number | bigint | string;

/** Sort a list in place, by `key(item)` unless key is None; answers `answer`. */
export function sortList(vm: Machine, list: PyList, key: Value, isReversed: boolean, answer: Value): Result {
  const { items } = list;
  if (items.length === 0 || (items.length === 1 && key === NONE)) return answer;
  if (key === NONE && items.length <= CHUNK) {
    if (items.every(isNumber)) {
      items.sort(isReversed ? descending : ascending);
      return answer;
    }
    const plain = plainKeys(items);
    if (plain !== null) {
      list.items = sortedOrder(plain, 0, plain.length, isReversed).map((at) => items[at] as Value);
      return answer;
    }
  }
  const state: SortState = {
    list,
    items,
    placeholder: [],
    key,
    keys: key === NONE ? items : [],
    plain: null,
    isReversed,
    answer,
    chunks: null,
    merge: null,
  };
  // Python code that looks at the list meanwhile finds it empty.
  list.items = state.placeholder;
  return pushNative(vm, sortOp, state);
}

function isNumber(item: Value): item is number {
  return typeof item === "number";
}
const ascending = (a: Value, b: Value): number => (a as number) - (b as number);
const descending = (a: Value, b: Value): number => (b as number) - (a as number);

/** The keys as values that `<` compares as Python would; null when they are not all numbers, or all strings. */
function plainKeys(keys: readonly Value[]): readonly Plain[] | null {
  const isText = typeof keys[0] === "string";
  const plain: Plain[] = [];
  for (const key of keys) {
    switch (typeof key) {
      case "string":
        // Surrogate pairs come after the rest of the plane in code points, not in UTF-16.
        if (!isText || hasSurrogates(key)) return null;
        plain.push(key);
        break;
      case "number":
      case "bigint":
        if (isText) return null;
        plain.push(key);
        break;
      case "boolean":
        if (isText) return null;
        plain.push(key ? 1 : 0);
        break;
      default:
        if (isText || !(key instanceof PyFloat) || Number.isNaN(key.v)) return null;
        plain.push(key.v);
    }
  }
  return plain;
}

/** The positions `start` up to `end` in the order of their keys, equal ones as they come. */
function sortedOrder(keys: readonly Plain[], start: number, end: number, isReversed: boolean): number[] {
  const order: number[] = [];
  for (let at = start; at < end; at++) order.push(at);
  const sign = isReversed ? -1 : 1;
  return order.sort((i, j) => {
    const a = keys[i] as Plain;
    const b = keys[j] as Plain;
    return a < b ? -sign : a > b ? sign : 0;
  });
}

interface SortState {
  readonly list: PyList;
  /** As they were at first: put back when the sort fails. */
  items: readonly Value[];
  readonly placeholder: Value[];
  readonly key: Value;
  readonly keys: Value[];
  /** The keys when JavaScript can compare them. */
  plain: readonly Plain[] | null;
  readonly isReversed: boolean;
  readonly answer: Value;
  /** The order of the chunks sorted so far, when the keys are plain. */
  chunks: number[] | null;
  /** Null until all keys are known. */
  merge: MergeSort | null;
}

const sortOp: NativeOp<SortState> = {
  name: "list.sort",
  step(vm, state, input) {
    return state.merge === null ? prepare(vm, state, input) : merge(vm, state, state.merge, input);
  },
  drop(_vm, { list, items }) {
    list.items = items as Value[];
  },
};

/** Ask the keys, and sort chunks of those that need no Python. */
function prepare(vm: Machine, state: SortState, input: Result): Result {
  const { items, keys, key } = state;
  if (input !== undefined) keys.push(input);
  for (let left = STRIDE; keys.length < items.length; left--) {
    if (left === 0) return more(vm);
    const answer = call(vm, key, [items[keys.length] as Value]);
    if (answer === undefined) return undefined;
    keys.push(answer);
  }
  if (state.chunks === null) {
    state.plain = plainKeys(keys);
    state.chunks = [];
    if (state.plain === null) {
      state.merge = newMergeSort(keys.length, null, 0);
      return more(vm);
    }
  }
  const { chunks } = state;
  const plain = state.plain as readonly Plain[];
  const end = Math.min(plain.length, chunks.length + CHUNK);
  for (const at of sortedOrder(plain, chunks.length, end, state.isReversed)) chunks.push(at);
  if (end === plain.length) {
    if (end <= CHUNK) return finish(vm, state, chunks);
    state.merge = newMergeSort(end, chunks, CHUNK);
  }
  return more(vm);
}

/** Merge, asking the comparisons one by one. */
function merge(vm: Machine, state: SortState, sort: MergeSort, input: Result): Result {
  let answer: Result = input;
  for (let left = STRIDE; left > 0; left--) {
    if (answer === undefined) {
      if (!nextPair(sort)) return finish(vm, state, sort.order);
      answer = isLess(vm, state, sort);
      if (answer === undefined) return undefined;
    }
    if (typeof answer !== "boolean") {
      answer = truth(vm, answer);
      if (answer === undefined) return undefined;
    }
    told(sort, answer === true);
    answer = undefined;
  }
  return more(vm);
}

/** Whether the pair's first item must come before its second. */
function isLess(vm: Machine, { plain, keys, isReversed }: SortState, { first, second }: MergeSort): Result {
  const low = isReversed ? second : first;
  const high = isReversed ? first : second;
  if (plain !== null) return (plain[low] as Plain) < (plain[high] as Plain);
  const a = keys[low] as Value;
  const b = keys[high] as Value;
  return leafCompare(CompareKind.Less, a, b) ?? compare(vm, CompareKind.Less, a, b);
}

function finish(vm: Machine, state: SortState, order: readonly number[]): Result {
  const { list, items, placeholder } = state;
  const isModified = list.items !== placeholder || placeholder.length > 0;
  list.items = order.map((at) => items[at] as Value);
  if (!isModified) return state.answer;
  // The items stay sorted all the same.
  state.items = list.items;
  return raiseValueError(vm, "list modified during sort");
}
