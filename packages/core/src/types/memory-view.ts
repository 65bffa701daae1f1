// The type memoryview.
import { memoryViewType } from "../objects/builtin-types.ts";
import { MemoryIterator } from "../objects/byte-iterators.ts";
import { notImplementedErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes, newTuple } from "../objects/make.ts";
import { PyMemoryView } from "../objects/memory-view.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { hashBytes } from "../text/str-hash.ts";
import {
  bufferOf,
  byteLength,
  isBuffer,
  isContiguous,
  offsetOfItem,
  raiseReleased,
  viewedBytes,
} from "../protocol/buffer.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { charge } from "../protocol/charge.ts";
import { asString } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseNew, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { structuralEquals } from "../protocol/structural.ts";
import { compareBytes } from "../text/bytes-search.ts";
import { hexText } from "./bytes-codec.ts";
import { defineType, method, newMethod, property, type TypeEntry } from "./define.ts";
import { bytesOfView, itemAt, listOfView, subscript } from "./memory-view-items.ts";
import { castView, makeView, nativeFormat, viewLike } from "./memory-view-make.ts";

/** A method that a released view refuses. */
function live(text: string, body: (vm: Machine, self: PyMemoryView, ...args: Value[]) => Result): TypeEntry {
  return method(text, (vm, self: PyMemoryView, ...args: Value[]) =>
    self.isReleased ? raiseReleased(vm) : body(vm, self, ...args),
  );
}

/** Count work on all items of a view. */
function chargeView(vm: Machine, { layout }: PyMemoryView): void {
  charge(
    vm,
    layout.shape.reduce((product, size) => product * size, 1),
  );
}

function attribute(get: (self: PyMemoryView) => Value): TypeEntry {
  return property((vm, self: PyMemoryView) => (self.isReleased ? raiseReleased(vm) : get(self)));
}

/** Whether two views show the same items in the same shape, or undefined when the other is no buffer. */
function equal(vm: Machine, self: PyMemoryView, other: Value): boolean | undefined {
  if (self === other) return true;
  if (!isBuffer(other)) return undefined;
  if (self.isReleased || (other instanceof PyMemoryView && other.isReleased)) return false;
  const view = other instanceof PyMemoryView ? other : null;
  const bytes = view === null ? bufferOf(vm, other) : undefined;
  const shape = view === null ? [(bytes as Uint8Array).length] : view.layout.shape;
  if (shape.length !== self.layout.shape.length || !shape.every((count, i) => count === self.layout.shape[i])) {
    return false;
  }
  chargeView(vm, self);
  const ours = nativeFormat(self.layout.format);
  const theirs = view === null ? "B" : nativeFormat(view.layout.format);
  if (ours === theirs && ours !== "e" && ours !== "f" && ours !== "d" && ours !== "?") {
    return compareBytes(viewedBytes(self), view === null ? (bytes as Uint8Array) : viewedBytes(view)) === 0;
  }
  const count = shape.reduce((product, size) => product * size, 1);
  for (let item = 0; item < count; item++) {
    const a = itemAt(self, offsetOfItem(self.layout, item));
    const b = view === null ? ((bytes as Uint8Array)[item] as number) : itemAt(view, offsetOfItem(view.layout, item));
    if (structuralEquals(a, b, 0) !== true) return false;
  }
  return true;
}

function hash(vm: Machine, self: PyMemoryView): Result {
  if (self.isReleased) return raiseReleased(vm);
  if (!self.isReadOnly) return raiseValueError(vm, "cannot hash writable memoryview object");
  const format = nativeFormat(self.layout.format) as string;
  if (!"Bbc".includes(format)) {
    return raiseValueError(vm, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  return hashBytes(viewedBytes(self));
}

function toBytes(vm: Machine, self: PyMemoryView, order?: Value): Result {
  chargeView(vm, self);
  if (order === undefined || order === NONE) return newBytes(bytesOfView(self, false));
  const text = asString(order);
  if (text === undefined) {
    return raiseBadArgument(vm, "tobytes() argument 'order'", "str or None", order);
  }
  if (text !== "C" && text !== "F" && text !== "A") return raiseValueError(vm, "order must be 'C', 'F' or 'A'");
  return newBytes(bytesOfView(self, text === "F"));
}

/** Whether the items follow each other with the first dimension fastest. */
function isFortranContiguous({ layout }: PyMemoryView): boolean {
  return isContiguous({ ...layout, shape: [...layout.shape].reverse(), strides: [...layout.strides].reverse() });
}

function assign(vm: Machine, self: PyMemoryView, key: Value, value: Value): Result {
  if (self.isReadOnly) return raiseTypeError(vm, "cannot modify read-only memory");
  return subscript(vm, self, key, value);
}

function remove(vm: Machine, self: PyMemoryView): Result {
  return raiseTypeError(vm, self.isReadOnly ? "cannot modify read-only memory" : "cannot delete memory");
}

function release(_vm: Machine, self: PyMemoryView): Result {
  self.release();
  return NONE;
}

function iterate(vm: Machine, self: PyMemoryView): Result {
  switch (self.layout.shape.length) {
    case 0:
      return raiseTypeError(vm, "invalid indexing of 0-dim memory");
    case 1:
      return new MemoryIterator(self);
    default:
      return raiseNew(vm, notImplementedErrorType, "multi-dimensional sub-views are not implemented");
  }
}

const unordered: TypeEntry = method("value, /", () => NOT_IMPLEMENTED);

function attributes(): Readonly<Record<string, TypeEntry>> {
  return {
    obj: attribute((self) => self.buffer.owner),
    nbytes: attribute((self) => byteLength(self.layout)),
    readonly: attribute((self) => self.isReadOnly),
    itemsize: attribute((self) => self.layout.itemSize),
    format: attribute((self) => self.layout.format),
    ndim: attribute((self) => self.layout.shape.length),
    shape: attribute((self) => newTuple(self.layout.shape)),
    strides: attribute((self) => newTuple(self.layout.strides)),
    suboffsets: attribute(() => newTuple([])),
    c_contiguous: attribute((self) => isContiguous(self.layout)),
    f_contiguous: attribute(isFortranContiguous),
    contiguous: attribute((self) => isContiguous(self.layout) || isFortranContiguous(self)),
  };
}

export function defineMemoryView(): void {
  defineType(memoryViewType, "A window on the bytes of another object.", {
    ...attributes(),
    __new__: newMethod("object", (vm, _cls: Value, object: Value) => makeView(vm, object)),
    __repr__: method("", (vm, self: PyMemoryView) => {
      const address = vm.identityOf(self).toString(16);
      return `<${self.isReleased ? "released memory" : "memory"} at 0x${address}>`;
    }),
    __hash__: method("", hash),
    __eq__: method("value, /", (vm, self: PyMemoryView, other: Value) => equal(vm, self, other) ?? NOT_IMPLEMENTED),
    __ne__: method("value, /", (vm, self: PyMemoryView, other: Value) => {
      const same = equal(vm, self, other);
      return same === undefined ? NOT_IMPLEMENTED : !same;
    }),
    __lt__: unordered,
    __le__: unordered,
    __gt__: unordered,
    __ge__: unordered,
    __len__: live("", (vm, self) => self.layout.shape[0] ?? raiseTypeError(vm, "0-dim memory has no length")),
    __getitem__: method("key, /", (vm, self: PyMemoryView, key: Value) => subscript(vm, self, key, undefined)),
    __setitem__: live("key, value, /", (vm, self, key, value) => assign(vm, self, key as Value, value as Value)),
    __delitem__: live("key, /", remove),
    __iter__: live("", iterate),
    __enter__: live("", (_vm, self) => self),
    __exit__: method("*exc_info", release),
    __buffer__: live("flags, /", (_vm, self) => viewLike(self)),
    __release_buffer__: method("buffer, /", () => NONE),
    release: method("", release),
    tobytes: live("order='C'", toBytes),
    tolist: live("", (vm, self) => {
      chargeView(vm, self);
      return listOfView(self);
    }),
    toreadonly: live("", (_vm, self) => viewLike(self, self.layout, true)),
    cast: method("format, shape=None", castView),
    hex: method(
      "sep=None, bytes_per_sep=1",
      converting([Want.Any, Want.Size], (vm: Machine, self: PyMemoryView, separator?: Value, size?: number) =>
        self.isReleased ? raiseReleased(vm) : hexText(vm, viewedBytes(self), separator, size),
      ),
    ),
  });
}
