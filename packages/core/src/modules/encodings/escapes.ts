// "unicode_escape" and "raw_unicode_escape": Latin-1 with the escapes of string literals.
import type { Fault } from "../../numeric/fault.ts";
import { ByteWriter } from "../../text/byte-writer.ts";
import { type Codec, type Decoded, TextBuilder } from "../../text/codec.ts";
import type { CodecProblem } from "../../text/codec-problem.ts";
import { escapeCodePoint } from "../../text/str-repr.ts";

const BACKSLASH = 0x5c;
/** Characters by the letter of their escape. */
// biome-ignore format: a table
const LETTERS: Readonly<Record<string, string>> = {
  "\n": "", "\\": "\\", "'": "'", '"': '"', a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v",
};
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function encoder(isRaw: boolean): (text: string) => Uint8Array {
  return (text) => {
    const writer = new ByteWriter(text.length);
    for (const character of text) {
      const code = character.codePointAt(0) as number;
      const isPlain = isRaw ? code < 256 : code >= 32 && code < 127 && code !== BACKSLASH;
      if (isPlain) writer.push(code);
      else writer.pushAll(Array.from(escaped(character, code), (each) => each.charCodeAt(0)));
    }
    return writer.finish();
  };
}

function escaped(character: string, code: number): string {
  const letter = "\\\t\n\r".indexOf(character);
  return letter < 0 ? escapeCodePoint(code) : `\\${"\\tnr"[letter]}`;
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && /[0-9a-fA-F]/.test(String.fromCharCode(byte));
}

/** Reads an escape with hexadecimal digits: the code and where it ends, or what is wrong with it. */
function readHex(
  bytes: Uint8Array,
  start: number,
  letter: string,
  isRaw: boolean,
): { code: number; end: number; reason?: string } {
  const count = DIGITS[letter] as number;
  let end = start + 2;
  let code = 0;
  while (end < start + 2 + count && isHex(bytes[end])) {
    code = code * 16 + Number.parseInt(String.fromCharCode(bytes[end++] as number), 16);
  }
  if (end < start + 2 + count) return { code, end, reason: `truncated \\${letter}${"X".repeat(count)} escape` };
  if (code <= 0x10ffff) return { code, end };
  return { code, end, reason: isRaw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character" };
}

function decoder(name: string, isRaw: boolean): Codec["decode"] {
  return (bytes, errors): Decoded | CodecProblem | Fault => {
    const builder = new TextBuilder(name, errors, bytes, () => undefined);
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] as number;
      const letter = at + 1 < bytes.length ? String.fromCharCode(bytes[at + 1] as number) : "";
      if (byte !== BACKSLASH || (isRaw && letter === "")) {
        builder.push(byte);
        at++;
        continue;
      }
      const found =
        letter in DIGITS && !(isRaw && letter === "x")
          ? readHex(bytes, at, letter, isRaw)
          : readOther(bytes, at, letter, isRaw);
      if (found.reason === undefined) {
        if (typeof found.code === "number") builder.push(found.code);
        else builder.append(found.code);
        at = found.end;
        continue;
      }
      const next = builder.trouble(at, found.end, found.reason);
      if (typeof next !== "number") return next;
      at = next;
    }
    return builder.finish(at);
  };
}

/** An escape without hexadecimal digits; one that is not known stands for itself. */
function readOther(
  bytes: Uint8Array,
  start: number,
  letter: string,
  isRaw: boolean,
): { code: number | string; end: number; reason?: string } {
  const end = start + 2;
  if (isRaw) return { code: `\\${letter}`, end };
  if (letter === "") return { code: "", end: start + 1, reason: "\\ at end of string" };
  if (letter in LETTERS) return { code: LETTERS[letter] as string, end };
  if (letter >= "0" && letter <= "7") {
    const digits = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(start + 1, start + 4)))?.[0] as string;
    return { code: Number.parseInt(digits, 8), end: start + 1 + digits.length };
  }
  return letter === "N" ? { code: "", end, reason: "malformed \\N character escape" } : { code: `\\${letter}`, end };
}

export const UNICODE_ESCAPE: Readonly<Codec> = {
  name: "unicodeescape",
  encode: encoder(false),
  decode: decoder("unicodeescape", false),
};

export const RAW_UNICODE_ESCAPE: Readonly<Codec> = {
  name: "rawunicodeescape",
  encode: encoder(true),
  decode: decoder("rawunicodeescape", true),
};
