// Flags within a pattern: `(?i)`, `(?i:...)`, `(?-i:...)`.
import { FLAG_OF, LOCALE, TYPE_FLAGS, UNICODE } from "./flags.ts";
import { isAlpha } from "../../text/classify.ts";
import { PatternProblem, type PatternSource } from "./pattern-source.ts";

export interface InlineFlags {
  readonly added: number;
  readonly removed: number;
  /** They stand alone and are for the whole pattern. */
  readonly isGlobal: boolean;
}

/** The flags that begin with a letter or hyphen that has been taken, and the parenthesis or colon after them. */
export function parseFlags(source: PatternSource, first: string): InlineFlags {
  let letter = first;
  let added = 0;
  let removed = 0;
  while (letter !== "-") {
    added |= addedFlag(source, letter, added);
    letter = nextLetter(source, "missing -, : or )", ")-:");
    if (letter === ")") return { added, removed, isGlobal: true };
    if (letter === ":") return { added, removed, isGlobal: false };
  }
  letter = nextLetter(source, "missing flag", "");
  while (letter !== ":") {
    const flag = FLAG_OF[letter] as number;
    if (flag & TYPE_FLAGS) throw source.problem("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
    removed |= flag;
    letter = nextLetter(source, "missing :", ":");
  }
  if (added & removed) throw source.problem("bad inline flags: flag turned on and off", 1);
  return { added, removed, isGlobal: false };
}

/** A letter of a flag, or one of the signs that may end them; `missing` tells what else is wrong. */
function nextLetter(source: PatternSource, missing: string, ends: string): string {
  const letter = source.take();
  if (letter === "") throw source.problem(missing);
  if (ends.includes(letter) || letter in FLAG_OF) return letter;
  throw source.problem(isAlpha(letter) ? "unknown flag" : missing, letter.length);
}

function addedFlag(source: PatternSource, letter: string, before: number): number {
  const flag = FLAG_OF[letter] as number;
  if (source.isText && flag === LOCALE) {
    throw source.problem("bad inline flags: cannot use 'L' flag with a str pattern");
  }
  if (!source.isText && flag === UNICODE) {
    throw source.problem("bad inline flags: cannot use 'u' flag with a bytes pattern");
  }
  if (flag & TYPE_FLAGS && ((before | flag) & TYPE_FLAGS) !== flag) {
    throw source.problem("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
  }
  return flag;
}

/** The flags of a whole pattern, with what they say of letters and digits made explicit. */
export function checkedFlags(flags: number, isText: boolean): number {
  const isAscii = (flags & TYPE_FLAGS & ~UNICODE & ~LOCALE) !== 0;
  if (isText) {
    if (flags & LOCALE) throw valueProblem("cannot use LOCALE flag with a str pattern");
    if (isAscii && flags & UNICODE) throw valueProblem("ASCII and UNICODE flags are incompatible");
    return isAscii ? flags : flags | UNICODE;
  }
  if (flags & UNICODE) throw valueProblem("cannot use UNICODE flag with a bytes pattern");
  if (flags & LOCALE && isAscii) throw valueProblem("ASCII and LOCALE flags are incompatible");
  return flags;
}

function valueProblem(message: string): PatternProblem {
  return new PatternProblem(message, null, "value");
}
