// Searching list and tuple for an item: `in`, index, count, remove.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { PyList, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { searchBounds } from "../numeric/slice-range.ts";
import { equals } from "../protocol/compare.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { structuralEquals } from "../protocol/structural.ts";

/** Items compared in one step, and without a frame. */
const STRIDE = 2048;

/** What a search is for: static data. `found` may end it with a value, or let it go on by answering undefined. */
export interface Search {
  readonly name: string;
  found(vm: Machine, state: SearchState, at: number): Result;
  end(vm: Machine, state: SearchState): Result;
}

export interface SearchState {
  readonly search: Search;
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
  search: Search,
  holder: PyList | PyTuple,
  value: Value,
  start = 0,
  limit = Number.POSITIVE_INFINITY,
): Result {
  const state: SearchState = { search, holder, value, at: start, limit, count: 0, isComparing: false };
  const { items } = holder;
  const kind = typeof value;
  for (let left = STRIDE; left > 0; left--) {
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

const searchOp: NativeOp<SearchState> = {
  name: "search",
  step(vm, state, input) {
    const { search, holder, limit } = state;
    let answer: Result = input;
    for (let left = STRIDE; left > 0; left--) {
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

export const containsSearch: Search = {
  name: "in",
  found: () => true,
  end: () => false,
};
export const countSearch: Search = {
  name: "count",
  found(_vm, state) {
    state.count++;
    return undefined;
  },
  end: (_vm, state) => state.count,
};

/** The bounds of `index`, which may not be None; undefined after raising. */
export function indexBounds(
  vm: Machine,
  length: number,
  start: Value | undefined,
  stop: Value | undefined,
): readonly [start: number, stop: number] | undefined {
  if (start === NONE || stop === NONE) {
    return raiseTypeError(vm, "slice indices must be integers or have an __index__ method");
  }
  const [from, to] = searchBounds(length, start as number | undefined, stop as number | undefined);
  // With no end given the search goes on through items that are appended meanwhile.
  return [from, stop === undefined ? Number.POSITIVE_INFINITY : to];
}
