// Parses the format of the % operator into literals and conversions.

import { lengthOf } from "./code-points.ts";
import { Fault } from "../numeric/fault.ts";

/** A conversion such as "%(name)-+#0*.*d". */
export interface Conversion {
  /** The mapping key between parentheses, if any. */
  readonly key: string | undefined;
  /** "-". */
  readonly left: boolean;
  /** "+" and " ". */
  readonly plus: boolean;
  readonly blank: boolean;
  /** "#". */
  readonly alternate: boolean;
  /** "0". */
  readonly zero: boolean;
  /** "*" takes the next argument; -1 when not given. A negative argument means left and its absolute value. */
  readonly width: number | "*";
  /** "*" takes the next argument (a negative one counts as 0); -1 when not given, 0 for a lone ".". */
  readonly precision: number | "*";
  /** One code point, not checked: ask {@link unsupportedConversion} for a type that does not exist. */
  readonly type: string;
  /** Whether the type is one of an int, or one of a float. */
  readonly isInteger: boolean;
  readonly isFloat: boolean;
  /** Code point index of the type in the format, for messages. */
  readonly index: number;
}

/** A literal text, a conversion, or, as the last piece, what CPython raises once it comes there. */
export type PrintfPiece = string | Conversion | Fault;

const INCOMPLETE = new Fault("ValueError", "incomplete format");
/** A "(" without its ")": but when the argument is no mapping, CPython says that first. */
export const INCOMPLETE_KEY: Fault = new Fault("ValueError", "incomplete format key");

/** Largest width, and largest precision (a C int). */
const MAX_WIDTH = 9223372036854775807n;
const MAX_PRECISION = 2147483647n;

/** Splits a format. "%%" is part of a literal; an argument's error comes before that of a later piece. */
export function parsePrintf(format: string): readonly PrintfPiece[] {
  const pieces: PrintfPiece[] = [];
  const place: Place = { offset: 0, index: 0 };
  let literal = "";
  let at = 0;
  for (;;) {
    const mark = format.indexOf("%", at);
    if (mark < 0) break;
    literal += format.slice(at, mark);
    if (format.charCodeAt(mark + 1) === 37) {
      literal += "%";
      at = mark + 2;
      continue;
    }
    if (literal !== "") pieces.push(literal);
    literal = "";
    const read = readConversion(format, mark + 1, place);
    if (read instanceof Fault) {
      pieces.push(read);
      return pieces;
    }
    pieces.push(read.conversion);
    at = read.end;
  }
  literal += format.slice(at);
  if (literal !== "") pieces.push(literal);
  return pieces;
}

/** Where a conversion was found: the units before it, which are counted once, and how many characters they are. */
interface Place {
  offset: number;
  index: number;
}

function readConversion(format: string, start: number, place: Place): { conversion: Conversion; end: number } | Fault {
  let at = start;
  let key: string | undefined;
  if (format.charAt(at) === "(") {
    const end = closingParenthesis(format, at);
    if (end < 0) return INCOMPLETE_KEY;
    key = format.slice(at + 1, end);
    at = end + 1;
  }
  let flags = "";
  while (at < format.length && "-+ #0".includes(format.charAt(at))) flags += format.charAt(at++);
  const width = readCount(format, at, MAX_WIDTH);
  if (width === undefined) return new Fault("ValueError", "width too big");
  at = width.end;
  let precision: number | "*" = -1;
  if (format.charAt(at) === ".") {
    const read = readCount(format, at + 1, MAX_PRECISION);
    if (read === undefined) return new Fault("ValueError", "precision too big");
    precision = read.count === -1 ? 0 : read.count;
    at = read.end;
  }
  // One C length letter means nothing.
  const letter = format.charAt(at);
  if (letter === "h" || letter === "l" || letter === "L") at++;
  const code = format.codePointAt(at);
  if (code === undefined) return INCOMPLETE;
  const type = String.fromCodePoint(code);
  place.index += lengthOf(format.slice(place.offset, at));
  place.offset = at;
  return {
    conversion: {
      key,
      left: flags.includes("-"),
      plus: flags.includes("+"),
      blank: flags.includes(" "),
      alternate: flags.includes("#"),
      zero: flags.includes("0"),
      width: width.count,
      precision,
      type,
      isInteger: "diuoxX".includes(type),
      isFloat: "eEfFgG".includes(type),
      index: place.index,
    },
    end: at + type.length,
  };
}

// Parentheses nest within a key.
function closingParenthesis(format: string, open: number): number {
  let depth = 0;
  for (let at = open; at < format.length; at++) {
    const unit = format.charCodeAt(at);
    if (unit === 40) depth++;
    else if (unit === 41 && --depth === 0) return at;
  }
  return -1;
}

function readCount(format: string, start: number, most: bigint): { count: number | "*"; end: number } | undefined {
  if (format.charAt(start) === "*") return { count: "*", end: start + 1 };
  let at = start;
  while (format.charCodeAt(at) >= 48 && format.charCodeAt(at) <= 57) at++;
  if (at === start) return { count: -1, end: at };
  let first = start;
  while (first < at - 1 && format.charCodeAt(first) === 48) first++;
  if (at - first > 19 || BigInt(format.slice(first, at)) > most) return undefined;
  return { count: Number(format.slice(first, at)), end: at };
}

/** What CPython raises for a type that % does not know. */
export function unsupportedConversion(conversion: Conversion): Fault {
  const code = conversion.type.codePointAt(0) as number;
  const shown = code >= 32 && code < 127 ? conversion.type : "?";
  return new Fault(
    "ValueError",
    `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${conversion.index}`,
  );
}
