// The type complex: construction, operators, methods.
import { complexType } from "../objects/builtin-types.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import {
  type Complex,
  complexAbs,
  complexAdd,
  complexDiv,
  complexEqual,
  complexMul,
  complexPow,
  complexSub,
} from "../numeric/complex.ts";
import { Fault } from "../numeric/fault.ts";
import { hashComplex } from "../numeric/hash.ts";
import { equalsFloat } from "../numeric/int-float.ts";
import { complexRepr } from "../text/complex-text.ts";
import { raiseFault } from "../protocol/fault.ts";
import { asInt } from "../protocol/lookup.ts";
import { raiseValueError } from "../protocol/raise.ts";
import { plainReal } from "../protocol/real.ts";
import { newComplex } from "./complex-new.ts";
import { defineType, member, method, newMethod, type TypeEntry } from "./define.ts";
import { FORMAT } from "./format-method.ts";

/** The complex number that a value is (a real one too), a Fault when it is an int too large; undefined for others. */
function operand(value: Value): Complex | Fault | undefined {
  const plain = value instanceof PyPayload ? value.payload : value;
  if (plain instanceof PyComplex) return { re: plain.real, im: plain.imaginary };
  const real = plainReal(plain);
  return typeof real === "number" ? { re: real, im: 0 } : real;
}

type ComplexOperator = (a: Complex, b: Complex) => Complex | Fault;

function run(vm: Machine, operate: ComplexOperator, a: Complex, b: Complex): Result {
  const value = operate(a, b);
  return value instanceof Fault ? raiseFault(vm, value) : new PyComplex(value.re, value.im);
}

function partsOf(self: PyComplex): Complex {
  return { re: self.real, im: self.imaginary };
}

function forward(operate: ComplexOperator): TypeEntry {
  return method("value, /", (vm, self: PyComplex, other: Value) => {
    const b = operand(other);
    if (b === undefined) return NOT_IMPLEMENTED;
    return b instanceof Fault ? raiseFault(vm, b) : run(vm, operate, partsOf(self), b);
  });
}

function reflected(operate: ComplexOperator): TypeEntry {
  return method("value, /", (vm, self: PyComplex, other: Value) => {
    const a = operand(other);
    if (a === undefined) return NOT_IMPLEMENTED;
    return a instanceof Fault ? raiseFault(vm, a) : run(vm, operate, a, partsOf(self));
  });
}

function power(operand2: "base" | "exponent"): TypeEntry {
  return method("value, mod=None, /", (vm, self: PyComplex, other: Value, modulus?: Value) => {
    const b = operand(other);
    if (b === undefined) return NOT_IMPLEMENTED;
    if (b instanceof Fault) return raiseFault(vm, b);
    if (modulus !== undefined && modulus !== NONE) return raiseValueError(vm, "complex modulo");
    return operand2 === "base" ? run(vm, complexPow, partsOf(self), b) : run(vm, complexPow, b, partsOf(self));
  });
}

function equal(self: PyComplex, other: Value): boolean | undefined {
  const plain = other instanceof PyPayload ? other.payload : other;
  if (plain instanceof PyComplex) return complexEqual(partsOf(self), partsOf(plain));
  // Ints are compared exactly, also those that no float can hold.
  const whole = asInt(plain);
  if (whole !== undefined) return self.imaginary === 0 && equalsFloat(whole, self.real);
  return plain instanceof PyFloat ? self.imaginary === 0 && self.real === plain.v : undefined;
}

const unordered: TypeEntry = method("value, /", () => NOT_IMPLEMENTED);

/** A part of the number as an attribute; the convention leaves self as it is: the payload's instance. */
function part(read: (z: PyComplex) => number): TypeEntry {
  return member((_vm, self: Value) => {
    const plain = self instanceof PyPayload ? self.payload : self;
    return new PyFloat(read(plain as PyComplex));
  });
}

export function defineComplex(): void {
  defineType(complexType, "Complex numbers of double precision.", {
    __new__: newMethod("real=0, imag=0", newComplex),
    __repr__: method("", (_vm, self: PyComplex) => complexRepr(self.real, self.imaginary)),
    __hash__: method("", (_vm, self: PyComplex) => hashComplex(self.real, self.imaginary)),
    __lt__: unordered,
    __le__: unordered,
    __gt__: unordered,
    __ge__: unordered,
    __eq__: method("value, /", (_vm, self: PyComplex, other: Value) => equal(self, other) ?? NOT_IMPLEMENTED),
    __ne__: method("value, /", (_vm, self: PyComplex, other: Value) => {
      const same = equal(self, other);
      return same === undefined ? NOT_IMPLEMENTED : !same;
    }),
    __add__: forward(complexAdd),
    __radd__: reflected(complexAdd),
    __sub__: forward(complexSub),
    __rsub__: reflected(complexSub),
    __mul__: forward(complexMul),
    __rmul__: reflected(complexMul),
    __truediv__: forward(complexDiv),
    __rtruediv__: reflected(complexDiv),
    __pow__: power("base"),
    __rpow__: power("exponent"),
    __neg__: method("", (_vm, self: PyComplex) => new PyComplex(-self.real, -self.imaginary)),
    __pos__: method("", (_vm, self: PyComplex) => self),
    __abs__: method("", (vm, self: PyComplex) => {
      const size = complexAbs(partsOf(self));
      return size instanceof Fault ? raiseFault(vm, size) : new PyFloat(size);
    }),
    __bool__: method("", (_vm, self: PyComplex) => self.real !== 0 || self.imaginary !== 0),
    __complex__: method("", (_vm, self: PyComplex) => self),
    __getnewargs__: method("", (_vm, self: PyComplex) =>
      newTuple([new PyFloat(self.real), new PyFloat(self.imaginary)]),
    ),
    __format__: FORMAT,
    conjugate: method("", (_vm, self: PyComplex) => new PyComplex(self.real, -self.imaginary)),
    real: part((z) => z.real),
    imag: part((z) => z.imaginary),
  });
}
