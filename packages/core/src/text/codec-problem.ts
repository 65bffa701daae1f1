// What goes wrong in encoding and decoding, and what the named error handlers make of it.

import { Fault } from "../numeric/fault.ts";
import { escapeCodePoint } from "./str-repr.ts";

/** The facts of a UnicodeDecodeError (positions in bytes) or UnicodeEncodeError (positions in code points). */
export class CodecProblem {
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;

  constructor(encoding: string, start: number, end: number, reason: string) {
    this.encoding = encoding;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

/** str() of a UnicodeDecodeError. */
export function decodeMessage(problem: CodecProblem, bytes: Uint8Array): string {
  const { encoding, start, end, reason } = problem;
  if (end === start + 1 && start < bytes.length) {
    const byte = (bytes[start] as number).toString(16).padStart(2, "0");
    return `'${encoding}' codec can't decode byte 0x${byte} in position ${start}: ${reason}`;
  }
  return `'${encoding}' codec can't decode bytes in position ${start}-${end - 1}: ${reason}`;
}

/** str() of a UnicodeEncodeError; `code` is the code point at its start. */
export function encodeMessage(problem: CodecProblem, code: number | undefined): string {
  const { encoding, start, end, reason } = problem;
  if (end === start + 1 && code !== undefined) {
    return `'${encoding}' codec can't encode character '${escapeCodePoint(code)}' in position ${start}: ${reason}`;
  }
  return `'${encoding}' codec can't encode characters in position ${start}-${end - 1}: ${reason}`;
}

/** What a codec asks of an error handler: where the trouble is, in the units of the input. */
export interface Trouble {
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** A handler's answer: what to put in, and where to go on. */
export interface Remedy<Replacement> {
  readonly replacement: Replacement;
  readonly resume: number;
}

/** Decodes a surrogate that the encoding forbids, if one stands at an offset: its code and its bytes' number. */
export type SurrogateReader = (bytes: Uint8Array, offset: number) => readonly [code: number, bytes: number] | undefined;

function problemOf(trouble: Trouble): CodecProblem {
  return new CodecProblem(trouble.encoding, trouble.start, trouble.end, trouble.reason);
}

function unknownHandler(name: string): Fault {
  return new Fault("LookupError", `unknown error handler name '${name}'`);
}

/** Applies the handler of that name to bytes that do not decode. */
export function remedyDecoding(
  handler: string,
  trouble: Trouble,
  bytes: Uint8Array,
  readSurrogate: SurrogateReader,
): Remedy<string> | CodecProblem | Fault {
  const { start, end } = trouble;
  switch (handler) {
    case "strict":
      return problemOf(trouble);
    case "ignore":
      return { replacement: "", resume: end };
    case "replace":
      return { replacement: "\ufffd", resume: end };
    case "backslashreplace": {
      let replacement = "";
      for (let at = start; at < end; at++) replacement += escapeCodePoint(bytes[at] as number);
      return { replacement, resume: end };
    }
    case "surrogateescape": {
      let replacement = "";
      let at = start;
      for (; at < end && at < start + 4 && (bytes[at] as number) >= 128; at++) {
        replacement += String.fromCharCode(0xdc00 + (bytes[at] as number));
      }
      return at === start ? problemOf(trouble) : { replacement, resume: at };
    }
    case "surrogatepass": {
      const surrogate = readSurrogate(bytes, start);
      if (surrogate === undefined) return problemOf(trouble);
      return { replacement: String.fromCharCode(surrogate[0]), resume: start + surrogate[1] };
    }
    case "xmlcharrefreplace":
    case "namereplace":
      return new Fault("TypeError", "don't know how to handle UnicodeDecodeError in error callback");
    default:
      return unknownHandler(handler);
  }
}

/**
 * Applies the handler of that name to characters that do not encode; `codes` are the code points from the trouble's
 * start to its end. The replacement is text to encode, or bytes as they are.
 */
export function remedyEncoding(
  handler: string,
  trouble: Trouble,
  codes: readonly number[],
  writeSurrogate: ((code: number) => readonly number[]) | undefined,
): Remedy<string | readonly number[]> | CodecProblem | Fault {
  const resume = trouble.end;
  switch (handler) {
    case "strict":
      return problemOf(trouble);
    case "ignore":
      return { replacement: "", resume };
    case "replace":
      return { replacement: "?".repeat(codes.length), resume };
    case "backslashreplace":
      return { replacement: codes.map(escapeCodePoint).join(""), resume };
    case "xmlcharrefreplace":
      return { replacement: codes.map((code) => `&#${code};`).join(""), resume };
    case "surrogateescape":
      if (!codes.every((code) => code >= 0xdc80 && code <= 0xdcff)) return problemOf(trouble);
      return { replacement: codes.map((code) => code - 0xdc00), resume };
    case "surrogatepass":
      if (writeSurrogate === undefined || !codes.every((code) => code >= 0xd800 && code <= 0xdfff)) {
        return problemOf(trouble);
      }
      return { replacement: codes.flatMap((code) => [...writeSurrogate(code)]), resume };
    default:
      return unknownHandler(handler);
  }
}
