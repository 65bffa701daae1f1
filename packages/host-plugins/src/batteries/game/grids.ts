// The types array2d_like, array2d and array2d_view.
import {
  BinaryKind,
  CompareKind,
  classGetItem,
  classMethod,
  defineType,
  isCallable,
  type Machine,
  method,
  moduleType,
  newMethod,
  newTuple,
  NONE,
  PyList,
  PyObject,
  PyTuple,
  type PyType,
  property,
  raiseTypeError,
  raiseValueError,
  type Result,
  staticMethod,
  stop,
  type TypeEntry,
  typeOf,
  type Value,
} from "@krait/core/extend";
import {
  applied,
  copied,
  filled,
  gathered,
  gridArithmetic,
  gridComparison,
  inverted,
  listed,
  mapped,
  negated,
  reflectedArithmetic,
  zipped,
} from "./grid-computing.ts";
import { convolved } from "./grid-convolving.ts";
import { getGridItem, setGridItem } from "./grid-items.ts";
import {
  cellAt,
  type GridLike,
  gridLikeType,
  gridType,
  isGridLike,
  isValid,
  readCell,
  sizeOf,
  type View,
  viewType,
} from "./grid-layouts.ts";
import { componentsOf, needNeighborhood, neighborsCounted } from "./grid-neighbors.ts";
import { bounded, counted, judged, placed, rendered } from "./grid-searching.ts";
import { needInt } from "./numbers.ts";
import { guarded } from "./permission.ts";
import { Vec2i } from "./vector-layouts.ts";

// ---- operators -------------------------------------------------------------------------------------------------------

const ARITHMETIC: readonly (readonly [name: string, kind: BinaryKind])[] = [
  ["add", BinaryKind.Add],
  ["sub", BinaryKind.Subtract],
  ["mul", BinaryKind.Multiply],
  ["truediv", BinaryKind.Divide],
  ["floordiv", BinaryKind.FloorDivide],
  ["mod", BinaryKind.Modulo],
  ["pow", BinaryKind.Power],
  ["and", BinaryKind.BitAnd],
  ["or", BinaryKind.BitOr],
  ["xor", BinaryKind.BitXor],
];

const COMPARISONS: readonly (readonly [name: string, kind: CompareKind])[] = [
  ["lt", CompareKind.Less],
  ["le", CompareKind.LessEqual],
  ["eq", CompareKind.Equal],
  ["ne", CompareKind.NotEqual],
  ["gt", CompareKind.Greater],
  ["ge", CompareKind.GreaterEqual],
];

function operators(): Record<string, TypeEntry> {
  const entries: Record<string, TypeEntry> = {
    __invert__: method("", inverted),
    __neg__: method("", negated),
  };
  for (const [name, kind] of ARITHMETIC) {
    entries[`__${name}__`] = method("other, /", gridArithmetic(kind));
    entries[`__r${name}__`] = method("other, /", reflectedArithmetic(kind));
  }
  for (const [name, kind] of COMPARISONS) entries[`__${name}__`] = method("other, /", gridComparison(kind));
  return entries;
}

// ---- iteration -------------------------------------------------------------------------------------------------------

const iteratorType: PyType = moduleType("game", "array2d_iterator", { isBase: false });

class GridIterator extends PyObject {
  readonly grid: GridLike;
  at = 0;

  constructor(grid: GridLike) {
    super(iteratorType);
    this.grid = grid;
  }
}

/** The position and the cell, row by row. */
function nextCell(vm: Machine, self: GridIterator): Result {
  const { grid, at } = self;
  if (at >= sizeOf(grid)) return stop(vm);
  self.at++;
  return newTuple([new Vec2i(at % grid.width, Math.floor(at / grid.width)), cellAt(grid, at)]);
}

// ---- methods ---------------------------------------------------------------------------------------------------------

function needGrid(vm: Machine, value: Value): GridLike | undefined {
  return isGridLike(value) ? value : raiseTypeError(vm, `expected game.array2d_like, not ${typeOf(value).name}`);
}

function isValidPlace(vm: Machine, self: GridLike, column: Value, row?: Value): Result {
  if (row === undefined) {
    if (column instanceof Vec2i) return isValid(self, column.x, column.y);
    return raiseTypeError(vm, `is_valid() takes two ints or a vec2i, not ${typeOf(column).name}`);
  }
  const x = needInt(vm, column);
  if (x === undefined) return undefined;
  const y = needInt(vm, row);
  return y === undefined ? undefined : isValid(self, x, y);
}

function getCell(vm: Machine, self: GridLike, column: Value, row: Value, fallback: Value = NONE): Result {
  const x = needInt(vm, column);
  if (x === undefined) return undefined;
  const y = needInt(vm, row);
  if (y === undefined) return undefined;
  return isValid(self, x, y) ? readCell(self, x, y) : fallback;
}

function zipWith(vm: Machine, self: GridLike, value: Value, f: Value): Result {
  const other = needGrid(vm, value);
  return other === undefined ? undefined : zipped(vm, self, other, f);
}

function neighbors(vm: Machine, self: GridLike, value: Value, name: Value): Result {
  const offsets = needNeighborhood(vm, name);
  return offsets === undefined ? undefined : neighborsCounted(vm, self, value, offsets);
}

function components(vm: Machine, self: GridLike, value: Value, name: Value): Result {
  const offsets = needNeighborhood(vm, name);
  return offsets === undefined ? undefined : componentsOf(vm, self, value, offsets);
}

function convolution(vm: Machine, self: GridLike, value: Value, padding: Value): Result {
  const kernel = needGrid(vm, value);
  return kernel === undefined ? undefined : convolved(vm, self, kernel, padding);
}

function shapeText(_vm: Machine, self: GridLike): Result {
  return `${self.type.qualifiedName}(${self.width}, ${self.height})`;
}

// ---- making ----------------------------------------------------------------------------------------------------------

function newGrid(vm: Machine, _cls: Value, columns: Value, rows: Value, fallback: Value = NONE): Result {
  const width = needInt(vm, columns);
  if (width === undefined) return undefined;
  const height = needInt(vm, rows);
  if (height === undefined) return undefined;
  if (width <= 0 || height <= 0) return raiseValueError(vm, "n_cols and n_rows must be positive");
  return filled(vm, width, height, fallback, isCallable(fallback));
}

function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  return value instanceof PyList || value instanceof PyTuple ? value.items : undefined;
}

function fromList(vm: Machine, data: Value): Result {
  const rows: (readonly Value[])[] = [];
  for (const row of itemsOf(data) ?? []) {
    const items = itemsOf(row);
    if (items === undefined) return raiseTypeError(vm, `fromlist() takes a list of lists, not of ${typeOf(row).name}`);
    if (items.length !== (rows[0] ?? items).length) return raiseValueError(vm, "all rows must have the same length");
    rows.push(items);
  }
  const width = rows[0]?.length ?? 0;
  if (itemsOf(data) === undefined)
    return raiseTypeError(vm, `fromlist() takes a list of lists, not ${typeOf(data).name}`);
  if (width === 0) return raiseValueError(vm, "n_cols and n_rows must be positive");
  return gathered(vm, rows, width);
}

// ---- the tables ------------------------------------------------------------------------------------------------------

function defineGrids(): void {
  defineType(gridLikeType, "A rectangle of cells: array2d, or a view of a part of one.", {
    ...operators(),
    __hash__: NONE,
    __class_getitem__: classMethod("item, /", classGetItem),
    __getitem__: method("index, /", getGridItem),
    __setitem__: method("index, value, /", setGridItem),
    __iter__: method("", (_vm, self: GridLike) => new GridIterator(self)),
    __repr__: method("", shapeText),
    __copy__: method("", copied),
    n_cols: property((_vm, self: GridLike) => self.width),
    n_rows: property((_vm, self: GridLike) => self.height),
    width: property((_vm, self: GridLike) => self.width),
    height: property((_vm, self: GridLike) => self.height),
    shape: property((_vm, self: GridLike) => new Vec2i(self.width, self.height)),
    numel: property((_vm, self: GridLike) => sizeOf(self)),
    is_valid: method("col, row=None", isValidPlace, "Whether there is a cell at two ints, or at a vec2i."),
    get: method("col, row, default=None", getCell, "The cell, or the default where there is none."),
    render: method("", rendered, "The texts of the cells, a line for each row."),
    all: method("", (vm, self: GridLike) => judged(vm, self, false), "Whether all cells are true."),
    any: method("", (vm, self: GridLike) => judged(vm, self, true), "Whether a cell is true."),
    map: method("f, /", mapped, "A new grid of f(cell)."),
    apply: method("f, /", applied, "Put f(cell) in the place of each cell."),
    zip_with: method("other, f, /", zipWith, "A new grid of f(cell, other_cell)."),
    copy: method("", copied, "A new grid of the same cells."),
    tolist: method("", listed, "A list of a list for each row."),
    count: method("value, /", counted, "How many cells are equal to a value."),
    index: method("value, /", placed, "Where the first cell is that is equal to a value; ValueError without one."),
    count_neighbors: method(
      "value, neighborhood",
      neighbors,
      "For each cell, how many around it are equal to a value.",
    ),
    get_bounding_rect: method(
      "value, /",
      bounded,
      "(x, y, width, height) around the cells that are equal to a value; ValueError without one.",
    ),
    convolve: method("kernel, padding", convolution, "For each cell the sum of those around it, times the kernel."),
    get_connected_components: method(
      "value, neighborhood",
      components,
      "A grid with the number of each cell's area, 0 for none, and how many areas there are.",
    ),
  });
  defineType(gridType, "A grid of cells, reached by column and row.", {
    __new__: newMethod("n_cols, n_rows, default=None", guarded(newGrid)),
    fromlist: staticMethod("data, /", guarded(fromList), "The grid of a list of rows."),
  });
  defineType(viewType, "A part of a grid, whose cells are the grid's own.", {
    origin: property((_vm, self: View) => new Vec2i(self.left, self.top)),
  });
  defineType(iteratorType, null, {
    __iter__: method("", (_vm, self: GridIterator) => self),
    __next__: method("", nextCell),
    __length_hint__: method("", (_vm, self: GridIterator) => sizeOf(self.grid) - self.at),
  });
}

defineGrids();

/** The types by name, for the module. */
export const GRID_TYPES: Readonly<Record<string, Value>> = {
  array2d_like: gridLikeType,
  array2d: gridType,
  array2d_view: viewType,
};
