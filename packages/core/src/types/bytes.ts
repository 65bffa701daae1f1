// The type bytes: construction and special methods; the others stand in the bytes-*.ts files.
import { bytesType } from "../objects/builtin-types.ts";
import { BytesIterator } from "../objects/byte-iterators.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes, newTuple } from "../objects/make.ts";
import { PyBytes } from "../objects/sequences.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { compareBytes, concatBytes } from "../text/bytes-search.ts";
import { hashBytes } from "../text/str-hash.ts";
import { bytesRepr } from "../text/str-repr.ts";
import { allocate, charge } from "../protocol/charge.ts";
import { CompareKind, orderAnswer } from "../protocol/compare.ts";
import { accessItem, type ItemAccess } from "../protocol/item-index.ts";
import { raiseMemoryError, raiseOverflowError, raiseTypeError } from "../protocol/raise.ts";
import { typeOf } from "../objects/make.ts";
import { bytesCase } from "./bytes-case.ts";
import { bytesCodec } from "./bytes-codec.ts";
import type { BytesThen } from "./bytes-from.ts";
import { bytesLayout } from "./bytes-layout.ts";
import { bytesModulo } from "./bytes-modulo.ts";
import { argumentBytes, type BytesLike, like, mayBeLong, partOf } from "./bytes-like.ts";
import { bytesSearch } from "./bytes-search.ts";
import { bytesFromSource } from "./bytes-source.ts";
import { bytesSplit } from "./bytes-split.ts";
import { type CountAction, withCount } from "./count-argument.ts";
import { defineType, method, newMethod, type TypeEntry } from "./define.ts";
import { isBuffer } from "../protocol/buffer.ts";
import { viewOf } from "./memory-view-make.ts";
import { classFor } from "../protocol/class-for.ts";
import { instanceOf } from "./new-payload.ts";
import { answersItself } from "./sequence-index.ts";
import type { SliceRange } from "../protocol/slice.ts";

const NEW: BytesThen<PyType> = {
  run: (_vm, data, cls, answer) => instanceOf(cls, bytesType, (cls === bytesType && answer) || newBytes(data)),
};

function newBytesObject(vm: Machine, cls: Value, source?: Value, encoding?: Value, errors?: Value): Result {
  const type = classFor(vm, bytesType, cls);
  if (type === undefined) return undefined;
  if (source instanceof PyBytes && encoding === undefined && errors === undefined) {
    return instanceOf(type, bytesType, source);
  }
  return bytesFromSource(vm, "bytes", source, encoding, errors, NEW, type);
}

/** The bytes that a slice selects. */
export function sliceBytes(data: Uint8Array, { start, step, count }: SliceRange): Uint8Array {
  if (step === 1) return data.slice(start, start + count);
  const selected = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) selected[i] = data[at] as number;
  return selected;
}

const ITEMS: ItemAccess<PyBytes> = {
  length: (self) => self.data.length,
  item: (_vm, self, position) => self.data[position],
  slice: {
    run: (vm, range, self) => {
      charge(vm, range.count);
      return range.step === 1
        ? partOf(self, range.start, range.start + range.count)
        : newBytes(sliceBytes(self.data, range));
    },
  },
  outOfRange: "index out of range",
  wrongKey: (vm, _self, key) => raiseTypeError(vm, `byte indices must be integers or slices, not ${typeOf(key).name}`),
};

/** `a + b`: any bytes-like object may follow. */
function concatenate(vm: Machine, self: BytesLike, other: Value): Result {
  if (!isBuffer(other)) {
    if (answersItself(other, "__radd__")) return NOT_IMPLEMENTED;
    return raiseTypeError(vm, `can't concat ${typeOf(other).name} to ${typeOf(self).name}`);
  }
  const data = argumentBytes(vm, self, other);
  if (data === undefined) return undefined;
  if (!mayBeLong(vm, self.data.length + data.length)) return undefined;
  if (self instanceof PyBytes && data.length === 0) return self;
  return like(self, concatBytes([self.data, data]));
}

export function repeatBytes(data: Uint8Array, times: number): Uint8Array {
  const repeated = new Uint8Array(data.length * times);
  if (data.length === 1) return repeated.fill(data[0] as number);
  // Doubling what stands already.
  repeated.set(times === 0 ? data.subarray(0, 0) : data);
  for (let done = data.length; done > 0 && done < repeated.length; done *= 2) {
    repeated.copyWithin(done, 0, Math.min(done, repeated.length - done));
  }
  return repeated;
}

const REPEAT: CountAction<BytesLike> = {
  run(vm, self, times) {
    const length = self.data.length * times;
    if (length >= 2 ** 63) return raiseOverflowError(vm, "repeated bytes are too long");
    if (length > vm.limits.length) return raiseMemoryError(vm);
    allocate(vm, length);
    return times === 1 && self instanceof PyBytes ? self : like(self, repeatBytes(self.data, times));
  },
};

const repeat: TypeEntry = method("value, /", (vm, self: BytesLike, count: Value) => withCount(vm, self, count, REPEAT));

/** Special methods that bytearray has too. */
export function bytesSpecial(): Readonly<Record<string, TypeEntry>> {
  return {
    __len__: method("", (_vm, self: BytesLike) => self.data.length),
    __add__: method("value, /", concatenate),
    __mul__: repeat,
    __rmul__: repeat,
    __mod__: method("value, /", bytesModulo),
    __rmod__: method("value, /", () => NOT_IMPLEMENTED),
    __buffer__: method("flags, /", (_vm, self: BytesLike) => viewOf(self)),
  };
}

function comparison(kind: CompareKind): TypeEntry {
  return method("value, /", (vm, self: PyBytes, other: Value) => {
    const plain = other instanceof PyPayload ? other.payload : other;
    if (!(plain instanceof PyBytes)) return NOT_IMPLEMENTED;
    charge(vm, Math.min(self.data.length, plain.data.length));
    return orderAnswer(kind, compareBytes(self.data, plain.data));
  });
}

const repr: TypeEntry = method("", (vm, self: PyBytes) => {
  charge(vm, self.data.length);
  const text = bytesRepr(self.data);
  return text.length > vm.limits.length ? raiseMemoryError(vm) : text;
});

export function defineBytes(): void {
  defineType(bytesType, "Sequences of bytes that do not change.", {
    ...bytesSpecial(),
    ...bytesSearch(),
    ...bytesSplit(),
    ...bytesCase(),
    ...bytesLayout(),
    ...bytesCodec(),
    __new__: newMethod("source=b'', encoding='utf-8', errors='strict'", newBytesObject),
    __repr__: repr,
    __str__: repr,
    __hash__: method("", (vm, self: PyBytes) => {
      charge(vm, self.data.length);
      return hashBytes(self.data);
    }),
    __lt__: comparison(CompareKind.Less),
    __le__: comparison(CompareKind.LessEqual),
    __eq__: comparison(CompareKind.Equal),
    __ne__: comparison(CompareKind.NotEqual),
    __gt__: comparison(CompareKind.Greater),
    __ge__: comparison(CompareKind.GreaterEqual),
    __iter__: method("", (_vm, self: PyBytes) => new BytesIterator(self)),
    __getitem__: method("key, /", (vm, self: PyBytes, key: Value) => accessItem(vm, ITEMS, self, key)),
    __bytes__: method("", (_vm, self: PyBytes) => self),
    __getnewargs__: method("", (_vm, self: PyBytes) => newTuple([self])),
  });
}
