// Makers of exact built-in objects from JavaScript values, and the type of any value.
import {
  boolType,
  bytesType,
  dictType,
  frozenSetType,
  intType,
  listType,
  setType,
  strType,
  tupleType,
} from "./builtin-types.ts";
import { PyDict, PySet } from "./table.ts";
import { PyBytes, PyList, PyTuple } from "./sequences.ts";
import type { PyType } from "./type.ts";
import { SHARED_MARK, type Value } from "./value.ts";

export const EMPTY_TUPLE: PyTuple = new PyTuple(tupleType, []);
EMPTY_TUPLE.mark = SHARED_MARK;

/** Takes ownership of `items`. */
export function newList(items: Value[]): PyList {
  return new PyList(listType, items);
}
/** Takes ownership of `items`. */
export function newTuple(items: readonly Value[]): PyTuple {
  return items.length === 0 ? EMPTY_TUPLE : new PyTuple(tupleType, items);
}
export function newDict(): PyDict {
  return new PyDict(dictType);
}
export function newSet(): PySet {
  return new PySet(setType);
}
export function newFrozenSet(): PySet {
  return new PySet(frozenSetType);
}
/** Takes ownership of `data`. */
export function newBytes(data: Uint8Array): PyBytes {
  return new PyBytes(bytesType, data);
}

/** The Python type of a value. */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case "object":
      return value.type;
    case "string":
      return strType;
    case "boolean":
      return boolType;
    default:
      return intType;
  }
}
