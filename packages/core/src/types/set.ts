// The types set and frozenset: what they share, and what only set can do.
import { frozenSetType, setIteratorType, setType } from "../objects/builtin-types.ts";
import { TableItem, TableIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { PySet } from "../objects/table.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { CompareKind } from "../protocol/compare.ts";
import { compareContainers } from "../protocol/container-compare.ts";
import { containerRepr } from "../protocol/container-repr.ts";
import { raiseKeyError } from "../protocol/raise.ts";
import { ABSENT, clearTable, type EntryAction, removeAt, setAdd, withEntry } from "../protocol/table.ts";
import { classMethod, defineType, method, newMethod, type TypeEntry } from "./define.ts";
import { frozenSetHash } from "./frozenset-hash.ts";
import { classGetItem } from "./generic-alias.ts";
import { classFor } from "./new-payload.ts";
import {
  addAll,
  copyStep,
  differenceStep,
  discardAll,
  emptyLike,
  intersect,
  intersectionStep,
  isDisjoint,
  isSubset,
  isSuperset,
  type SetStep,
  setHas,
  setKey,
  stepThrough,
  takeOver,
  toggleAll,
  toggleStep,
  unionStep,
} from "./set-algebra.ts";

const SET_DOC = "A collection of unique elements that can be changed.\n\nset() is empty, set(iterable) has its items.";
const FROZEN_DOC = "A collection of unique elements that cannot be changed.";

type SetBody = (vm: Machine, self: PySet, other: Value) => Result;

function comparison(kind: CompareKind): SetBody {
  return (vm, self, other) => (other instanceof PySet ? compareContainers(vm, kind, self, other) : NOT_IMPLEMENTED);
}

/** A binary operator: a new set, of two sets only. */
function operator(first: SetStep | null, step: SetStep): SetBody {
  return (vm, self, other) =>
    other instanceof PySet ? stepThrough(vm, self, first, step, [other]) : NOT_IMPLEMENTED;
}
function reflected(first: SetStep | null, step: SetStep): SetBody {
  return (vm, self, other) =>
    other instanceof PySet ? stepThrough(vm, other, first, step, [self]) : NOT_IMPLEMENTED;
}
/** An operator in place. */
function inPlace(step: (vm: Machine, set: PySet, other: Value, answer: Value) => Result): SetBody {
  return (vm, self, other) => (other instanceof PySet ? step(vm, self, other, self) : NOT_IMPLEMENTED);
}

/** A method that takes any number of iterables and answers a new set. */
function algebra(first: SetStep | null, step: SetStep, doc: string): TypeEntry {
  return method(
    "*others",
    (vm, self: PySet, others: Value[]) =>
      // With nothing to combine it with, the answer is a copy all the same.
      stepThrough(vm, self, others.length === 0 ? copyStep : first, step, others),
    doc,
  );
}

/** A method that changes the set by any number of iterables. */
function update(step: SetStep, doc: string): TypeEntry {
  return method("*others", (vm, self: PySet, others: Value[]) => stepThrough(vm, self, null, noneStep(step), others), doc);
}
/** The steps of an update all go on with the same set; the last answers None. */
function noneStep(step: SetStep): SetStep {
  return step;
}

const sharedEntries: Readonly<Record<string, TypeEntry>> = {
  __repr__: method("", (vm, self: PySet) => containerRepr(vm, self)),
  __lt__: method("value, /", comparison(CompareKind.Less)),
  __le__: method("value, /", comparison(CompareKind.LessEqual)),
  __eq__: method("value, /", comparison(CompareKind.Equal)),
  __ne__: method("value, /", comparison(CompareKind.NotEqual)),
  __gt__: method("value, /", comparison(CompareKind.Greater)),
  __ge__: method("value, /", comparison(CompareKind.GreaterEqual)),
  __iter__: method("", (_vm, self: PySet) => new TableIterator(setIteratorType, self, TableItem.Key, 1)),
  __len__: method("", (_vm, self: PySet) => self.size),
  __contains__: method("object, /", setHas),
  __sub__: method("value, /", operator(copyStep, differenceStep)),
  __rsub__: method("value, /", reflected(copyStep, differenceStep)),
  __and__: method("value, /", operator(null, intersectionStep)),
  __rand__: method("value, /", reflected(null, intersectionStep)),
  __xor__: method("value, /", operator(copyStep, toggleStep)),
  __rxor__: method("value, /", reflected(copyStep, toggleStep)),
  __or__: method("value, /", operator(copyStep, unionStep)),
  __ror__: method("value, /", reflected(copyStep, unionStep)),
  __sizeof__: method("", (_vm, self: PySet) => 200 + 16 * self.size),
  union: algebra(copyStep, unionStep, "A new set with the items of this one and of all others."),
  intersection: algebra(null, intersectionStep, "A new set with the items that this one and all others have."),
  difference: algebra(copyStep, differenceStep, "A new set with the items that none of the others has."),
  symmetric_difference: method(
    "other, /",
    (vm, self: PySet, other: Value) => stepThrough(vm, self, copyStep, toggleStep, [other]),
    "A new set with the items that exactly one of the two has.",
  ),
  isdisjoint: method("other, /", isDisjoint, "Whether the two have no item in common."),
  issubset: method("other, /", isSubset, "Whether the other has every item of this one."),
  issuperset: method("other, /", isSuperset, "Whether this one has every item of the other."),
  __class_getitem__: classMethod("object, /", classGetItem),
};

const discardAction: EntryAction<PySet, null> = {
  name: "set.discard",
  run(_vm, set, _key, at) {
    if (at !== ABSENT) removeAt(set, at);
    return NONE;
  },
};
const removeAction: EntryAction<PySet, Value> = {
  name: "set.remove",
  run(vm, set, _key, at, _hashCode, shown) {
    if (at === ABSENT) return raiseKeyError(vm, shown);
    removeAt(set, at);
    return NONE;
  },
};

/** `&=`: the items to keep are found first, then taken over. */
const keepStep: SetStep = {
  name: "set.intersection_update",
  run: (vm, set, other) => stepThrough(vm, set, null, keepOnly, [other]),
};
const keepOnly: SetStep = intersectionStep;

function pop(vm: Machine, self: PySet): Result {
  if (self.size === 0) return raiseKeyError(vm, "pop from an empty set");
  let at = self.first;
  while (self.keys[at] === undefined) at++;
  const item = self.keys[at];
  removeAt(self, at);
  return item;
}

export function defineSet(): void {
  defineType(setType, SET_DOC, {
    __new__: newMethod("*args, **kwargs", (vm, cls) => {
      const type = classFor(vm, setType, cls);
      return type === undefined ? undefined : new PySet(type);
    }),
    __init__: method("iterable=(), /", (vm, self: PySet, iterable?: Value) => {
      if (self.keys.length > 0) clearTable(self);
      return iterable === undefined ? NONE : addAll(vm, self, iterable, NONE);
    }),
    __hash__: NONE,
    ...sharedEntries,
  });
}

export function defineFrozenSet(): void {
  defineType(frozenSetType, FROZEN_DOC, {
    __new__: newMethod("iterable=(), /", (vm, cls, iterable?: Value) => {
      const type = classFor(vm, frozenSetType, cls);
      if (type === undefined) return undefined;
      if (type === frozenSetType && iterable instanceof PySet && iterable.type === type) return iterable;
      const set = new PySet(type);
      return iterable === undefined ? set : addAll(vm, set, iterable, set);
    }),
    __hash__: method("", frozenSetHash),
    ...sharedEntries,
  });
}
