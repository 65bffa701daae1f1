// Functions on numbers: abs, divmod, pow, round, bin, oct, hex.
import { complexType, floatType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyFloat } from "../objects/numbers.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { roundFloat } from "../numeric/round.ts";
import { arithmetic } from "../protocol/arithmetic.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { callMethod } from "../protocol/call.ts";
import { index } from "../protocol/conversion.ts";
import { BinaryKind, binary } from "../protocol/operators.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";

export function abs(vm: Machine, value: Value): Result {
  if (typeof value === "number") return Math.abs(value);
  if (value instanceof PyFloat) return new PyFloat(Math.abs(value.v));
  const method = typeOf(value).lookup("__abs__");
  if (method === undefined) return raiseTypeError(vm, `bad operand type for abs(): '${typeOf(value).name}'`);
  return callMethod(vm, method, value, []);
}

export function divmod(vm: Machine, left: Value, right: Value): Result {
  if (typeof left === "number" && typeof right === "number" && left >= 0 && right > 0) {
    // Exact: the product is not above `left`.
    const quotient = Math.floor(left / right);
    return newTuple([quotient, left - quotient * right]);
  }
  return binary(vm, BinaryKind.DivideWithRest, left, right);
}

interface PowerState {
  readonly base: Value;
  readonly exponent: Value;
  readonly modulus: Value;
}

const POWER: Asking<PowerState> = {
  ask(vm, { base, exponent, modulus }) {
    const method = typeOf(base).lookup("__pow__");
    return method === undefined ? NOT_IMPLEMENTED : callMethod(vm, method, base, [exponent, modulus]);
  },
  take(vm, { base, exponent, modulus }, answer) {
    if (answer !== NOT_IMPLEMENTED) return answer;
    // A native type of the exponent may have the better message; Python's `__rpow__` is never asked with a modulus.
    const reflected = typeOf(exponent).lookup("__rpow__");
    if (reflected instanceof NativeFunction) {
      const other = callMethod(vm, reflected, exponent, [base, modulus]);
      if (other !== NOT_IMPLEMENTED) return other;
    }
    // The modulus is asked last: a float refuses to be one.
    if (typeOf(modulus).isSubtype(floatType)) {
      return raiseTypeError(vm, "pow() 3rd argument not allowed unless all arguments are integers");
    }
    if (typeOf(modulus).isSubtype(complexType)) return raiseValueError(vm, "complex modulo");
    const names = [base, exponent, modulus].map((value) => `'${typeOf(value).name}'`).join(", ");
    return raiseTypeError(vm, `unsupported operand type(s) for ** or pow(): ${names}`);
  },
};

export function pow(vm: Machine, base: Value, exponent: Value, modulus: Value = NONE): Result {
  if (modulus !== NONE) return asking(vm, POWER, { base, exponent, modulus });
  const left = typeOf(base);
  // The operator's own message names only the operator.
  if (left.lookup("__pow__") === undefined && typeOf(exponent).lookup("__rpow__") === undefined) {
    return raiseTypeError(
      vm,
      `unsupported operand type(s) for ** or pow(): '${left.name}' and '${typeOf(exponent).name}'`,
    );
  }
  return arithmetic(vm, BinaryKind.Power, base, exponent);
}

export function round(vm: Machine, number: Value, digits: Value = NONE): Result {
  if (number instanceof PyFloat && typeof digits === "number") {
    const rounded = roundFloat(number.v, digits);
    if (typeof rounded === "number") return new PyFloat(rounded);
  }
  const method = typeOf(number).lookup("__round__");
  if (method === undefined) return raiseTypeError(vm, `type ${typeOf(number).name} doesn't define __round__ method`);
  return callMethod(vm, method, number, digits === NONE ? [] : [digits]);
}

interface BaseState {
  readonly value: Value;
  readonly base: 2 | 8 | 16;
  readonly prefix: string;
}

const BASE: Asking<BaseState> = {
  ask: (vm, { value }) => index(vm, value),
  take: (_vm, state, answer) => inBase(state, answer as number | bigint),
};

function inBase({ base, prefix }: BaseState, value: number | bigint): string {
  const text = value.toString(base);
  return text.startsWith("-") ? `-${prefix}${text.slice(1)}` : prefix + text;
}

function baseFunction(base: 2 | 8 | 16, prefix: string): (vm: Machine, value: Value) => Result {
  return (vm, value) => {
    const state: BaseState = { value, base, prefix };
    return typeof value === "number" ? inBase(state, value) : asking(vm, BASE, state);
  };
}

export const bin: (vm: Machine, value: Value) => Result = baseFunction(2, "0b");
export const oct: (vm: Machine, value: Value) => Result = baseFunction(8, "0o");
export const hex: (vm: Machine, value: Value) => Result = baseFunction(16, "0x");
