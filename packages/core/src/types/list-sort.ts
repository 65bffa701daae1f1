// list.sort and sorted: which way a list is sorted, and the native frame that asks keys and comparisons of Python.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { PyList } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod } from "../protocol/call.ts";
import { callWith } from "../protocol/call-plainly.ts";
import { hasSurrogates } from "../text/code-points.ts";
import { allocate } from "../protocol/charge.ts";
import { CompareKind, compare } from "../protocol/compare.ts";
import { leafCompare } from "../protocol/leaf-compare.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { raiseValueError } from "../protocol/raise.ts";
import { truth } from "../protocol/truth.ts";
import { nextPair, told } from "./merge-sort.ts";
import { newPlainKeys, noteKey, type PlainKeys, type PlainOrder, plainOrder } from "./plain-keys.ts";
import { mergeOn, type PlainMerge } from "./plain-merge.ts";
import { putBack } from "./sort-merge.ts";
import { type MergeSort, newMergeSort } from "./sort-state.ts";

/** Lists up to this length are sorted at once when their items are plain; also the length of a first run. */
const CHUNK = 1024;
/** Lists of plain numbers up to this length are sorted at once. */
const MANY = 8192;
const FLOAT_BYTES = 24;
/** Comparisons, keys or items in one step. */
const STRIDE = 8192;

/** Sort a list in place, by `key(item)` unless key is None; answers `answer`. */
export function sortList(vm: Machine, list: PyList, key: Value, isReversed: boolean, answer: Value): Result {
  const { items } = list;
  if (items.length === 0 || (items.length === 1 && key === NONE)) return answer;
  if (key === NONE && items.length <= MANY) {
    const sorted = sortedAlike(vm, items);
    if (sorted !== null) {
      list.items = isReversed ? sorted.reverse() : sorted;
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
    order: [],
    target: [],
    width: CHUNK,
    left: 0,
    sort: null,
    sorted: null,
  };
  // Python code that looks at the list meanwhile finds it empty.
  list.items = state.placeholder;
  return pushNative(vm, sortOp, state);
}

/** The items in order where all are ints that are plain numbers, floats or texts, of which equal ones are the same; else null. */
function sortedAlike(vm: Machine, items: readonly Value[]): Value[] | null {
  const first = items[0];
  if (typeof first === "number") return sortedInts(items);
  if (first instanceof PyFloat) return sortedFloats(vm, items);
  if (typeof first !== "string" || items.length > CHUNK) return null;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (typeof item !== "string" || hasSurrogates(item)) return null;
  }
  return items.slice().sort();
}

/** The host sorts arrays of machine numbers many times faster than others. */
function sortedInts(items: readonly Value[]): Value[] | null {
  let isSmall = true;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (typeof item !== "number") return null;
    if ((item | 0) !== item) isSmall = false;
  }
  const numbers = isSmall ? new Int32Array(items as number[]) : new Float64Array(items as number[]);
  numbers.sort();
  const sorted: Value[] = [];
  for (let at = 0; at < numbers.length; at++) sorted.push(numbers[at] as number);
  return sorted;
}

function sortedFloats(vm: Machine, items: readonly Value[]): Value[] | null {
  const numbers = new Float64Array(items.length);
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    // A nan has no place; and -0.0 equals 0.0 and is another.
    if (!(item instanceof PyFloat) || Number.isNaN(item.v) || Object.is(item.v, -0)) return null;
    numbers[at] = item.v;
  }
  allocate(vm, numbers.length, FLOAT_BYTES);
  numbers.sort();
  const sorted: Value[] = [];
  for (let at = 0; at < numbers.length; at++) sorted.push(new PyFloat(numbers[at] as number));
  return sorted;
}

/** `order` has the positions of the items, as far as they are known; those of plain keys are sorted in chunks, then merged. */
interface SortState extends PlainMerge {
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
  /** How keys that are not plain are sorted, as soon as all are known. */
  sort: MergeSort | null;
  /** The items put in their final order so far. */
  sorted: Value[] | null;
}

const sortOp: NativeOp<SortState> = {
  name: "list.sort",
  step(vm, state, input) {
    const { items, order, plain, sort, sorted } = state;
    if (sorted !== null) return finish(vm, state, sorted);
    if (sort !== null) return compareOn(vm, state, sort, input);
    if (order.length < items.length) return prepare(vm, state, input);
    if (!mergeOn(state, plainOrder(plain as PlainKeys) as PlainOrder, STRIDE)) return more(vm);
    settle(state);
    return finish(vm, state, []);
  },
  drop(_vm, state) {
    const { list, items, sort, sorted } = state;
    if (sorted === null) settle(state);
    const isSorted = sort !== null || sorted !== null;
    list.items = isSorted ? state.order.map((at) => items[at] as Value) : (items as Value[]);
  },
};

/** The first or next positions of the items, up to a chunk: a reversed sort takes them from the end. */
function positions(start: number, { length }: readonly Value[], isReversed: boolean): number[] {
  const found: number[] = [];
  for (let at = start; at < Math.min(start + CHUNK, length); at++) found.push(isReversed ? length - 1 - at : at);
  return found;
}

/** A reversed sort is reversed again when it has ended, well or not: so equal items keep their order. */
function settle({ order, isReversed, sort }: SortState): void {
  // What a merge has taken goes back.
  if (sort !== null && sort.taken.length > 0) putBack(sort);
  if (isReversed) order.reverse();
}

/** Ask the keys, and sort chunks of those that need no Python. */
function prepare(vm: Machine, state: SortState, input: Result): Result {
  const { items, keys, key, order } = state;
  if (input !== undefined) keys.push(input);
  for (let left = STRIDE; state.noted < items.length; left--) {
    if (left === 0) return more(vm);
    if (keys.length === state.noted) {
      const answer = callWith(vm, key, items[keys.length] as Value);
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
  const compare = plainOrder(state.plain as PlainKeys);
  const chunk = positions(order.length, items, state.isReversed);
  if (compare !== null) chunk.sort(compare);
  for (const at of chunk) order.push(at);
  if (compare === null && order.length === items.length) state.sort = newMergeSort(order);
  return more(vm);
}

/** Sort on, asking the comparisons one by one. */
function compareOn(vm: Machine, state: SortState, sort: MergeSort, input: Result): Result {
  let answer: Result = input;
  for (let left = STRIDE; left > 0; left--) {
    if (answer === undefined) {
      if (!nextPair(sort)) {
        settle(state);
        return finish(vm, state, []);
      }
      answer = isLess(vm, state, sort, true);
    }
    // A method called directly may refuse: then the comparison is asked as a whole.
    if (answer === NOT_IMPLEMENTED) answer = isLess(vm, state, sort, false);
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
function isLess(vm: Machine, { keys, alike }: SortState, { first, second }: MergeSort, isFirst: boolean): Result {
  const a = keys[first] as Value;
  const b = keys[second] as Value;
  if (isFirst && alike !== null) {
    const method = typeOf(a).lookup("__lt__");
    if (!(method instanceof NativeFunction)) return callMethod(vm, method as Value, a, [b]);
  }
  return leafCompare(CompareKind.Less, a, b) ?? compare(vm, CompareKind.Less, a, b);
}

/** Put the items in order, some in each step. */
function finish(vm: Machine, state: SortState, sorted: Value[]): Result {
  const { list, items, placeholder, order } = state;
  // Whatever happens from here on, the items stay sorted.
  state.sorted = sorted;
  const stop = Math.min(order.length, sorted.length + STRIDE);
  for (let at = sorted.length; at < stop; at++) sorted.push(items[order[at] as number] as Value);
  if (stop < order.length) return more(vm);
  const isModified = list.items !== placeholder || placeholder.length > 0;
  list.items = sorted;
  return isModified ? raiseValueError(vm, "list modified during sort") : state.answer;
}
