// The type bytearray: construction, special methods, and the methods that change it.
import { byteArrayType } from "../objects/builtin-types.ts";
import { ByteArrayIterator } from "../objects/byte-iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import { PyByteArray } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Int } from "../numeric/int.ts";
import { compareBytes } from "../text/bytes-search.ts";
import { asciiText } from "../text/str-repr.ts";
import { charge } from "../protocol/charge.ts";
import { bufferOf, isBuffer } from "../protocol/buffer.ts";
import { CompareKind, orderAnswer } from "../protocol/compare.ts";
import { accessItem, type ItemAccess } from "../protocol/item-index.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseIndexError, raiseMemoryError, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { clampPosition } from "../protocol/slice.ts";
import { byteArrayRepr } from "./byte-array-repr.ts";
import { byteOf, changeItem, splice } from "./byte-array-change.ts";
import { bytesSpecial, repeatBytes, sliceBytes } from "./bytes.ts";
import { bytesCase } from "./bytes-case.ts";
import { bytesCodec } from "./bytes-codec.ts";
import { bytesFromIterable, type BytesThen, isIterable } from "./bytes-from.ts";
import { bytesLayout } from "./bytes-layout.ts";
import { argumentBytes } from "./bytes-like.ts";
import { bytesSearch } from "./bytes-search.ts";
import { bytesFromSource } from "./bytes-source.ts";
import { bytesSplit } from "./bytes-split.ts";
import { type CountAction, withCount } from "./count-argument.ts";
import { defineType, method, newMethod, type TypeEntry } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";

const INIT: BytesThen<PyByteArray> = {
  // A copy: the array may be that of a bytes object.
  run: (vm, data, self) => (splice(vm, self, 0, self.data.length, data.slice()) ? NONE : undefined),
};

function initialize(vm: Machine, self: PyByteArray, source?: Value, encoding?: Value, errors?: Value): Result {
  if (self.data.length > 0 && !splice(vm, self, 0, self.data.length, new Uint8Array(0))) return undefined;
  return bytesFromSource(vm, "bytearray", source, encoding, errors, INIT, self);
}

const ITEMS: ItemAccess<PyByteArray> = {
  length: (self) => self.data.length,
  item: (_vm, self, position) => self.data[position],
  slice: {
    length: (self) => self.data.length,
    run(vm, range, self) {
      charge(vm, range.count);
      return new PyByteArray(byteArrayType, sliceBytes(self.data, range));
    },
  },
  outOfRange: "bytearray index out of range",
  wrongKey: (vm, _self, key) =>
    raiseTypeError(vm, `bytearray indices must be integers or slices, not ${typeOf(key).name}`),
};

function comparison(kind: CompareKind): TypeEntry {
  return method("value, /", (vm, self: PyByteArray, other: Value) => {
    if (!isBuffer(other)) return NOT_IMPLEMENTED;
    const data = bufferOf(vm, other);
    return data === undefined ? undefined : orderAnswer(kind, compareBytes(self.data, data));
  });
}

function insertAt(vm: Machine, self: PyByteArray, position: number, value: number | bigint): Result {
  const byte = byteOf(vm, value);
  if (byte < 0) return undefined;
  return splice(vm, self, position, position, Uint8Array.of(byte)) ? NONE : undefined;
}

const EXTEND: BytesThen<PyByteArray> = {
  hints: true,
  run: (vm, data, self) => (splice(vm, self, self.data.length, self.data.length, data) ? NONE : undefined),
};

function extend(vm: Machine, self: PyByteArray, iterable: Value): Result {
  if (isBuffer(iterable)) {
    const data = argumentBytes(vm, self, iterable);
    return data === undefined ? undefined : EXTEND.run(vm, data, self);
  }
  if (asString(iterable) !== undefined) {
    return raiseTypeError(vm, `expected iterable of integers; got: '${typeOf(iterable).name}'`);
  }
  if (!isIterable(iterable)) return raiseTypeError(vm, `can't extend bytearray with ${typeOf(iterable).name}`);
  return bytesFromIterable(vm, iterable, "bytearray", EXTEND, self);
}

function addInPlace(vm: Machine, self: PyByteArray, other: Value): Result {
  if (!isBuffer(other)) {
    return raiseTypeError(vm, `can't concat ${typeOf(other).name} to ${self.type.name}`);
  }
  const data = argumentBytes(vm, self, other);
  if (data === undefined) return undefined;
  return splice(vm, self, self.data.length, self.data.length, data) ? self : undefined;
}

const REPEAT_IN_PLACE: CountAction<PyByteArray> = {
  run(vm, self, times) {
    if (self.data.length * times > vm.limits.length) return raiseMemoryError(vm);
    return splice(vm, self, 0, self.data.length, repeatBytes(self.data, times)) ? self : undefined;
  },
};

function pop(vm: Machine, self: PyByteArray, at: number = -1): Result {
  const { length } = self.data;
  if (length === 0) return raiseIndexError(vm, "pop from empty bytearray");
  const position = at < 0 ? at + length : at;
  const byte = self.data[position];
  if (byte === undefined) return raiseIndexError(vm, "pop index out of range");
  return splice(vm, self, position, position + 1, new Uint8Array(0)) ? byte : undefined;
}

function remove(vm: Machine, self: PyByteArray, value: Int): Result {
  const byte = byteOf(vm, value);
  if (byte < 0) return undefined;
  const at = self.data.indexOf(byte);
  if (at < 0) return raiseValueError(vm, "value not found in bytearray");
  return splice(vm, self, at, at + 1, new Uint8Array(0)) ? NONE : undefined;
}

function reduce(_vm: Machine, self: PyByteArray): Result {
  const text = asciiText(self.data, 0, self.data.length);
  return newTuple([self.type, newTuple([text, "latin-1"]), self.attrs ?? NONE]);
}

const repr: TypeEntry = method("", (vm, self: PyByteArray) => {
  const text = byteArrayRepr(self.data, self.type.name);
  return text.length > vm.limits.length ? raiseMemoryError(vm) : text;
});

function changing(): Readonly<Record<string, TypeEntry>> {
  return {
    append: method(
      "item, /",
      converting([Want.Index], (vm: Machine, self: PyByteArray, item: Int) =>
        insertAt(vm, self, self.data.length, item),
      ),
    ),
    insert: method(
      "index, item, /",
      converting([Want.Size, Want.Index], (vm: Machine, self: PyByteArray, at: number, item: Int) =>
        insertAt(vm, self, clampPosition(at, self.data.length), item),
      ),
    ),
    extend: method("iterable_of_ints, /", extend),
    pop: method("index=-1, /", converting([Want.Size], pop)),
    remove: method("value, /", converting([Want.Index], remove)),
    clear: method("", (vm, self: PyByteArray) =>
      splice(vm, self, 0, self.data.length, new Uint8Array(0)) ? NONE : undefined,
    ),
    reverse: method("", (vm, self: PyByteArray) => {
      charge(vm, self.data.length);
      self.data.reverse();
      return NONE;
    }),
    copy: method("", (vm, self: PyByteArray) => {
      charge(vm, self.data.length);
      return new PyByteArray(byteArrayType, self.data.slice());
    }),
  };
}

export function defineByteArray(): void {
  defineType(byteArrayType, "Sequences of bytes that can be changed.", {
    ...bytesSpecial(),
    ...bytesSearch(),
    ...bytesSplit(),
    ...bytesCase(),
    ...bytesLayout(),
    ...bytesCodec(),
    ...changing(),
    __new__: newMethod("*args, **kwargs", (vm, cls: Value) => {
      const type = classFor(vm, byteArrayType, cls);
      return type instanceof PyType ? new PyByteArray(type, new Uint8Array(0)) : undefined;
    }),
    __init__: method("source=b'', encoding='utf-8', errors='strict'", initialize),
    __repr__: repr,
    __str__: repr,
    __hash__: NONE,
    __lt__: comparison(CompareKind.Less),
    __le__: comparison(CompareKind.LessEqual),
    __eq__: comparison(CompareKind.Equal),
    __ne__: comparison(CompareKind.NotEqual),
    __gt__: comparison(CompareKind.Greater),
    __ge__: comparison(CompareKind.GreaterEqual),
    __iter__: method("", (_vm, self: PyByteArray) => new ByteArrayIterator(self)),
    __getitem__: method("key, /", (vm, self: PyByteArray, key: Value) => accessItem(vm, ITEMS, self, key)),
    __setitem__: method("key, value, /", changeItem),
    __delitem__: method("key, /", (vm, self: PyByteArray, key: Value) => changeItem(vm, self, key, undefined)),
    __iadd__: method("value, /", addInPlace),
    __imul__: method("value, /", (vm, self: PyByteArray, count: Value) => withCount(vm, self, count, REPEAT_IN_PLACE)),
    __alloc__: method("", (_vm, self: PyByteArray) => (self.data.length === 0 ? 0 : self.data.length + self.spare + 1)),
    __sizeof__: method(
      "",
      (_vm, self: PyByteArray) => 56 + (self.data.length === 0 ? 0 : self.data.length + self.spare + 1),
    ),
    __reduce__: method("", reduce),
    __reduce_ex__: method("proto=0, /", reduce),
    __release_buffer__: method("buffer, /", () => NONE),
  });
}
