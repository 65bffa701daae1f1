// Euclidean lengths without overflow and with about one rounding.

import { Fault } from "./fault.ts";

/** math.hypot(*values): infinite if any value is, else nan if any is. */
export function hypot(values: readonly number[]): number {
  let largest = 0;
  let sawNan = false;
  for (const value of values) {
    const size = Math.abs(value);
    if (size === Number.POSITIVE_INFINITY) return size;
    if (Number.isNaN(size)) sawNan = true;
    else if (size > largest) largest = size;
  }
  if (sawNan) return Number.NaN;
  if (largest === 0) return 0;
  if (values.length === 1) return largest;
  // Where squares might leave the range of doubles, a power of two brings the largest to between 0.5 and 2.
  const isHarmless = largest > 1e-100 && largest < 1e100;
  const scale = isHarmless ? 1 : 2 ** -Math.max(-1020, Math.min(1020, Math.floor(Math.log2(largest))));
  // The sum of the squares and what rounding took from it.
  let sum = 0;
  let rest = 0;
  for (const value of values) {
    const scaled = value * scale;
    const square = scaled * scaled;
    const next = sum + square;
    rest += restOfSum(sum, square, next) + restOfSquare(scaled, square);
    sum = next;
  }
  // One correction of the plain root.
  const root = Math.sqrt(sum);
  const square = root * root;
  return (root + (sum - square - restOfSquare(root, square) + rest) / (2 * root)) / scale;
}

/** What is missing in sum === a + b, exactly (Knuth). */
function restOfSum(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

/** What is missing in square === x * x, exactly (Veltkamp's splitting), nothing where that is too small. */
function restOfSquare(x: number, square: number): number {
  if (square < 1e-280) return 0;
  const wide = x * 134217729;
  const top = wide - (wide - x);
  const low = x - top;
  return top * top - square + 2 * top * low + low * low;
}

/** The length of (x, y): `abs` of a complex number. */
export function hypot2(x: number, y: number): number {
  return hypot([x, y]);
}

/** math.dist(p, q). */
export function dist(p: readonly number[], q: readonly number[]): number | Fault {
  if (p.length !== q.length) {
    return new Fault("ValueError", "both points must have the same number of dimensions");
  }
  return hypot(p.map((value, index) => value - (q[index] as number)));
}
