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
import { decodeSource } from "../syntax/decode-source.ts";
import { parseExpression, parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import { PythonSyntaxError, type SyntaxErrorType } from "../syntax/syntax-error.ts";

const TYPES: Readonly<Record<SyntaxErrorType, PyType>> = {
  SyntaxError: syntaxErrorType,
  IndentationError: indentationErrorType,
  TabError: tabErrorType,
};

/** Compile, or raise SyntaxError on the VM and answer undefined. */
export function compileSource(vm: Machine, text: string | Uint8Array, request: CompileRequest): Code | undefined {
  try {
    return compileText(text, request);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return raise(vm, syntaxException(error));
  }
}

/** Compile source text, or bytes in UTF-8 or the encoding that their first lines declare. Throws PythonSyntaxError. */
export function compileText(text: string | Uint8Array, request: CompileRequest): Code {
  const { filename, mode, topLevelAwait = false, futureAnnotations = false } = request;
  const source = new Source(filename, typeof text === "string" ? text : decodeSource(text, filename));
  const options = { mode, topLevelAwait, futureAnnotations };
  const { tree } = mode === "eval" ? parseExpression(source) : parseModule(source);
  return compileModule(tree, source, options);
}

function syntaxException(error: PythonSyntaxError): PyException {
  const { filename, line, column, text, endLine, endColumn } = error;
  const details = newTuple([filename, line, column, text ?? NONE, endLine, endColumn]);
  const exception = new PyException(TYPES[error.type], newTuple([error.message, details]));
  exception.fields = new Map<string, Value>([
    ["msg", error.message],
    ["filename", filename],
    ["lineno", line],
    ["offset", column],
    ["text", text ?? NONE],
    ["end_lineno", endLine],
    ["end_offset", endColumn],
    ["print_file_and_line", NONE],
  ]);
  return exception;
}
