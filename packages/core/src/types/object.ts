// The type object: what every value has.
import { moduleType, objectType } from "../objects/builtin-types.ts";
import { PyMethod } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Table } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { defaultGetAttribute, defaultSetAttribute } from "../protocol/attribute.ts";
import { attributeName, raiseBadArgument } from "../protocol/bad-argument.ts";
import { callMethod, callUnary, type Keywords } from "../protocol/call.ts";
import { str } from "../protocol/conversion.ts";
import { noteFinalizable } from "../protocol/finalizable.ts";
import { hashOfIdentity } from "../protocol/hash.ts";
import { idOf } from "../protocol/identity.ts";
import { dictOf } from "../protocol/instance-attribute.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { ownMembers } from "../protocol/slots.ts";
import { isSame } from "../protocol/structural.ts";
import { truth } from "../protocol/truth.ts";
import { fullName } from "../protocol/type-name.ts";
import { classMethod, defineType, method, newMethod, property } from "./define.ts";
import { getState, reduce, reduceEx } from "./object-reduce.ts";
import { classFor } from "../protocol/class-for.ts";

/** `<module.Name object at 0x...>`. */
function plainRepr(vm: Machine, self: Value): string {
  return `<${fullName(typeOf(self))} object at ${addressOf(vm, self)}>`;
}

/** The identity of an object as reprs show it. */
export function addressOf(vm: Machine, self: Value): string {
  return `0x${idOf(vm, self).toString(16)}`;
}

function hasArguments(args: readonly Value[], keywords: Keywords): boolean {
  return args.length > 0 || (keywords !== null && keywords.size > 0);
}

function newObject(vm: Machine, cls: Value, args: readonly Value[], keywords: Keywords): Result {
  const type = classFor(vm, objectType, cls);
  if (type === undefined) return undefined;
  const make = objectType.lookup("__new__");
  if (type.layout !== objectType) {
    return type.lookup("__new__") === make
      ? raiseTypeError(vm, `cannot create '${fullName(type)}' instances`)
      : raiseTypeError(vm, `object.__new__(${type.name}) is not safe, use ${type.layout.name}.__new__()`);
  }
  if (hasArguments(args, keywords)) {
    if (type.lookup("__new__") !== make) {
      return raiseTypeError(vm, "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (type.lookup("__init__") === objectType.lookup("__init__")) {
      return raiseTypeError(vm, `${type.name}() takes no arguments`);
    }
  }
  if (type.isAbstract) return raiseAbstract(vm, type);
  const instance = new PyInstance(type);
  noteFinalizable(vm, instance);
  return instance;
}

function raiseAbstract(vm: Machine, type: PyType): undefined {
  const methods = type.namespace.get("__abstractmethods__") as Table;
  const names = (methods.keys ?? []).filter((key): key is string => typeof key === "string").sort();
  const shown = names.map((name) => `'${name}'`).join(", ");
  return raiseTypeError(
    vm,
    `Can't instantiate abstract class ${type.name} without an implementation for abstract method${names.length > 1 ? "s" : ""} ${shown}`,
  );
}

function initObject(vm: Machine, self: Value, args: readonly Value[], keywords: Keywords): Result {
  if (!hasArguments(args, keywords)) return NONE;
  const type = typeOf(self);
  if (type.lookup("__init__") !== objectType.lookup("__init__")) {
    return raiseTypeError(vm, "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  if (type.lookup("__new__") === objectType.lookup("__new__")) {
    return raiseTypeError(vm, `${type.name}.__init__() takes exactly one argument (the instance to initialize)`);
  }
  return NONE;
}

/** Asks `__eq__`, then the truth of its answer. */
const NOT_EQUAL: Asking<{ readonly self: Value; readonly other: Value; readonly method: Value }> = {
  ask: (vm, { self, other, method: equal }) => callMethod(vm, equal, self, [other]),
  take: (vm, _state, answer) => opposite(vm, answer),
};

/** A class whose `__repr__` is `__str__` itself recurs in frames. */
const REPR: Asking<{ readonly self: Value; readonly method: Value }> = {
  ask: (vm, { self, method: repr }) => callMethod(vm, repr, self, []),
  take: (_vm, _state, answer) => answer,
};

const OPPOSITE: Asking<Value> = {
  ask: truth,
  take: (_vm, _value, answer) => !answer,
};

function opposite(vm: Machine, answer: Value): Result {
  if (typeof answer === "boolean") return !answer;
  return answer === NOT_IMPLEMENTED ? answer : asking(vm, OPPOSITE, answer);
}

function notEqual(vm: Machine, self: Value, other: Value): Result {
  const equal = typeOf(self).lookup("__eq__") as Value;
  if (!(equal instanceof NativeFunction) || equal.name === "__ne__") {
    return asking(vm, NOT_EQUAL, { self, other, method: equal });
  }
  const answer = callUnary(vm, equal, self, other);
  return answer === undefined ? undefined : opposite(vm, answer);
}

function setClass(vm: Machine, self: Value, value: Value | undefined): Result {
  if (value === undefined) return raiseTypeError(vm, "can't delete __class__ attribute");
  if (!(value instanceof PyType)) {
    return raiseTypeError(vm, `__class__ must be set to a class, not '${typeOf(value).name}' object`);
  }
  const old = typeOf(self);
  const areModules = old.isSubtype(moduleType) && value.isSubtype(moduleType);
  if (typeof self !== "object" || (!areModules && (old.isBuiltin || value.isBuiltin))) {
    return raiseTypeError(vm, "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  if (!haveSameLayout(old, value)) {
    return raiseTypeError(vm, `__class__ assignment: '${value.name}' object layout differs from '${old.name}'`);
  }
  if (self instanceof PyInstance) {
    let shape = value.rootShape();
    if (self.dict !== null) shape = value.dictShape();
    else for (const name of self.shape.names) shape = shape.with(name);
    self.shape = shape;
  }
  self.type = value;
  noteFinalizable(vm, self);
  return NONE;
}

function haveSameLayout(a: PyType, b: PyType): boolean {
  if (a.layout !== b.layout || a.hasDict !== b.hasDict || a.memberCount !== b.memberCount) return false;
  if (a.solid === b.solid) return true;
  return a.solid.base?.solid === b.solid.base?.solid && ownMembers(a.solid).join() === ownMembers(b.solid).join();
}

/** The names of the attributes of an object and of its classes. */
function directory(self: Value): Value {
  const names = new Set<string>();
  const dict = dictOf(self instanceof PyMethod ? self.func : self);
  if (dict !== null) for (const key of dict.keys) if (typeof key === "string") names.add(key);
  for (const type of typeOf(self).mro) for (const name of type.namespace.keys()) names.add(name);
  return newList([...names]);
}

function formatObject(vm: Machine, self: Value, spec: Value): Result {
  const text = asString(spec);
  if (text === undefined) return raiseBadArgument(vm, "__format__() argument", "str", spec);
  if (text !== "") {
    return raiseTypeError(vm, `unsupported format string passed to ${typeOf(self).name}.__format__`);
  }
  return str(vm, self);
}

const order = method("value, /", () => NOT_IMPLEMENTED);

export function defineObject(): void {
  defineType(
    objectType,
    "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
    {
      __new__: newMethod("*args, **kwargs", newObject),
      __init__: method("*args, **kwargs", initObject),
      __repr__: method("", plainRepr),
      __str__: method("", (vm: Machine, self: Value) => {
        const repr = typeOf(self).lookup("__repr__") as Value;
        const isCycle = repr instanceof NativeFunction && repr.name === "__str__";
        return isCycle ? asking(vm, REPR, { self, method: repr }) : callMethod(vm, repr, self, []);
      }),
      __hash__: method("", (vm: Machine, self: Value) =>
        typeof self === "object" ? hashOfIdentity(vm, self) : idOf(vm, self),
      ),
      __eq__: method("value, /", (_vm, self: Value, other: Value) => (isSame(self, other) ? true : NOT_IMPLEMENTED)),
      __ne__: method("value, /", notEqual),
      __lt__: order,
      __le__: order,
      __gt__: order,
      __ge__: order,
      __getattribute__: method("name, /", (vm: Machine, self: Value, name: Value) => {
        const text = attributeName(vm, name);
        return text === undefined ? undefined : defaultGetAttribute(vm, self, text);
      }),
      __setattr__: method("name, value, /", (vm: Machine, self: Value, name: Value, value: Value) => {
        if (self instanceof PyType) return raiseTypeError(vm, "can't apply this __setattr__ to type object");
        const text = attributeName(vm, name);
        return text === undefined ? undefined : defaultSetAttribute(vm, self, text, value);
      }),
      __delattr__: method("name, /", (vm: Machine, self: Value, name: Value) => {
        if (self instanceof PyType) return raiseTypeError(vm, "can't apply this __delattr__ to type object");
        const text = attributeName(vm, name);
        return text === undefined ? undefined : defaultSetAttribute(vm, self, text, undefined);
      }),
      __class__: property((_vm, self: Value) => typeOf(self), setClass),
      __dir__: method("", (_vm, self: Value) => directory(self)),
      __format__: method("format_spec, /", formatObject),
      __sizeof__: method("", () => 16),
      __getstate__: method("", getState),
      __reduce__: method("", reduce),
      __reduce_ex__: method("protocol, /", converting([Want.Size], reduceEx)),
      __init_subclass__: classMethod(
        "*args, **kwargs",
        (vm: Machine, type: PyType, args: readonly Value[], keywords: Keywords) => {
          const name = `${type.qualifiedName}.__init_subclass__()`;
          if (keywords !== null && keywords.size > 0) return raiseTypeError(vm, `${name} takes no keyword arguments`);
          return args.length > 0 ? raiseTypeError(vm, `${name} takes no arguments (${args.length} given)`) : NONE;
        },
      ),
      __subclasshook__: classMethod("*args", () => NOT_IMPLEMENTED),
    },
  );
}
