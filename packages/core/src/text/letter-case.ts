// Changing the case of strings as CPython does, with full mappings ("ß" to "SS") and the final sigma.
import { fromCodePoints, offsetBefore } from "./code-points.ts";
import type { Portion } from "./portion.ts";
import { UnicodePattern } from "./unicode-pattern.ts";

const NOT_ASCII = /[\u0080-\uffff]/;
const CASED = new UnicodePattern("\\p{Cased}");
const CASE_IGNORABLE = new UnicodePattern("\\p{Case_Ignorable}");
const LOWER = new UnicodePattern("\\p{Lowercase}");
const UPPER = new UnicodePattern("\\p{Uppercase}");
const FOLDED_APART = /[ı\u1e9e\u13a0-\u13fd\uab70-\uabbf]/g;

/** str.upper. */
export function upper(text: string): string {
  return text.toUpperCase();
}

/** str.lower. */
export function lower(text: string): string {
  return text.toLowerCase();
}

/** str.casefold: what upper case makes lower again, but for a few letters that fold in their own way. */
export function casefold(portion: Portion): string {
  const text = portion.text.slice(portion.from, portion.to);
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  let folded = "";
  let from = 0;
  for (const match of text.matchAll(FOLDED_APART)) {
    folded += foldPlain(text.slice(from, match.index)) + foldApart(match[0]);
    from = match.index + 1;
  }
  return folded + foldPlain(text.slice(from));
}

function foldPlain(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

// The dotless i stays; Cherokee folds to its capitals, which are older than its small letters.
function foldApart(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code === 0x1e9e) return "ss";
  if (code >= 0xab70) return String.fromCharCode(code - 0xab70 + 0x13a0);
  return code >= 0x13f8 ? String.fromCharCode(code - 8) : letter;
}

/** One character in title case: as at the start of a word. */
export function titleCharacter(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return character.toUpperCase();
  if ((code >= 0x1c4 && code <= 0x1cc) || (code >= 0x1f1 && code <= 0x1f3)) {
    // Letters of two: the middle one of upper, title and lower case.
    return String.fromCharCode(code >= 0x1f1 ? 0x1f2 : 0x1c5 + 3 * Math.floor((code - 0x1c4) / 3));
  }
  // Georgian has capitals, but no title case.
  if (code >= 0x10d0 && code <= 0x10ff) return character;
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCharCode(code | 8);
  switch (code) {
    case 0x149:
      return "\u02bcN";
    case 0x1fb3:
    case 0x1fc3:
    case 0x1ff3:
      return String.fromCharCode(code + 9);
    case 0x1fbc:
    case 0x1fcc:
    case 0x1ffc:
      return character;
  }
  const upperCase = character.toUpperCase();
  const first = upperCase.codePointAt(0) as number;
  const length = first > 0xffff ? 2 : 1;
  if (upperCase.length === length) return upperCase;
  // An iota after the first letter goes back below it.
  return upperCase.slice(0, length) + upperCase.slice(length).replaceAll("\u0399", "\u0345").toLowerCase();
}

// The lower case of the character at an offset; a sigma looks at its surroundings in the whole text.
function lowerAt(text: string, offset: number, character: string): string {
  return character === "Σ" ? (isFinalSigma(text, offset) ? "ς" : "σ") : character.toLowerCase();
}

function isFinalSigma(text: string, offset: number): boolean {
  let at = offset;
  let character: string;
  do {
    at = offsetBefore(text, at);
    if (at < 0) return false;
    character = characterAt(text, at);
  } while (CASE_IGNORABLE.test(character));
  if (!CASED.test(character)) return false;
  for (at = offset + 1; at < text.length; at += character.length) {
    character = characterAt(text, at);
    if (!CASE_IGNORABLE.test(character)) return !CASED.test(character);
  }
  return true;
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) as number);
}

/** str.title: a character after a cased one in lower case, others in title case. What is carried is whether one was cased. */
export function title(portion: Portion): string {
  const { text, from, to } = portion;
  const units: number[] = [];
  let isAfterCased = portion.carry === 1;
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      const isLetter = isAsciiLetter(unit);
      units.push(isLetter && isAfterCased === unit < 97 ? unit ^ 32 : unit);
      isAfterCased = isLetter;
      at++;
      continue;
    }
    const character = characterAt(text, at);
    pushUnits(units, isAfterCased ? lowerAt(text, at, character) : titleCharacter(character));
    isAfterCased = CASED.test(character);
    at += character.length;
  }
  portion.carry = isAfterCased ? 1 : 0;
  return fromCodePoints(units);
}

function isAsciiLetter(unit: number): boolean {
  const small = unit | 32;
  return small >= 97 && small <= 122;
}

function pushUnits(units: number[], text: string): void {
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
}

/** str.capitalize: the first character in title case, the rest in lower case. */
export function capitalize(text: string): string {
  if (text === "") return text;
  if (!NOT_ASCII.test(text)) return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const first = characterAt(text, 0);
  // Lowered as a whole, so that a sigma sees what stands before it, then freed of its lowered first character.
  return titleCharacter(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

/** str.swapcase. */
export function swapcase({ text, from, to }: Portion): string {
  const units: number[] = [];
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      units.push(isAsciiLetter(unit) ? unit ^ 32 : unit);
      at++;
      continue;
    }
    const character = characterAt(text, at);
    if (UPPER.test(character)) pushUnits(units, lowerAt(text, at, character));
    else pushUnits(units, LOWER.test(character) ? character.toUpperCase() : character);
    at += character.length;
  }
  return fromCodePoints(units);
}
