// The operators of int: arithmetic, bits, comparison.
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { abs, compare, type Int, neg } from "../numeric/int.ts";
import { and, invert, or, shiftRight, xor } from "../numeric/int-bits.ts";
import { divmod, floorDiv, mod, trueDiv } from "../numeric/int-divide.ts";
import { powMod, type PowModState, powModStart, powModStep } from "../numeric/int-power.ts";
import { bitsOf } from "../numeric/int-size.ts";
import { CompareKind, orderAnswer } from "../protocol/compare.ts";
import { raiseFault } from "../protocol/fault.ts";
import { more, pushNative } from "../protocol/frames.ts";
import {
  addInts,
  chargeProduct,
  counted,
  multiplyInts,
  powerOfInts,
  shiftIntLeft,
  subtractInts,
} from "../protocol/integer-limit.ts";
import { asInt } from "../protocol/lookup.ts";
import { method, type TypeEntry } from "./define.ts";

type IntOperator = (vm: Machine, a: Int, b: Int) => Result;

function forward(operate: IntOperator): TypeEntry {
  return method("value, /", (vm, self: Int, other: Value) => {
    const b = asInt(other);
    return b === undefined ? NOT_IMPLEMENTED : operate(vm, self, b);
  });
}

function reflected(operate: IntOperator): TypeEntry {
  return method("value, /", (vm, self: Int, other: Value) => {
    const a = asInt(other);
    return a === undefined ? NOT_IMPLEMENTED : operate(vm, a, self);
  });
}

function comparison(kind: CompareKind): TypeEntry {
  return forward((_vm, a, b) => orderAnswer(kind, compare(a, b)));
}

/** An operation of numeric/ that may answer a fault. */
function faulting(operate: (a: Int, b: Int) => Int | Fault): IntOperator {
  return (vm, a, b) => {
    const value = operate(a, b);
    return value instanceof Fault ? raiseFault(vm, value) : counted(vm, value);
  };
}

function divide(vm: Machine, a: Int, b: Int): Result {
  chargeProduct(vm, a, b);
  const quotient = trueDiv(a, b);
  return quotient instanceof Fault ? raiseFault(vm, quotient) : new PyFloat(quotient);
}

function divideWithRest(vm: Machine, a: Int, b: Int): Result {
  chargeProduct(vm, a, b);
  const pair = divmod(a, b);
  return pair instanceof Fault ? raiseFault(vm, pair) : newTuple(pair);
}

/** Modular powers are worked in portions of about this many bit operations. */
const PORTION = 3e7;

const powerModuloOp: NativeOp<PowModState> = {
  name: "pow",
  step(vm, state) {
    const size = bitsOf(state.modulus);
    const value = powModStep(state, Math.max(1, Math.floor(PORTION / (size * size + 1000))));
    return value === undefined ? more(vm) : value;
  },
};

function powerModulo(vm: Machine, base: Int, exponent: Int, modulus: Int): Result {
  if (typeof base === "number" && typeof exponent === "number" && typeof modulus === "number") {
    const small = powMod(base, exponent, modulus);
    return small instanceof Fault ? raiseFault(vm, small) : small;
  }
  const value = powModStart(base, exponent, modulus);
  if (value instanceof Fault) return raiseFault(vm, value);
  if (typeof value !== "object") return value;
  // Small ones are done at once.
  if (value.exponentBits.length * bitsOf(modulus) ** 2 < PORTION) return powModStep(value, Number.POSITIVE_INFINITY);
  return pushNative(vm, powerModuloOp, value);
}

function power(vm: Machine, base: Int, exponent: Int, modulus: Value | undefined): Result {
  if (modulus === undefined || modulus === NONE) return powerOfInts(vm, base, exponent);
  const m = asInt(modulus);
  return m === undefined ? NOT_IMPLEMENTED : powerModulo(vm, base, exponent, m);
}

const bitAnd: IntOperator = (vm, a, b) => counted(vm, and(a, b));
const bitOr: IntOperator = (vm, a, b) => counted(vm, or(a, b));
const bitXor: IntOperator = (vm, a, b) => counted(vm, xor(a, b));
const floorDivide = faulting(floorDiv);
const modulo = faulting(mod);
const shiftIntRight = faulting(shiftRight);

export function intOperators(): Readonly<Record<string, TypeEntry>> {
  return {
    __lt__: comparison(CompareKind.Less),
    __le__: comparison(CompareKind.LessEqual),
    __eq__: comparison(CompareKind.Equal),
    __ne__: comparison(CompareKind.NotEqual),
    __gt__: comparison(CompareKind.Greater),
    __ge__: comparison(CompareKind.GreaterEqual),
    __add__: forward(addInts),
    __radd__: reflected(addInts),
    __sub__: forward(subtractInts),
    __rsub__: reflected(subtractInts),
    __mul__: forward(multiplyInts),
    __rmul__: reflected(multiplyInts),
    __mod__: forward(modulo),
    __rmod__: reflected(modulo),
    __divmod__: forward(divideWithRest),
    __rdivmod__: reflected(divideWithRest),
    __pow__: method("value, mod=None, /", (vm, self: Int, other: Value, modulus?: Value) => {
      const b = asInt(other);
      return b === undefined ? NOT_IMPLEMENTED : power(vm, self, b, modulus);
    }),
    __rpow__: method("value, mod=None, /", (vm, self: Int, other: Value, modulus?: Value) => {
      const a = asInt(other);
      return a === undefined ? NOT_IMPLEMENTED : power(vm, a, self, modulus);
    }),
    __neg__: method("", (vm, self: Int) => counted(vm, neg(self))),
    __pos__: method("", (_vm, self: Int) => self),
    __abs__: method("", (vm, self: Int) => counted(vm, abs(self))),
    __bool__: method("", (_vm, self: Int) => self !== 0),
    __invert__: method("", (vm, self: Int) => counted(vm, invert(self))),
    __lshift__: forward(shiftIntLeft),
    __rlshift__: reflected(shiftIntLeft),
    __rshift__: forward(shiftIntRight),
    __rrshift__: reflected(shiftIntRight),
    __and__: forward(bitAnd),
    __rand__: reflected(bitAnd),
    __xor__: forward(bitXor),
    __rxor__: reflected(bitXor),
    __or__: forward(bitOr),
    __ror__: reflected(bitOr),
    __floordiv__: forward(floorDivide),
    __rfloordiv__: reflected(floorDivide),
    __truediv__: forward(divide),
    __rtruediv__: reflected(divide),
  };
}
