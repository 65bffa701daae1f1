// Convolution of grids of ints with a small square grid of weights.
import {
  AGAIN,
  arithmetic,
  asInt,
  type Asking,
  asking,
  BinaryKind,
  type Machine,
  raiseTypeError,
  raiseValueError,
  type Result,
  typeOf,
  type Value,
} from "@krait/core/extend";
import { addCell, Grid, type GridLike, isValid, mayBe, readCell, sizeOf } from "./grid-layouts.ts";

type Int = number | bigint;

interface Convolving {
  readonly grid: GridLike;
  readonly kernel: GridLike;
  /** Stands for the cells outside the grid. */
  readonly padding: Int;
  readonly cells: Value[];
  /** Weights that were taken for the present cell, and their sum. */
  taken: number;
  sum: Int;
}

/** Weights that are taken in one round. */
const STRIDE = 16;

/** An int of a grid; undefined after raising. */
function wholeCell(vm: Machine, grid: GridLike, x: number, y: number): Int | undefined {
  const cell = readCell(grid, x, y);
  return asInt(cell) ?? raiseTypeError(vm, `convolve() needs grids of ints, not of ${typeOf(cell).name}`);
}

/** `sum + a * b`; undefined after raising. */
function addProduct(vm: Machine, sum: Int, a: Int, b: Int): Int | undefined {
  if (typeof sum === "number" && typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(sum + product)) return sum + product;
  }
  const product = arithmetic(vm, BinaryKind.Multiply, a, b);
  return product === undefined ? undefined : (arithmetic(vm, BinaryKind.Add, sum, product) as Int | undefined);
}

/** Take a few weights; whether they were the last of the present cell, undefined after raising. */
function takeWeights(vm: Machine, state: Convolving): boolean | undefined {
  const { grid, kernel, padding, cells } = state;
  const size = kernel.width;
  const half = (size - 1) / 2;
  const left = (cells.length % grid.width) - half;
  const top = Math.floor(cells.length / grid.width) - half;
  const end = Math.min(size * size, state.taken + STRIDE);
  for (; state.taken < end; state.taken++) {
    const x = state.taken % size;
    const y = (state.taken - x) / size;
    const weight = wholeCell(vm, kernel, x, y);
    const cell = isValid(grid, left + x, top + y) ? wholeCell(vm, grid, left + x, top + y) : padding;
    if (weight === undefined || cell === undefined) return undefined;
    const sum = addProduct(vm, state.sum, weight, cell);
    if (sum === undefined) return undefined;
    state.sum = sum;
  }
  return end === size * size;
}

const CONVOLVING: Asking<Convolving> = {
  ask: takeWeights,
  take(vm, state, isWhole): Result | typeof AGAIN {
    if (isWhole !== true) return AGAIN;
    const { grid, cells } = state;
    addCell(vm, cells, state.sum);
    state.sum = 0;
    state.taken = 0;
    return cells.length < sizeOf(grid) ? AGAIN : new Grid(grid.width, grid.height, cells);
  },
};

/** For each cell the sum of the cells around it, each times the weight at its place in the kernel. */
export function convolved(vm: Machine, grid: GridLike, kernel: GridLike, padding: Value): Result {
  const outside = asInt(padding);
  if (outside === undefined) return raiseTypeError(vm, `padding must be int, not ${typeOf(padding).name}`);
  if (kernel.width !== kernel.height) return raiseValueError(vm, "kernel must be square");
  if (kernel.width % 2 === 0) return raiseValueError(vm, "kernel size must be odd");
  if (!mayBe(vm, grid.width, grid.height)) return undefined;
  return asking(vm, CONVOLVING, { grid, kernel, padding: outside, cells: [], taken: 0, sum: 0 });
}
