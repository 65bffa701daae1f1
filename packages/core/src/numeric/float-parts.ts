// The parts of a double: mantissa and exponent, exact ratios, scaling with one rounding.

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
