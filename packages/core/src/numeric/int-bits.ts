// Bitwise operations on ints as infinite two's complement, right beyond 32 bits.

import { Fault } from "./fault.ts";
import { type Int, normalize } from "./int.ts";
import { MAX_BITS, shiftBits } from "./int-size.ts";

const NEGATIVE_SHIFT = new Fault("ValueError", "negative shift count");
const TOO_BIG = new Fault("OverflowError", "too many digits in integer");

// 2**0 .. 2**52 as numbers.
const POWERS: readonly number[] = Array.from({ length: 53 }, (_, exponent) => 2 ** exponent);

/** a << count. Ask `shiftBits` first for a limit of your own. */
export function shiftLeft(a: Int, count: Int): Int | Fault {
  if (count < 0) return NEGATIVE_SHIFT;
  if (a === 0) return 0;
  if (typeof a === "number" && count <= 52) {
    const shifted = a * (POWERS[count as number] as number);
    if (Number.isSafeInteger(shifted)) return shifted;
  }
  if (shiftBits(a, count) > MAX_BITS) return TOO_BIG;
  return normalize(BigInt(a) << BigInt(count));
}

/** a >> count, rounding towards minus infinity. */
export function shiftRight(a: Int, count: Int): Int | Fault {
  if (count < 0) return NEGATIVE_SHIFT;
  if (typeof a === "number") {
    if (count > 52) return a < 0 ? -1 : 0;
    return Math.floor(a / (POWERS[count as number] as number));
  }
  if (count > MAX_BITS) return a < 0n ? -1 : 0;
  return normalize(a >> BigInt(count));
}

function fits32(a: Int): a is number {
  return typeof a === "number" && (a | 0) === a;
}

/** a & b. */
export function and(a: Int, b: Int): Int {
  if (fits32(a) && fits32(b)) return a & b;
  if (typeof a === "number" && typeof b === "number") {
    // High words by floor division, low words as unsigned 32 bits: two's complement in two pieces.
    const high = Math.floor(a / 4294967296) & Math.floor(b / 4294967296);
    return inPieces(high, (a & b) >>> 0);
  }
  return normalize(BigInt(a) & BigInt(b));
}

/** a | b. */
export function or(a: Int, b: Int): Int {
  if (fits32(a) && fits32(b)) return a | b;
  if (typeof a === "number" && typeof b === "number") {
    const high = Math.floor(a / 4294967296) | Math.floor(b / 4294967296);
    return inPieces(high, (a | b) >>> 0);
  }
  return normalize(BigInt(a) | BigInt(b));
}

/** a ^ b. */
export function xor(a: Int, b: Int): Int {
  if (fits32(a) && fits32(b)) return a ^ b;
  if (typeof a === "number" && typeof b === "number") {
    const high = Math.floor(a / 4294967296) ^ Math.floor(b / 4294967296);
    return inPieces(high, (a ^ b) >>> 0);
  }
  return normalize(BigInt(a) ^ BigInt(b));
}

// -2**53 can come out of two safe ints, and is itself not safe.
function inPieces(high: number, low: number): Int {
  const value = high * 4294967296 + low;
  return Number.isSafeInteger(value) ? value : BigInt(value);
}

/** ~a, that is -a - 1. */
export function invert(a: Int): Int {
  if (typeof a === "number") {
    const inverted = -a - 1;
    return Number.isSafeInteger(inverted) ? inverted : BigInt(inverted);
  }
  return normalize(~a);
}

function countBits32(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Python's `int.bit_count()`: the ones in the binary form of |a|. */
export function bitCount(a: Int): number {
  if (typeof a === "number") {
    const magnitude = Math.abs(a);
    return countBits32(magnitude | 0) + countBits32(Math.floor(magnitude / 4294967296));
  }
  const hex = (a < 0n ? -a : a).toString(16);
  let count = 0;
  for (let end = hex.length; end > 0; end -= 8) {
    count += countBits32(Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16) | 0);
  }
  return count;
}
