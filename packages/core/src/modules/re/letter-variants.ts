// Which characters IGNORECASE takes for the same: those of one lower case, and those whose upper case is the same.
import { titleCharacter } from "../../text/letter-case.ts";

/** Small letters of the same capital. Source: CPython's table of them, `re._casefix`. */
const TWINS: readonly string[] =
  `iı sſ µμ \u0345ι\u1fbe ΐ\u1fd3 ΰ\u1fe3 βϐ εϵ θϑ κϰ πϖ ρϱ ςσ φϕ в\u1c80 д\u1c81 о\u1c82 с\u1c83
  т\u1c84\u1c85 ъ\u1c86 ѣ\u1c87 \u1c88\ua64b \u1e61\u1e9b \ufb05\ufb06`.split(/\s+/);

/** Capitals that are not what their small letter's upper or title case is. */
const FURTHER: Readonly<Record<string, string>> = {
  i: "İ",
  k: "\u212a",
  å: "\u212b",
  θ: "ϴ",
  ω: "\u2126",
  ß: "\u1e9e",
};

const CASED = /[\p{Changes_When_Casemapped}\u0345\u1fbe]/u;
/** Characters beyond the basic plane that have case lie between these. */
const FIRST_ASTRAL = 0x10400;
const LAST_ASTRAL = 0x1e943;
const BEYOND = 0x10000;

/** The lower case of one character in one character. */
export function lowerCode(code: number, isAscii: boolean): number {
  if (code < 0x80 || isAscii) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  return String.fromCodePoint(code).toLowerCase().codePointAt(0) as number;
}

/** All characters that are the same as this one when case is ignored, itself among them. */
function variantsOf(code: number, isAscii: boolean): readonly number[] {
  const lower = lowerCode(code, isAscii);
  if (isAscii) return lower >= 0x61 && lower <= 0x7a ? [lower, lower - 0x20] : [code];
  const letter = String.fromCodePoint(lower);
  const found = new Set([code]);
  for (const twin of TWINS.find((twins) => twins.includes(letter)) ?? letter) {
    for (const variant of [twin, twin.toUpperCase(), titleCharacter(twin), FURTHER[twin] ?? twin]) {
      const variantCode = variant.codePointAt(0) as number;
      if (String.fromCodePoint(variantCode) === variant && lowerCode(variantCode, false) === twin.codePointAt(0)) {
        found.add(variantCode);
      }
    }
  }
  return [...found];
}

/** Calls `add` for each variant of each character in a range. */
export function addVariants(low: number, high: number, isAscii: boolean, add: (code: number) => void): void {
  for (let code = low; code <= high; code++) {
    if (code >= BEYOND && code < FIRST_ASTRAL) code = FIRST_ASTRAL;
    if (code > LAST_ASTRAL || code > high || (isAscii && code > 0x7f)) return;
    if (CASED.test(String.fromCodePoint(code))) for (const variant of variantsOf(code, isAscii)) add(variant);
  }
}
