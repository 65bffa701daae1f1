// The type TypeAliasType: what the statement `type Name = ...` makes.
import { GenericAlias, UnionAlias } from "../../objects/aliases.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import { PyType } from "../../objects/type.ts";
import { TypeAliasObject, typeAliasType } from "../../objects/type-parameters.ts";
import type { Result, Value } from "../../objects/value.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { defineType, member, method, property } from "../../types/define.ts";
import { unionOf } from "../../types/union-type.ts";
import { valueOf } from "./lazy.ts";
import { callingModule, constructor } from "./parameters.ts";

function make(vm: Machine, name: Value, value: Value, parameters?: Value): Result {
  const text = asString(name);
  if (text === undefined)
    return raiseTypeError(vm, `typealias() argument 'name' must be str, not ${typeOf(name).name}`);
  if (parameters !== undefined && !(parameters instanceof PyTuple)) {
    return raiseTypeError(vm, "type_params must be a tuple");
  }
  const made = new TypeAliasObject(text, parameters ?? newTuple([]), NONE, callingModule(vm));
  made.value = value;
  return made;
}

function isTypeLike(value: Value): boolean {
  return (
    value === NONE ||
    value instanceof PyType ||
    value instanceof GenericAlias ||
    value instanceof UnionAlias ||
    value instanceof TypeAliasObject
  );
}

function union(_vm: Machine, left: Value, right: Value): Result {
  return isTypeLike(left) && isTypeLike(right) ? unionOf([left, right]) : NOT_IMPLEMENTED;
}

export function defineTypeAlias(): void {
  typeAliasType.name = "typing.TypeAliasType";
  defineType(typeAliasType, "An alias of a type; its value is computed when asked for.", {
    __new__: constructor("typealias", "name, value, *, type_params=()", make),
    __repr__: method("", (_vm, self: TypeAliasObject) => self.name),
    __getitem__: method("key, /", (vm, self: TypeAliasObject, key: Value) => {
      if (self.parameters.items.length === 0) {
        return raiseTypeError(vm, "Only generic type aliases are subscriptable");
      }
      return new GenericAlias(self, key instanceof PyTuple ? key : newTuple([key]));
    }),
    __or__: method("value, /", union),
    __ror__: method("value, /", (vm, self: Value, other: Value) => union(vm, other, self)),
    __reduce__: method("", (_vm, self: TypeAliasObject) => self.name),
    __name__: member((_vm, self: TypeAliasObject) => self.name),
    __module__: property((_vm, self: TypeAliasObject) => self.module),
    __value__: property(valueOf),
    __type_params__: member((_vm, self: TypeAliasObject) => self.parameters),
    __parameters__: property((_vm, self: TypeAliasObject) => self.parameters),
  });
}
