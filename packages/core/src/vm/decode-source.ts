// Bytes of a source file to text: UTF-8 unless a coding line says otherwise.
import { Fault } from "../numeric/fault.ts";
import { PythonSyntaxError } from "../syntax/syntax-error.ts";
import { CodecProblem, decodeMessage } from "../text/codec-problem.ts";
import { UTF8 } from "../text/codec-utf8.ts";
import { findCodec } from "../text/codecs.ts";
import { asciiText } from "../text/str-repr.ts";

const CODING_LINE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_LINE = /^[ \t\f]*(?:#.*)?$/;

/** The encoding that bytes declare, where `decodeSource` does not know it, or they are no file: then its errors tell more. */
export function foreignEncoding(bytes: Uint8Array, isFile: boolean): string | undefined {
  const declared = declaredEncoding(bytes);
  return declared === undefined || (isFile && findCodec(declared) !== undefined) ? undefined : declared;
}

/** The text of a source file. Throws PythonSyntaxError for bytes that are not in its encoding. */
export function decodeSource(bytes: Uint8Array, filename: string): string {
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasBom ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(body);
  const codec = declared === undefined ? UTF8 : findCodec(declared);
  if (codec === undefined) throw wholeFileError(`encoding problem: ${declared}`, filename);
  // Next to a BOM, CPython knows UTF-8 by this spelling alone.
  if (hasBom && declared !== undefined && declared !== "utf-8") {
    throw wholeFileError(`encoding problem: ${declared} with BOM`, filename);
  }
  const nul = body.indexOf(0);
  if (nul !== -1) throw nulError(body, nul, filename);
  const decoded = codec.decode(body, "strict", true);
  if (decoded instanceof CodecProblem && codec === UTF8)
    throw wholeFileError(notUtf8(body, decoded, declared, filename), filename);
  if (decoded instanceof CodecProblem || decoded instanceof Fault)
    throw wholeFileError(`encoding problem: ${declared}`, filename);
  return decoded.text;
}

/** The encoding that one of the first two lines names; a suffix such as that of `utf-8-unix` is an editor's business. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  let start = 0;
  for (let line = 0; line < 2; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = asciiText(bytes, start, end);
    const declared = CODING_LINE.exec(text)?.[1];
    if (declared !== undefined) {
      const name = declared.toLowerCase().replaceAll("_", "-");
      if (/^utf-8(?:-|$)/.test(name)) return "utf-8";
      return /^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(name) ? "iso-8859-1" : declared;
    }
    if (!BLANK_LINE.test(text)) return undefined;
    start = bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
  }
  return undefined;
}

function notUtf8(bytes: Uint8Array, problem: CodecProblem, declared: string | undefined, filename: string): string {
  if (declared !== undefined) return decodeMessage(problem, bytes);
  const hex = (bytes[problem.start] as number).toString(16);
  return (
    `Non-UTF-8 code starting with '\\x${hex}' in file ${filename} on line ${linesUpTo(bytes, problem.start).length}, but no ` +
    "encoding declared; see https://peps.python.org/pep-0263/ for details"
  );
}

export function wholeFileError(message: string, filename: string): PythonSyntaxError {
  const nowhere = { line: 0, column: 0, endLine: 0, endColumn: 0 };
  return new PythonSyntaxError("SyntaxError", message, filename, nowhere, "");
}

function nulError(bytes: Uint8Array, nul: number, filename: string): PythonSyntaxError {
  const before = linesUpTo(bytes, nul);
  const range = { line: before.length, column: 0, endLine: before.length, endColumn: 0 };
  const message = "source code cannot contain null bytes";
  return new PythonSyntaxError("SyntaxError", message, filename, range, before.at(-1) ?? "");
}

/** The lines before an offset, the last one cut off there; each byte is a character. */
function linesUpTo(bytes: Uint8Array, end: number): string[] {
  return asciiText(bytes, 0, end).split("\n");
}
