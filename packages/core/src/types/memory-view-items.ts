// The items of a memoryview: reading, writing, subscripts.
import { notImplementedErrorType } from "../objects/exception-types.ts";
import { typeErrorType } from "../objects/exception-types.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes, newList } from "../objects/make.ts";
import { PyMemoryView } from "../objects/memory-view.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyBytes, PySlice, PyTuple } from "../objects/sequences.ts";
import { ELLIPSIS, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { kindOfFormat, readItem, writeItem } from "../numeric/native-formats.ts";
import { bufferOf, offsetOfItem, raiseReleased, viewedBytes } from "../protocol/buffer.ts";
import { index } from "../protocol/conversion.ts";
import { pushNative } from "../protocol/frames.ts";
import { accessItem, type ItemAccess } from "../protocol/item-index.ts";
import { asInt } from "../protocol/lookup.ts";
import { catchError, raiseIndexError, raiseNew, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { double } from "../protocol/real.ts";
import { positionOf, type SliceRange } from "../protocol/slice.ts";
import { truth } from "../protocol/truth.ts";
import { nativeFormat, slicedView } from "./memory-view-make.ts";

/** The item at an offset in bytes, as a Python value. */
export function itemAt(view: PyMemoryView, offset: number): Value {
  const format = nativeFormat(view.layout.format) as string;
  const { data } = view.buffer.source;
  switch (kindOfFormat(format)) {
    case "byte":
      return newBytes(data.slice(offset, offset + 1));
    case "bool":
      return data[offset] !== 0;
    case "float":
      return new PyFloat(readItem(data, offset, format) as number);
    default:
      return readItem(data, offset, format);
  }
}

/** `tolist()`: nested lists, one level a dimension. */
export function listOfView(view: PyMemoryView, dimension = 0, from = 0): Value {
  const { layout } = view;
  const count = layout.shape[dimension];
  // At most 64 dimensions, so that the recursion is bounded.
  if (count === undefined) return itemAt(view, offsetOfItem(layout, from));
  const span = layout.shape.slice(dimension + 1).reduce((product, size) => product * size, 1);
  const items: Value[] = [];
  for (let i = 0; i < count; i++) items.push(listOfView(view, dimension + 1, from + i * span));
  return newList(items);
}

interface WriteState {
  readonly view: PyMemoryView;
  readonly offset: number;
  readonly value: Value;
  isConverted: boolean;
}

/** Converts a value for the view's format, then writes it. */
const writeOp: NativeOp<WriteState> = {
  name: "memoryview.__setitem__",
  step(vm, state, input) {
    const { view, offset, value } = state;
    let answer: Result = input;
    if (!state.isConverted) {
      state.isConverted = true;
      const kind = kindOfFormat(nativeFormat(view.layout.format) as string);
      answer = kind === "float" ? double(vm, value) : kind === "bool" ? truth(vm, value) : index(vm, value);
      if (answer === undefined) return vm.error === null ? undefined : wrongType(vm, view);
    }
    // Converting may have run Python that released the view.
    return view.isReleased ? raiseReleased(vm) : writePlain(vm, view, offset, answer as Value);
  },
  raised: (vm, { view }) => wrongType(vm, view),
};

function wrongType(vm: Machine, view: PyMemoryView): undefined {
  if (kindOfFormat(nativeFormat(view.layout.format) as string) === "bool") return undefined;
  if (catchError(vm, typeErrorType) === null) return undefined;
  return raiseTypeError(vm, `memoryview: invalid type for format '${view.layout.format}'`);
}

function writeValue(vm: Machine, view: PyMemoryView, offset: number, value: Value): Result {
  const { format } = view.layout;
  if (kindOfFormat(nativeFormat(format) as string) === "byte") {
    const bytes = value instanceof PyPayload ? value.payload : value;
    if (!(bytes instanceof PyBytes)) return raiseTypeError(vm, `memoryview: invalid type for format '${format}'`);
    if (bytes.data.length !== 1) return raiseValueError(vm, `memoryview: invalid value for format '${format}'`);
    view.buffer.source.data.set(bytes.data, offset);
    return NONE;
  }
  if (typeof value === "number") return writePlain(vm, view, offset, value);
  return pushNative(vm, writeOp, { view, offset, value, isConverted: false });
}

function writePlain(vm: Machine, view: PyMemoryView, offset: number, value: Value): Result {
  const format = nativeFormat(view.layout.format) as string;
  const number = value instanceof PyFloat ? value.v : (asInt(value) as number);
  const written = kindOfFormat(format) === "bool" ? (number === 0 ? 0 : 1) : number;
  if (writeItem(view.buffer.source.data, offset, format === "?" ? "B" : format, written)) return NONE;
  return raiseValueError(vm, `memoryview: invalid value for format '${view.layout.format}'`);
}

interface Access {
  readonly view: PyMemoryView;
  /** Undefined to read. */
  readonly value: Value | undefined;
}

const ACCESS: ItemAccess<Access> = {
  length: ({ view }) => view.layout.shape[0] as number,
  item(vm, { view, value }, position) {
    const { layout } = view;
    if (view.isReleased) return raiseReleased(vm);
    if (layout.shape.length > 1) return notImplemented(vm, "multi-dimensional sub-views are not implemented");
    const offset = layout.offset + position * (layout.strides[0] as number);
    return value === undefined ? itemAt(view, offset) : writeValue(vm, view, offset, value);
  },
  slice: {
    run(vm, range, { view, value }) {
      if (view.isReleased) return raiseReleased(vm);
      return value === undefined ? slicedView(view, range) : assignSlice(vm, view, range, value);
    },
  },
  outOfRange: "index out of bounds on dimension 1",
  wrongKey: (vm) => raiseTypeError(vm, "memoryview: invalid slice key"),
};

function notImplemented(vm: Machine, message: string): undefined {
  return raiseNew(vm, notImplementedErrorType, message);
}

/** `view[key]`, or `view[key] = value`. */
export function subscript(vm: Machine, view: PyMemoryView, key: Value, value: Value | undefined): Result {
  if (view.isReleased) return raiseReleased(vm);
  const dimensions = view.layout.shape.length;
  if (dimensions === 0) {
    const isWhole = key === ELLIPSIS || (key instanceof PyTuple && key.items.length === 0);
    if (!isWhole) return raiseTypeError(vm, "invalid indexing of 0-dim memory");
    if (value !== undefined) return writeValue(vm, view, view.layout.offset, value);
    return key === ELLIPSIS ? view : itemAt(view, view.layout.offset);
  }
  if (key instanceof PyTuple) return byTuple(vm, view, key.items, value);
  if (key instanceof PySlice && value !== undefined && dimensions > 1) {
    return notImplemented(vm, "memoryview slice assignments are currently restricted to ndim = 1");
  }
  return accessItem(vm, ACCESS, { view, value }, key);
}

/** One int for each dimension. */
function byTuple(vm: Machine, view: PyMemoryView, keys: readonly Value[], value: Value | undefined): Result {
  const { layout } = view;
  const dimensions = layout.shape.length;
  const positions = keys.map((key) => asInt(key));
  if (positions.includes(undefined)) {
    const isSlices = keys.every((key) => key instanceof PySlice);
    if (isSlices) return notImplemented(vm, "multi-dimensional slicing is not implemented");
    return raiseTypeError(vm, "memoryview: invalid slice key");
  }
  if (keys.length < dimensions) return notImplemented(vm, "sub-views are not implemented");
  if (keys.length > dimensions) {
    return raiseTypeError(vm, `cannot index ${dimensions}-dimension view with ${keys.length}-element tuple`);
  }
  let offset = layout.offset;
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const position = positionOf(positions[dimension] as number, layout.shape[dimension] as number);
    if (position < 0) return raiseIndexError(vm, `index out of bounds on dimension ${dimension + 1}`);
    offset += position * (layout.strides[dimension] as number);
  }
  return value === undefined ? itemAt(view, offset) : writeValue(vm, view, offset, value);
}

function assignSlice(vm: Machine, view: PyMemoryView, range: SliceRange, value: Value): Result {
  const bytes = bufferOf(vm, value);
  if (bytes === undefined) return undefined;
  const { layout } = view;
  const isView = value instanceof PyMemoryView;
  const format = isView ? value.layout.format : "B";
  const shape = isView ? value.layout.shape : [bytes.length];
  if (nativeFormat(format) !== nativeFormat(layout.format) || shape.length !== 1 || shape[0] !== range.count) {
    return raiseValueError(vm, "memoryview assignment: lvalue and rvalue have different structures");
  }
  // A copy: the source may overlap.
  const source = bytes.slice();
  const { data } = view.buffer.source;
  const stride = layout.strides[0] as number;
  for (let i = 0; i < range.count; i++) {
    const at = layout.offset + (range.start + i * range.step) * stride;
    for (let byte = 0; byte < layout.itemSize; byte++) data[at + byte] = source[i * layout.itemSize + byte] as number;
  }
  return NONE;
}

/** `tobytes(order)`: a copy; "F" means the first dimension fastest. */
export function bytesOfView(view: PyMemoryView, isFortran: boolean): Uint8Array {
  if (!isFortran || view.layout.shape.length < 2) return viewedBytes(view).slice();
  const { layout } = view;
  const turned = { ...layout, shape: [...layout.shape].reverse(), strides: [...layout.strides].reverse() };
  const { data } = view.buffer.source;
  const count = turned.shape.reduce((product, size) => product * size, 1);
  const bytes = new Uint8Array(count * layout.itemSize);
  for (let item = 0; item < count; item++) {
    const from = offsetOfItem(turned, item);
    bytes.set(data.subarray(from, from + layout.itemSize), item * layout.itemSize);
  }
  return bytes;
}
