// Names by code point, as CPython 3.13's unicodedata has them.
import { describe, expect, it } from "vitest";
import { characterNames } from "./characters.ts";

describe("characterNames", () => {
  const nameOf = characterNames();
  it.each([
    ["BULLET", 0x2022],
    ["GRINNING FACE", 0x1f600],
    ["CJK UNIFIED IDEOGRAPH-4E2D", 0x4e2d],
    ["NUSHU CHARACTER-1B170", 0x1b170],
    ["HANGUL SYLLABLE GAG", 0xac01],
    ["HANGUL SYLLABLE HIH", 0xd7a3],
    ["NO-BREAK SPACE", 0xa0],
  ])("names %s", (name, code) => {
    expect(nameOf(code)).toBe(name);
  });
  it.each([10, 0xfa6e, 0x17000, 0xabff, 0xd7a4, 0xe000, 0x10ffff])("has no name for %d", (code) => {
    expect(nameOf(code)).toBeUndefined();
  });
});
