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
export function decodeSource(bytes: Uint8Array, filename: string, isFile: boolean = true): string {
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
  if (nul !== -1) {
    const lines = linesUpTo(body, nul);
    throw wholeFileError("source code cannot contain null bytes", filename, lines.length, lines.at(-1));
  }
  const decoded = codec.decode(body, "strict", true);
  if (!(decoded instanceof CodecProblem || decoded instanceof Fault)) return decoded.text;
  const isUtf8 = codec === UTF8 && decoded instanceof CodecProblem;
  if (isUtf8 && !isFile && declared === undefined) throw badToken(body, decoded, filename);
  throw wholeFileError(isUtf8 ? notUtf8(body, decoded, declared, filename) : `encoding problem: ${declared}`, filename);
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

/** What is no UTF-8 in the argument of `compile`, told of the string or name that it stands in. */
function badToken(bytes: Uint8Array, { start, end, reason }: CodecProblem, filename: string): PythonSyntaxError {
  const lines = linesUpTo(bytes, start);
  const before = lines.at(-1) as string;
  const [closed] = /^(?:[^"']|"[^"]*"|'[^']*')*/.exec(before) as RegExpExecArray;
  const isString = closed.length < before.length;
  const index = isString ? closed.length : before.search(/[\w\x80-\xff]*$/);
  const first = start - before.length;
  const from = first + index + Number(isString);
  const line = lines.length;
  // The place of a name is told in bytes.
  const column = (isString ? new TextDecoder().decode(bytes.subarray(first, first + index)).length : index) + 1;
  const range = { line, column, endLine: line, endColumn: isString ? column + 1 : -1 };
  const told = decodeMessage(new CodecProblem("utf-8", start - from, end - from, reason), bytes.subarray(from));
  const [shown = ""] = new TextDecoder().decode(bytes.subarray(first)).split("\n", 1);
  return new PythonSyntaxError("SyntaxError", `(unicode error) ${told}`, filename, range, shown);
}

function notUtf8(bytes: Uint8Array, problem: CodecProblem, declared: string | undefined, filename: string): string {
  if (declared !== undefined) return decodeMessage(problem, bytes);
  const hex = (bytes[problem.start] as number).toString(16);
  return (
    `Non-UTF-8 code starting with '\\x${hex}' in file ${filename} on line ${linesUpTo(bytes, problem.start).length}, but no ` +
    "encoding declared; see https://peps.python.org/pep-0263/ for details"
  );
}

/** The error of a file that has none of its places to show, or a line of it alone. */
export function wholeFileError(
  message: string,
  filename: string,
  line: number = 0,
  text: string = "",
): PythonSyntaxError {
  const range = { line, column: line === 0 ? -1 : 0, endLine: line, endColumn: 0 };
  return new PythonSyntaxError("SyntaxError", message, filename, range, text);
}

/** The lines before an offset, the last one cut off there; each byte is a character. */
function linesUpTo(bytes: Uint8Array, end: number): string[] {
  return asciiText(bytes, 0, end).split("\n");
}
