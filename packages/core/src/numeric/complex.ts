// Arithmetic of complex numbers as CPython 3.13 does it.

import { copySign } from "./float-arithmetic.ts";
import { Fault } from "./fault.ts";
import { powPositive } from "./float-power.ts";
import { hypot2 } from "./hypot.ts";

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

const DIVISION = new Fault("ZeroDivisionError", "complex division by zero");
const ZERO_POWER = new Fault("ZeroDivisionError", "0.0 to a negative or complex power");
const POWER_RANGE = new Fault("OverflowError", "complex exponentiation");

/** a + b. */
export function complexAdd(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

/** a - b. */
export function complexSub(a: Complex, b: Complex): Complex {
  return { re: a.re - b.re, im: a.im - b.im };
}

/** -a. */
export function complexNeg(a: Complex): Complex {
  return { re: -a.re, im: -a.im };
}

/** a * b, by the school formula. */
export function complexMul(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** a / b, by Smith's algorithm (divide by the larger part of b first). */
export function complexDiv(a: Complex, b: Complex): Complex | Fault {
  const sizeRe = Math.abs(b.re);
  const sizeIm = Math.abs(b.im);
  if (sizeRe >= sizeIm) {
    if (sizeRe === 0) return DIVISION;
    const ratio = b.im / b.re;
    const denominator = b.re + b.im * ratio;
    return { re: (a.re + a.im * ratio) / denominator, im: (a.im - a.re * ratio) / denominator };
  }
  if (sizeIm >= sizeRe) {
    const ratio = b.re / b.im;
    const denominator = b.re * ratio + b.im;
    return { re: (a.re * ratio + a.im) / denominator, im: (a.im * ratio - a.re) / denominator };
  }
  return { re: Number.NaN, im: Number.NaN };
}

/** abs(a); a Fault when it is beyond the range of doubles. */
export function complexAbs(a: Complex): number | Fault {
  const size = hypot2(a.re, a.im);
  if (size === Number.POSITIVE_INFINITY && Number.isFinite(a.re) && Number.isFinite(a.im)) {
    return new Fault("OverflowError", "absolute value too large");
  }
  return size;
}

/** Whether both parts are equal (nan is equal to nothing). */
export function complexEqual(a: Complex, b: Complex): boolean {
  return a.re === b.re && a.im === b.im;
}

/** a ** b: small integer exponents by multiplication, others in polar form. */
export function complexPow(a: Complex, b: Complex): Complex | Fault {
  let result: Complex | Fault;
  if (b.im === 0 && Number.isInteger(b.re) && Math.abs(b.re) <= 100) result = powInteger(a, b.re);
  else result = powPolar(a, b);
  if (result instanceof Fault) return result;
  if (isInfinite(result.re) || isInfinite(result.im)) return POWER_RANGE;
  return result;
}

function isInfinite(x: number): boolean {
  return x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY;
}

function powInteger(a: Complex, exponent: number): Complex | Fault {
  if (exponent > 0) return powPositiveInteger(a, exponent);
  const power = complexDiv({ re: 1, im: 0 }, powPositiveInteger(a, -exponent));
  return power instanceof Fault ? ZERO_POWER : power;
}

function powPositiveInteger(a: Complex, exponent: number): Complex {
  let result: Complex = { re: 1, im: 0 };
  let square = a;
  for (let mask = 1; mask > 0 && exponent >= mask; mask *= 2) {
    if ((exponent & mask) !== 0) result = complexMul(result, square);
    square = complexMul(square, square);
  }
  return result;
}

function powPolar(a: Complex, b: Complex): Complex | Fault {
  if (b.re === 0 && b.im === 0) return { re: 1, im: 0 };
  if (a.re === 0 && a.im === 0) return b.im !== 0 || b.re < 0 ? ZERO_POWER : { re: 0, im: 0 };
  const size = hypot2(a.re, a.im);
  const angle = Math.atan2(a.im, a.re);
  let length = size > 0 && Number.isFinite(size) && Number.isFinite(b.re) ? powPositive(size, b.re) : size ** b.re;
  let phase = angle * b.re;
  if (b.im !== 0) {
    length *= Math.exp(-angle * b.im);
    phase += b.im * Math.log(size);
  }
  // The C library reports cos(inf) as a domain error, which CPython words like this.
  if (isInfinite(phase)) return ZERO_POWER;
  return { re: length * Math.cos(phase), im: length * Math.sin(phase) };
}

/** The conjugate. */
export function complexConjugate(a: Complex): Complex {
  return { re: a.re, im: -a.im };
}

/** cmath.polar: [size, angle]. */
export function complexPolar(a: Complex): readonly [size: number, angle: number] | Fault {
  const size = complexAbs(a);
  return size instanceof Fault ? size : [size, Math.atan2(a.im, a.re)];
}

/** cmath.sqrt, scaled so that nothing overflows on the way. */
export function complexSqrt(a: Complex): Complex {
  if (a.re === 0 && a.im === 0) return { re: 0, im: a.im };
  if (isInfinite(a.im)) return { re: Number.POSITIVE_INFINITY, im: a.im };
  if (a.re === Number.NEGATIVE_INFINITY) {
    return Number.isNaN(a.im) ? { re: a.im, im: Number.POSITIVE_INFINITY } : { re: 0, im: copySign(a.re, a.im) };
  }
  if (a.re === Number.POSITIVE_INFINITY) return { re: a.re, im: Number.isNaN(a.im) ? a.im : copySign(0, a.im) };
  const larger = Math.max(Math.abs(a.re), Math.abs(a.im));
  const unit = larger > 1e300 || larger < 1e-290 ? 2 ** (2 * Math.round(Math.log2(larger) / 2)) : 1;
  const re = a.re / unit;
  const im = Math.abs(a.im) / unit;
  const root = Math.sqrt((Math.abs(re) + hypot2(re, im)) / 2);
  const first = root * Math.sqrt(unit);
  const second = (im / (2 * root)) * Math.sqrt(unit);
  return a.re >= 0 ? { re: first, im: copySign(second, a.im) } : { re: second, im: copySign(first, a.im) };
}
