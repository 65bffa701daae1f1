// Beginning to run source text in `__main__`.
import { PyFunction } from "../objects/function.ts";
import type { CompileMode, Machine } from "../objects/machine.ts";
import type { PyModule } from "../objects/module.ts";
import type { PyDict } from "../objects/table.ts";
import type { Result } from "../objects/value.ts";
import { compileThen, type CompileThen } from "../protocol/compile-source.ts";
import { pushNamespace } from "../protocol/frames.ts";
import { link } from "../protocol/link.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";

/** Compile the source and push the frame that runs it; a SyntaxError is raised. */
export function beginSource(
  vm: Machine,
  source: string | Uint8Array,
  options: { readonly filename?: string; readonly mode?: CompileMode },
): Result {
  const { filename = "<string>", mode = "run" } = options;
  const { dict } = dictGetString(vm.modules, "__main__") as PyModule;
  const isNamed = options.filename !== undefined && !filename.startsWith("<");
  if (isNamed && dictGetString(dict, "__file__") === undefined) dictSetString(dict, "__file__", filename);
  // As in `python -m asyncio`: an entry that awaits nothing may still begin tasks.
  if (mode === "single") vm.fiber.isAsync = true;
  const isMain = mode !== "single" && filename !== "<string>";
  const request = { filename, mode, topLevelAwait: mode !== "exec", isFile: true, isMain };
  return compileThen(vm, source, request, RUN_MAIN, dict);
}

/** Pushes the frame that runs a compiled script in the namespace of `__main__`. */
const RUN_MAIN: CompileThen<PyDict> = {
  run: (vm, code, dict) =>
    pushNamespace(vm, new PyFunction(link(vm, code), dict, vm.builtins, [], null, null, null, "__main__"), dict),
};
