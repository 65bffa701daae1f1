// A SyntaxError in source text as CPython displays it.
import type { PythonSyntaxError } from "../syntax/syntax-error.ts";
import { markedLine } from "../text/marked-line.ts";

/** What `traceback.print_exception` writes for the error, without a trailing newline. */
export function renderSyntaxError(error: PythonSyntaxError): string {
  const { filename, line, text } = error;
  const place = line > 0 ? `  File "${filename}", line ${line}\n${markedLine(`${text}\n`, error)}` : "";
  return `${place}${error.type}: ${error.message}`;
}
