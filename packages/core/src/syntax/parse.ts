// Whole modules, expressions and REPL entries, parsed in one go.

import type { ExpressionRoot, Module, Statement } from "./ast.ts";
import type { ParseOptions } from "./literal-parser.ts";
import { Parser } from "./parser.ts";
import type { Source } from "./source.ts";
import { PythonSyntaxError, type SyntaxWarning } from "./syntax-error.ts";

export interface Parsed<Tree> {
  readonly tree: Tree;
  readonly warnings: readonly SyntaxWarning[];
}

/** What a REPL should do with the lines that it has: run them, ask for another, or complain. */
export type Interactive =
  | (Parsed<Module> & { readonly status: "complete" })
  | { readonly status: "incomplete" }
  | { readonly status: "error"; readonly error: PythonSyntaxError };

/** A file, or the argument of `exec`. Throws PythonSyntaxError. */
export function parseModule(source: Source, options?: ParseOptions): Parsed<Module> {
  const parser = new Parser(source, options);
  return { tree: readModule(parser, source), warnings: parser.warnings };
}

/** The argument of `eval`. Throws PythonSyntaxError. */
export function parseExpression(source: Source, options?: ParseOptions): Parsed<ExpressionRoot> {
  const parser = new Parser(source, options);
  const body = parser.wholeExpression();
  return { tree: { kind: "Expression", body, start: 0, end: source.text.length }, warnings: parser.warnings };
}

/** Lines of a REPL, joined by newlines. A statement with a block is complete when an empty line follows it. */
export function parseInteractive(source: Source, options?: ParseOptions): Interactive {
  let parser: Parser | undefined;
  try {
    parser = new Parser(source, options);
    const tree = readModule(parser, source);
    if (parser.lastIsBlock && !source.text.endsWith("\n")) return { status: "incomplete" };
    return { status: "complete", tree, warnings: parser.warnings };
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return parser?.needsMore ? { status: "incomplete" } : { status: "error", error };
  }
}

function readModule(parser: Parser, source: Source): Module {
  const body: Statement[] = [];
  for (let next = parser.nextStatement(); next !== null; next = parser.nextStatement()) body.push(next);
  return { kind: "Module", body, start: 0, end: source.text.length };
}
