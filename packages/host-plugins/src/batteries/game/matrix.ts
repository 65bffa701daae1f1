// The type mat3: matrices of 3x3 floats, which can be changed.
import {
  asInt,
  defineType,
  type Machine,
  method,
  moduleType,
  newMethod,
  NONE,
  NOT_IMPLEMENTED,
  PyFloat,
  PyObject,
  PyTuple,
  type PyType,
  raiseIndexError,
  raiseTypeError,
  raiseZeroDivision,
  repr,
  type Result,
  staticMethod,
  typeOf,
  type Value,
} from "@krait/core/extend";
import {
  affine,
  type Cells,
  determinant,
  IDENTITY,
  inverse,
  product,
  timesColumn,
  transpose,
  ZEROS,
} from "./matrix-arithmetic.ts";
import { needReal, realOf } from "./numbers.ts";
import { guarded } from "./permission.ts";
import { VEC2, Vec2, Vec3 } from "./vector-layouts.ts";
import { needVector } from "./vector-methods.ts";

export const mat3Type: PyType = moduleType("game", "mat3", { isBase: false });

class Mat3 extends PyObject {
  cells: Cells;

  constructor(cells: Cells) {
    super(mat3Type);
    this.cells = cells;
  }
}

function newMat3(vm: Machine, _cls: Value, ...values: Value[]): Result {
  const cells: number[] = [];
  for (const value of values) {
    const cell = needReal(vm, value);
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return new Mat3(cells as unknown as Cells);
}

/** Where `matrix[row, column]` is among the cells; undefined after raising. */
function placeOf(vm: Machine, key: Value): number | undefined {
  const items = key instanceof PyTuple ? key.items : [];
  const row = asInt(items[0]);
  const column = asInt(items[1]);
  if (items.length !== 2 || row === undefined || column === undefined) {
    return raiseTypeError(vm, "matrix indices must be a row and a column");
  }
  if (row < 0 || row > 2 || column < 0 || column > 2) return raiseIndexError(vm, "matrix index out of range");
  return Number(row) * 3 + Number(column);
}

function getCell(vm: Machine, self: Mat3, key: Value): Result {
  const place = placeOf(vm, key);
  return place === undefined ? undefined : new PyFloat(self.cells[place] as number);
}

function setCell(vm: Machine, self: Mat3, key: Value, value: Value): Result {
  const place = placeOf(vm, key);
  if (place === undefined) return undefined;
  const cell = needReal(vm, value);
  if (cell === undefined) return undefined;
  self.cells = self.cells.with(place, cell) as unknown as Cells;
  return NONE;
}

function mapped(cells: Cells, compute: (cell: number, at: number) => number): Mat3 {
  return new Mat3(cells.map(compute) as unknown as Cells);
}

function needMatrix(vm: Machine, value: Value): Mat3 | undefined {
  return value instanceof Mat3 ? value : raiseTypeError(vm, `expected game.mat3, not ${typeOf(value).name}`);
}

function matrixMultiply(_vm: Machine, self: Mat3, other: Value): Result {
  if (other instanceof Mat3) return new Mat3(product(self.cells, other.cells));
  if (other instanceof Vec3) return new Vec3(...timesColumn(self.cells, other.x, other.y, other.z));
  return NOT_IMPLEMENTED;
}

function matmul(vm: Machine, self: Mat3, value: Value, out: Value = NONE): Result {
  const other = needMatrix(vm, value);
  if (other === undefined) return undefined;
  const cells = product(self.cells, other.cells);
  if (out === NONE) return new Mat3(cells);
  return copyInto(vm, out, cells);
}

function copyInto(vm: Machine, value: Value, cells: Cells): Result {
  const matrix = needMatrix(vm, value);
  if (matrix === undefined) return undefined;
  matrix.cells = cells;
  return NONE;
}

function inverseOf(vm: Machine, self: Mat3): Cells | undefined {
  return inverse(self.cells) ?? raiseZeroDivision(vm, "matrix is not invertible");
}

function inverted(vm: Machine, self: Mat3): Result {
  const cells = inverseOf(vm, self);
  return cells === undefined ? undefined : new Mat3(cells);
}

function invertInPlace(vm: Machine, self: Mat3): Result {
  const cells = inverseOf(vm, self);
  return cells === undefined ? undefined : copyInto(vm, self, cells);
}

function affineOf(vm: Machine, move: Value, angle: Value, scale: Value): Cells | undefined {
  const t = needVector(vm, VEC2, move);
  if (t === undefined) return undefined;
  const radians = needReal(vm, angle);
  if (radians === undefined) return undefined;
  const s = needVector(vm, VEC2, scale);
  return s === undefined ? undefined : affine(t, radians, s);
}

/** What `transform_point` (weight 1) and `transform_vector` (weight 0) make of a vec2. */
function transform(vm: Machine, self: Mat3, value: Value, weight: 0 | 1): Result {
  const point = needVector(vm, VEC2, value);
  if (point === undefined) return undefined;
  const [x, y] = timesColumn(self.cells, point.x, point.y, weight);
  return new Vec2(x, y);
}

function isClose(vm: Machine, self: Mat3, value: Value, within: Value | undefined): Result {
  const other = needMatrix(vm, value);
  const tolerance = within === undefined ? 1e-4 : needReal(vm, within);
  if (other === undefined || tolerance === undefined) return undefined;
  return self.cells.every((cell, at) => {
    const theirs = other.cells[at] as number;
    return cell === theirs || Math.abs(cell - theirs) <= tolerance;
  });
}

function textOf(vm: Machine, self: Mat3): Result {
  return `mat3(${self.cells.map((cell) => repr(vm, new PyFloat(cell))).join(", ")})`;
}

/** `matrix + matrix` and `matrix - matrix`, cell by cell. */
function sum(sign: 1 | -1): (vm: Machine, self: Mat3, other: Value) => Result {
  return (_vm, self, other) =>
    other instanceof Mat3
      ? mapped(self.cells, (cell, at) => cell + sign * (other.cells[at] as number))
      : NOT_IMPLEMENTED;
}

function scaled(_vm: Machine, self: Mat3, other: Value): Result {
  const factor = realOf(other);
  return factor === undefined ? NOT_IMPLEMENTED : mapped(self.cells, (cell) => cell * factor);
}

function divided(vm: Machine, self: Mat3, other: Value): Result {
  const divisor = realOf(other);
  if (divisor === undefined) return NOT_IMPLEMENTED;
  return divisor === 0
    ? raiseZeroDivision(vm, "matrix division by zero")
    : mapped(self.cells, (cell) => cell / divisor);
}

defineType(mat3Type, "A matrix of 3x3 floats, row by row.", {
  __new__: newMethod("_11, _12, _13, _21, _22, _23, _31, _32, _33", guarded(newMat3)),
  __hash__: NONE,
  __eq__: method("other, /", (_vm, self: Mat3, other: Value) =>
    other instanceof Mat3 ? self.cells.every((cell, at) => cell === other.cells[at]) : NOT_IMPLEMENTED,
  ),
  __repr__: method("", textOf),
  __getitem__: method("index, /", getCell),
  __setitem__: method("index, value, /", setCell),
  __add__: method("other, /", sum(1)),
  __sub__: method("other, /", sum(-1)),
  __mul__: method("other, /", scaled),
  __rmul__: method("other, /", scaled),
  __truediv__: method("other, /", divided),
  __neg__: method("", (_vm, self: Mat3) => mapped(self.cells, (cell) => -cell)),
  __matmul__: method("other, /", matrixMultiply),
  __invert__: method("", inverted),
  isclose: method("other, tolerance=0.0001", isClose, "Whether no cell differs by more than the tolerance."),
  matmul: method("other, out=None", matmul, "The product; with `out`, None, and that becomes the product."),
  determinant: method("", (_vm, self: Mat3) => new PyFloat(determinant(self.cells))),
  transpose: method("", (_vm, self: Mat3) => new Mat3(transpose(self.cells)), "Rows as columns."),
  copy: method("", (_vm, self: Mat3) => new Mat3(self.cells)),
  __copy__: method("", (_vm, self: Mat3) => new Mat3(self.cells)),
  __deepcopy__: method("memo, /", (_vm, self: Mat3) => new Mat3(self.cells)),
  inverse: method("", inverted, "The inverse; ZeroDivisionError where there is none."),
  copy_: method("other, /", (vm, self: Mat3, value: Value) => {
    const other = needMatrix(vm, value);
    return other === undefined ? undefined : copyInto(vm, self, other.cells);
  }),
  inverse_: method("", invertInPlace, "Become the inverse; ZeroDivisionError where there is none."),
  zeros: staticMethod(
    "",
    guarded(() => new Mat3(ZEROS)),
  ),
  identity: staticMethod(
    "",
    guarded(() => new Mat3(IDENTITY)),
  ),
  trs: staticMethod(
    "t, r, s, /",
    guarded((vm, t: Value, r: Value, s: Value) => {
      const cells = affineOf(vm, t, r, s);
      return cells === undefined ? undefined : new Mat3(cells);
    }),
    "The matrix that scales by s, turns by r radians and moves by t.",
  ),
  copy_trs_: method(
    "t, r, s, /",
    (vm, self: Mat3, t: Value, r: Value, s: Value) => {
      const cells = affineOf(vm, t, r, s);
      return cells === undefined ? undefined : copyInto(vm, self, cells);
    },
    "Become what trs() makes.",
  ),
  t: method("", (_vm, self: Mat3) => new Vec2(self.cells[2], self.cells[5]), "By how much it moves."),
  r: method(
    "",
    (_vm, { cells }: Mat3) => new PyFloat(Math.atan2(cells[3], cells[0])),
    "By how much it turns, in radians.",
  ),
  s: method(
    "",
    (_vm, { cells }: Mat3) => new Vec2(Math.hypot(cells[0], cells[3]), Math.hypot(cells[1], cells[4])),
    "By how much it scales.",
  ),
  transform_point: method("p, /", (vm, self: Mat3, p: Value) => transform(vm, self, p, 1), "Where a point goes."),
  transform_vector: method(
    "v, /",
    (vm, self: Mat3, v: Value) => transform(vm, self, v, 0),
    "A direction, which is not moved.",
  ),
});
