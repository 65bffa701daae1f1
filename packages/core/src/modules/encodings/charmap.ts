// Codecs that have a table: one byte for each character.
import { ByteWriter } from "../../text/byte-writer.ts";
import { type Codec, encodeWith, TextBuilder } from "../../text/codec.ts";

const NONE_THERE = 0xfffe;
const REASON = "character maps to <undefined>";

/** The codec whose bytes from 0x80 on, or from 0xa0 on, are the characters of `upper`; the others are Latin-1. */
export function charmapCodec(upper: string): Codec {
  const codes = Array.from({ length: 256 }, (_, byte) => byte);
  const first = 256 - upper.length;
  for (let byte = first; byte < 256; byte++) codes[byte] = upper.charCodeAt(byte - first);
  const bytes = new Map(codes.map((code, byte): [number, number] => [code, byte]));
  bytes.delete(NONE_THERE);
  const rules = {
    name: "charmap",
    reason: REASON,
    accepts: (code: number) => bytes.has(code),
    write: (writer: ByteWriter, code: number) => writer.push(bytes.get(code) as number),
    writeSurrogate: undefined,
    joinsRuns: true,
  };
  return {
    name: "charmap",
    encode: (text, errors) => encodeWith(rules, text, errors, new ByteWriter(text.length)),
    decode(data, errors) {
      const builder = new TextBuilder("charmap", errors, data, () => undefined);
      let at = 0;
      while (at < data.length) {
        const code = codes[data[at] as number] as number;
        if (code !== NONE_THERE) {
          builder.push(code);
          at++;
          continue;
        }
        const next = builder.trouble(at, at + 1, REASON);
        if (typeof next !== "number") return next;
        at = next;
      }
      return builder.finish(at);
    },
  };
}
