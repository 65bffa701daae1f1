// Reading and showing complex numbers.

import type { Complex } from "../numeric/complex.ts";
import { Fault } from "../numeric/fault.ts";
import { numberInAscii } from "./decimal-values.ts";
import { scanFloat, valueOfFloat, withoutUnderscores } from "./float-parse.ts";
import { floatReprShort } from "./float-repr.ts";
import { strRepr } from "./str-repr.ts";
import { trimAscii } from "./white-space.ts";

/** repr(complex): "1j" when the real part is +0, else "(1+2j)". */
export function complexRepr(re: number, im: number): string {
  if (re === 0 && !Object.is(re, -0)) return `${floatReprShort(im)}j`;
  return `(${floatReprShort(re)}${signed(floatReprShort(im))}j)`;
}

function signed(text: string): string {
  return text.startsWith("-") ? text : `+${text}`;
}

/** complex(text): "1+2j", "(1+2j)", "j", "nan-infj", without blanks around the middle sign. */
export function parseComplex(text: string): Complex | Fault {
  const plain = withoutUnderscores(trimAscii(numberInAscii(text)));
  if (plain === undefined) return new Fault("ValueError", `could not convert string to complex: ${strRepr(text)}`);
  let source = plain;
  if (source.startsWith("(")) {
    if (!source.endsWith(")")) return malformed();
    source = trimAscii(source.slice(1, -1));
  }
  const end = scanFloat(source, 0);
  if (end < 0) return imaginaryUnit(source, 0, 0);
  const first = valueOfFloat(source.slice(0, end));
  if (end === source.length) return { re: first, im: 0 };
  const next = source.charCodeAt(end);
  if (next === 43 || next === 45) {
    const second = scanFloat(source, end);
    if (second < 0) return imaginaryUnit(source, end, first);
    if (!isUnitAtEnd(source, second)) return malformed();
    return { re: first, im: valueOfFloat(source.slice(end, second)) };
  }
  return isUnitAtEnd(source, end) ? { re: 0, im: first } : malformed();
}

// What is left must be "j", "+j" or "-j".
function imaginaryUnit(source: string, start: number, re: number): Complex | Fault {
  const sign = source.charCodeAt(start);
  const at = sign === 43 || sign === 45 ? start + 1 : start;
  return isUnitAtEnd(source, at) ? { re, im: sign === 45 ? -1 : 1 } : malformed();
}

function isUnitAtEnd(source: string, at: number): boolean {
  return at === source.length - 1 && (source.charCodeAt(at) | 32) === 106;
}

function malformed(): Fault {
  return new Fault("ValueError", "complex() arg is a malformed string");
}
