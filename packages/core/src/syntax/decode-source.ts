// Bytes of a source file to text: UTF-8 unless a coding line says otherwise.

import { PythonSyntaxError } from "./syntax-error.ts";

type Encoding = "utf-8" | "iso-8859-1" | "ascii";

const ENCODINGS: ReadonlyMap<string, Encoding> = new Map<string, Encoding>([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["u8", "utf-8"],
  ["utf", "utf-8"],
  ["cp65001", "utf-8"],
  ["latin-1", "iso-8859-1"],
  ["latin1", "iso-8859-1"],
  ["latin", "iso-8859-1"],
  ["l1", "iso-8859-1"],
  ["iso-8859-1", "iso-8859-1"],
  ["iso8859-1", "iso-8859-1"],
  ["iso-latin-1", "iso-8859-1"],
  ["8859", "iso-8859-1"],
  ["cp819", "iso-8859-1"],
  ["ascii", "ascii"],
  ["us-ascii", "ascii"],
  ["646", "ascii"],
]);

const CODING_LINE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_LINE = /^[ \t\f]*(?:#.*)?$/;

/** The encoding that bytes declare, where `decodeSource` does not know it, or they are no file: then its errors tell more. */
export function foreignEncoding(bytes: Uint8Array, isFile: boolean): string | undefined {
  const declared = findCodingLine(bytes);
  if (declared === undefined) return undefined;
  const known = findEncoding(declared);
  return isFile && known !== undefined ? undefined : (known ?? declared);
}

/** The text of a source file. Throws PythonSyntaxError for bytes that are not in its encoding. */
export function decodeSource(bytes: Uint8Array, filename: string): string {
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasBom ? bytes.subarray(3) : bytes;
  const declared = findCodingLine(body);
  const encoding = declared === undefined ? "utf-8" : findEncoding(declared);
  if (encoding === undefined) throw wholeFileError(`encoding problem: ${declared}`, filename);
  // Next to a BOM, CPython knows UTF-8 by this spelling alone.
  if (hasBom && declared !== undefined && !/^utf[-_]8(?:[-_]|$)/i.test(declared)) {
    const name = encoding === "utf-8" ? declared : encoding;
    throw wholeFileError(`encoding problem: ${name} with BOM`, filename);
  }
  const nul = body.indexOf(0);
  if (nul !== -1) throw nulError(body, nul, filename);
  if (encoding === "utf-8") return decodeUtf8(body, filename, declared !== undefined);
  if (encoding === "ascii" && body.some((byte) => byte > 127))
    throw wholeFileError("encoding problem: ascii", filename);
  return decodeLatin1(body);
}

function findEncoding(declared: string): Encoding | undefined {
  const name = declared.toLowerCase().replaceAll("_", "-");
  // As in CPython, a suffix such as that of `utf-8-unix` is an editor's business.
  if (/^utf-8(?:-|$)/.test(name)) return "utf-8";
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(name)) return "iso-8859-1";
  return ENCODINGS.get(name);
}

/** The encoding that one of the first two lines names. */
function findCodingLine(bytes: Uint8Array): string | undefined {
  let start = 0;
  for (let line = 0; line < 2; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = decodeLatin1(bytes.subarray(start, end));
    const match = CODING_LINE.exec(text);
    if (match !== null) return match[1];
    if (!BLANK_LINE.test(text)) return undefined;
    start = bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
  }
  return undefined;
}

function decodeLatin1(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) chunks.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return chunks.join("");
}

function decodeUtf8(bytes: Uint8Array, filename: string, isDeclared: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = findInvalidUtf8(bytes);
    const hex = (bytes[at] ?? 0).toString(16).padStart(2, "0");
    if (isDeclared) {
      throw wholeFileError(`'utf-8' codec can't decode byte 0x${hex} in position ${at}: invalid byte`, filename);
    }
    const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
    throw wholeFileError(
      `Non-UTF-8 code starting with '\\x${hex}' in file ${filename} on line ${line}, but no encoding declared; ` +
        "see https://peps.python.org/pep-0263/ for details",
      filename,
    );
  }
}

/** Where the first byte stands that no UTF-8 text has there. */
function findInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Length of the character at an offset; 0 when it is malformed. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (first < 0xc2 || length === 0) return 0;
  const second = bytes[at + 1] ?? 0;
  const isOverlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isOutside = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  if (isOverlong || isOutside) return 0;
  for (let index = 1; index < length; index++) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

export function wholeFileError(message: string, filename: string): PythonSyntaxError {
  const nowhere = { line: 0, column: 0, endLine: 0, endColumn: 0 };
  return new PythonSyntaxError("SyntaxError", message, filename, nowhere, "");
}

function nulError(bytes: Uint8Array, nul: number, filename: string): PythonSyntaxError {
  const before = decodeLatin1(bytes.subarray(0, nul)).split("\n");
  const range = { line: before.length, column: 0, endLine: before.length, endColumn: 0 };
  const message = "source code cannot contain null bytes";
  return new PythonSyntaxError("SyntaxError", message, filename, range, before.at(-1) ?? "");
}
