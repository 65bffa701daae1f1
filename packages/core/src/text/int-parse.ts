// Reading ints: any base, underscores, digits of all scripts, the limit on decimal digits.

import { Fault } from "../numeric/fault.ts";
import { type Int, normalize } from "../numeric/int.ts";
import { numberInAscii } from "./decimal-values.ts";
import { DEFAULT_MAX_DIGITS } from "./int-print.ts";
import { strRepr } from "./str-repr.ts";
import { trimAscii } from "./white-space.ts";

/** Settings of {@link parseInt}. */
export interface ParseIntOptions {
  /** The most digits in a base that is no power of two (`sys.set_int_max_str_digits`); 0 means any number. */
  readonly maxDigits?: number;
  /** How to show the text in a message; its repr by default (bytes give theirs). */
  readonly shown?: () => string;
}

const NO_OPTIONS: Readonly<ParseIntOptions> = {};
/** Decimal texts up to this length have a safe value. */
const SMALL = 15;

/** What there is to say about a base that numbers cannot have; null for 2..36, and 0, where the text tells. */
export function wrongBase(base: Int): Fault | null {
  const isBase = base === 0 || (base >= 2 && base <= 36);
  return isBase ? null : new Fault("ValueError", "int() base must be >= 2 and <= 36, or 0");
}

/** int(text, base): base 0 (by prefix) or 2..36. */
export function parseInt(text: string, base: Int = 10, options: ParseIntOptions = NO_OPTIONS): Int | Fault {
  if (base === 10 && text.length <= SMALL) {
    const value = smallDecimal(text);
    if (value >= 0) return value;
  }
  const wrong = wrongBase(base);
  if (wrong !== null) return wrong;
  return parseTrimmed(trimAscii(numberInAscii(text)), Number(base), options) ?? invalid(text, base, options);
}

/** The value of a short text of ASCII digits; -1 for any other. */
function smallDecimal(text: string): number {
  let value = text === "" ? -1 : 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function invalid(text: string, base: Int, options: ParseIntOptions): Fault {
  // CPython cuts the shown text short at 200 characters.
  const shown = Array.from((options.shown ?? (() => strRepr(text)))().slice(0, 400));
  return new Fault("ValueError", `invalid literal for int() with base ${base}: ${shown.slice(0, 200).join("")}`);
}

function parseTrimmed(source: string, givenBase: number, options: ParseIntOptions): Int | Fault | undefined {
  let start = 0;
  const negative = source.startsWith("-");
  if (negative || source.startsWith("+")) start = 1;
  let base = givenBase;
  const prefixed = source.charCodeAt(start) === 48 ? baseOfPrefix(source.charCodeAt(start + 1)) : 0;
  let mayBeZeroOnly = false;
  if (base === 0) {
    base = prefixed === 0 ? 10 : prefixed;
    mayBeZeroOnly = prefixed === 0 && source.charCodeAt(start) === 48;
  }
  if (prefixed !== 0 && prefixed === base) {
    start += 2;
    if (source.charCodeAt(start) === 95) start++;
  }
  const digits = digitsFrom(source, start, base);
  if (digits === undefined) return undefined;
  if (digits.end < source.length) return undefined;
  const maxDigits = options.maxDigits ?? DEFAULT_MAX_DIGITS;
  if (maxDigits > 0 && digits.text.length > maxDigits && (base & (base - 1)) !== 0) {
    return new Fault(
      "ValueError",
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits.text.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const value = valueOfDigits(digits.text, base);
  // In base 0 a decimal literal has no leading zeros, as in source text.
  if (mayBeZeroOnly && value !== 0) return undefined;
  if (!negative) return value;
  return typeof value === "number" ? 0 - value : -value;
}

function baseOfPrefix(letter: number): number {
  switch (letter | 32) {
    case 0x62:
      return 2;
    case 0x6f:
      return 8;
    case 0x78:
      return 16;
    default:
      return 0;
  }
}

/** 0..35 for an ASCII digit or letter, else 99. */
export function digitValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 122 ? letter - 87 : 99;
}

// The digits from start on, without underscores; undefined when there are none or an underscore is misplaced.
function digitsFrom(source: string, start: number, base: number): { text: string; end: number } | undefined {
  let end = start;
  let underscores = 0;
  let previous = 95;
  for (; end < source.length; end++) {
    const unit = source.charCodeAt(end);
    if (unit === 95) {
      if (previous === 95) return undefined;
      underscores++;
    } else if (digitValue(unit) >= base) break;
    previous = unit;
  }
  if (previous === 95) return undefined;
  const text = source.slice(start, end);
  return { text: underscores === 0 ? text : text.replaceAll("_", ""), end };
}

/** The value of ASCII digits that are all valid in the base (and at least one). */
export function valueOfDigits(digits: string, base: number): Int {
  if (digits.length <= 10) return Number.parseInt(digits, base);
  switch (base) {
    case 2:
      return normalize(BigInt(`0b${digits}`));
    case 8:
      return normalize(BigInt(`0o${digits}`));
    case 10:
      return normalize(BigInt(digits));
    case 16:
      return normalize(BigInt(`0x${digits}`));
    default:
      return normalize(valueByHalves(digits, base));
  }
}

function valueByHalves(digits: string, base: number): bigint {
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, base));
  const low = digits.length >> 1;
  const split = digits.length - low;
  return (
    valueByHalves(digits.slice(0, split), base) * BigInt(base) ** BigInt(low) + valueByHalves(digits.slice(split), base)
  );
}
