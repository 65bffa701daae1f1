// The types of what is written in TypeScript: functions, methods, slot wrappers, computed attributes.
import {
  builtinFunctionType,
  classMethodDescriptorType,
  getSetDescriptorType,
  memberDescriptorType,
  methodDescriptorType,
  methodWrapperType,
  wrapperDescriptorType,
} from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeFunction } from "../objects/native.ts";
import { BoundNative, type NativeProperty, type SlotMember } from "../objects/native.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { getBound, setThrough } from "../protocol/descriptor.ts";
import { hashOfIdentity } from "../protocol/hash.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { isSame } from "../protocol/structural.ts";
import { defineType, member, method, property, type TypeEntry } from "./define.ts";
import { addressOf } from "./object.ts";

type Native = NativeFunction | BoundNative;
type Attribute = NativeProperty | SlotMember;

function functionOf(self: Native): NativeFunction {
  return self instanceof BoundNative ? self.func : self;
}

function qualifiedName(self: Native): string {
  const { name, owner } = functionOf(self);
  if (owner === null) return name;
  if (self instanceof BoundNative && self.self instanceof PyType) return `${self.self.qualifiedName}.${name}`;
  return `${owner.qualifiedName}.${name}`;
}

function callSelf(vm: Machine, self: Native, args: readonly Value[], keywords: Keywords): Result {
  return call(vm, self, args, keywords);
}

/** `($self, index, /)`: what inspect reads signatures from. */
function textSignature(self: Native): string {
  const { owner, text } = functionOf(self);
  if (owner === null && !(self instanceof BoundNative)) return text === "" ? "($module, /)" : `($module, ${text})`;
  if (self instanceof BoundNative) return `(${text})`;
  return text === "" ? "($self, /)" : `($self, ${text})`;
}

function common(): Readonly<Record<string, TypeEntry>> {
  return {
    __name__: property((_vm, self: Native) => functionOf(self).name),
    __qualname__: property((_vm, self: Native) => qualifiedName(self)),
    __doc__: property((_vm, self: Native) => functionOf(self).doc ?? NONE),
    __text_signature__: property((_vm, self: Native) => textSignature(self)),
    __call__: method("*args, **kwargs", callSelf),
  };
}

function ofType(): Readonly<Record<string, TypeEntry>> {
  return {
    ...common(),
    __objclass__: member((_vm, self: NativeFunction) => self.owner ?? NONE),
    __get__: method("instance, owner=None, /", (vm, self: NativeFunction, instance: Value, owner: Value = NONE) => {
      if (instance === NONE) return self;
      return getBound(vm, self, instance, owner instanceof PyType ? owner : typeOf(instance));
    }),
  };
}

function bound(): Readonly<Record<string, TypeEntry>> {
  return {
    ...common(),
    __self__: property((vm, self: Native) => (self instanceof BoundNative ? self.self : (vm.builtinsModule ?? NONE))),
    __eq__: method("value, /", (_vm, self: Native, other: Value) => {
      if (self === other) return true;
      if (!(self instanceof BoundNative && other instanceof BoundNative)) return NOT_IMPLEMENTED;
      return self.func === other.func && isSame(self.self, other.self);
    }),
    __hash__: method("", (vm, self: Native) => {
      if (!(self instanceof BoundNative)) return hashOfIdentity(vm, self);
      const target = self.self;
      return hashOfIdentity(vm, self.func) + (typeof target === "object" ? hashOfIdentity(vm, target) : 0);
    }),
  };
}

function reprOf(kind: string): TypeEntry {
  return method("", (_vm, self: NativeFunction) => `<${kind} '${self.name}' of '${self.owner?.name}' objects>`);
}

function attributes(kind: string): Readonly<Record<string, TypeEntry>> {
  return {
    __repr__: method("", (_vm, self: Attribute) => `<${kind} '${self.name}' of '${self.owner.name}' objects>`),
    __name__: member((_vm, self: Attribute) => self.name),
    __qualname__: property((_vm, self: Attribute) => `${self.owner.qualifiedName}.${self.name}`),
    __objclass__: member((_vm, self: Attribute) => self.owner),
    __doc__: property((_vm, self: Attribute) => ("doc" in self ? (self.doc ?? NONE) : NONE)),
    __get__: method("instance, owner=None, /", (vm, self: Attribute, instance: Value) => {
      if (instance === NONE) return self;
      const refusal = checkOwner(vm, self, instance);
      return refusal ? getBound(vm, self, instance, typeOf(instance)) : undefined;
    }),
    __set__: method("instance, value, /", (vm, self: Attribute, instance: Value, value: Value) =>
      checkOwner(vm, self, instance) ? setThrough(vm, self, instance, self.name, value) : undefined,
    ),
    __delete__: method("instance, /", (vm, self: Attribute, instance: Value) =>
      checkOwner(vm, self, instance) ? setThrough(vm, self, instance, self.name, undefined) : undefined,
    ),
  };
}

function checkOwner(vm: Machine, self: Attribute, instance: Value): boolean {
  if (typeOf(instance).isSubtype(self.owner)) return true;
  const { name, owner } = self;
  raiseTypeError(
    vm,
    `descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${typeOf(instance).name}' object`,
  );
  return false;
}

export function defineNativeFunctions(): void {
  defineType(builtinFunctionType, null, {
    ...bound(),
    __module__: property((_vm, self: Native) => (self instanceof BoundNative ? NONE : (self.module ?? NONE))),
    __repr__: method("", (vm, self: Native) => {
      if (!(self instanceof BoundNative)) return `<built-in function ${self.name}>`;
      return `<built-in method ${self.func.name} of ${typeOf(self.self).name} object at ${addressOf(vm, self.self)}>`;
    }),
  });
  defineType(methodWrapperType, null, {
    ...bound(),
    __objclass__: property((_vm, self: BoundNative) => self.func.owner ?? NONE),
    __repr__: method("", (vm, self: BoundNative) => {
      return `<method-wrapper '${self.func.name}' of ${typeOf(self.self).name} object at ${addressOf(vm, self.self)}>`;
    }),
  });
  defineType(methodDescriptorType, null, { ...ofType(), __repr__: reprOf("method") });
  defineType(classMethodDescriptorType, null, { ...ofType(), __repr__: reprOf("method") });
  defineType(wrapperDescriptorType, null, { ...ofType(), __repr__: reprOf("slot wrapper") });
  defineType(getSetDescriptorType, null, attributes("attribute"));
  defineType(memberDescriptorType, null, {
    ...attributes("attribute"),
    __repr__: method("", (_vm, self: Attribute) => {
      const kind = "index" in self ? "member" : "attribute";
      return `<${kind} '${self.name}' of '${self.owner.name}' objects>`;
    }),
  });
}
