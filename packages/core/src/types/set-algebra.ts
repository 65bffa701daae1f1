// The algebra of sets with any iterables: union, intersection, difference and symmetric difference, and tests of them.
import { allocate, countBytes, ENTRY_BYTES } from "../protocol/charge.ts";
import { dictType, frozenSetType, listType, setType, tupleType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newSet, newTuple } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyList } from "../objects/sequences.ts";
import { PyDict, PySet, type Table } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { CompareKind } from "../protocol/compare.ts";
import { compareContainers } from "../protocol/container-compare.ts";
import { each, type EachAction, NEEDS_FRAME } from "../protocol/each.ts";
import { type EntryAction, insert, setAdd, tableHas, withEntry } from "../protocol/table.ts";
import { ABSENT, find } from "../protocol/table-search.ts";
import { clearTable, removeAt } from "../protocol/table-removal.ts";
import { copiesAtOnce, copyTable, hashesByKey, liveKeys } from "../protocol/table-copy.ts";

/** Keys dealt with without a frame. */
const STRIDE = 2048;

/** A set being changed by the items of an iterable. */
interface Change {
  readonly set: PySet;
  /** The set that items are looked up in, where that is another. */
  readonly other: PySet;
  readonly answer: Value;
  /** Hashes of the items, where the table that they come from had to ask for them. */
  readonly hashes: ReadonlyMap<Value, number | bigint> | null;
}

/** Do something with every item of an iterable, which can be read while the set is changed. */
function eachItem(
  vm: Machine,
  items: Value,
  action: EachAction<Change>,
  set: PySet,
  other: PySet,
  answer: Value,
): Result {
  // Of a dict CPython too takes over the hashes where items are put in or out, and not where they are looked for.
  const isChange = action === addEach || action === discardEach || action === toggleEach;
  if (!(items instanceof PySet || (isChange && items instanceof PyDict && items.type === dictType))) {
    return each(vm, items, action, { set, other, answer, hashes: null });
  }
  return each(vm, newTuple(liveKeys(items)), action, { set, other, answer, hashes: hashesByKey(items) });
}

/** A leaf of an action: `run` on the entry, if it can be found without Python. */
function leafOf(action: EntryAction<PySet, Change>): EachAction<Change>["leaf"] {
  return (vm, change, item) => {
    const at = find(vm, change.other, item);
    if (at < ABSENT) return vm.error === null ? NEEDS_FRAME : undefined;
    return action.run(vm, change.other, item, at, null, change);
  };
}

function eachOf(action: EntryAction<PySet, Change>): EachAction<Change> {
  return {
    leaf: leafOf(action),
    item: (vm, change, item) => withEntry(vm, change.other, item, action, change, change.hashes?.get(item)),
    end: (_vm, change) => change.answer,
  };
}

const addEach: EachAction<Change> = eachOf({
  run(vm, set, key, at, hashCode) {
    if (at !== ABSENT) return true;
    countBytes(vm, ENTRY_BYTES);
    insert(vm, set, key, hashCode);
    return true;
  },
});

const discardEach: EachAction<Change> = eachOf({
  run(vm, set, _key, at) {
    if (at !== ABSENT) removeAt(vm, set, at);
    return true;
  },
});

const toggleEach: EachAction<Change> = eachOf({
  run(vm, set, key, at, hashCode) {
    if (at === ABSENT) {
      countBytes(vm, ENTRY_BYTES);
      insert(vm, set, key, hashCode);
    } else removeAt(vm, set, at);
    return true;
  },
});

const keepAction: EntryAction<PySet, Change> = {
  run(vm, other, key, at, hashCode, { set }) {
    if (at === ABSENT) return true;
    return setAdd(vm, set, key, hashCode) === undefined ? undefined : set.size < other.size;
  },
};
/** Answers false, which ends it, once all items are found. */
const keepEach: EachAction<Change> = {
  ...eachOf(keepAction),
  stopAt: false,
  leaf(vm, { set, other }, item) {
    const at = find(vm, other, item);
    if (at === ABSENT) return true;
    const place = at < ABSENT ? at : find(vm, set, item);
    if (place < ABSENT) return vm.error === null ? NEEDS_FRAME : undefined;
    if (place === ABSENT) {
      countBytes(vm, ENTRY_BYTES);
      insert(vm, set, item, null);
    }
    return set.size < other.size;
  },
};

/** Add keys; false where one asks for Python, or has raised. Nothing is wrong with adding those before it again. */
function addPlainly(vm: Machine, set: PySet, keys: readonly (Value | undefined)[]): boolean {
  if (keys.length > STRIDE || set.foreign !== null) return false;
  const { size } = set;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === undefined) continue;
    const at = find(vm, set, key);
    if (at === ABSENT) insert(vm, set, key, null);
    else if (at < 0) return false;
  }
  allocate(vm, set.size - size, ENTRY_BYTES);
  return true;
}

/** Add every item of an iterable; answers `answer`. */
export function addAll(vm: Machine, set: PySet, other: Value, answer: Value): Result {
  if (other === set) return answer;
  if (set.size === 0 && (other instanceof PySet || (other instanceof PyDict && other.type === dictType))) {
    if (set.keys.length > 0) clearTable(set);
    return copyTable(vm, set, other, answer);
  }
  const isList = typeof other === "object" && (other.type === listType || other.type === tupleType);
  const items = other instanceof PySet ? other.keys : isList ? (other as PyList).items : null;
  if (items !== null && addPlainly(vm, set, items)) return answer;
  return vm.error === null ? eachItem(vm, other, addEach, set, set, answer) : undefined;
}

/** Take out every item of an iterable; answers `answer`. */
export function discardAll(vm: Machine, set: PySet, other: Value, answer: Value): Result {
  if (other === set) {
    clearTable(set);
    return answer;
  }
  return eachItem(vm, other, discardEach, set, set, answer);
}

/** Put in what was out and take out what was in, for every item of an iterable, but once for equal ones. */
export function toggleAll(vm: Machine, set: PySet, other: Value, answer: Value): Result {
  if (other === set) {
    clearTable(set);
    return answer;
  }
  if (other instanceof PySet) return eachItem(vm, other, toggleEach, set, set, answer);
  return asking(vm, toggleAsking, { set, other, items: newSet(), answer });
}
const toggleAsking: Asking<{ set: PySet; other: Value; items: PySet; answer: Value }> = {
  ask: (vm, { items, other }) => addAll(vm, items, other, items),
  take: (vm, { set, items, answer }): Result | typeof AGAIN => eachItem(vm, items, toggleEach, set, set, answer),
};

/** Put the items that both have into `result`, an empty set; answers `answer`. */
function intersect(vm: Machine, result: PySet, set: PySet, other: Value, answer: Value): Result {
  if (other instanceof PySet && other.size > set.size) return eachItem(vm, set, keepEach, result, other, answer);
  return eachItem(vm, other, keepEach, result, set, answer);
}

// ---- tests -----------------------------------------------------------------------------------------------------------

const disjointEach: EachAction<Change> = {
  ...eachOf({ run: (_vm, _set, _key, at) => at !== ABSENT }),
  stopAt: true,
  end: (_vm, _change, isStopped) => !isStopped,
};

const supersetEach: EachAction<Change> = {
  ...eachOf({ run: (_vm, _set, _key, at) => at !== ABSENT }),
  stopAt: false,
  end: (_vm, _change, isStopped) => !isStopped,
};

export function isDisjoint(vm: Machine, set: PySet, other: Value): Result {
  if (other === set) return set.size === 0;
  if (other instanceof PySet && other.size > set.size) return isDisjoint(vm, other, set);
  return eachItem(vm, other, disjointEach, set, set, true);
}

export function isSuperset(vm: Machine, set: PySet, other: Value): Result {
  if (other instanceof PySet) return compareContainers(vm, CompareKind.GreaterEqual, set, other);
  return eachItem(vm, other, supersetEach, set, set, true);
}

export function isSubset(vm: Machine, set: PySet, other: Value): Result {
  if (other instanceof PySet) return compareContainers(vm, CompareKind.LessEqual, set, other);
  return eachItem(vm, other, subsetEach, newSet(), set, true);
}
const subsetEach: EachAction<Change> = {
  ...keepEach,
  end: (_vm, { set, other }) => set.size === other.size,
};

// ---- one after another -----------------------------------------------------------------------------------------------

/** A step of a method that takes any number of iterables: static data. Answers the set to go on with. */
export interface SetStep {
  run(vm: Machine, set: PySet, other: Value): Result;
}

export const unionStep: SetStep = { run: (vm, set, other) => addAll(vm, set, other, set) };
export const differenceStep: SetStep = {
  run: (vm, set, other) => discardAll(vm, set, other, set),
};
export const toggleStep: SetStep = {
  run: (vm, set, other) => toggleAll(vm, set, other, set),
};
export const intersectionStep: SetStep = {
  run(vm, set, other) {
    const result = emptyLike(set);
    return intersect(vm, result, set, other, result);
  },
};
export const copyStep: SetStep = {
  run(vm, set) {
    const copy = emptyLike(set);
    return copyTable(vm, copy, set, copy);
  },
};

/** An empty set of the built-in type that `set` is or derives from. */
export function emptyLike(set: PySet): PySet {
  return new PySet(set.type.isSubtype(frozenSetType) ? frozenSetType : setType);
}

/** What a method answers in the end, of the last set and the one it began with: static data. */
export interface SetEnd {
  run(vm: Machine, last: PySet, self: PySet): Result;
}

export const endWithSet: SetEnd = { run: (_vm, last) => last };
export const endWithNone: SetEnd = { run: () => NONE };
/** `self` is to have the contents of the last set. */
export const endInSelf: SetEnd = { run: (vm, last, self) => takeOver(vm, self, last, self) };
export const endInSelfWithNone: SetEnd = {
  run: (vm, last, self) => takeOver(vm, self, last, NONE),
};

function takeOver(vm: Machine, set: PySet, contents: PySet, answer: Value): Result {
  if (set === contents) return answer;
  clearTable(set);
  return copyTable(vm, set, contents, answer);
}

/**
 * What an operator that `step` is for answers for the keys of two tables, put into `result`, where they can be looked up
 * without Python and a frame; otherwise undefined.
 */
export function combined(vm: Machine, a: Table, b: Table, step: SetStep, result: PySet): PySet | undefined {
  if (a.foreign !== null || b.foreign !== null || a.keys.length + b.keys.length > STRIDE) return undefined;
  let isDone: boolean;
  if (step === intersectionStep) {
    const isFirst = b.size + Number(b instanceof PySet && a instanceof PyDict) > a.size;
    isDone = isFirst ? take(vm, result, a, b, true) : take(vm, result, b, a, true);
  } else {
    isDone = step === unionStep ? copyTable(vm, result, a, true) === true : take(vm, result, a, b, false);
    if (step !== differenceStep) isDone &&= take(vm, result, b, a, false);
  }
  if (isDone) return result;
  // What a key raised is raised again when it is looked up with a frame.
  vm.error = null;
  return undefined;
}

/** Put the keys that the other has, or has not, into `result`; false where one asks for Python, or has raised. */
function take(vm: Machine, result: PySet, { keys }: Table, other: Table, isIn: boolean): boolean {
  const { size } = result;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === undefined) continue;
    const at = find(vm, other, key);
    if (at < ABSENT) return false;
    if (at >= 0 === isIn) insert(vm, result, key, null);
  }
  allocate(vm, result.size - size, ENTRY_BYTES);
  return true;
}

/** Run `first` on a set (unless null), then `step` with each of the iterables, then `end`. */
export function stepThrough(
  vm: Machine,
  self: PySet,
  first: SetStep | null,
  step: SetStep,
  others: readonly Value[],
  end: SetEnd,
): Result {
  if (first === null && others.length === 0) return end.run(vm, self, self);
  if (others.length === 1 && end === endWithSet && (first === null || copiesAtOnce(self))) {
    return step.run(vm, first === null ? self : (first.run(vm, self, self) as PySet), others[0] as Value);
  }
  return asking(vm, steps, { self, set: self, first, step, others, next: 0, end });
}

interface Steps {
  readonly self: PySet;
  set: PySet;
  first: SetStep | null;
  readonly step: SetStep;
  readonly others: readonly Value[];
  next: number;
  readonly end: SetEnd;
}

const steps: Asking<Steps> = {
  ask(vm, { set, first, step, others, next }) {
    return first === null ? step.run(vm, set, others[next] as Value) : first.run(vm, set, set);
  },
  take(vm, state, answer) {
    state.set = answer as PySet;
    if (state.first !== null) state.first = null;
    else state.next++;
    return state.next < state.others.length ? AGAIN : state.end.run(vm, state.set, state.self);
  },
};

/** `key in set`; a set is looked for as the frozenset with its items, as CPython does. */
export function setKey(vm: Machine, key: Value): Value {
  if (!(key instanceof PySet) || key.type.lookup("__hash__") !== NONE) return key;
  const frozen = new PySet(frozenSetType);
  for (const item of key.keys) if (item !== undefined) insert(vm, frozen, item, 0);
  return frozen;
}

export function setHas(vm: Machine, set: PySet, key: Value): Result {
  return tableHas(vm, set, setKey(vm, key));
}
