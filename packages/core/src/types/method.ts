// The type method: a function bound to an object.
import { methodType } from "../objects/builtin-types.ts";
import { PyMethod } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { hashInt } from "../numeric/hash.ts";
import { xor } from "../numeric/int-bits.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { genericGetAttribute, getAttribute, getAttributeOr } from "../protocol/attribute.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { repr } from "../protocol/conversion.ts";
import { hash, hashOfIdentity } from "../protocol/hash.ts";
import { attributeName } from "../protocol/bad-argument.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { isSame } from "../protocol/structural.ts";
import { isCallable } from "../protocol/truth.ts";
import { defineType, member, method, newMethod } from "./define.ts";

interface Naming {
  readonly method: PyMethod;
  /** The attributes of the function that may name it, the next one last; below them the object. */
  readonly pending: string[];
  name: string | undefined;
}

const REPR: Asking<Naming> = {
  ask(vm, { method: { func, self }, pending }) {
    return pending.length > 1 ? getAttributeOr(vm, func, pending.at(-1) as string, NONE) : repr(vm, self);
  },
  take(_vm, state, answer) {
    const text = asString(answer);
    if (state.pending.pop() === "") return `<bound method ${state.name ?? "?"} of ${text}>`;
    state.name = text;
    if (answer !== NONE) state.pending.length = 1;
    return AGAIN;
  },
};

const HASH: Asking<PyMethod> = {
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
    __repr__: method("", (vm, self: PyMethod) =>
      asking(vm, REPR, { method: self, pending: ["", "__name__", "__qualname__"], name: undefined }),
    ),
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
