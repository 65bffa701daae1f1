// Unicode characters by name, for `\N{...}`: large, and so loaded only when a source text needs it.
import { NAMES } from "./names-data.ts";

/** The character of a name (in any case), undefined when there is none. */
export type NameLookup = (name: string) => string | undefined;

/** Ideographs whose name is a prefix and their code point, by first and last code point. */
const IDEOGRAPHS: readonly (readonly [prefix: string, first: number, last: number])[] = [
  ["CJK UNIFIED IDEOGRAPH-", 0x3400, 0x4dbf],
  ["CJK UNIFIED IDEOGRAPH-", 0x4e00, 0x9fff],
  ["CJK UNIFIED IDEOGRAPH-", 0x20000, 0x2a6df],
  ["CJK UNIFIED IDEOGRAPH-", 0x2a700, 0x2b739],
  ["CJK UNIFIED IDEOGRAPH-", 0x2b740, 0x2b81d],
  ["CJK UNIFIED IDEOGRAPH-", 0x2b820, 0x2cea1],
  ["CJK UNIFIED IDEOGRAPH-", 0x2ceb0, 0x2ebe0],
  ["CJK UNIFIED IDEOGRAPH-", 0x2ebf0, 0x2ee5d],
  ["CJK UNIFIED IDEOGRAPH-", 0x30000, 0x3134a],
  ["CJK UNIFIED IDEOGRAPH-", 0x31350, 0x323af],
  ["CJK COMPATIBILITY IDEOGRAPH-", 0xf900, 0xfa6d],
  ["CJK COMPATIBILITY IDEOGRAPH-", 0xfa70, 0xfad9],
  ["CJK COMPATIBILITY IDEOGRAPH-", 0x2f800, 0x2fa1d],
  ["NUSHU CHARACTER-", 0x1b170, 0x1b2fb],
  ["KHITAN SMALL SCRIPT CHARACTER-", 0x18b00, 0x18cd5],
];

const SYLLABLE = "HANGUL SYLLABLE ";
const FIRST_SYLLABLE = 0xac00;
const LEADS: readonly string[] = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const VOWELS: readonly string[] = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TAILS: readonly string[] = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");

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

/** The names in the table with their code points, but for aliases. */
function* named(): Generator<readonly [name: string, code: number]> {
  let code = 0;
  for (const line of (NAMES.split("\n\n")[0] as string).split("\n")) {
    const space = line.indexOf(" ");
    code += Number.parseInt(line.slice(0, space), 36);
    yield [line.slice(space + 1), code];
  }
}

/** Build the table the other way round: the name of a code point, undefined when it has none. */
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
