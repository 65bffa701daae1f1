// The module _naming: encoding by the error handler "namereplace", with the names of Unicode characters.
import type { Machine } from "../../objects/machine.ts";
import type { Result } from "../../objects/value.ts";
import { allocate } from "../../protocol/charge.ts";
import { encodeBy } from "../../protocol/codec.ts";
import { CodecProblem } from "../../text/codec-problem.ts";
import { unitsAt } from "../../text/code-points.ts";
import { findCodec } from "../../text/codecs.ts";
import { escapeCodePoint } from "../../text/str-repr.ts";
import { characterNames } from "../../unicode/characters.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { findSeldom } from "./module.ts";

/** Encode with `\N{...}`, or an escape where there is no name, in place of what the encoding does not have. */
function encode(vm: Machine, text: string, encoding: string): Result {
  const codec = findCodec(encoding) ?? findSeldom(vm, encoding, "encode");
  if (codec === undefined) return undefined;
  const nameOf = vm.record(NAMING, characterNames);
  let named = "";
  let rest = text;
  for (;;) {
    const problem = codec.encode(rest, "strict");
    if (!(problem instanceof CodecProblem)) break;
    let at = 0;
    let place = 0;
    for (; place < problem.start; place++) at += unitsAt(rest, at);
    named += rest.slice(0, at);
    const length = named.length;
    for (; place < problem.end; place++) {
      const code = rest.codePointAt(at) as number;
      const name = nameOf(code);
      named += name === undefined ? escapeCodePoint(code) : `\\N{${name}}`;
      at += unitsAt(rest, at);
    }
    allocate(vm, named.length - length);
    rest = rest.slice(at);
  }
  return encodeBy(vm, codec, named + rest, "strict");
}

export const NAMING: Readonly<NativeModule> = defineModule({
  name: "_naming",
  functions: { encode: func("text, encoding, /", encode) },
});
