// Searching methods of bytes and bytearray: find and its kin, count, startswith, endswith, `in`.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyTuple } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Int } from "../numeric/int.ts";
import { searchBounds } from "../numeric/slice-range.ts";
import { countBytes, findBytes, findLastBytes, matchesAt } from "../text/bytes-search.ts";
import { charge } from "../protocol/charge.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import type { BytesLike } from "./bytes-like.ts";
import { method, type TypeEntry } from "./define.ts";
import { matchesAny } from "./match-any.ts";

/** What is searched for: a byte by its number, or the bytes of a bytes-like object; undefined after raising. */
function needleOf(vm: Machine, sub: Value, refuse: (typeName: string) => string): Uint8Array | undefined {
  if (typeof sub === "number" || typeof sub === "bigint") {
    if (sub < 0 || sub > 255) return raiseValueError(vm, "byte must be in range(0, 256)");
    return Uint8Array.of(Number(sub));
  }
  return isBuffer(sub) ? bufferOf(vm, sub) : raiseTypeError(vm, refuse(typeOf(sub).name));
}

function refuseNeedle(typeName: string): string {
  return `argument should be integer or bytes-like object, not '${typeName}'`;
}

const SEARCH_WANTS: readonly Want[] = [Want.ByteOrBuffer, Want.Bound, Want.Bound];

function searching(
  search: (data: Uint8Array, needle: Uint8Array, from: number, to: number) => number,
  isIndex: boolean,
): TypeEntry {
  return method(
    "sub, start=None, end=None, /",
    converting(SEARCH_WANTS, (vm: Machine, self: BytesLike, sub: Value, start?: Int, end?: Int): Result => {
      const needle = needleOf(vm, sub, refuseNeedle);
      if (needle === undefined) return undefined;
      charge(vm, self.data.length);
      const [from, to] = searchBounds(self.data.length, start, end);
      const at = search(self.data, needle, from, to);
      return at < 0 && isIndex ? raiseValueError(vm, "subsection not found") : at;
    }),
  );
}

function matching(name: string, atEnd: boolean): TypeEntry {
  const one = (vm: Machine, data: Uint8Array, part: Value, from: number, to: number): Result => {
    const bytes = bufferOf(vm, part);
    return bytes && to - from >= bytes.length && matchesAt(data, bytes, atEnd ? to - bytes.length : from);
  };
  return method(
    `${atEnd ? "suffix" : "prefix"}, start=None, end=None, /`,
    converting(
      [Want.Any, Want.Bound, Want.Bound],
      (vm: Machine, self: BytesLike, part: Value, start?: Int, end?: Int): Result => {
        const { data } = self;
        const [from, to] = searchBounds(data.length, start, end);
        if (part instanceof PyTuple) {
          return matchesAny(vm, {
            subject: data,
            size: data.length,
            from,
            to,
            items: part.items,
            matches: one,
            next: 0,
          });
        }
        if (isBuffer(part)) return one(vm, data, part, from, to);
        const message = `${name} first arg must be bytes or a tuple of bytes, not ${typeOf(part).name}`;
        return raiseTypeError(vm, message);
      },
    ),
  );
}

function contains(vm: Machine, self: BytesLike, item: Value): Result {
  const needle = needleOf(vm, item, (typeName) => `a bytes-like object is required, not '${typeName}'`);
  return needle === undefined ? undefined : findBytes(self.data, needle, 0, self.data.length) >= 0;
}

export function bytesSearch(): Readonly<Record<string, TypeEntry>> {
  return {
    find: searching(findBytes, false),
    rfind: searching(findLastBytes, false),
    index: searching(findBytes, true),
    rindex: searching(findLastBytes, true),
    count: searching(countBytes, false),
    startswith: matching("startswith", false),
    endswith: matching("endswith", true),
    __contains__: method("key, /", converting([Want.ByteOrBuffer], contains)),
  };
}
