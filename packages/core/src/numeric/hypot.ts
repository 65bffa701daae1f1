// Euclidean lengths without overflow and with about one rounding.

import { add, type DoubleDouble, exactly, twoProduct, twoSum } from "./double-double.ts";
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
  // Scale by a power of two so that the largest is between 0.5 and 2; its square then is harmless.
  const exponent = Math.max(-1020, Math.min(1020, Math.floor(Math.log2(largest))));
  const down = 2 ** -exponent;
  let sum: DoubleDouble = exactly(0);
  for (const value of values) {
    const scaled = value * down;
    sum = add(sum, Math.abs(scaled) < 1e-140 ? exactly(scaled * scaled) : twoProduct(scaled, scaled));
  }
  return rootOf(sum) * 2 ** exponent;
}

// sqrt of a double-double: one correction of the plain root.
function rootOf(sum: DoubleDouble): number {
  const root = Math.sqrt(sum.high);
  const square = twoProduct(root, root);
  const rest = add(sum, { high: -square.high, low: -square.low });
  return twoSum(root, (rest.high + rest.low) / (2 * root)).high;
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
