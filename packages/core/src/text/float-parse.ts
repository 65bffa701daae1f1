// Reading floats: float('...') with underscores, infinities, nan and digits of all scripts.

import { Fault } from "../numeric/fault.ts";
import { numberInAscii } from "./decimal-values.ts";
import { strRepr } from "./str-repr.ts";
import { trimAscii } from "./white-space.ts";

const SIMPLE = /^-?[0-9]{1,20}(?:\.[0-9]{1,20})?$/;

/** float(text). `shown` gives the text for a message (its repr by default). */
export function parseFloat(text: string, shown: () => string = () => strRepr(text)): number | Fault {
  if (SIMPLE.test(text)) return Number(text);
  const source = trimAscii(numberInAscii(text));
  const plain = withoutUnderscores(source);
  if (plain !== undefined) {
    const end = scanFloat(plain, 0);
    if (end > 0 && end === plain.length) return valueOfFloat(plain);
  }
  return new Fault("ValueError", `could not convert string to float: ${shown()}`);
}

/** The text without its underscores, or undefined unless each stands between two ASCII digits. */
export function withoutUnderscores(source: string): string | undefined {
  if (!source.includes("_")) return source;
  for (let at = source.indexOf("_"); at >= 0; at = source.indexOf("_", at + 1)) {
    if (!isDigit(source.charCodeAt(at - 1)) || !isDigit(source.charCodeAt(at + 1))) return undefined;
  }
  return source.replaceAll("_", "");
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function skipDigits(source: string, from: number): number {
  let at = from;
  while (isDigit(source.charCodeAt(at))) at++;
  return at;
}

/** Where the longest float (signed; a decimal, "inf", "infinity" or "nan" in any case) at `start` ends, or -1. */
export function scanFloat(source: string, start: number): number {
  const first = source.charCodeAt(start);
  const from = first === 43 || first === 45 ? start + 1 : start;
  let at = skipDigits(source, from);
  let digits = at - from;
  if (source.charCodeAt(at) === 46) {
    const end = skipDigits(source, at + 1);
    digits += end - at - 1;
    at = end;
  }
  if (digits === 0) return scanWord(source, from);
  if ((source.charCodeAt(at) | 32) === 101) {
    const sign = source.charCodeAt(at + 1);
    const power = sign === 43 || sign === 45 ? at + 2 : at + 1;
    const end = skipDigits(source, power);
    if (end > power) return end;
  }
  return at;
}

function scanWord(source: string, from: number): number {
  const word = source.slice(from, from + 8).toLowerCase();
  if (word === "infinity") return from + 8;
  return word.startsWith("inf") || word.startsWith("nan") ? from + 3 : -1;
}

/** The value of a text that {@link scanFloat} accepts as a whole. */
export function valueOfFloat(source: string): number {
  const value = Number(source);
  if (!Number.isNaN(value)) return value;
  // Only the words are not JS numbers.
  const first = source.charCodeAt(0);
  const letter = source.charCodeAt(first === 43 || first === 45 ? 1 : 0) | 32;
  const size = letter === 105 ? Number.POSITIVE_INFINITY : Number.NaN;
  return first === 45 ? -size : size;
}
