// What tools ask of source text without running it: its disassembly, and whether an entry of a REPL is complete.
import { disassemble } from "../bytecode/disassemble.ts";
import { parseInteractive } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
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

/** Whether an entry can run, needs more lines, or is wrong. */
export type InputState = "complete" | "incomplete" | "error";

/** What a REPL should do with the lines typed so far, joined by newlines: a block is complete after an empty line. */
export function inputState(text: string): InputState {
  return parseInteractive(new Source("<stdin>", text)).status;
}
