// Unicode characters by name, for `\N{...}`: large, and so loaded only when a source text needs it.
import { FIRST_SYLLABLE, IDEOGRAPHS, LEADS, named, SYLLABLE, TAILS, VOWELS } from "./name-parts.ts";
import { NAMES } from "./names-data.ts";

/** The character of a name (in any case), undefined when there is none. */
export type NameLookup = (name: string) => string | undefined;

/** Build the table; takes some milliseconds, so a VM keeps what it gets. */
export function unicodeNames(): NameLookup {
  const byName = new Map<string, number>();
  for (const [name, code] of named()) byName.set(name, code);
  for (const line of (NAMES.split("\n\n")[1] as string).split("\n")) {
    const space = line.indexOf(" ");
    byName.set(line.slice(space + 1), Number.parseInt(line.slice(0, space), 36));
  }
  return (name) => {
    const upper = name.toUpperCase();
    const found = byName.get(upper) ?? ideograph(upper) ?? syllable(upper);
    return found === undefined ? undefined : String.fromCodePoint(found);
  };
}

function ideograph(name: string): number | undefined {
  for (const [prefix, first, last] of IDEOGRAPHS) {
    if (!name.startsWith(prefix)) continue;
    const digits = name.slice(prefix.length);
    const code = /^[0-9A-F]{4,5}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
    if (code >= first && code <= last) return code;
  }
  return undefined;
}

/** Hangul syllables are named by the letters they are made of (Unicode standard, section 3.12). */
function syllable(name: string): number | undefined {
  if (!name.startsWith(SYLLABLE)) return undefined;
  const letters = name.slice(SYLLABLE.length);
  for (const [lead, l] of LEADS.map((text, at) => [text, at] as const)) {
    if (!letters.startsWith(lead)) continue;
    for (const [vowel, v] of VOWELS.map((text, at) => [text, at] as const)) {
      if (!letters.startsWith(vowel, lead.length)) continue;
      const tail = TAILS.indexOf(letters.slice(lead.length + vowel.length));
      if (tail >= 0) return FIRST_SYLLABLE + (l * VOWELS.length + v) * TAILS.length + tail;
    }
  }
  return undefined;
}
