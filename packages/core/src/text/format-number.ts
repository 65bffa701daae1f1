// format() of ints, floats and complex numbers by a parsed specification.

import { fixedText } from "../numeric/decimal-digits.ts";
import { Fault } from "../numeric/fault.ts";
import type { Int } from "../numeric/int.ts";
import { toFloat } from "../numeric/int-float.ts";
import { type FloatCode, type FloatTextOptions, floatText } from "./float-text.ts";
import { type FormatSpec, isTooWide, padField, TOO_WIDE, unknownFormatCode } from "./format-spec.ts";
import { DEFAULT_MAX_DIGITS, intDigits, intToString } from "./int-print.ts";
import { layoutNumber } from "./number-layout.ts";

function refused(message: string): Fault {
  return new Fault("ValueError", message);
}

/** format(n, spec) of an int, whose spec was parsed with type "d" and align ">". */
export function formatInt(
  n: Int,
  spec: FormatSpec,
  typeName: string,
  maxDigits: number = DEFAULT_MAX_DIGITS,
): string | Fault {
  switch (spec.type) {
    case "b":
    case "c":
    case "d":
    case "o":
    case "x":
    case "X":
    case "n":
      return formatInteger(n, spec, maxDigits);
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
    case "%": {
      const x = toFloat(n);
      return x instanceof Fault ? x : formatFloat(x, spec, typeName);
    }
    default:
      return unknownFormatCode(spec.type, typeName);
  }
}

function formatInteger(n: Int, spec: FormatSpec, maxDigits: number): string | Fault {
  if (spec.precision >= 0) return refused("Precision not allowed in integer format specifier");
  if (spec.noNegativeZero) return refused("Negative zero coercion (z) not allowed in integer format specifier");
  if (isTooWide(spec)) return TOO_WIDE;
  if (spec.type === "c") return formatCharacter(n, spec);
  const negative = n < 0;
  if (spec.type === "d" || spec.type === "n") {
    const text = intToString(n, maxDigits);
    if (text instanceof Fault) return text;
    return layoutNumber({ negative, prefix: "", digits: negative ? text.slice(1) : text, rest: "" }, spec, 3);
  }
  const base = spec.type === "b" ? 2 : spec.type === "o" ? 8 : 16;
  const digits = intDigits(n, base);
  const prefix = spec.alternate ? `0${spec.type}` : "";
  return layoutNumber(
    { negative, prefix, digits: spec.type === "X" ? digits.toUpperCase() : digits, rest: "" },
    spec,
    4,
  );
}

function formatCharacter(n: Int, spec: FormatSpec): string | Fault {
  if (spec.sign !== "") return refused("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return refused("Alternate form (#) not allowed with integer format specifier 'c'");
  if (n < -(2n ** 63n) || n >= 2n ** 63n) {
    return new Fault("OverflowError", "Python int too large to convert to C long");
  }
  if (n < 0 || n > 0x10ffff) return new Fault("OverflowError", "%c arg not in range(0x110000)");
  return padField(String.fromCodePoint(Number(n)), 1, spec.width, spec.align, spec.fill);
}

/** How CPython reads a float's presentation type: code, upper case, and what a missing precision means. */
interface FloatPlan {
  readonly code: FloatCode;
  readonly precision: number;
  readonly upper: boolean;
  readonly options: FloatTextOptions;
}

function planFloat(spec: FormatSpec, addDotZero: boolean): FloatPlan {
  const options = { alternate: spec.alternate, noNegativeZero: spec.noNegativeZero, addDotZero: false };
  const precision = spec.precision < 0 ? 6 : spec.precision;
  switch (spec.type) {
    case "":
      return spec.precision < 0
        ? { code: "r", precision: 0, upper: false, options: { ...options, addDotZero } }
        : { code: "g", precision, upper: false, options: { ...options, addDotZero } };
    case "n":
      return { code: "g", precision, upper: false, options };
    case "%":
      return { code: "f", precision, upper: false, options };
    default:
      return {
        code: spec.type.toLowerCase() as FloatCode,
        precision,
        upper: spec.type < "a",
        options,
      };
  }
}

/** format(x, spec) of a float, whose spec was parsed with type "" and align ">". */
export function formatFloat(x: number, spec: FormatSpec, typeName: string): string | Fault {
  if (spec.type !== "" && !"eEfFgGn%".includes(spec.type)) return unknownFormatCode(spec.type, typeName);
  if (spec.precision > 2147483647) return refused("precision too big");
  if (isTooWide(spec)) return TOO_WIDE;
  if (spec.type === "f" && isBare(spec) && x > -1e21 && x < 1e21) {
    const text = fixedText(x < 0 ? -x : x, spec.precision < 0 ? 6 : spec.precision);
    return x < 0 || Object.is(x, -0) ? `-${text}` : text;
  }
  const { code, precision, upper, options } = planFloat(spec, true);
  const percent = spec.type === "%";
  const text = floatText(percent ? x * 100 : x, code, precision, options);
  const rest = (upper ? text.rest.toUpperCase() : text.rest) + (percent ? "%" : "");
  return layoutNumber({ negative: text.negative, prefix: "", digits: text.whole, rest }, spec, 3);
}

/** Whether a spec asks for nothing but a type and a precision. */
function isBare(spec: FormatSpec): boolean {
  return spec.width < 0 && spec.sign === "" && spec.grouping === "" && !spec.alternate && !spec.noNegativeZero;
}

/** format(complex(re, im), spec), whose spec was parsed with type "" and align ">". */
export function formatComplex(re: number, im: number, spec: FormatSpec, typeName: string): string | Fault {
  if (spec.type !== "" && !"eEfFgGn".includes(spec.type)) return unknownFormatCode(spec.type, typeName);
  if (spec.precision > 2147483647) return refused("precision too big");
  if (spec.fill === "0") return refused("Zero padding is not allowed in complex format specifier");
  if (spec.align === "=") return refused("'=' alignment flag is not allowed in complex format specifier");
  if (isTooWide(spec)) return TOO_WIDE;
  const { code, precision, upper, options } = planFloat(spec, false);
  const inner: FormatSpec = { ...spec, width: -1 };
  const part = (x: number, partSpec: FormatSpec): string => {
    const text = floatText(x, code, precision, options);
    const rest = upper ? text.rest.toUpperCase() : text.rest;
    return layoutNumber({ negative: text.negative, prefix: "", digits: text.whole, rest }, partSpec, 3);
  };
  const plain = spec.type === "";
  let body: string;
  if (plain && re === 0 && !Object.is(re, -0)) body = `${part(im, inner)}j`;
  else {
    const both = `${part(re, inner)}${part(im, { ...inner, sign: "+" })}j`;
    body = plain ? `(${both})` : both;
  }
  return padField(body, body.length, spec.width, spec.align, spec.fill);
}
