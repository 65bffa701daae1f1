// format() of strings, and the whole of format() for the four basic kinds of values.

import { Fault } from "../numeric/fault.ts";
import type { Int } from "../numeric/int.ts";
import { CodePoints, lengthOf } from "./code-points.ts";
import { complexRepr } from "./complex-text.ts";
import { floatRepr } from "./float-repr.ts";
import { formatComplex, formatFloat, formatInt } from "./format-number.ts";
import { type FormatSpec, MAX_FIELD, padField, parseFormatSpec, TOO_WIDE, unknownFormatCode } from "./format-spec.ts";
import { intToString } from "./int-print.ts";

function refused(what: string): Fault {
  return new Fault("ValueError", `${what} not allowed in string format specifier`);
}

/** format(text, spec) of a string, whose spec was parsed with type "s" and align "<". */
export function formatStr(text: string, spec: FormatSpec, typeName: string): string | Fault {
  if (spec.type !== "s") return unknownFormatCode(spec.type, typeName);
  if (spec.sign !== "") return refused(spec.sign === " " ? "Space" : "Sign");
  if (spec.noNegativeZero) return refused("Negative zero coercion (z)");
  if (spec.alternate) return refused("Alternate form (#)");
  if (spec.align === "=") return refused("'=' alignment");
  if (spec.width > MAX_FIELD) return TOO_WIDE;
  let shown = text;
  let length = spec.width >= 0 || spec.precision >= 0 ? lengthOf(text) : 0;
  if (spec.precision >= 0 && spec.precision < length) {
    shown = text.slice(0, new CodePoints(text).offsetOf(spec.precision));
    length = spec.precision;
  }
  return padField(shown, length, spec.width, spec.align, spec.fill);
}

/** format(text, spec) from the specification's text. */
export function formatStrBy(text: string, spec: string, typeName: string = "str"): string | Fault {
  if (spec === "") return text;
  const parsed = parseFormatSpec(spec, typeName, "s", "<");
  return parsed instanceof Fault ? parsed : formatStr(text, parsed, typeName);
}

/** format(n, spec) of an int from the specification's text. */
export function formatIntBy(n: Int, spec: string, typeName: string = "int", maxDigits?: number): string | Fault {
  if (spec === "") return intToString(n, maxDigits);
  const parsed = parseFormatSpec(spec, typeName, "d", ">");
  return parsed instanceof Fault ? parsed : formatInt(n, parsed, typeName, maxDigits);
}

/** format(x, spec) of a float from the specification's text. */
export function formatFloatBy(x: number, spec: string, typeName: string = "float"): string | Fault {
  if (spec === "") return floatRepr(x);
  const parsed = parseFormatSpec(spec, typeName, "", ">");
  return parsed instanceof Fault ? parsed : formatFloat(x, parsed, typeName);
}

/** format(complex(re, im), spec) from the specification's text. */
export function formatComplexBy(re: number, im: number, spec: string, typeName: string = "complex"): string | Fault {
  if (spec === "") return complexRepr(re, im);
  const parsed = parseFormatSpec(spec, typeName, "", ">");
  return parsed instanceof Fault ? parsed : formatComplex(re, im, parsed, typeName);
}
