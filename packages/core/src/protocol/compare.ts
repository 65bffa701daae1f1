// Comparison: the six rich comparisons, equality as containers use it, and truth of their answers.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { Result, Value } from "../objects/value.ts";
import { compareWithFloat } from "../numeric/int-float.ts";
import { compareText } from "../text/code-points.ts";
import { attempt, type Attempt, type Refusal } from "./dispatch.ts";
import { pushNative } from "./frames.ts";
import { raiseTypeError } from "./raise.ts";
import { isSame, structuralEquals } from "./structural.ts";
import { truth } from "./truth.ts";

/** In the order of the comparison opcodes. */
export enum CompareKind {
  Less,
  LessEqual,
  Equal,
  NotEqual,
  Greater,
  GreaterEqual,
}

interface Comparison extends Refusal {
  readonly method: string;
  readonly reflected: string;
}

function ordering(method: string, reflected: string, symbol: string): Comparison {
  return {
    method,
    reflected,
    refuse: (vm, left, right) =>
      raiseTypeError(
        vm,
        `'${symbol}' not supported between instances of '${typeOf(left).name}' and '${typeOf(right).name}'`,
      ),
  };
}

const COMPARISONS: readonly Comparison[] = [
  ordering("__lt__", "__gt__", "<"),
  ordering("__le__", "__ge__", "<="),
  { method: "__eq__", reflected: "__eq__", refuse: (_vm, left, right) => isSame(left, right) },
  { method: "__ne__", reflected: "__ne__", refuse: (_vm, left, right) => !isSame(left, right) },
  ordering("__gt__", "__lt__", ">"),
  ordering("__ge__", "__le__", ">="),
];

/** The answer of an ordering when -1, 0 or 1 tells how `a` stands to `b`. */
export function orderAnswer(kind: CompareKind, order: number): boolean {
  switch (kind) {
    case CompareKind.Less:
      return order < 0;
    case CompareKind.LessEqual:
      return order <= 0;
    case CompareKind.Equal:
      return order === 0;
    case CompareKind.NotEqual:
      return order !== 0;
    case CompareKind.Greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

function compareNumbers(kind: CompareKind, a: number | bigint, b: number | bigint): boolean {
  return orderAnswer(kind, a < b ? -1 : a > b ? 1 : 0);
}

/** `a <kind> b`. The answer is any value, as `__lt__` and its kin may answer anything. */
export function compare(vm: Machine, kind: CompareKind, a: Value, b: Value): Result {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(kind, a, b);
  if (typeof a === "string" && typeof b === "string") {
    if (kind === CompareKind.Equal) return a === b;
    if (kind === CompareKind.NotEqual) return a !== b;
    return orderAnswer(kind, compareText(a, b));
  }
  if (a instanceof PyFloat) {
    if (b instanceof PyFloat) {
      if (Number.isNaN(a.v) || Number.isNaN(b.v)) return kind === CompareKind.NotEqual;
      return compareNumbers(kind, a.v, b.v);
    }
    if (typeof b === "number" || typeof b === "bigint") return compareMixed(kind, compareWithFloat(b, a.v), -1);
  } else if (b instanceof PyFloat && (typeof a === "number" || typeof a === "bigint")) {
    return compareMixed(kind, compareWithFloat(a, b.v), 1);
  } else if ((typeof a === "bigint" || typeof a === "number") && (typeof b === "bigint" || typeof b === "number")) {
    return compareNumbers(kind, a, b);
  }
  if (kind === CompareKind.Equal || (kind === CompareKind.NotEqual && !differsItself(a) && !differsItself(b))) {
    const same = structuralEquals(a, b, 0);
    if (same !== undefined) return kind === CompareKind.Equal ? same : !same;
  }
  return compareByMethods(vm, kind, a, b);
}

/** Whether the class of the object has a `__ne__` written in Python, which need not follow its `__eq__`. */
function differsItself(value: Value): boolean {
  return typeof value === "object" && !value.type.isBuiltin && !(value.type.lookup("__ne__") instanceof NativeFunction);
}

function compareMixed(kind: CompareKind, order: -1 | 0 | 1 | undefined, sign: 1 | -1): boolean {
  if (order === undefined) return kind === CompareKind.NotEqual;
  return orderAnswer(kind, order * sign);
}

function compareByMethods(vm: Machine, kind: CompareKind, a: Value, b: Value): Result {
  const comparison = COMPARISONS[kind] as Comparison;
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  const method = typeA.lookup(comparison.method);
  const reflected = typeB.lookup(comparison.reflected);
  const attempts: Attempt[] = [];
  // The right operand goes first when its class derives from the left one's.
  const rightFirst = typeA !== typeB && typeB.isSubtype(typeA);
  const right = reflected === undefined ? null : { method: reflected, self: b, other: a };
  if (right !== null && rightFirst) attempts.push(right);
  if (method !== undefined) attempts.push({ method, self: a, other: b });
  if (right !== null && !rightFirst) attempts.push(right);
  return attempt(vm, attempts, comparison, a, b);
}

/** `a is b or a == b`, as a bool: how containers compare items. */
export function equals(vm: Machine, a: Value, b: Value): Result {
  if (isSame(a, b)) return true;
  const same = structuralEquals(a, b, 0);
  if (same !== undefined) return same;
  return pushNative(vm, compareTruthOp, { kind: CompareKind.Equal, a, b, isCompared: false });
}

/** `bool(a <kind> b)`: how sorting and searching compare. */
export function compareTruth(vm: Machine, kind: CompareKind, a: Value, b: Value): Result {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(kind, a, b);
  if (typeof a === "string" && typeof b === "string") return compare(vm, kind, a, b);
  return pushNative(vm, compareTruthOp, { kind, a, b, isCompared: false });
}

interface CompareTruthState {
  readonly kind: CompareKind;
  readonly a: Value;
  readonly b: Value;
  isCompared: boolean;
}

const compareTruthOp: NativeOp<CompareTruthState> = {
  name: "comparison",
  step(vm, state, input) {
    let answer: Result = input;
    if (!state.isCompared) {
      state.isCompared = true;
      answer = compare(vm, state.kind, state.a, state.b);
      if (answer === undefined) return undefined;
    }
    return answer === undefined ? undefined : truth(vm, answer);
  },
};
