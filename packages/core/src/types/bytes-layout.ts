// Methods of bytes and bytearray that lay them out or put them together anew: center, zfill, expandtabs, replace, join.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyBytes } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { concatBytes, countBytes, findBytes } from "../text/bytes-search.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { allocate } from "../protocol/charge.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseMemoryError, raiseTypeError } from "../protocol/raise.ts";
import { isIterable } from "./bytes-from.ts";
import { type BytesLike, like, mayBeLong, partOf, singleByte } from "./bytes-like.ts";
import { method, type TypeEntry } from "./define.ts";

/** `share` tells how much of the padding goes to the left. */
function padding(name: string, share: (missing: number, width: number) => number): TypeEntry {
  return method(
    "width, fillchar=b' ', /",
    converting([Want.Size], (vm: Machine, self: BytesLike, width: number, fill?: Value): Result => {
      const byte = fill === undefined ? 32 : singleByte(fill);
      if (byte === undefined) {
        return raiseBadArgument(vm, `${name}() argument 2`, "a byte string of length 1", fill as Value);
      }
      const { data } = self;
      const missing = width - data.length;
      if (missing <= 0) return partOf(self, 0, data.length);
      if (!mayBeLong(vm, width)) return undefined;
      const padded = new Uint8Array(width).fill(byte);
      padded.set(data, share(missing, width));
      return like(self, padded);
    }),
  );
}

function zeroFill(vm: Machine, self: BytesLike, width: number): Result {
  const { data } = self;
  const missing = width - data.length;
  if (missing <= 0) return partOf(self, 0, data.length);
  if (!mayBeLong(vm, width)) return undefined;
  const padded = new Uint8Array(width).fill(48);
  padded.set(data, missing);
  const first = data[0];
  if (first === 43 || first === 45) {
    padded[missing] = 48;
    padded[0] = first;
  }
  return like(self, padded);
}

function expandTabs(vm: Machine, self: BytesLike, tabSize = 8): Result {
  const { data } = self;
  const size = Math.max(0, tabSize);
  // Two passes: the length first, so that nothing over the limit is built.
  let length = 0;
  let column = 0;
  for (const byte of data) {
    const width = byte !== 9 ? 1 : size === 0 ? 0 : size - (column % size);
    length += width;
    column = byte === 10 || byte === 13 ? 0 : column + width;
    if (length > vm.limits.length) return raiseMemoryError(vm);
  }
  const expanded = new Uint8Array(length);
  let at = 0;
  column = 0;
  for (const byte of data) {
    const width = byte !== 9 ? 1 : size === 0 ? 0 : size - (column % size);
    if (byte === 9) expanded.fill(32, at, at + width);
    else expanded[at] = byte;
    at += width;
    column = byte === 10 || byte === 13 ? 0 : column + width;
  }
  return like(self, expanded);
}

function replace(vm: Machine, self: BytesLike, old: Value, fresh: Value, limit = -1): Result {
  const { data } = self;
  const from = bufferOf(vm, old);
  const to = from === undefined ? undefined : bufferOf(vm, fresh);
  if (from === undefined || to === undefined) return undefined;
  allocate(vm, data.length);
  const count = countBytes(data, from, 0, data.length, limit < 0 ? Number.POSITIVE_INFINITY : limit);
  if (count === 0) return partOf(self, 0, data.length);
  const length = data.length + count * (to.length - from.length);
  if (!mayBeLong(vm, length)) return undefined;
  const replaced = new Uint8Array(length);
  let read = 0;
  let write = 0;
  for (let left = count; left > 0; left--) {
    // An empty needle matches before each byte and at the end.
    const at =
      from.length === 0
        ? Math.min(read + (left === count ? 0 : 1), data.length)
        : findBytes(data, from, read, data.length);
    replaced.set(data.subarray(read, at), write);
    write += at - read;
    replaced.set(to, write);
    write += to.length;
    read = at + from.length;
  }
  replaced.set(data.subarray(read), write);
  return like(self, replaced);
}

const JOIN: CollectThen<BytesLike> = {
  hints: "iterator",
  run(vm, items, self) {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as Value;
      if (!isBuffer(item)) {
        return raiseTypeError(vm, `sequence item ${i}: expected a bytes-like object, ${typeOf(item).name} found`);
      }
      const data = bufferOf(vm, item);
      if (data === undefined) return undefined;
      if (i > 0 && self.data.length > 0) parts.push(self.data);
      parts.push(data);
      length += data.length + self.data.length;
      if (length - self.data.length > vm.limits.length) return raiseMemoryError(vm);
    }
    allocate(vm, length);
    const only = items[0];
    if (items.length === 1 && only instanceof PyBytes && self instanceof PyBytes) return only;
    return like(self, concatBytes(parts));
  },
};

function join(vm: Machine, self: BytesLike, iterable: Value): Result {
  if (!isIterable(iterable)) return raiseTypeError(vm, "can only join an iterable");
  return collect(vm, iterable, JOIN, self);
}

export function bytesLayout(): Readonly<Record<string, TypeEntry>> {
  return {
    center: padding("center", (missing, width) => Math.floor(missing / 2) + (missing & width & 1)),
    ljust: padding("ljust", () => 0),
    rjust: padding("rjust", (missing) => missing),
    zfill: method("width, /", converting([Want.Size], zeroFill)),
    expandtabs: method("tabsize=8", converting([Want.Size], expandTabs)),
    replace: method("old, new, count=-1, /", converting([Want.Any, Want.Any, Want.Size], replace)),
    join: method("iterable_of_bytes, /", join),
  };
}
