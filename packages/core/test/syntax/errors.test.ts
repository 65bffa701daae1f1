// Every error in errors.json, which CPython 3.13 wrote, against ours: type, message, range and display.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseModule } from "../../src/syntax/parse.ts";
import { Source } from "../../src/syntax/source.ts";
import { PythonSyntaxError } from "../../src/syntax/syntax-error.ts";
import { renderSyntaxError } from "../../src/vm/render-syntax-error.ts";

interface ErrorCase {
  readonly source: string;
  readonly type: string;
  readonly message: string;
  readonly range: readonly (number | null)[];
  readonly shown: string;
}

const cases: readonly ErrorCase[] = JSON.parse(readFileSync(new URL("./errors.json", import.meta.url), "utf8"));

function errorOf(source: string): PythonSyntaxError {
  try {
    parseModule(new Source("x.py", source));
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
  throw new Error("the source parses");
}

describe("syntax errors are those of CPython", () => {
  test.each(cases)("$source", ({ source, type, message, range, shown }) => {
    const error = errorOf(source);
    const { line, column, endLine, endColumn } = error;
    expect({ type: error.type, message: error.message }).toEqual({ type, message });
    expect([line, column, endLine, endColumn]).toEqual(range.map((number) => number ?? 0));
    if (range[0] !== null) expect(renderSyntaxError(error)).toBe(shown);
  });
});
