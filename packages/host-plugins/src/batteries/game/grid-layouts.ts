// The grids: their types, what each holds, and how a cell is read and written.
import {
  allocate,
  ITEM_BYTES,
  type Machine,
  moduleType,
  NONE,
  objectType,
  PyObject,
  type PyType,
  raiseMemoryError,
  type Result,
  type Value,
} from "@krait/core/extend";
import { type Chunks, readWorld, writeWorld } from "./chunk-layout.ts";

export const gridLikeType: PyType = moduleType("game", "array2d_like", { bases: [objectType], isBase: false });
export const gridType: PyType = moduleType("game", "array2d", { bases: [gridLikeType], isBase: false });
export const viewType: PyType = moduleType("game", "array2d_view", { bases: [gridLikeType], isBase: false });

/** A rectangle of cells, of its own or of another grid. No side is 0. */
export type GridLike = Grid | View;

/** Its cells are its own, row by row. */
export class Grid extends PyObject {
  readonly width: number;
  readonly height: number;
  readonly cells: Value[];

  constructor(width: number, height: number, cells: Value[]) {
    super(gridType);
    this.width = width;
    this.height = height;
    this.cells = cells;
  }
}

/** Its cells are those of a grid or of chunks, from (left, top) on. */
export class View extends PyObject {
  readonly width: number;
  readonly height: number;
  readonly source: Grid | Chunks;
  readonly left: number;
  readonly top: number;

  constructor(source: Grid | Chunks, left: number, top: number, width: number, height: number) {
    super(viewType);
    this.width = width;
    this.height = height;
    this.source = source;
    this.left = left;
    this.top = top;
  }
}

export function isGridLike(value: unknown): value is GridLike {
  return value instanceof Grid || value instanceof View;
}

export function isValid({ width, height }: GridLike, x: number, y: number): boolean {
  return x >= 0 && x < width && y >= 0 && y < height;
}

/** The cell at a valid place. */
export function readCell(grid: GridLike, x: number, y: number): Value {
  if (grid instanceof Grid) return grid.cells[y * grid.width + x] as Value;
  const { source, left, top } = grid;
  if (source instanceof Grid) return source.cells[(top + y) * source.width + left + x] as Value;
  return readWorld(source, left + x, top + y);
}

/** The cell at a number, counting row by row. */
export function cellAt(grid: GridLike, at: number): Value {
  if (grid instanceof Grid) return grid.cells[at] as Value;
  const x = at % grid.width;
  return readCell(grid, x, (at - x) / grid.width);
}

/** Put a value at a valid place. Answers None, or undefined after raising or pushing a frame: a chunk may have to be made. */
export function writeCell(vm: Machine, grid: GridLike, x: number, y: number, value: Value): Result {
  if (grid instanceof Grid) {
    grid.cells[y * grid.width + x] = value;
    return NONE;
  }
  const { source, left, top } = grid;
  if (!(source instanceof Grid)) return writeWorld(vm, source, left + x, top + y, value);
  source.cells[(top + y) * source.width + left + x] = value;
  return NONE;
}

/** The same by number. */
export function writeAt(vm: Machine, grid: GridLike, at: number, value: Value): Result {
  const x = at % grid.width;
  return writeCell(vm, grid, x, (at - x) / grid.width, value);
}

/** Add a cell to those of a grid that is being made; counted as it grows, so that a limit of memory holds meanwhile. */
export function addCell(vm: Machine, cells: Value[], cell: Value): void {
  allocate(vm, 1, ITEM_BYTES);
  cells.push(cell);
}

/** Whether a grid of that size may be; false after raising MemoryError. */
export function mayBe(vm: Machine, width: number, height: number): boolean {
  if (width * height <= vm.limits.length) return true;
  raiseMemoryError(vm);
  return false;
}

export function sizeOf({ width, height }: GridLike): number {
  return width * height;
}

/** A view of a part of a grid: of what that is a view of, where it is one. */
export function viewOf(grid: GridLike, left: number, top: number, width: number, height: number): View {
  if (grid instanceof Grid) return new View(grid, left, top, width, height);
  return new View(grid.source, grid.left + left, grid.top + top, width, height);
}
