// Whether an entry of a REPL is complete, asked without running it.
import { checkText } from "../host/check-keys.ts";
import { parseInteractive } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";

/** Whether an entry can run, needs more lines, or is wrong. */
export type InputState = "complete" | "incomplete" | "error";

/** What a REPL should do with the lines typed so far, joined by newlines: a block is complete after an empty line. */
export function inputState(text: string): InputState {
  checkText("inputState", "text", text);
  return parseInteractive(new Source("<stdin>", text)).status;
}
