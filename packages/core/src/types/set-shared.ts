// What set and frozenset have in common: comparison, iteration and the algebra that makes new sets.
import { setIteratorType } from "../objects/builtin-types.ts";
import { TableItem, TableIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, newTuple } from "../objects/make.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PySet } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { CompareKind } from "../protocol/compare.ts";
import { compareContainers } from "../protocol/container-compare.ts";
import { containerRepr } from "../protocol/container-repr.ts";
import { getState } from "./object-reduce.ts";
import { classMethod, method, type TypeEntry } from "./define.ts";
import { classGetItem } from "./generic-alias.ts";
import {
  combined,
  copyStep,
  differenceStep,
  emptyLike,
  endWithSet,
  intersectionStep,
  isDisjoint,
  isSubset,
  isSuperset,
  type SetStep,
  setHas,
  stepThrough,
  toggleStep,
  unionStep,
} from "./set-algebra.ts";
import { liveKeys } from "../protocol/table-copy.ts";

type SetBody = (vm: Machine, self: PySet, other: Value) => Result;

function comparison(kind: CompareKind): SetBody {
  return (vm, self, other) => (other instanceof PySet ? compareContainers(vm, kind, self, other) : NOT_IMPLEMENTED);
}

/** A binary operator: a new set, of two sets only. */
function operator(first: SetStep | null, step: SetStep): SetBody {
  return (vm, self, other) => {
    if (!(other instanceof PySet)) return NOT_IMPLEMENTED;
    return combined(vm, self, other, step, emptyLike(self)) ?? stepThrough(vm, self, first, step, [other], endWithSet);
  };
}
function reflected(first: SetStep | null, step: SetStep): SetBody {
  return (vm, self, other) =>
    other instanceof PySet ? stepThrough(vm, other, first, step, [self], endWithSet) : NOT_IMPLEMENTED;
}

/** A method that takes any number of iterables and answers a new set. */
function algebra(first: SetStep | null, step: SetStep, doc: string): TypeEntry {
  return method(
    "*others",
    // With nothing to combine it with, the answer is a copy all the same.
    (vm, self: PySet, others: Value[]) =>
      stepThrough(vm, self, others.length === 0 ? copyStep : first, step, others, endWithSet),
    doc,
  );
}

export function setEntries(): Readonly<Record<string, TypeEntry>> {
  return {
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
    __reduce__: method("", (vm, self: PySet) =>
      newTuple([self.type, newTuple([newList(liveKeys(self))]), getState(vm, self) as Value]),
    ),
    __sizeof__: method("", (_vm, self: PySet) => 200 + 16 * self.size),
    union: algebra(copyStep, unionStep, "A new set with the items of this one and of all others."),
    intersection: algebra(null, intersectionStep, "A new set with the items that this one and all others have."),
    difference: algebra(copyStep, differenceStep, "A new set with the items that none of the others has."),
    symmetric_difference: method(
      "other, /",
      (vm, self: PySet, other: Value) => stepThrough(vm, self, copyStep, toggleStep, [other], endWithSet),
      "A new set with the items that exactly one of the two has.",
    ),
    isdisjoint: method("other, /", isDisjoint, "Whether the two have no item in common."),
    issubset: method("other, /", isSubset, "Whether the other has every item of this one."),
    issuperset: method("other, /", isSuperset, "Whether this one has every item of the other."),
    __class_getitem__: classMethod("object, /", classGetItem),
  };
}
