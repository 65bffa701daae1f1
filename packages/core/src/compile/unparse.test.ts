// Annotations as text, as CPython 3.13 keeps them under `from __future__ import annotations`.
import { describe, expect, it } from "vitest";
import type * as ast from "../syntax/ast.ts";
import { parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import { unparse } from "./unparse.ts";

const TEXTS: readonly (readonly [written: string, kept: string])[] = [
  ["hero.name", "hero.name"],
  ["items[0, 1:2, ::3]", "items[0, 1:2, ::3]"],
  ["a if b else c", "a if b else c"],
  ["lambda x, /, y=1, *z, w=2, **k: x", "lambda x, /, y=1, *z, w=2, **k: x"],
  ["lambda *a: a", "lambda*a: a"],
  ["not (a and b)", "not (a and b)"],
  ["(a or b) and c", "(a or b) and c"],
  ["a < b is not c", "a < b is not c"],
  ["(a < b) < c", "(a < b) < c"],
  ["-x ** -y", "-x ** (-y)"],
  ["(-x) ** y", "(-x) ** y"],
  ["2 ** 3 ** 4", "2 ** 3 ** 4"],
  ["(2 ** 3) ** 4", "(2 ** 3) ** 4"],
  ["a - (b - c)", "a - (b - c)"],
  ["f(*a, k=1, **b)", "f(*a, k=1, **b)"],
  ["f(x for x in y)", "f(x for x in y)"],
  ["f((x for x in y), 1)", "f((x for x in y), 1)"],
  ["[x for x in y if z if w]", "[x for x in y if z if w]"],
  ["{k: v for k, v in d}", "{k: v for k, v in d}"],
  ["{**a, 'b': 1}", "{**a, 'b': 1}"],
  ["(1,)", "(1,)"],
  ["()", "()"],
  ["x[()]", "x[()]"],
  ["x[1,]", "x[1,]"],
  ["x[*a, b]", "x[*a, b]"],
  ["1 .real", "1 .real"],
  ["1e400", "1e309"],
  ["1e16", "1e+16"],
  ["0.0001", "0.0001"],
  ["1j", "1j"],
  ['"it\'s"', '"it\'s"'],
  ["'\"'", "'\"'"],
  ["'tab\\t\\x00\\u2028é'", "'tab\\t\\x00\\u2028é'"],
  ["b'\\xff\\''", 'b"\\xff\'"'],
  ["f'{x!r:>{w}} {{}}'", "f'{x!r:>{w}} {{}}'"],
  ["f'{ {1: 2} }'", "f'{ {1: 2}}'"],
  ["...", "..."],
  ["a @ b // c % d", "a @ b // c % d"],
  ["a | b & c ^ d", "a | b & c ^ d"],
  ["(lambda: x)()", "(lambda: x)()"],
  ["1 if (lambda: x) else 2", "1 if (lambda: x) else 2"],
  ["[*a, b]", "[*a, b]"],
  ["{1, 2}", "{1, 2}"],
];

describe("unparse", () => {
  it.each(TEXTS)("%s", (written, kept) => {
    const [statement] = parseModule(new Source("x.py", `(${written})`)).tree.body;
    expect(unparse((statement as ast.ExpressionStatement).value)).toBe(kept);
  });

  it("goes over long chains without recursion", () => {
    const text = `x${".y".repeat(50_000)}`;
    const [statement] = parseModule(new Source("x.py", text)).tree.body;
    expect(unparse((statement as ast.ExpressionStatement).value)).toBe(text);
  });
});
