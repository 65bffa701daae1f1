// What is asked of each cell of a grid: whether it is true, equal to a value, or marked by a mask.
import {
  AGAIN,
  type Asking,
  asking,
  asString,
  equals,
  type Machine,
  newList,
  NONE,
  newTuple,
  raiseMemoryError,
  raiseValueError,
  type Result,
  str,
  truth,
  type Value,
} from "@krait/core/extend";
import { addCell, cellAt, type GridLike, isGridLike, sizeOf, writeAt } from "./grid-layouts.ts";
import { Vec2i } from "./vector-layouts.ts";

interface Judging {
  readonly grid: GridLike;
  /** The truth of a cell that decides. */
  readonly decisive: boolean;
  at: number;
}

const JUDGING: Asking<Judging> = {
  ask: (vm, { grid, at }) => truth(vm, cellAt(grid, at)),
  take(_vm, state, answer): Result | typeof AGAIN {
    if (answer === state.decisive) return state.decisive;
    return ++state.at < sizeOf(state.grid) ? AGAIN : !state.decisive;
  },
};

/** Whether all cells are true (`decisive` is false), or any (`decisive` is true). */
export function judged(vm: Machine, grid: GridLike, decisive: boolean): Result {
  return asking(vm, JUDGING, { grid, decisive, at: 0 });
}

/** What becomes of the numbers of the cells that are equal to a value: static data. */
export interface Finding<S> {
  /** A cell is equal. What it answers ends the search; undefined: it goes on. */
  found(state: S, at: number): Value | undefined;
  /** All cells were looked at. */
  end(vm: Machine, state: S): Result;
}

interface Searching {
  readonly finding: Finding<unknown>;
  readonly state: unknown;
  readonly grid: GridLike;
  readonly value: Value;
  at: number;
}

const SEARCHING: Asking<Searching> = {
  ask: (vm, { grid, value, at }) => equals(vm, cellAt(grid, at), value),
  take(vm, search, answer): Result | typeof AGAIN {
    const { finding, state, grid } = search;
    const result = answer === true ? finding.found(state, search.at) : undefined;
    if (result !== undefined) return result;
    return ++search.at < sizeOf(grid) ? AGAIN : finding.end(vm, state);
  },
};

/** Look for the cells that are equal to a value. */
export function searched<S>(vm: Machine, grid: GridLike, value: Value, finding: Finding<S>, state: S): Result {
  return asking(vm, SEARCHING, { finding: finding as Finding<unknown>, state, grid, value, at: 0 });
}

const COUNTING: Finding<{ count: number }> = {
  found(state) {
    state.count++;
    return undefined;
  },
  end: (_vm, { count }) => count,
};

export function counted(vm: Machine, grid: GridLike, value: Value): Result {
  return searched(vm, grid, value, COUNTING, { count: 0 });
}

const PLACING: Finding<{ readonly width: number }> = {
  found: ({ width }, at) => new Vec2i(at % width, Math.floor(at / width)),
  end: (vm) => raiseValueError(vm, "value not found"),
};

/** The position of the first cell that is equal to a value. */
export function placed(vm: Machine, grid: GridLike, value: Value): Result {
  return searched(vm, grid, value, PLACING, { width: grid.width });
}

interface Bounds {
  readonly width: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const BOUNDING: Finding<Bounds> = {
  found(bounds, at) {
    const x = at % bounds.width;
    const y = (at - x) / bounds.width;
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
    return undefined;
  },
  end(vm, { left, top, right, bottom }) {
    if (right < 0) return raiseValueError(vm, "value not found");
    return newTuple([left, top, right - left + 1, bottom - top + 1]);
  },
};

/** The least rectangle around all cells that are equal to a value. */
export function bounded(vm: Machine, grid: GridLike, value: Value): Result {
  const { width, height } = grid;
  return searched(vm, grid, value, BOUNDING, { width, left: width, top: height, right: -1, bottom: -1 });
}

// ---- masks -----------------------------------------------------------------------------------------------------------

interface Selecting {
  readonly grid: GridLike;
  readonly mask: GridLike;
  readonly selected: Value[];
  at: number;
}

const SELECTING: Asking<Selecting> = {
  ask: (vm, { mask, at }) => truth(vm, cellAt(mask, at)),
  take(vm, state, answer): Result | typeof AGAIN {
    if (answer === true) addCell(vm, state.selected, cellAt(state.grid, state.at));
    return ++state.at < sizeOf(state.grid) ? AGAIN : newList(state.selected);
  },
};

/** The cells where the mask, of the same size, is true. */
export function selected(vm: Machine, grid: GridLike, mask: GridLike): Result {
  return asking(vm, SELECTING, { grid, mask, selected: [], at: 0 });
}

interface Writing {
  readonly grid: GridLike;
  /** Where to write; null: everywhere. */
  readonly mask: GridLike | null;
  /** A grid of the same size, or what is written in each place. */
  readonly value: Value;
  at: number;
  isWanted: boolean;
}

const WRITING: Asking<Writing> = {
  ask(vm, { grid, mask, value, at, isWanted }) {
    if (!isWanted) return truth(vm, cellAt(mask as GridLike, at));
    return writeAt(vm, grid, at, isGridLike(value) ? cellAt(value, at) : value);
  },
  take(_vm, state, answer): Result | typeof AGAIN {
    const { grid, mask } = state;
    if (!state.isWanted && answer === true) {
      state.isWanted = true;
      return AGAIN;
    }
    state.isWanted = mask === null;
    return ++state.at < sizeOf(grid) ? AGAIN : NONE;
  },
};

/** Write a value, or the cells of a grid of the same size, everywhere or where the mask is true. */
export function written(vm: Machine, grid: GridLike, mask: GridLike | null, value: Value): Result {
  return asking(vm, WRITING, { grid, mask, value, at: 0, isWanted: mask === null });
}

// ---- text ------------------------------------------------------------------------------------------------------------

interface Rendering {
  readonly grid: GridLike;
  at: number;
  text: string;
}

const RENDERING: Asking<Rendering> = {
  ask: (vm, { grid, at }) => str(vm, cellAt(grid, at)),
  take(vm, state, answer): Result | typeof AGAIN {
    const { grid } = state;
    const text = asString(answer) ?? "";
    state.text += state.at > 0 && state.at % grid.width === 0 ? `\n${text}` : text;
    if (state.text.length > vm.limits.length) return raiseMemoryError(vm);
    vm.joined += text.length;
    return ++state.at < sizeOf(grid) ? AGAIN : state.text;
  },
};

/** The texts of the cells, a line for each row. */
export function rendered(vm: Machine, grid: GridLike): Result {
  return asking(vm, RENDERING, { grid, at: 0, text: "" });
}
