// Bytes of source files in their encodings.

import { expect, test } from "vitest";
import { decodeSource } from "./decode-source.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

test("UTF-8 is what there is without a coding line", () => {
  expect(decodeSource(bytes("x = 'é'"), "x.py")).toBe("x = 'é'");
  expect(decodeSource(bytes([0xef, 0xbb, 0xbf], "x = 1"), "x.py")).toBe("x = 1");
});

test("a coding line in the first two lines sets the encoding", () => {
  expect(decodeSource(bytes("# coding: latin-1\n'", [0xe9], "'"), "x.py")).toContain("'é'");
  expect(decodeSource(bytes("#!/bin/sh\n# -*- coding: iso-8859-1 -*-\n'", [0xe9], "'"), "x.py")).toContain("'é'");
  expect(decodeSource(bytes("# vim: set fileencoding=utf_8\n'é'"), "x.py")).toContain("'é'");
  expect(() => decodeSource(bytes("x = 1\n\n# coding: latin-1\n'", [0xe9], "'"), "x.py")).toThrow("Non-UTF-8");
});

test.each([
  [bytes("x = 1\ny = '", [0xff], "'"), "Non-UTF-8 code starting with '\\xff' in file x.py on line 2"],
  [bytes("x = '", [0xc3]), "Non-UTF-8 code starting with '\\xc3' in file x.py on line 1"],
  [bytes("# coding: foo\n"), "encoding problem: foo"],
  [bytes([0xef, 0xbb, 0xbf], "# coding: latin-1\n"), "encoding problem: iso-8859-1 with BOM"],
  [bytes("# coding: ascii\n'é'"), "encoding problem: ascii"],
  [bytes("x = 'a", [0], "b'"), "source code cannot contain null bytes"],
])("bytes that are no source: %#", (source, message) => {
  expect(() => decodeSource(source, "x.py")).toThrow(message);
});
