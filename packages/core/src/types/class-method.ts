// The types classmethod and staticmethod.
import { classMethodType, staticMethodType } from "../objects/builtin-types.ts";
import { PyClassMethod, PyStaticMethod } from "../objects/descriptors.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, typeOf } from "../objects/make.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { getAttributeOr } from "../protocol/attribute.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { repr } from "../protocol/conversion.ts";
import { getBound } from "../protocol/descriptor.ts";
import { getInstanceDict, setInstanceDict } from "../protocol/instance-dict.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { dictSetString } from "../protocol/table.ts";
import { ABSTRACT } from "./abstract-flag.ts";
import { defineType, member, method, newMethod, property, type TypeEntry } from "./define.ts";

type Wrapper = PyClassMethod | PyStaticMethod;

/** What a wrapper takes over from the function inside. */
const TAKEN: readonly string[] = ["__module__", "__name__", "__qualname__", "__doc__"];

const WRAP: Asking<{ readonly self: Wrapper; next: number }> = {
  ask: (vm, { self, next }) => getAttributeOr(vm, self.func, TAKEN[next] as string, DONE),
  take(_vm, state, value) {
    const { self } = state;
    self.attrs ??= newDict();
    if (value !== DONE) dictSetString(self.attrs, TAKEN[state.next] as string, value);
    if (++state.next < TAKEN.length) return AGAIN;
    dictSetString(self.attrs, "__wrapped__", self.func);
    return NONE;
  },
};

function init(vm: Machine, self: Wrapper, func: Value): Result {
  self.func = func;
  return asking(vm, WRAP, { self, next: 0 });
}

const REPR: Asking<Wrapper> = {
  ask: (vm, self) => repr(vm, self.func),
  take: (_vm, self, text) => `<${self.type.layout.name}(${asString(text)})>`,
};

function common(make: (type: PyType) => Wrapper): Readonly<Record<string, TypeEntry>> {
  return {
    __new__: newMethod("*args, **kwargs", (vm, type: Value) =>
      type instanceof PyType ? make(type) : raiseTypeError(vm, `X is not a type object (${typeOf(type).name})`),
    ),
    __init__: method("function, /", init),
    __repr__: method("", (vm, self: Wrapper) => asking(vm, REPR, self)),
    __func__: member((_vm, self: Wrapper) => self.func),
    __wrapped__: member((_vm, self: Wrapper) => self.func),
    __dict__: property(getInstanceDict, setInstanceDict),
    __isabstractmethod__: property((vm, self: Wrapper) => asking(vm, ABSTRACT, { accessors: [self.func], next: 0 })),
    __annotations__: property((vm, self: Wrapper) => getAttributeOr(vm, self.func, "__annotations__", NONE)),
  };
}

export function defineClassMethod(): void {
  defineType(classMethodType, "Convert a function to be a class method.", {
    ...common((type) => new PyClassMethod(NONE, type)),
    __get__: method("instance, owner=None, /", (vm, self: PyClassMethod, instance: Value, owner?: Value) => {
      const type = owner instanceof PyType ? owner : typeOf(instance);
      return getBound(vm, new PyClassMethod(self.func), instance, type);
    }),
  });
}

export function defineStaticMethod(): void {
  defineType(staticMethodType, "Convert a function to be a static method.", {
    ...common((type) => new PyStaticMethod(type, NONE)),
    __get__: method("instance, owner=None, /", (_vm, self: PyStaticMethod) => self.func),
    __call__: method("*args, **kwargs", (vm, self: PyStaticMethod, args: readonly Value[], keywords: Keywords) =>
      call(vm, self.func, args, keywords),
    ),
  });
}
