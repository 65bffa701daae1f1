// The views of a dict: dict_keys, dict_values, dict_items.
import {
  dictItemIteratorType,
  dictItemsType,
  dictKeyIteratorType,
  dictKeysType,
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictValueIteratorType,
  dictValuesType,
} from "../objects/builtin-types.ts";
import { TableItem, TableIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newSet, newTuple } from "../objects/make.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { isTable, type PyDict, PySet } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { DictView, MappingProxy } from "../objects/views.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { CompareKind, equals } from "../protocol/compare.ts";
import { containerRepr } from "../protocol/container-repr.ts";
import { each, type EachAction, NEEDS_FRAME } from "../protocol/each.ts";
import { contains } from "../protocol/subscript.ts";
import { type EntryAction, setAdd, tableHas, withEntry } from "../protocol/table.ts";
import { ABSENT } from "../protocol/table-search.ts";
import { defineType, method, property, type TypeEntry } from "./define.ts";
import {
  addAll,
  combined,
  differenceStep,
  intersectionStep,
  type SetStep,
  toggleStep,
  unionStep,
} from "./set-algebra.ts";

const ITERATORS: readonly PyType[] = [dictKeyIteratorType, dictValueIteratorType, dictItemIteratorType];
const REVERSE_ITERATORS: readonly PyType[] = [
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictReverseItemIteratorType,
];

function iterator({ dict, item }: DictView, step: 1 | -1): TableIterator {
  return new TableIterator((step === 1 ? ITERATORS : REVERSE_ITERATORS)[item] as PyType, dict, item, step);
}

/** Whether a value is a set or a set-like view. */
function isSetLike(value: Value): value is PySet | DictView {
  return value instanceof PySet || (value instanceof DictView && value.item !== TableItem.Value);
}

function sizeOf(value: PySet | DictView): number {
  return value instanceof PySet ? value.size : value.dict.size;
}

/** What is in a set or view now, to be gone through while Python may change it. */
function snapshot(value: Value): Value {
  if (value instanceof PySet) return newTuple(value.keys.filter((key) => key !== undefined));
  if (!(value instanceof DictView)) return value;
  const { dict, item } = value;
  const items: Value[] = [];
  for (let at = 0; at < dict.keys.length; at++) {
    const key = dict.keys[at];
    if (key === undefined) continue;
    const held = dict.values[at] as Value;
    items.push(item === TableItem.Key ? key : item === TableItem.Value ? held : newTuple([key, held]));
  }
  return newTuple(items);
}

// ---- comparison ------------------------------------------------------------------------------------------------------

interface Membership {
  readonly other: Value;
  /** Gathers the items found, where they are wanted. */
  readonly found: PySet | null;
}

/** Whether every item is in the other. */
const insideEach: EachAction<Membership> = {
  leaf: () => NEEDS_FRAME,
  item: (vm, { other }, item) => contains(vm, other, item),
  stopAt: false,
  end: (_vm, _state, isStopped) => !isStopped,
};

function compareViews(vm: Machine, kind: CompareKind, a: PySet | DictView, b: PySet | DictView): Result {
  const sizeA = sizeOf(a);
  const sizeB = sizeOf(b);
  switch (kind) {
    case CompareKind.Greater:
      return compareViews(vm, CompareKind.Less, b, a);
    case CompareKind.GreaterEqual:
      return compareViews(vm, CompareKind.LessEqual, b, a);
    case CompareKind.Less:
      if (sizeA >= sizeB) return false;
      break;
    case CompareKind.LessEqual:
      if (sizeA > sizeB) return false;
      break;
    default:
      if (sizeA !== sizeB) return kind === CompareKind.NotEqual;
  }
  return each(vm, snapshot(a), kind === CompareKind.NotEqual ? outsideEach : insideEach, { other: b, found: null });
}

/** The negation of the above. */
const outsideEach: EachAction<Membership> = { ...insideEach, end: (_vm, _state, isStopped) => isStopped };

function comparison(kind: CompareKind): TypeEntry {
  return method("value, /", (vm, self: DictView, other: Value) =>
    isSetLike(other) ? compareViews(vm, kind, self, other) : NOT_IMPLEMENTED,
  );
}

// ---- algebra ---------------------------------------------------------------------------------------------------------

interface Combination {
  readonly left: Value;
  readonly right: Value;
  readonly step: SetStep;
}

/** A set of the left operand's items, then changed by the right one: both may be any iterable. */
const combineAsking: Asking<Combination> = {
  ask(vm, { left }) {
    const set = newSet();
    return addAll(vm, set, snapshot(left), set);
  },
  take: (vm, { right, step }, set): Result | typeof AGAIN => step.run(vm, set as PySet, snapshot(right)),
};

function combine(step: SetStep): TypeEntry {
  return method(
    "value, /",
    (vm, self: DictView, other: Value) =>
      quickly(vm, self, other, step) ?? asking(vm, combineAsking, { left: self, right: other, step }),
  );
}

/** The operator on the keys of a dict and those of another or a set, if that takes no frame. */
function quickly(vm: Machine, self: DictView, other: Value, step: SetStep): Result {
  const table = other instanceof DictView && other.item === TableItem.Key ? other.dict : other;
  if (self.item !== TableItem.Key || !(table instanceof PySet || (table !== other && isTable(table)))) return undefined;
  return combined(vm, self.dict, table, step, newSet());
}

function combineReflected(step: SetStep): TypeEntry {
  return method("value, /", (vm, self: DictView, other: Value) =>
    asking(vm, combineAsking, { left: other, right: self, step }),
  );
}

const commonEach: EachAction<Membership> = {
  leaf: () => NEEDS_FRAME,
  item: (vm, { other, found }, item) => asking(vm, commonAsking, { other, found: found as PySet, item }),
  end: (_vm, { found }) => found as PySet,
};
const commonAsking: Asking<{ other: Value; found: PySet; item: Value }> = {
  ask: (vm, { other, item }) => contains(vm, other, item),
  take: (vm, { found, item }, isIn): Result | typeof AGAIN => (isIn === true ? setAdd(vm, found, item) : isIn),
};

function intersection(vm: Machine, self: DictView, other: Value): Result {
  const quick = quickly(vm, self, other, intersectionStep);
  if (quick !== undefined) return quick;
  // A set of the same size is gone through no more than a greater one.
  if (isSetLike(other) && sizeOf(other) + Number(other instanceof PySet) > sizeOf(self)) {
    return each(vm, snapshot(self), commonEach, { other, found: newSet() });
  }
  return each(vm, snapshot(other), commonEach, { other: self, found: newSet() });
}

const disjointEach: EachAction<Membership> = { ...insideEach, stopAt: true };

function isDisjoint(vm: Machine, self: DictView, other: Value): Result {
  if (other === self) return self.dict.size === 0;
  if (isSetLike(other) && sizeOf(other) > sizeOf(self)) {
    return each(vm, snapshot(self), disjointEach, { other, found: null });
  }
  return each(vm, snapshot(other), disjointEach, { other: self, found: null });
}

// ---- membership of pairs ---------------------------------------------------------------------------------------------

const pairAction: EntryAction<PyDict, Value> = {
  run: (vm, dict, _key, at, _hashCode, value) => (at === ABSENT ? false : equals(vm, dict.values[at] as Value, value)),
};

function hasPair(vm: Machine, self: DictView, pair: Value): Result {
  if (!(pair instanceof PyTuple) || pair.items.length !== 2) return false;
  return withEntry(vm, self.dict, pair.items[0] as Value, pairAction, pair.items[1] as Value);
}

function viewEntries(): Readonly<Record<string, TypeEntry>> {
  return {
    __repr__: method("", (vm, self: DictView) => containerRepr(vm, self)),
    __iter__: method("", (_vm, self: DictView) => iterator(self, 1)),
    __reversed__: method("", (_vm, self: DictView) => iterator(self, -1)),
    __len__: method("", (_vm, self: DictView) => self.dict.size),
    mapping: property((_vm, self: DictView) => new MappingProxy(self.dict)),
  };
}

function setLikeEntries(): Readonly<Record<string, TypeEntry>> {
  return {
    ...viewEntries(),
    __hash__: NONE,
    __lt__: comparison(CompareKind.Less),
    __le__: comparison(CompareKind.LessEqual),
    __eq__: comparison(CompareKind.Equal),
    __ne__: comparison(CompareKind.NotEqual),
    __gt__: comparison(CompareKind.Greater),
    __ge__: comparison(CompareKind.GreaterEqual),
    __sub__: combine(differenceStep),
    __rsub__: combineReflected(differenceStep),
    __and__: method("value, /", intersection),
    __rand__: method("value, /", intersection),
    __xor__: combine(toggleStep),
    __rxor__: combineReflected(toggleStep),
    __or__: combine(unionStep),
    __ror__: combineReflected(unionStep),
    isdisjoint: method("other, /", isDisjoint, "Whether the two have no item in common."),
  };
}

export function defineDictViews(): void {
  defineType(dictKeysType, null, {
    ...setLikeEntries(),
    __contains__: method("key, /", (vm, self: DictView, key: Value) => tableHas(vm, self.dict, key)),
  });
  defineType(dictItemsType, null, { ...setLikeEntries(), __contains__: method("key, /", hasPair) });
  defineType(dictValuesType, null, viewEntries());
}
