// How classes are called in messages and reprs.
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";

/** `__module__` of a class; undefined where its namespace has none. */
export function moduleOf(type: PyType): Value | undefined {
  return type.isBuiltin ? type.module : type.namespace.get("__module__");
}

/** `module.Outer.Inner`, without the module where that is `builtins`. */
export function fullName(type: PyType): string {
  const module = moduleOf(type);
  return typeof module === "string" && module !== "builtins" ? `${module}.${type.qualifiedName}` : type.qualifiedName;
}

/** `repr` of a class that has the plain metaclass. */
export function typeRepr(type: PyType): string {
  return `<class '${fullName(type)}'>`;
}

/** The name alone: built-in types of modules are called `module.name` in messages. */
export function shortName(type: PyType): string {
  return type.isBuiltin || type.isSealed ? type.name.slice(type.name.lastIndexOf(".") + 1) : type.name;
}
