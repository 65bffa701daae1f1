// Whether source text compiles: nothing of it runs, and no VM is needed.
import { PythonSyntaxError } from "../syntax/syntax-error.ts";
import { compileText } from "./compile.ts";
import { renderSyntaxError } from "./render-syntax-error.ts";

/** Why source text does not compile. */
export interface SourceError {
  readonly type: "SyntaxError" | "IndentationError" | "TabError";
  /** As CPython words it. */
  readonly message: string;
  /** Both count from 1, columns in code points; 0 where the error has no place of its own. */
  readonly line: number;
  readonly column: number;
  /** The file, the line with carets under it, and the message: what CPython displays, without a newline at the end. */
  readonly display: string;
}

/** The first error in a script, by the name of its file; null if it compiles. Source is text, or bytes as of a file. */
export function checkSource(source: string | Uint8Array, filename: string): SourceError | null {
  try {
    compileText(source, { filename, mode: "exec" });
    return null;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const { type, message, line, column } = error;
    return { type, message, line, column, display: renderSyntaxError(error) };
  }
}
