// Names of characters, as CPython 3.13's unicodedata has them.
import { describe, expect, it } from "vitest";
import { unicodeNames } from "./names.ts";

const lookup = unicodeNames();

describe("unicodeNames", () => {
  it.each([
    ["BULLET", 0x2022],
    ["greek small letter alpha", 0x3b1],
    ["GRINNING FACE", 0x1f600],
    ["CJK UNIFIED IDEOGRAPH-4E2D", 0x4e2d],
    ["HANGUL SYLLABLE GAG", 0xac01],
    ["HANGUL SYLLABLE HIH", 0xd7a3],
    ["HANGUL SYLLABLE A", 0xc544],
    ["LINE FEED", 10],
    ["NBSP", 0xa0],
  ])("finds %s", (name, code) => {
    expect(lookup(name)?.codePointAt(0)).toBe(code);
  });
  it.each([
    "NO SUCH NAME",
    "CJK UNIFIED IDEOGRAPH-0041",
    "CJK COMPATIBILITY IDEOGRAPH-FA6E",
    "TANGUT IDEOGRAPH-17000",
    "HANGUL SYLLABLE XYZ",
    "",
  ])("does not find %j", (name) => {
    expect(lookup(name)).toBeUndefined();
  });
});
