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
import { parseExpression, parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import { PythonSyntaxError, type SyntaxErrorType } from "../syntax/syntax-error.ts";

const TYPES: Readonly<Record<SyntaxErrorType, PyType>> = {
  SyntaxError: syntaxErrorType,
  IndentationError: indentationErrorType,
  TabError: tabErrorType,
};

/** Compile, or raise SyntaxError on the VM and answer undefined. */
export function compileSource(vm: Machine, text: string, request: CompileRequest): Code | undefined {
  try {
    const source = new Source(request.filename, text);
    const options = {
      mode: request.mode,
      topLevelAwait: request.topLevelAwait ?? false,
      futureAnnotations: request.futureAnnotations ?? false,
    };
    if (request.mode === "eval") return compileModule(parseExpression(source).tree, source, options);
    return compileModule(parseModule(source).tree, source, options);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return raise(vm, syntaxException(error));
  }
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
