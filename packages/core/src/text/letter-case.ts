// Changing the case of strings as CPython does, with full mappings ("ß" to "SS") and the final sigma.
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
export function casefold(text: string): string {
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
    at = previousOffset(text, at);
    if (at < 0) return false;
    character = String.fromCodePoint(text.codePointAt(at) as number);
  } while (CASE_IGNORABLE.test(character));
  if (!CASED.test(character)) return false;
  for (at = offset + 1; at < text.length; at += character.length) {
    character = String.fromCodePoint(text.codePointAt(at) as number);
    if (!CASE_IGNORABLE.test(character)) return !CASED.test(character);
  }
  return true;
}

function previousOffset(text: string, offset: number): number {
  const unit = text.charCodeAt(offset - 1);
  if (unit >= 0xdc00 && unit <= 0xdfff && offset > 1 && (text.codePointAt(offset - 2) as number) > 0xffff) {
    return offset - 2;
  }
  return offset - 1;
}

/** str.title: a character after a cased one in lower case, others in title case. */
export function title(text: string): string {
  if (!NOT_ASCII.test(text)) return asciiTitle(text.toLowerCase());
  const pieces: string[] = [];
  let previousCased = false;
  let offset = 0;
  for (const character of text) {
    pieces.push(previousCased ? lowerAt(text, offset, character) : titleCharacter(character));
    previousCased = isCased(character);
    offset += character.length;
  }
  return pieces.join("");
}

function asciiTitle(lowered: string): string {
  let titled = "";
  let from = 0;
  let previousCased = false;
  for (let at = 0; at < lowered.length; at++) {
    const unit = lowered.charCodeAt(at);
    const isLetter = unit >= 97 && unit <= 122;
    if (isLetter && !previousCased) {
      titled += lowered.slice(from, at) + String.fromCharCode(unit - 32);
      from = at + 1;
    }
    previousCased = isLetter;
  }
  return titled + lowered.slice(from);
}

function isCased(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (unit < 0x80) return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  return CASED.test(character);
}

/** str.capitalize: the first character in title case, the rest in lower case. */
export function capitalize(text: string): string {
  if (text === "") return text;
  if (!NOT_ASCII.test(text)) return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const first = String.fromCodePoint(text.codePointAt(0) as number);
  // Lowered as a whole, so that a sigma sees what stands before it, then freed of its lowered first character.
  return titleCharacter(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

/** str.swapcase. */
export function swapcase(text: string): string {
  const pieces: string[] = [];
  let offset = 0;
  for (const character of text) {
    if (UPPER.test(character)) pieces.push(lowerAt(text, offset, character));
    else pieces.push(LOWER.test(character) ? character.toUpperCase() : character);
    offset += character.length;
  }
  return pieces.join("");
}
