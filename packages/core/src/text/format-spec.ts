// The format specification mini-language: from "[[fill]align][sign][z][#][0][width][grouping][.precision][type]" to a record.

import { Fault } from "../numeric/fault.ts";
import { decimalValue } from "./decimal-values.ts";

/** How a value stands in a wider field; "=" pads after the sign. */
export type Align = "<" | ">" | "=" | "^";

/** A parsed format specification. */
export interface FormatSpec {
  /** One code point. */
  readonly fill: string;
  readonly align: Align;
  readonly alignGiven: boolean;
  readonly sign: "" | "+" | "-" | " ";
  /** "z": a negative zero result loses its sign. */
  readonly noNegativeZero: boolean;
  /** "#". */
  readonly alternate: boolean;
  /** Least number of code points, -1 when not given. */
  readonly width: number;
  readonly grouping: "" | "," | "_";
  /** -1 when not given. */
  readonly precision: number;
  /** One code point; the type's default ("s", "d" or "" for floats) when not given. */
  readonly type: string;
}

/** The largest width or precision that is carried out; V8's strings end at about twice this. */
export const MAX_FIELD: number = 2 ** 28;

const TOO_MANY_DIGITS = new Fault("ValueError", "Too many decimal digits in format string");
const BOTH_SEPARATORS = new Fault("ValueError", "Cannot specify both ',' and '_'.");
const NO_PRECISION = new Fault("ValueError", "Format specifier missing precision");

function alignAt(text: string, offset: number): Align | undefined {
  const character = text.charAt(offset);
  return character === "<" || character === ">" || character === "=" || character === "^" ? character : undefined;
}

/**
 * Parses a specification. `typeName` is for messages ("int", "MyFloat"), `defaultType` and `defaultAlign` hold when
 * the text does not say: "s" and "<" for strings, "d" and ">" for ints, "" and ">" for floats and complex numbers.
 * The caller may refuse a result by its `width` and `precision` before formatting.
 */
export function parseFormatSpec(
  text: string,
  typeName: string,
  defaultType: string,
  defaultAlign: Align,
): FormatSpec | Fault {
  let at = 0;
  let fill = " ";
  let fillGiven = false;
  const first = text.codePointAt(0) ?? 0;
  const afterFirst = first > 0xffff ? 2 : 1;
  let givenAlign = alignAt(text, afterFirst);
  if (givenAlign !== undefined) {
    fill = String.fromCodePoint(first);
    fillGiven = true;
    at = afterFirst + 1;
  } else {
    givenAlign = alignAt(text, 0);
    if (givenAlign !== undefined) at = 1;
  }
  let align = givenAlign ?? defaultAlign;
  let sign: FormatSpec["sign"] = "";
  const signCharacter = text.charAt(at);
  if (signCharacter === "+" || signCharacter === "-" || signCharacter === " ") {
    sign = signCharacter;
    at++;
  }
  const noNegativeZero = text.charAt(at) === "z";
  if (noNegativeZero) at++;
  const alternate = text.charAt(at) === "#";
  if (alternate) at++;
  if (!fillGiven && text.charAt(at) === "0") {
    fill = "0";
    if (givenAlign === undefined && defaultAlign === ">") align = "=";
    at++;
  }
  const width = readInteger(text, at);
  if (width === undefined) return TOO_MANY_DIGITS;
  at = width.end;
  let grouping: FormatSpec["grouping"] = "";
  if (text.charAt(at) === ",") {
    grouping = ",";
    at++;
  }
  if (text.charAt(at) === "_") {
    if (grouping !== "") return BOTH_SEPARATORS;
    grouping = "_";
    at++;
  }
  if (text.charAt(at) === "," && grouping === "_") return BOTH_SEPARATORS;
  let precision = -1;
  if (text.charAt(at) === ".") {
    const read = readInteger(text, at + 1);
    if (read === undefined) return TOO_MANY_DIGITS;
    if (read.value < 0) return NO_PRECISION;
    precision = read.value;
    at = read.end;
  }
  const typeCode = text.codePointAt(at);
  const type = typeCode === undefined ? defaultType : String.fromCodePoint(typeCode);
  if (typeCode !== undefined && at + type.length < text.length) {
    return new Fault("ValueError", `Invalid format specifier '${text}' for object of type '${typeName}'`);
  }
  if (grouping !== "" && !mayGroup(type, grouping)) {
    return new Fault("ValueError", `Cannot specify '${grouping}' with '${visible(type)}'.`);
  }
  return {
    fill,
    align,
    alignGiven: givenAlign !== undefined,
    sign,
    noNegativeZero,
    alternate,
    width: width.value,
    grouping,
    precision,
    type,
  };
}

function mayGroup(type: string, grouping: string): boolean {
  if (type === "" || "defgEG%F".includes(type)) return true;
  return grouping === "_" && "boxX".includes(type);
}

function visible(type: string): string {
  const code = type.codePointAt(0) as number;
  return code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
}

/** Digits of any script from an offset on: value -1 when there are none, undefined when beyond 63 bits. */
export function readInteger(
  text: string,
  offset: number,
): { readonly value: number; readonly end: number } | undefined {
  let end = offset;
  let value = 0;
  for (;;) {
    const code = text.codePointAt(end);
    const digit = code === undefined ? -1 : decimalValue(code);
    if (digit < 0) return { value: end === offset ? -1 : value, end };
    // CPython refuses once the value would pass 2**63 - 1; the number itself need not be exact above 2**53.
    if (value > 9e17 && !stillFits(text.slice(offset, end), digit)) return undefined;
    value = value * 10 + digit;
    end += (code as number) > 0xffff ? 2 : 1;
  }
}

function stillFits(digits: string, digit: number): boolean {
  let value = 0n;
  for (const character of digits) value = value * 10n + BigInt(decimalValue(character.codePointAt(0) as number));
  return value * 10n + BigInt(digit) <= 9223372036854775807n;
}

/** The Fault for a presentation type that the object's type does not know. */
export function unknownFormatCode(type: string, typeName: string): Fault {
  const code = type.codePointAt(0) as number;
  const shown = code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
  return new Fault("ValueError", `Unknown format code '${shown}' for object of type '${typeName}'`);
}

/** Whether a spec asks for more than can be carried out. */
export function isTooWide(spec: FormatSpec): boolean {
  return spec.width > MAX_FIELD || spec.precision > MAX_FIELD;
}

/** The Fault for {@link isTooWide}: CPython's failing allocation. */
export const TOO_WIDE: Fault = new Fault("MemoryError", "");

/** Pads a text of `length` code points to a width; "=" counts as ">". */
export function padField(text: string, length: number, width: number, align: Align, fill: string): string {
  const missing = width - length;
  if (missing <= 0) return text;
  if (align === "<") return text + fill.repeat(missing);
  if (align !== "^") return fill.repeat(missing) + text;
  const left = missing >> 1;
  return fill.repeat(left) + text + fill.repeat(missing - left);
}
