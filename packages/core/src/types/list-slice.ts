// Subscripts of lists: reading, assigning and deleting items and slices.
import { allocate, charge, ITEM_BYTES } from "../protocol/charge.ts";
import type { Machine } from "../objects/machine.ts";
import { newList } from "../objects/make.ts";
import { PyList, PySlice } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { special } from "../protocol/lookup.ts";
import { sliceItems } from "../protocol/plain-item.ts";
import { raiseMemoryError, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { type SliceAction, type SliceRange, withSlice } from "../protocol/slice.ts";
import { takeOut } from "../protocol/item-shift.ts";
import { checkedPosition, type IndexAction, withIndex } from "./sequence-index.ts";

/** Up to this many items are put in the place of as many one by one. */
const FEW = 100;

interface Assignment {
  readonly list: PyList;
  readonly value: Value;
}
interface Replacement {
  readonly list: PyList;
  readonly range: SliceRange;
}

/** `list[key]`. */
export function getListItem(vm: Machine, list: PyList, key: Value): Result {
  if (key instanceof PySlice) return withSlice(vm, key, list.items.length, getSliceAction, list);
  return withIndex(vm, key, getAction, list);
}

const getAction: IndexAction<PyList> = {
  noun: "list",
  run(vm, list, at, key) {
    const position = checkedPosition(vm, at, key, list.items.length, "list index out of range");
    return position < 0 ? undefined : list.items[position];
  },
};

const getSliceAction: SliceAction<PyList> = {
  length: (list) => list.items.length,
  run: (vm, range, list) => newList(sliceItems(vm, list.items, range)),
};

/** `list[key] = value`. */
export function setListItem(vm: Machine, list: PyList, key: Value, value: Value): Result {
  if (key instanceof PySlice) return withSlice(vm, key, list.items.length, setSliceAction, { list, value });
  return withIndex(vm, key, setAction, { list, value });
}

const setAction: IndexAction<Assignment> = {
  noun: "list",
  run(vm, { list, value }, at, key) {
    const position = checkedPosition(vm, at, key, list.items.length, "list assignment index out of range");
    if (position < 0) return undefined;
    list.items[position] = value;
    return NONE;
  },
};

const setSliceAction: SliceAction<Assignment> = {
  length: ({ list }) => list.items.length,
  run(vm, range, { list, value }) {
    if (value instanceof PyList) return collect(vm, value, replaceThen, { list, range });
    if (special(value, "__iter__") === undefined && special(value, "__getitem__") === undefined) {
      return raiseTypeError(vm, "must assign iterable to extended slice");
    }
    return collect(vm, value, replaceThen, { list, range });
  },
};

const replaceThen: CollectThen<Replacement> = {
  hints: "iterator",
  run(vm, values, { list, range }) {
    const { items } = list;
    if (range.step === 1) {
      // Gathering the values may have run Python that shortened the list.
      const start = Math.min(range.start, items.length);
      return splice(vm, list, start, Math.min(range.count, items.length - start), values);
    }
    const { start, step, count } = range;
    if (values.length !== count) {
      const sizes = `sequence of size ${values.length} to extended slice of size ${count}`;
      return raiseValueError(vm, `attempt to assign ${sizes}`);
    }
    const source = values === items ? values.slice() : values;
    for (let i = 0, at = start; i < count; i++, at += step) if (at < items.length) items[at] = source[i] as Value;
    return NONE;
  },
};

/** Put `values` in the place of `count` items. */
function splice(vm: Machine, list: PyList, start: number, count: number, values: readonly Value[]): Result {
  const { items } = list;
  charge(vm, items.length - start);
  if (items.length - count + values.length > vm.limits.length) return raiseMemoryError(vm);
  allocate(vm, values.length, ITEM_BYTES);
  if (values.length === count && count <= FEW) for (let i = 0; i < count; i++) items[start + i] = values[i] as Value;
  else if (values.length < 1000) items.splice(start, count, ...values);
  else list.items = items.slice(0, start).concat(values, items.slice(start + count));
  return NONE;
}

/** `del list[key]`. */
export function deleteListItem(vm: Machine, list: PyList, key: Value): Result {
  if (key instanceof PySlice) return withSlice(vm, key, list.items.length, deleteSliceAction, list);
  return withIndex(vm, key, deleteAction, list);
}

const deleteAction: IndexAction<PyList> = {
  noun: "list",
  run(vm, list, at, key) {
    const position = checkedPosition(vm, at, key, list.items.length, "list assignment index out of range");
    if (position < 0) return undefined;
    takeOut(vm, list.items, position);
    return NONE;
  },
};

const deleteSliceAction: SliceAction<PyList> = {
  length: (list) => list.items.length,
  run(vm, { start, step, count }, list) {
    const { items } = list;
    charge(vm, items.length);
    if (count === 0) return NONE;
    if (step === 1) {
      items.splice(start, count);
      return NONE;
    }
    // Walk forwards whatever the direction of the slice.
    const stride = Math.abs(step);
    let victim = step > 0 ? start : start + (count - 1) * step;
    let left = count;
    let to = victim;
    for (let from = victim; from < items.length; from++) {
      if (left > 0 && from === victim) {
        victim += stride;
        left--;
      } else items[to++] = items[from] as Value;
    }
    items.length = to;
    return NONE;
  },
};
