// Powers, roots, exponentials and trigonometry, with the errors of C's library.
import { powPositive } from "../../numeric/float-power.ts";
import { Fault } from "../../numeric/fault.ts";

const DOMAIN: Fault = new Fault("ValueError", "math domain error");
export const RANGE: Fault = new Fault("OverflowError", "math range error");

type Unary = (x: number) => number | Fault;

/** A function whose nan means that the argument was outside its domain, as an infinity from a finite argument does. */
function guarded(compute: (x: number) => number): Unary {
  return (x) => {
    const result = compute(x);
    if (Number.isNaN(result) && !Number.isNaN(x)) return DOMAIN;
    return Number.isFinite(x) && !Number.isFinite(result) ? DOMAIN : result;
  };
}

/** The same where an infinity from a finite argument means overflow. */
function growing(compute: (x: number) => number): Unary {
  return (x) => {
    const result = compute(x);
    if (Number.isNaN(result) && !Number.isNaN(x)) return DOMAIN;
    return Number.isFinite(x) && !Number.isFinite(result) ? RANGE : result;
  };
}

/** 2 ** x, exact where it can be. */
function exp2(x: number): number {
  if (x === Number.NEGATIVE_INFINITY) return 0;
  return Number.isFinite(x) ? powPositive(2, x) : x;
}

function isOddInteger(y: number): boolean {
  return Number.isInteger(y) && Math.abs(y % 2) === 1;
}

/** math.pow, which knows no complex results. */
export function power(x: number, y: number): number | Fault {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const isOdd = isOddInteger(y);
  if (!Number.isFinite(y)) {
    const size = Math.abs(x);
    if (size === 1) return 1;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  if (!Number.isFinite(x) || x === 0) {
    if (x === 0 && y < 0) return DOMAIN;
    const size = Number.isFinite(x) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    return isOdd && (x < 0 || Object.is(x, -0)) ? -size : size;
  }
  if (x < 0 && !Number.isInteger(y)) return DOMAIN;
  const size = powPositive(Math.abs(x), y);
  if (!Number.isFinite(size)) return RANGE;
  return x < 0 && isOdd ? -size : size;
}

const TO_DEGREES = 180 / Math.PI;
const TO_RADIANS = Math.PI / 180;

function degrees(x: number): number {
  return x * TO_DEGREES;
}
function radians(x: number): number {
  return x * TO_RADIANS;
}

/** Every function of one argument, by its Python name. */
export const UNARY: Readonly<Record<string, Unary>> = {
  acos: guarded(Math.acos),
  acosh: guarded(Math.acosh),
  asin: guarded(Math.asin),
  asinh: guarded(Math.asinh),
  atan: guarded(Math.atan),
  atanh: guarded(Math.atanh),
  cbrt: guarded(Math.cbrt),
  cos: guarded(Math.cos),
  cosh: growing(Math.cosh),
  exp: growing(Math.exp),
  exp2: growing(exp2),
  expm1: growing(Math.expm1),
  fabs: Math.abs,
  log1p: guarded(Math.log1p),
  sin: guarded(Math.sin),
  sinh: growing(Math.sinh),
  sqrt: guarded(Math.sqrt),
  tan: guarded(Math.tan),
  tanh: guarded(Math.tanh),
  degrees,
  radians,
};
