// The type collections.defaultdict: a dict that makes the values it is asked for.
import { dictItemIteratorType, dictType, intType, listType, setType, strType } from "../../objects/builtin-types.ts";
import { TableItem, TableIterator } from "../../objects/iterators.ts";
import type { Machine } from "../../objects/machine.ts";
import { newDict, newList, newSet, newTuple, typeOf } from "../../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import { PyDict } from "../../objects/table.ts";
import type { PyList } from "../../objects/sequences.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { call } from "../../protocol/call.ts";
import { containerRepr, printing } from "../../protocol/container-repr.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseKeyError, raiseTypeError } from "../../protocol/raise.ts";
import { dictSet } from "../../protocol/table.ts";
import { isCallable } from "../../protocol/truth.ts";
import { shortName } from "../../protocol/type-name.ts";
import { defineType, member, method, newMethod } from "../../types/define.ts";
import { updateDict, updateWith } from "../../types/dict-update.ts";
import { classFor } from "../../protocol/class-for.ts";
import { moduleType } from "../module-type.ts";
import type { ReprsThen } from "../repr-all.ts";
import { pushRepr } from "../repr-guard.ts";

class DefaultDict extends PyDict {
  factory: Value = NONE;
  /** Counts as being printed while the factory is, which may be a method of this dict. */
  shown: PyList | null = null;
}

export const defaultDictType: PyType = moduleType("collections", "defaultdict", {
  bases: [dictType],
  allocate: (type) => new DefaultDict(type),
});

/** What the factories of every day make, without a call. */
function quickValue(factory: Value): Value | undefined {
  switch (factory) {
    case listType:
      return newList([]);
    case intType:
      return 0;
    case dictType:
      return newDict();
    case setType:
      return newSet();
    case strType:
      return "";
    default:
      return undefined;
  }
}

const MAKE: Asking<{ readonly self: DefaultDict; readonly key: Value }> = {
  ask: (vm, { self }) => call(vm, self.factory, []),
  take: (vm, { self, key }, value) => dictSet(vm, self, key, value),
};

function missing(vm: Machine, self: DefaultDict, key: Value): Result {
  const { factory } = self;
  if (factory === NONE) return raiseKeyError(vm, key);
  const value = quickValue(factory);
  return value === undefined ? asking(vm, MAKE, { self, key }) : dictSet(vm, self, key, value);
}

const FACTORY: ReprsThen<null> = { run: (_vm, texts) => texts[0] as string };

const REPR: Asking<{ readonly self: DefaultDict; factory: string | null }> = {
  ask(vm, { self, factory }) {
    if (factory !== null) return containerRepr(vm, self);
    self.shown ??= newList([]);
    return printing(vm).has(self.shown) ? "..." : pushRepr(vm, self.shown, [self.factory], FACTORY, null);
  },
  take(_vm, state, answer) {
    const text = asString(answer) as string;
    if (state.factory !== null) return `${shortName(state.self.type)}(${state.factory}, ${text})`;
    state.factory = text;
    return AGAIN;
  },
};

function initialise(
  vm: Machine,
  self: DefaultDict,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Result {
  const [factory = NONE, source] = args;
  if (factory !== NONE && !isCallable(factory)) return raiseTypeError(vm, "first argument must be callable or None");
  self.factory = factory;
  if (args.length > 2) return raiseTypeError(vm, `dict expected at most 1 argument, got ${args.length - 1}`);
  return updateWith(vm, self, source, keywords, NONE);
}

interface Union {
  /** The class and factory of the result. */
  readonly self: DefaultDict;
  readonly left: Value;
  readonly right: Value;
}

const UNION: Asking<Union> = {
  ask: (vm, { self, left }) => call(vm, typeOf(self), [self.factory, left]),
  take: (vm, { right }, made) =>
    made instanceof PyDict
      ? updateDict(vm, made, right, made)
      : raiseTypeError(vm, "the class of a defaultdict must make a dict"),
};

function copy(vm: Machine, self: DefaultDict): Result {
  return call(vm, typeOf(self), [self.factory, self]);
}

defineType(defaultDictType, "A dict that makes the values of missing keys by calling default_factory.", {
  __new__: newMethod("*args, **kwargs", (vm, cls) => {
    const type = classFor(vm, defaultDictType, cls);
    return type === undefined ? undefined : new DefaultDict(type);
  }),
  __init__: method("*args, **kwargs", initialise),
  __missing__: method("key, /", missing, "Make, keep and answer the value of a key."),
  __repr__: method("", (vm, self: DefaultDict) => asking(vm, REPR, { self, factory: null })),
  __or__: method("value, /", (vm, self: DefaultDict, other: Value) =>
    other instanceof PyDict ? asking(vm, UNION, { self, left: self, right: other }) : NOT_IMPLEMENTED,
  ),
  __ror__: method("value, /", (vm, self: DefaultDict, other: Value) =>
    other instanceof PyDict ? asking(vm, UNION, { self, left: other, right: self }) : NOT_IMPLEMENTED,
  ),
  __copy__: method("", copy),
  __reduce__: method("", (_vm, self: DefaultDict) => {
    const items = new TableIterator(dictItemIteratorType, self, TableItem.Pair, 1);
    return newTuple([typeOf(self), newTuple(self.factory === NONE ? [] : [self.factory]), NONE, NONE, items]);
  }),
  copy: method("", copy, "A new defaultdict with the same entries."),
  default_factory: member(
    (_vm, self: DefaultDict) => self.factory,
    (_vm, self: DefaultDict, value) => {
      self.factory = value ?? NONE;
      return NONE;
    },
  ),
});
