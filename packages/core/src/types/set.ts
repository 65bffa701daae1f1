// The type set.
import { setType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newSet } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { raiseKeyError } from "../protocol/raise.ts";
import { type EntryAction, insert, withEntry } from "../protocol/table.ts";
import { ABSENT } from "../protocol/table-search.ts";
import { clearTable, removeAt } from "../protocol/table-removal.ts";
import { defineType, madeBy, method, newMethod, type TypeEntry } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";
import {
  addAll,
  copyStep,
  differenceStep,
  discardAll,
  endInSelf,
  endInSelfWithNone,
  endWithNone,
  intersectionStep,
  type SetEnd,
  type SetStep,
  setKey,
  stepThrough,
  toggleAll,
  unionStep,
} from "./set-algebra.ts";
import { setEntries } from "./set-shared.ts";

const DOC = "A collection of unique elements that can be changed.\n\nset() is empty, set(iterable) has its items.";

type Change = (vm: Machine, set: PySet, other: Value, answer: Value) => Result;

/** An operator in place. */
function inPlace(step: Change): (vm: Machine, self: PySet, other: Value) => Result {
  return (vm, self, other) => (other instanceof PySet ? step(vm, self, other, self) : NOT_IMPLEMENTED);
}

/** A method that changes the set by any number of iterables; `change` does it by one. */
function update(change: Change | null, step: SetStep, end: SetEnd, doc: string): TypeEntry {
  return method(
    "*others",
    (vm, self: PySet, others: Value[]) =>
      others.length === 1 && change !== null
        ? change(vm, self, others[0] as Value, NONE)
        : stepThrough(vm, self, null, step, others, end),
    doc,
  );
}

const discardAction: EntryAction<PySet, null> = {
  run(vm, set, _key, at) {
    if (at !== ABSENT) removeAt(vm, set, at);
    return NONE;
  },
};

const removeAction: EntryAction<PySet, Value> = {
  run(vm, set, _key, at, _hashCode, shown) {
    if (at === ABSENT) return raiseKeyError(vm, shown);
    removeAt(vm, set, at);
    return NONE;
  },
};

const addAction: EntryAction<PySet, null> = {
  run(vm, set, key, at, hashCode) {
    if (at === ABSENT) insert(vm, set, key, hashCode);
    return NONE;
  },
};

function pop(vm: Machine, self: PySet): Result {
  if (self.size === 0) return raiseKeyError(vm, "pop from an empty set");
  let at = self.first;
  while (self.keys[at] === undefined) at++;
  const item = self.keys[at];
  removeAt(vm, self, at);
  return item;
}

export function defineSet(): void {
  madeBy(setType, "cls, iterable=(), /", (vm, _cls, iterable?: Value) => {
    const set = newSet();
    return iterable === undefined ? set : addAll(vm, set, iterable, set);
  });
  defineType(setType, DOC, {
    __new__: newMethod("*args, **kwargs", (vm, cls) => {
      const type = classFor(vm, setType, cls);
      return type === undefined ? undefined : new PySet(type);
    }),
    __init__: method("iterable=(), /", (vm, self: PySet, iterable?: Value) => {
      if (self.keys.length > 0) clearTable(self);
      return iterable === undefined ? NONE : addAll(vm, self, iterable, NONE);
    }),
    __hash__: NONE,
    ...setEntries(),
    __isub__: method("value, /", inPlace(discardAll)),
    __iand__: method("value, /", (vm, self: PySet, other: Value) =>
      other instanceof PySet ? stepThrough(vm, self, null, intersectionStep, [other], endInSelf) : NOT_IMPLEMENTED,
    ),
    __ixor__: method("value, /", inPlace(toggleAll)),
    __ior__: method("value, /", inPlace(addAll)),
    add: method(
      "object, /",
      (vm, self: PySet, item: Value) => withEntry(vm, self, item, addAction, null),
      "Put in an item, if it is not there.",
    ),
    clear: method(
      "",
      (_vm, self: PySet) => {
        clearTable(self);
        return NONE;
      },
      "Take out all items.",
    ),
    copy: method("", (vm, self: PySet) => copyStep.run(vm, self, self), "A new set of the same items."),
    discard: method(
      "object, /",
      (vm, self: PySet, item: Value) => withEntry(vm, self, setKey(vm, item), discardAction, null),
      "Take out an item, if it is there.",
    ),
    remove: method(
      "object, /",
      (vm, self: PySet, item: Value) => withEntry(vm, self, setKey(vm, item), removeAction, item),
      "Take out an item; KeyError when it is not there.",
    ),
    pop: method("", pop, "Take out any item and answer it; KeyError when there is none."),
    update: update(addAll, unionStep, endWithNone, "Put in the items of all others."),
    difference_update: update(discardAll, differenceStep, endWithNone, "Take out the items of all others."),
    intersection_update: update(null, intersectionStep, endInSelfWithNone, "Keep only the items that all others have."),
    symmetric_difference_update: method(
      "other, /",
      (vm, self: PySet, other: Value) => toggleAll(vm, self, other, NONE),
      "Keep only the items that exactly one of the two has.",
    ),
  });
}
