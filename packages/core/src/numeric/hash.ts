// Hashes of numbers and tuples, equal to CPython's on 64-bit machines.

import type { Int } from "./int.ts";
import { normalize } from "./int.ts";
import { partsOf } from "./float-parts.ts";

/** The prime 2**61 - 1 (`sys.hash_info.modulus`): numbers hash to their residue modulo it. */
export const HASH_MODULUS = 2305843009213693951n;
/** hash(float('inf')) (`sys.hash_info.inf`). */
export const HASH_INFINITY = 314159;
/** Multiplies the hash of the imaginary part (`sys.hash_info.imag`). */
export const HASH_IMAGINARY = 1000003;

/** hash(n) of an int. */
export function hashInt(n: Int): Int {
  if (typeof n === "number") return n === -1 ? -2 : n;
  const rest = normalize(n % HASH_MODULUS);
  return rest === -1 ? -2 : rest;
}

/**
 * hash(x) of a float; equal to that of an equal int. In CPython the hash of a nan is that of the object's identity:
 * the caller has to give nan a hash of its own, here it is 0.
 */
export function hashFloat(x: number): Int {
  if (Number.isSafeInteger(x)) return x === -1 ? -2 : x + 0;
  if (!Number.isFinite(x)) return x > 0 ? HASH_INFINITY : x < 0 ? -HASH_INFINITY : 0;
  const { sign, mantissa, exponent } = partsOf(x);
  // 2**61 is 1 modulo the prime: a power of two rotates within 61 bits.
  const turn = ((exponent % 61) + 61) % 61;
  const hash = (BigInt(mantissa) << BigInt(turn)) % HASH_MODULUS;
  const signed = normalize(sign < 0 ? -hash : hash);
  return signed === -1 ? -2 : signed;
}

/** hash(complex(re, im)). */
export function hashComplex(re: number, im: number): Int {
  const combined = BigInt(hashFloat(re)) + BigInt(HASH_IMAGINARY) * BigInt(hashFloat(im));
  const hash = normalize(BigInt.asIntN(64, combined));
  return hash === -1 ? -2 : hash;
}

/**
 * A tuple's hash from those of its items, as in CPython since 3.8: one lane of xxHash64 (Yann Collet), without the
 * final mixing. In 32-bit halves rather than bigints: this is
 * on the path of foreign keys in dicts.
 */
export function hashTuple(items: readonly Int[]): Int {
  // 2870177450012600261 (PRIME64_5), high and low half.
  let high = 0x27d4eb2f;
  let low = 0x165667c5;
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Int;
    const itemHigh = upperHalf(item);
    const itemLow = lowerHalf(item);
    // acc += item * 14029467366897019727
    let sum = (low >>> 0) + (Math.imul(itemLow, 0x27d4eb4f) >>> 0);
    high = (high + high64(itemHigh, itemLow, 0xc2b2ae3d, 0x27d4eb4f) + (sum > 0xffffffff ? 1 : 0)) | 0;
    low = sum | 0;
    // acc = rotate left by 31
    const turnedHigh = (high << 31) | (low >>> 1);
    const turnedLow = (low << 31) | (high >>> 1);
    // acc *= 11400714785074694791
    sum = Math.imul(turnedLow, 0x85ebca87);
    high = high64(turnedHigh, turnedLow, 0x9e3779b1, 0x85ebca87) | 0;
    low = sum | 0;
  }
  // acc += len ^ (PRIME64_5 ^ 3527539)
  const total = (low >>> 0) + ((items.length ^ 0x165667c5 ^ 3527539) >>> 0);
  high = (high + 0x27d4eb2f + (total > 0xffffffff ? 1 : 0)) | 0;
  low = total | 0;
  if (high === -1 && low === -1) return 1546275796;
  return joinHalves(high, low);
}

// The upper 32 bits of a 64-bit product of (aHigh, aLow) and (bHigh, bLow).
function high64(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const a0 = aLow & 0xffff;
  const a1 = aLow >>> 16;
  const b0 = bLow & 0xffff;
  const b1 = bLow >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const other = a0 * b1 + (middle & 0xffff);
  const carried = a1 * b1 + Math.floor(middle / 65536) + Math.floor(other / 65536);
  return (carried + Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh)) | 0;
}

function joinHalves(high: number, low: number): Int {
  const value = high * 4294967296 + (low >>> 0);
  return Number.isSafeInteger(value) ? value : (BigInt(high) << 32n) + BigInt(low >>> 0);
}

/** CPython's hash of a frozenset from those of its items. */
export function foldHashes(hashes: readonly Int[]): Int {
  let high = 0;
  let low = 0;
  // Each item's bits are spread before they are mixed with the others', in any order.
  for (const hash of hashes) {
    const itemHigh = upperHalf(hash);
    const itemLow = lowerHalf(hash);
    const mixedHigh = itemHigh ^ ((itemHigh << 16) | (itemLow >>> 16));
    const mixedLow = itemLow ^ 89869747 ^ (itemLow << 16);
    high ^= high64(mixedHigh, mixedLow, 0, 3644798167);
    low ^= Math.imul(mixedLow, 3644798167);
  }
  let mixed = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  mixed ^= BigInt.asUintN(64, BigInt(hashes.length + 1) * 1927868237n);
  mixed ^= (mixed >> 11n) ^ (mixed >> 25n);
  mixed = BigInt.asIntN(64, mixed * 69069n + 907133923n);
  return mixed === -1n ? 590923713 : normalize(mixed);
}

function upperHalf(hash: Int): number {
  return typeof hash === "number" ? Math.floor(hash / 4294967296) | 0 : Number(BigInt.asIntN(32, hash >> 32n));
}

function lowerHalf(hash: Int): number {
  return typeof hash === "number" ? hash | 0 : Number(BigInt.asIntN(32, hash));
}
