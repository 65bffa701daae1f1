// The type float: construction and methods; its operators stand in float-operators.ts.
import { floatType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyByteArray } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { floatHex, parseFloatHex } from "../numeric/float-hex.ts";
import { asIntegerRatio } from "../numeric/float-parts.ts";
import { hashFloat } from "../numeric/hash.ts";
import type { Int } from "../numeric/int.ts";
import { ceilFloat, floorFloat, fromFloat, roundFloatToInt } from "../numeric/int-float.ts";
import { roundFloat } from "../numeric/round.ts";
import { parseFloat } from "../text/float-parse.ts";
import { floatRepr } from "../text/float-repr.ts";
import { bytesRepr } from "../text/str-repr.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { call } from "../protocol/call.ts";
import { charge } from "../protocol/charge.ts";
import { raiseFault } from "../protocol/fault.ts";
import { hashOfIdentity } from "../protocol/hash.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { asFloat, isReal, real } from "../protocol/real.ts";
import { numericText } from "./ascii-number.ts";
import { byteArrayRepr } from "./byte-array-repr.ts";
import { classMethod, defineType, method, newMethod, property, type TypeEntry } from "./define.ts";
import { FORMAT } from "./format-method.ts";
import { floatOperators } from "./float-operators.ts";
import { classFor } from "../protocol/class-for.ts";
import { instanceOf } from "./new-payload.ts";

function parsed(vm: Machine, cls: PyType, text: string, shown?: () => string): Result {
  charge(vm, text.length * 8);
  const value = parseFloat(text, shown);
  return value instanceof Fault ? raiseFault(vm, value) : instanceOf(cls, floatType, new PyFloat(value));
}

const CONVERSION: Asking<{ readonly cls: PyType; readonly value: Value }> = {
  ask: (vm, { value }) => real(vm, value),
  take: (_vm, { cls }, answer) => instanceOf(cls, floatType, answer),
};

function newFloat(vm: Machine, cls: Value, value: Value = 0): Result {
  const type = classFor(vm, floatType, cls);
  if (type === undefined) return undefined;
  if (value instanceof PyFloat) return instanceOf(type, floatType, value);
  if (typeof value === "string") return parsed(vm, type, value);
  if (typeof value !== "object") {
    const plain = real(vm, value);
    return plain === undefined ? undefined : instanceOf(type, floatType, plain);
  }
  if (isReal(value)) return type === floatType ? real(vm, value) : asking(vm, CONVERSION, { cls: type, value });
  const text = asString(value);
  if (text !== undefined) return parsed(vm, type, text);
  if (isBuffer(value)) {
    const data = bufferOf(vm, value);
    if (data === undefined) return undefined;
    const isByteArray = value instanceof PyByteArray;
    return parsed(vm, type, numericText(data), () => (isByteArray ? byteArrayRepr(data) : bytesRepr(data)));
  }
  return raiseTypeError(vm, `float() argument must be a string or a real number, not '${typeOf(value).name}'`);
}

function fromHex(vm: Machine, cls: Value, string: Value): Result {
  const text = asString(string);
  if (text === undefined) return raiseTypeError(vm, "bad argument type for built-in operation");
  const value = parseFloatHex(text);
  if (value instanceof Fault) return raiseFault(vm, value);
  const plain = new PyFloat(value);
  return cls === floatType ? plain : call(vm, cls, [plain]);
}

function getFormat(vm: Machine, _cls: Value, name: Value): Result {
  const text = asString(name);
  if (text === undefined) return raiseBadArgument(vm, "__getformat__() argument", "str", name);
  if (text === "double" || text === "float") return "IEEE, little-endian";
  return raiseValueError(vm, "__getformat__() argument 1 must be 'double' or 'float'");
}

/** A conversion to int that may refuse nan and infinities. */
function toInt(convert: (x: number) => Int | Fault): TypeEntry {
  return method("", (vm, self: PyFloat) => {
    const value = convert(self.v);
    return value instanceof Fault ? raiseFault(vm, value) : value;
  });
}

function round(vm: Machine, self: PyFloat, digits?: Int): Result {
  const value = digits === undefined ? roundFloatToInt(self.v) : roundFloat(self.v, digits);
  if (value instanceof Fault) return raiseFault(vm, value);
  return digits === undefined ? value : new PyFloat(value as number);
}

const roundByDigits = converting([Want.Index], round);
const plain: TypeEntry = method("", (_vm, self: PyFloat) => self);

function methods(): Readonly<Record<string, TypeEntry>> {
  return {
    __new__: newMethod("x=0, /", newFloat),
    __repr__: method("", (_vm, self: PyFloat) => floatRepr(self.v)),
    __hash__: method("", (vm, self: PyFloat) => (Number.isNaN(self.v) ? hashOfIdentity(vm, self) : hashFloat(self.v))),
    __int__: toInt(fromFloat),
    __trunc__: toInt(fromFloat),
    __floor__: toInt(floorFloat),
    __ceil__: toInt(ceilFloat),
    __float__: plain,
    conjugate: plain,
    __round__: method("ndigits=None, /", (vm, self: PyFloat, digits?: Value) =>
      digits === NONE ? round(vm, self) : roundByDigits(vm, self, digits),
    ),
    __format__: FORMAT,
    __getnewargs__: method("", (_vm, self: PyFloat) => newTuple([self])),
    __getformat__: classMethod("typestr, /", getFormat),
    as_integer_ratio: method("", (vm, self: PyFloat) => {
      const ratio = asIntegerRatio(self.v);
      return ratio instanceof Fault ? raiseFault(vm, ratio) : newTuple(ratio);
    }),
    is_integer: method("", (_vm, self: PyFloat) => Number.isInteger(self.v)),
    hex: method("", (_vm, self: PyFloat) => floatHex(self.v)),
    fromhex: classMethod("string, /", fromHex),
    // The convention for properties leaves self as it is: the payload's instance.
    real: property((_vm, self: Value) => new PyFloat(asFloat(self) as number)),
    imag: property(() => new PyFloat(0)),
  };
}

export function defineFloat(): void {
  defineType(floatType, "Floating-point numbers of double precision.", { ...methods(), ...floatOperators() });
}
