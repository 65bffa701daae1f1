// Finds a codec by any of its names.

import type { Codec } from "./codec.ts";
import { ASCII, LATIN1 } from "./codec-single-byte.ts";
import { UTF8, UTF8_WITH_MARK } from "./codec-utf8.ts";
import { markedCodec, wideCodec } from "./codec-wide.ts";

const NAMES: ReadonlyMap<Codec, string> = new Map<Codec, string>([
  [UTF8, "utf-8 utf_8 u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001"],
  [UTF8_WITH_MARK, "utf_8_sig"],
  [
    ASCII,
    "ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii",
  ],
  [
    LATIN1,
    "latin_1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1 charmap",
  ],
  [markedCodec(2), "utf_16 u16 utf16"],
  [wideCodec(2, "little"), "utf_16_le unicodelittleunmarked utf_16le"],
  [wideCodec(2, "big"), "utf_16_be unicodebigunmarked utf_16be"],
  [markedCodec(4), "utf_32 u32 utf32"],
  [wideCodec(4, "little"), "utf_32_le utf_32le"],
  [wideCodec(4, "big"), "utf_32_be utf_32be"],
]);

const CODECS: ReadonlyMap<string, Codec> = new Map(
  [...NAMES].flatMap(([codec, names]) => names.split(" ").map((name): [string, Codec] => [name, codec])),
);

const NOT_IN_NAMES = /[^a-z0-9.]+/g;

/** A name of a codec as tables have it: case, blanks, hyphens and underscores do not matter. */
export function codecName(encoding: string): string {
  return encoding.toLowerCase().replace(NOT_IN_NAMES, "_").replace(/^_|_$/g, "");
}

/** The codec of that name, or undefined. */
export function findCodec(encoding: string): Codec | undefined {
  return CODECS.get(encoding) ?? CODECS.get(codecName(encoding));
}
