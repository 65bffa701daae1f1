// The entry points, what they warn of, and sources built to break them.

import { describe, expect, test } from "vitest";
import { parseExpression, parseInteractive, parseModule } from "./parse.ts";
import { Parser } from "./parser.ts";
import { Source } from "./source.ts";
import { PythonSyntaxError } from "./syntax-error.ts";

const source = (text: string): Source => new Source("x.py", text);

function errorOf(text: string): PythonSyntaxError {
  try {
    parseModule(source(text));
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
  throw new Error("the source parses");
}

test("a parser hands out one statement at a time and fails where the mistake is", () => {
  const parser = new Parser(source("a; b\nif c: d\n\n# e\nf g\n"));
  expect(parser.nextStatement()).toMatchObject({ kind: "Expr", value: { id: "a" } });
  expect(parser.nextStatement()).toMatchObject({ kind: "Expr", value: { id: "b" } });
  expect(parser.nextStatement()).toMatchObject({ kind: "If", start: 5, end: 12 });
  expect(() => parser.nextStatement()).toThrow("invalid syntax");
});

test("an empty source is an empty module", () => {
  for (const text of ["", "\n", "# comment", "  ", "\\\n\n"]) {
    expect(parseModule(source(text)).tree).toMatchObject({ kind: "Module", body: [] });
  }
});

describe("expressions", () => {
  test("one expression, and newlines after it", () => {
    expect(parseExpression(source("a + b\n\n")).tree).toMatchObject({ kind: "Expression", body: { kind: "BinOp" } });
    expect(parseExpression(source("a, b")).tree.body).toMatchObject({ kind: "Tuple" });
  });
  test.each(["", "a = 1", "a\nb", "*a", "pass", "a b", "(a b)"])("%j is none", (text) => {
    expect(() => parseExpression(source(text))).toThrow(PythonSyntaxError);
  });
});

describe("REPL entries", () => {
  test.each(["x = 1", "x = 1\n", "", "# comment", "if x:\n  y\n", "f(\n1)", "x = '''\n'''", "@a\ndef f(): pass\n"])(
    "%j is complete",
    (text) => expect(parseInteractive(source(text)).status).toBe("complete"),
  );
  test.each([
    "if x:",
    "if x:\n  y",
    "if x: y",
    "f(",
    "f(1,\n",
    "x = '''",
    "x = '''\n",
    "x = 1 + \\",
    "@a",
    "@a\n",
    "try:\n  x\n",
    "class A:\n  def f(self):\n",
    "[1,\n# comment",
    "f'''{x}\n",
    "match x:\n",
    "f'{x +",
    "'a\\",
  ])("%j is incomplete", (text) => expect(parseInteractive(source(text)).status).toBe("incomplete"));
  test.each(["x = ", "1 +", "f(]", "if x\n", "x = 'a", "x y", "return)", "\0", "  x = 1", "if x:\ny\n"])(
    "%j is wrong",
    (text) => expect(parseInteractive(source(text)).status).toBe("error"),
  );
});

test("named characters come from the host", () => {
  const unicodeName = (name: string): string | undefined => (name === "SNAKE" ? "🐍" : undefined);
  const { tree } = parseModule(source("'\\N{SNAKE}' f'\\N{SNAKE}{x}'"), { unicodeName });
  expect(JSON.stringify(tree)).toContain("🐍🐍");
  expect(() => parseModule(source("'\\N{NO SUCH}'"), { unicodeName })).toThrow("unknown Unicode character name");
});

test("identifiers are normalised", () => {
  expect(parseModule(source("ﬁ = x.ﬁ")).tree.body[0]).toMatchObject({
    targets: [{ id: "fi" }],
    value: { attr: "fi" },
  });
});

test.each([
  ["'\\d'", ["invalid escape sequence '\\d'"]],
  ["'\\d\\e' '\\w'", ["invalid escape sequence '\\d'", "invalid escape sequence '\\w'"]],
  ["b'\\400'", ["invalid octal escape sequence '\\400'"]],
  ["f'\\{x}'", ["invalid escape sequence '\\{'"]],
  ["r'\\d' '\\é'", []],
  ["0x1for x in y", ["invalid hexadecimal literal"]],
])("warnings of %s", (text, messages) => {
  expect(parseModule(source(text)).warnings.map((warning) => warning.message)).toEqual(messages);
});

describe("depth", () => {
  const many = 100_000;
  test.each([
    ["(", "too many nested parentheses"],
    ["[", "too many nested parentheses"],
    ["{1:", "too many nested parentheses"],
    ["f(", "too many nested parentheses"],
    ["not ", "nested too deeply"],
    ["-", "nested too deeply"],
    ["lambda: ", "nested too deeply"],
    ["x ** ", "nested too deeply"],
    ["x if y else ", "nested too deeply"],
    ["f'{", "too many nested f-strings"],
    ["f'{x:{y:", "f-string"],
    ["await ", "invalid syntax"],
    ["match ", "invalid syntax"],
    ["x ", "invalid syntax"],
    ["'", "unterminated"],
    ["@x\n", "invalid syntax"],
    ["\\\n", "unexpected EOF"],
  ])("a hundred thousand times %j", (text, message) => {
    expect(errorOf(text.repeat(many)).message).toContain(message);
  });

  test("blocks and elif", () => {
    const blocks = Array.from({ length: 200 }, (_, level) => `${" ".repeat(level)}if x:\n`).join("");
    expect(errorOf(blocks)).toMatchObject({ type: "IndentationError", message: "too many levels of indentation" });
    expect(errorOf(`if x: y\n${"elif x: y\n".repeat(many)}`).message).toContain("nested too deeply");
  });

  test.each(["+x", ".x", "[x]", "(x)", " or x", " < x", ", x", " = x", "; x", " @ x"])("any number of %j", (text) => {
    expect(parseModule(source(`x${text.repeat(many)}\n`)).tree.body.length).toBeGreaterThan(0);
  });

  test("mistakes below the deepest brackets are found", () => {
    for (const [open, close] of [
      ["(", ")"],
      ["[", "]"],
      ["f(", ")"],
      ["{x:", "}"],
      ["(lambda: ", ")"],
    ] as const) {
      expect(errorOf(`${open.repeat(150)}x y${close.repeat(150)}`)).toMatchObject({ type: "SyntaxError", line: 1 });
      expect(errorOf(`${open.repeat(20)}x y${close.repeat(20)}`).message).toContain("forgot a comma");
    }
  });
});
