// The module _heapq: the native parts of heapq.
import { listType } from "../../objects/builtin-types.ts";
import { indexErrorType } from "../../objects/exception-types.ts";
import { PyFunction } from "../../objects/function.ts";
import { PyInstance } from "../../objects/instance.ts";
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { PyList } from "../../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { raiseBadArgument } from "../../protocol/bad-argument.ts";
import { callFunction } from "../../protocol/call.ts";
import { CompareKind, compare, compareTruth } from "../../protocol/compare.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { leafCompare } from "../../protocol/leaf-compare.ts";
import { raiseNew, raiseRuntimeError } from "../../protocol/raise.ts";
import { truth } from "../../protocol/truth.ts";
import { defineModule, type FunctionEntry, func, type NativeModule } from "../define.ts";
import { newRise, newSink, nextPair, restart, type Sift, told } from "./sift.ts";

/** Comparisons in one step, or without a frame. */
const STRIDE = 1024;
/** Comparisons without a frame that count as one instruction. */
const CHARGE = 16;

interface SiftState {
  readonly sift: Sift;
  /** How many items before the present one are still to be sunk. */
  remaining: number;
  readonly answer: Value;
}

const siftOp: NativeOp<SiftState> = {
  name: "heapq",
  step(vm, state, input) {
    const { sift } = state;
    let answer: Result = input;
    for (let left = STRIDE; left > 0; left--) {
      if (answer === undefined) {
        if (!hasNext(state)) return state.answer;
        answer = isLess(vm, sift.first, sift.second);
        if (answer === undefined) return undefined;
      }
      // A method called directly may refuse: then the other operand is asked too.
      if (answer === NOT_IMPLEMENTED) answer = compare(vm, CompareKind.Less, sift.first, sift.second);
      if (answer === undefined) return undefined;
      if (typeof answer !== "boolean") answer = truth(vm, answer);
      if (answer === undefined) return undefined;
      if (sift.list.items.length !== sift.size) return raiseRuntimeError(vm, "list changed size during iteration");
      told(sift, answer === true);
      answer = undefined;
    }
    return more(vm);
  },
};

/** Turn to the next comparison, of this item or of the one before it; false at the end. */
function hasNext(state: SiftState): boolean {
  while (!nextPair(state.sift)) {
    if (state.remaining === 0) return false;
    restart(state.sift, --state.remaining);
  }
  return true;
}

function isLess(vm: Machine, a: Value, b: Value): Result {
  if (a instanceof PyInstance && b instanceof PyInstance && a.type === b.type) {
    const method = a.type.lookup("__lt__");
    if (method instanceof PyFunction) return callFunction(vm, method, [a, b], null);
  }
  return leafCompare(CompareKind.Less, a, b) ?? compare(vm, CompareKind.Less, a, b);
}

/** Move items without a frame as long as native values are compared, then answer `answer`. */
function settle(vm: Machine, sift: Sift, remaining: number, answer: Value): Result {
  const state: SiftState = { sift, remaining, answer };
  let left = STRIDE;
  for (; left > 0 && hasNext(state); left--) {
    const { first, second } = sift;
    const isBefore =
      typeof first === "number" && typeof second === "number"
        ? first < second
        : leafCompare(CompareKind.Less, first, second);
    if (isBefore === undefined) return pushNative(vm, siftOp, state);
    told(sift, isBefore);
  }
  vm.budget -= ((STRIDE - left) / CHARGE) | 0;
  return left > 0 ? answer : pushNative(vm, siftOp, state);
}

// ---- the functions ---------------------------------------------------------------------------------------------------

type OnList = (vm: Machine, list: PyList, item: Value) => Result;

/** A function whose first argument must be a list; `word` is what messages call that argument. */
function onList(name: string, text: string, word: string, doc: string | null, body: OnList): FunctionEntry {
  const checked = (vm: Machine, heap: Value, item: Value): Result =>
    heap instanceof PyList && heap.type.isSubtype(listType)
      ? body(vm, heap, item)
      : raiseBadArgument(vm, `${name}() ${word}`, "list", heap);
  return func(text, checked, doc);
}

function push(vm: Machine, list: PyList, item: Value): Result {
  list.items.push(item);
  return settle(vm, newRise(list), 0, NONE);
}

function pop(vm: Machine, list: PyList, isMax: boolean): Result {
  const last = list.items.pop();
  if (last === undefined) return raiseNew(vm, indexErrorType, "index out of range");
  return list.items.length === 0 ? last : exchange(vm, list, last, isMax);
}

/** Put an item in the place of the first, which is the answer. */
function exchange(vm: Machine, list: PyList, item: Value, isMax: boolean): Result {
  const first = list.items[0];
  if (first === undefined) return raiseNew(vm, indexErrorType, "index out of range");
  list.items[0] = item;
  return settle(vm, newSink(list, 0, isMax), 0, first);
}

const pushingOut: Asking<{ readonly list: PyList; readonly item: Value }> = {
  ask: (vm, { list, item }) => compareTruth(vm, CompareKind.Less, list.items[0] as Value, item),
  take: (vm, { list, item }, isLess) => (isLess === true ? exchange(vm, list, item, false) : item),
};

function pushPop(vm: Machine, list: PyList, item: Value): Result {
  const first = list.items[0];
  if (first === undefined) return item;
  const isLess = leafCompare(CompareKind.Less, first, item);
  if (isLess === undefined) return asking(vm, pushingOut, { list, item });
  return isLess ? exchange(vm, list, item, false) : item;
}

function heapify(vm: Machine, list: PyList, isMax: boolean): Result {
  const parents = list.items.length >> 1;
  if (parents === 0) return NONE;
  return settle(vm, newSink(list, parents - 1, isMax), parents - 1, NONE);
}

const ONE = "heap, /";
const TWO = "heap, item, /";

export const HEAPQ: NativeModule = defineModule({
  name: "_heapq",
  doc: "Heaps in lists: the item at k is no greater than those at 2k+1 and 2k+2.",
  functions: {
    heappush: onList("heappush", TWO, "argument 1", "Put an item on a heap.", push),
    heappop: onList("heappop", ONE, "argument", "Take the least item off a heap.", (vm, list) => pop(vm, list, false)),
    heapreplace: onList(
      "heapreplace",
      TWO,
      "argument 1",
      "Take the least item off a heap, then put another on.",
      (vm, list, item) => exchange(vm, list, item, false),
    ),
    heappushpop: onList("heappushpop", TWO, "argument 1", "Put an item on a heap, then take the least off.", pushPop),
    heapify: onList("heapify", ONE, "argument", "Make a list a heap, in place.", (vm, list) =>
      heapify(vm, list, false),
    ),
    _heappop_max: onList("_heappop_max", ONE, "argument", null, (vm, list) => pop(vm, list, true)),
    _heapreplace_max: onList("_heapreplace_max", TWO, "argument 1", null, (vm, list, item) =>
      exchange(vm, list, item, true),
    ),
    _heapify_max: onList("_heapify_max", ONE, "argument", null, (vm, list) => heapify(vm, list, true)),
  },
});
