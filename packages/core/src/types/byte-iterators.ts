// The iterator types of bytes, bytearray and memoryview.
import { byteArrayIteratorType, bytesIteratorType, memoryIteratorType } from "../objects/builtin-types.ts";
import type { ByteArrayIterator, BytesIterator, MemoryIterator } from "../objects/byte-iterators.ts";
import { stopIterationType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { EMPTY_TUPLE, newTuple } from "../objects/make.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { raiseReleased } from "../protocol/buffer.ts";
import { next } from "../protocol/iterate.ts";
import { asInt } from "../protocol/lookup.ts";
import { raiseNew, raiseTypeError } from "../protocol/raise.ts";
import { dictGetString } from "../protocol/table.ts";
import { defineType, method, type TypeEntry } from "./define.ts";
import { itemAt } from "./memory-view-items.ts";

type ByteIterator = BytesIterator | ByteArrayIterator;

/** `__next__` as a method: what `next` answers, with StopIteration at the end. */
function orStop(vm: Machine, item: Result): Result {
  return item === DONE ? raiseNew(vm, stopIterationType) : item;
}

function reduce(vm: Machine, self: ByteIterator): Result {
  const iter = dictGetString(vm.builtins, "iter") ?? NONE;
  if (self.source === null) return newTuple([iter, newTuple([EMPTY_TUPLE])]);
  return newTuple([iter, newTuple([self.source]), self.index]);
}

function setState(vm: Machine, self: ByteIterator, state: Value): Result {
  const at = asInt(state);
  if (at === undefined) return raiseTypeError(vm, "an integer is required");
  if (self.source !== null) self.index = Math.min(Math.max(0, Number(at)), self.source.data.length);
  return NONE;
}

function bytes(): Readonly<Record<string, TypeEntry>> {
  return {
    __iter__: method("", (_vm, self: ByteIterator) => self),
    __next__: method("", (vm, self: ByteIterator) => orStop(vm, next(vm, self))),
    __length_hint__: method("", (_vm, { source, index }: ByteIterator) =>
      source === null ? 0 : Math.max(0, source.data.length - index),
    ),
    __reduce__: method("", reduce),
    __setstate__: method("object, /", setState),
  };
}

function nextOfView(vm: Machine, self: MemoryIterator): Result {
  const { view } = self;
  if (view === null) return raiseNew(vm, stopIterationType);
  if (view.isReleased) return raiseReleased(vm);
  const { layout } = view;
  if (self.index >= (layout.shape[0] as number)) {
    self.view = null;
    return raiseNew(vm, stopIterationType);
  }
  return itemAt(view, layout.offset + self.index++ * (layout.strides[0] as number));
}

export function defineByteIterators(): void {
  defineType(bytesIteratorType, null, bytes());
  defineType(byteArrayIteratorType, null, bytes());
  defineType(memoryIteratorType, null, {
    __iter__: method("", (_vm, self: MemoryIterator) => self),
    __next__: method("", nextOfView),
  });
}
