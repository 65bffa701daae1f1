// Python's round(x, digits) for floats and ints: correct decimal rounding, ties to even.

import { fixedText, nearestMultiple, scaledInteger, tenTo } from "./decimal-digits.ts";
import { Fault } from "./fault.ts";
import { type Int, normalize } from "./int.ts";
import { floorDivBig } from "./int-divide.ts";
import { bitsOf, decimalDigits } from "./int-size.ts";

/** round(x, digits) of a float: the double nearest to x rounded in decimal. */
export function roundFloat(x: number, digits: Int): number | Fault {
  if (!Number.isFinite(x) || x === 0 || digits > 323) return x;
  if (digits < -308) return 0 * x;
  const places = Number(digits);
  const magnitude = Math.abs(x);
  if (places >= 0 && magnitude >= 4503599627370496) return x;
  let rounded: number;
  const near = nearestMultiple(magnitude, places);
  // The quotient of two exact numbers is rounded once.
  if (near >= 0) rounded = near / 10 ** places;
  else if (places >= 0) rounded = Number(fixedText(magnitude, places));
  else rounded = Number(scaledInteger(magnitude, places) * tenTo(-places));
  if (rounded === Number.POSITIVE_INFINITY) return new Fault("OverflowError", "rounded value too large to represent");
  return x < 0 ? -rounded : rounded;
}

/** round(n, digits) of an int: only negative digits change it, ties go to the even multiple. */
export function roundInt(n: Int, digits: Int): Int {
  if (digits >= 0) return n;
  if (-digits > decimalDigits(bitsOf(n)) + 1) return 0;
  const unit = tenTo(Number(-digits));
  const value = BigInt(n);
  const below = floorDivBig(value, unit);
  const rest = (value - below * unit) * 2n;
  const up = rest > unit || (rest === unit && BigInt.asUintN(1, below) === 1n);
  return normalize((up ? below + 1n : below) * unit);
}
