// The iterators over a context: its variables, their values, or both.
import { objectType, typeType } from "../../objects/builtin-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { defineType, method } from "../../types/define.ts";
import { stop } from "../module-type.ts";
import { ContextIterator, type ContextPart, type PyContext } from "./layout.ts";
import { beginWalk, nextEntry } from "./variable-map.ts";

function nextOf(vm: Machine, { walk, part }: ContextIterator): Result {
  const entry = nextEntry(walk);
  if (entry === undefined) return stop(vm);
  if (part === "keys") return entry.variable;
  return part === "values" ? entry.value : newTuple([entry.variable, entry.value]);
}

function iteratorType(part: ContextPart): PyType {
  const type = new PyType(typeType, { name: part, bases: [objectType], allocate: null, isBase: false }, true);
  defineType(type, null, {
    __iter__: method("", (_vm, self: Value) => self),
    __next__: method("", nextOf),
    __len__: method("", (_vm, self: ContextIterator) => self.size),
  });
  return type;
}

const TYPES: Readonly<Record<ContextPart, PyType>> = {
  keys: iteratorType("keys"),
  values: iteratorType("values"),
  items: iteratorType("items"),
};

/** The body of the method that answers such an iterator. */
export function iteratorOver(part: ContextPart): (vm: Machine, context: PyContext) => Result {
  return (_vm, { map, size }) => new ContextIterator(TYPES[part], part, beginWalk(map), size);
}
