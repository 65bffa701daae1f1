// Searching list and tuple for an item: `in`, index, count, remove.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { PyList, PyTuple } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { searchBounds } from "../numeric/slice-range.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { sizeOf } from "../protocol/charge.ts";
import { equals } from "../protocol/compare.ts";
import { index } from "../protocol/conversion.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { asInt, special } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { structuralEquals } from "../protocol/structural.ts";

/** Items compared in one step, and without a frame. */
const STRIDE = 2048;

/** What a search is for: static data. `found` may end it with a value, or let it go on by answering undefined. */
export interface ItemSearch {
  found(vm: Machine, state: SearchState, at: number): Result;
  end(vm: Machine, state: SearchState): Result;
}

export interface SearchState {
  readonly search: ItemSearch;
  readonly holder: PyList | PyTuple;
  readonly value: Value;
  at: number;
  readonly limit: number;
  count: number;
  isComparing: boolean;
}

/** Look for `value` in the items from `start` up to `limit`; the list may change meanwhile. */
export function searchItems(
  vm: Machine,
  search: ItemSearch,
  holder: PyList | PyTuple,
  value: Value,
  start: number = 0,
  limit: number = Number.POSITIVE_INFINITY,
): Result {
  const state: SearchState = { search, holder, value, at: start, limit, count: 0, isComparing: false };
  const { items } = holder;
  const kind = typeof value;
  const each = workOf(value);
  for (let left = STRIDE; left > 0; left -= each) {
    const item = state.at < limit ? items[state.at] : undefined;
    if (item === undefined) return search.end(vm, state);
    let same: boolean | undefined;
    if (item === value) same = true;
    else same = kind !== "object" && typeof item === kind ? false : structuralEquals(item, value, 0);
    if (same === undefined) break;
    if (same) {
      const answer = search.found(vm, state, state.at);
      if (answer !== undefined) return answer;
    }
    state.at++;
  }
  return pushNative(vm, searchOp, state);
}

/** Comparing long texts or bytes is as much work as comparing many items. */
function workOf(value: Value): number {
  return 1 + (sizeOf(value) >> 8);
}

const searchOp: NativeOp<SearchState> = {
  name: "search",
  step(vm, state, input) {
    const { search, holder, limit } = state;
    const each = workOf(state.value);
    let answer: Result = input;
    for (let left = STRIDE; left > 0; left -= each) {
      if (!state.isComparing) {
        const item = state.at < limit ? holder.items[state.at] : undefined;
        if (item === undefined) return search.end(vm, state);
        state.isComparing = true;
        answer = equals(vm, item, state.value);
        if (answer === undefined) return undefined;
      }
      if (answer === true) {
        const result = search.found(vm, state, state.at);
        if (result !== undefined) return result;
      }
      state.isComparing = false;
      state.at++;
    }
    return more(vm);
  },
};

export const containsSearch: ItemSearch = {
  found: () => true,
  end: () => false,
};
export const countSearch: ItemSearch = {
  found(_vm, state) {
    state.count++;
    return undefined;
  },
  end: (_vm, state) => state.count,
};

/** `holder.index(value, start, stop)`: bounds are ints or have `__index__`, and may not be None. */
export function searchBetween(
  vm: Machine,
  search: ItemSearch,
  holder: PyList | PyTuple,
  value: Value,
  start: Value | undefined,
  stop: Value | undefined,
): Result {
  if (start === undefined) return searchItems(vm, search, holder, value);
  const from = asInt(start);
  const to = stop === undefined ? undefined : asInt(stop);
  if (from === undefined || (to === undefined && stop !== undefined)) {
    return asking(vm, boundsAsking, {
      search,
      holder,
      value,
      bounds: stop === undefined ? [start] : [start, stop],
      next: 0,
    });
  }
  const [first, limit] = searchBounds(holder.items.length, from, to);
  // With no end given the search goes on through items that are appended meanwhile.
  return searchItems(vm, search, holder, value, first, to === undefined ? undefined : limit);
}

interface Bounds {
  readonly search: ItemSearch;
  readonly holder: PyList | PyTuple;
  readonly value: Value;
  readonly bounds: Value[];
  next: number;
}

const boundsAsking: Asking<Bounds> = {
  ask(vm, { bounds, next }) {
    const bound = bounds[next] as Value;
    if (asInt(bound) !== undefined || special(bound, "__index__") !== undefined) return index(vm, bound);
    return raiseTypeError(vm, "slice indices must be integers or have an __index__ method");
  },
  take(vm, state, answer): Result | typeof AGAIN {
    const { search, holder, value, bounds } = state;
    bounds[state.next++] = answer;
    if (state.next < bounds.length) return AGAIN;
    return searchBetween(vm, search, holder, value, bounds[0], bounds[1]);
  },
};
