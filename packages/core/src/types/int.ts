// The type int: construction and methods; its operators stand in int-operators.ts.
import { intType } from "../objects/builtin-types.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Answer } from "../objects/answer.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyByteArray, PyBytes } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { hashInt } from "../numeric/hash.ts";
import type { Int } from "../numeric/int.ts";
import { bitCount } from "../numeric/int-bits.ts";
import { fromFloat, toFloat } from "../numeric/int-float.ts";
import { bitLength, bitsOf } from "../numeric/int-size.ts";
import { roundInt } from "../numeric/round.ts";
import { parseInt, wrongBase } from "../text/int-parse.ts";
import { bytesRepr } from "../text/str-repr.ts";
import { askMethod, methodAnswer } from "../protocol/method-answer.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { callMethod } from "../protocol/call.ts";
import { charge } from "../protocol/charge.ts";
import { intText } from "../protocol/conversion.ts";
import { raiseFault } from "../protocol/fault.ts";
import { chargeProduct, withinLimit } from "../protocol/integer-limit.ts";
import { asInt, asString, special } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { ANSWER, deprecated, subclassAnswer, type WarnThen } from "../protocol/warn.ts";
import { numericText } from "./ascii-number.ts";
import { defineType, method, newMethod, property, type TypeEntry } from "./define.ts";
import { FORMAT } from "./format-method.ts";
import { intBytes } from "./int-bytes.ts";
import { intOperators } from "./int-operators.ts";
import { classFor } from "../protocol/class-for.ts";
import { instanceOf } from "./new-payload.ts";
import type { PyType } from "../objects/type.ts";

const MOST_DIGITS = 20_000;

/** The int written in a text, made an instance of `cls`. */
function parsed(vm: Machine, cls: PyType, text: string, base: Int, shown?: () => string): Result {
  // The host's conversion is about quadratic; longer texts are refused.
  charge(vm, text.length + Math.min(text.length, MOST_DIGITS) ** 2 / 64);
  const value = parseInt(text, base, { maxDigits: vm.limits.intTextDigits, ...(shown === undefined ? {} : { shown }) });
  if (value instanceof Fault) return raiseFault(vm, value);
  const limited = withinLimit(vm, value);
  return limited === undefined ? undefined : instanceOf(cls, intType, limited);
}

function parsedBytes(vm: Machine, cls: PyType, data: Uint8Array, base: Int): Result {
  return parsed(vm, cls, numericText(data), base, () => bytesRepr(data));
}

interface ConversionState {
  readonly cls: PyType;
  readonly value: Value;
  readonly method: Value;
  readonly name: "__int__" | "__index__" | "__trunc__";
}

const CONVERSION: Asking<ConversionState> = {
  ask: (vm, { method, value }) => callMethod(vm, method, value, []),
  take(vm, { cls, name }, answer) {
    const plain = asInt(answer);
    if (plain !== undefined) {
      const whole = instanceOf(cls, intType, plain);
      const isExact = typeof answer === "number" || typeof answer === "bigint" || name === "__trunc__";
      return isExact ? whole : deprecated(vm, subclassAnswer(name, "int", answer), ANSWER, whole);
    }
    if (name === "__trunc__") {
      const found = special(answer, "__index__");
      if (found !== undefined) return asking(vm, CONVERSION, { cls, value: answer, method: found, name: "__index__" });
      return raiseTypeError(vm, `__trunc__ returned non-Integral (type ${typeOf(answer).name})`);
    }
    return raiseTypeError(vm, `${name} returned non-int (type ${typeOf(answer).name})`);
  },
};

const TRUNC = "The delegation of int() to __trunc__ is deprecated.";

const DELEGATE: WarnThen<ConversionState> = { run: (vm, state) => asking(vm, CONVERSION, state) };

/** Asks for an exact int; one of a class of its own is asked for again as the plain one that it is. */
function intAnswer(name: "__int__" | "__index__"): Answer {
  return methodAnswer(name, (vm, answer) => {
    if (typeof answer === "number" || typeof answer === "bigint") return answer;
    const plain = asInt(answer);
    if (plain !== undefined) return deprecated(vm, subclassAnswer(name, "int", answer), ANSWER, plain);
    return raiseTypeError(vm, `${name} returned non-int (type ${typeOf(answer).name})`);
  });
}

const ANSWERS = { __int__: intAnswer("__int__"), __index__: intAnswer("__index__") } as const;

/** `int(value)` of what is no text: numbers as they are, others by `__int__`, `__index__` or `__trunc__`. */
function converted(vm: Machine, cls: PyType, value: Value): Result {
  if (value instanceof PyFloat) {
    const whole = fromFloat(value.v);
    return whole instanceof Fault ? raiseFault(vm, whole) : instanceOf(cls, intType, whole);
  }
  for (const name of ["__int__", "__index__", "__trunc__"] as const) {
    const found = special(value, name);
    if (found === undefined) continue;
    if (cls === intType && name !== "__trunc__") return askMethod(vm, ANSWERS[name], found, value);
    const state: ConversionState = { cls, value, method: found, name };
    return name === "__trunc__" ? deprecated(vm, TRUNC, DELEGATE, state) : asking(vm, CONVERSION, state);
  }
  const text = asString(value);
  if (text !== undefined) return parsed(vm, cls, text, 10);
  if (isBuffer(value)) {
    const data = bufferOf(vm, value);
    return data === undefined ? undefined : parsedBytes(vm, cls, data, 10);
  }
  return raiseTypeError(
    vm,
    `int() argument must be a string, a bytes-like object or a real number, not '${typeOf(value).name}'`,
  );
}

/** `int(value)` of a number. */
export function intOf(vm: Machine, value: Value): Result {
  return converted(vm, intType, value);
}

/** `int(text, base)`. */
function inBase(vm: Machine, cls: PyType, value: Value, base: Int): Result {
  const wrong = wrongBase(base);
  if (wrong !== null) return raiseFault(vm, wrong);
  const text = asString(value);
  if (text !== undefined) return parsed(vm, cls, text, base);
  const bytes = value instanceof PyPayload ? value.payload : value;
  if (bytes instanceof PyBytes || bytes instanceof PyByteArray) return parsedBytes(vm, cls, bytes.data, base);
  return raiseTypeError(vm, "int() can't convert non-string with explicit base");
}

const newInt = converting([Want.Any, Want.Index], (vm: Machine, cls: Value, value?: Value, base?: Int): Result => {
  const type = classFor(vm, intType, cls);
  if (type === undefined) return undefined;
  if (value === undefined) {
    return base === undefined ? instanceOf(type, intType, 0) : raiseTypeError(vm, "int() missing string argument");
  }
  if (base !== undefined) return inBase(vm, type, value, base);
  if (typeof value === "number" || typeof value === "bigint") return instanceOf(type, intType, value);
  if (typeof value === "string") return parsed(vm, type, value, 10);
  if (typeof value === "boolean") return instanceOf(type, intType, Number(value));
  return converted(vm, type, value);
});

const plain: TypeEntry = method("", (_vm, self: Int) => self);

function methods(): Readonly<Record<string, TypeEntry>> {
  return {
    __new__: newMethod("x=0, /, base=10", newInt),
    __repr__: method("", (vm, self: Int) => intText(vm, self)),
    __hash__: method("", (_vm, self: Int) => hashInt(self)),
    __int__: plain,
    __index__: plain,
    __trunc__: plain,
    __floor__: plain,
    __ceil__: plain,
    conjugate: plain,
    __float__: method("", (vm, self: Int) => {
      const value = toFloat(self);
      return value instanceof Fault ? raiseFault(vm, value) : new PyFloat(value);
    }),
    __round__: method(
      "ndigits=None, /",
      converting([Want.Index], (vm: Machine, self: Int, digits?: Int) => {
        chargeProduct(vm, self, self);
        return digits === undefined ? self : roundInt(self, digits);
      }),
    ),
    __format__: FORMAT,
    __getnewargs__: method("", (_vm, self: Int) => newTuple([self])),
    __sizeof__: method("", (_vm, self: Int) => 24 + 4 * Math.max(1, Math.ceil(bitsOf(self) / 30))),
    as_integer_ratio: method("", (_vm, self: Int) => newTuple([self, 1])),
    bit_count: method("", (vm, self: Int) => {
      chargeProduct(vm, self, self);
      return bitCount(self);
    }),
    bit_length: method("", (_vm, self: Int) => bitLength(self)),
    is_integer: method("", () => true),
    // The convention for properties leaves self as it is: a bool or the payload's instance.
    real: property((_vm, self: Value) => asInt(self)),
    numerator: property((_vm, self: Value) => asInt(self)),
    imag: property(() => 0),
    denominator: property(() => 1),
  };
}

export function defineInt(): void {
  defineType(intType, "Whole numbers of any size.", { ...methods(), ...intOperators(), ...intBytes() });
}
