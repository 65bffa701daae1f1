// What the module math tells of doubles alone: their parts as Python has them, and their neighbours.

import { Fault } from "./fault.ts";
import { bitsOfFloat, partsOf, scaleByPowerOfTwo } from "./float-parts.ts";
import type { Int } from "./int.ts";
import { bitsOf } from "./int-size.ts";

/** Python's `math.frexp`: x = m * 2**e with 0.5 <= |m| < 1; zeros, infinities and nan come back with e = 0. */
export function frexp(x: number): readonly [mantissa: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const { sign, mantissa, exponent } = partsOf(x);
  const bits = bitsOf(mantissa);
  return [(sign * mantissa) / 2 ** bits, exponent + bits];
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

/** Python's `math.modf`: [fractional part, integral part], both with the sign of x. */
export function modf(x: number): readonly [fraction: number, integral: number] {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? [x, x] : [x > 0 ? 0 : -0, x];
  const integral = Math.trunc(x);
  const fraction = x - integral;
  return [fraction === 0 && (x < 0 || Object.is(x, -0)) ? -0 : fraction, integral];
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

/** The double with these 64 bits. */
export function floatFromBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** Python's `math.ulp`: the value of the least significant bit of |x|. */
export function ulp(x: number): number {
  if (Number.isNaN(x)) return x;
  const magnitude = Math.abs(x);
  if (magnitude === Number.POSITIVE_INFINITY) return magnitude;
  return 2 ** partsOf(magnitude).exponent;
}
