// `super()`: attributes along an MRO after a given class.
import { PySuper } from "../objects/descriptors.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { genericGetAttribute } from "./attribute.ts";
import { getBound, getUnbound } from "./descriptor.ts";
import { raiseAttributeError, raiseTypeError } from "./raise.ts";

/** The raw attribute that `super(start, self).name` finds; undefined when none. */
export function superLookup(start: PyType, selfType: PyType, name: string): Value | undefined {
  const mro = selfType.mro;
  for (let i = mro.indexOf(start) + 1; i < mro.length; i++) {
    const found = (mro[i] as PyType).namespace.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `super.__getattribute__`. */
export function superAttribute(vm: Machine, object: PySuper, name: string): Result {
  const { start, self, selfType } = object;
  if (start === null || self === null || selfType === null || name === "__class__") {
    return genericGetAttribute(vm, object, name);
  }
  const attribute = superLookup(start, selfType, name);
  if (attribute === undefined) {
    const own = object.type.lookup(name);
    if (own !== undefined) return getBound(vm, own, object, object.type);
    return raiseAttributeError(vm, `'super' object has no attribute '${name}'`, object, name);
  }
  return self === selfType ? getUnbound(vm, attribute, selfType) : getBound(vm, attribute, self, selfType);
}

/** `super(start, self)`, or undefined after raising when `self` is neither an instance nor a subclass of `start`. */
export function makeSuper(vm: Machine, start: Value, self: Value): PySuper | undefined {
  if (!(start instanceof PyType)) {
    return raiseTypeError(vm, `super() argument 1 must be a type, not ${typeOf(start).name}`);
  }
  if (self instanceof PyType && self.isSubtype(start)) return new PySuper(start, self, self);
  const type = typeOf(self);
  if (type.isSubtype(start)) return new PySuper(start, self, type);
  return raiseTypeError(
    vm,
    `super(type, obj): obj (${self instanceof PyType ? "type" : "instance of"} ${self instanceof PyType ? self.name : type.name}) is not an instance or subtype of type (${start.name}).`,
  );
}
