// What the methods that bytes and bytearray share are written with.
import { allocate, countBytes } from "../protocol/charge.ts";
import { byteArrayType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes } from "../objects/make.ts";
import { PyByteArray, type PyBytes } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Range } from "../text/bytes-split.ts";
import { bufferOf } from "../protocol/buffer.ts";
import { raiseMemoryError } from "../protocol/raise.ts";
import { type Cutting, splitAll } from "./split-portions.ts";

/** Self of a shared method; the subclass instance of a bytes has been unwrapped. */
export type BytesLike = PyBytes | PyByteArray;

/** New bytes of the exact type that `self` is or derives from; takes ownership of `data`. */
export function like(self: BytesLike, data: Uint8Array): BytesLike {
  return self instanceof PyByteArray ? new PyByteArray(byteArrayType, data) : newBytes(data);
}

/** A part of `self`; bytes answer themselves when it is all of them. */
export function partOf(self: BytesLike, start: number, end: number): BytesLike {
  if (start === 0 && end === self.data.length && !(self instanceof PyByteArray)) return self;
  return like(self, self.data.slice(start, end));
}

/** Bytes that each object takes besides its contents, in V8. */
const BYTES_EXTRA = 160;

/** The list of the pieces that `cut` finds in all of `self`. */
export function partsOf(
  vm: Machine,
  self: BytesLike,
  cut: (data: Uint8Array, cuts: number) => Range[],
  cuts: number,
  isBackwards = false,
): Result {
  countBytes(vm, self.data.length);
  const { data } = self;
  const cutting: Cutting<Range> = {
    isBackwards,
    extraBytes: BYTES_EXTRA,
    cut: ([from, to], left) =>
      cut(data.subarray(from, to), left).map(([start, end]): Range => [from + start, from + end]),
    value: ([start, end]) => like(self, data.slice(start, end)),
  };
  return splitAll(vm, cutting, [0, data.length], data.length, cuts);
}

/** The bytes of an argument that may not change while a method runs that changes `self`. */
export function argumentBytes(vm: Machine, self: BytesLike, argument: Value): Uint8Array | undefined {
  const data = bufferOf(vm, argument);
  return data !== undefined && data.buffer === self.data.buffer ? data.slice() : data;
}

/** Whether a length is allowed, which is then charged; raises MemoryError when not. */
export function mayBeLong(vm: Machine, length: number): boolean {
  allocate(vm, length);
  if (length <= vm.limits.length) return true;
  raiseMemoryError(vm);
  return false;
}
