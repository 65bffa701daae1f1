// String and bytes literals: escapes resolved, and complaints about the ones that are wrong.

import type { Located } from "./ast.ts";
import type { SyntaxWarning } from "./syntax-error.ts";

export type UnicodeName = (name: string) => string | undefined;

/** What decoding needs to know and whom it tells. */
export interface DecodingContext {
  readonly unicodeName: UnicodeName | undefined;
  readonly warnings: SyntaxWarning[];
  error(message: string): never;
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

const OCTAL = /[0-7]{1,3}/y;
const HEX = /[0-9a-fA-F]*/y;

/** The value of the text between the quotes of a token. Only the first bad escape is warned of. */
export function decodeString(body: string, token: Located, context: DecodingContext): string {
  const warn = warner(token, context);
  let backslash = body.indexOf("\\");
  if (backslash === -1) return body;
  let value = "";
  let done = 0;
  while (backslash !== -1) {
    value += body.slice(done, backslash);
    // In an f-string the brace of a field may come after the backslash, and after the text with it.
    const escape = body[backslash + 1] ?? "{";
    const simple = SIMPLE_ESCAPES.get(escape);
    if (simple !== undefined) {
      value += simple;
      done = backslash + 2;
    } else if (escape >= "0" && escape <= "7") {
      const digits = matchAt(OCTAL, body, backslash + 1);
      const code = Number.parseInt(digits, 8);
      if (code > 255) warn(`invalid octal escape sequence '\\${digits}'`);
      value += String.fromCharCode(code);
      done = backslash + 1 + digits.length;
    } else if (escape === "x") {
      value += hexEscape(body, backslash, 2, "truncated \\xXX escape", context);
      done = backslash + 4;
    } else if (escape === "u") {
      value += hexEscape(body, backslash, 4, "truncated \\uXXXX escape", context);
      done = backslash + 6;
    } else if (escape === "U") {
      value += hexEscape(body, backslash, 8, "truncated \\UXXXXXXXX escape", context);
      done = backslash + 10;
    } else if (escape === "N") {
      const close = body.indexOf("}", backslash);
      value += namedEscape(body, backslash, close, context);
      done = close + 1;
    } else {
      if (escape < "\x80") warn(`invalid escape sequence '\\${escape}'`);
      value += "\\";
      done = backslash + 1;
    }
    backslash = body.indexOf("\\", done);
  }
  return value + body.slice(done);
}

/** The value of a bytes literal's text. */
export function decodeBytes(body: string, isRaw: boolean, token: Located, context: DecodingContext): Uint8Array {
  const warn = warner(token, context);
  const bytes: number[] = [];
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code > 127) context.error("bytes can only contain ASCII literal characters");
    if (code !== 92 || isRaw) {
      bytes.push(code);
      continue;
    }
    const escape = body[at + 1] as string;
    const simple = SIMPLE_ESCAPES.get(escape);
    if (simple !== undefined) {
      if (simple !== "") bytes.push(simple.charCodeAt(0));
      at++;
    } else if (escape >= "0" && escape <= "7") {
      const digits = matchAt(OCTAL, body, at + 1);
      const value = Number.parseInt(digits, 8);
      if (value > 255) warn(`invalid octal escape sequence '\\${digits}'`);
      bytes.push(value & 255);
      at += digits.length;
    } else if (escape === "x") {
      const digits = matchAt(HEX, body, at + 2).slice(0, 2);
      if (digits.length < 2) context.error(`(value error) invalid \\x escape at position ${at}`);
      bytes.push(Number.parseInt(digits, 16));
      at += 3;
    } else {
      if (escape < "\x80") warn(`invalid escape sequence '\\${escape}'`);
      bytes.push(92);
    }
  }
  return Uint8Array.from(bytes);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

function warner({ start, end }: Located, context: DecodingContext): (message: string) => void {
  let hasWarned = false;
  return (message) => {
    if (!hasWarned) context.warnings.push({ message, start, end });
    hasWarned = true;
  };
}

function hexEscape(body: string, at: number, length: number, complaint: string, context: DecodingContext): string {
  const digits = matchAt(HEX, body, at + 2).slice(0, length);
  if (digits.length < length) failToDecode(body, at, at + 2 + digits.length, complaint, context);
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) failToDecode(body, at, at + 10, "illegal Unicode character", context);
  return String.fromCodePoint(code);
}

function namedEscape(body: string, at: number, close: number, context: DecodingContext): string {
  const name = body[at + 2] === "{" && close > at + 3 ? body.slice(at + 3, close) : undefined;
  if (name === undefined) {
    const end = body[at + 2] === "{" ? (close === -1 ? body.length : close) : at + 2;
    failToDecode(body, at, end, "malformed \\N character escape", context);
  }
  const character = context.unicodeName?.(name);
  if (character === undefined) failToDecode(body, at, close + 1, "unknown Unicode character name", context);
  return character;
}

function failToDecode(body: string, start: number, end: number, complaint: string, context: DecodingContext): never {
  const from = decoderPosition(body, start);
  const to = decoderPosition(body, end) - 1;
  const where = from === to ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to}`;
  context.error(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${complaint}`);
}

/** CPython's decoder sees every character outside ASCII as an escape of ten bytes. */
function decoderPosition(body: string, offset: number): number {
  let position = 0;
  for (const character of body.slice(0, offset)) position += character > "\x7f" ? 10 : 1;
  return position;
}
