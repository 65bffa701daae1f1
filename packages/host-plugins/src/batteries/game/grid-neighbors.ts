// What depends on the cells around a cell: counts of neighbours, and areas that hang together.
import {
  AGAIN,
  allocate,
  type Asking,
  asking,
  type Machine,
  newTuple,
  raiseValueError,
  type Result,
  type Value,
} from "@krait/core/extend";
import { addCell, Grid, type GridLike, mayBe, sizeOf } from "./grid-layouts.ts";
import { type Finding, searched } from "./grid-searching.ts";

type Offset = readonly [x: number, y: number];

const VON_NEUMANN: readonly Offset[] = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
];
const MOORE: readonly Offset[] = [...VON_NEUMANN, [-1, -1], [1, -1], [-1, 1], [1, 1]];

/** The offsets of a neighbourhood by its name; undefined after raising. */
export function needNeighborhood(vm: Machine, name: Value): readonly Offset[] | undefined {
  if (name === "Moore") return MOORE;
  if (name === "von Neumann") return VON_NEUMANN;
  return raiseValueError(vm, "neighborhood must be 'Moore' or 'von Neumann'");
}

/** Cells by number: 1 for those that are equal to the value. */
interface Marked {
  readonly width: number;
  readonly height: number;
  readonly marks: Uint8Array;
  readonly offsets: readonly Offset[];
}

function mark({ marks }: Marked, at: number): undefined {
  marks[at] = 1;
}

/** The numbers of the cells around one. */
function around({ width, height, offsets }: Marked, at: number): number[] {
  const x = at % width;
  const y = (at - x) / width;
  const near: number[] = [];
  for (const [right, down] of offsets) {
    const isInside = x + right >= 0 && x + right < width && y + down >= 0 && y + down < height;
    if (isInside) near.push(at + down * width + right);
  }
  return near;
}

function newMarked(vm: Machine, grid: GridLike, offsets: readonly Offset[]): Marked | undefined {
  const { width, height } = grid;
  if (!mayBe(vm, width, height)) return undefined;
  // The marks, and labels where there are any.
  allocate(vm, sizeOf(grid), 5);
  return { width, height, marks: new Uint8Array(width * height), offsets };
}

// ---- counts ----------------------------------------------------------------------------------------------------------

interface NeighborCounts extends Marked {
  readonly cells: Value[];
}

const COUNTING: Asking<NeighborCounts> = {
  ask: (_vm, state) => around(state, state.cells.length).reduce((sum, near) => sum + (state.marks[near] as number), 0),
  take(vm, { width, height, cells }, answer): Result | typeof AGAIN {
    addCell(vm, cells, answer);
    return cells.length < width * height ? AGAIN : new Grid(width, height, cells);
  },
};

const COUNTED: Finding<Marked> = {
  found: mark,
  end: (vm, marked) => asking(vm, COUNTING, { ...marked, cells: [] }),
};

/** For each cell, how many around it are equal to a value. */
export function neighborsCounted(vm: Machine, grid: GridLike, value: Value, offsets: readonly Offset[]): Result {
  const marked = newMarked(vm, grid, offsets);
  return marked === undefined ? undefined : searched(vm, grid, value, COUNTED, marked);
}

// ---- connected components --------------------------------------------------------------------------------------------

interface Components extends Marked {
  /** The number of each cell's component, 0 for none; and as the cells of the grid that is the answer. */
  readonly labels: Uint32Array;
  readonly cells: Value[];
  /** Cells of the component that is being explored, whose neighbours were not looked at yet. */
  readonly open: number[];
  count: number;
  /** Where to look for the next component. */
  at: number;
}

/** Cells that are looked at in one round. */
const STRIDE = 8;

/** Look at a few cells; whether that was all. */
function explore(state: Components): boolean {
  const { marks, open, width, height } = state;
  for (let left = STRIDE; left > 0; left--) {
    const next = open.pop();
    if (next !== undefined) {
      for (const near of around(state, next)) join(state, near);
      continue;
    }
    if (state.at === width * height) return true;
    if (marks[state.at] === 1) {
      state.count++;
      join(state, state.at);
    }
    state.at++;
  }
  return false;
}

/** Make a cell that has a mark, and no component, a part of the present one. */
function join({ marks, labels, open, count }: Components, at: number): void {
  if (marks[at] !== 1) return;
  marks[at] = 2;
  labels[at] = count;
  open.push(at);
}

/** Take over a few labels as cells; whether those were the last. */
function takeLabels(vm: Machine, { labels, cells }: Components): boolean {
  const end = Math.min(labels.length, cells.length + STRIDE * STRIDE);
  for (let at = cells.length; at < end; at++) addCell(vm, cells, labels[at] as number);
  return end === labels.length;
}

const EXPLORING: Asking<Components> = {
  ask: (vm, state) => explore(state) && takeLabels(vm, state),
  take(_vm, { width, height, cells, count }, isOver): Result | typeof AGAIN {
    return isOver === true ? newTuple([new Grid(width, height, cells), count]) : AGAIN;
  },
};

const CONNECTED: Finding<Marked> = {
  found: mark,
  end(vm, marked) {
    const labels = new Uint32Array(marked.width * marked.height);
    return asking(vm, EXPLORING, { ...marked, labels, cells: [], open: [], count: 0, at: 0 });
  },
};

/** The areas of cells that are equal to a value, each with a number from 1 on, and how many there are. */
export function componentsOf(vm: Machine, grid: GridLike, value: Value, offsets: readonly Offset[]): Result {
  const marked = newMarked(vm, grid, offsets);
  return marked === undefined ? undefined : searched(vm, grid, value, CONNECTED, marked);
}
