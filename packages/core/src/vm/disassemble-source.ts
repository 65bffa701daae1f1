// The disassembly of source text, which is compiled and not run.
import { disassemble } from "../bytecode/disassemble.ts";
import { PythonSyntaxError, renderSyntaxError } from "../syntax/syntax-error.ts";
import { compileText } from "./compile.ts";

/** The listing, or the SyntaxError as CPython displays it. */
export type Disassembly = { readonly text: string } | { readonly error: string };

/** Disassemble a script and all functions in it. */
export function disassembleSource(source: string | Uint8Array, filename: string): Disassembly {
  try {
    return { text: disassemble(compileText(source, { filename, mode: "exec" })) };
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return { error: renderSyntaxError(error) };
  }
}
