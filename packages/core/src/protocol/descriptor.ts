// Descriptors: what a class attribute becomes when it is read through an instance or a class.
import { classMethodDescriptorType } from "../objects/builtin-types.ts";
import { isAttributed } from "../objects/attributed.ts";
import { PyClassMethod, PyProperty, PyStaticMethod } from "../objects/descriptors.ts";
import { PyFunction, PyMethod } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, typeOf } from "../objects/make.ts";
import { BoundNative, NativeFunction, NativeProperty, SlotMember } from "../objects/native.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callMethod } from "./call.ts";
import { raiseAttributeError, raiseTypeError } from "./raise.ts";
import { dictGetString, dictSetString } from "./table.ts";
import { dictDeleteString } from "./table-removal.ts";

/** Whether a class attribute overrides the instance's own attribute of that name (has `__set__` or `__delete__`). */
export function isDataDescriptor(attribute: Value): boolean {
  if (typeof attribute !== "object") return false;
  if (attribute instanceof PyFunction || attribute instanceof NativeFunction) return false;
  if (attribute instanceof NativeProperty || attribute instanceof SlotMember || attribute instanceof PyProperty)
    return true;
  const type = attribute.type;
  return type.lookup("__set__") !== undefined || type.lookup("__delete__") !== undefined;
}

/** Whether reading a class attribute through an instance ignores the instance's own: it has `__get__` too. */
export function overridesReading(attribute: Value): boolean {
  if (!isDataDescriptor(attribute)) return false;
  return (
    attribute instanceof NativeProperty ||
    attribute instanceof SlotMember ||
    typeOf(attribute).lookup("__get__") !== undefined
  );
}

/** What reading `attribute`, found on `type`, through `self` gives; the attribute itself when it is no descriptor. */
export function getBound(vm: Machine, attribute: Value, self: Value, type: PyType): Result {
  if (typeof attribute !== "object") return attribute;
  if (attribute instanceof PyFunction) return new PyMethod(attribute, self);
  if (attribute instanceof NativeFunction) {
    if (attribute.owner === null) return attribute;
    return new BoundNative(attribute, attribute.type === classMethodDescriptorType ? type : self);
  }
  if (attribute instanceof NativeProperty) return attribute.get(vm, self);
  if (attribute instanceof SlotMember) return readMember(vm, attribute, self);
  if (attribute instanceof PyProperty) return readProperty(vm, attribute, self);
  if (attribute instanceof PyStaticMethod) return attribute.func;
  if (attribute instanceof PyClassMethod) return bindToClass(vm, attribute.func, type);
  const get = attribute.type.lookup("__get__");
  return get === undefined ? attribute : call(vm, get, [attribute, self, type]);
}

/** What reading `attribute`, found in the MRO of `owner`, through the class `owner` itself gives. */
export function getUnbound(vm: Machine, attribute: Value, owner: PyType): Result {
  if (typeof attribute !== "object") return attribute;
  if (attribute instanceof PyFunction) return attribute;
  if (attribute instanceof NativeFunction) {
    return attribute.type === classMethodDescriptorType ? new BoundNative(attribute, owner) : attribute;
  }
  if (attribute instanceof NativeProperty || attribute instanceof SlotMember || attribute instanceof PyProperty) {
    const redefined = attribute.type.isBuiltin ? undefined : attribute.type.lookup("__get__");
    if (redefined === undefined || redefined instanceof NativeFunction) return attribute;
    return callMethod(vm, redefined, attribute, [NONE, owner]);
  }
  if (attribute instanceof PyStaticMethod) return attribute.func;
  if (attribute instanceof PyClassMethod) return bindToClass(vm, attribute.func, owner);
  const get = attribute.type.lookup("__get__");
  return get === undefined ? attribute : call(vm, get, [attribute, NONE, owner]);
}

/** A class method's function, bound to the class. */
function bindToClass(vm: Machine, func: Value, owner: PyType): Result {
  return typeof func === "object" && (func instanceof PyFunction || func instanceof NativeFunction)
    ? func instanceof PyFunction || func.owner !== null
      ? getBound(vm, func, owner, owner)
      : new BoundNative(func, owner)
    : new PyMethod(func, owner);
}

function readProperty(vm: Machine, property: PyProperty, self: Value): Result {
  const redefined = property.type.isBuiltin ? undefined : property.type.lookup("__get__");
  if (redefined !== undefined && !(redefined instanceof NativeFunction)) {
    return callMethod(vm, redefined, property, [self, typeOf(self)]);
  }
  if (property.get === NONE) return raiseNoAccessor(vm, property, self, "getter");
  return call(vm, property.get, [self]);
}

/** AttributeError for a property that lacks a getter, setter or deleter. */
function raiseNoAccessor(
  vm: Machine,
  property: PyProperty,
  self: Value,
  what: "getter" | "setter" | "deleter",
): undefined {
  const name = typeof property.name === "string" ? property.name : propertyName(property);
  const shown = name === null ? "" : ` '${name}'`;
  return raiseAttributeError(
    vm,
    `property${shown} of '${typeOf(self).qualifiedName}' object has no ${what}`,
    self,
    name ?? "",
  );
}

function propertyName(property: PyProperty): string | null {
  return property.get instanceof PyFunction ? property.get.name : null;
}

function readMember(vm: Machine, member: SlotMember, self: Value): Result {
  // Objects of a container's layout keep members among their attributes.
  if (isAttributed(self) && self.type.isSubtype(member.owner)) {
    const own = self.attrs === null ? undefined : dictGetString(self.attrs, member.name);
    return (
      own ?? raiseAttributeError(vm, `'${self.type.name}' object has no attribute '${member.name}'`, self, member.name)
    );
  }
  if (!(self instanceof PyInstance) || !self.type.isSubtype(member.owner)) {
    return raiseTypeError(
      vm,
      `descriptor '${member.name}' for '${member.owner.name}' objects doesn't apply to a '${typeOf(self).name}' object`,
    );
  }
  const value = self.members?.[member.index];
  if (value !== undefined) return value;
  return raiseAttributeError(vm, `'${self.type.name}' object has no attribute '${member.name}'`, self, member.name);
}

/** Set (or, with undefined, delete) through a data descriptor. Answers None. */
export function setThrough(
  vm: Machine,
  descriptor: Value,
  self: Value,
  name: string,
  value: Value | undefined,
): Result {
  if (descriptor instanceof SlotMember) {
    if (isAttributed(self) && self.type.isSubtype(descriptor.owner)) {
      self.attrs ??= newDict();
      if (value !== undefined) dictSetString(self.attrs, descriptor.name, value);
      else if (!dictDeleteString(vm, self.attrs, descriptor.name)) {
        return raiseAttributeError(vm, `'${self.type.name}' object has no attribute '${name}'`, self, name);
      }
      return NONE;
    }
    if (!(self instanceof PyInstance) || self.members === null) {
      return raiseTypeError(vm, `descriptor '${name}' doesn't apply to a '${typeOf(self).name}' object`);
    }
    if (value === undefined && self.members[descriptor.index] === undefined) {
      return raiseAttributeError(vm, name, self, name);
    }
    self.members[descriptor.index] = value;
    return NONE;
  }
  if (descriptor instanceof NativeProperty) {
    if (descriptor.set !== null) return descriptor.set(vm, self, value);
    const message =
      descriptor.type.name === "member_descriptor"
        ? "readonly attribute"
        : `attribute '${name}' of '${descriptor.owner.name}' objects is not writable`;
    return raiseAttributeError(vm, message, self, name);
  }
  if (descriptor instanceof PyProperty) {
    const accessor = value === undefined ? descriptor.delete : descriptor.set;
    if (accessor === NONE) {
      return raiseNoAccessor(vm, descriptor, self, value === undefined ? "deleter" : "setter");
    }
    return call(vm, accessor, value === undefined ? [self] : [self, value]);
  }
  const type = typeOf(descriptor);
  const method = type.lookup(value === undefined ? "__delete__" : "__set__");
  if (method === undefined) {
    return raiseAttributeError(vm, value === undefined ? "__delete__" : "__set__", self, name);
  }
  return callMethod(vm, method, descriptor, value === undefined ? [self] : [self, value]);
}
