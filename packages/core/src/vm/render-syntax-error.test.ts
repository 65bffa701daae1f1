// The display of a SyntaxError: tabs stay, and carets stand below characters, whatever bytes they take.
import { expect, test } from "vitest";
import { parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import { PythonSyntaxError } from "../syntax/syntax-error.ts";
import { renderSyntaxError } from "./render-syntax-error.ts";

function errorOf(source: string): PythonSyntaxError {
  try {
    parseModule(new Source("x.py", source));
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
  throw new Error("no syntax error");
}

test("a syntax error is shown with its line and carets", () => {
  expect(renderSyntaxError(errorOf("if x:\n\tprint('é' 'b', 1 2)\n"))).toBe(
    [
      '  File "x.py", line 2',
      "    \tprint('é' 'b', 1 2)",
      "    \t               ^^^",
      "SyntaxError: invalid syntax. Perhaps you forgot a comma?",
    ].join("\n"),
  );
});
