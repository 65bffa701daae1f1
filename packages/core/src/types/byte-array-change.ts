// Changing a bytearray in place: its size, its items, its slices.
import { bufferErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { type PyByteArray, PySlice } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { allocate } from "../protocol/charge.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { index } from "../protocol/conversion.ts";
import { accessItem, type ItemAccess } from "../protocol/item-index.ts";
import { asInt, asString, special } from "../protocol/lookup.ts";
import { raiseMemoryError, raiseNew, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import type { SliceRange } from "../protocol/slice.ts";
import { bytesFromIterable, type BytesThen } from "./bytes-from.ts";

/** Whether the size may change; raises BufferError while views look at the bytes. */
function maySize(vm: Machine, self: PyByteArray): boolean {
  if (self.exports === 0) return true;
  raiseNew(vm, bufferErrorType, "Existing exports of data: object cannot be re-sized");
  return false;
}

/** Replace bytes start..end by others (of which `data` must not be a part); answers whether it did. */
export function splice(vm: Machine, self: PyByteArray, start: number, end: number, fresh: Uint8Array): boolean {
  const old = self.data;
  const growth = fresh.length - (end - start);
  if (growth === 0) {
    old.set(fresh, start);
    return true;
  }
  if (!maySize(vm, self)) return false;
  const length = old.length + growth;
  if (length > vm.limits.length) {
    raiseMemoryError(vm);
    return false;
  }
  if (fresh.length === 0 && cutEnd(self, start, end)) return true;
  if (growth > 0 && growth <= self.spare) {
    const grown = new Uint8Array(old.buffer, old.byteOffset, length);
    grown.copyWithin(end + growth, end, old.length);
    grown.set(fresh, start);
    self.spare -= growth;
    self.data = grown;
    return true;
  }
  allocate(vm, length);
  // An eighth more than needed, so that a loop of appends copies each byte a bounded number of times.
  const room = growth > 0 && old.length > 0 ? length + (length >> 3) + 8 : length;
  const data = new Uint8Array(new ArrayBuffer(room), 0, length);
  data.set(old.subarray(0, start));
  data.set(fresh, start);
  data.set(old.subarray(end), start + fresh.length);
  self.data = data;
  self.spare = room - length;
  return true;
}

/** Take bytes off an end without moving the rest, unless most of the buffer would lie idle. */
function cutEnd(self: PyByteArray, start: number, end: number): boolean {
  const old = self.data;
  const length = old.length - (end - start);
  if (end === old.length) {
    if (self.spare + end - start > 4 * length + 64) return false;
    self.data = old.subarray(0, start);
    self.spare += end - start;
    return true;
  }
  if (start > 0 || old.byteOffset + end > 4 * length + 64) return false;
  self.data = old.subarray(end);
  return true;
}

/** Take the bytes of a range out. */
function removeRange(vm: Machine, self: PyByteArray, range: SliceRange): Result {
  const { step, count } = range;
  if (count === 0) return NONE;
  const start = step < 0 ? range.start + step * (count - 1) : range.start;
  const by = Math.abs(step);
  if (by === 1) return splice(vm, self, start, start + count, EMPTY) ? NONE : undefined;
  if (!maySize(vm, self)) return undefined;
  self.data = self.data.filter((_byte, at) => at < start || (at - start) % by !== 0 || (at - start) / by >= count);
  self.spare = 0;
  return NONE;
}

const EMPTY: Readonly<Uint8Array> = new Uint8Array(0);

/** An int as a byte; -1 after raising. */
export function byteOf(vm: Machine, value: number | bigint): number {
  if (value >= 0 && value <= 255) return Number(value);
  raiseValueError(vm, "byte must be in range(0, 256)");
  return -1;
}

interface Assignment {
  readonly self: PyByteArray;
  /** Undefined to delete. */
  readonly value: Value | undefined;
}

const BYTE: Asking<{ readonly self: PyByteArray; readonly value: Value; readonly position: number }> = {
  ask: (vm, { value }) => index(vm, value),
  take: (vm, { self, position }, answer) => putByte(vm, self, position, asInt(answer) as number),
};

function putByte(vm: Machine, self: PyByteArray, position: number, value: number | bigint): Result {
  const byte = byteOf(vm, value);
  if (byte < 0) return undefined;
  // Converting the value may have shortened the array; a write beyond its end does nothing.
  self.data[position] = byte;
  return NONE;
}

const CHANGE: ItemAccess<Assignment> = {
  length: ({ self }) => self.data.length,
  item(vm, { self, value }, position) {
    if (value === undefined) return splice(vm, self, position, position + 1, EMPTY) ? NONE : undefined;
    const plain = asInt(value);
    if (plain !== undefined) return putByte(vm, self, position, plain);
    return asking(vm, BYTE, { self, value, position });
  },
  slice: {
    length: ({ self }) => self.data.length,
    run(vm, range, { self, value }) {
      return value === undefined ? removeRange(vm, self, range) : assignRange(vm, self, range, value);
    },
  },
  outOfRange: "bytearray index out of range",
  wrongKey: (vm, _x, key) =>
    raiseTypeError(vm, `bytearray indices must be integers or slices, not ${typeOf(key).name}`),
};

/** `self[key] = value`, or `del self[key]` when the value is undefined. */
export function changeItem(vm: Machine, self: PyByteArray, key: Value, value: Value | undefined): Result {
  // The commonest case by far.
  if (typeof key === "number" && typeof value === "number" && key >= 0 && key < self.data.length) {
    return putByte(vm, self, key, value);
  }
  // What is no byte is refused at any place.
  if (typeof key === "number" && value !== undefined) {
    const plain = asInt(value);
    if (plain === undefined ? special(value, "__index__") === undefined : byteOf(vm, plain) < 0) {
      return plain === undefined ? index(vm, value) : undefined;
    }
  }
  if (key instanceof PySlice && value !== undefined && (asInt(value) !== undefined || asString(value) !== undefined)) {
    return raiseTypeError(vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  return accessItem(vm, CHANGE, { self, value }, key);
}

const ASSIGN: BytesThen<{ readonly self: PyByteArray; readonly range: SliceRange }> = {
  run: (vm, data, { self, range }) => putRange(vm, self, range, data),
};

function assignRange(vm: Machine, self: PyByteArray, range: SliceRange, value: Value): Result {
  if (typeOf(value).lookup("__float__") !== undefined) {
    return raiseTypeError(vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  if (!isBuffer(value)) return bytesFromIterable(vm, value, "bytearray", ASSIGN, { self, range });
  const data = bufferOf(vm, value);
  // A copy: it may be a view of this very array.
  return data === undefined ? undefined : putRange(vm, self, range, data.slice());
}

function putRange(vm: Machine, self: PyByteArray, range: SliceRange, data: Uint8Array): Result {
  const { start, stop, step, count } = range;
  if (step === 1) {
    // The array may have become shorter while the value was converted.
    const from = Math.min(start, self.data.length);
    const to = Math.min(Math.max(start, stop), self.data.length);
    return splice(vm, self, from, to, data) ? NONE : undefined;
  }
  if (data.length === 0) return removeRange(vm, self, range);
  if (data.length !== count) {
    return raiseValueError(vm, `attempt to assign bytes of size ${data.length} to extended slice of size ${count}`);
  }
  for (let i = 0, at = start; i < count; i++, at += step) self.data[at] = data[i] as number;
  return NONE;
}
