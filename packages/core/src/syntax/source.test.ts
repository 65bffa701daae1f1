// Lines and columns of source text.

import { expect, test } from "vitest";
import { Source } from "./source.ts";

test("newlines of every kind become line feeds", () => {
  const source = new Source("x.py", "a\r\nb\rc\n");
  expect(source.text).toBe("a\nb\nc\n");
  expect(source.lineStarts).toEqual([0, 2, 4, 6]);
  expect([1, 2, 3, 4, 5].map((line) => source.lineText(line))).toEqual(["a", "b", "c", "", ""]);
});

test("columns count code points", () => {
  const source = new Source("x.py", "x = '😀😀' + y\nz");
  expect(source.position(4)).toEqual({ line: 1, column: 4 });
  expect(source.position(source.text.indexOf("+"))).toEqual({ line: 1, column: 9 });
  expect(source.position(source.text.indexOf("z"))).toEqual({ line: 2, column: 0 });
  expect(source.position(source.text.length)).toEqual({ line: 2, column: 1 });
});
