// Whether text compiles: the errors are those that CPython 3.13 displays.
import { describe, expect, it } from "vitest";
import { checkSource } from "./check-source.ts";

describe("checkSource", () => {
  it("answers null for what compiles, and runs nothing of it", () => {
    expect(checkSource("raise SystemExit\n", "a.py")).toBeNull();
    expect(checkSource(new TextEncoder().encode("# -*- coding: utf-8 -*-\nx = 'é'"), "a.py")).toBeNull();
    expect(checkSource("", "a.py")).toBeNull();
  });

  it.each([
    [
      "if x:\n\tprint('é' 'b', 1 2)\n",
      "SyntaxError",
      "invalid syntax. Perhaps you forgot a comma?",
      [2, 17],
      "  File \"p/a.py\", line 2\n    \tprint('é' 'b', 1 2)\n    \t               ^^^\nSyntaxError: invalid syntax. Perhaps you forgot a comma?",
    ],
    [
      "def f():\n    return 1 +\n",
      "SyntaxError",
      "invalid syntax",
      [2, 15],
      '  File "p/a.py", line 2\n    return 1 +\n              ^\nSyntaxError: invalid syntax',
    ],
    [
      "x = (\n",
      "SyntaxError",
      "'(' was never closed",
      [1, 5],
      "  File \"p/a.py\", line 1\n    x = (\n        ^\nSyntaxError: '(' was never closed",
    ],
    [
      "if x:\nprint(1)\n",
      "IndentationError",
      "expected an indented block after 'if' statement on line 1",
      [2, 1],
      "  File \"p/a.py\", line 2\n    print(1)\n    ^^^^^\nIndentationError: expected an indented block after 'if' statement on line 1",
    ],
    [
      "return 1\n",
      "SyntaxError",
      "'return' outside function",
      [1, 1],
      "  File \"p/a.py\", line 1\n    return 1\n    ^^^^^^^^\nSyntaxError: 'return' outside function",
    ],
  ] as const)("tells of %j", (source, type, message, [line, column], display) => {
    expect(checkSource(source, "p/a.py")).toEqual({ type, message, line, column, display });
  });

  it("tells of bytes that are no text", () => {
    const error = checkSource(Uint8Array.of(0x78, 0x3d, 0xff), "p/a.py");
    expect(error?.message).toBe(
      "Non-UTF-8 code starting with '\\xff' in file p/a.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
    );
  });
});
