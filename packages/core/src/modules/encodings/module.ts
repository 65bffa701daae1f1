// The module _encodings: the codecs that are seldom wanted, for str.encode and bytes.decode.
import { lookupErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import type { PyBytes } from "../../objects/sequences.ts";
import type { Result, Value } from "../../objects/value.ts";
import { decodeBy, encodeBy } from "../../protocol/codec.ts";
import { raiseNew } from "../../protocol/raise.ts";
import type { Codec } from "../../text/codec.ts";
import { codecName } from "../../text/codecs.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { charmapCodec } from "./charmap.ts";
import { RAW_UNICODE_ESCAPE, UNICODE_ESCAPE } from "./escapes.ts";
import { TABLES } from "./tables.ts";
import { UTF7 } from "./utf7.ts";

const CODECS: ReadonlyMap<string, Codec> = new Map([
  ...TABLES.flatMap(({ names, upper }) => named(names, charmapCodec(upper))),
  ...named("utf_7 u7 utf7 unicode_1_1_utf_7", UTF7),
  ...named("unicode_escape unicodeescape", UNICODE_ESCAPE),
  ...named("raw_unicode_escape rawunicodeescape", RAW_UNICODE_ESCAPE),
]);

/** Codecs of CPython that do not make bytes of text. */
const NOT_TEXT: ReadonlySet<string> = new Set(
  "base64 base_64 base64_codec bz2 bz2_codec hex hex_codec quopri quopri_codec quoted_printable quotedprintable rot13 rot_13 uu uu_codec zip zlib zlib_codec".split(
    " ",
  ),
);

function named(names: string, codec: Codec): [string, Codec][] {
  return names.split(" ").map((name) => [name, codec]);
}

/** A codec of this module; undefined after raising LookupError. */
export function findSeldom(vm: Machine, encoding: string, verb: "encode" | "decode"): Codec | undefined {
  const name = codecName(encoding);
  const codec = CODECS.get(name);
  if (codec !== undefined) return codec;
  const message = NOT_TEXT.has(name)
    ? `'${encoding}' is not a text encoding; use codecs.${verb}() to handle arbitrary codecs`
    : `unknown encoding: ${encoding}`;
  return raiseNew(vm, lookupErrorType, message);
}

export const ENCODINGS: Readonly<NativeModule> = defineModule({
  name: "_encodings",
  functions: {
    encode: func("text, encoding, errors, /", (vm: Machine, text: Value, encoding: Value, errors: Value): Result => {
      const codec = findSeldom(vm, encoding as string, "encode");
      return codec === undefined ? undefined : encodeBy(vm, codec, text as string, errors as string);
    }),
    decode: func("data, encoding, errors, /", (vm: Machine, data: Value, encoding: Value, errors: Value): Result => {
      const codec = findSeldom(vm, encoding as string, "decode");
      return codec === undefined ? undefined : decodeBy(vm, codec, (data as PyBytes).data, errors as string);
    }),
  },
});
