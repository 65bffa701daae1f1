// What the methods that bytes and bytearray share are written with.
import { allocate, countBytes } from "../protocol/charge.ts";
import { byteArrayType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes } from "../objects/make.ts";
import { PyByteArray, PyBytes } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Range } from "../text/bytes-split.ts";
import { bufferOf } from "../protocol/buffer.ts";
import { unwrap } from "../protocol/lookup.ts";
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

/** The byte that a bytes-like object of length 1 holds; undefined for others. */
export function singleByte(value: Value): number | undefined {
  const plain = unwrap(value);
  if (!(plain instanceof PyBytes || plain instanceof PyByteArray)) return undefined;
  return plain.data.length === 1 ? plain.data[0] : undefined;
}

/** Bytes that each object takes besides its contents, in V8. */
const BYTES_EXTRA = 160;

/** What bytes are cut out of, and at what. */
interface BytesSource<A> {
  readonly self: BytesLike;
  readonly data: Uint8Array;
  readonly at: A;
}

/** How bytes are cut, at what `A` says. */
export type BytesCutting<A> = Cutting<BytesSource<A>, Range>;

export function bytesCutting<A>(
  isBackwards: boolean,
  cut: (data: Uint8Array, at: A, cuts: number) => Range[],
): BytesCutting<A> {
  return {
    isBackwards,
    extraBytes: BYTES_EXTRA,
    cut: ({ data, at }, [from, to], cuts) =>
      cut(data.subarray(from, to), at, cuts).map(([start, end]): Range => [from + start, from + end]),
    value: ({ self, data }, [start, end]) => like(self, data.slice(start, end)),
  };
}

/** The list of the pieces of `self`. */
export function partsOf<A>(vm: Machine, self: BytesLike, how: BytesCutting<A>, at: A, cuts: number): Result {
  const { data } = self;
  countBytes(vm, data.length);
  return splitAll(vm, how, { self, data, at }, [0, data.length], data.length, cuts);
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
