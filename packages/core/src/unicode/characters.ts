// The names of Unicode characters by code point: large as those in names.ts, and loaded as seldom.
import { FIRST_SYLLABLE, IDEOGRAPHS, LEADS, named, SYLLABLE, TAILS, VOWELS } from "./name-parts.ts";

/** Build the table: the name of a code point, undefined when it has none. */
export function characterNames(): (code: number) => string | undefined {
  const byCode = new Map<number, string>();
  for (const [name, code] of named()) byCode.set(code, name);
  return (code) => byCode.get(code) ?? nameOfSyllable(code) ?? nameOfIdeograph(code);
}

function nameOfIdeograph(code: number): string | undefined {
  const kind = IDEOGRAPHS.find(([, first, last]) => code >= first && code <= last);
  return kind && kind[0] + code.toString(16).toUpperCase();
}

function nameOfSyllable(code: number): string | undefined {
  const at = code - FIRST_SYLLABLE;
  const vowels = Math.floor(at / TAILS.length);
  const lead = at < 0 ? undefined : LEADS[Math.floor(vowels / VOWELS.length)];
  if (lead === undefined) return undefined;
  return SYLLABLE + lead + VOWELS[vowels % VOWELS.length] + TAILS[at % TAILS.length];
}
