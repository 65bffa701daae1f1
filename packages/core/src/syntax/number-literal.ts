// Number literals: where one ends, what is wrong with it, and its value.

import type { Literal } from "./ast.ts";
import { isDigit, isHexDigit, mayContinueName } from "./characters.ts";

/** What the scanner says of a literal; `end` is the offset just after the last character looked at. */
export interface NumberReport {
  numberError(message: string, end: number): never;
  rangeError(message: string, start: number, end: number): never;
  numberWarning(message: string, end: number): void;
}

/** Decimal integers above this many digits are refused, as by `sys.set_int_max_str_digits`. */
const MAX_DECIMAL_DIGITS = 4300;

/** Keywords that may follow a number without a space; the last three are known by their first two letters. */
const FOLLOWERS = /(?:and|else|for|or|not)(?![\w\x80-\uffff])|i[fns]/y;

const LOWER_CASE = 32;

class NumberScanner {
  readonly #text: string;
  readonly #start: number;
  readonly #report: NumberReport;

  constructor(text: string, start: number, report: NumberReport) {
    this.#text = text;
    this.#start = start;
    this.#report = report;
  }

  scan(): number {
    const text = this.#text;
    const start = this.#start;
    if (text[start] === ".") return this.#fraction(start + 1);
    if (text[start] === "0") {
      switch (text.charCodeAt(start + 1) | LOWER_CASE) {
        case 120:
          return this.#radix(16, "hexadecimal");
        case 111:
          return this.#radix(8, "octal");
        case 98:
          return this.#radix(2, "binary");
      }
      return this.#leadingZero();
    }
    return this.#afterInteger(this.#digits(start));
  }

  #radix(radix: 2 | 8 | 16, name: string): number {
    const text = this.#text;
    const isRadixDigit = (code: number): boolean => (radix === 16 ? isHexDigit(code) : code >= 48 && code < 48 + radix);
    let at = this.#start + 2;
    do {
      if (text[at] === "_") at++;
      if (!isRadixDigit(text.charCodeAt(at))) {
        this.#refuseDigit(at, name);
        this.#report.numberError(`invalid ${name} literal`, at);
      }
      while (isRadixDigit(text.charCodeAt(at))) at++;
    } while (text[at] === "_");
    this.#refuseDigit(at, name);
    return this.#finish(at, name);
  }

  #refuseDigit(at: number, name: string): void {
    if (!isDigit(this.#text.charCodeAt(at))) return;
    this.#report.numberError(`invalid digit '${this.#text[at]}' in ${name} literal`, at + 1);
  }

  /** `0`, `00`, `0.5`, `00012.5`, but not `012`. */
  #leadingZero(): number {
    const text = this.#text;
    let at = this.#start;
    for (;;) {
      if (text[at] === "_" && !isDigit(text.charCodeAt(++at))) this.#invalidDecimal(at);
      if (text[at] !== "0") break;
      at++;
    }
    const zerosEnd = at;
    if (isDigit(text.charCodeAt(at))) {
      at = this.#digits(at);
      const isInteger = text[at] !== "." && !/[eEjJ]/.test(text[at] ?? "");
      if (isInteger) {
        const advice = "use an 0o prefix for octal integers";
        const message = `leading zeros in decimal integer literals are not permitted; ${advice}`;
        this.#report.rangeError(message, this.#start, zerosEnd);
      }
    }
    return this.#afterInteger(at);
  }

  /** Past a run of digits and single underscores. */
  #digits(at: number): number {
    const text = this.#text;
    for (;;) {
      while (isDigit(text.charCodeAt(at))) at++;
      if (text[at] !== "_") return at;
      at++;
      if (!isDigit(text.charCodeAt(at))) this.#invalidDecimal(at);
    }
  }

  #afterInteger(at: number): number {
    return this.#text[at] === "." ? this.#fraction(at + 1) : this.#exponent(at);
  }

  #fraction(at: number): number {
    return this.#exponent(isDigit(this.#text.charCodeAt(at)) ? this.#digits(at) : at);
  }

  #exponent(at: number): number {
    const text = this.#text;
    if ((text.charCodeAt(at) | LOWER_CASE) === 101) {
      let digits = at + 1;
      const hasSign = text[digits] === "+" || text[digits] === "-";
      if (hasSign) digits++;
      if (isDigit(text.charCodeAt(digits))) at = this.#digits(digits);
      else if (hasSign) this.#invalidDecimal(digits);
    }
    if ((text.charCodeAt(at) | LOWER_CASE) === 106) return this.#finish(at + 1, "imaginary");
    return this.#finish(at, "decimal");
  }

  #invalidDecimal(at: number): never {
    this.#report.numberError("invalid decimal literal", at);
  }

  #finish(at: number, name: string): number {
    const code = this.#text.charCodeAt(at);
    if (code < 128 && mayContinueName(code)) {
      FOLLOWERS.lastIndex = at;
      if (!FOLLOWERS.test(this.#text)) this.#report.numberError(`invalid ${name} literal`, at);
      this.#report.numberWarning(`invalid ${name} literal`, at);
    }
    return at;
  }
}

/** The offset just after the number that starts at `start` with a digit, or with a dot and a digit. */
export function scanNumber(text: string, start: number, report: NumberReport): number {
  // Nearly all numbers are a few digits with nothing special after them.
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  const next = text.charCodeAt(at);
  const isPlain = next !== 46 && !(next < 128 && mayContinueName(next));
  if (isPlain && (text.charCodeAt(start) !== 48 || at === start + 1)) return at;
  return new NumberScanner(text, start, report).scan();
}

/** The value of a well-formed literal; `error` is called with the message when the number is too long. */
export function numberValue(literal: string, error: (message: string) => never): Literal {
  const digits = literal.includes("_") ? literal.replaceAll("_", "") : literal;
  if (digits.charCodeAt(0) === 48 && /^0[xXoObB]/.test(digits)) return integer(BigInt(digits));
  const last = digits.charCodeAt(digits.length - 1) | LOWER_CASE;
  if (last === 106) return { type: "imaginary", value: Number(digits.slice(0, -1)) };
  if (/[.eE]/.test(digits)) return { type: "float", value: Number(digits) };
  if (digits.length <= 15) return { type: "int", value: Number(digits) };
  if (digits.length > MAX_DECIMAL_DIGITS) {
    error(
      `Exceeds the limit (${MAX_DECIMAL_DIGITS} digits) for integer string conversion: ` +
        `value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit` +
        " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
    );
  }
  return integer(BigInt(digits));
}

function integer(value: bigint): Literal {
  const small = Number(value);
  return { type: "int", value: Number.isSafeInteger(small) ? small : value };
}
