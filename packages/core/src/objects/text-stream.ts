// Layout of the standard streams.
import { PyAttributed } from "./attributed.ts";
import { textStreamType } from "./builtin-types.ts";
import type { Value } from "./value.ts";

/** Reads or writes one of the host's streams. */
export class TextStream extends PyAttributed {
  readonly target: "stdin" | "stdout" | "stderr";
  /** What was read from the host and not yet given out. */
  pending = "";
  /** Its bytes: the stream of the prelude, once it is made. */
  buffer: Value | null = null;
  isClosed = false;
  /** What becomes of half a character that is written. */
  errors: string;

  constructor(target: TextStream["target"]) {
    super(textStreamType);
    this.target = target;
    this.errors = target === "stderr" ? "backslashreplace" : "strict";
  }
}
