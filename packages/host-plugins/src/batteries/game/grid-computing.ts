// New grids out of the cells of others, one cell after the other: operators, map, zip_with, copies.
import {
  AGAIN,
  arithmetic,
  type Asking,
  asking,
  type BinaryKind,
  call,
  type CompareKind,
  compare,
  type Machine,
  newList,
  NONE,
  raiseValueError,
  type Result,
  UnaryKind,
  unary,
  type Value,
} from "@krait/core/extend";
import { addCell, cellAt, Grid, type GridLike, isGridLike, mayBe, sizeOf, writeAt } from "./grid-layouts.ts";
import { Vec2i } from "./vector-layouts.ts";

/** What becomes of a cell: static data. `other` is the cell of the other grid, or the operand that every cell has. */
interface Computation {
  compute(vm: Machine, cell: Value, other: Value, extra: Value): Result;
}

interface Computing {
  readonly computation: Computation;
  readonly grid: GridLike;
  /** A grid of the same size, or what is the same for each cell. */
  readonly other: Value;
  readonly extra: Value;
  readonly cells: Value[];
}

const COMPUTING: Asking<Computing> = {
  ask(vm, { computation, grid, other, extra, cells }) {
    const at = cells.length;
    return computation.compute(vm, cellAt(grid, at), isGridLike(other) ? cellAt(other, at) : other, extra);
  },
  take(vm, { grid, cells }, answer): Result | typeof AGAIN {
    addCell(vm, cells, answer);
    return cells.length < sizeOf(grid) ? AGAIN : new Grid(grid.width, grid.height, cells);
  },
};

/** A grid of what is computed of each cell. ValueError where `other` is a grid of another size. */
function computed(vm: Machine, computation: Computation, grid: GridLike, other: Value, extra: Value = NONE): Result {
  if (isGridLike(other) && !haveSameSize(vm, grid, other)) return undefined;
  if (!mayBe(vm, grid.width, grid.height)) return undefined;
  return asking(vm, COMPUTING, { computation, grid, other, extra, cells: [] });
}

/** Whether two grids have the same size; false after raising ValueError. */
export function haveSameSize(vm: Machine, a: GridLike, b: GridLike): boolean {
  if (a.width === b.width && a.height === b.height) return true;
  raiseValueError(vm, `shapes do not match: (${a.width}, ${a.height}) and (${b.width}, ${b.height})`);
  return false;
}

// ---- the computations ------------------------------------------------------------------------------------------------

type Operation = (vm: Machine, grid: GridLike, other: Value) => Result;

/** `grid <kind> other`, cell by cell. */
export function gridArithmetic(kind: BinaryKind): Operation {
  const computation: Computation = { compute: (vm, cell, other) => arithmetic(vm, kind, cell, other) };
  return (vm, grid, other) => computed(vm, computation, grid, other);
}

/** `other <kind> grid`. */
export function reflectedArithmetic(kind: BinaryKind): Operation {
  const computation: Computation = { compute: (vm, cell, other) => arithmetic(vm, kind, other, cell) };
  return (vm, grid, other) => computed(vm, computation, grid, other);
}

export function gridComparison(kind: CompareKind): Operation {
  const computation: Computation = { compute: (vm, cell, other) => compare(vm, kind, cell, other) };
  return (vm, grid, other) => computed(vm, computation, grid, other);
}

const INVERSION: Computation = {
  // `~True` is a number, and of no use in a grid of truths.
  compute: (vm, cell) => (typeof cell === "boolean" ? !cell : unary(vm, UnaryKind.Invert, cell)),
};
const NEGATION: Computation = { compute: (vm, cell) => unary(vm, UnaryKind.Negate, cell) };
const MAPPING: Computation = { compute: (vm, cell, _other, f) => call(vm, f, [cell]) };
const ZIPPING: Computation = { compute: (vm, cell, other, f) => call(vm, f, [cell, other]) };
const COPYING: Computation = { compute: (_vm, cell) => cell };

export function inverted(vm: Machine, grid: GridLike): Result {
  return computed(vm, INVERSION, grid, NONE);
}

export function negated(vm: Machine, grid: GridLike): Result {
  return computed(vm, NEGATION, grid, NONE);
}

export function mapped(vm: Machine, grid: GridLike, f: Value): Result {
  return computed(vm, MAPPING, grid, NONE, f);
}

export function zipped(vm: Machine, grid: GridLike, other: GridLike, f: Value): Result {
  return computed(vm, ZIPPING, grid, other, f);
}

export function copied(vm: Machine, grid: GridLike): Result {
  return computed(vm, COPYING, grid, NONE);
}

// ---- other ways through all cells ------------------------------------------------------------------------------------

interface Applying {
  readonly grid: GridLike;
  readonly f: Value;
  at: number;
  /** The answer that is to be written; undefined while there is none. */
  answer: Value | undefined;
}

const APPLYING: Asking<Applying> = {
  ask(vm, { grid, f, at, answer }) {
    return answer === undefined ? call(vm, f, [cellAt(grid, at)]) : writeAt(vm, grid, at, answer);
  },
  take(_vm, state, answer): Result | typeof AGAIN {
    if (state.answer === undefined) {
      state.answer = answer;
      return AGAIN;
    }
    state.answer = undefined;
    return ++state.at < sizeOf(state.grid) ? AGAIN : NONE;
  },
};

/** Put what a function makes of each cell in its place. */
export function applied(vm: Machine, grid: GridLike, f: Value): Result {
  return asking(vm, APPLYING, { grid, f, at: 0, answer: undefined });
}

interface Filling {
  readonly width: number;
  readonly height: number;
  /** A function of the position, or what each cell is; see `isMade`. */
  readonly value: Value;
  readonly isMade: boolean;
  readonly cells: Value[];
}

/** Cells that are filled in one round with what is the same for each. */
const BLOCK = 32;

const FILLING: Asking<Filling> = {
  ask(vm, { width, height, value, isMade, cells }) {
    const at = cells.length;
    if (isMade) return call(vm, value, [new Vec2i(at % width, Math.floor(at / width))]);
    // The last cell is for `take`.
    for (let left = Math.min(BLOCK, width * height - at) - 1; left > 0; left--) addCell(vm, cells, value);
    return value;
  },
  take(vm, { width, height, cells }, answer): Result | typeof AGAIN {
    addCell(vm, cells, answer);
    return cells.length < width * height ? AGAIN : new Grid(width, height, cells);
  },
};

/** A new grid of one value, or of what a function makes of each position. */
export function filled(vm: Machine, width: number, height: number, value: Value, isMade: boolean): Result {
  if (!mayBe(vm, width, height)) return undefined;
  return asking(vm, FILLING, { width, height, value, isMade, cells: [] });
}

interface Gathering {
  readonly width: number;
  readonly rows: readonly (readonly Value[])[];
  readonly cells: Value[];
}

const GATHERING: Asking<Gathering> = {
  ask(_vm, { width, rows, cells }) {
    const x = cells.length % width;
    return rows[(cells.length - x) / width]?.[x] ?? NONE;
  },
  take(vm, { width, rows, cells }, answer): Result | typeof AGAIN {
    addCell(vm, cells, answer);
    return cells.length < width * rows.length ? AGAIN : new Grid(width, rows.length, cells);
  },
};

/** A new grid of rows of the same length. */
export function gathered(vm: Machine, rows: readonly (readonly Value[])[], width: number): Result {
  if (!mayBe(vm, width, rows.length)) return undefined;
  return asking(vm, GATHERING, { width, rows, cells: [] });
}

interface Listing {
  readonly grid: GridLike;
  readonly rows: Value[];
  row: Value[];
}

const LISTING: Asking<Listing> = {
  ask: (_vm, { grid, rows, row }) => cellAt(grid, rows.length * grid.width + row.length),
  take(vm, state, cell): Result | typeof AGAIN {
    const { grid, rows, row } = state;
    addCell(vm, row, cell);
    if (row.length < grid.width) return AGAIN;
    rows.push(newList(row));
    state.row = [];
    return rows.length < grid.height ? AGAIN : newList(rows);
  },
};

/** A list of a list for each row. */
export function listed(vm: Machine, grid: GridLike): Result {
  if (!mayBe(vm, grid.width, grid.height)) return undefined;
  return asking(vm, LISTING, { grid, rows: [], row: [] });
}
