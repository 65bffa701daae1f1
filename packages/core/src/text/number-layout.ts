// Puts together a formatted number: sign, prefix, grouped and zero-filled digits, the rest, and padding.

import type { FormatSpec } from "./format-spec.ts";

/** The pieces of a number's text; all are ASCII but a fill. */
export interface NumberPieces {
  readonly negative: boolean;
  /** "0x" and the like. */
  readonly prefix: string;
  /** The digits before the point: what grouping divides. */
  readonly digits: string;
  /** Point, fraction, exponent, percent sign; or "inf" and "nan". */
  readonly rest: string;
}

/** Lays out a number in its field. `groupSize` is 3, or 4 for binary, octal and hexadecimal digits. */
export function layoutNumber(pieces: NumberPieces, spec: FormatSpec, groupSize: 3 | 4): string {
  const sign = pieces.negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "";
  const head = sign + pieces.prefix;
  const others = head.length + pieces.rest.length;
  let digits = pieces.digits;
  if (spec.grouping !== "" || spec.width > 0) {
    const zeroFill = spec.fill === "0" && spec.align === "=";
    if (digits !== "") digits = groupDigits(digits, spec.grouping, groupSize, zeroFill ? spec.width - others : 0);
  }
  const missing = spec.width - others - digits.length;
  const body = digits + pieces.rest;
  if (missing <= 0) return head + body;
  switch (spec.align) {
    case "<":
      return head + body + spec.fill.repeat(missing);
    case "=":
      return head + spec.fill.repeat(missing) + body;
    case "^": {
      const left = missing >> 1;
      return spec.fill.repeat(left) + head + body + spec.fill.repeat(missing - left);
    }
    default:
      return spec.fill.repeat(missing) + head + body;
  }
}

/**
 * Digits with a separator between groups, zeros put in front until the text has at least `least` characters. A
 * separator never stands first: the zero before it may make the text one longer.
 */
export function groupDigits(digits: string, separator: string, groupSize: number, least: number): string {
  if (separator === "") return digits.padStart(least, "0");
  let count = digits.length;
  if (least > 0) {
    // With n digits the text has n + floor((n - 1) / groupSize) characters.
    count = Math.max(count, Math.ceil((least * groupSize + 1) / (groupSize + 1)));
    while (count > digits.length && count - 1 + Math.floor((count - 2) / groupSize) >= least) count--;
  }
  const filled = digits.padStart(count, "0");
  const first = filled.length % groupSize || groupSize;
  if (filled.length <= first) return filled;
  let text = filled.slice(0, first);
  for (let at = first; at < filled.length; at += groupSize) text += separator + filled.slice(at, at + groupSize);
  return text;
}
