// The type method: a function bound to an object.
import { methodType } from "../objects/builtin-types.ts";
import { PyFunction, PyMethod } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { NativeFunction } from "../objects/native.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { hashInt } from "../numeric/hash.ts";
import { xor } from "../numeric/int-bits.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { genericGetAttribute, getAttribute } from "../protocol/attribute.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { repr } from "../protocol/conversion.ts";
import { hash, hashOfIdentity } from "../protocol/hash.ts";
import { attributeName } from "../protocol/bad-argument.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { isSame } from "../protocol/structural.ts";
import { isCallable } from "../protocol/truth.ts";
import { defineType, member, method, newMethod } from "./define.ts";

const REPR: Asking<PyMethod> = {
  name: "repr of a method",
  ask: (vm, self) => repr(vm, self.self),
  take: (_vm, self, text) => `<bound method ${shownName(self.func)} of ${asString(text)}>`,
};

function shownName(func: Value): string {
  if (func instanceof PyFunction) return func.qualifiedName;
  if (func instanceof NativeFunction) return func.owner === null ? func.name : `${func.owner.name}.${func.name}`;
  return func instanceof PyMethod ? shownName(func.func) : "?";
}

const HASH: Asking<PyMethod> = {
  name: "hash of a method",
  ask: (vm, self) => hash(vm, self.func),
  take: (vm, self, answer) => {
    const object = typeof self.self === "object" ? hashOfIdentity(vm, self.self) : hash(vm, self.self);
    return hashInt(xor(object as number, answer as number));
  },
};

function newMethodObject(vm: Machine, _type: Value, func: Value, instance: Value): Result {
  if (!isCallable(func)) return raiseTypeError(vm, "first argument must be callable");
  if (instance === NONE) return raiseTypeError(vm, "instance must not be None");
  return new PyMethod(func, instance);
}

export function defineMethod(): void {
  defineType(methodType, "Create a bound instance method object.", {
    __new__: newMethod("function, instance, /", newMethodObject),
    __repr__: method("", (vm, self: PyMethod) => asking(vm, REPR, self)),
    __hash__: method("", (vm, self: PyMethod) => asking(vm, HASH, self)),
    __eq__: method("value, /", (_vm, self: PyMethod, other: Value) => {
      if (!(other instanceof PyMethod)) return NOT_IMPLEMENTED;
      return isSame(self.func, other.func) && isSame(self.self, other.self);
    }),
    __call__: method("*args, **kwargs", (vm, self: PyMethod, args: readonly Value[], keywords: Keywords) =>
      call(vm, self, args, keywords),
    ),
    __getattribute__: method("name, /", (vm, self: PyMethod, name: Value) => {
      const text = attributeName(vm, name);
      if (text === undefined) return undefined;
      if (methodType.lookup(text) !== undefined && text !== "__doc__") return genericGetAttribute(vm, self, text);
      return getAttribute(vm, self.func, text);
    }),
    __get__: method("instance, owner=None, /", (_vm, self: PyMethod) => self),
    __func__: member((_vm, self: PyMethod) => self.func),
    __self__: member((_vm, self: PyMethod) => self.self),
  });
}
