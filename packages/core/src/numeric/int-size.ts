// How large ints are, and how large results will be: for refusing an operation before it is done.

import type { Int } from "./int.ts";

/** The most bits that any function here will build (V8's own bound on a bigint is 2**30). */
export const MAX_BITS: number = 2 ** 30 - 64;

// Powers of two whose comparison with a bigint costs O(1) (V8 compares lengths first).
const LADDER_EXPONENTS: readonly number[] = [65536, 32768, 16384, 8192, 4096, 2048, 1024, 512];
const LADDER: readonly bigint[] = LADDER_EXPONENTS.map((exponent) => 1n << BigInt(exponent));
const LADDER_TOP = 1n << 131072n;

function bitsOfNumber(magnitude: number): number {
  if (magnitude <= 0xffffffff) return 32 - Math.clz32(magnitude);
  return 64 - Math.clz32(Math.floor(magnitude / 0x100000000));
}

function bitsOfBig(magnitude: bigint): number {
  if (magnitude >= LADDER_TOP) {
    const hex = magnitude.toString(16);
    return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
  }
  let rest = magnitude;
  let bits = 0;
  for (let step = 0; step < LADDER.length; step++) {
    if (rest >= (LADDER[step] as bigint)) {
      const exponent = LADDER_EXPONENTS[step] as number;
      rest >>= BigInt(exponent);
      bits += exponent;
    }
  }
  // Below 2**512 now: split into pieces that a double holds exactly.
  while (rest > 0xffffffffffffn) {
    rest >>= 48n;
    bits += 48;
  }
  return bits + bitsOfNumber(Number(rest));
}

/** Exact number of bits of |n| (Python's `int.bit_length`); linear in the size, and very cheap below 2**53. */
export function bitsOf(n: Int): number {
  if (typeof n === "number") return bitsOfNumber(n < 0 ? -n : n);
  return bitsOfBig(n < 0n ? -n : n);
}

/** An upper bound, at most one too high, for the bits of a * b. */
export function productBits(a: Int, b: Int): number {
  if (a === 0 || b === 0) return 0;
  return bitsOf(a) + bitsOf(b);
}

/** An upper bound for the bits of base ** exponent (exponent >= 0); Infinity when beyond all doubles. */
export function powBits(base: Int, exponent: Int): number {
  if (base === 0 || base === 1 || base === -1) return 1;
  const bits = bitsOf(base);
  const times = Number(exponent);
  const magnitude = Number(base < 0 ? -base : base);
  // log2 of the base in doubles is right to a part in 1e15; one bit per 1e12 of slack covers it.
  const perFactor = Number.isFinite(magnitude) ? Math.min(Math.log2(magnitude), bits) : bits;
  const estimate = perFactor * times;
  return Math.floor(estimate + estimate * 1e-12) + 1;
}

/** An upper bound for the bits of n << shift (shift >= 0). */
export function shiftBits(n: Int, shift: Int): number {
  return n === 0 ? 0 : bitsOf(n) + Number(shift);
}

/** An upper bound for the bits of n! (Stirling's formula, rounded up). */
export function factorialBits(n: Int): number {
  const x = Number(n);
  if (x < 2) return 1;
  return Math.ceil((x * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI * x) + 1 / (12 * x)) / Math.LN2 + 1);
}

/** An upper bound for the bits of a sum or difference. */
export function sumBits(a: Int, b: Int): number {
  return Math.max(bitsOf(a), bitsOf(b)) + 1;
}

/** A bound for the decimal digits of an int of so many bits. */
export function decimalDigits(bits: number): number {
  return Math.floor(bits * 0.3010299956639812) + 1;
}

/** Python's `int.bit_length()`. */
export function bitLength(n: Int): number {
  return bitsOf(n);
}
