// The direct subclasses of each built-in type among the built-in types.
import { BUILTIN_TYPES } from "../objects/builtin-types.ts";
import { EXCEPTION_TYPES } from "../objects/exception-types.ts";
import type { PyType } from "../objects/type.ts";

/** In the order of their tables. */
export function builtinSubclasses(type: PyType): PyType[] {
  return [...BUILTIN_TYPES, ...EXCEPTION_TYPES].filter((each) => each.bases.includes(type));
}
