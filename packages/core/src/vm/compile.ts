// From source text to code: what is no Python becomes a SyntaxError, what can only be a mistake a warning.
import type { Code } from "../bytecode/code.ts";
import { compileModule, ModuleCompiler } from "../compile/module.ts";
import { PyException } from "../objects/exception.ts";
import { indentationErrorType, syntaxErrorType, tabErrorType } from "../objects/exception-types.ts";
import type { Compiled, CompileRequest, Compiling, Machine, SourceWarning } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import type { ExpressionRoot, Module, Statement } from "../syntax/ast.ts";
import { decodeSource, foreignEncoding, wholeFileError } from "./decode-source.ts";
import type { ParseOptions } from "../syntax/literal-parser.ts";
import { parseModule } from "../syntax/parse.ts";
import { Parser } from "../syntax/parser.ts";
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

/** Compile for a VM, all at once. */
export function compileSource(vm: Machine, text: string | Uint8Array, request: CompileRequest): Compiled {
  const compiler = new SourceCompiler(vm, text, request);
  for (;;) {
    const compiled = compiler.step();
    if (compiled !== null) return compiled;
  }
}

/** Compiles for a VM; where the request says so, the text is kept for tracebacks. */
export class SourceCompiler implements Compiling {
  readonly #vm: Machine;
  readonly #text: string | Uint8Array;
  readonly #request: CompileRequest;
  readonly #warnings: SourceWarning[] = [];
  readonly #parsed: SyntaxWarning[] = [];
  readonly #isTraced: boolean;
  #source: Source | null = null;
  #parser: Parser | null = null;
  readonly #body: Statement[] = [];
  #isParsed = false;
  #compiler: ModuleCompiler | null = null;

  constructor(vm: Machine, text: string | Uint8Array, request: CompileRequest) {
    this.#vm = vm;
    this.#text = text;
    this.#request = request;
    this.#isTraced = vm.tracer !== null && !request.filename.startsWith("<prelude ");
  }

  step(): Compiled | null {
    try {
      return this.#goOn();
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      return this.#failed(error);
    }
  }

  #goOn(): Compiled | null {
    if (this.#compiler !== null) {
      if (this.#compiler.step()) return null;
      return { code: this.#compiler.finish(), error: null, warnings: this.#warnings };
    }
    if (this.#parser === null) return this.#open();
    const tree = this.#parse(this.#parser);
    if (tree === null) return null;
    const source = this.#source as Source;
    for (const warning of this.#parsed) this.#note(source, warning);
    this.#isParsed = true;
    const onWarning = (warning: SyntaxWarning): void => this.#note(source, warning);
    this.#compiler = new ModuleCompiler(tree, source, { ...this.#request, onWarning, isTraced: this.#isTraced });
    return null;
  }

  #open(): Compiled | null {
    const vm = this.#vm;
    const text = this.#text;
    const { filename, problem, isFile } = this.#request;
    if (problem !== undefined) throw wholeFileError(problem, filename);
    if (typeof text !== "string") {
      const encoding = foreignEncoding(text, isFile === true);
      if (encoding !== undefined) return { code: null, error: null, warnings: this.#warnings, encoding };
    }
    const source = new Source(
      filename,
      typeof text === "string" ? text : decodeSource(text, filename, isFile === true),
    );
    this.#source = source;
    // Bytes that are no file (`<stdin>`) are not kept, as in CPython.
    if (isFile === true && (typeof text === "string" || !filename.startsWith("<"))) {
      vm.sources.set(filename, typeof text === "string" ? text : source.text);
    }
    const parsing: ParseOptions = { warnings: this.#parsed };
    this.#parser = new Parser(
      source,
      vm.unicodeNames === null ? parsing : { ...parsing, unicodeName: vm.unicodeNames },
    );
    return null;
  }

  /** The tree, once all of it is there. */
  #parse(parser: Parser): Module | ExpressionRoot | null {
    const { mode, isFile } = this.#request;
    const source = this.#source as Source;
    const end = source.text.length;
    if (mode === "eval") return { kind: "Expression", body: parser.wholeExpression(), start: 0, end };
    const next = parser.nextStatement();
    if (next !== null) {
      this.#body.push(next);
      return null;
    }
    const tree: Module = { kind: "Module", body: this.#body, start: 0, end };
    if (mode === "single") checkSingle(source, tree, isFile === true);
    return tree;
  }

  #note(source: Source, { message, start, end }: SyntaxWarning): void {
    const place = errorBetween(source, message, start, end);
    const error = syntaxException(place, this.#textAt(place));
    this.#warnings.push({ message, filename: place.filename, line: place.line, error });
  }

  #textAt(error: PythonSyntaxError): string | null {
    return this.#isParsed ? lateText(this.#vm, this.#request, error) : error.text;
  }

  #failed(error: PythonSyntaxError): Compiled {
    const source = this.#source;
    const { mode, isMain } = this.#request;
    if (source !== null && !this.#isParsed) for (const warning of this.#parsed) this.#note(source, warning);
    return {
      code: null,
      error: syntaxException(
        error,
        this.#textAt(error),
        error.isOpen || (mode !== "exec" && (error.line === 0 || source?.lineStarts[error.line] === undefined)),
        isMain === true && error.isAtEnd ? 0 : error.column,
      ),
      warnings: this.#warnings,
    };
  }
}

/** Compile the text of a module, or bytes in UTF-8 or the encoding that they declare. Throws PythonSyntaxError. */
export function compileText(text: string | Uint8Array, request: CompileRequest, parsing: ParseOptions = {}): Code {
  const { filename } = request;
  const source = new Source(filename, typeof text === "string" ? text : decodeSource(text, filename));
  return compileModule(parseModule(source, parsing).tree, source, request);
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
