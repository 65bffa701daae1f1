// The operators of vectors: part by part with a vector of the same type, or each part with the same number.
import {
  type Machine,
  method,
  NOT_IMPLEMENTED,
  type PyRecord,
  raiseOverflowError,
  raiseZeroDivision,
  type Result,
  type TypeEntry,
  type Value,
} from "@krait/core/extend";
import { realOf, TOO_LARGE } from "./numbers.ts";
import type { Compute, VectorKind } from "./vector-layouts.ts";

interface Operator {
  readonly name: string;
  readonly compute: Compute;
  /** With the operands exchanged: for a number on the left. */
  readonly exchanged: Compute;
  /** It raises where the right operand is 0. */
  readonly divides: boolean;
}

function operator(name: string, compute: Compute, divides = false): Operator {
  return { name, compute, exchanged: (a, b) => compute(b, a), divides };
}

const ADD = operator("add", (a, b) => a + b);
const SUBTRACT = operator("sub", (a, b) => a - b);
const MULTIPLY = operator("mul", (a, b) => a * b);
/** No integer is -0. */
const MULTIPLY_WHOLE = operator("mul", (a, b) => a * b + 0);
const DIVIDE = operator("truediv", (a, b) => a / b, true);
const FLOOR_DIVIDE = operator("floordiv", (a, b) => Math.floor(a / b) + 0, true);
const MODULO = operator(
  "mod",
  (a, b) => {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
  },
  true,
);

const OF_FLOATS: readonly Operator[] = [ADD, SUBTRACT, MULTIPLY, DIVIDE];
const OF_INTS: readonly Operator[] = [ADD, SUBTRACT, MULTIPLY_WHOLE, FLOOR_DIVIDE, MODULO];

/** A vector of ints that are exact, or undefined after raising OverflowError. */
function exact<V extends PyRecord>(vm: Machine, vector: V): Result {
  return vector.parts().every(Number.isSafeInteger) ? vector : raiseOverflowError(vm, TOO_LARGE);
}

function floatOperator<V extends PyRecord>(kind: VectorKind<V>, { compute, divides }: Operator): TypeEntry {
  return method("other, /", (vm, self: V, other: Value): Result => {
    if (kind.is(other)) {
      if (divides && other.parts().includes(0)) return raiseZeroDivision(vm, "vector division by zero");
      return kind.zip(self, other, compute);
    }
    const number = realOf(other);
    if (number === undefined) return NOT_IMPLEMENTED;
    if (divides && number === 0) return raiseZeroDivision(vm, "vector division by zero");
    return kind.scale(self, number, compute);
  });
}

function intOperator<V extends PyRecord>(kind: VectorKind<V>, { compute, divides }: Operator): TypeEntry {
  return method("other, /", (vm, self: V, other: Value): Result => {
    if (kind.is(other)) {
      if (divides && other.parts().includes(0)) return raiseZeroDivision(vm, "vector division by zero");
      return exact(vm, kind.zip(self, other, compute));
    }
    const number = wholeOf(other);
    if (number === undefined) return typeof other === "bigint" ? raiseOverflowError(vm, TOO_LARGE) : NOT_IMPLEMENTED;
    if (divides && number === 0) return raiseZeroDivision(vm, "vector division by zero");
    return exact(vm, kind.scale(self, number, compute));
  });
}

function wholeOf(value: Value): number | undefined {
  return typeof value === "number" ? value : typeof value === "boolean" ? Number(value) : undefined;
}

/** `number <operator> vector`. */
function reflected<V extends PyRecord>(kind: VectorKind<V>, { exchanged, divides }: Operator): TypeEntry {
  return method("other, /", (vm, self: V, other: Value): Result => {
    const number = kind.isWhole ? wholeOf(other) : realOf(other);
    if (number === undefined) {
      return kind.isWhole && typeof other === "bigint" ? raiseOverflowError(vm, TOO_LARGE) : NOT_IMPLEMENTED;
    }
    if (divides && self.parts().includes(0)) return raiseZeroDivision(vm, "vector division by zero");
    const vector = kind.scale(self, number, exchanged);
    return kind.isWhole ? exact(vm, vector) : vector;
  });
}

/** All operators of a type of vectors. In-place forms are these: a vector never changes. */
export function vectorOperators<V extends PyRecord>(kind: VectorKind<V>): Record<string, TypeEntry> {
  const entries: Record<string, TypeEntry> = {
    __neg__: method("", (_vm, self: V) => kind.scale(self, 0, kind.isWhole ? (a) => 0 - a : (a) => -a)),
    __pos__: method("", (_vm, self: V) => self),
  };
  for (const each of kind.isWhole ? OF_INTS : OF_FLOATS) {
    entries[`__${each.name}__`] = kind.isWhole ? intOperator(kind, each) : floatOperator(kind, each);
    entries[`__r${each.name}__`] = reflected(kind, each);
  }
  return entries;
}
