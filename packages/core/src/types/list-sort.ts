// list.sort and sorted: which way a list is sorted, and the native frame that asks keys and comparisons of Python.
import { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import type { PyList } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callFunction, callMethod, callPlain } from "../protocol/call.ts";
import { CompareKind, compare } from "../protocol/compare.ts";
import { leafCompare } from "../protocol/leaf-compare.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { raiseValueError } from "../protocol/raise.ts";
import { truth } from "../protocol/truth.ts";
import { nextPair, orderSoFar, told } from "./merge-sort.ts";
import { newPlainKeys, noteKey, type PlainKeys, type PlainOrder, plainOrder, sortedPositions } from "./plain-keys.ts";
import { mergeOn, newPlainMerge, type PlainMerge } from "./plain-merge.ts";
import { type MergeSort, newMergeSort } from "./sort-state.ts";

/** Lists up to this length are sorted at once when their items are plain; also the length of a first run. */
const CHUNK = 1024;
/** Lists of small ints up to this length are sorted at once. */
const MANY = 8192;
/** Comparisons, keys or items in one step. */
const STRIDE = 8192;

/** Sort a list in place, by `key(item)` unless key is None; answers `answer`. */
export function sortList(vm: Machine, list: PyList, key: Value, isReversed: boolean, answer: Value): Result {
  const { items } = list;
  if (items.length === 0 || (items.length === 1 && key === NONE)) return answer;
  if (key === NONE && items.length <= MANY && items.every(isSmall)) {
    list.items = sortedNumbers(items, isReversed);
    return answer;
  }
  if (key === NONE && items.length <= CHUNK) {
    const plain = newPlainKeys(items[0] as Value);
    for (const item of items) noteKey(plain, item);
    const order = plainOrder(plain, isReversed);
    if (order !== null) {
      list.items = sortedPositions(0, items.length, order).map((at) => items[at] as Value);
      return answer;
    }
  }
  const state: SortState = {
    list,
    items,
    placeholder: [],
    key,
    keys: key === NONE ? items : [],
    alike: null,
    plain: null,
    noted: 0,
    isReversed,
    answer,
    chunks: [],
    merge: null,
    sort: null,
    order: null,
    sorted: [],
  };
  // Python code that looks at the list meanwhile finds it empty.
  list.items = state.placeholder;
  return pushNative(vm, sortOp, state);
}

function isSmall(item: Value): item is number {
  return typeof item === "number" && (item | 0) === item;
}

/** Equal ints are the same, so that no order among them need be kept. */
function sortedNumbers(items: readonly number[], isReversed: boolean): Value[] {
  // The host sorts arrays of machine numbers many times faster than others.
  const numbers = new Int32Array(items).sort();
  if (isReversed) numbers.reverse();
  const sorted: Value[] = [];
  for (let at = 0; at < numbers.length; at++) sorted.push(numbers[at] as number);
  return sorted;
}

interface SortState {
  readonly list: PyList;
  readonly items: readonly Value[];
  readonly placeholder: Value[];
  readonly key: Value;
  readonly keys: Value[];
  /** The class of all keys so far, when it was written in Python. */
  alike: PyType | null;
  /** The keys in a form that JavaScript can compare, as far as they are `noted`. */
  plain: PlainKeys | null;
  noted: number;
  readonly isReversed: boolean;
  readonly answer: Value;
  /** The order within chunks, as far as they are sorted, when the keys are plain; then these are merged. */
  readonly chunks: number[];
  merge: PlainMerge | null;
  /** How keys that are not plain are sorted, as soon as all are known. */
  sort: MergeSort | null;
  /** The final order, and the items put in it so far. */
  order: readonly number[] | null;
  readonly sorted: Value[];
}

const sortOp: NativeOp<SortState> = {
  name: "list.sort",
  step(vm, state, input) {
    const { order, merge, sort, isReversed } = state;
    if (order !== null) return finish(vm, state, order);
    if (sort !== null) return compareOn(vm, state, sort, input);
    if (merge === null) return prepare(vm, state, input);
    const isDone = mergeOn(merge, plainOrder(state.plain as PlainKeys, isReversed) as PlainOrder, STRIDE);
    return isDone ? finish(vm, state, merge.order) : more(vm);
  },
  drop(_vm, { list, items, sort, order, isReversed }) {
    const last = order ?? (sort === null ? null : orderSoFar(sort, isReversed));
    list.items = last === null ? (items as Value[]) : last.map((at) => items[at] as Value);
  },
};

/** Ask the keys, and sort chunks of those that need no Python. */
function prepare(vm: Machine, state: SortState, input: Result): Result {
  const { items, keys, key, chunks } = state;
  if (input !== undefined) keys.push(input);
  for (let left = STRIDE; state.noted < items.length; left--) {
    if (left === 0) return more(vm);
    if (keys.length === state.noted) {
      const item = items[keys.length] as Value;
      const answer = key instanceof PyFunction ? callPlain(vm, key, item, undefined) : call(vm, key, [item]);
      if (answer === undefined) return undefined;
      keys.push(answer);
    }
    const known = keys[state.noted++] as Value;
    if (state.plain === null) {
      state.plain = newPlainKeys(known);
      if (typeof known === "object" && !known.type.isBuiltin) state.alike = known.type;
    }
    if (state.alike !== null && typeOf(known) !== state.alike) state.alike = null;
    noteKey(state.plain, known);
  }
  const order = plainOrder(state.plain as PlainKeys, state.isReversed);
  if (order === null) {
    state.sort = newMergeSort(keys.length, state.isReversed);
    return more(vm);
  }
  const end = Math.min(keys.length, chunks.length + CHUNK);
  for (const at of sortedPositions(chunks.length, end, order)) chunks.push(at);
  if (end === keys.length) state.merge = newPlainMerge(chunks, CHUNK);
  return more(vm);
}

/** Sort on, asking the comparisons one by one. */
function compareOn(vm: Machine, state: SortState, sort: MergeSort, input: Result): Result {
  let answer: Result = input;
  for (let left = STRIDE; left > 0; left--) {
    if (answer === undefined) {
      if (!nextPair(sort)) return finish(vm, state, orderSoFar(sort, state.isReversed));
      answer = isLess(vm, state, sort);
    }
    // A method called directly may refuse: then the comparison is asked as a whole.
    if (answer === NOT_IMPLEMENTED) {
      answer = compare(vm, CompareKind.Less, state.keys[sort.first] as Value, state.keys[sort.second] as Value);
    }
    if (answer === undefined) return undefined;
    if (typeof answer !== "boolean") {
      answer = truth(vm, answer);
      if (answer === undefined) return undefined;
    }
    told(sort, answer === true);
    answer = undefined;
  }
  return more(vm);
}

/** Whether the pair's first item must come before its second. Keys of one class are first asked by its `__lt__` alone. */
function isLess(vm: Machine, { keys, alike }: SortState, sort: MergeSort): Result {
  const a = keys[sort.first] as Value;
  const b = keys[sort.second] as Value;
  if (alike !== null) {
    const method = typeOf(a).lookup("__lt__");
    if (method instanceof PyFunction) return callFunction(vm, method, [a, b], null);
    if (!(method instanceof NativeFunction)) return callMethod(vm, method as Value, a, [b]);
  }
  return leafCompare(CompareKind.Less, a, b) ?? compare(vm, CompareKind.Less, a, b);
}

/** Put the items in order, some in each step. */
function finish(vm: Machine, state: SortState, order: readonly number[]): Result {
  const { list, items, placeholder, sorted } = state;
  // Whatever happens from here on, the items stay sorted.
  state.order = order;
  const end = Math.min(order.length, sorted.length + STRIDE);
  for (let at = sorted.length; at < end; at++) sorted.push(items[order[at] as number] as Value);
  if (end < order.length) return more(vm);
  const isModified = list.items !== placeholder || placeholder.length > 0;
  list.items = sorted;
  return isModified ? raiseValueError(vm, "list modified during sort") : state.answer;
}
