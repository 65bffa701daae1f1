// The types TypeVar, ParamSpec and TypeVarTuple.
import { GenericAlias, UnionAlias } from "../../objects/aliases.ts";
import { builtinFunctionType } from "../../objects/builtin-types.ts";
import { TupleIterator } from "../../objects/iterators.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import { NativeFunction } from "../../objects/native.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import { PyType } from "../../objects/type.ts";
import {
  paramSpecType,
  TypeParameterObject,
  type TypeParameterKind,
  typeVarTupleType,
  typeVarType,
} from "../../objects/type-parameters.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { getAttribute } from "../../protocol/attribute.ts";
import { bindNative } from "../../protocol/bind-native.ts";
import type { Keywords } from "../../protocol/call.ts";
import { callingGlobals } from "../../protocol/calling-frame.ts";
import { str } from "../../protocol/conversion.ts";
import { instanceDictProperty } from "../../protocol/instance-dict.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { getItem } from "../../protocol/subscript.ts";
import { dictGetString } from "../../protocol/table.ts";
import { defineType, member, method, newMethod, property, type TypeEntry } from "../../types/define.ts";
import { boundOf, constraintsOf, defaultOf, hasDefault } from "./lazy.ts";
import { callTyping, typingAttribute } from "./delegate.ts";

// ---- making one ------------------------------------------------------------------------------------------------------

/** The module of the code that makes a parameter or alias. */
export function callingModule(vm: Machine): Value {
  const globals = callingGlobals(vm);
  return (globals === null ? undefined : dictGetString(globals, "__name__")) ?? NONE;
}

interface Given {
  readonly bound?: Value | undefined;
  readonly fallback?: Value | undefined;
  readonly covariant?: Value | undefined;
  readonly contravariant?: Value | undefined;
  readonly infers?: Value | undefined;
}

function isTrue(value: Value | undefined): boolean {
  return value !== undefined && value !== NONE && value !== false && value !== 0 && value !== "";
}

/** Values that are types as they are: `typing._type_check` need not be asked. */
function isPlainType(value: Value): boolean {
  return (
    value instanceof PyType ||
    value instanceof GenericAlias ||
    value instanceof UnionAlias ||
    value instanceof TypeParameterObject
  );
}

const CHECK_BOUND: Asking<{ readonly made: TypeParameterObject; readonly bound: Value }> = {
  ask: (vm, { bound }) => callTyping(vm, "_type_check", [bound, "Bound must be a type."]),
  take(_vm, { made }, answer) {
    made.bound = answer;
    return made;
  },
};

function make(
  vm: Machine,
  kind: TypeParameterKind,
  place: string,
  name: Value,
  given: Given,
): TypeParameterObject | undefined {
  const text = asString(name);
  if (text === undefined) return raiseTypeError(vm, `${place}() argument 'name' must be str, not ${typeOf(name).name}`);
  const isCovariant = isTrue(given.covariant);
  const isContravariant = isTrue(given.contravariant);
  const infersVariance = isTrue(given.infers);
  if (isCovariant && isContravariant) return raiseValueError(vm, "Bivariant types are not supported.");
  if (infersVariance && (isCovariant || isContravariant)) {
    return raiseValueError(vm, "Variance cannot be specified with infer_variance.");
  }
  const made = new TypeParameterObject(kind, text, callingModule(vm));
  made.isCovariant = isCovariant;
  made.isContravariant = isContravariant;
  made.infersVariance = infersVariance;
  if (given.fallback !== undefined) made.default = given.fallback;
  return made;
}

function withBound(vm: Machine, made: TypeParameterObject | undefined, bound: Value = NONE): Result {
  if (made === undefined || bound === NONE) return made;
  if (!isPlainType(bound)) return asking(vm, CHECK_BOUND, { made, bound });
  made.bound = bound;
  return made;
}

function newTypeVar(
  vm: Machine,
  name: Value,
  constraints: readonly Value[],
  bound?: Value,
  fallback?: Value,
  covariant?: Value,
  contravariant?: Value,
  infers?: Value,
): Result {
  const made = make(vm, "TypeVar", "typevar", name, { fallback, covariant, contravariant, infers });
  if (made === undefined) return undefined;
  if (constraints.length === 1) return raiseTypeError(vm, "A single constraint is not allowed");
  if (constraints.length > 1) {
    if (bound !== undefined && bound !== NONE)
      return raiseTypeError(vm, "Constraints cannot be combined with bound=...");
    made.constraints = newTuple(constraints);
  }
  return withBound(vm, made, bound);
}

function newParamSpec(
  vm: Machine,
  name: Value,
  bound?: Value,
  fallback?: Value,
  covariant?: Value,
  contravariant?: Value,
  infers?: Value,
): Result {
  return withBound(vm, make(vm, "ParamSpec", "paramspec", name, { fallback, covariant, contravariant, infers }), bound);
}

function newTypeVarTuple(vm: Machine, name: Value, fallback?: Value): Result {
  return make(vm, "TypeVarTuple", "typevartuple", name, { fallback });
}

/** `__new__` whose messages name the function that CPython makes such objects with. */
export function constructor(
  place: string,
  text: string,
  // biome-ignore lint/suspicious/noExplicitAny: each body declares the types that its signature guarantees.
  body: (vm: Machine, ...args: any[]) => Result,
): TypeEntry {
  const named = new NativeFunction(builtinFunctionType, place, text, body, null, null, null);
  return newMethod("*args, **kwargs", (vm, _cls, args: readonly Value[], keywords: Keywords) => {
    const bound = bindNative(vm, named, args, keywords);
    return bound === null ? undefined : body(vm, ...bound);
  });
}

// ---- substitution ----------------------------------------------------------------------------------------------------

/** Too few arguments end with the default of the first parameter that has none given. */
const PREPARE: Asking<{ readonly self: TypeParameterObject; readonly alias: Value; readonly args: PyTuple }> = {
  ask: (vm, { alias }) => getAttribute(vm, alias, "__parameters__"),
  take(vm, { self, alias, args }, answer) {
    const at = answer instanceof PyTuple ? answer.items.indexOf(self) : -1;
    const count = args.items.length;
    if (at < 0 || at < count) return args;
    if (at === count && hasDefault(self)) return asking(vm, WITH_DEFAULT, { self, args });
    return asking(vm, TOO_FEW, { alias, actual: count, expected: at + 1 });
  },
};
const WITH_DEFAULT: Asking<{ readonly self: TypeParameterObject; readonly args: PyTuple }> = {
  ask: (vm, { self }) => defaultOf(vm, self),
  take: (_vm, { args }, answer) => newTuple([...args.items, answer]),
};
const TOO_FEW: Asking<{ readonly alias: Value; readonly actual: number; readonly expected: number }> = {
  ask: (vm, { alias }) => str(vm, alias),
  take: (vm, { actual, expected }, answer) =>
    raiseTypeError(vm, `Too few arguments for ${asString(answer)}; actual ${actual}, expected at least ${expected}`),
};

function prepare(vm: Machine, self: TypeParameterObject, alias: Value, args: Value): Result {
  if (args instanceof PyTuple) return asking(vm, PREPARE, { self, alias, args });
  return raiseTypeError(vm, "args must be a tuple");
}

/** A method that a function of typing carries out. */
function delegated(name: string, text: string): TypeEntry {
  return method(text, (vm, self: Value, ...args: Value[]) => callTyping(vm, name, [self, ...args]));
}

const UNPACK: Asking<{ readonly self: TypeParameterObject }> = {
  ask: (vm) => typingAttribute(vm, "Unpack"),
  take: (vm, { self }, answer) => asking(vm, UNPACKED, { unpack: answer, self }),
};
const UNPACKED: Asking<{ readonly unpack: Value; readonly self: TypeParameterObject }> = {
  ask: (vm, { unpack, self }) => getItem(vm, unpack, self),
  take: (_vm, _state, answer) => new TupleIterator(newTuple([answer])),
};

// ---- the types -------------------------------------------------------------------------------------------------------

function repr(_vm: Machine, self: TypeParameterObject): Result {
  if (self.type === typeVarTupleType || self.infersVariance) return self.name;
  return `${self.isCovariant ? "+" : self.isContravariant ? "-" : "~"}${self.name}`;
}

/** What no class may derive from an instance of `type`. */
export function noBase(name: string): TypeEntry {
  return method("bases, /", (vm) => raiseTypeError(vm, `Cannot subclass an instance of ${name}`));
}

function common(type: PyType, name: string): Record<string, TypeEntry> {
  return {
    __repr__: method("", repr),
    __mro_entries__: noBase(name),
    __reduce__: method("", (_vm, self: TypeParameterObject) => self.name),
    __dict__: instanceDictProperty(type),
    __module__: member((_vm, self: TypeParameterObject) => self.module),
    __name__: member((_vm, self: TypeParameterObject) => self.name),
    __default__: property(defaultOf),
    has_default: method("", (_vm, self: TypeParameterObject) => hasDefault(self)),
  };
}

const variance: Readonly<Record<string, TypeEntry>> = {
  __bound__: property(boundOf),
  __covariant__: member((_vm, self: TypeParameterObject) => self.isCovariant),
  __contravariant__: member((_vm, self: TypeParameterObject) => self.isContravariant),
  __infer_variance__: member((_vm, self: TypeParameterObject) => self.infersVariance),
  __or__: delegated("_make_union", "value, /"),
  __ror__: method("value, /", (vm, self: Value, other: Value) => callTyping(vm, "_make_union", [other, self])),
};

/** The union of a type variable is one of typing's. */
export function defineTypeParameters(): void {
  typeVarType.name = "typing.TypeVar";
  paramSpecType.name = "typing.ParamSpec";
  typeVarTupleType.name = "typing.TypeVarTuple";
  const settings = "bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False";
  defineType(typeVarType, "A type variable.", {
    __new__: constructor("typevar", `name, *constraints, ${settings}`, newTypeVar),
    ...common(typeVarType, "TypeVar"),
    ...variance,
    __constraints__: property(constraintsOf),
    __typing_subst__: delegated("_typevar_subst", "arg, /"),
    __typing_prepare_subst__: method("alias, args, /", prepare),
  });
  defineType(paramSpecType, "A variable for the parameters of a function.", {
    __new__: constructor("paramspec", `name, *, ${settings}`, newParamSpec),
    ...common(paramSpecType, "ParamSpec"),
    ...variance,
    __typing_subst__: delegated("_paramspec_subst", "arg, /"),
    __typing_prepare_subst__: delegated("_paramspec_prepare_subst", "alias, args, /"),
  });
  defineType(typeVarTupleType, "A type variable for any number of types.", {
    __new__: constructor("typevartuple", "name, *, default=typing.NoDefault", newTypeVarTuple),
    ...common(typeVarTupleType, "TypeVarTuple"),
    __iter__: method("", (vm, self: TypeParameterObject) => asking(vm, UNPACK, { self })),
    __typing_subst__: method("arg, /", (vm) =>
      raiseTypeError(vm, "Substitution of bare TypeVarTuple is not supported"),
    ),
    __typing_prepare_subst__: delegated("_typevartuple_prepare_subst", "alias, args, /"),
  });
}
