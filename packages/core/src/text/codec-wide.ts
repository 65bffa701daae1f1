// UTF-16 and UTF-32 in both byte orders, and with a byte order mark.

import type { Fault } from "../numeric/fault.ts";
import { ByteWriter } from "./byte-writer.ts";
import { type Codec, type Decoded, type EncodingRules, encodeWith, TextBuilder } from "./codec.ts";
import type { CodecProblem } from "./codec-problem.ts";

/** Bytes of a code unit: 2 or 4. */
type Width = 2 | 4;
type Order = "little" | "big";

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function unitBytes(unit: number, width: Width, order: Order): readonly number[] {
  const bytes = width === 2 ? [unit & 0xff, unit >> 8] : [unit & 0xff, (unit >> 8) & 0xff, (unit >> 16) & 0xff, 0];
  return order === "little" ? bytes : bytes.reverse();
}

function rulesOf(name: string, width: Width, order: Order): EncodingRules {
  const lastShift = 8 * (width - 1);
  const writeUnit = (writer: ByteWriter, unit: number): void => {
    for (let shift = 0; shift <= lastShift; shift += 8) {
      writer.push((unit >> (order === "little" ? shift : lastShift - shift)) & 0xff);
    }
  };
  return {
    name,
    reason: "surrogates not allowed",
    accepts: (code) => !isSurrogate(code),
    write(writer, code) {
      if (width === 2 && code > 0xffff) {
        writeUnit(writer, 0xd7c0 + (code >> 10));
        writeUnit(writer, 0xdc00 + (code & 0x3ff));
      } else writeUnit(writer, code);
    },
    writeSurrogate: (code) => unitBytes(code, width, order),
    joinsRuns: false,
  };
}

function readUnit(bytes: Uint8Array, at: number, width: Width, order: Order): number {
  let value = 0;
  for (let index = 0; index < width; index++) {
    value = value * 256 + (bytes[order === "big" ? at + index : at + width - 1 - index] as number);
  }
  return value;
}

function decodeWide(
  bytes: Uint8Array,
  start: number,
  errors: string,
  final: boolean,
  width: Width,
  order: Order,
): Decoded | CodecProblem | Fault {
  const name = `utf-${width * 8}-${order === "little" ? "le" : "be"}`;
  const builder = new TextBuilder(name, errors, bytes, (source, offset) => {
    if (offset + width > source.length) return undefined;
    const unit = readUnit(source, offset, width, order);
    return isSurrogate(unit) ? [unit, width] : undefined;
  });
  let at = start;
  while (at < bytes.length) {
    let end = at + width;
    let reason: string;
    if (end > bytes.length) {
      if (!final) break;
      end = bytes.length;
      reason = "truncated data";
    } else {
      const unit = readUnit(bytes, at, width, order);
      if (unit <= 0x10ffff && !isSurrogate(unit)) {
        builder.push(unit);
        at = end;
        continue;
      }
      if (width === 4) {
        reason = isSurrogate(unit)
          ? "code point in surrogate code point range(0xd800, 0xe000)"
          : "code point not in range(0x110000)";
      } else if (unit > 0xdbff) reason = "illegal encoding";
      else if (end + 2 > bytes.length) {
        if (!final) break;
        end = bytes.length;
        reason = "unexpected end of data";
      } else {
        const low = readUnit(bytes, end, 2, order);
        if (low >= 0xdc00 && low <= 0xdfff) {
          builder.push(((unit - 0xd7c0) << 10) + (low - 0xdc00));
          at += 4;
          continue;
        }
        reason = "illegal UTF-16 surrogate";
      }
    }
    const next = builder.trouble(at, end, reason);
    if (typeof next !== "number") return next;
    at = next;
  }
  return builder.finish(at);
}

/** "utf-16-le" and its like: a fixed byte order, no mark. */
export function wideCodec(width: Width, order: Order): Codec {
  const name = `utf-${width * 8}-${order === "little" ? "le" : "be"}`;
  const rules = rulesOf(name, width, order);
  return {
    name,
    encode: (text, errors) => encodeWith(rules, text, errors, new ByteWriter(text.length * width)),
    decode: (bytes, errors, final) => decodeWide(bytes, 0, errors, final, width, order),
  };
}

/** "utf-16" and "utf-32": writes a mark and little-endian units; reads by the mark, little-endian without one. */
export function markedCodec(width: Width): Codec {
  const name = `utf-${width * 8}`;
  const rules = rulesOf(name, width, "little");
  return {
    name,
    encode(text, errors) {
      const writer = new ByteWriter((text.length + 1) * width);
      rules.write(writer, 0xfeff);
      return encodeWith(rules, text, errors, writer);
    },
    decode(bytes, errors, final) {
      if (bytes.length >= width) {
        if (readUnit(bytes, 0, width, "little") === 0xfeff)
          return decodeWide(bytes, width, errors, final, width, "little");
        if (readUnit(bytes, 0, width, "big") === 0xfeff) return decodeWide(bytes, width, errors, final, width, "big");
      }
      return decodeWide(bytes, 0, errors, final, width, "little");
    },
  };
}
