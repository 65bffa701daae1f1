// Comparison: the six rich comparisons, equality as containers use it, and truth of their answers.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import type { Answer } from "../objects/answer.ts";
import { dictType, listType, objectType, setType, tupleType } from "../objects/builtin-types.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { compareWithFloat } from "../numeric/int-float.ts";
import { compareText } from "../text/code-points.ts";
import { callUnary } from "./call.ts";
import { charge, sizeOf } from "./charge.ts";
import { compareContainers } from "./container-compare.ts";
import { attempt, type Attempt, type Refusal, unlessRefused } from "./dispatch.ts";
import { pushNative } from "./frames.ts";
import { isAsked, takePlainly } from "./method-answer.ts";
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
  /** What becomes of the answer of the left operand's method, and of the right one's when that is asked last. */
  readonly answer: Answer;
  readonly lastAnswer: Answer;
  /** For those who want the truth of the answer. */
  readonly truth: Answer;
}

function comparison(
  kind: CompareKind,
  method: string,
  reflected: string,
  refuse: (vm: Machine, left: Value, right: Value) => Result,
): Comparison {
  return {
    method,
    reflected,
    refuse,
    answer: unlessRefused((vm, left, right) => attemptRight(vm, kind, left, right)),
    lastAnswer: unlessRefused((vm, right, left) => refuse(vm, left, right)),
    truth: truthAnswer(kind),
  };
}

function ordering(kind: CompareKind, method: string, reflected: string, symbol: string): Comparison {
  return comparison(kind, method, reflected, (vm, left, right) =>
    raiseTypeError(
      vm,
      `'${symbol}' not supported between instances of '${typeOf(left).name}' and '${typeOf(right).name}'`,
    ),
  );
}

const COMPARISONS: readonly Comparison[] = [
  ordering(CompareKind.Less, "__lt__", "__gt__", "<"),
  ordering(CompareKind.LessEqual, "__le__", "__ge__", "<="),
  comparison(CompareKind.Equal, "__eq__", "__eq__", (_vm, left, right) => isSame(left, right)),
  comparison(CompareKind.NotEqual, "__ne__", "__ne__", (_vm, left, right) => !isSame(left, right)),
  ordering(CompareKind.Greater, "__gt__", "__lt__", ">"),
  ordering(CompareKind.GreaterEqual, "__ge__", "__le__", ">="),
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
    charge(vm, a.length);
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

/** Whether two of the type are compared by their items. */
function hasItems(type: PyType, kind: CompareKind): boolean {
  if (type === listType || type === tupleType || type === setType) return true;
  return type === dictType && (kind === CompareKind.Equal || kind === CompareKind.NotEqual);
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
  if (typeof a === "object" && typeof b === "object" && a.type === b.type && hasItems(a.type, kind)) {
    return compareContainers(vm, kind, a as PySet, b as PySet);
  }
  const comparison = COMPARISONS[kind] as Comparison;
  if (isFirst(a, b)) {
    const type = typeOf(a);
    const method = type.lookup(comparison.method);
    if (isAsked(vm, comparison.answer, method, a, b)) return undefined;
    if (kind === CompareKind.NotEqual) {
      // `object.__ne__` denies what `__eq__` answers.
      if (isInherited(type) && isAsked(vm, deniedAnswer, type.lookup("__eq__"), a, b)) return undefined;
    } else if (method === undefined || method instanceof NativeFunction) {
      const answer = method === undefined ? NOT_IMPLEMENTED : callUnary(vm, method, a, b);
      if (answer !== NOT_IMPLEMENTED) return answer;
      if (isAsked(vm, comparison.lastAnswer, typeOf(b).lookup(comparison.reflected), b, a)) return undefined;
    }
  }
  return attempt(vm, attemptsOf(comparison, a, b), comparison, a, b);
}

/** Whether the left operand's method is tried first: unless the right one's class derives from its. */
function isFirst(a: Value, b: Value): boolean {
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  return typeA === typeB || !typeB.isSubtype(typeA);
}

function isInherited(type: PyType): boolean {
  const method = type.lookup("__ne__");
  return method instanceof NativeFunction && method.owner === objectType;
}

function attemptsOf(comparison: Comparison, a: Value, b: Value): Attempt[] {
  const method = typeOf(a).lookup(comparison.method);
  const reflected = typeOf(b).lookup(comparison.reflected);
  const attempts: Attempt[] = [];
  if (method !== undefined) attempts.push({ method, self: a, other: b });
  if (reflected === undefined) return attempts;
  const right = { method: reflected, self: b, other: a };
  if (isFirst(a, b)) attempts.push(right);
  else attempts.unshift(right);
  return attempts;
}

/** What comes after the left operand's method has answered NotImplemented. */
function attemptRight(vm: Machine, kind: CompareKind, a: Value, b: Value): Result {
  const comparison = COMPARISONS[kind] as Comparison;
  return attempt(vm, attemptsOf(comparison, a, b).slice(1), comparison, a, b);
}

/** The truth of that answer. */
function truthAnswer(kind: CompareKind): Answer {
  return {
    passes: false,
    take(vm, given, a, b) {
      const answer = given === NOT_IMPLEMENTED ? attemptRight(vm, kind, a, b) : given;
      return answer === undefined ? undefined : truth(vm, answer);
    },
  };
}

/** `a != b` by an `__eq__` written in Python. */
const deniedAnswer: Answer = {
  passes: false,
  take(vm, answer, a, b) {
    if (answer === NOT_IMPLEMENTED) {
      // What the others answer is not to be denied.
      takePlainly(vm.fiber);
      return attemptRight(vm, CompareKind.NotEqual, a, b);
    }
    const isEqual = truth(vm, answer);
    return isEqual === undefined ? undefined : !isEqual;
  },
};

/** `a is b or a == b`, as a bool: how containers compare items. */
export function equals(vm: Machine, a: Value, b: Value): Result {
  charge(vm, sizeOf(a));
  if (isSame(a, b)) return true;
  const same = structuralEquals(a, b, 0);
  if (same !== undefined) return same;
  return askTruth(vm, CompareKind.Equal, a, b);
}

/** `bool(a <kind> b)`: how sorting and searching compare. */
export function compareTruth(vm: Machine, kind: CompareKind, a: Value, b: Value): Result {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(kind, a, b);
  if (typeof a === "string" && typeof b === "string") return compare(vm, kind, a, b);
  return askTruth(vm, kind, a, b);
}

function askTruth(vm: Machine, kind: CompareKind, a: Value, b: Value): undefined {
  const { method, truth: answer } = COMPARISONS[kind] as Comparison;
  if (isFirst(a, b) && isAsked(vm, answer, typeOf(a).lookup(method), a, b)) return undefined;
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
    }
    return answer === undefined ? undefined : truth(vm, answer);
  },
};
