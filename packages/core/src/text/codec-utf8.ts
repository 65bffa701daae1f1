// UTF-8, with or without a byte order mark.

import { Fault } from "../numeric/fault.ts";
import { ByteWriter } from "./byte-writer.ts";
import { isAscii } from "./classify.ts";
import { type Codec, type Decoded, type EncodingRules, encodeWith, TextBuilder } from "./codec.ts";
import { CodecProblem } from "./codec-problem.ts";
import { asciiText } from "./str-repr.ts";

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

const RULES: Readonly<EncodingRules> = {
  name: "utf-8",
  reason: "surrogates not allowed",
  accepts: (code) => !isSurrogate(code),
  write: writeUtf8,
  writeSurrogate: (code) => [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)],
  joinsRuns: true,
};

function writeUtf8(writer: ByteWriter, code: number): void {
  if (code < 0x80) {
    writer.push(code);
    return;
  }
  if (code < 0x800) writer.push(0xc0 | (code >> 6));
  else {
    if (code < 0x10000) writer.push(0xe0 | (code >> 12));
    else {
      writer.push(0xf0 | (code >> 18));
      writer.push(0x80 | ((code >> 12) & 0x3f));
    }
    writer.push(0x80 | ((code >> 6) & 0x3f));
  }
  writer.push(0x80 | (code & 0x3f));
}

/** The bytes whose values are the code units of a text. */
export function unitBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** Encodes as UTF-8. */
export function encodeUtf8(text: string, errors: string = "strict"): Uint8Array | CodecProblem | Fault {
  if (isAscii(text)) return unitBytes(text);
  return encodeWith(RULES, text, errors, new ByteWriter(text.length + (text.length >> 1)));
}

function readSurrogate(bytes: Uint8Array, at: number): readonly [number, number] | undefined {
  const second = bytes[at + 1] ?? 0;
  const third = bytes[at + 2] ?? 0;
  if (bytes[at] !== 0xed || second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) return undefined;
  return [0xd000 | ((second & 0x3f) << 6) | (third & 0x3f), 3];
}

/** Decodes UTF-8. */
export function decodeUtf8(
  bytes: Uint8Array,
  errors: string = "strict",
  final: boolean = true,
): Decoded | CodecProblem | Fault {
  let at = asciiEnd(bytes, 0);
  if (at === bytes.length) return { text: asciiText(bytes, 0, at), consumed: at };
  const builder = new TextBuilder("utf-8", errors, bytes, readSurrogate);
  builder.append(asciiText(bytes, 0, at));
  while (at < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      const end = asciiEnd(bytes, at);
      if (end - at > 64) builder.append(asciiText(bytes, at, end));
      else for (let index = at; index < end; index++) builder.push(bytes[index] as number);
      at = end;
      continue;
    }
    const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    const good = goodBytes(bytes, at, length);
    if (length > 0 && good === length) {
      builder.push(codeAt(bytes, at, length));
      at += length;
      continue;
    }
    const cutOff = length > 0 && at + good === bytes.length;
    if (cutOff && !final) break;
    const reason =
      length === 0 ? "invalid start byte" : cutOff ? "unexpected end of data" : "invalid continuation byte";
    const next = builder.trouble(at, at + Math.max(good, 1), reason);
    if (typeof next !== "number") return next;
    at = next;
  }
  return builder.finish(at);
}

function asciiEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && (bytes[at] as number) < 0x80) at++;
  return at;
}

// How many bytes from `at` on can begin a character of that length. The second byte's range depends on the first.
function goodBytes(bytes: Uint8Array, at: number, length: number): number {
  if (length === 0) return 1;
  const first = bytes[at] as number;
  let good = 1;
  for (; good < length; good++) {
    const byte = bytes[at + good];
    if (byte === undefined || byte < 0x80 || byte > 0xbf) break;
    if (good > 1) continue;
    if (first === 0xe0 && byte < 0xa0) break;
    if (first === 0xed && byte > 0x9f) break;
    if (first === 0xf0 && byte < 0x90) break;
    if (first === 0xf4 && byte > 0x8f) break;
  }
  return good;
}

function codeAt(bytes: Uint8Array, at: number, length: number): number {
  let code = (bytes[at] as number) & (0x7f >> length);
  for (let index = 1; index < length; index++) code = (code << 6) | ((bytes[at + index] as number) & 0x3f);
  return code;
}

/** "utf-8". */
export const UTF8: Readonly<Codec> = { name: "utf-8", encode: encodeUtf8, decode: decodeUtf8 };

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** "utf-8-sig": writes a byte order mark, and skips one; positions of problems count after it. */
export const UTF8_WITH_MARK: Readonly<Codec> = {
  name: "utf-8-sig",
  encode(text, errors) {
    const body = encodeUtf8(text, errors);
    if (!(body instanceof Uint8Array)) return body;
    const bytes = new Uint8Array(body.length + 3);
    bytes.set([0xef, 0xbb, 0xbf]);
    bytes.set(body, 3);
    return bytes;
  },
  decode(bytes, errors, final) {
    if (!startsWithMark(bytes)) return decodeUtf8(bytes, errors, final);
    const decoded = decodeUtf8(bytes.subarray(3), errors, final);
    if (decoded instanceof CodecProblem || decoded instanceof Fault) return decoded;
    return { text: decoded.text, consumed: decoded.consumed + 3 };
  },
};
