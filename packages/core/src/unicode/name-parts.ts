// What the names of Unicode characters are read from: the table of them, and the rules for those not in it.
import { NAMES } from "./names-data.ts";

/** Ideographs whose name is a prefix and their code point, by first and last code point. */
export const IDEOGRAPHS: readonly (readonly [prefix: string, first: number, last: number])[] = [
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

/** Hangul syllables are named by the letters they are made of (Unicode standard, section 3.12). */
export const SYLLABLE: string = "HANGUL SYLLABLE ";
export const FIRST_SYLLABLE: number = 0xac00;
export const LEADS: readonly string[] = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
export const VOWELS: readonly string[] = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
export const TAILS: readonly string[] = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(
  " ",
);

/** The names in the table with their code points, but for aliases. */
export function* named(): Generator<readonly [name: string, code: number]> {
  let code = 0;
  for (const line of (NAMES.split("\n\n")[0] as string).split("\n")) {
    const space = line.indexOf(" ");
    code += Number.parseInt(line.slice(0, space), 36);
    yield [line.slice(space + 1), code];
  }
}
