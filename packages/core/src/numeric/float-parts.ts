// The parts of a double: mantissa and exponent, exact ratios, neighbours, scaling with one rounding.

import { Fault } from "./fault.ts";
import { type Int, normalize } from "./int.ts";
import { bitsOf } from "./int-size.ts";

/** The sign (1 or -1), integer mantissa below 2**53 and exponent with value = sign * mantissa * 2**exponent. */
export interface FloatParts {
  readonly sign: 1 | -1;
  readonly mantissa: number;
  readonly exponent: number;
}

/** The 64 bits of a double as an unsigned bigint. */
export function bitsOfFloat(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

/** The double with these 64 bits. */
export function floatFromBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** Takes a finite double apart exactly (subnormals have a short mantissa and exponent -1074). */
export function partsOf(x: number): FloatParts {
  const sign = x < 0 || Object.is(x, -0) ? -1 : 1;
  const size = sign * x;
  if (size < 2 ** -1022) return { sign, mantissa: size * 2 ** 537 * 2 ** 537, exponent: -1074 };
  // The rounded logarithm may be one off; this is several times faster than a DataView of its own.
  let exponent = Math.floor(Math.log2(size));
  let scaled = size * powerOfTwo(-exponent);
  if (scaled >= 2) {
    scaled /= 2;
    exponent++;
  } else if (scaled < 1) {
    scaled *= 2;
    exponent--;
  }
  return { sign, mantissa: scaled * 2 ** 52, exponent: exponent - 52 };
}

/** All powers of two that a double can be, from 2 ** -1074 on. */
const POWERS: readonly number[] = powersOfTwo();

// Doubling is exact, and a tenth of the work of so many powers: this runs when the engine is loaded.
function powersOfTwo(): number[] {
  const powers: number[] = [];
  for (let power = 2 ** -1074; power < Number.POSITIVE_INFINITY; power *= 2) powers.push(power);
  return powers;
}

/** 2 ** exponent from a table; the exponent is in -1074..1023. */
export function powerOfTwo(exponent: number): number {
  return POWERS[exponent + 1074] as number;
}

/** Python's `math.frexp`: x = m * 2**e with 0.5 <= |m| < 1; zeros, infinities and nan come back with e = 0. */
export function frexp(x: number): readonly [mantissa: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const { sign, mantissa, exponent } = partsOf(x);
  const bits = bitsOf(mantissa);
  return [(sign * mantissa) / 2 ** bits, exponent + bits];
}

/** mantissa * 2**exponent with a single rounding to the nearest double (ties to even); mantissa >= 0. */
export function scaleByPowerOfTwo(mantissa: bigint, exponent: number): number {
  const bits = bitsOf(mantissa);
  const top = bits + exponent;
  if (top > 1024) return mantissa === 0n ? 0 : Number.POSITIVE_INFINITY;
  if (top < -1074) return 0;
  // Bits that the result cannot keep: beyond 53, or below 2**-1074.
  const excess = Math.max(bits - 53, -1074 - exponent);
  if (excess <= 0) return multiplyPowerOfTwo(Number(mantissa), exponent);
  let kept = mantissa >> BigInt(excess);
  const rest = mantissa - (kept << BigInt(excess));
  const half = 1n << BigInt(excess - 1);
  if (rest > half || (rest === half && BigInt.asUintN(1, kept) === 1n)) kept += 1n;
  return multiplyPowerOfTwo(Number(kept), exponent + excess);
}

// Exact when the result is representable; 2**exponent itself may not be.
function multiplyPowerOfTwo(x: number, exponent: number): number {
  if (exponent > 970) return x * 2 ** 970 * 2 ** (exponent - 970);
  if (exponent < -1022) return x * 2 ** (exponent + 1074) * 2 ** -1074;
  return x * 2 ** exponent;
}

/** Python's `math.ldexp`: x * 2**exponent, rounded once. */
export function ldexp(x: number, exponent: Int): number | Fault {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (exponent > 5000) return new Fault("OverflowError", "math range error");
  if (exponent < -5000) return x < 0 ? -0 : 0;
  const parts = partsOf(x);
  const value = scaleByPowerOfTwo(BigInt(parts.mantissa), parts.exponent + Number(exponent));
  if (value === Number.POSITIVE_INFINITY) return new Fault("OverflowError", "math range error");
  return parts.sign * value;
}

/** Python's `float.is_integer`. */
export function isInteger(x: number): boolean {
  return Number.isInteger(x);
}

/** Python's `float.as_integer_ratio`: the exact value in lowest terms. */
export function asIntegerRatio(x: number): readonly [numerator: Int, denominator: Int] | Fault {
  if (Number.isNaN(x)) return new Fault("ValueError", "cannot convert NaN to integer ratio");
  if (!Number.isFinite(x)) return new Fault("OverflowError", "cannot convert Infinity to integer ratio");
  if (Number.isSafeInteger(x)) return [x + 0, 1];
  let { sign, mantissa, exponent } = partsOf(x);
  while (mantissa % 2 === 0 && exponent < 0) {
    mantissa /= 2;
    exponent++;
  }
  const signed = BigInt(sign * mantissa);
  if (exponent >= 0) return [normalize(signed << BigInt(exponent)), 1];
  return [normalize(signed), normalize(1n << BigInt(-exponent))];
}

/** The next double after x towards y, or `steps` doubles on (Python's `math.nextafter`). */
export function nextAfter(x: number, y: number, steps: Int = 1): number {
  if (Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  if (x === y || steps === 0) return steps === 0 ? x : y;
  const start = orderedBits(x);
  const goal = orderedBits(y);
  const count = BigInt(steps);
  const target = start < goal ? start + count : start - count;
  const arrived = start < goal ? target >= goal : target <= goal;
  if (arrived && !(target === 0n && count === 1n)) return y;
  if (target === 0n) return x < 0 ? -0 : 0;
  return target > 0n ? floatFromBits(target) : floatFromBits(-target | (1n << 63n));
}

// Doubles as integers in the same order, with both zeros at 0.
function orderedBits(x: number): bigint {
  const bits = bitsOfFloat(x);
  return bits >> 63n === 1n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** Python's `math.ulp`: the value of the least significant bit of |x|. */
export function ulp(x: number): number {
  if (Number.isNaN(x)) return x;
  const magnitude = Math.abs(x);
  if (magnitude === Number.POSITIVE_INFINITY) return magnitude;
  return 2 ** partsOf(magnitude).exponent;
}

/** Python's `math.modf`: [fractional part, integral part], both with the sign of x. */
export function modf(x: number): readonly [fraction: number, integral: number] {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? [x, x] : [x > 0 ? 0 : -0, x];
  const integral = Math.trunc(x);
  const fraction = x - integral;
  return [fraction === 0 && (x < 0 || Object.is(x, -0)) ? -0 : fraction, integral];
}
