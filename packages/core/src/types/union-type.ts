// The type types.UnionType: `int | str`.
import { GenericAlias, UnionAlias } from "../objects/aliases.ts";
import { noneType, unionType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { foldHashes } from "../numeric/hash.ts";
import { hashItems } from "../protocol/hash.ts";
import { isSame } from "../protocol/structural.ts";
import { parametersOf, substitute } from "./alias-parameters.ts";
import { aliasRepr } from "./alias-text.ts";
import { defineType, member, method, property } from "./define.ts";

const DOC = "The union of some types: int | str.";
/** Nested aliases beyond this are told apart by identity. */
const NATIVE_DEPTH = 50;

function isUnionable(value: Value): boolean {
  return value === NONE || value instanceof PyType || value instanceof GenericAlias || value instanceof UnionAlias;
}

/** `left | right` where one is a type, an alias, a union or None: a union, or NotImplemented. */
export function makeUnion(_vm: Machine, left: Value, right: Value): Result {
  return isUnionable(left) && isUnionable(right) ? unionOf([left, right]) : NOT_IMPLEMENTED;
}

/** The union of some types: flat, each once, None as its type; a single type is itself. */
export function unionOf(types: readonly Value[]): Value {
  const args: Value[] = [];
  for (const type of types) {
    for (const part of type instanceof UnionAlias ? type.args.items : [type === NONE ? noneType : type]) {
      if (!args.some((arg) => sameType(arg, part, 0))) args.push(part);
    }
  }
  return args.length === 1 ? (args[0] as Value) : new UnionAlias(newTuple(args));
}

/** Whether two arguments of aliases are equal, as far as natives can tell. */
function sameType(a: Value, b: Value, depth: number): boolean {
  if (isSame(a, b)) return true;
  if (depth > NATIVE_DEPTH) return false;
  if (a instanceof GenericAlias) {
    if (!(b instanceof GenericAlias) || a.isUnpacked !== b.isUnpacked) return false;
    const { items } = a.args;
    if (a.origin !== b.origin || items.length !== b.args.items.length) return false;
    return items.every((item, at) => sameType(item, b.args.items[at] as Value, depth + 1));
  }
  return a instanceof UnionAlias && b instanceof UnionAlias && sameUnion(a, b, depth + 1);
}

function sameUnion(a: UnionAlias, b: UnionAlias, depth: number): boolean {
  const { items } = b.args;
  return a.args.items.length === items.length && a.args.items.every((x) => items.some((y) => sameType(x, y, depth)));
}

export function defineUnionType(): void {
  defineType(unionType, DOC, {
    __repr__: method("", aliasRepr),
    // That of the set of its types, as of a union of typing's.
    __hash__: method("", (vm, self: UnionAlias) => hashItems(vm, self.args.items, foldHashes)),
    __eq__: method("value, /", (_vm, self: UnionAlias, other: Value) =>
      other instanceof UnionAlias ? sameUnion(self, other, 0) : NOT_IMPLEMENTED,
    ),
    __ne__: method("value, /", (_vm, self: UnionAlias, other: Value) =>
      other instanceof UnionAlias ? !sameUnion(self, other, 0) : NOT_IMPLEMENTED,
    ),
    __or__: method("value, /", makeUnion),
    __ror__: method("value, /", (vm, self: UnionAlias, other: Value) => makeUnion(vm, other, self)),
    __getitem__: method("key, /", substitute),
    __args__: member((_vm, self: UnionAlias) => self.args),
    __parameters__: property(parametersOf),
  });
}
