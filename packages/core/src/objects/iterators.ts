// Layouts of the built-in iterators: positions as plain data.
import {
  callableIteratorType,
  listIteratorType,
  listReverseIteratorType,
  longRangeIteratorType,
  rangeIteratorType,
  sequenceIteratorType,
  strAsciiIteratorType,
  strIteratorType,
  tupleIteratorType,
} from "./builtin-types.ts";
import type { PyList, PyTuple } from "./sequences.ts";
import type { Table } from "./table.ts";
import type { PyType } from "./type.ts";
import { PyObject, type Value } from "./value.ts";

/** Iterates a range whose numbers are all safe integers. */
export class RangeIterator implements PyObject {
  type: PyType = rangeIteratorType;
  mark = 0;
  value: number;
  readonly step: number;
  /** Items left. */
  left: number;

  constructor(value: number, step: number, left: number) {
    this.value = value;
    this.step = step;
    this.left = left;
  }
}

export class LongRangeIterator extends PyObject {
  value: bigint;
  readonly step: bigint;
  left: bigint;

  constructor(value: bigint, step: bigint, left: bigint) {
    super(longRangeIteratorType);
    this.value = value;
    this.step = step;
    this.left = left;
  }
}

/** `list` becomes null when exhausted: an exhausted iterator stays so when the list grows. */
export class ListIterator implements PyObject {
  type: PyType = listIteratorType;
  mark = 0;
  list: PyList | null;
  index = 0;

  constructor(list: PyList) {
    this.list = list;
  }
}

export class ListReverseIterator extends PyObject {
  list: PyList | null;
  index: number;

  constructor(list: PyList) {
    super(listReverseIteratorType);
    this.list = list;
    this.index = list.items.length - 1;
  }
}

export class TupleIterator implements PyObject {
  type: PyType = tupleIteratorType;
  mark = 0;
  tuple: PyTuple | null;
  index = 0;

  constructor(tuple: PyTuple) {
    this.tuple = tuple;
  }
}

/** `index` is a UTF-16 offset; it moves by code points. */
export class StrIterator implements PyObject {
  type: PyType;
  mark = 0;
  text: string | null;
  index = 0;

  constructor(text: string, isAscii: boolean) {
    this.type = isAscii ? strAsciiIteratorType : strIteratorType;
    this.text = text;
  }
}

export enum TableItem {
  Key,
  Value,
  Pair,
}

/** Iterates a dict or set, forwards (`step` 1) or backwards (-1); `size` tells whether it changed meanwhile. */
export class TableIterator implements PyObject {
  type: PyType;
  mark = 0;
  table: Table | null;
  readonly item: TableItem;
  readonly step: 1 | -1;
  index: number;
  readonly size: number;
  /** Items that should still come. */
  left: number;

  constructor(type: PyType, table: Table, item: TableItem, step: 1 | -1) {
    this.type = type;
    this.table = table;
    this.item = item;
    this.step = step;
    this.index = step === 1 ? table.first : table.keys.length - 1;
    this.size = table.size;
    this.left = table.size;
  }
}

/** Iterates anything with `__getitem__` by rising index (the old protocol), until IndexError. */
export class SequenceIterator extends PyObject {
  sequence: Value | null;
  index = 0;

  constructor(sequence: Value) {
    super(sequenceIteratorType);
    this.sequence = sequence;
  }
}

/** `iter(callable, sentinel)`. */
export class CallableIterator extends PyObject {
  callable: Value | null;
  readonly sentinel: Value;

  constructor(callable: Value, sentinel: Value) {
    super(callableIteratorType);
    this.callable = callable;
    this.sentinel = sentinel;
  }
}
