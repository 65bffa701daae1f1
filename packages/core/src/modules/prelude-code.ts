// Compiling the prelude: each module once, whichever VM imports it first; the code is an immutable template.
import type { Code } from "../bytecode/code.ts";
import type { Machine } from "../objects/machine.ts";

/** File names of the prelude start like this; see protocol/link.ts, which hides their frames. */
function preludeFilename(name: string): string {
  return `<prelude ${name}>`;
}

/**
 * What answers the code of a prelude module: compiled when it is first asked for, and the same from then on. No VM has
 * any part in it: prelude code is never traced, and compiles without warnings.
 */
export function preludeCode(name: string, source: string): (vm: Machine) => Code {
  let code: Code | null = null;
  return (vm) => {
    code ??= vm.services.compile(vm, source, { filename: preludeFilename(name), mode: "exec" }).code as Code;
    vm.takeLibrary(code);
    return code;
  };
}
