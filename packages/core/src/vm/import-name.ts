// The full name of the module that a relative import means.
import { importErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { PyDict } from "../objects/table.ts";
import type { Value } from "../objects/value.ts";
import { raiseNew, raiseTypeError } from "../protocol/raise.ts";
import { dictGetString } from "../protocol/table.ts";

/** The full name of a relative import from a module with these globals; undefined after raising. */
export function resolveRelative(vm: Machine, name: string, globals: Value, level: number): string | undefined {
  if (!(globals instanceof PyDict)) return raiseTypeError(vm, "globals must be a dict");
  const own = dictGetString(globals, "__package__");
  let base = typeof own === "string" ? own : undefined;
  if (base === undefined) {
    const moduleName = dictGetString(globals, "__name__");
    if (typeof moduleName === "string") {
      const isPackage = dictGetString(globals, "__path__") !== undefined;
      base = isPackage ? moduleName : moduleName.slice(0, Math.max(0, moduleName.lastIndexOf(".")));
    }
  }
  if (base === undefined || base === "") {
    return raiseNew(vm, importErrorType, "attempted relative import with no known parent package");
  }
  const parts = base.split(".");
  if (level > parts.length) return raiseNew(vm, importErrorType, "attempted relative import beyond top-level package");
  const kept = parts.slice(0, parts.length - level + 1).join(".");
  return name === "" ? kept : `${kept}.${name}`;
}
