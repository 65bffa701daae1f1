// The text of literals, as Python's repr writes them.

import type { Literal } from "../syntax/ast.ts";
import { isPrintable } from "../syntax/characters.ts";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Single quotes, unless only double ones save escaping. */
function quoteFor(hasSingle: boolean, hasDouble: boolean): "'" | '"' {
  return hasSingle && !hasDouble ? '"' : "'";
}

export function stringText(value: string): string {
  const quote = quoteFor(value.includes("'"), value.includes('"'));
  let text: string = quote;
  for (const character of value) {
    const escape = ESCAPES.get(character);
    if (escape !== undefined) text += escape;
    else if (character === quote) text += `\\${quote}`;
    else if (!isPrintable(character)) text += escapeCode(character.codePointAt(0) as number);
    else text += character;
  }
  return text + quote;
}

function escapeCode(code: number): string {
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

function bytesText(value: Uint8Array): string {
  const quote = quoteFor(value.includes(0x27), value.includes(0x22));
  let text = `b${quote}`;
  for (const byte of value) {
    const character = String.fromCharCode(byte);
    const escape = ESCAPES.get(character);
    if (escape !== undefined) text += escape;
    else if (character === quote) text += `\\${quote}`;
    else if (byte < 32 || byte > 126) text += escapeCode(byte);
    else text += character;
  }
  return text + quote;
}

/** A literal as repr writes its value. */
export function constantText(value: Literal): string {
  switch (value.type) {
    case "none":
      return "None";
    case "ellipsis":
      return "...";
    case "bool":
      return value.value ? "True" : "False";
    case "str":
      return stringText(value.value);
    case "bytes":
      return bytesText(value.value);
    default:
      return numberText(value);
  }
}

/** A number; infinity is written as a literal that overflows. */
function numberText(value: Extract<Literal, { type: "int" | "float" | "imaginary" }>): string {
  if (value.type === "int") return String(value.value);
  const text = floatText(value.value).replaceAll("inf", "1e309");
  if (value.type === "float") return text;
  return `${text.endsWith(".0") ? text.slice(0, -2) : text}j`;
}

/** The shortest text that reads back as the same float, with an exponent where repr has one. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return "inf";
  const [digits, exponentText] = value.toExponential().split("e") as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? "-" : "+";
    return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  const text = exponent < 0 ? value.toFixed(Math.max(digits.length - 2, 0) - exponent) : String(value);
  return text.includes(".") ? text : `${text}.0`;
}
