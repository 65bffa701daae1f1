// `grid[key]` and `grid[key] = value`: keys are positions, slices, and masks.
import {
  asInt,
  type Machine,
  NONE,
  PySlice,
  PyTuple,
  raiseIndexError,
  raiseTypeError,
  raiseValueError,
  type Result,
  type Value,
} from "@krait/core/extend";
import { haveSameSize } from "./grid-computing.ts";
import { type GridLike, isGridLike, isValid, readCell, viewOf, writeCell } from "./grid-layouts.ts";
import { selected, written } from "./grid-searching.ts";
import { Vec2i } from "./vector-layouts.ts";

type Place = readonly [x: number, y: number];

/** The position that a key is; null for a key of another kind, undefined after raising. */
function placeOf(vm: Machine, grid: GridLike, key: Value): Place | null | undefined {
  const place = key instanceof Vec2i ? ([key.x, key.y] as const) : pairOf(key);
  if (place === null) return null;
  const [x, y] = place;
  if (isValid(grid, x, y)) return place;
  return raiseIndexError(
    vm,
    `(${x}, ${y}) is not a valid index of ${grid.type.qualifiedName}(${grid.width}, ${grid.height})`,
  );
}

function pairOf(key: Value): Place | null {
  if (!(key instanceof PyTuple) || key.items.length !== 2) return null;
  const x = asInt(key.items[0]);
  const y = asInt(key.items[1]);
  return x === undefined || y === undefined ? null : [Number(x), Number(y)];
}

/** From where to where a slice or an int goes, along a side of that length. */
function spanOf(vm: Machine, key: Value, length: number): readonly [start: number, end: number] | undefined {
  const at = asInt(key);
  if (at !== undefined) {
    return at >= 0 && at < length ? [Number(at), Number(at) + 1] : raiseIndexError(vm, "grid index out of range");
  }
  if (!(key instanceof PySlice)) return raiseTypeError(vm, WRONG_KEY);
  if (key.step !== NONE && asInt(key.step) !== 1) return raiseValueError(vm, "slice step must be 1");
  const start = boundOf(vm, key.start, 0, length);
  if (start === undefined) return undefined;
  const end = boundOf(vm, key.stop, length, length);
  if (end === undefined) return undefined;
  return end > start ? [start, end] : raiseValueError(vm, "slice width and height must be positive");
}

const WRONG_KEY = "grid indices must be a vec2i, two ints or slices, or a grid of bools";

function boundOf(vm: Machine, part: Value, fallback: number, length: number): number | undefined {
  if (part === NONE) return fallback;
  const at = asInt(part);
  if (at === undefined) return raiseTypeError(vm, "slice indices must be integers or None");
  const bound = Number(at);
  return Math.min(length, Math.max(0, bound < 0 ? bound + length : bound));
}

/** The part of a grid that two slices, or a slice and an int, select; undefined after raising. */
function partOf(vm: Machine, grid: GridLike, key: Value): GridLike | undefined {
  if (!(key instanceof PyTuple) || key.items.length !== 2) return raiseTypeError(vm, WRONG_KEY);
  const across = spanOf(vm, key.items[0] as Value, grid.width);
  if (across === undefined) return undefined;
  const down = spanOf(vm, key.items[1] as Value, grid.height);
  if (down === undefined) return undefined;
  return viewOf(grid, across[0], down[0], across[1] - across[0], down[1] - down[0]);
}

/** `grid[key]`: a cell, a view, or a list of what a mask selects. */
export function getGridItem(vm: Machine, grid: GridLike, key: Value): Result {
  const place = placeOf(vm, grid, key);
  if (place === undefined) return undefined;
  if (place !== null) return readCell(grid, place[0], place[1]);
  if (isGridLike(key)) return haveSameSize(vm, grid, key) ? selected(vm, grid, key) : undefined;
  return partOf(vm, grid, key);
}

/** `grid[key] = value`: of a cell, or of each that slices or a mask select; a grid is written cell by cell. */
export function setGridItem(vm: Machine, grid: GridLike, key: Value, value: Value): Result {
  const place = placeOf(vm, grid, key);
  if (place === undefined) return undefined;
  if (place !== null) return writeCell(vm, grid, place[0], place[1], value);
  if (isGridLike(key)) return haveSameSize(vm, grid, key) ? written(vm, grid, key, value) : undefined;
  const part = partOf(vm, grid, key);
  if (part === undefined) return undefined;
  return isGridLike(value) && !haveSameSize(vm, part, value) ? undefined : written(vm, part, null, value);
}
