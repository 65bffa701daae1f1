// Bytes-like objects as arrays of bytes: bytes, bytearray, memoryview.
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyMemoryView, type ViewLayout } from "../objects/memory-view.ts";
import { PyByteArray, PyBytes } from "../objects/sequences.ts";
import type { Value } from "../objects/value.ts";
import { raiseTypeError, raiseValueError } from "./raise.ts";

/** Whether a value supports the buffer protocol. */
export function isBuffer(value: Value | undefined): boolean {
  return (
    value instanceof PyBytes ||
    value instanceof PyByteArray ||
    value instanceof PyMemoryView ||
    (value instanceof PyPayload && value.payload instanceof PyBytes)
  );
}

/**
 * The bytes of a bytes-like object, not to be changed or kept across a change of the object; undefined after raising
 * TypeError (or ValueError for a released view).
 */
export function bufferOf(vm: Machine, value: Value): Uint8Array | undefined {
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.data;
  if (value instanceof PyPayload && value.payload instanceof PyBytes) return value.payload.data;
  if (value instanceof PyMemoryView) {
    if (value.isReleased) return raiseReleased(vm);
    return viewedBytes(value);
  }
  return raiseTypeError(vm, `a bytes-like object is required, not '${typeOf(value).name}'`);
}

export function raiseReleased(vm: Machine): undefined {
  return raiseValueError(vm, "operation forbidden on released memoryview object");
}

/** The bytes that a view shows, in order: a window on the buffer where they are contiguous, else a copy. */
export function viewedBytes(view: PyMemoryView): Uint8Array {
  const { layout } = view;
  const { data } = view.buffer.source;
  const length = byteLength(layout);
  if (isContiguous(layout)) return data.subarray(layout.offset, layout.offset + length);
  const bytes = new Uint8Array(length);
  const count = length / layout.itemSize;
  for (let item = 0; item < count; item++) {
    const from = offsetOfItem(layout, item);
    for (let i = 0; i < layout.itemSize; i++) bytes[item * layout.itemSize + i] = data[from + i] as number;
  }
  return bytes;
}

/** `nbytes`. */
export function byteLength(layout: ViewLayout): number {
  return layout.shape.reduce((product, count) => product * count, layout.itemSize);
}

/** Whether the items follow each other in memory, the last dimension fastest. */
export function isContiguous(layout: ViewLayout): boolean {
  let expected = layout.itemSize;
  for (let dimension = layout.shape.length - 1; dimension >= 0; dimension--) {
    const count = layout.shape[dimension] as number;
    if (count === 0) return true;
    if (count > 1 && layout.strides[dimension] !== expected) return false;
    expected *= count;
  }
  return true;
}

/** The offset in bytes of an item counted through all dimensions, the last one fastest. */
export function offsetOfItem(layout: ViewLayout, item: number): number {
  let offset = layout.offset;
  let rest = item;
  for (let dimension = layout.shape.length - 1; dimension >= 0; dimension--) {
    const count = layout.shape[dimension] as number;
    offset += (rest % count) * (layout.strides[dimension] as number);
    rest = Math.floor(rest / count);
  }
  return offset;
}
