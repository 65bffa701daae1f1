// The disassembly of source text, which is compiled and not run.
import { disassemble } from "../bytecode/disassemble.ts";
import { PythonSyntaxError } from "../syntax/syntax-error.ts";
import { compileText } from "./compile.ts";
import { renderSyntaxError } from "./render-syntax-error.ts";

/** The listing, or the SyntaxError as CPython displays it. */
export type Disassembly =
  | {
      /** The listing, a line for each instruction. */
      readonly text: string;
    }
  | {
      /** Why there is none: the place and the message. */
      readonly error: string;
    };

/** Disassemble a script and all functions in it. Source that does not compile is answered as `error`, not thrown. */
export function disassembleSource(source: string | Uint8Array, filename: string): Disassembly {
  try {
    return { text: disassemble(compileText(source, { filename, mode: "exec" })) };
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return { error: renderSyntaxError(error) };
  }
}
