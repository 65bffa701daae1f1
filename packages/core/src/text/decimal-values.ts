// Values of decimal digits in all scripts, for int() and float().

import { isSpaceUnit } from "./white-space.ts";

// The zeros of Unicode 15.1; nine more digits follow each.
const ZEROS: readonly number[] = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
  0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0,
  0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950, 0x1fbf0,
];

const NOT_ASCII_DIGIT = /[\u0080-\uffff]/;
const NOT_ASCII_ALL = /[\u0080-\u{10ffff}]/gu;

/** 0..9 for a decimal digit of any script, else -1. */
export function decimalValue(code: number): number {
  if (code < 0x660) return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
  let low = 0;
  let high = ZEROS.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ZEROS[middle] as number) <= code) low = middle;
    else high = middle - 1;
  }
  const value = code - (ZEROS[low] as number);
  return value < 10 ? value : -1;
}

/**
 * The text of a number in ASCII: every decimal digit as its ASCII one, white space beyond ASCII as " ", all else beyond
 * as "?", which no number has. ASCII itself stays: what then surrounds a number is C's white space only.
 */
export function numberInAscii(text: string): string {
  if (!NOT_ASCII_DIGIT.test(text)) return text;
  return text.replace(NOT_ASCII_ALL, (character) => {
    const value = decimalValue(character.codePointAt(0) as number);
    if (value >= 0) return String(value);
    return isSpaceUnit(character.charCodeAt(0)) ? " " : "?";
  });
}
