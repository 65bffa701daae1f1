// Searching a deque for an item: in, index, count, remove.
import { indexErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { equals } from "../../protocol/compare.ts";
import { repr } from "../../protocol/conversion.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseNew, raiseValueError } from "../../protocol/raise.ts";
import { raiseMutated } from "./deque-iterator.ts";
import type { Deque } from "./deque-layout.ts";

/** Items compared in one step. */
const STRIDE = 1024;

/** What a search is for: static data. `found` ends it with a value, or lets it go on by answering undefined. */
export interface DequeSearch {
  found(state: SearchState): Value | undefined;
  end(vm: Machine, state: SearchState): Result;
  /** The deque changed while an item was compared. */
  changed(vm: Machine): undefined;
}

interface SearchState {
  readonly search: DequeSearch;
  readonly deque: Deque;
  readonly value: Value;
  readonly version: number;
  at: number;
  readonly limit: number;
  count: number;
  isComparing: boolean;
  /** The next input is the result. */
  isEnding: boolean;
}

/** Look for `value` at positions from `start` up to `limit`. */
export function searchDeque(
  vm: Machine,
  search: DequeSearch,
  deque: Deque,
  value: Value,
  start = 0,
  limit: number = deque.size,
): Result {
  const { version } = deque;
  return pushNative(vm, searchOp, {
    search,
    deque,
    value,
    version,
    at: start,
    limit,
    count: 0,
    isComparing: false,
    isEnding: false,
  });
}

const searchOp: NativeOp<SearchState> = {
  name: "deque search",
  step(vm, state, input) {
    if (state.isEnding) return input;
    const { search, deque, limit } = state;
    let answer: Result = input;
    for (let left = STRIDE; left > 0; left--) {
      if (!state.isComparing) {
        if (state.at >= limit) {
          state.isEnding = true;
          return search.end(vm, state);
        }
        state.isComparing = true;
        answer = equals(vm, deque.at(state.at), state.value);
        if (answer === undefined) return undefined;
      }
      state.isComparing = false;
      if (deque.version !== state.version) return search.changed(vm);
      const result = answer === true ? search.found(state) : undefined;
      if (result !== undefined) return result;
      state.at++;
    }
    return more(vm);
  },
};

const MISSING: Asking<Value> = {
  ask: repr,
  take: (vm, _value, text) => raiseValueError(vm, `${asString(text)} is not in deque`),
};

export const containsSearch: DequeSearch = {
  found: () => true,
  end: () => false,
  changed: raiseMutated,
};
export const countSearch: DequeSearch = {
  found(state) {
    state.count++;
    return undefined;
  },
  end: (_vm, state) => state.count,
  changed: raiseMutated,
};
export const indexSearch: DequeSearch = {
  found: (state) => state.at,
  end: (vm, state) => asking(vm, MISSING, state.value),
  changed: raiseMutated,
};
export const removeSearch: DequeSearch = {
  found({ deque, at }) {
    deque.removeAt(at);
    return NONE;
  },
  end: indexSearch.end,
  changed: (vm) => raiseNew(vm, indexErrorType, "deque mutated during iteration"),
};
