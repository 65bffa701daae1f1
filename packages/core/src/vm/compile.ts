// From source text to code, with a SyntaxError raised on the VM when it is no Python.
import type { Code } from "../bytecode/code.ts";
import { compileModule } from "../compile/module.ts";
import { PyException } from "../objects/exception.ts";
import { indentationErrorType, syntaxErrorType, tabErrorType } from "../objects/exception-types.ts";
import type { CompileRequest, Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { raise } from "../protocol/raise.ts";
import type { Module, Statement } from "../syntax/ast.ts";
import { decodeSource } from "../syntax/decode-source.ts";
import { parseExpression, parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import { errorBetween, PythonSyntaxError, type SyntaxErrorType } from "../syntax/syntax-error.ts";

const TYPES: Readonly<Record<SyntaxErrorType, PyType>> = {
  SyntaxError: syntaxErrorType,
  IndentationError: indentationErrorType,
  TabError: tabErrorType,
};

/** Compile, or raise SyntaxError on the VM and answer undefined. */
export function compileSource(vm: Machine, text: string | Uint8Array, request: CompileRequest): Code | undefined {
  try {
    return compileText(text, request, vm.unicodeNames);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return raise(vm, syntaxException(error));
  }
}

/** Keep the text of a source for tracebacks; bytes that are no file (`<stdin>`) are not kept, as in CPython. */
export function keepSource(vm: Machine, filename: string, source: string | Uint8Array): void {
  if (typeof source === "string") vm.sources.set(filename, source);
  else if (!filename.startsWith("<")) vm.sources.set(filename, decodeSource(source, filename));
}

/** Compile source text, or bytes in UTF-8 or the encoding that their first lines declare. Throws PythonSyntaxError. */
export function compileText(
  text: string | Uint8Array,
  request: CompileRequest,
  names: Machine["unicodeNames"] = null,
): Code {
  const { filename, mode, topLevelAwait = false, futureAnnotations = false, dropAsserts = false } = request;
  const source = new Source(filename, typeof text === "string" ? text : decodeSource(text, filename));
  const options = { mode, topLevelAwait, futureAnnotations, dropAsserts };
  const parsing = names === null ? {} : { unicodeName: names };
  if (mode === "eval") return compileModule(parseExpression(source, parsing).tree, source, options);
  const { tree } = parseModule(source, parsing);
  if (mode === "single") checkSingle(source, tree);
  return compileModule(tree, source, options);
}

/** An entry of a REPL is one statement, or several on one line. */
function checkSingle(source: Source, { body }: Module): void {
  const [first] = body;
  const extra = body.find((node) => source.position(node.start).line > source.position((first as Statement).end).line);
  if (extra !== undefined) {
    throw errorBetween(source, "multiple statements found while compiling a single statement", 0, extra.start);
  }
}

function syntaxException(error: PythonSyntaxError): PyException {
  const { filename, line, column, endLine, endColumn } = error;
  // CPython shows the line with its newline.
  const text = line > 0 ? `${error.text}\n` : NONE;
  const details = newTuple([filename, line, column, text, endLine, endColumn]);
  const exception = new PyException(TYPES[error.type], newTuple([error.message, details]));
  exception.fields = new Map<string, Value>([
    ["msg", error.message],
    ["filename", filename],
    ["lineno", line],
    ["offset", column],
    ["text", text],
    ["end_lineno", endLine],
    ["end_offset", endColumn],
    ["print_file_and_line", NONE],
  ]);
  return exception;
}
