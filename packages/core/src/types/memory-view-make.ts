// Making memoryviews: of bytes-like objects, of slices of views, with another format or shape.
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyMemoryView, type ViewLayout } from "../objects/memory-view.ts";
import { PyByteArray, PyBytes, PyList, PyTuple } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { FORMAT_SIZES } from "../numeric/native-formats.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { byteLength, isContiguous, raiseReleased } from "../protocol/buffer.ts";
import { asInt, asString } from "../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import type { SliceRange } from "../protocol/slice.ts";

function layoutOfBytes(length: number): ViewLayout {
  return { offset: 0, format: "B", itemSize: 1, shape: [length], strides: [1] };
}

/** A view of all the bytes of bytes or a bytearray; `owner` is what `obj` answers. */
export function viewOf(source: PyBytes | PyByteArray, owner: Value = source): PyMemoryView {
  const isReadOnly = source instanceof PyBytes;
  return new PyMemoryView({ owner, source, isReadOnly, views: 0 }, layoutOfBytes(source.data.length), isReadOnly);
}

/** A view of the same bytes as another one. */
export function viewLike(
  view: PyMemoryView,
  layout: ViewLayout = view.layout,
  isReadOnly: boolean = view.isReadOnly,
): PyMemoryView {
  return new PyMemoryView(view.buffer, layout, isReadOnly);
}

/** `memoryview(object)`. */
export function makeView(vm: Machine, object: Value): Result {
  if (object instanceof PyMemoryView) return object.isReleased ? raiseReleased(vm) : viewLike(object);
  if (object instanceof PyBytes || object instanceof PyByteArray) return viewOf(object);
  if (object instanceof PyPayload && object.payload instanceof PyBytes) return viewOf(object.payload, object);
  return raiseTypeError(vm, `memoryview: a bytes-like object is required, not '${typeOf(object).name}'`);
}

/** The view of a slice along the first dimension. */
export function slicedView(view: PyMemoryView, { start, step, count }: SliceRange): PyMemoryView {
  const { layout } = view;
  const stride = layout.strides[0] as number;
  return viewLike(view, {
    ...layout,
    offset: layout.offset + start * stride,
    shape: [count, ...layout.shape.slice(1)],
    strides: [stride * step, ...layout.strides.slice(1)],
  });
}

/** The format without its "@", or undefined when it is not one of ours. */
export function nativeFormat(format: string): string | undefined {
  const plain = format.startsWith("@") ? format.slice(1) : format;
  return plain.length === 1 && FORMAT_SIZES[plain] !== undefined ? plain : undefined;
}

function isByteFormat(format: string): boolean {
  return format === "B" || format === "b" || format === "c";
}

/** `view.cast(format, shape)`. */
export function castView(vm: Machine, view: PyMemoryView, format: Value, shape?: Value): Result {
  if (view.isReleased) return raiseReleased(vm);
  const wanted = asString(format);
  if (wanted === undefined) {
    return raiseBadArgument(vm, "cast() argument 'format'", "str", format);
  }
  const { layout } = view;
  if (!isContiguous(layout)) {
    return raiseTypeError(vm, "memoryview: casts are restricted to C-contiguous views");
  }
  if ((shape !== undefined || layout.shape.length !== 1) && layout.shape.includes(0)) {
    return raiseTypeError(vm, "memoryview: cannot cast view with zeros in shape or strides");
  }
  if (shape !== undefined) {
    if (!(shape instanceof PyList || shape instanceof PyTuple)) {
      return raiseTypeError(vm, "shape must be a list or a tuple");
    }
    if (shape.items.length > 64) {
      return raiseValueError(vm, "memoryview: number of dimensions must not exceed 64");
    }
    if (layout.shape.length !== 1 && shape.items.length !== 1) {
      return raiseTypeError(vm, "memoryview: cast must be 1D -> ND or ND -> 1D");
    }
  }
  const plain = nativeFormat(wanted);
  if (plain === undefined) {
    return raiseValueError(
      vm,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  const source = nativeFormat(layout.format) as string;
  if (!isByteFormat(source) && !isByteFormat(plain)) {
    return raiseTypeError(vm, "memoryview: cannot cast between two non-byte formats");
  }
  const itemSize = FORMAT_SIZES[plain] as number;
  const length = byteLength(layout);
  if (length % itemSize !== 0) return raiseTypeError(vm, "memoryview: length is not a multiple of itemsize");
  const counts = shape === undefined ? [length / itemSize] : shapeOf(vm, shape.items, itemSize, length);
  if (counts === undefined) return undefined;
  return viewLike(view, {
    offset: layout.offset,
    format: wanted,
    itemSize,
    shape: counts,
    strides: stridesOf(counts, itemSize),
  });
}

function shapeOf(vm: Machine, items: readonly Value[], itemSize: number, length: number): number[] | undefined {
  const counts: number[] = [];
  let product = itemSize;
  for (const item of items) {
    const count = asInt(item);
    if (count === undefined) return raiseTypeError(vm, "memoryview.cast(): elements of shape must be integers");
    if (count <= 0) return raiseValueError(vm, "memoryview.cast(): elements of shape must be integers > 0");
    counts.push(Number(count));
    product *= Number(count);
  }
  if (product !== length) return raiseTypeError(vm, "memoryview: product(shape) * itemsize != buffer size");
  return counts;
}

function stridesOf(shape: readonly number[], itemSize: number): number[] {
  const strides: number[] = [];
  let stride = itemSize;
  for (let dimension = shape.length - 1; dimension >= 0; dimension--) {
    strides.unshift(stride);
    stride *= shape[dimension] as number;
  }
  return strides;
}
