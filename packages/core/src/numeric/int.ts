// Python ints as JS values: numbers while safe, bigints beyond, with the basic arithmetic.

/**
 * A Python int: a JS `number` exactly when it is a safe integer (and never -0), else a `bigint`.
 * All functions here expect that form and return it.
 */
export type Int = number | bigint;

const MAX_SAFE = 9007199254740991n;
const MIN_SAFE = -9007199254740991n;

/** Brings any bigint into the form of {@link Int}. */
export function normalize(value: bigint): Int {
  return value <= MAX_SAFE && value >= MIN_SAFE ? Number(value) : value;
}

/** Whether a JS number can stand for an int as it is (a safe integer, not -0). */
export function isSmall(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** `BigInt` itself costs as much as a sum even where there is nothing to convert. */
function big(a: Int): bigint {
  return typeof a === "bigint" ? a : BigInt(a);
}

/** a + b. */
export function add(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normalize(big(a) + big(b));
}

/** a - b. */
export function sub(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return normalize(big(a) - big(b));
}

/**
 * a * b. The caller keeps products below 2**30 bits (see `productBits` in int-size.ts): beyond, JS itself refuses.
 */
export function mul(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return normalize(big(a) * big(b));
}

/** -a. */
export function neg(a: Int): Int {
  return typeof a === "number" ? 0 - a : normalize(-a);
}

/** |a|. */
export function abs(a: Int): Int {
  if (typeof a === "number") return a < 0 ? -a : a;
  return a < 0n ? -a : a;
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Int, b: Int): -1 | 0 | 1 {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** a == b: with both in normal form, identical JS values. */
export function equal(a: Int, b: Int): boolean {
  return a === b;
}

/** -1, 0 or 1. */
export function sign(a: Int): -1 | 0 | 1 {
  if (a < 0) return -1;
  return a > 0 ? 1 : 0;
}

/** Whether the low bit is set. */
export function isOdd(a: Int): boolean {
  return typeof a === "number" ? a % 2 !== 0 : BigInt.asUintN(1, a) === 1n;
}
