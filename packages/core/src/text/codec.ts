// The frame of every codec: what one is, and encoding with error handlers around a codec's own rules.

import { Fault } from "../numeric/fault.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { CodecProblem, remedyDecoding, remedyEncoding, type SurrogateReader } from "./codec-problem.ts";

/** Decoded text, and how many bytes it took: all of them, unless more are to come (`final` false). */
export interface Decoded {
  readonly text: string;
  readonly consumed: number;
}

/** An encoding. `errors` names a handler; the built-in ones are known here; for "namereplace" see modules/encodings/naming.ts. */
export interface Codec {
  /** As in messages: "utf-8". */
  readonly name: string;
  encode(text: string, errors: string): Uint8Array | CodecProblem | Fault;
  decode(bytes: Uint8Array, errors: string, final: boolean): Decoded | CodecProblem | Fault;
}

/** The rules of one encoding, for {@link encodeWith}. */
export interface EncodingRules {
  readonly name: string;
  readonly reason: string;
  /** Whether a code point can be encoded. */
  accepts(code: number): boolean;
  write(writer: ByteWriter, code: number): void;
  /** Bytes of a lone surrogate under "surrogatepass", where that makes sense. */
  readonly writeSurrogate: ((code: number) => readonly number[]) | undefined;
  /** Whether neighbours that cannot be encoded are one problem, or each its own. */
  readonly joinsRuns: boolean;
}

/** Encodes a text code point by code point. */
export function encodeWith(
  rules: EncodingRules,
  text: string,
  errors: string,
  writer: ByteWriter,
): Uint8Array | CodecProblem | Fault {
  let index = 0;
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) as number;
    if (rules.accepts(code)) {
      rules.write(writer, code);
      offset += code > 0xffff ? 2 : 1;
      index++;
      continue;
    }
    const codes: number[] = [];
    do {
      const bad = text.codePointAt(offset) as number;
      if (rules.accepts(bad)) break;
      codes.push(bad);
      offset += bad > 0xffff ? 2 : 1;
    } while (rules.joinsRuns && offset < text.length);
    const fault = writeRemedies(rules, errors, writer, codes, index);
    if (fault !== undefined) return fault;
    index += codes.length;
  }
  return writer.finish();
}

function writeRemedies(
  rules: EncodingRules,
  errors: string,
  writer: ByteWriter,
  codes: readonly number[],
  index: number,
): CodecProblem | Fault | undefined {
  let first = 0;
  if (errors === "surrogateescape" && rules.joinsRuns) {
    // What can be escaped is, before the rest of the run is reported.
    while (first < codes.length && isEscape(codes[first] as number)) writer.push((codes[first++] as number) - 0xdc00);
    if (first === codes.length) return undefined;
  }
  const trouble = { encoding: rules.name, start: index + first, end: index + codes.length, reason: rules.reason };
  // An escaped byte alone is no code unit where those are wide.
  const handler = errors === "surrogateescape" && !rules.joinsRuns ? "strict" : errors;
  const remedy = remedyEncoding(handler, trouble, codes.slice(first), rules.writeSurrogate);
  if (remedy instanceof CodecProblem || remedy instanceof Fault) return remedy;
  const { replacement } = remedy;
  if (typeof replacement !== "string") writer.pushAll(replacement);
  else for (let at = 0; at < replacement.length; at++) rules.write(writer, replacement.charCodeAt(at));
  return undefined;
}

function isEscape(code: number): boolean {
  return code >= 0xdc80 && code <= 0xdcff;
}

/** Text under construction while decoding, with the handler for what does not decode. */
export class TextBuilder {
  readonly #encoding: string;
  readonly #errors: string;
  readonly #bytes: Uint8Array;
  readonly #readSurrogate: SurrogateReader;
  #units: number[] = [];
  #text = "";

  constructor(encoding: string, errors: string, bytes: Uint8Array, readSurrogate: SurrogateReader) {
    this.#encoding = encoding;
    this.#errors = errors;
    this.#bytes = bytes;
    this.#readSurrogate = readSurrogate;
  }

  /** Appends a code point. */
  push(code: number): void {
    const units = this.#units;
    if (code > 0xffff) units.push(0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff));
    else units.push(code);
    if (units.length >= 4096) this.#flush();
  }

  /** Appends text. */
  append(text: string): void {
    this.#flush();
    this.#text += text;
  }

  /** Hands start..end to the error handler: the offset to go on from, or what it raises. */
  trouble(start: number, end: number, reason: string): number | CodecProblem | Fault {
    const trouble = { encoding: this.#encoding, start, end, reason };
    const remedy = remedyDecoding(this.#errors, trouble, this.#bytes, this.#readSurrogate);
    if (remedy instanceof CodecProblem || remedy instanceof Fault) return remedy;
    this.append(remedy.replacement);
    return remedy.resume;
  }

  #flush(): void {
    if (this.#units.length === 0) return;
    this.#text += String.fromCharCode.apply(null, this.#units);
    this.#units = [];
  }

  /** The text so far, with how many bytes it took. */
  finish(consumed: number): Decoded {
    this.#flush();
    return { text: this.#text, consumed };
  }
}
