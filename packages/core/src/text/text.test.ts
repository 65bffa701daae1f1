// Strings, numbers as text and codecs against CPython: every row of text.jsonl.

import { describe, expect, test } from "vitest";
import { type Cell, readVectors } from "../../test/vectors/read-vectors.ts";
import { Fault } from "../numeric/fault.ts";
import type { Int } from "../numeric/int.ts";
import { searchBounds, sliceRange } from "../numeric/slice-range.ts";
import * as classify from "./classify.ts";
import { CodePoints, compareText, lengthOf } from "./code-points.ts";
import { CodecProblem, decodeMessage, encodeMessage } from "./codec-problem.ts";
import { findCodec } from "./codecs.ts";
import { complexRepr, parseComplex } from "./complex-text.ts";
import { parseFloat } from "./float-parse.ts";
import { floatRepr } from "./float-repr.ts";
import { parseInt } from "./int-parse.ts";
import { intToString, intWithPrefix } from "./int-print.ts";
import { startSearch, stepSearch } from "./linear-search.ts";
import * as letterCase from "./letter-case.ts";
import { type Change, nextPortion, startPortions } from "./portion.ts";
import { center, expandTabs, ljust, replace, rjust, zfill } from "./replace.ts";
import * as search from "./search.ts";
import { slice } from "./slice.ts";
import * as splitting from "./split.ts";
import { bytesRepr, isPrintable, strAscii, strRepr } from "./str-repr.ts";
import { trim, trimEnd, trimStart } from "./white-space.ts";

// The rows say what each function takes.
type AnyFunction = (...args: any[]) => unknown;

type Bound = Int | null;

/** A search with Python's bounds, once on the string and once on its index: both must agree. */
function bounded(
  method: (text: string | CodePoints, part: string, start: number, end: number) => unknown,
): AnyFunction {
  return (text: string, part: string, start: Bound, end: Bound) => {
    const [from, to] = searchBounds(lengthOf(text), start ?? undefined, end ?? undefined);
    const found = method(text, part, from, to);
    expect(method(new CodePoints(text), part, from, to)).toEqual(found);
    return found;
  };
}

function encode(text: string, encoding: string, errors: string): unknown {
  const bytes = findCodec(encoding)?.encode(text, errors);
  if (!(bytes instanceof CodecProblem)) return bytes;
  const code = Array.from(text)[bytes.start]?.codePointAt(0);
  return [bytes.encoding, bytes.start, bytes.end, bytes.reason, encodeMessage(bytes, code)];
}

function decode(bytes: Uint8Array, encoding: string, errors: string): unknown {
  const decoded = findCodec(encoding)?.decode(bytes, errors, true);
  if (decoded instanceof CodecProblem) {
    const skipped = encoding === "utf-8-sig" && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const message = decodeMessage(decoded, bytes.subarray(skipped));
    return [decoded.encoding, decoded.start, decoded.end, decoded.reason, message];
  }
  return decoded instanceof Fault ? decoded : decoded?.text;
}

/** The change of a text in portions of so many units. */
function changed(change: Change, text: string, option: number, size: number): string {
  const portion = startPortions(text, option);
  let made = "";
  while (nextPortion(portion, size)) made += change(portion);
  return made;
}

function changing(change: Change): AnyFunction {
  return (text: string, option = 8) => changed(change, text, option, Infinity);
}

const CHANGES: Record<string, Change> = {
  title: letterCase.title,
  swapcase: letterCase.swapcase,
  casefold: letterCase.casefold,
  expandTabs,
};

const FUNCTIONS: Record<string, AnyFunction> = {
  ...Object.fromEntries(Object.entries(CHANGES).map(([name, change]) => [name, changing(change)])),
  parseInt: (text: string, base: Int) => parseInt(text, base),
  intToString: (n: Int) => intToString(n),
  bin: (n: Int) => intWithPrefix(n, 2),
  oct: (n: Int) => intWithPrefix(n, 8),
  hex: (n: Int) => intWithPrefix(n, 16),
  floatRepr,
  parseFloat: (text: string) => parseFloat(text),
  complexRepr,
  parseComplex,
  upper: letterCase.upper,
  lower: letterCase.lower,
  capitalize: letterCase.capitalize,
  isalpha: classify.isAlpha,
  isdecimal: classify.isDecimal,
  isdigit: classify.isDigit,
  isnumeric: classify.isNumeric,
  isalnum: classify.isAlnum,
  isspace: classify.isSpace,
  isupper: classify.isUpper,
  islower: classify.isLower,
  istitle: classify.isTitle,
  isidentifier: classify.isIdentifier,
  isprintable: isPrintable,
  isascii: classify.isAscii,
  strRepr,
  strAscii,
  bytesRepr,
  length: lengthOf,
  find: bounded(search.find),
  rfind: bounded(search.rfind),
  count: bounded(search.count),
  startswith: bounded(search.startsWith),
  endswith: bounded(search.endsWith),
  replace,
  split: splitting.split,
  rsplit: splitting.rsplit,
  partition: splitting.partition,
  rpartition: splitting.rpartition,
  splitWords: splitting.splitWords,
  rsplitWords: splitting.rsplitWords,
  splitLines: splitting.splitLines,
  trim,
  trimStart,
  trimEnd,
  stripCharacters: splitting.stripCharacters,
  center,
  ljust,
  rjust,
  zfill,
  slice(text: string, start: Bound, stop: Bound, step: Bound) {
    const range = sliceRange(lengthOf(text), start ?? undefined, stop ?? undefined, step ?? undefined);
    const sliced = slice(text, range);
    expect(slice(new CodePoints(text), range)).toBe(sliced);
    return sliced;
  },
  sliceRange(length: number, start: Bound, stop: Bound, step: Bound) {
    const range = sliceRange(length, start ?? undefined, stop ?? undefined, step ?? undefined);
    return [range.start, range.stop, range.step];
  },
  compareText,
  encode,
  decode,
  findCodec: (name: string) =>
    findCodec(name) === undefined ? new Fault("LookupError", `unknown encoding: ${name}`) : true,
};

function plain(value: unknown): unknown {
  return value instanceof Fault ? { kind: value.kind, message: value.message } : value;
}

const tables = readVectors("text");

describe("as CPython", () => {
  test("every table has its function", () => {
    expect([...tables.keys()].sort()).toEqual(Object.keys(FUNCTIONS).sort());
  });

  test.each(Object.keys(FUNCTIONS))("%s", (name) => {
    for (const { args, expected } of tables.get(name) ?? []) {
      const result = plain((FUNCTIONS[name] as AnyFunction)(...args));
      expect({ args, result }).toEqual({ args, result: expected as Cell });
    }
  });
});

test("a long string with characters beyond the BMP has an index", () => {
  const text = "a\u{1f600}\u4e00".repeat(1000);
  const points = new CodePoints(text);
  expect(points.length).toBe(3000);
  const all = Array.from(text);
  let offset = 0;
  for (let index = 0; index < all.length; index++) {
    expect(points.offsetOf(index)).toBe(offset);
    expect(points.indexOf(offset)).toBe(index);
    offset += (all[index] as string).length;
  }
  expect(points.offsetOf(3000)).toBe(text.length);
});

test("search takes linear time where the host's does not", () => {
  const needle = `${"a".repeat(20_000)}b`;
  const haystack = "a".repeat(400_000);
  expect(search.find(haystack, needle)).toBe(-1);
  expect(search.rfind(haystack, `b${"a".repeat(20_000)}`)).toBe(-1);
  expect(search.find(haystack + needle, needle)).toBe(400_000);
  expect(search.rfind(needle + haystack, needle)).toBe(0);
});

test.each(Object.keys(CHANGES))("%s can be done in portions", (name) => {
  const change = CHANGES[name] as Change;
  for (const { args } of tables.get(name) ?? []) {
    const [text, option = 8] = args as [string, number | undefined];
    expect(changed(change, text, option, 1)).toBe(changed(change, text, option, Infinity));
  }
});

test("a search can be done in portions", () => {
  const search = startSearch("abababac".repeat(10), "abac", 0, 80, false);
  let found = stepSearch(search, 3);
  while (found === undefined) found = stepSearch(search, 3);
  expect(found).toBe(4);
});

test("a decoder keeps what the next piece may complete", () => {
  const bytes = Uint8Array.of(0x61, 0xe4, 0xb8, 0x80, 0xe4, 0xb8);
  expect(findCodec("utf-8")?.decode(bytes, "strict", false)).toEqual({ text: "a\u4e00", consumed: 4 });
  const wide = Uint8Array.of(0x61, 0, 0x3d, 0xd8, 0);
  expect(findCodec("utf-16-le")?.decode(wide, "strict", false)).toEqual({ text: "a", consumed: 2 });
});
