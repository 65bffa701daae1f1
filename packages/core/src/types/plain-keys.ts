// Sort keys that JavaScript's `<` orders as Python does: numbers, strings, and tuples or lists of such.
import { listType, tupleType } from "../objects/builtin-types.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { PyList, PyTuple } from "../objects/sequences.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { hasSurrogates } from "../text/code-points.ts";

type Plain = number | bigint | string;

/** The keys in plain form, as far as they have been noted: single values, or rows of them. */
export interface PlainKeys {
  readonly values: Plain[];
  readonly rows: Plain[][];
  /** The type of keys that are rows. */
  readonly rowType: PyType | null;
  /** Whether each column is text; of single values, column 0. */
  readonly isText: boolean[];
  /** Whether all keys so far were plain, and of one kind. */
  isPlain: boolean;
}

/** To note keys of which `first` is the first. */
export function newPlainKeys(first: Value): PlainKeys {
  const isRow = typeof first === "object" && (first.type === tupleType || first.type === listType);
  return {
    values: [],
    rows: [],
    rowType: isRow ? first.type : null,
    isText: isRow ? [] : [typeof first === "string"],
    isPlain: true,
  };
}

/** Note one more key. */
export function noteKey(keys: PlainKeys, key: Value): void {
  if (!keys.isPlain) return;
  if (keys.rowType !== null) {
    noteRow(keys, key);
    return;
  }
  const value = plainValue(key, keys.isText[0] as boolean);
  if (value === undefined) keys.isPlain = false;
  else keys.values.push(value);
}

/** A tuple or list whose items are numbers or strings, each column of one kind. */
function noteRow(keys: PlainKeys, key: Value): void {
  const { rows, isText, rowType } = keys;
  const row: Plain[] = [];
  rows.push(row);
  keys.isPlain = false;
  if (typeof key !== "object" || key.type !== rowType) return;
  const { items } = key as PyTuple | PyList;
  for (let column = 0; column < items.length; column++) {
    const item = items[column] as Value;
    if (column === isText.length) isText.push(typeof item === "string");
    const value = plainValue(item, isText[column] as boolean);
    if (value === undefined) return;
    row.push(value);
  }
  keys.isPlain = true;
}

function plainValue(value: Value, isText: boolean): Plain | undefined {
  switch (typeof value) {
    case "string":
      // Surrogate pairs come after the rest of the plane in code points, not in UTF-16.
      return isText && !hasSurrogates(value) ? value : undefined;
    case "number":
    case "bigint":
      return isText ? undefined : value;
    case "boolean":
      return isText ? undefined : Number(value);
    default:
      return isText || !(value instanceof PyFloat) || Number.isNaN(value.v) ? undefined : value.v;
  }
}

/** How the keys at two positions stand to each other: negative when the first must come before the second. */
export type PlainOrder = (first: number, second: number) => number;

/** The order of plain keys; null for others. */
export function plainOrder({ values, rows, rowType, isPlain }: PlainKeys): PlainOrder | null {
  if (!isPlain) return null;
  return rowType !== null
    ? (first, second) => orderOfRows(rows[first] as Plain[], rows[second] as Plain[])
    : (first, second) => orderOf(values[first] as Plain, values[second] as Plain);
}

function orderOf(a: Plain, b: Plain): number {
  return a < b ? -1 : b < a ? 1 : 0;
}

function orderOfRows(a: readonly Plain[], b: readonly Plain[]): number {
  const length = Math.min(a.length, b.length);
  for (let column = 0; column < length; column++) {
    const x = a[column] as Plain;
    const y = b[column] as Plain;
    if (x === y) continue;
    if (x < y) return -1;
    if (y < x) return 1;
  }
  return a.length - b.length;
}
