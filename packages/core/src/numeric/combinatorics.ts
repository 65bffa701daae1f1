// Factorials, permutations and combinations as balanced products.

import { Fault } from "./fault.ts";
import { type Int, normalize } from "./int.ts";
import { factorialBits, MAX_BITS } from "./int-size.ts";

const TOO_BIG = new Fault("OverflowError", "too many digits in integer");
const NEGATIVE_N = new Fault("ValueError", "n must be a non-negative integer");
const NEGATIVE_K = new Fault("ValueError", "k must be a non-negative integer");
const LARGEST_C_LONG = 9223372036854775807n;

/** low * (low + 1) * ... * high, splitting in halves so that factors stay of like size; 1 when empty. */
export function productOfRange(low: bigint, high: bigint): bigint {
  if (high < low) return 1n;
  if (high - low < 8n) {
    let product = low;
    for (let factor = low + 1n; factor <= high; factor++) product *= factor;
    return product;
  }
  const middle = (low + high) >> 1n;
  return productOfRange(low, middle) * productOfRange(middle + 1n, high);
}

/** math.factorial(n). Ask `factorialBits` first. */
export function factorial(n: Int): Int | Fault {
  if (n < 0) return new Fault("ValueError", "factorial() not defined for negative values");
  if (n > LARGEST_C_LONG) {
    return new Fault("OverflowError", "factorial() argument should not exceed 9223372036854775807");
  }
  if (n <= 18) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return product;
  }
  if (factorialBits(n) > MAX_BITS) return TOO_BIG;
  return normalize(productOfRange(2n, BigInt(n)));
}

/** An upper bound for the bits of perm(n, k) and comb(n, k), where 0 <= k <= n. */
export function fallingBits(n: Int, k: Int): number {
  return Math.ceil(Number(k) * Math.log2(Number(n) + 1) * (1 + 1e-12)) + 1;
}

/** math.perm(n, k): n * (n - 1) * ... of k factors. Ask `fallingBits` first. */
export function perm(n: Int, k: Int): Int | Fault {
  if (n < 0) return NEGATIVE_N;
  if (k < 0) return NEGATIVE_K;
  if (k > n) return 0;
  if (k > LARGEST_C_LONG) return new Fault("OverflowError", "k must not exceed 9223372036854775807");
  if (fallingBits(n, k) > MAX_BITS) return TOO_BIG;
  const top = BigInt(n);
  return normalize(productOfRange(top - BigInt(k) + 1n, top));
}

/** math.comb(n, k). Ask `fallingBits` (with the smaller of k and n - k) first. */
export function comb(n: Int, k: Int): Int | Fault {
  if (n < 0) return NEGATIVE_N;
  if (k < 0) return NEGATIVE_K;
  if (k > n) return 0;
  const top = BigInt(n);
  let count = BigInt(k);
  if (top - count < count) count = top - count;
  if (count > LARGEST_C_LONG) {
    return new Fault("OverflowError", "min(n - k, k) must not exceed 9223372036854775807");
  }
  if (fallingBits(top, count) > MAX_BITS) return TOO_BIG;
  return normalize(productOfRange(top - count + 1n, top) / productOfRange(2n, count));
}
