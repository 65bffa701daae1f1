// The operators of float: arithmetic and comparison, with ints taken exactly where that matters.
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { complexPow } from "../numeric/complex.ts";
import { Fault } from "../numeric/fault.ts";
import { floatDiv, floatDivmod, floatFloorDiv, floatMod } from "../numeric/float-arithmetic.ts";
import { floatPow } from "../numeric/float-power.ts";
import { compareWithFloat } from "../numeric/int-float.ts";
import { CompareKind, orderAnswer } from "../protocol/compare.ts";
import { raiseFault } from "../protocol/fault.ts";
import { asInt } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { asFloat, plainReal } from "../protocol/real.ts";
import { method, type TypeEntry } from "./define.ts";

type FloatOperator = (vm: Machine, x: number, y: number) => Result;

function forward(operate: FloatOperator): TypeEntry {
  return method("value, /", (vm, self: PyFloat, other: Value) => {
    const y = plainReal(other);
    if (y === undefined) return NOT_IMPLEMENTED;
    return y instanceof Fault ? raiseFault(vm, y) : operate(vm, self.v, y);
  });
}

function reflected(operate: FloatOperator): TypeEntry {
  return method("value, /", (vm, self: PyFloat, other: Value) => {
    const x = plainReal(other);
    if (x === undefined) return NOT_IMPLEMENTED;
    return x instanceof Fault ? raiseFault(vm, x) : operate(vm, x, self.v);
  });
}

function plain(operate: (x: number, y: number) => number): FloatOperator {
  return (_vm, x, y) => new PyFloat(operate(x, y));
}

function faulting(operate: (x: number, y: number) => number | Fault): FloatOperator {
  return (vm, x, y) => {
    const value = operate(x, y);
    return value instanceof Fault ? raiseFault(vm, value) : new PyFloat(value);
  };
}

function divideWithRest(vm: Machine, x: number, y: number): Result {
  const pair = floatDivmod(x, y);
  return pair instanceof Fault ? raiseFault(vm, pair) : newTuple([new PyFloat(pair[0]), new PyFloat(pair[1])]);
}

/** `x ** y`: a complex number when x is negative and y has a fraction. */
function powerOfFloats(vm: Machine, x: number, y: number): Result {
  const value = floatPow(x, y);
  if (value === "complex") {
    const power = complexPow({ re: x, im: 0 }, { re: y, im: 0 });
    return power instanceof Fault ? raiseFault(vm, power) : new PyComplex(power.re, power.im);
  }
  return value instanceof Fault ? raiseFault(vm, value) : new PyFloat(value);
}

function power(operand: "base" | "exponent"): TypeEntry {
  return method("value, mod=None, /", (vm, self: PyFloat, other: Value, modulus?: Value) => {
    if (modulus !== undefined && modulus !== NONE) {
      return raiseTypeError(vm, "pow() 3rd argument not allowed unless all arguments are integers");
    }
    const y = plainReal(other);
    if (y === undefined) return NOT_IMPLEMENTED;
    if (y instanceof Fault) return raiseFault(vm, y);
    return operand === "base" ? powerOfFloats(vm, self.v, y) : powerOfFloats(vm, y, self.v);
  });
}

function comparison(kind: CompareKind): TypeEntry {
  return method("value, /", (_vm, self: PyFloat, other: Value) => {
    const x = self.v;
    const y = asFloat(other);
    if (y !== undefined) {
      if (Number.isNaN(x) || Number.isNaN(y)) return kind === CompareKind.NotEqual;
      return orderAnswer(kind, x < y ? -1 : x > y ? 1 : 0);
    }
    const n = asInt(other);
    if (n === undefined) return NOT_IMPLEMENTED;
    const order = compareWithFloat(n, x);
    return order === undefined ? kind === CompareKind.NotEqual : orderAnswer(kind, -order);
  });
}

const add = plain((x, y) => x + y);
const subtract = plain((x, y) => x - y);
const multiply = plain((x, y) => x * y);
const divide = faulting(floatDiv);
const floorDivide = faulting(floatFloorDiv);
const modulo = faulting(floatMod);

export function floatOperators(): Readonly<Record<string, TypeEntry>> {
  return {
    __lt__: comparison(CompareKind.Less),
    __le__: comparison(CompareKind.LessEqual),
    __eq__: comparison(CompareKind.Equal),
    __ne__: comparison(CompareKind.NotEqual),
    __gt__: comparison(CompareKind.Greater),
    __ge__: comparison(CompareKind.GreaterEqual),
    __add__: forward(add),
    __radd__: reflected(add),
    __sub__: forward(subtract),
    __rsub__: reflected(subtract),
    __mul__: forward(multiply),
    __rmul__: reflected(multiply),
    __mod__: forward(modulo),
    __rmod__: reflected(modulo),
    __divmod__: forward(divideWithRest),
    __rdivmod__: reflected(divideWithRest),
    __pow__: power("base"),
    __rpow__: power("exponent"),
    __neg__: method("", (_vm, self: PyFloat) => new PyFloat(-self.v)),
    __pos__: method("", (_vm, self: PyFloat) => self),
    __abs__: method("", (_vm, self: PyFloat) => new PyFloat(Math.abs(self.v))),
    __bool__: method("", (_vm, self: PyFloat) => self.v !== 0),
    __floordiv__: forward(floorDivide),
    __rfloordiv__: reflected(floorDivide),
    __truediv__: forward(divide),
    __rtruediv__: reflected(divide),
  };
}
