// Sums and sums of products of doubles with a single rounding (math.fsum, math.sumprod, math.fma).

import { twoProduct } from "./double-double.ts";
import { Fault } from "./fault.ts";
import { partsOf, scaleByPowerOfTwo } from "./float-parts.ts";

/**
 * A running exact sum: doubles that do not overlap, in increasing size, whose mathematical sum is the total
 * (Jonathan Shewchuk's expansions). Plain data: a caller may add in portions.
 */
export interface ExactSum {
  readonly partials: number[];
  /** Sum of the infinities and nans met so far, else 0. */
  special: number;
  /** Sum of the infinities alone: nan when both signs came. */
  infinities: number;
}

const OVERFLOW = new Fault("OverflowError", "intermediate overflow in fsum");
const OPPOSITE = new Fault("ValueError", "-inf + inf in fsum");

/** An empty sum. */
export function exactSum(): ExactSum {
  return { partials: [], special: 0, infinities: 0 };
}

/** Adds x; a Fault when finite values overflow on the way. */
export function addExactly(sum: ExactSum, x: number): Fault | undefined {
  if (!Number.isFinite(x)) {
    sum.special += x;
    if (!Number.isNaN(x)) sum.infinities += x;
    return undefined;
  }
  const { partials } = sum;
  let carried = x;
  let count = 0;
  for (let index = 0; index < partials.length; index++) {
    let other = partials[index] as number;
    if (Math.abs(carried) < Math.abs(other)) [carried, other] = [other, carried];
    const high = carried + other;
    const low = other - (high - carried);
    if (low !== 0) partials[count++] = low;
    carried = high;
  }
  partials.length = count;
  if (!Number.isFinite(carried)) return OVERFLOW;
  if (carried !== 0) partials.push(carried);
  return undefined;
}

/** The double nearest to the total. */
export function roundExactSum(sum: ExactSum): number | Fault {
  if (sum.special !== 0) return Number.isNaN(sum.infinities) ? OPPOSITE : sum.special;
  const { partials } = sum;
  let index = partials.length - 1;
  if (index < 0) return 0;
  let high = partials[index] as number;
  let low = 0;
  while (index > 0) {
    const before = high;
    const next = partials[--index] as number;
    high = before + next;
    low = next - (high - before);
    if (low !== 0) break;
  }
  // Exactly half way, and what remains below points away from the even neighbour: round the other way.
  if (index > 0 && low !== 0 && low < 0 === (partials[index - 1] as number) < 0) {
    const twice = low * 2;
    const candidate = high + twice;
    if (twice === candidate - high) high = candidate;
  }
  return high;
}

/** math.fsum(values). */
export function fsum(values: Iterable<number>): number | Fault {
  const sum = exactSum();
  for (const value of values) {
    const fault = addExactly(sum, value);
    if (fault !== undefined) return fault;
  }
  return roundExactSum(sum);
}

/** math.sumprod(p, q) of floats, rounded once; falls back to plain arithmetic where the exact sum overflows. */
export function sumprod(p: readonly number[], q: readonly number[]): number | Fault {
  if (p.length !== q.length) return new Fault("ValueError", "Inputs are not the same length");
  const sum = exactSum();
  let plain = 0;
  let exact = true;
  for (let index = 0; index < p.length; index++) {
    const a = p[index] as number;
    const b = q[index] as number;
    plain += a * b;
    if (!exact) continue;
    const product = twoProduct(a, b);
    if (!Number.isFinite(product.low) || addExactly(sum, product.high) !== undefined) exact = false;
    else addExactly(sum, product.low);
  }
  const total = exact ? roundExactSum(sum) : plain;
  return total instanceof Fault ? plain : total;
}

/** math.fma(x, y, z): x * y + z rounded once. */
export function fma(x: number, y: number, z: number): number | Fault {
  const plain = x * y + z;
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z)) {
    if (Number.isFinite(x) && Number.isFinite(y)) return z;
    const isNew = Number.isNaN(plain) && !Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z);
    return isNew ? new Fault("ValueError", "invalid operation in fma") : plain;
  }
  if (x === 0 || y === 0) return plain;
  const [a, b, c] = [partsOf(x), partsOf(y), partsOf(z)];
  const productExponent = a.exponent + b.exponent;
  const exponent = Math.min(productExponent, c.exponent);
  const product = BigInt(a.sign * b.sign) * BigInt(a.mantissa) * BigInt(b.mantissa);
  const total =
    (product << BigInt(productExponent - exponent)) + (BigInt(c.sign * c.mantissa) << BigInt(c.exponent - exponent));
  // An exact zero has the sign of the plain sum unless that product underflowed.
  if (total === 0n) return z === 0 ? plain : 0;
  const value = scaleByPowerOfTwo(total < 0n ? -total : total, exponent);
  if (value === Number.POSITIVE_INFINITY) return new Fault("OverflowError", "overflow in fma");
  return total < 0n ? -value : value;
}
