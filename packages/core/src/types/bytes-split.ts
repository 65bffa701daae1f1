// Methods of bytes and bytearray that take them apart and strip them: split, partition, splitlines, strip, remove...
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { PyByteArray } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { findBytes, findLastBytes, matchesAt } from "../text/bytes-search.ts";
import {
  splitByteLines,
  splitBytes,
  splitBytesAtSpace,
  splitBytesAtSpaceBackwards,
  splitBytesBackwards,
} from "../text/bytes-split.ts";
import { isAsciiSpace } from "../text/white-space.ts";
import { charge } from "../protocol/charge.ts";
import { bufferOf } from "../protocol/buffer.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseValueError } from "../protocol/raise.ts";
import { type BytesCutting, bytesCutting, type BytesLike, like, partOf, partsOf } from "./bytes-like.ts";
import { method, type TypeEntry } from "./define.ts";

const AT_SEPARATOR: BytesCutting<Uint8Array> = bytesCutting(false, splitBytes);
const AT_LAST_SEPARATOR: BytesCutting<Uint8Array> = bytesCutting(true, splitBytesBackwards);
const AT_SPACE: BytesCutting<null> = bytesCutting(false, (data, _at, cuts) => splitBytesAtSpace(data, cuts));
const AT_LAST_SPACE: BytesCutting<null> = bytesCutting(true, (data, _at, cuts) =>
  splitBytesAtSpaceBackwards(data, cuts),
);
const AT_LINE_ENDS: BytesCutting<boolean> = bytesCutting(false, splitByteLines);

function splitting(bySeparator: BytesCutting<Uint8Array>, bySpace: BytesCutting<null>): TypeEntry {
  return method(
    "sep=None, maxsplit=-1",
    converting([Want.Any, Want.Size], (vm: Machine, self: BytesLike, separator?: Value, limit = -1): Result => {
      if (separator === undefined || separator === NONE) return partsOf(vm, self, bySpace, null, limit);
      const bytes = bufferOf(vm, separator);
      if (bytes === undefined) return undefined;
      if (bytes.length === 0) return raiseValueError(vm, "empty separator");
      return partsOf(vm, self, bySeparator, bytes, limit);
    }),
  );
}

function parting(
  search: (data: Uint8Array, needle: Uint8Array, from: number, to: number) => number,
  isLast: boolean,
): TypeEntry {
  return method("sep, /", (vm, self: BytesLike, separator: Value) => {
    const bytes = bufferOf(vm, separator);
    if (bytes === undefined) return undefined;
    if (bytes.length === 0) return raiseValueError(vm, "empty separator");
    const { data } = self;
    const at = search(data, bytes, 0, data.length);
    const empty = new Uint8Array(0);
    if (at < 0) {
      const whole = partOf(self, 0, data.length);
      return newTuple(
        isLast ? [like(self, empty), like(self, empty), whole] : [whole, like(self, empty), like(self, empty)],
      );
    }
    const middle = self instanceof PyByteArray ? like(self, bytes.slice()) : separator;
    return newTuple([partOf(self, 0, at), middle, partOf(self, at + bytes.length, data.length)]);
  });
}

/** A few members are looked through at least as fast as they are put into a set. */
function membership(members: Uint8Array): (byte: number) => boolean {
  if (members.length <= 16) return (byte) => members.includes(byte);
  const bytes = new Set(members);
  return (byte) => bytes.has(byte);
}

function stripping(atStart: boolean, atEnd: boolean): TypeEntry {
  return method("bytes=None, /", (vm, self: BytesLike, set?: Value) => {
    const members = set === undefined || set === NONE ? null : bufferOf(vm, set);
    if (members === undefined) return undefined;
    const { data } = self;
    charge(vm, data.length);
    const isMember = members === null ? isAsciiSpace : membership(members);
    let start = 0;
    let end = data.length;
    if (atStart) while (start < end && isMember(data[start] as number)) start++;
    if (atEnd) while (end > start && isMember(data[end - 1] as number)) end--;
    return partOf(self, start, end);
  });
}

function removing(atEnd: boolean): TypeEntry {
  return method(`${atEnd ? "suffix" : "prefix"}, /`, (vm, self: BytesLike, part: Value) => {
    const bytes = bufferOf(vm, part);
    if (bytes === undefined) return undefined;
    const { data } = self;
    const rest = data.length - bytes.length;
    if (rest < 0 || !matchesAt(data, bytes, atEnd ? rest : 0)) return partOf(self, 0, data.length);
    return atEnd ? partOf(self, 0, rest) : partOf(self, bytes.length, data.length);
  });
}

export function bytesSplit(): Readonly<Record<string, TypeEntry>> {
  return {
    split: splitting(AT_SEPARATOR, AT_SPACE),
    rsplit: splitting(AT_LAST_SEPARATOR, AT_LAST_SPACE),
    partition: parting(findBytes, false),
    rpartition: parting(findLastBytes, true),
    splitlines: method(
      "keepends=False",
      converting([Want.Truth], (vm: Machine, self: BytesLike, keepEnds = false) =>
        partsOf(vm, self, AT_LINE_ENDS, keepEnds, -1),
      ),
    ),
    strip: stripping(true, true),
    lstrip: stripping(true, false),
    rstrip: stripping(false, true),
    removeprefix: removing(false),
    removesuffix: removing(true),
  };
}
