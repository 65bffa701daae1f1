// Comparison of list, tuple, dict and set with one of their own kind, however deep they nest.
import { dictType, frozenSetType, listType, setType, tupleType } from "../objects/builtin-types.ts";
import { recursionErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { DONE } from "../objects/singletons.ts";
import { PyDict, PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { compareText } from "../text/code-points.ts";
import { CompareKind, compare, equals, orderAnswer } from "./compare.ts";
import { more, pushNative } from "./frames.ts";
import { raiseNew } from "./raise.ts";
import { isSame, structuralEquals } from "./structural.ts";
import { dictGet, find, tableHas } from "./table.ts";

/** Items compared in one step, and without a frame. */
const STRIDE = 2048;
/** Containers nested deeper than this are compared by the native frame. */
const LEAF_DEPTH = 30;

type Container = PyList | PyTuple | PyDict | PySet;

/** How many items a comparison without a frame may still look at. */
interface Allowance {
  left: number;
}

/**
 * `a <kind> b` as a bool without running Python: of numbers, strings, and lists and tuples of such. Undefined when
 * Python must tell, or the operands are too large, or have no such order.
 */
export function leafCompare(kind: CompareKind, a: Value, b: Value): boolean | undefined {
  if (typeof a !== "object" || typeof b !== "object" || a instanceof PyFloat || b instanceof PyFloat) {
    return comparePlain(kind, a, b);
  }
  return compareNested(kind, a, b, { left: STRIDE }, 0);
}

function comparePlain(kind: CompareKind, a: Value, b: Value): boolean | undefined {
  if (typeof a === "string") {
    if (typeof b !== "string") return undefined;
    return a === b ? orderAnswer(kind, 0) : orderAnswer(kind, compareText(a, b));
  }
  const x = plainNumber(a);
  const y = plainNumber(b);
  if (x === undefined || y === undefined) return undefined;
  if (x !== x || y !== y) return kind === CompareKind.NotEqual;
  return orderAnswer(kind, x < y ? -1 : x > y ? 1 : 0);
}

function plainNumber(value: Value): number | bigint | undefined {
  switch (typeof value) {
    case "number":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    default:
      return value instanceof PyFloat ? value.v : undefined;
  }
}

function compareNested(kind: CompareKind, a: Value, b: Value, allowance: Allowance, depth: number): boolean | undefined {
  if (typeof a !== "object" || typeof b !== "object" || a instanceof PyFloat || b instanceof PyFloat) {
    return comparePlain(kind, a, b);
  }
  if (!isSequencePair(a, b) || depth > LEAF_DEPTH) return undefined;
  return compareItems(kind, (a as PyList).items, (b as PyList).items, allowance, depth);
}

function compareItems(
  kind: CompareKind,
  a: readonly Value[],
  b: readonly Value[],
  allowance: Allowance,
  depth: number,
): boolean | undefined {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i] as Value;
    const y = b[i] as Value;
    if (x === y || isSame(x, y)) continue;
    if (--allowance.left < 0) return undefined;
    const same = equalNested(x, y, allowance, depth + 1);
    if (same === undefined) return undefined;
    if (same) continue;
    if (kind === CompareKind.Equal || kind === CompareKind.NotEqual) return kind === CompareKind.NotEqual;
    return compareNested(kind, x, y, allowance, depth + 1);
  }
  return orderAnswer(kind, a.length - b.length);
}

function equalNested(x: Value, y: Value, allowance: Allowance, depth: number): boolean | undefined {
  if (typeof x !== "object" || typeof y !== "object") {
    if (typeof x === typeof y) return x === y;
    return structuralEquals(x, y, 0);
  }
  if (isSequencePair(x, y)) {
    if (depth > LEAF_DEPTH) return undefined;
    return compareItems(CompareKind.Equal, (x as PyList).items, (y as PyList).items, allowance, depth);
  }
  return x instanceof PyDict || x instanceof PySet ? undefined : structuralEquals(x, y, 0);
}

/** Whether both are lists or both tuples, with the comparison of the built-in types. */
function isSequencePair(a: Value, b: Value): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a.type !== b.type) return false;
  return a.type === listType || a.type === tupleType;
}

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
  return pushNative(vm, containerOp, { levels: [newLevel(wanted, a, b)], isNegated });
}

/** The answer that sizes alone, or items without Python, give. */
function quickAnswer(vm: Machine, kind: CompareKind, a: Container, b: Container): boolean | undefined {
  if (a instanceof PyDict || a instanceof PySet) {
    const sizes = sizesAllow(kind, a, b as PyDict);
    if (!sizes || a.size === 0) return sizes;
    if (a instanceof PySet && a.size <= STRIDE) return quickSubset(vm, a, b as PySet);
    return undefined;
  }
  const other = b as PyList;
  if (kind === CompareKind.Equal && a instanceof PyList && a.items.length !== other.items.length) return false;
  return compareItems(kind, a.items, other.items, { left: STRIDE }, 0);
}

function sizesAllow(kind: CompareKind, a: PyDict | PySet, b: PyDict | PySet): boolean {
  if (kind === CompareKind.Equal) {
    if (a instanceof PySet && a.hash !== null && (b as PySet).hash !== null && a.hash !== (b as PySet).hash) return false;
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

enum Stage {
  /** Go on to the item at `at`. */
  Next,
  /** The answer is what the other table has for the key. */
  LookUp,
  /** The answer tells whether `left` and `right` are equal. */
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
  left: Value | undefined;
  right: Value | undefined;
}

interface ContainerState {
  readonly levels: Level[];
  readonly isNegated: boolean;
}

function newLevel(kind: CompareKind, a: Container, b: Container): Level {
  return { kind, a, b, at: 0, stage: Stage.Next, left: undefined, right: undefined };
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
    for (let left = STRIDE; left > 0 || answer !== undefined; left--) {
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
  if (level.stage === Stage.Next) {
    const left = a[level.at];
    const right = b[level.at];
    if (left === undefined || right === undefined) return orderAnswer(level.kind, a.length - b.length);
    level.left = left;
    level.right = right;
    level.stage = Stage.Item;
    answer = ask(vm, state, left, right);
    if (answer === undefined || answer === NESTED) return answer;
  }
  if (answer === true) {
    level.at++;
    level.stage = Stage.Next;
    return DONE;
  }
  if (level.kind === CompareKind.Equal) return false;
  const { left, right } = level as { left: Value; right: Value };
  if (isSequencePair(left, right)) {
    state.levels.pop();
    return nest(vm, state, level.kind, left as PyList, right as PyList);
  }
  level.stage = Stage.Last;
  return compare(vm, level.kind, left, right);
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
    answer = dictGet(vm, level.b as PyDict, key, DONE);
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
    answer = tableHas(vm, b, key);
    if (answer === undefined) return undefined;
  }
  if (answer !== true) return false;
  level.at++;
  level.stage = Stage.Next;
  return DONE;
}

/** Whether two items are equal; containers become a level of their own. */
function ask(vm: Machine, state: ContainerState, a: Value, b: Value): LevelResult {
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
