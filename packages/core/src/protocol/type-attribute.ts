// Attributes of classes: `Class.name`, along the class's own MRO and its metaclass.
import type { Machine } from "../objects/machine.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { NONE } from "../objects/singletons.ts";
import { getBound, getUnbound, isDataDescriptor, overridesReading, setThrough } from "./descriptor.ts";
import { raiseAttributeError, raiseTypeError } from "./raise.ts";

/** `type.__getattribute__`. */
export function typeAttribute(vm: Machine, type: PyType, name: string): Result {
  const metatype = type.type;
  const meta = metatype.lookup(name);
  if (meta !== undefined && overridesReading(meta)) return getBound(vm, meta, type, metatype);
  const attribute = type.lookup(name);
  if (attribute !== undefined) return getUnbound(vm, attribute, type);
  if (meta !== undefined) return getBound(vm, meta, type, metatype);
  return raiseAttributeError(vm, `type object '${type.name}' has no attribute '${name}'`, type, name);
}

/** `type.__setattr__` and, with undefined, `__delattr__`; answers None. */
export function setTypeAttribute(vm: Machine, type: PyType, name: string, value: Value | undefined): Result {
  if (type.isBuiltin || type.isSealed) {
    return raiseTypeError(vm, `cannot set '${name}' attribute of immutable type '${type.name}'`);
  }
  const meta = type.type.lookup(name);
  if (meta !== undefined && isDataDescriptor(meta)) return setThrough(vm, meta, type, name, value);
  if (value !== undefined) type.namespace.set(name, value);
  else if (!type.namespace.delete(name)) {
    return raiseAttributeError(vm, `type object '${type.name}' has no attribute '${name}'`, type, name);
  }
  type.changed();
  return NONE;
}
