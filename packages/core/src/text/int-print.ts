// Printing ints: decimal, and in the other bases that Python writes.

import { bitsOf, decimalDigits } from "../numeric/int-size.ts";
import { Fault } from "../numeric/fault.ts";
import type { Int } from "../numeric/int.ts";

/** Digits that a decimal conversion may have by default (`sys.int_info.default_max_str_digits`). */
export const DEFAULT_MAX_DIGITS = 4300;

/** Limits below this many digits never refuse (`sys.int_info.str_digits_check_threshold`). */
export const DIGITS_THRESHOLD = 640;

/**
 * str(n) with CPython's limit on conversions that take more than linear time: `maxDigits` 0 means none.
 * V8 converts by a divide-and-conquer method; the limit still bounds a single operation.
 */
export function intToString(n: Int, maxDigits: number = DEFAULT_MAX_DIGITS): string | Fault {
  if (typeof n === "number") return String(n);
  if (maxDigits > 0) {
    const estimate = decimalDigits(bitsOf(n));
    if (estimate > maxDigits + 1) return tooManyDigits(maxDigits);
    const text = n.toString();
    return text.length - (n < 0n ? 1 : 0) > maxDigits ? tooManyDigits(maxDigits) : text;
  }
  return n.toString();
}

function tooManyDigits(maxDigits: number): Fault {
  return new Fault(
    "ValueError",
    `Exceeds the limit (${maxDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** The digits of |n| in base 2, 8, 10, 16 (lower case) without sign or prefix. */
export function intDigits(n: Int, base: 2 | 8 | 10 | 16): string {
  return (n < 0 ? -n : n).toString(base);
}

/** bin(n), oct(n), hex(n): with sign and prefix. */
export function intWithPrefix(n: Int, base: 2 | 8 | 16): string {
  const prefix = base === 2 ? "0b" : base === 8 ? "0o" : "0x";
  return `${n < 0 ? "-" : ""}${prefix}${intDigits(n, base)}`;
}
