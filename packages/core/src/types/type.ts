// The type type: classes as objects.
import { classNamespace } from "../protocol/class-namespace.ts";
import { objectType, typeType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newList, newTuple, typeOf } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Keywords } from "../protocol/call.ts";
import { newClass } from "../protocol/class.ts";
import { scriptSubclasses } from "../protocol/class-tree.ts";
import { instantiate } from "../protocol/construct.ts";
import { getUnbound } from "../protocol/descriptor.ts";
import { isInstanceByClass, plainSubclass } from "../protocol/instance-check.ts";
import { attributeName } from "../protocol/bad-argument.ts";
import { asString } from "../protocol/lookup.ts";
import { linearize } from "../protocol/mro.ts";
import { raiseAttributeError, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { truth } from "../protocol/truth.ts";
import { typeAttribute, setTypeAttribute } from "../protocol/type-attribute.ts";
import { moduleOf, shortName, typeRepr } from "../protocol/type-name.ts";
import { builtinSubclasses } from "./builtin-subclasses.ts";
import { classMethod, defineType, madeBy, member, method, newMethod, property, type TypeEntry } from "./define.ts";
import { setBases } from "./type-bases.ts";
import { makeUnion } from "./union-type.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { classFor } from "../protocol/class-for.ts";

function newType(vm: Machine, cls: Value, args: readonly Value[], keywords: Keywords): Result {
  const metatype = classFor(vm, typeType, cls);
  if (metatype === undefined) return undefined;
  if (args.length === 1 && metatype === typeType) {
    return keywords === null || keywords.size === 0
      ? typeOf(args[0] as Value)
      : raiseTypeError(vm, "type() takes no keyword arguments");
  }
  if (args.length !== 3)
    return raiseTypeError(vm, metatype === typeType ? "type() takes 1 or 3 arguments" : newArguments(args.length));
  const [name, bases, namespace] = args as [Value, Value, Value];
  return newClass(vm, metatype, name, bases, namespace, keywords);
}

function newArguments(given: number): string {
  return `type.__new__() takes exactly 3 arguments (${given} given)`;
}

/** A setter that refuses built-in types and deletion. */
function change(name: string, set: (vm: Machine, type: PyType, value: Value) => Result) {
  return (vm: Machine, type: PyType, value: Value | undefined): Result => {
    if (type.isBuiltin || type.isSealed)
      return raiseTypeError(vm, `cannot set '${name}' attribute of immutable type '${type.name}'`);
    if (value === undefined)
      return raiseTypeError(vm, `cannot delete '${name}' attribute of immutable type '${type.name}'`);
    return set(vm, type, value);
  };
}

function setName(vm: Machine, type: PyType, value: Value): Result {
  const name = asString(value);
  if (name === undefined) {
    return raiseTypeError(vm, `can only assign string to ${type.name}.__name__, not '${typeOf(value).name}'`);
  }
  if (name.includes("\0")) return raiseValueError(vm, "type name must not contain null characters");
  type.name = name;
  return NONE;
}

function setQualifiedName(vm: Machine, type: PyType, value: Value): Result {
  const name = asString(value);
  if (name === undefined) {
    return raiseTypeError(vm, `can only assign string to ${type.name}.__qualname__, not '${typeOf(value).name}'`);
  }
  type.qualifiedName = name;
  return NONE;
}

/** The entry of a class written in Python: namespaces of built-in types have properties of that name. */
function ownEntry(type: PyType, name: string): Value | undefined {
  return type.isBuiltin ? undefined : type.namespace.get(name);
}

/** An entry of the namespace that reading and setting on the class go to. */
function entry(name: string, missing: (vm: Machine, type: PyType) => Result): TypeEntry {
  return property(
    (vm, type: PyType) => ownEntry(type, name) ?? missing(vm, type),
    (vm, type: PyType, value) => {
      if (type.isBuiltin) return raiseTypeError(vm, `cannot set '${name}' attribute of immutable type '${type.name}'`);
      if (value !== undefined) type.namespace.set(name, value);
      else if (!type.namespace.delete(name)) return lacks(vm, type, name);
      if (name === "__abstractmethods__") return markAbstract(vm, type, value);
      type.changed();
      return NONE;
    },
  );
}

function lacks(vm: Machine, type: PyType, name: string): undefined {
  return raiseAttributeError(vm, `type object '${type.name}' has no attribute '${name}'`, type, name);
}

const ABSTRACT: Asking<{ readonly type: PyType; readonly methods: Value }> = {
  ask: (vm, { methods }) => truth(vm, methods),
  take(_vm, { type }, answer) {
    type.isAbstract = answer === true;
    type.changed();
    return NONE;
  },
};

function markAbstract(vm: Machine, type: PyType, methods: Value | undefined): Result {
  if (methods !== undefined) return asking(vm, ABSTRACT, { type, methods });
  type.isAbstract = false;
  type.changed();
  return NONE;
}

function annotations(vm: Machine, type: PyType): Result {
  if (type.isBuiltin) return lacks(vm, type, "__annotations__");
  const known = type.namespace.get("__annotations__");
  if (known !== undefined) return known;
  const made = newDict();
  type.namespace.set("__annotations__", made);
  type.changed();
  return made;
}

function doc(vm: Machine, type: PyType): Result {
  const own = type.namespace.get("__doc__");
  if (own === undefined) return NONE;
  return type.isBuiltin ? own : getUnbound(vm, own, type);
}

function directory(type: PyType): Value {
  const names = new Set<string>();
  for (const each of type.mro) for (const name of each.namespace.keys()) names.add(name);
  return newList([...names]);
}

function subclasses(vm: Machine, type: PyType): Value {
  const builtin: readonly PyType[] = type.isBuiltin ? builtinSubclasses(type) : [];
  return newList([...builtin, ...scriptSubclasses(vm, type)]);
}

/** The bits of `__flags__` that scripts look at: heap type, base type, abstract. */
function flags(type: PyType): number {
  return (type.isBuiltin ? 1 << 8 : 1 << 9) | (type.isBase ? 1 << 10 : 0) | (type.isAbstract ? 1 << 20 : 0);
}

const MANY = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type";

export function defineTypeType(): void {
  madeBy(typeType, "cls, object, /", (_vm, _cls, object: Value) => typeOf(object));
  defineType(typeType, MANY, {
    __new__: newMethod("*args, **kwargs", newType),
    __init__: method("*args, **kwargs", (vm, _type: PyType, args: readonly Value[]) =>
      args.length === 1 || args.length === 3 ? NONE : raiseTypeError(vm, "type.__init__() takes 1 or 3 arguments"),
    ),
    __call__: method("*args, **kwargs", (vm, type: PyType, args: readonly Value[], keywords: Keywords) =>
      instantiate(vm, type, args, keywords),
    ),
    __prepare__: classMethod("*args, **kwargs", () => newDict()),
    __repr__: method("", (_vm, type: PyType) => typeRepr(type)),
    __getattribute__: method("name, /", (vm, type: PyType, name: Value) => {
      const text = attributeName(vm, name);
      return text === undefined ? undefined : typeAttribute(vm, type, text);
    }),
    __setattr__: method("name, value, /", (vm, type: PyType, name: Value, value: Value) => {
      const text = attributeName(vm, name);
      return text === undefined ? undefined : setTypeAttribute(vm, type, text, value);
    }),
    __delattr__: method("name, /", (vm, type: PyType, name: Value) => {
      const text = attributeName(vm, name);
      return text === undefined ? undefined : setTypeAttribute(vm, type, text, undefined);
    }),
    __or__: method("value, /", makeUnion),
    __ror__: method("value, /", (vm, type: PyType, other: Value) => makeUnion(vm, other, type)),
    __instancecheck__: method("instance, /", (vm, type: PyType, object: Value) =>
      typeOf(object).isSubtype(type) ? true : isInstanceByClass(vm, object, type),
    ),
    __subclasscheck__: method("subclass, /", (vm, type: PyType, other: Value) => plainSubclass(vm, other, type)),
    __subclasses__: method("", subclasses),
    __dir__: method("", (_vm, type: PyType) => directory(type)),
    __sizeof__: method("", () => 888),
    mro: method("", (vm, type: PyType) => {
      const order = linearize(vm, type, type.bases);
      return order === undefined ? undefined : newList(order);
    }),
    __name__: property((_vm, type: PyType) => shortName(type), change("__name__", setName)),
    __qualname__: property((_vm, type: PyType) => type.qualifiedName, change("__qualname__", setQualifiedName)),
    __module__: property(
      (vm, type: PyType) => moduleOf(type) ?? lacks(vm, type, "__module__"),
      change("__module__", (_vm, type, value) => {
        type.namespace.set("__module__", value);
        type.changed();
        return NONE;
      }),
    ),
    __bases__: property((_vm, type: PyType) => newTuple(type.bases), change("__bases__", setBases)),
    __base__: member((_vm, type: PyType) => type.base ?? NONE),
    __mro__: property((_vm, type: PyType) => newTuple(type.mro)),
    __dict__: property((_vm, type: PyType) => classNamespace(type)),
    __doc__: property(
      doc,
      change("__doc__", (_vm, type, value) => {
        type.namespace.set("__doc__", value);
        type.changed();
        return NONE;
      }),
    ),
    __annotations__: property(annotations, (vm, type: PyType, value) => {
      if (type.isBuiltin) {
        return raiseTypeError(vm, `cannot set '__annotations__' attribute of immutable type '${type.name}'`);
      }
      if (value !== undefined) type.namespace.set("__annotations__", value);
      else if (!type.namespace.delete("__annotations__"))
        return raiseAttributeError(vm, "__annotations__", type, "__annotations__");
      type.changed();
      return NONE;
    }),
    __abstractmethods__: entry("__abstractmethods__", (vm, type) =>
      raiseAttributeError(vm, "__abstractmethods__", type, "__abstractmethods__"),
    ),
    __type_params__: entry("__type_params__", () => newTuple([])),
    __text_signature__: property(() => NONE),
    __flags__: member((_vm, type: PyType) => flags(type)),
    __basicsize__: member((_vm, type: PyType) => 16 + 8 * type.memberCount),
    __itemsize__: member(() => 0),
    __dictoffset__: member((_vm, type: PyType) => (type.hasDict ? -1 : 0)),
    __weakrefoffset__: member((_vm, type: PyType) => (type !== objectType && type.hasDict ? -1 : 0)),
  });
}
