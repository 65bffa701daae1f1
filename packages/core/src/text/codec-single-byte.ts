// ASCII and Latin-1.

import type { Fault } from "../numeric/fault.ts";
import { ByteWriter } from "./byte-writer.ts";
import { isAscii } from "./classify.ts";
import { type Codec, type Decoded, type EncodingRules, encodeWith, TextBuilder } from "./codec.ts";
import type { CodecProblem } from "./codec-problem.ts";
import { unitBytes } from "./codec-utf8.ts";
import { asciiText } from "./str-repr.ts";

function rulesUpTo(name: string, size: number): EncodingRules {
  return {
    name,
    reason: `ordinal not in range(${size})`,
    accepts: (code) => code < size,
    write: (writer, code) => writer.push(code),
    writeSurrogate: undefined,
    joinsRuns: true,
  };
}

const ASCII_RULES: EncodingRules = rulesUpTo("ascii", 128);
const LATIN1_RULES: EncodingRules = rulesUpTo("latin-1", 256);

function decodeAscii(bytes: Uint8Array, errors: string): Decoded | CodecProblem | Fault {
  let at = 0;
  while (at < bytes.length && (bytes[at] as number) < 128) at++;
  if (at === bytes.length) return { text: asciiText(bytes, 0, at), consumed: at };
  const builder = new TextBuilder("ascii", errors, bytes, () => undefined);
  builder.append(asciiText(bytes, 0, at));
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte < 128) {
      builder.push(byte);
      at++;
      continue;
    }
    const next = builder.trouble(at, at + 1, "ordinal not in range(128)");
    if (typeof next !== "number") return next;
    at = next;
  }
  return builder.finish(at);
}

/** "ascii". */
export const ASCII: Readonly<Codec> = {
  name: "ascii",
  encode: (text, errors) =>
    isAscii(text) ? unitBytes(text) : encodeWith(ASCII_RULES, text, errors, new ByteWriter(text.length)),
  decode: decodeAscii,
};

/** "latin-1": every byte is the code point of its number. */
export const LATIN1: Readonly<Codec> = {
  name: "latin-1",
  encode: (text, errors) =>
    isAscii(text) ? unitBytes(text) : encodeWith(LATIN1_RULES, text, errors, new ByteWriter(text.length)),
  decode: (bytes) => ({ text: asciiText(bytes, 0, bytes.length), consumed: bytes.length }),
};
