// Private names: `__name` in a class stands for `_Class__name`.

import type { Scope } from "./scope.ts";

/** The name as the scope's class knows it. */
export function mangle(scope: Scope, name: string): string {
  if (!name.startsWith("__") || scope.className === null) return name;
  if (scope.onlyMangled !== null && !scope.onlyMangled.has(name)) return name;
  return mangleIn(scope.className, name);
}

function mangleIn(className: string, name: string): string {
  // Dunder names are public, and dots stand only in the names of imported modules.
  if (name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
