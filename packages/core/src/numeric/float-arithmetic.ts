// Division of floats with Python's sign rules, and the few operations that JS lacks.

import { Fault } from "./fault.ts";
import { bitsOfFloat } from "./float-parts.ts";

const DIVISION = new Fault("ZeroDivisionError", "float division by zero");
const FLOOR = new Fault("ZeroDivisionError", "float floor division by zero");
const MODULO = new Fault("ZeroDivisionError", "float modulo by zero");
const DIVMOD = new Fault("ZeroDivisionError", "float divmod()");
const DOMAIN = new Fault("ValueError", "math domain error");

/** x / y. */
export function floatDiv(x: number, y: number): number | Fault {
  return y === 0 ? DIVISION : x / y;
}

/** x // y: the floor of the exact quotient, as CPython computes it from the remainder. */
export function floatFloorDiv(x: number, y: number): number | Fault {
  return y === 0 ? FLOOR : floorQuotient(x, y);
}

/** x % y, with the sign of y (also for a zero result). */
export function floatMod(x: number, y: number): number | Fault {
  return y === 0 ? MODULO : moduloPart(x, y);
}

/** [x // y, x % y]. */
export function floatDivmod(x: number, y: number): readonly [quotient: number, remainder: number] | Fault {
  return y === 0 ? DIVMOD : [floorQuotient(x, y), moduloPart(x, y)];
}

function moduloPart(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return y < 0 ? -0 : 0;
  return rest < 0 !== y < 0 ? rest + y : rest;
}

function floorQuotient(x: number, y: number): number {
  const rest = x % y;
  let quotient = (x - rest) / y;
  if (rest !== 0 && rest < 0 !== y < 0) quotient -= 1;
  if (quotient === 0) return x < 0 !== y < 0 || Object.is(x, -0) !== Object.is(y, -0) ? signedZero(x, y) : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function signedZero(x: number, y: number): number {
  const ratio = x / y;
  return ratio < 0 || Object.is(ratio, -0) ? -0 : 0;
}

/** math.fmod: the remainder with the sign of x. */
export function fmod(x: number, y: number): number | Fault {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(x) || y === 0) return DOMAIN;
  return x % y;
}

/** math.remainder: x - n*y for the integer n nearest to x / y, ties to even (IEEE 754). */
export function remainder(x: number, y: number): number | Fault {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(x) || y === 0) return DOMAIN;
  if (!Number.isFinite(y)) return x;
  const size = Math.abs(y);
  const rest = Math.abs(x) % size;
  const other = size - rest;
  let result: number;
  if (rest < other) result = rest;
  else if (rest > other) result = -other;
  else {
    // Exactly half way: whether the quotient below is even shows in half of the rest of |x|.
    result = rest - 2 * ((0.5 * (Math.abs(x) - rest)) % size);
  }
  return x < 0 || Object.is(x, -0) ? -result : result;
}

/** Copies the sign of y (also of zeros, and of a NaN as far as the engine keeps one) to |x|. */
export function copySign(x: number, y: number): number {
  const magnitude = Math.abs(x);
  const isNegative = y < 0 || Object.is(y, -0) || (Number.isNaN(y) && bitsOfFloat(y) >> 63n === 1n);
  return isNegative ? -magnitude : magnitude;
}
