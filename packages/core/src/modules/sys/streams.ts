// sys.stdin, sys.stdout and sys.stderr of a VM.
import type { Machine } from "../../objects/machine.ts";
import { TextStream } from "../../objects/text-stream.ts";
import type { Value } from "../../objects/value.ts";

export function newStreams(_vm: Machine): Readonly<Record<"stdin" | "stdout" | "stderr", Value>> {
  return { stdin: new TextStream("stdin"), stdout: new TextStream("stdout"), stderr: new TextStream("stderr") };
}
