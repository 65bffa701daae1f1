// The next item of the iterators of built-in containers, texts and ranges: no Python runs for it.
import {
  byteArrayIteratorType,
  bytesIteratorType,
  dictItemIteratorType,
  dictKeyIteratorType,
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictValueIteratorType,
  listIteratorType,
  listReverseIteratorType,
  longRangeIteratorType,
  rangeIteratorType,
  setIteratorType,
  strAsciiIteratorType,
  strIteratorType,
  tupleIteratorType,
} from "../objects/builtin-types.ts";
import type { ByteArrayIterator, BytesIterator } from "../objects/byte-iterators.ts";
import {
  type ListIterator,
  type ListReverseIterator,
  type LongRangeIterator,
  type RangeIterator,
  type StrIterator,
  TableItem,
  type TableIterator,
  type TupleIterator,
} from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { DONE } from "../objects/singletons.ts";
import { type PyDict, PySet, type Table } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { normalize } from "../numeric/int.ts";
import { raiseRuntimeError } from "./raise.ts";

/** The one table of these iterators: see PyType.leafItem. */
const LEAF_ITEMS: readonly (readonly [next: NonNullable<PyType["leafItem"]>, ...PyType[]])[] = [
  [nextOfRange, rangeIteratorType],
  [nextOfLongRange, longRangeIteratorType],
  [nextOfList, listIteratorType],
  [nextOfReversedList, listReverseIteratorType],
  [nextOfTuple, tupleIteratorType],
  [nextOfString, strIteratorType, strAsciiIteratorType],
  [nextOfBytes, bytesIteratorType, byteArrayIteratorType],
  [
    nextOfTable,
    setIteratorType,
    dictKeyIteratorType,
    dictValueIteratorType,
    dictItemIteratorType,
    dictReverseKeyIteratorType,
    dictReverseValueIteratorType,
    dictReverseItemIteratorType,
  ],
];

/** Let the types of these iterators know how their items are had. */
export function defineLeafItems(): void {
  for (const [next, ...types] of LEAF_ITEMS) for (const type of types) type.leafItem = next;
}

function nextOfRange(_vm: Machine, iterator: RangeIterator): Value {
  if (iterator.left === 0) return DONE;
  iterator.left--;
  const value = iterator.value;
  iterator.value = value + iterator.step;
  return value;
}

function nextOfLongRange(_vm: Machine, iterator: LongRangeIterator): Value {
  if (iterator.left === 0n) return DONE;
  iterator.left--;
  const value = iterator.value;
  iterator.value = value + iterator.step;
  return normalize(value);
}

function nextOfList(_vm: Machine, iterator: ListIterator): Value {
  const list = iterator.list;
  if (list === null) return DONE;
  const item = list.items[iterator.index++];
  if (item !== undefined) return item;
  iterator.list = null;
  return DONE;
}

function nextOfReversedList(_vm: Machine, iterator: ListReverseIterator): Value {
  const item = iterator.list === null ? undefined : iterator.list.items[iterator.index--];
  if (item !== undefined) return item;
  iterator.list = null;
  return DONE;
}

function nextOfTuple(_vm: Machine, iterator: TupleIterator): Value {
  const item = iterator.tuple === null ? undefined : iterator.tuple.items[iterator.index++];
  if (item !== undefined) return item;
  iterator.tuple = null;
  return DONE;
}

function nextOfString(_vm: Machine, iterator: StrIterator): Value {
  const text = iterator.text;
  const at = iterator.index;
  if (text === null || at >= text.length) {
    iterator.text = null;
    return DONE;
  }
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) {
    iterator.index = at + 1;
    return text[at] as string;
  }
  const code = text.codePointAt(at) as number;
  iterator.index = at + (code > 0xffff ? 2 : 1);
  return text.slice(at, iterator.index);
}

function nextOfBytes(_vm: Machine, iterator: BytesIterator | ByteArrayIterator): Value {
  const byte = iterator.source === null ? undefined : iterator.source.data[iterator.index];
  if (byte === undefined) {
    iterator.source = null;
    return DONE;
  }
  iterator.index++;
  return byte;
}

function nextOfTable(vm: Machine, iterator: TableIterator): Result {
  const { table } = iterator;
  const at = nextPlace(vm, iterator);
  if (typeof at !== "number") return at;
  const key = (table as Table).keys[at] as Value;
  switch (iterator.item) {
    case TableItem.Key:
      return key;
    case TableItem.Value:
      return (table as PyDict).values[at];
    default:
      return newTuple([key, (table as PyDict).values[at] as Value]);
  }
}

/** Where the next entry stands in the table. */
export function nextPlace(vm: Machine, iterator: TableIterator): Result {
  const table = iterator.table;
  if (table === null) return DONE;
  if (table.size !== iterator.size) {
    iterator.table = null;
    return raiseChanged(vm, iterator, table instanceof PySet ? "Set changed size" : "dictionary changed size");
  }
  const { keys } = table;
  let at = iterator.index;
  while (at >= 0 && at < keys.length && keys[at] === undefined) at += iterator.step;
  iterator.index = at + iterator.step;
  if (keys[at] === undefined) {
    iterator.table = null;
    return DONE;
  }
  if (iterator.left-- === 0) {
    iterator.table = null;
    if (table instanceof PySet) return DONE;
    return raiseChanged(vm, iterator, "dictionary keys changed");
  }
  return at;
}

function raiseChanged(vm: Machine, { type }: TableIterator, change: string): undefined {
  const isOrdered = type.name === "odict_iterator";
  return raiseRuntimeError(vm, `${isOrdered ? "OrderedDict mutated" : change} during iteration`);
}
