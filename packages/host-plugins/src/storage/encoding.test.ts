// Data must come back from its text as it was, and what is no data must be named.
import { describe, expect, it } from "vitest";
import { decode, encode, TooLong, utf8Length } from "./encoding.ts";

const text = (value: unknown, most = Number.POSITIVE_INFINITY): string => encode(value, "value", most);
const copy = (value: unknown): unknown => decode(JSON.parse(text(value)));

describe("data as text", () => {
  const samples: readonly unknown[] = [
    null,
    true,
    0,
    -0,
    1.5,
    5e-324,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    2n ** 200n,
    -3n,
    "",
    'a "quoted" \u{1f600} \ud800 line\n',
    new Uint8Array(),
    new Uint8Array(20_000).map((_, at) => at),
    [],
    [[], [null, "a"]],
    {},
    { a: 1, b: [{ c: -0 }] },
    { $int: "5" },
    { $dict: {} },
    { $bytes: "", a: 1 },
    { "": 0, constructor: 1 },
    JSON.parse('{"__proto__": {"a": 1}, "toString": 2}'),
  ];
  it("comes back", () => {
    // Strict equality tells 0 from -0, and a dict from an object with a prototype.
    for (const value of samples) expect(copy(value)).toStrictEqual(plain(value));
  });

  it("gives dicts that have nothing of Object.prototype", () => {
    const record = copy(JSON.parse('{"__proto__": {"a": 1}}')) as object;
    expect(Object.getPrototypeOf(record)).toBe(null);
    expect(Object.keys(record)).toEqual(["__proto__"]);
  });

  it("knows None where JavaScript has nothing", () => {
    expect(copy([undefined, { a: undefined }])).toEqual([null, { a: null }]);
  });

  const circle: unknown[] = [];
  circle.push(circle);
  it.each([
    [() => 1, "value: a function is no data"],
    [Symbol("a"), "value: a symbol is no data"],
    [{ a: [1, new Map()] }, "value.a[1]: a dict with keys that are not str is no data"],
    [new Set([1]), "value: a set is no data"],
    [new Date(0), "value: an object of class Date is no data"],
    [circle, /^value(\[0\]){100}: nested deeper than 100 levels, or within itself$/],
  ])("refuses what is none: %s", (value, message) => {
    expect(() => text(value)).toThrow(TypeError);
    expect(() => text(value)).toThrow(message);
  });

  it("stops at the size that it may have", () => {
    expect(text("abc", 5)).toBe('"abc"');
    expect(() => text("abc", 4)).toThrow(TooLong);
    expect(() => text("\u20ac", 4)).toThrow(TooLong);
    let bomb: unknown = [1];
    for (let i = 0; i < 60; i++) bomb = [bomb, bomb];
    expect(() => text(bomb, 1000)).toThrow(TooLong);
    expect(() => text(new Uint8Array(2000), 1000)).toThrow(TooLong);
  });

  it.each(['{"$int":"1.5"}', '{"$int":1}', '{"$float":"1"}', '{"$bytes":"a"}', '{"$dict":[]}', '{"$what":"a"}'])(
    "does not read what it never writes: %s",
    (written) => {
      expect(() => decode(JSON.parse(written))).toThrow(SyntaxError);
    },
  );

  it("does not read what is nested too deep", () => {
    expect(() => decode(JSON.parse("[".repeat(1000) + "]".repeat(1000)))).toThrow(SyntaxError);
  });
});

it.each(["", "abc", "\u00e4", "\u20ac", "\u{1f600}", "\ud800", "\ud800a", "\udc00\ud800"])("utf8Length: %j", (each) => {
  expect(utf8Length(each)).toBe(new TextEncoder().encode(each).length);
});

/** The same with dicts as they come back. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const record: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) record[key] = plain(item);
  return record;
}
