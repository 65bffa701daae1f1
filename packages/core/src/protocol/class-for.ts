// The class that a built-in `__new__` is called for.
import { boolType, intType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { raiseTypeError } from "./raise.ts";

/** The class that `base.__new__` was called for, or undefined after raising TypeError. */
export function classFor(vm: Machine, base: PyType, cls: Value): PyType | undefined {
  if (cls === base) return base;
  if (!(cls instanceof PyType)) {
    return raiseTypeError(vm, `${base.name}.__new__(X): X is not a type object (${typeOf(cls).name})`);
  }
  if (!cls.isSubtype(base)) {
    return raiseTypeError(vm, `${base.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${base.name}`);
  }
  if (base === intType && cls === boolType) {
    return raiseTypeError(vm, "int.__new__(bool) is not safe, use bool.__new__()");
  }
  return cls;
}
