// The number conversions of the % operator, which str and bytes share.
import type { Machine } from "../objects/machine.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Fault } from "../numeric/fault.ts";
import { type PrintfField, printfFloat, printfInt } from "../text/printf-format.ts";
import { type Conversion, unsupportedConversion } from "../text/printf-parse.ts";
import { index } from "../protocol/conversion.ts";
import { raiseFault } from "../protocol/fault.ts";
import { asInt } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { plainReal, double } from "../protocol/real.ts";
import { intOf } from "./int.ts";
import { integerRefusal, isNumeric } from "./printf.ts";

/** Whether an argument of a number conversion needs no Python. */
export function isPlainNumber({ isFloat }: Conversion, value: Value): boolean {
  if (typeof value === "object") return value instanceof PyFloat;
  return !isFloat || typeof plainReal(value) === "number";
}

/** The argument as an int or float, as a conversion of numbers wants it. */
export function convertNumber(vm: Machine, piece: Conversion, value: Value): Result {
  if (piece.isFloat) return double(vm, value);
  const { type } = piece;
  if (!piece.isInteger) return raiseFault(vm, unsupportedConversion(piece));
  const plain = asInt(value);
  if (plain !== undefined) return plain;
  if ("oxX".includes(type)) return index(vm, value);
  return isNumeric(value) ? intOf(vm, value) : raiseTypeError(vm, integerRefusal(type, value));
}

export function showNumber(vm: Machine, type: string, converted: Value, field: PrintfField): string | Fault {
  if (converted instanceof PyFloat) return printfFloat(converted.v, type, field);
  return printfInt(asInt(converted) as number, type, field, vm.limits.intTextDigits);
}
