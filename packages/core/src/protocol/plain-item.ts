// Subscripts that need no method: an item or a slice of an exact str, bytes, list or tuple by ints.
import { byteArrayType, bytesType, listType, tupleType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, newTuple } from "../objects/make.ts";
import { type PyByteArray, type PyBytes, type PyList, PySlice, type PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { type SliceRange, sliceRange } from "../numeric/slice-range.ts";
import { hasSurrogates } from "../text/code-points.ts";
import { slice } from "../text/slice.ts";
import { allocate, ITEM_BYTES } from "./charge.ts";

/** Longer texts have an index of code points. */
const SHORT = 128;

/** Whether a value is a bytes or bytearray of no class of its own. */
function isBytes(object: Value): object is PyBytes | PyByteArray {
  return typeof object === "object" && (object.type === bytesType || object.type === byteArrayType);
}

/** `object[key]` in the commonest cases; undefined in all others, errors among them. */
export function plainItem(vm: Machine, object: Value, key: Value): Value | undefined {
  if (typeof object === "string") {
    const { length } = object;
    if (length >= SHORT || hasSurrogates(object)) return undefined;
    if (typeof key === "number") return object[key < 0 ? key + length : key];
    return key instanceof PySlice ? sliceOf(vm, object, length, key) : undefined;
  }
  if (typeof key === "number" && isBytes(object)) return object.data[key < 0 ? key + object.data.length : key];
  if (key instanceof PySlice && typeof object === "object" && (object.type === listType || object.type === tupleType)) {
    return sliceOf(vm, object as PyList | PyTuple, (object as PyList | PyTuple).items.length, key);
  }
  return undefined;
}

function sliceOf(vm: Machine, source: string | PyList | PyTuple, length: number, key: PySlice): Value | undefined {
  const start = boundOf(key.start, 0);
  const stop = boundOf(key.stop, 0);
  const step = boundOf(key.step, 1);
  if (start !== start || stop !== stop || step !== step || step === 0) return undefined;
  const range = sliceRange(length, key.start === NONE ? undefined : start, key.stop === NONE ? undefined : stop, step);
  if (typeof source === "string") return slice(source, range);
  const items = sliceItems(vm, source.items, range);
  return source.type === listType ? newList(items) : newTuple(items);
}

/** The items that a slice selects. */
export function sliceItems(vm: Machine, items: readonly Value[], { start, step, count }: SliceRange): Value[] {
  allocate(vm, count, ITEM_BYTES);
  if (step === 1) return items.slice(start, start + count);
  if (step === -1) return items.slice(start - count + 1, start + 1).reverse();
  const result: Value[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) result.push(items[at] as Value);
  return result;
}

/** A bound as a number, `absent` for None, NaN for what is no small int. */
function boundOf(part: Value, absent: number): number {
  return typeof part === "number" ? part : part === NONE ? absent : Number.NaN;
}
