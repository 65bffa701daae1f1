// The type types.GenericAlias: `list[int]`.
import { GenericAlias } from "../objects/aliases.ts";
import { genericAliasType, tupleType } from "../objects/builtin-types.ts";
import { attributeErrorType, typeErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { TupleIterator } from "../objects/iterators.ts";
import type { Result, Value } from "../objects/value.ts";
import { xor } from "../numeric/int-bits.ts";
import { aliasAttribute } from "../protocol/alias-attribute.ts";
import { attributeName } from "../protocol/bad-argument.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { setAttribute } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { CompareKind, compare } from "../protocol/compare.ts";
import { pushNative } from "../protocol/frames.ts";
import { hash } from "../protocol/hash.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { parametersOf, substitute } from "./alias-parameters.ts";
import { aliasRepr } from "./alias-text.ts";
import { defineType, member, method, newMethod, property } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";
import { makeUnion } from "./union-type.ts";

const DOC = "A class with the types that its items are to have: list[int].";

/** `origin[args]`, for `__class_getitem__` of built-in types. */
function genericAlias(_vm: Machine, origin: Value, args: Value): GenericAlias {
  return new GenericAlias(origin, args instanceof PyTuple ? args : newTuple([args]));
}

/** The body of `__class_getitem__`. */
export const classGetItem = genericAlias as (vm: Machine, cls: Value, args: Value) => Result;

/** What equality and hash of an alias go by. */
function contents(alias: GenericAlias): Value {
  return newTuple([alias.origin, alias.args, alias.isUnpacked]);
}

function equality(kind: CompareKind): (vm: Machine, self: GenericAlias, other: Value) => Result {
  return (vm, self, other) =>
    other instanceof GenericAlias ? compare(vm, kind, contents(self), contents(other)) : NOT_IMPLEMENTED;
}

const hashAsking: Asking<{ readonly alias: GenericAlias; origin: number | bigint | null }> = {
  ask: (vm, { alias, origin }) => hash(vm, origin === null ? alias.origin : alias.args),
  take(_vm, state, answer): Result | typeof AGAIN {
    if (state.origin !== null) return xor(state.origin, answer as number | bigint);
    state.origin = answer as number | bigint;
    return AGAIN;
  },
};

/** Calls the class behind an alias, then tells the instance how it was made. */
const callOp: NativeOp<{
  readonly alias: GenericAlias;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  instance: Value | undefined;
  isCalled: boolean;
}> = {
  name: "call of an alias",
  step(vm, state, input) {
    let answer: Result = input;
    if (!state.isCalled) {
      state.isCalled = true;
      answer = call(vm, state.alias.origin, state.args, state.keywords);
      if (answer === undefined) return undefined;
    }
    if (state.instance !== undefined) return state.instance;
    state.instance = answer as Value;
    const done = setAttribute(vm, state.instance, "__orig_class__", state.alias);
    if (done !== undefined || !isRefusal(vm)) return done === undefined ? undefined : state.instance;
    vm.error = null;
    return state.instance;
  },
  raised(vm, state) {
    return state.instance !== undefined && isRefusal(vm) ? state.instance : undefined;
  },
};

/** Most built-in instances take no attributes: that is no reason to fail. */
function isRefusal(vm: Machine): boolean {
  const type = vm.error?.type;
  return type !== undefined && (type.isSubtype(attributeErrorType) || type.isSubtype(typeErrorType));
}

function refuse(name: string): (vm: Machine) => undefined {
  return (vm) => raiseTypeError(vm, `${name}() argument 2 cannot be a parameterized generic`);
}

export function defineGenericAlias(): void {
  defineType(genericAliasType, DOC, {
    __new__: newMethod("origin, args, /", (vm, cls, origin: Value, args: Value) => {
      const type = classFor(vm, genericAliasType, cls);
      if (type === undefined) return undefined;
      return new GenericAlias(origin, args instanceof PyTuple ? args : newTuple([args]), false, type);
    }),
    __repr__: method("", aliasRepr),
    __hash__: method("", (vm, self: GenericAlias) => asking(vm, hashAsking, { alias: self, origin: null })),
    __eq__: method("value, /", equality(CompareKind.Equal)),
    __ne__: method("value, /", equality(CompareKind.NotEqual)),
    __call__: method("*args, **kwargs", (vm, self: GenericAlias, args: Value[], keywords: Map<string, Value>) =>
      pushNative(vm, callOp, { alias: self, args, keywords, instance: undefined, isCalled: false }),
    ),
    __getattribute__: method("name, /", (vm, self: GenericAlias, name: Value) => {
      const text = attributeName(vm, name);
      return text === undefined ? undefined : aliasAttribute(vm, self, text);
    }),
    __getitem__: method("key, /", substitute),
    __iter__: method(
      "",
      (_vm, self: GenericAlias) => new TupleIterator(newTuple([new GenericAlias(self.origin, self.args, true)])),
    ),
    __or__: method("value, /", makeUnion),
    __ror__: method("value, /", (vm, self: GenericAlias, other: Value) => makeUnion(vm, other, self)),
    __mro_entries__: method("bases, /", (_vm, self: GenericAlias) => newTuple([self.origin])),
    __instancecheck__: method("instance, /", refuse("isinstance")),
    __subclasscheck__: method("cls, /", refuse("issubclass")),
    __origin__: member((_vm, self: GenericAlias) => self.origin),
    __args__: member((_vm, self: GenericAlias) => self.args),
    __unpacked__: member((_vm, self: GenericAlias) => self.isUnpacked),
    __parameters__: property(parametersOf),
    __typing_unpacked_tuple_args__: property((_vm, self: GenericAlias) =>
      self.isUnpacked && self.origin === tupleType ? self.args : NONE,
    ),
  });
}
