// Reading a JSON string.

/** What is wrong with a text, and where: an offset in UTF-16 units. */
export class JsonProblem {
  readonly message: string;
  readonly at: number;

  constructor(message: string, at: number) {
    this.message = message;
    this.at = at;
  }
}

export interface ScannedString {
  readonly value: string;
  /** After the closing quote. */
  readonly end: number;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The string that begins after the quote before `start`. */
export function scanString(text: string, start: number, isStrict: boolean): ScannedString | JsonProblem {
  let parts = "";
  let from = start;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const rest = text.slice(from, at);
      return { value: parts === "" ? rest : parts + rest, end: at + 1 };
    }
    if (unit === BACKSLASH) {
      parts += text.slice(from, at);
      const escape = text[at + 1];
      if (escape === undefined) break;
      if (escape === "u") {
        const code = fourDigits(text, at + 2);
        if (code < 0) return new JsonProblem("Invalid \\uXXXX escape", at + 1);
        parts += String.fromCharCode(code);
        at += 5;
      } else {
        const plain = Object.hasOwn(ESCAPES, escape) ? ESCAPES[escape] : undefined;
        if (plain === undefined) return new JsonProblem("Invalid \\escape", at);
        parts += plain;
        at++;
      }
      from = at + 1;
    } else if (unit < 0x20 && isStrict) return new JsonProblem("Invalid control character at", at);
  }
  return new JsonProblem("Unterminated string starting at", start - 1);
}

/** Four hexadecimal digits with something after them (the text must go on), or -1. */
function fourDigits(text: string, at: number): number {
  if (at + 4 >= text.length) return -1;
  const digits = text.slice(at, at + 4);
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
}
