// Bytes as hexadecimal text: bytes.hex and bytes.fromhex.
import { Fault } from "../numeric/fault.ts";
import { isAsciiSpace } from "./white-space.ts";
import { lengthOf } from "./code-points.ts";
import { asciiText } from "./str-repr.ts";

/**
 * The digits of bytes, with `separator` between groups of `size` bytes counted from the right, from the left when
 * negative; 0 or an empty separator means none.
 */
export function hexOfBytes(data: Uint8Array, separator: string = "", size: number = 1): string {
  const { length } = data;
  const group = separator === "" || size === 0 ? length : Math.abs(size);
  // The first group is the short one when groups are counted from the right.
  let left = (size > 0 && length % group) || group;
  const shown = new Uint8Array(2 * length + Math.max(0, Math.ceil(length / group) - 1));
  let at = 0;
  for (let from = 0; from < length; from++) {
    const byte = data[from] as number;
    if (left-- === 0) {
      shown[at++] = separator.charCodeAt(0);
      left = group - 1;
    }
    shown[at++] = digit(byte >> 4);
    shown[at++] = digit(byte & 15);
  }
  return asciiText(shown, 0, at);
}

function digit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}

/** bytes.fromhex(text): pairs of digits, ASCII white space between them. */
export function bytesOfHex(text: string): Uint8Array | Fault {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return notHex(text, at);
  const data = new Uint8Array(text.length >> 1);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    if (isAsciiSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const high = digitOf(text.charCodeAt(at));
    if (high < 0) return notHex(text, at);
    const low = digitOf(text.charCodeAt(at + 1));
    if (low < 0) return notHex(text, at + 1);
    data[count++] = high * 16 + low;
    at += 2;
  }
  return data.slice(0, count);
}

function notHex(text: string, at: number): Fault {
  const position = lengthOf(text.slice(0, at));
  return new Fault("ValueError", `non-hexadecimal number found in fromhex() arg at position ${position}`);
}

function digitOf(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
