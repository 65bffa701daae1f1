// The type property.
import { propertyType } from "../objects/builtin-types.ts";
import { PyProperty } from "../objects/descriptors.ts";
import { PyFunction } from "../objects/function.ts";
import { attributeErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { getAttributeOr, setAttribute } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { getBound, setThrough } from "../protocol/descriptor.ts";
import { pushNative } from "../protocol/frames.ts";
import { catchError, raiseAttributeError } from "../protocol/raise.ts";
import { defineType, member, method, newMethod, property } from "./define.ts";
import { ABSTRACT } from "./abstract-flag.ts";
import { functionDoc } from "./function.ts";
import { typeOf } from "../objects/make.ts";
import { classFor } from "../protocol/class-for.ts";

/** The docstring of the getter becomes the property's, where none was given. */
const DOC: Asking<PyProperty> = {
  ask: (vm, self) =>
    self.get instanceof PyFunction ? functionDoc(self.get) : getAttributeOr(vm, self.get, "__doc__", NONE),
  take(vm, self, doc) {
    self.hasGetterDoc = doc !== NONE;
    return setDoc(vm, self, doc);
  },
};

/** Instances of derived classes have it as an attribute: the docstring of their class hides the property's. */
function setDoc(vm: Machine, self: PyProperty, doc: Value): Result {
  self.doc = doc;
  return self.type.isBuiltin ? NONE : pushNative(vm, docOp, self);
}

const docOp: NativeOp<PyProperty> = {
  name: "property",
  step(vm, self, input) {
    if ((input ?? setAttribute(vm, self, "__doc__", self.doc)) !== undefined) return NONE;
    return vm.error === null ? undefined : withoutDoc(vm, self);
  },
  raised: withoutDoc,
};

/** An explicit docstring that the instance has no place for is dropped. */
function withoutDoc(vm: Machine, self: PyProperty): Result {
  return self.hasGetterDoc || catchError(vm, attributeErrorType) === null ? undefined : NONE;
}

function initProperty(
  vm: Machine,
  self: PyProperty,
  get: Value = NONE,
  set: Value = NONE,
  remove: Value = NONE,
  doc: Value = NONE,
): Result {
  self.get = get;
  self.set = set;
  self.delete = remove;
  self.hasGetterDoc = false;
  return doc === NONE && get !== NONE ? asking(vm, DOC, self) : setDoc(vm, self, doc);
}

/** The same property with one accessor replaced. */
function copyWith(vm: Machine, self: PyProperty, part: "get" | "set" | "delete", accessor: Value): Result {
  const parts = { get: self.get, set: self.set, delete: self.delete, [part]: accessor };
  const doc = self.hasGetterDoc && parts.get !== NONE ? NONE : self.doc;
  return asking(vm, COPY, { self, args: [parts.get, parts.set, parts.delete, doc] });
}

const COPY: Asking<{ readonly self: PyProperty; readonly args: readonly Value[] }> = {
  ask: (vm, { self, args }) => call(vm, self.type, args),
  take: (_vm, { self }, made) => {
    if (made instanceof PyProperty) made.name = self.name;
    return made;
  },
};

const NAME: Asking<PyProperty> = {
  ask: (vm, self) => (self.get instanceof PyFunction ? self.get.name : getAttributeOr(vm, self.get, "__name__", DONE)),
  take: (vm, self, name) =>
    name === DONE ? raiseAttributeError(vm, "'property' object has no attribute '__name__'", self, "__name__") : name,
};

export function defineProperty(): void {
  defineType(propertyType, "Property attribute.", {
    __new__: newMethod("*args, **kwargs", (vm, cls: Value) => {
      const type = classFor(vm, propertyType, cls);
      return type === undefined ? undefined : new PyProperty(type, NONE, NONE, NONE, NONE);
    }),
    __init__: method("fget=None, fset=None, fdel=None, doc=None", initProperty),
    __get__: method("instance, owner=None, /", (vm, self: PyProperty, instance: Value) => {
      if (instance === NONE) return self;
      return getBound(vm, plain(self), instance, typeOf(instance));
    }),
    __set__: method("instance, value, /", (vm, self: PyProperty, instance: Value, value: Value) =>
      setThrough(vm, self, instance, typeof self.name === "string" ? self.name : "", value),
    ),
    __delete__: method("instance, /", (vm, self: PyProperty, instance: Value) =>
      setThrough(vm, self, instance, typeof self.name === "string" ? self.name : "", undefined),
    ),
    __set_name__: method("owner, name, /", (_vm, self: PyProperty, _owner: Value, name: Value) => {
      self.name = name;
      return NONE;
    }),
    getter: method("fget, /", (vm, self: PyProperty, accessor: Value) => copyWith(vm, self, "get", accessor)),
    setter: method("fset, /", (vm, self: PyProperty, accessor: Value) => copyWith(vm, self, "set", accessor)),
    deleter: method("fdel, /", (vm, self: PyProperty, accessor: Value) => copyWith(vm, self, "delete", accessor)),
    fget: member((_vm, self: PyProperty) => self.get),
    fset: member((_vm, self: PyProperty) => self.set),
    fdel: member((_vm, self: PyProperty) => self.delete),
    __doc__: member(
      (_vm, self: PyProperty) => self.doc,
      (_vm, self: PyProperty, value) => {
        self.doc = value ?? NONE;
        return NONE;
      },
    ),
    __name__: property(
      (vm, self: PyProperty) => self.name ?? asking(vm, NAME, self),
      (_vm, self: PyProperty, value) => {
        self.name = value;
        return NONE;
      },
    ),
    __isabstractmethod__: property((vm, self: PyProperty) =>
      asking(vm, ABSTRACT, { accessors: [self.get, self.set, self.delete], next: 0 }),
    ),
  });
}

/** A property whose class redefines `__get__` and calls the inherited one must not come back to it. */
function plain(self: PyProperty): PyProperty {
  if (self.type.isBuiltin) return self;
  const copy = new PyProperty(propertyType, self.get, self.set, self.delete, self.doc);
  copy.name = self.name;
  return copy;
}
