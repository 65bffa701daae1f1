// From source text to code: what is no Python becomes a SyntaxError, what can only be a mistake a warning.
import type { Code } from "../bytecode/code.ts";
import { compileModule } from "../compile/module.ts";
import { PyException } from "../objects/exception.ts";
import { indentationErrorType, syntaxErrorType, tabErrorType } from "../objects/exception-types.ts";
import type { Compiled, CompileRequest, Machine, SourceWarning } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import type { ExpressionRoot, Module } from "../syntax/ast.ts";
import { decodeSource, foreignEncoding, wholeFileError } from "./decode-source.ts";
import type { ParseOptions } from "../syntax/literal-parser.ts";
import { parseExpression, parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import {
  errorAt,
  errorBetween,
  PythonSyntaxError,
  type SyntaxErrorType,
  type SyntaxWarning,
} from "../syntax/syntax-error.ts";

const TYPES: Readonly<Record<SyntaxErrorType, PyType>> = {
  SyntaxError: syntaxErrorType,
  IndentationError: indentationErrorType,
  TabError: tabErrorType,
};

/** Compile for a VM; where the request says so, the text is kept for tracebacks. */
export function compileSource(vm: Machine, text: string | Uint8Array, request: CompileRequest): Compiled {
  const warnings: SourceWarning[] = [];
  const { problem } = request;
  if (typeof text !== "string" && problem === undefined) {
    const encoding = foreignEncoding(text, request.isFile === true);
    if (encoding !== undefined) return { code: null, error: null, warnings, encoding };
  }
  const isTraced = vm.tracer !== null && !request.filename.startsWith("<prelude ");
  let source: Source | null = null;
  let isParsed = false;
  const note = (from: Source, { message, start, end }: SyntaxWarning): void => {
    const place = errorBetween(from, message, start, end);
    const error = syntaxException(place, isParsed ? lateText(vm, request, place) : place.text);
    warnings.push({ message, filename: place.filename, line: place.line, error });
  };
  const parsing: { unicodeName?: NonNullable<Machine["unicodeNames"]>; warnings: SyntaxWarning[] } = { warnings: [] };
  if (vm.unicodeNames !== null) parsing.unicodeName = vm.unicodeNames;
  try {
    const { filename } = request;
    if (problem !== undefined) throw wholeFileError(problem, filename);
    source = new Source(
      filename,
      typeof text === "string" ? text : decodeSource(text, filename, request.isFile === true),
    );
    // Bytes that are no file (`<stdin>`) are not kept, as in CPython.
    if (request.isFile === true && (typeof text === "string" || !filename.startsWith("<"))) {
      vm.sources.set(filename, typeof text === "string" ? text : source.text);
    }
    const tree = parseText(source, request, parsing);
    const from = source;
    for (const warning of parsing.warnings) note(from, warning);
    isParsed = true;
    return {
      code: compileTree(tree, from, request, (warning) => note(from, warning), isTraced),
      error: null,
      warnings,
    };
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    if (source !== null && !isParsed) for (const warning of parsing.warnings) note(source, warning);
    return {
      code: null,
      error: syntaxException(
        error,
        isParsed ? lateText(vm, request, error) : error.text,
        request.mode !== "exec" && (error.line === 0 || source?.lineStarts[error.line] === undefined),
        request.isMain === true && error.isAtEnd ? 0 : error.column,
      ),
      warnings,
    };
  }
}

/** Compile source text, or bytes in UTF-8 or the encoding that their first lines declare. Throws PythonSyntaxError. */
export function compileText(text: string | Uint8Array, request: CompileRequest, parsing: ParseOptions = {}): Code {
  const { filename } = request;
  const source = new Source(filename, typeof text === "string" ? text : decodeSource(text, filename));
  return compileTree(parseText(source, request, parsing), source, request, () => undefined, false);
}

function parseText(source: Source, { mode, isFile }: CompileRequest, parsing: ParseOptions): Module | ExpressionRoot {
  if (mode === "eval") return parseExpression(source, parsing).tree;
  const { tree } = parseModule(source, parsing);
  if (mode === "single") checkSingle(source, tree, isFile === true);
  return tree;
}

function compileTree(
  tree: Module | ExpressionRoot,
  source: Source,
  request: CompileRequest,
  onWarning: (warning: SyntaxWarning) => void,
  isTraced: boolean,
): Code {
  const { mode, topLevelAwait = false, futureAnnotations = false, dropAsserts = false } = request;
  return compileModule(tree, source, { mode, topLevelAwait, futureAnnotations, dropAsserts, onWarning, isTraced });
}

/** An entry of a REPL is one statement, or several on one line; where it is not a person's, it ends as the grammar says. */
function checkSingle(source: Source, { body }: Module, isFile: boolean): void {
  const { text } = source;
  const [first] = body;
  const refuse = (line: number): PythonSyntaxError =>
    errorAt(source, "invalid syntax", { line, column: 0, endLine: line, endColumn: 0 });
  if (first === undefined) {
    if (isFile) return;
    throw refuse(text === "" ? 0 : 1);
  }
  const isBlock = "body" in first || "cases" in first;
  const { line } = source.position(first.end);
  const extra = body.find((node) => source.position(node.start).line > line);
  if (isBlock && extra !== undefined) {
    const [token] = /^\w+|^./u.exec(text.slice(extra.start)) as RegExpExecArray;
    throw errorBetween(source, "invalid syntax", extra.start, extra.start + token.length);
  }
  if (extra !== undefined) {
    const column = [...source.lineText(line)].length + 1;
    const message = "multiple statements found while compiling a single statement";
    throw errorAt(source, message, { line, column, endLine: line, endColumn: column + 1 });
  }
  if (isBlock && !isFile && !text.includes("\n")) throw refuse(1);
}

/** The line that an error of the compiler shows: CPython has no longer the text at hand, and looks into the file. */
function lateText(vm: Machine, { isFile, filename }: CompileRequest, { line, text }: PythonSyntaxError): string | null {
  if (isFile === true) return text;
  const kept = filename.startsWith("<") ? undefined : vm.sources.get(filename);
  return kept?.split("\n")[line - 1] ?? null;
}

/** `isOpen`: no newline ends the line. */
function syntaxException(
  error: PythonSyntaxError,
  shown: string | null,
  isOpen: boolean = false,
  column: number = error.column,
): PyException {
  const { filename, line, endLine, endColumn } = error;
  const isNowhere = line === 0 && column < 0;
  // CPython shows the line with its newline.
  const text = isNowhere || shown === null ? NONE : isOpen ? shown : `${shown}\n`;
  const place = isNowhere ? [filename, 0, -1, NONE] : [filename, line, column, text, endLine, endColumn];
  const exception = new PyException(TYPES[error.type], newTuple([error.message, newTuple(place)]));
  exception.fields = new Map<string, Value>([
    ["msg", error.message],
    ["filename", filename],
    ["lineno", line],
    ["offset", isNowhere ? -1 : column],
    ["text", text],
    ["end_lineno", isNowhere ? NONE : endLine],
    ["end_offset", isNowhere ? NONE : endColumn],
    ["print_file_and_line", NONE],
  ]);
  return exception;
}
