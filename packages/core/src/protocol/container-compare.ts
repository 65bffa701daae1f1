// Comparison of list, tuple, dict and set with one of their own kind, however deep they nest.
import { dictType, frozenSetType, setType } from "../objects/builtin-types.ts";
import { recursionErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { PyList } from "../objects/sequences.ts";
import { DONE } from "../objects/singletons.ts";
import { hashAt, PyDict, PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { CompareKind, compare, equals, orderAnswer } from "./compare.ts";
import { charge, sizeOf } from "./charge.ts";
import { more, pushNative } from "./frames.ts";
import {
  type Allowance,
  compareSequences,
  equalNested,
  isSequencePair,
  LEAF_DEPTH,
  newAllowance,
} from "./leaf-compare.ts";
import { raiseNew } from "./raise.ts";
import { isSame } from "./structural.ts";
import { dictGet, tableHas } from "./table.ts";
import { find } from "./table-search.ts";

/** Items compared in one step, and without a frame. */
const STRIDE = 2048;

type Container = PyList | PyTuple | PyDict | PySet;

/** Whether the two compare as containers of one kind that no script has redefined. */
function isContainerPair(a: Value, b: Value): boolean {
  if (isSequencePair(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  if (a.type === dictType) return b.type === dictType;
  return isSetType(a) && isSetType(b);
}

function isSetType(value: Exclude<Value, string | number | bigint | boolean>): boolean {
  return value.type === setType || value.type === frozenSetType;
}

/** `a <kind> b` of two lists, two tuples, two dicts (== and != only) or two sets. */
export function compareContainers(vm: Machine, kind: CompareKind, a: Container, b: Container): Result {
  const isNegated = kind === CompareKind.NotEqual;
  const wanted = isNegated ? CompareKind.Equal : kind;
  if (a instanceof PySet && (wanted === CompareKind.Greater || wanted === CompareKind.GreaterEqual)) {
    const mirrored = wanted === CompareKind.Greater ? CompareKind.Less : CompareKind.LessEqual;
    return compareContainers(vm, mirrored, b, a);
  }
  const quick = quickAnswer(vm, wanted, a, b);
  if (quick !== undefined) return quick !== isNegated;
  if (vm.error !== null) return undefined;
  return pushNative(vm, containerOp, { levels: [newLevel(wanted, a, b)], isNegated, left: 0 });
}

/** The answer that sizes alone, or items without Python, give. */
function quickAnswer(vm: Machine, kind: CompareKind, a: Container, b: Container): boolean | undefined {
  if (a instanceof PyDict || a instanceof PySet) {
    const sizes = sizesAllow(kind, a, b as PyDict);
    if (!sizes || a.size === 0) return sizes;
    if (a instanceof PyDict) return equalDicts(vm, a, b as PyDict, newAllowance(), 0);
    return a.size <= STRIDE ? quickSubset(vm, a, b as PySet) : undefined;
  }
  const other = b as PyList;
  if (kind === CompareKind.Equal && a instanceof PyList && a.items.length !== other.items.length) return false;
  charge(vm, Math.min(a.items.length, other.items.length));
  return compareSequences(kind, a.items, other.items);
}

function sizesAllow(kind: CompareKind, a: PyDict | PySet, b: PyDict | PySet): boolean {
  if (kind === CompareKind.Equal) {
    if (a instanceof PySet && a.hash !== null && (b as PySet).hash !== null && a.hash !== (b as PySet).hash)
      return false;
    return a.size === b.size;
  }
  return kind === CompareKind.Less ? a.size < b.size : a.size <= b.size;
}

function quickSubset(vm: Machine, a: PySet, b: PySet): boolean | undefined {
  for (const key of a.keys) {
    if (key === undefined) continue;
    const at = find(vm, b, key);
    if (at < -1) return undefined;
    if (at < 0) return false;
  }
  return true;
}

/** Whether two dicts are equal, if that can be told without Python and a frame. */
function equalDicts(vm: Machine, a: PyDict, b: PyDict, allowance: Allowance, depth: number): boolean | undefined {
  if (a.size !== b.size) return false;
  const { keys } = a;
  allowance.left -= keys.length;
  if (allowance.left < 0 || depth > LEAF_DEPTH) return undefined;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (key === undefined) continue;
    const to = find(vm, b, key);
    if (to < 0) return to < -1 ? undefined : false;
    const x = a.values[at] as Value;
    const y = b.values[to] as Value;
    if (x === y || isSame(x, y)) continue;
    const areDicts = typeof x === "object" && typeof y === "object" && x.type === dictType && y.type === dictType;
    const same = areDicts
      ? equalDicts(vm, x as PyDict, y as PyDict, allowance, depth + 1)
      : equalNested(y, x, allowance, depth + 1);
    if (same !== true) return same;
  }
  return true;
}

enum Stage {
  /** Go on to the item at `at`. */
  Next,
  /** The answer is what the other table has for the key. */
  LookUp,
  /** The answer tells whether the two items are equal. */
  Item,
  /** The answer is the result: the first items that differ were ordered. */
  Last,
}

/** Two containers being compared: for equality, or (only the outermost) for order. */
interface Level {
  readonly kind: CompareKind;
  readonly a: Container;
  readonly b: Container;
  at: number;
  stage: Stage;
  /** A value of the left dict. */
  left: Value | undefined;
}

interface ContainerState {
  readonly levels: Level[];
  readonly isNegated: boolean;
  /** Items that the step may still compare. */
  left: number;
}

function newLevel(kind: CompareKind, a: Container, b: Container): Level {
  return { kind, a, b, at: 0, stage: Stage.Next, left: undefined };
}

/** What a level answers when another was put on top of it, or in its place. */
const NESTED: unique symbol = Symbol("nested");
type LevelResult = Result | typeof NESTED;

const containerOp: NativeOp<ContainerState> = {
  name: "comparison of containers",
  step(vm, state, input) {
    const { levels } = state;
    let answer: Result = input;
    // The answer of a level that has ended is delivered in the same step, whatever the allowance.
    for (state.left = STRIDE; state.left > 0 || answer !== undefined; state.left--) {
      const level = levels[levels.length - 1] as Level;
      if (level.stage === Stage.Last && answer !== undefined) return answer;
      const result: LevelResult =
        level.a instanceof PyDict
          ? stepDict(vm, state, level, answer)
          : level.a instanceof PySet
            ? stepSet(vm, level, answer)
            : stepSequence(vm, state, level, answer);
      if (result === NESTED || result === DONE) {
        answer = undefined;
        continue;
      }
      if (result === undefined) return undefined;
      if (level.stage === Stage.Last) return result;
      levels.pop();
      if (levels.length === 0) return state.isNegated ? result !== true : result;
      answer = result;
    }
    return more(vm);
  },
};

/** One item of two sequences. DONE: go on with the next. */
function stepSequence(vm: Machine, state: ContainerState, level: Level, input: Result): LevelResult {
  const a = (level.a as PyList).items;
  const b = (level.b as PyList).items;
  let answer: LevelResult = input;
  // Where the items were compared by Python, that may have changed the lists.
  const left = a[level.at];
  const right = b[level.at];
  if (answer !== true && (left === undefined || right === undefined)) {
    return orderAnswer(level.kind, a.length - b.length);
  }
  if (level.stage === Stage.Next) {
    level.stage = Stage.Item;
    answer = ask(vm, state, left as Value, right as Value);
    if (answer === undefined || answer === NESTED) return answer;
  }
  if (answer === true) {
    level.at++;
    level.stage = Stage.Next;
    return DONE;
  }
  if (level.kind === CompareKind.Equal) return false;
  if (isSequencePair(left as Value, right as Value)) {
    state.levels.pop();
    return nest(vm, state, level.kind, left as PyList, right as PyList);
  }
  level.stage = Stage.Last;
  return compare(vm, level.kind, left as Value, right as Value);
}

/** One entry of two dicts of equal size. DONE: go on with the next. */
function stepDict(vm: Machine, state: ContainerState, level: Level, input: Result): LevelResult {
  const a = level.a as PyDict;
  let answer: LevelResult = input;
  if (level.stage === Stage.Next) {
    if (level.at === 0 && a.size !== (level.b as PyDict).size) return false;
    while (level.at < a.keys.length && a.keys[level.at] === undefined) level.at++;
    const key = a.keys[level.at];
    if (key === undefined) return true;
    level.left = a.values[level.at];
    level.stage = Stage.LookUp;
    answer = dictGet(vm, level.b as PyDict, key, DONE, hashAt(a, level.at));
    if (answer === undefined) return undefined;
  }
  if (level.stage === Stage.LookUp) {
    if (answer === DONE) return false;
    level.stage = Stage.Item;
    answer = ask(vm, state, answer as Value, level.left as Value);
    if (answer === undefined || answer === NESTED) return answer;
  }
  if (answer !== true) return false;
  level.at++;
  level.stage = Stage.Next;
  return DONE;
}

/** One key of a set that may be a subset of the other. DONE: go on with the next. */
function stepSet(vm: Machine, level: Level, input: Result): LevelResult {
  const a = level.a as PySet;
  const b = level.b as PySet;
  let answer: Result = input;
  if (level.stage === Stage.Next) {
    if (level.at === 0 && !sizesAllow(level.kind, a, b)) return false;
    while (level.at < a.keys.length && a.keys[level.at] === undefined) level.at++;
    const key = a.keys[level.at];
    if (key === undefined) return true;
    level.stage = Stage.LookUp;
    answer = tableHas(vm, b, key, hashAt(a, level.at));
    if (answer === undefined) return undefined;
  }
  if (answer !== true) return false;
  level.at++;
  level.stage = Stage.Next;
  return DONE;
}

/** Whether two items are equal; containers become a level of their own. */
function ask(vm: Machine, state: ContainerState, a: Value, b: Value): LevelResult {
  const size = sizeOf(a);
  charge(vm, size);
  state.left -= size >> 8;
  if (isSame(a, b)) return true;
  if (isContainerPair(a, b)) return nest(vm, state, CompareKind.Equal, a as Container, b as Container);
  return equals(vm, a, b);
}

function nest(vm: Machine, state: ContainerState, kind: CompareKind, a: Container, b: Container): LevelResult {
  if (kind === CompareKind.Equal && a instanceof PyList && a.items.length !== (b as PyList).items.length) return false;
  if (vm.fiber.top.depth + state.levels.length > vm.limits.recursion) {
    return raiseNew(vm, recursionErrorType, "maximum recursion depth exceeded in comparison");
  }
  state.levels.push(newLevel(kind, a, b));
  return NESTED;
}
