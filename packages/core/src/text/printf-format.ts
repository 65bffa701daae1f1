// Formats values for the conversions of the % operator.

import { fixedText } from "../numeric/decimal-digits.ts";
import { Fault } from "../numeric/fault.ts";
import type { Int } from "../numeric/int.ts";
import { CodePoints, lengthOf } from "./code-points.ts";
import { type FloatCode, floatText } from "./float-text.ts";
import { MAX_FIELD, TOO_WIDE } from "./format-spec.ts";
import { DEFAULT_MAX_DIGITS, intDigits, intToString } from "./int-print.ts";
import type { Conversion } from "./printf-parse.ts";

/** A conversion's flags with its width and precision known (-1 when not given). */
export interface PrintfField {
  readonly left: boolean;
  readonly plus: boolean;
  readonly blank: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number;
}

/** Settles "*": `width` and `precision` are the arguments taken for them, if any. */
export function printfField(conversion: Conversion, width?: number, precision?: number): PrintfField {
  if (conversion.width !== "*" && conversion.precision !== "*") return conversion as PrintfField;
  let { left } = conversion;
  let columns = conversion.width === "*" ? (width ?? 0) : conversion.width;
  if (conversion.width === "*" && columns < 0) {
    left = true;
    columns = -columns;
  }
  const places = conversion.precision === "*" ? Math.max(0, precision ?? 0) : conversion.precision;
  const { plus, blank, alternate, zero } = conversion;
  return { left, plus, blank, alternate, zero, width: columns, precision: places };
}

/** %d, %i, %u, %o, %x and %X of an int. */
export function printfInt(
  n: Int,
  type: string,
  field: PrintfField,
  maxDigits: number = DEFAULT_MAX_DIGITS,
): string | Fault {
  if (field.width > MAX_FIELD || field.precision > MAX_FIELD) return TOO_WIDE;
  const negative = n < 0;
  let digits: string;
  let prefix = "";
  if (type === "x" || type === "X" || type === "o") {
    digits = intDigits(n, type === "o" ? 8 : 16);
    if (type === "X") digits = digits.toUpperCase();
    if (field.alternate) prefix = `0${type}`;
  } else {
    const text = intToString(n, maxDigits);
    if (text instanceof Fault) return text;
    digits = negative ? text.slice(1) : text;
  }
  if (field.precision > digits.length) digits = digits.padStart(field.precision, "0");
  return fillNumber(negative, prefix, digits, field);
}

/** %e, %E, %f, %F, %g and %G of a float. */
export function printfFloat(x: number, type: string, field: PrintfField): string | Fault {
  if (field.precision > 2147483647) return new Fault("ValueError", "precision too big");
  if (field.width > MAX_FIELD || field.precision > MAX_FIELD) return TOO_WIDE;
  const places = field.precision < 0 ? 6 : field.precision;
  if (type === "f" && !field.alternate && Number.isFinite(x)) {
    return fillNumber(x < 0 || Object.is(x, -0), "", fixedText(Math.abs(x), places), field);
  }
  const code = type.toLowerCase() as FloatCode;
  const text = floatText(x, code, places, { alternate: field.alternate });
  const body = text.whole + text.rest;
  return fillNumber(text.negative, "", type === code ? body : body.toUpperCase(), field);
}

// Zeros go between sign or prefix and digits, unless the number stands to the left.
function fillNumber(negative: boolean, prefix: string, body: string, field: PrintfField): string {
  const head = (negative ? "-" : field.plus ? "+" : field.blank ? " " : "") + prefix;
  const missing = field.width - head.length - body.length;
  if (missing <= 0) return head + body;
  if (field.left) return head + body + " ".repeat(missing);
  return field.zero ? head + "0".repeat(missing) + body : " ".repeat(missing) + head + body;
}

/** %s, %r and %a of the converted text. */
export function printfText(text: string, field: PrintfField): string | Fault {
  if (field.width < 0 && field.precision < 0) return text;
  if (field.width > MAX_FIELD) return TOO_WIDE;
  let shown = text;
  let length = lengthOf(text);
  if (field.precision >= 0 && field.precision < length) {
    shown = text.slice(0, new CodePoints(text).offsetOf(field.precision));
    length = field.precision;
  }
  const missing = field.width - length;
  if (missing <= 0) return shown;
  return field.left ? shown + " ".repeat(missing) : " ".repeat(missing) + shown;
}

/** %c of a code point; the precision is ignored. */
export function printfCharacter(code: Int, field: PrintfField): string | Fault {
  if (code < 0 || code > 0x10ffff) return new Fault("OverflowError", "%c arg not in range(0x110000)");
  return printfText(String.fromCodePoint(Number(code)), { ...field, precision: -1 });
}
