// Floats as text by presentation code: e, f, g and the shortest form, before sign and padding.

import { significantDigits, shortestDigits, fixedText } from "../numeric/decimal-digits.ts";

/** What a float's text is made of. */
export interface FloatText {
  readonly negative: boolean;
  /** Digits before the point, or "" for inf and nan. */
  readonly whole: string;
  /** The point and what follows it, or "inf" and "nan". */
  readonly rest: string;
}

/** Presentation of {@link floatText}: "r" is the shortest text (its precision is not used). */
export type FloatCode = "e" | "f" | "g" | "r";

/** Settings of {@link floatText}. */
export interface FloatTextOptions {
  /** "#": the point stays, and "g" keeps its trailing zeros. */
  readonly alternate?: boolean;
  /** A whole number gets ".0", as in repr. */
  readonly addDotZero?: boolean;
  /** "z". */
  readonly noNegativeZero?: boolean;
}

const NO_OPTIONS: Readonly<FloatTextOptions> = {};

/** Formats a float with `precision` >= 0 digits after the point ("e", "f") or in all ("g"). */
export function floatText(
  x: number,
  code: FloatCode,
  precision: number,
  options: FloatTextOptions = NO_OPTIONS,
): FloatText {
  if (Number.isNaN(x)) return { negative: false, whole: "", rest: "nan" };
  const negative = x < 0 || Object.is(x, -0);
  if (!Number.isFinite(x)) return { negative, whole: "", rest: "inf" };
  const magnitude = Math.abs(x);
  let text: string;
  if (code === "f") text = fixedText(magnitude, precision);
  else if (code === "e") {
    const { digits, exponent } = significantDigits(magnitude, precision + 1);
    return withSign(negative, exponential(digits, exponent, options), digits, options);
  } else if (code === "g") {
    const count = Math.max(precision, 1);
    const { digits, exponent } = significantDigits(magnitude, count);
    // The last place that would be plain goes to the ".0" where one is wanted.
    const limit = options.addDotZero ? count - 1 : count;
    return general(negative, options.alternate ? digits : withoutZeros(digits), exponent, limit, options);
  } else {
    const { digits, exponent } = shortestDigits(magnitude);
    return general(negative, digits, exponent, 16, options);
  }
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  const rest = point < 0 ? (options.alternate ? "." : "") : text.slice(point);
  return withSign(negative, { whole, rest }, text, options);
}

function withSign(
  negative: boolean,
  text: { whole: string; rest: string },
  digits: string,
  options: FloatTextOptions,
): FloatText {
  const shown = negative && !(options.noNegativeZero === true && isZero(digits));
  return { negative: shown, whole: text.whole, rest: text.rest };
}

function isZero(digits: string): boolean {
  for (let index = 0; index < digits.length; index++) {
    const unit = digits.charCodeAt(index);
    if (unit >= 49 && unit <= 57) return false;
  }
  return true;
}

function exponential(digits: string, exponent: number, options: FloatTextOptions): { whole: string; rest: string } {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : options.alternate ? "." : "";
  const size = Math.abs(exponent);
  return { whole: digits.charAt(0), rest: `${fraction}e${exponent < 0 ? "-" : "+"}${size < 10 ? "0" : ""}${size}` };
}

function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}

// "g" and repr: plain between 1e-4 and 10**limit, else exponential.
function general(
  negative: boolean,
  digits: string,
  exponent: number,
  limit: number,
  options: FloatTextOptions,
): FloatText {
  if (exponent < -4 || exponent >= limit) {
    return withSign(negative, exponential(digits, exponent, options), digits, options);
  }
  let whole: string;
  let fraction: string;
  if (exponent < 0) {
    whole = "0";
    fraction = "0".repeat(-exponent - 1) + digits;
  } else {
    const length = exponent + 1;
    whole = digits.slice(0, length).padEnd(length, "0");
    fraction = digits.slice(length);
  }
  if (fraction === "" && options.addDotZero) fraction = "0";
  return withSign(
    negative,
    { whole, rest: fraction === "" && !options.alternate ? "" : `.${fraction}` },
    digits,
    options,
  );
}
