// Decimal digits of doubles: shortest, to so many places, to so many significant digits, all rounded half to even.

import { divideHalfEven } from "./int-divide.ts";
import { partsOf } from "./float-parts.ts";

/** Digits d1 d2 d3 ... (no leading zero unless the value is 0) of d1.d2d3... * 10**exponent. */
export interface DecimalDigits {
  readonly digits: string;
  readonly exponent: number;
}

/** The shortest digits that read back as the same double; x is finite and not negative. */
export function shortestDigits(x: number): DecimalDigits {
  const text = x.toExponential();
  const mark = text.indexOf("e");
  const digits = mark === 1 ? text.charAt(0) : text.charAt(0) + text.slice(2, mark);
  return { digits, exponent: Number(text.slice(mark + 1)) };
}

/** 10**n as a bigint. */
export function tenTo(n: number): bigint {
  return 10n ** BigInt(n);
}

/** round-half-even(x * 10**places) as an exact integer; x is finite and not negative, places may be negative. */
export function scaledInteger(x: number, places: number): bigint {
  const { mantissa, exponent } = partsOf(x);
  let top = BigInt(mantissa);
  let bottom = 1n;
  if (places >= 0) top *= tenTo(places);
  else bottom = tenTo(-places);
  if (exponent >= 0) top <<= BigInt(exponent);
  else bottom <<= BigInt(-exponent);
  return bottom === 1n ? top : divideHalfEven(top, bottom);
}

// Whether x lies exactly between two neighbours of so many places: it has one binary place too many.
function isFixedTie(x: number, places: number): boolean {
  const scaled = x * 2 ** places;
  return scaled !== Math.floor(scaled) && Number.isInteger(scaled * 2);
}

// The host rounds ties upwards; an odd last digit then is one too high.
function lowerOddDigit(text: string, end: number): string {
  const digit = text.charCodeAt(end - 1);
  if (digit % 2 === 0) return text;
  return text.slice(0, end - 1) + String.fromCharCode(digit - 1) + text.slice(end);
}

/** The largest power of ten that is an exact double. */
const EXACT_PLACES = 22;
/** Doubles below this are off by less than a fifth of FAR when they come out of one operation. */
const SURE = 1e10;
const FAR = 1e-5;

/**
 * The multiple of 10 ** -places that is nearest to x >= 0, in such units: -1 where it is large, or so near to a tie that
 * the product's own rounding may matter.
 */
export function nearestMultiple(x: number, places: number): number {
  const scaled = places >= 0 && places <= EXACT_PLACES ? x * 10 ** places : SURE;
  const whole = Math.floor(scaled);
  const rest = scaled - whole;
  if (scaled >= SURE || Math.abs(rest - 0.5) <= FAR) return -1;
  return rest < 0.5 ? whole : whole + 1;
}

/** x with exactly `places` digits after the point, like "3.14" ("3" for 0 places); x is finite and not negative. */
export function fixedText(x: number, places: number): string {
  const near = nearestMultiple(x, places);
  if (near >= 0) {
    const digits = String(near);
    if (places === 0) return digits;
    const padded = digits.length > places ? digits : digits.padStart(places + 1, "0");
    return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  }
  if (places <= 100 && x < 1e21) {
    const text = x.toFixed(places);
    return isFixedTie(x, places) ? lowerOddDigit(text, text.length) : text;
  }
  // No double has more than 1074 places.
  const exact = Math.min(places, 1074);
  const digits = scaledInteger(x, exact)
    .toString()
    .padStart(exact + 1, "0");
  if (places === 0) return digits;
  const split = digits.length - exact;
  return `${digits.slice(0, split)}.${digits.slice(split)}${"0".repeat(places - exact)}`;
}

/** The first `count` (at least 1) significant digits of x, which is finite and not negative. */
export function significantDigits(x: number, count: number): DecimalDigits {
  if (x === 0) return { digits: "0".repeat(count), exponent: 0 };
  if (count <= 101) {
    const text = x.toExponential(count - 1);
    const mark = text.indexOf("e");
    const exponent = Number(text.slice(mark + 1));
    // Only a double with few digits can be a tie, and one with its 5 after more than 17 digits is rare: look closely
    // when the digits asked for are not those of the exact value.
    const fixed = isSignificantTie(x, count - 1 - exponent) ? lowerOddDigit(text, mark) : text;
    return { digits: count === 1 ? fixed.charAt(0) : fixed.charAt(0) + fixed.slice(2, mark), exponent };
  }
  return exactSignificantDigits(x, count);
}

function isSignificantTie(x: number, places: number): boolean {
  if (places >= 0) return places <= 1074 && isFixedTie(x, places);
  if (!Number.isInteger(x)) return false;
  if (x > Number.MAX_SAFE_INTEGER) {
    const unit = tenTo(-places);
    return (BigInt(x) % unit) * 2n === unit;
  }
  const unit = 10 ** -places;
  return (x % unit) * 2 === unit;
}

function exactSignificantDigits(x: number, count: number): DecimalDigits {
  // A double has at most 767 significant digits; more would be zeros.
  const wanted = Math.min(count, 770);
  let exponent = Number(x.toExponential(0).slice(x.toExponential(0).indexOf("e") + 1));
  let digits = scaledInteger(x, wanted - 1 - exponent).toString();
  if (digits.length !== wanted) {
    exponent += digits.length - wanted;
    digits = scaledInteger(x, wanted - 1 - exponent).toString();
    if (digits.length > wanted) {
      exponent++;
      digits = digits.slice(0, wanted);
    }
  }
  return { digits: digits + "0".repeat(count - wanted), exponent };
}
