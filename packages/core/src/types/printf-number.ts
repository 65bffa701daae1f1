// The number conversions of the % operator, which str and bytes share.
import type { Machine } from "../objects/machine.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Fault } from "../numeric/fault.ts";
import { type PrintfField, printfFloat, printfInt } from "../text/printf-format.ts";
import { index } from "../protocol/conversion.ts";
import { asInt } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { plainReal, double } from "../protocol/real.ts";
import { intOf } from "./int.ts";
import { integerRefusal, isNumeric } from "./printf.ts";

export const INTEGER_TYPES = "diuoxX";
export const FLOAT_TYPES = "eEfFgG";

/** Whether an argument of a number conversion needs no Python. */
export function isPlainNumber(type: string, value: Value): boolean {
  if (typeof value === "object") return value instanceof PyFloat;
  return !FLOAT_TYPES.includes(type) || typeof plainReal(value) === "number";
}

/** The argument as an int or float. */
export function convertNumber(vm: Machine, type: string, value: Value): Result {
  if (FLOAT_TYPES.includes(type)) return double(vm, value);
  const plain = asInt(value);
  if (plain !== undefined) return plain;
  if ("oxX".includes(type)) return index(vm, value);
  return isNumeric(value) ? intOf(vm, value) : raiseTypeError(vm, integerRefusal(type, value));
}

export function showNumber(vm: Machine, type: string, converted: Value, field: PrintfField): string | Fault {
  if (converted instanceof PyFloat) return printfFloat(converted.v, type, field);
  return printfInt(asInt(converted) as number, type, field, vm.limits.intTextDigits);
}
