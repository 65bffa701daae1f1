// Escapes of patterns: what a letter, digit or sign after a backslash stands for.
import { characters } from "../../text/code-points.ts";
import { strRepr } from "../../text/str-repr.ts";
import type { Groups } from "./groups.ts";
import { DIGITS, HEX, isOneOf, OCTAL, type PatternSource } from "./pattern-source.ts";
import { Category, type Node, Place, type SetItem } from "./syntax.ts";

/** The code point of the character of a name, where names are loaded. */
export type NameLookup = ((name: string) => string | undefined) | null;

const CHARACTERS: Readonly<Record<string, number>> = {
  "\\a": 7,
  "\\b": 8,
  "\\f": 12,
  "\\n": 10,
  "\\r": 13,
  "\\t": 9,
  "\\v": 11,
  "\\\\": 92,
};

const CATEGORIES: Readonly<Record<string, Category>> = {
  "\\d": Category.Digit,
  "\\D": Category.NotDigit,
  "\\s": Category.Space,
  "\\S": Category.NotSpace,
  "\\w": Category.Word,
  "\\W": Category.NotWord,
};

const PLACES: Readonly<Record<string, Place>> = {
  "\\A": Place.TextStart,
  "\\Z": Place.TextEnd,
  "\\b": Place.Boundary,
  "\\B": Place.NoBoundary,
};

/** Hexadecimal digits that follow each letter. */
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HIGHEST = 0x10ffff;
const HIGHEST_OCTAL = 0o377;
const LETTER = /^[A-Za-z]$/;

/** The character of an escape that a template knows, or undefined. */
export function plainEscape(escape: string): number | undefined {
  return CHARACTERS[escape];
}

export function isLetter(character: string): boolean {
  return LETTER.test(character);
}

/** An escape within a set. */
export function setEscape(source: PatternSource, escape: string, names: NameLookup): SetItem {
  const category = CATEGORIES[escape];
  if (category !== undefined) return { kind: "category", category };
  const code =
    CHARACTERS[escape] ?? longEscape(source, escape, names) ?? octalInSet(source, escape) ?? itself(source, escape);
  return { kind: "range", low: code, high: code };
}

/** An escape outside of sets. */
export function escapeNode(source: PatternSource, escape: string, groups: Groups, names: NameLookup): Node {
  const category = CATEGORIES[escape];
  if (category !== undefined) return { kind: "set", items: [{ kind: "category", category }], isNegated: false };
  const place = PLACES[escape];
  if (place !== undefined) return { kind: "place", place };
  const code = CHARACTERS[escape] ?? longEscape(source, escape, names);
  if (code !== undefined) return literal(code);
  const digit = escape.charAt(1);
  if (digit === "0") return literal(Number.parseInt(digit + source.takeWhile(2, OCTAL), 8));
  return isOneOf(digit, DIGITS) ? numbered(source, escape, groups) : literal(itself(source, escape));
}

function literal(code: number): Node {
  return { kind: "literal", code, isNegated: false };
}

/** `\xhh`, `\uhhhh`, `\Uhhhhhhhh` and `\N{name}`; undefined for other escapes. */
function longEscape(source: PatternSource, escape: string, names: NameLookup): number | undefined {
  const letter = escape.charAt(1);
  if (letter !== "x" && !source.isText) return undefined;
  if (letter === "N") return namedCharacter(source, names);
  const length = HEX_LENGTHS[letter];
  if (length === undefined) return undefined;
  const digits = source.takeWhile(length, HEX);
  const whole = escape + digits;
  if (digits.length !== length) throw source.problem(`incomplete escape ${whole}`, whole.length);
  const code = Number.parseInt(digits, 16);
  if (code > HIGHEST) throw source.problem(`bad escape ${whole}`, whole.length);
  return code;
}

function namedCharacter(source: PatternSource, names: NameLookup): number {
  if (!source.skip("{")) throw source.problem("missing {");
  const name = source.takeUntil("}", "character name");
  const character = names?.(name);
  if (character === undefined || characters(character).length !== 1) {
    throw source.problem(`undefined character name ${strRepr(name)}`, characters(name).length + "\\N{}".length);
  }
  return character.codePointAt(0) as number;
}

function octalInSet(source: PatternSource, escape: string): number | undefined {
  const digit = escape.charAt(1);
  if (isOneOf(digit, OCTAL)) return octal(source, escape + source.takeWhile(2, OCTAL));
  if (isOneOf(digit, DIGITS)) throw badEscape(source, escape);
  return undefined;
}

/** The character of an escape in octal digits. */
export function octal(source: PatternSource, escape: string): number {
  const code = Number.parseInt(escape.slice(1), 8);
  if (code <= HIGHEST_OCTAL) return code;
  throw source.problem(`octal escape value ${escape} outside of range 0-0o377`, escape.length);
}

/** A group by its number, or an octal escape of three digits. */
function numbered(source: PatternSource, escape: string, groups: Groups): Node {
  let whole = escape;
  if (isOneOf(source.next, DIGITS)) {
    whole += source.take();
    const [, first, second] = whole;
    if (isOneOf(first as string, OCTAL) && isOneOf(second as string, OCTAL) && isOneOf(source.next, OCTAL)) {
      return literal(octal(source, whole + source.take()));
    }
  }
  const group = Number(whole.slice(1));
  if (group >= groups.count) throw source.problem(`invalid group reference ${group}`, whole.length - 1);
  groups.checkReference(source, group, whole.length);
  return { kind: "backreference", group };
}

function itself(source: PatternSource, escape: string): number {
  if (isLetter(escape.charAt(1))) throw badEscape(source, escape);
  return escape.codePointAt(1) as number;
}

export function badEscape(source: PatternSource, escape: string): Error {
  return source.problem(`bad escape ${escape}`, characters(escape).length);
}
