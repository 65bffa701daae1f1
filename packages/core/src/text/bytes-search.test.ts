// Searching in bytes.
import { describe, expect, it } from "vitest";
import { countBytes, findBytes, findLastBytes } from "./bytes-search.ts";

/** The naive search, as the reference. */
function positions(data: Uint8Array, needle: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 0; at + needle.length <= data.length; at++) {
    if (needle.every((byte, i) => data[at + i] === byte)) found.push(at);
  }
  return found;
}

describe("searching bytes", () => {
  it("agrees with the naive search, on few letters and many borders", () => {
    let seed = 1;
    const random = (limit: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % limit;
    };
    for (let round = 0; round < 300; round++) {
      const data = Uint8Array.from({ length: 1 + random(60) }, () => random(2));
      const needle = Uint8Array.from({ length: 1 + random(6) }, () => random(2));
      const expected = positions(data, needle);
      expect(findBytes(data, needle, 0, data.length)).toBe(expected[0] ?? -1);
      expect(findLastBytes(data, needle, 0, data.length)).toBe(expected.at(-1) ?? -1);
    }
  });

  it("stays linear where the simple search is quadratic", () => {
    const data = new Uint8Array(2_000_000).fill(97);
    const needle = new Uint8Array(20_000).fill(97);
    needle[10_000] = 98;
    expect(findBytes(data, needle, 0, data.length)).toBe(-1);
    expect(findLastBytes(data, needle, 0, data.length)).toBe(-1);
    data.set(needle, 1_234_567);
    expect(findBytes(data, needle, 0, data.length)).toBe(1_234_567);
    expect(findLastBytes(data, needle, 0, data.length)).toBe(1_234_567);
    expect(countBytes(data, needle, 0, data.length)).toBe(1);
  });

  it("counts without overlaps", () => {
    const data = new Uint8Array(5).fill(1);
    expect(countBytes(data, Uint8Array.of(1, 1), 0, 5)).toBe(2);
    expect(countBytes(data, new Uint8Array(0), 0, 5)).toBe(6);
    expect(countBytes(data, Uint8Array.of(1), 3, 2)).toBe(0);
  });
});
