// Numbers out of Python values, as vectors, matrices and grids take them.
import {
  asInt,
  type Machine,
  plainReal,
  PyFloat,
  raiseOverflowError,
  raiseTypeError,
  typeOf,
  type Value,
} from "@krait/core/extend";

/** The double that a float or int is; undefined for everything else, and for an int too large for a float. */
export function realOf(value: Value | undefined): number | undefined {
  if (value instanceof PyFloat) return value.v;
  if (typeof value === "number") return value;
  if (value === undefined) return undefined;
  const real = plainReal(value);
  return typeof real === "number" ? real : undefined;
}

/** The same; TypeError, or OverflowError for an int too large. */
export function needReal(vm: Machine, value: Value): number | undefined {
  const real = realOf(value);
  if (real !== undefined) return real;
  if (asInt(value) !== undefined) return raiseOverflowError(vm, "int too large to convert to float");
  return raiseTypeError(vm, `must be real number, not ${typeOf(value).name}`);
}

/** An int, of no more than 53 bits: TypeError, or OverflowError for a larger one. */
export function needInt(vm: Machine, value: Value): number | undefined {
  if (typeof value === "number") return value;
  const whole = asInt(value);
  if (whole === undefined)
    return raiseTypeError(vm, `'${typeOf(value).name}' object cannot be interpreted as an integer`);
  return typeof whole === "number" ? whole : raiseOverflowError(vm, TOO_LARGE);
}

/** Integers of vectors and grids have no more than 53 bits. */
export const TOO_LARGE = "integer of more than 53 bits in a vector";
