// operator.countOf and operator.indexOf: one pass over any iterable.
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { equals } from "../../protocol/compare.ts";
import { each, type EachAction, NEEDS_FRAME } from "../../protocol/each.ts";
import { special } from "../../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { isSame, structuralEquals } from "../../protocol/structural.ts";

interface Search {
  readonly value: Value;
  count: number;
  at: number;
}

function sameLeaf(item: Value, value: Value): boolean | undefined {
  return isSame(item, value) ? true : structuralEquals(item, value, 0);
}

const COUNT: Asking<{ readonly search: Search; readonly item: Value }> = {
  ask: (vm, { search, item }) => equals(vm, item, search.value),
  take(_vm, { search }, answer) {
    if (answer === true) search.count++;
    return NONE;
  },
};

const countEach: EachAction<Search> = {
  leaf(_vm, search, item) {
    const isEqual = sameLeaf(item, search.value);
    if (isEqual === undefined) return NEEDS_FRAME;
    if (isEqual) search.count++;
    return NONE;
  },
  item: (vm, search, item) => asking(vm, COUNT, { search, item }),
  end: (_vm, search) => search.count,
};

function search(vm: Machine, iterable: Value, action: EachAction<Search>, state: Search): Result {
  if (special(iterable, "__iter__") === undefined && special(iterable, "__getitem__") === undefined) {
    return raiseTypeError(vm, `argument of type '${typeOf(iterable).name}' is not iterable`);
  }
  return each(vm, iterable, action, state);
}

export function countOf(vm: Machine, iterable: Value, value: Value): Result {
  return search(vm, iterable, countEach, { value, count: 0, at: -1 });
}

const indexEach: EachAction<Search> = {
  leaf(_vm, search, item) {
    const isEqual = sameLeaf(item, search.value);
    if (isEqual === undefined) return NEEDS_FRAME;
    search.at++;
    return isEqual;
  },
  item(vm, search, item) {
    search.at++;
    return equals(vm, item, search.value);
  },
  stopAt: true,
  end: (vm, search, isStopped) => (isStopped ? search.at : raiseValueError(vm, "sequence.index(x): x not in sequence")),
};

export function indexOf(vm: Machine, iterable: Value, value: Value): Result {
  return search(vm, iterable, indexEach, { value, count: 0, at: -1 });
}
