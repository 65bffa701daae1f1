// Logarithms of ints of any size and of floats, with Python's errors.

import { Fault } from "./fault.ts";
import type { Int } from "./int.ts";
import { bitsOf } from "./int-size.ts";

const DOMAIN = new Fault("ValueError", "math domain error");

/** Which logarithm: natural, to base 2 or to base 10. */
export type LogBase = "e" | 2 | 10;

function logOf(x: number, base: LogBase): number {
  if (base === "e") return Math.log(x);
  return base === 2 ? Math.log2(x) : Math.log10(x);
}

/** math.log, log2 or log10 of a float. */
export function logFloat(x: number, base: LogBase): number | Fault {
  return x <= 0 ? DOMAIN : logOf(x, base);
}

/** math.log, log2 or log10 of an int; beyond the floats by its leading bits. */
export function logInt(n: Int, base: LogBase): number | Fault {
  if (n <= 0) return DOMAIN;
  const value = Number(n);
  if (Number.isFinite(value)) return logOf(value, base);
  const bits = bitsOf(n);
  // n = mantissa * 2**bits with the mantissa in [0.5, 1); 64 leading bits decide it.
  const mantissa = Number(BigInt(n) >> BigInt(bits - 64)) * 2 ** -64;
  return logOf(mantissa, base) + logOf(2, base) * bits;
}
