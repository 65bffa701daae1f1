// The type dict.
import {
  dictItemsType,
  dictKeyIteratorType,
  dictKeysType,
  dictReverseKeyIteratorType,
  dictType,
  dictValuesType,
} from "../objects/builtin-types.ts";
import { TableItem, TableIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { DictView } from "../objects/views.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { call, callMethod } from "../protocol/call.ts";
import { CompareKind } from "../protocol/compare.ts";
import { compareContainers } from "../protocol/container-compare.ts";
import { containerRepr } from "../protocol/container-repr.ts";
import { each, type EachAction, NEEDS_FRAME } from "../protocol/each.ts";
import { mergeDict, setLeaf } from "../protocol/dict-merge.ts";
import { raiseKeyError, raiseTypeError } from "../protocol/raise.ts";
import { setItem } from "../protocol/subscript.ts";
import { dictGet, dictSet, type EntryAction, insert, tableHas, withEntry } from "../protocol/table.ts";
import { ABSENT } from "../protocol/table-search.ts";
import { clearTable, removeAt } from "../protocol/table-removal.ts";
import { classMethod, defineType, madeBy, method, newMethod } from "./define.ts";
import { updateDict, updateWith } from "./dict-update.ts";
import { classGetItem } from "./generic-alias.ts";
import { classFor } from "../protocol/class-for.ts";
import { copiesAtOnce, copyTable } from "../protocol/table-copy.ts";

const DOC = "A mapping of keys to values, in the order in which the keys were added.";

const getItemAction: EntryAction<PyDict, null> = {
  run(vm, dict, key, at) {
    if (at !== ABSENT) return dict.values[at];
    const missing = dict.type === dictType ? undefined : dict.type.lookup("__missing__");
    return missing === undefined ? raiseKeyError(vm, key) : callMethod(vm, missing, dict, [key]);
  },
};

const deleteAction: EntryAction<PyDict, null> = {
  run(vm, dict, key, at) {
    if (at === ABSENT) return raiseKeyError(vm, key);
    removeAt(vm, dict, at);
    return NONE;
  },
};

const setDefaultAction: EntryAction<PyDict, Value> = {
  run(vm, dict, key, at, hashCode, value) {
    if (at !== ABSENT) return dict.values[at];
    dict.values[insert(vm, dict, key, hashCode)] = value;
    return value;
  },
};

const popAction: EntryAction<PyDict, Value | undefined> = {
  run(vm, dict, key, at, _hashCode, fallback) {
    if (at === ABSENT) return fallback ?? raiseKeyError(vm, key);
    const value = dict.values[at];
    removeAt(vm, dict, at);
    return value;
  },
};

const setNoneAction: EntryAction<PyDict, Value> = {
  run(vm, dict, key, at, hashCode, value) {
    if (at === ABSENT) dict.values[insert(vm, dict, key, hashCode)] = value;
    else dict.values[at] = value;
    return NONE;
  },
};

function popItem(vm: Machine, self: PyDict): Result {
  if (self.size === 0) return raiseKeyError(vm, "popitem(): dictionary is empty");
  let at = self.keys.length - 1;
  while (self.keys[at] === undefined) at--;
  const pair = newTuple([self.keys[at] as Value, self.values[at] as Value]);
  removeAt(vm, self, at);
  return pair;
}

/** A plain dict with the same entries. */
function copyDict(vm: Machine, dict: PyDict): Result {
  const copy = newDict();
  return copyTable(vm, copy, dict, copy);
}

// ---- fromkeys --------------------------------------------------------------------------------------------------------

interface FromKeys {
  readonly target: Value;
  readonly value: Value;
}

const fromKeysEach: EachAction<FromKeys> = {
  leaf: (vm, { target, value }, key) =>
    target instanceof PyDict && target.type === dictType ? setLeaf(vm, target, key, value) : NEEDS_FRAME,
  item: (vm, { target, value }, key) =>
    target instanceof PyDict && target.type === dictType
      ? dictSet(vm, target, key, value)
      : setItem(vm, target, key, value),
  end: (_vm, { target }) => target,
};

function fromKeys(vm: Machine, cls: PyType, iterable: Value, value: Value = NONE): Result {
  if (cls === dictType) return each(vm, iterable, fromKeysEach, { target: newDict(), value });
  return asking(vm, fromKeysAsking, { cls, iterable, value });
}

const fromKeysAsking: Asking<{ cls: PyType; iterable: Value; value: Value }> = {
  ask: (vm, { cls }) => call(vm, cls, []),
  take: (vm, { iterable, value }, target): Result | typeof AGAIN => each(vm, iterable, fromKeysEach, { target, value }),
};

// ---- operators -------------------------------------------------------------------------------------------------------

/** `left | right`: a new dict. */
function union(vm: Machine, left: PyDict, right: PyDict): Result {
  return copiesAtOnce(left) ? mergeInto(vm, copyDict(vm, left), right) : asking(vm, unionAsking, { left, right });
}
const unionAsking: Asking<{ left: PyDict; right: PyDict }> = {
  ask: (vm, { left }) => copyDict(vm, left),
  take: (vm, { right }, copy): Result | typeof AGAIN => mergeInto(vm, copy, right),
};
function mergeInto(vm: Machine, copy: Result, right: PyDict): Result {
  return mergeDict(vm, copy as PyDict, right, copy as PyDict);
}

function equality(kind: CompareKind): (vm: Machine, self: PyDict, other: Value) => Result {
  return (vm, self, other) => (other instanceof PyDict ? compareContainers(vm, kind, self, other) : NOT_IMPLEMENTED);
}

function initialise(vm: Machine, self: PyDict, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  if (args.length > 1) return raiseTypeError(vm, `dict expected at most 1 argument, got ${args.length}`);
  return updateWith(vm, self, args[0], keywords, NONE);
}

export function defineDict(): void {
  madeBy(dictType, "cls, mapping=(), /", (vm, _cls, mapping?: Value) => {
    const dict = newDict();
    return mapping === undefined ? dict : updateDict(vm, dict, mapping, dict);
  });
  defineType(dictType, DOC, {
    __new__: newMethod("*args, **kwargs", (vm, cls) => {
      const type = classFor(vm, dictType, cls);
      return type === undefined ? undefined : new PyDict(type);
    }),
    __init__: method("*args, **kwargs", initialise),
    __repr__: method("", (vm, self: PyDict) => containerRepr(vm, self)),
    __hash__: NONE,
    __eq__: method("value, /", equality(CompareKind.Equal)),
    __ne__: method("value, /", equality(CompareKind.NotEqual)),
    __iter__: method("", (_vm, self: PyDict) => new TableIterator(dictKeyIteratorType, self, TableItem.Key, 1)),
    __reversed__: method(
      "",
      (_vm, self: PyDict) => new TableIterator(dictReverseKeyIteratorType, self, TableItem.Key, -1),
    ),
    __len__: method("", (_vm, self: PyDict) => self.size),
    __contains__: method("key, /", (vm, self: PyDict, key: Value) => tableHas(vm, self, key)),
    __getitem__: method("key, /", (vm, self: PyDict, key: Value) => withEntry(vm, self, key, getItemAction, null)),
    __setitem__: method("key, value, /", (vm, self: PyDict, key: Value, value: Value) =>
      withEntry(vm, self, key, setNoneAction, value),
    ),
    __delitem__: method("key, /", (vm, self: PyDict, key: Value) => withEntry(vm, self, key, deleteAction, null)),
    __or__: method("value, /", (vm, self: PyDict, other: Value) =>
      other instanceof PyDict ? union(vm, self, other) : NOT_IMPLEMENTED,
    ),
    __ror__: method("value, /", (vm, self: PyDict, other: Value) =>
      other instanceof PyDict ? union(vm, other, self) : NOT_IMPLEMENTED,
    ),
    __ior__: method("value, /", (vm, self: PyDict, other: Value) => updateDict(vm, self, other, self)),
    __sizeof__: method("", (_vm, self: PyDict) => 64 + 24 * self.size),
    get: method(
      "key, default=None, /",
      (vm, self: PyDict, key: Value, fallback: Value = NONE) => dictGet(vm, self, key, fallback),
      "The value of key, or default.",
    ),
    setdefault: method(
      "key, default=None, /",
      (vm, self: PyDict, key: Value, value: Value = NONE) => withEntry(vm, self, key, setDefaultAction, value),
      "The value of key, which is set to default if it is not there.",
    ),
    pop: method(
      "key, default=None, /",
      (vm, self: PyDict, key: Value, fallback?: Value) =>
        // Of an empty dict the key is not even hashed.
        self.size === 0 ? (fallback ?? raiseKeyError(vm, key)) : withEntry(vm, self, key, popAction, fallback),
      "Take out key and answer its value, or default; KeyError when there is neither.",
    ),
    popitem: method("", popItem, "Take out the last key; answer it and its value. KeyError when there is none."),
    keys: method("", (_vm, self: PyDict) => new DictView(dictKeysType, self, TableItem.Key), "A view of the keys."),
    values: method(
      "",
      (_vm, self: PyDict) => new DictView(dictValuesType, self, TableItem.Value),
      "A view of the values.",
    ),
    items: method(
      "",
      (_vm, self: PyDict) => new DictView(dictItemsType, self, TableItem.Pair),
      "A view of the (key, value) pairs.",
    ),
    update: method(
      "*args, **kwargs",
      (vm, self: PyDict, args: Value[], keywords: Map<string, Value>) => {
        if (args.length > 1) return raiseTypeError(vm, `update expected at most 1 argument, got ${args.length}`);
        return updateWith(vm, self, args[0], keywords, NONE);
      },
      "Set the entries of a mapping or of an iterable of pairs, then those of the keywords.",
    ),
    fromkeys: classMethod("iterable, value=None, /", fromKeys, "A new dict with the keys, all of one value."),
    clear: method(
      "",
      (_vm, self: PyDict) => {
        clearTable(self);
        return NONE;
      },
      "Remove all entries.",
    ),
    copy: method("", copyDict, "A new dict with the same entries."),
    __class_getitem__: classMethod("object, /", classGetItem),
  });
}
