// What the module math tells of ints alone: common divisors and multiples, and square roots.

import { Fault } from "./fault.ts";
import { type Int, normalize } from "./int.ts";
import { bitsOf } from "./int-size.ts";

/** The greatest common divisor, never negative. */
export function gcd(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") return gcdSmall(a, b);
  let [x, y] = [BigInt(a), BigInt(b)];
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  while (y > 9007199254740991n) [x, y] = reduced(x, y);
  if (y === 0n) return normalize(x);
  return gcdSmall(Number(y), Number(x % y));
}

/**
 * Two large ints with the same greatest common divisor, smaller: as many steps of Euclid's algorithm as the upper 50 bits
 * tell of, taken at once (Lehmer; Knuth, The Art of Computer Programming, 4.5.2).
 */
function reduced(x: bigint, y: bigint): [bigint, bigint] {
  const shift = BigInt(Math.max(0, bitsOf(x) - 50));
  let [a, b] = [Number(x >> shift), Number(y >> shift)];
  let [p, q, r, s] = [1, 0, 0, 1];
  while (b + r > 0 && b + s > 0) {
    const quotient = Math.floor((a + p) / (b + r));
    if (quotient !== Math.floor((a + q) / (b + s))) break;
    [p, q, r, s] = [r, s, p - quotient * r, q - quotient * s];
    [a, b] = [b, a - quotient * b];
  }
  if (q === 0) return [y, x % y];
  return [BigInt(p) * x + BigInt(q) * y, BigInt(r) * x + BigInt(s) * y];
}

function gcdSmall(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The least common multiple, never negative. */
export function lcm(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return 0;
  const product = (BigInt(a) / BigInt(gcd(a, b))) * BigInt(b);
  return normalize(product < 0n ? -product : product);
}

/** floor(sqrt(n)) exactly. */
export function isqrt(n: Int): Int | Fault {
  if (n < 0) return new Fault("ValueError", "isqrt() argument must be nonnegative");
  if (typeof n === "number") {
    const root = Math.floor(Math.sqrt(n));
    return root * root > n ? root - 1 : root;
  }
  return normalize(isqrtBig(n));
}

/** Integer square root of a bigint >= 0: Newton's iteration with precision that doubles each round. */
export function isqrtBig(n: bigint): bigint {
  const half = (bitsOf(n) + 1) >> 1;
  if (half <= 26) return BigInt(Math.floor(Math.sqrt(Number(n))));
  // The root of the leading bits to about a quarter of the length, then one Newton step at full length.
  const shift = half >> 1;
  const rough = isqrtBig(n >> BigInt(2 * shift)) << BigInt(shift);
  let root = (rough + n / rough) >> 1n;
  while (root * root > n) root -= 1n;
  while ((root + 1n) * (root + 1n) <= n) root += 1n;
  return root;
}
