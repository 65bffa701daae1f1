// Compiling the prelude: each module once, whichever VM imports it first; the code is an immutable template.
import type { Code } from "../bytecode/code.ts";
import type { Machine } from "../objects/machine.ts";

/** File names of the prelude start like this; see protocol/link.ts, which hides their frames. */
function preludeFilename(name: string): string {
  return `<prelude ${name}>`;
}

/** The code of a prelude module. */
export function preludeCode(vm: Machine, name: string, source: string): Code {
  return vm.services.compile(vm, source, { filename: preludeFilename(name), mode: "exec" }).code as Code;
}
