// repr and ascii of strings, repr of bytes: choice of quotes, escapes, what counts as printable.
import { unitsAt } from "./code-points.ts";
import { UnicodePattern } from "./unicode-pattern.ts";

// One-byte strings that need no escape and no quotes but single ones: nearly all.
const PLAIN = /^[ -&(-[\]-~]*$/;
const NOT_PRINTABLE = new UnicodePattern("(?! )[\\p{C}\\p{Z}]");
const TO_ESCAPE = new UnicodePattern("(?:(?! )[\\\\\\p{C}\\p{Z}])+", "gu");
const TO_ESCAPE_AND_QUOTE = new UnicodePattern("(?:(?! )['\\\\\\p{C}\\p{Z}])+", "gu");
const NOT_ASCII = /[\u0080-\u{10ffff}]+/gu;

/** Whether repr shows this code point as it is (str.isprintable for one character). */
export function isPrintableCodePoint(code: number): boolean {
  if (code < 127) return code >= 32;
  return !NOT_PRINTABLE.test(String.fromCodePoint(code));
}

/** Whether repr shows every character as it is (str.isprintable). */
export function isPrintable(text: string): boolean {
  return !NOT_PRINTABLE.test(text);
}

/** repr(text): in single quotes, unless the text has those and no double ones. */
export function strRepr(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  if (!text.includes("'")) return `'${escaped(text, TO_ESCAPE)}'`;
  if (!text.includes('"')) return `"${escaped(text, TO_ESCAPE)}"`;
  return `'${escaped(text, TO_ESCAPE_AND_QUOTE)}'`;
}

/** Characters replaced at a time: of all that it replaces the host makes a list first. */
const PART = 8192;

function escaped(text: string, pattern: UnicodePattern): string {
  let shown = "";
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = from + PART;
    // No pair of surrogates is parted.
    if ((text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to++;
    shown += text.slice(from, to).replace(pattern.regExp, escapeRun);
  }
  return shown;
}

/** ascii(text): as repr, with everything beyond ASCII escaped. */
export function strAscii(text: string): string {
  return asciiOnly(strRepr(text));
}

/** Escapes what is not ASCII in a text that is a repr already. */
export function asciiOnly(text: string): string {
  return text.replace(NOT_ASCII, escapeRun);
}

function escapeRun(characters: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += unitsAt(characters, at)) {
    const code = characters.codePointAt(at) as number;
    pieces.push(shortEscape(code) ?? escapeCodePoint(code));
  }
  return pieces.join("");
}

/** The escape of a character that has one of its own, a letter behind a backslash. */
function shortEscape(code: number): string | undefined {
  switch (code) {
    case 9:
      return "\\t";
    case 10:
      return "\\n";
    case 13:
      return "\\r";
    case 39:
      return "\\'";
    case 92:
      return "\\\\";
  }
  return undefined;
}

/** \xhh for each byte. */
const HEX_ESCAPES: readonly string[] = Array.from(
  { length: 256 },
  (_, code) => `\\x${code.toString(16).padStart(2, "0")}`,
);

/** The shortest of \xhh, \uhhhh and \Uhhhhhhhh for a code point (also the handler "backslashreplace"). */
export function escapeCodePoint(code: number): string {
  if (code <= 0xff) return HEX_ESCAPES[code] as string;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}

/** repr(bytes): "b'...'" with the same choice of quotes. */
export function bytesRepr(bytes: Uint8Array): string {
  return `b${quotedBytes(bytes)}`;
}

/** The quoted part of repr(bytes) (bytearray puts its own name around it). */
export function quotedBytes(bytes: Uint8Array): string {
  const hasSingle = bytes.includes(39);
  const quote = hasSingle && !bytes.includes(34) ? 34 : 39;
  const shown = new Uint8Array(4 * bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte >= 32 && byte < 127 && byte !== 92 && byte !== quote) {
      shown[length++] = byte;
      continue;
    }
    const escape = shortEscape(byte) ?? (HEX_ESCAPES[byte] as string);
    for (let at = 0; at < escape.length; at++) shown[length++] = escape.charCodeAt(at);
  }
  const text = asciiText(shown, 0, length);
  return quote === 39 ? `'${text}'` : `"${text}"`;
}

/** Up to this many bytes are turned into text eight by eight: the host's `apply` costs as much as ten. */
const FEW = 32;

/** Bytes below 128 (or code points below 256) from start to end as a string, in pieces that `apply` can take. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  let at = start;
  if (end - start <= FEW) {
    // The odd ones first: what is short is no text of parts.
    while (((end - at) & 7) !== 0) text += String.fromCharCode(bytes[at++] as number);
    for (; at < end; at += 8) {
      text += String.fromCharCode(
        bytes[at] as number,
        bytes[at + 1] as number,
        bytes[at + 2] as number,
        bytes[at + 3] as number,
        bytes[at + 4] as number,
        bytes[at + 5] as number,
        bytes[at + 6] as number,
        bytes[at + 7] as number,
      );
    }
    return text;
  }
  for (; at < end; at += 4096) {
    const piece = bytes.subarray(at, Math.min(at + 4096, end));
    text += String.fromCharCode.apply(null, piece as unknown as number[]);
  }
  return text;
}
