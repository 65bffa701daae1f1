// Items of memoryviews: numbers of C formats to and from bytes.
import { describe, expect, it } from "vitest";
import { halfOf, readHalf, readItem, writeItem } from "./native-formats.ts";

describe("half-precision floats", () => {
  it("round-trip every finite bit pattern", () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      if ((bits & 0x7c00) === 0x7c00) continue;
      expect(halfOf(readHalf(bits))).toBe(bits);
    }
  });

  it("round to even and refuse what is too large", () => {
    expect(readHalf(halfOf(2049))).toBe(2048);
    expect(readHalf(halfOf(2051))).toBe(2052);
    expect(halfOf(65519)).toBe(0x7bff);
    expect(halfOf(65520)).toBe(-1);
    expect(halfOf(Number.POSITIVE_INFINITY)).toBe(0x7c00);
  });
});

describe("integer items", () => {
  it("refuse what does not fit", () => {
    const data = new Uint8Array(8);
    expect(writeItem(data, 0, "b", 128)).toBe(false);
    expect(writeItem(data, 0, "B", -1)).toBe(false);
    expect(writeItem(data, 0, "Q", 2n ** 64n - 1n)).toBe(true);
    expect(readItem(data, 0, "q")).toBe(-1);
  });
});
