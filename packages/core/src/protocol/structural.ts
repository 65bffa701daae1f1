// Equality of native values without running Python, where that is possible.
import { NativeFunction, BoundNative } from "../objects/native.ts";
import { dictType, listType, objectType, setType, tupleType } from "../objects/builtin-types.ts";
import { PyMethod } from "../objects/function.ts";
import { PyInstance, PyPayload } from "../objects/instance.ts";
import { typeOf } from "../objects/make.ts";
import { PyMemoryView } from "../objects/memory-view.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import { PyRecord } from "../objects/record.ts";
import { PyBytes, PyByteArray, PyList, PyRange, PySlice, PyTuple } from "../objects/sequences.ts";
import { PyDict, PySet } from "../objects/table.ts";
import type { Value } from "../objects/value.ts";
import { equalsFloat } from "../numeric/int-float.ts";
import { STRUCTURE_DEPTH } from "./hash.ts";

/** Items that one comparison may look at without a frame: shared structure would make it exponential. */
const ALLOWANCE = 100_000;

/** How many items a comparison may still look at. */
interface Work {
  left: number;
}

/** Whether `a is b`: int, float and str compare by type and value. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  return a instanceof PyFloat && b instanceof PyFloat && Object.is(a.v, b.v);
}

function asNumber(value: Value): number | bigint | PyFloat | undefined {
  switch (typeof value) {
    case "number":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "object":
      return value instanceof PyFloat ? value : undefined;
    default:
      return undefined;
  }
}

/**
 * `a == b` for native values: true or false, or undefined when only Python can tell (a class with its own `__eq__`, or
 * containers nested too deep).
 */
export function structuralEquals(a: Value, b: Value, depth: number, work: Work | null = null): boolean | undefined {
  const x = asNumber(a);
  const y = asNumber(b);
  if (x !== undefined && y !== undefined) {
    if (x instanceof PyFloat) return y instanceof PyFloat ? x.v === y.v : equalsFloat(y, x.v);
    // biome-ignore lint/suspicious/noDoubleEquals: a number equals a bigint of the same value only with ==.
    return y instanceof PyFloat ? equalsFloat(x, y.v) : x == y;
  }
  if (typeof a === "string" && typeof b === "string") return a === b;
  if (typeof a !== "object" && typeof b !== "object") return false;
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  if (a instanceof PyInstance && b instanceof PyInstance && isByIdentity(typeA.lookup("__eq__"))) {
    if (typeA === typeB || isByIdentity(typeB.lookup("__eq__"))) return a === b;
  }
  if (!hasNativeEquality(a) || !hasNativeEquality(b)) return undefined;
  if (typeA === typeB && a !== b) {
    if (typeA === listType || typeA === tupleType)
      return sameItems((a as PyList).items, (b as PyList).items, depth, work);
    if (typeA === dictType || typeA === setType) return (a as PyDict).size === (b as PyDict).size ? undefined : false;
  }
  // What a library's own `__eq__` answers may be no bool.
  if (a === b && (typeA.module === "builtins" || isByIdentity(typeA.lookup("__eq__")))) return true;
  if (a instanceof PyPayload || b instanceof PyPayload) {
    return structuralEquals(
      a instanceof PyPayload ? a.payload : a,
      b instanceof PyPayload ? b.payload : b,
      depth,
      work,
    );
  }
  if (a instanceof PyList && b instanceof PyList) return sameItems(a.items, b.items, depth, work);
  if (a instanceof PyTuple && b instanceof PyTuple) return sameItems(a.items, b.items, depth, work);
  if (a instanceof PyBytes || a instanceof PyByteArray) {
    if (b instanceof PyBytes || b instanceof PyByteArray) {
      if (work !== null && (work.left -= a.data.length >> 4) < 0) return undefined;
      return sameBytes(a.data, b.data);
    }
    // A view compares itself with any bytes.
    return typeB.isBuiltin && !(b instanceof PyMemoryView) ? false : undefined;
  }
  if (a instanceof PyRecord && b instanceof PyRecord) {
    const parts = b.parts();
    return typeA === typeB && a.parts().every((part, at) => part === parts[at]);
  }
  if (a instanceof PyComplex) {
    if (b instanceof PyComplex) return a.real === b.real && a.imaginary === b.imaginary;
    return y === undefined ? false : a.imaginary === 0 && structuralEquals(new PyFloat(a.real), b, depth);
  }
  if (b instanceof PyComplex) return structuralEquals(b, a, depth);
  if (a instanceof PyMethod) return b instanceof PyMethod && a.self === b.self && a.func === b.func;
  if (a instanceof BoundNative) return b instanceof BoundNative && a.func === b.func && isSame(a.self, b.self);
  if (a instanceof PyRange) return b instanceof PyRange && sameRange(a, b);
  if (a instanceof PySlice && b instanceof PySlice) {
    return sameItems([a.start, a.stop, a.step], [b.start, b.stop, b.step], depth, work);
  }
  if (a instanceof PySet && b instanceof PySet && a.size !== b.size) return false;
  if (a instanceof PyDict && b instanceof PyDict && a.size !== b.size) return false;
  if (typeof a !== "object" || typeof b !== "object") return isPlainPair(a, b) ? false : undefined;
  // Objects compared by identity differ; other natives (dicts, sets, views, ...) compare in their own methods.
  return isByIdentity(typeA.lookup("__eq__")) && isByIdentity(typeB.lookup("__eq__")) ? false : undefined;
}

/** A str or number beside an object that is compared by identity, or beside a container. */
function isPlainPair(a: Value, b: Value): boolean {
  const object = typeof a === "object" ? a : b;
  return (
    object instanceof PyList ||
    object instanceof PyTuple ||
    object instanceof PyDict ||
    object instanceof PySet ||
    object instanceof PyFloat ||
    isByIdentity(typeOf(object).lookup("__eq__"))
  );
}

function isByIdentity(method: Value | undefined): boolean {
  return method instanceof NativeFunction && method.owner === objectType && method.name === "__eq__";
}

function hasNativeEquality(value: Value): boolean {
  const type = typeOf(value);
  if (type.isBuiltin) return true;
  const method = type.lookup("__eq__");
  return method instanceof NativeFunction && (method.owner !== objectType || method.name === "__eq__");
}

function sameItems(a: readonly Value[], b: readonly Value[], depth: number, given: Work | null): boolean | undefined {
  if (a.length !== b.length) return false;
  if (depth > STRUCTURE_DEPTH) return undefined;
  const work = given ?? { left: ALLOWANCE };
  work.left -= a.length;
  if (work.left < 0) return undefined;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as Value;
    const y = b[i] as Value;
    if (typeof x === "string" && (work.left -= x.length >> 8) < 0) return undefined;
    if (x === y) continue;
    const same = isSame(x, y) || structuralEquals(x, y, depth + 1, work);
    if (same !== true) return same;
  }
  return true;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameRange(a: PyRange, b: PyRange): boolean {
  if (a.length !== b.length) return false;
  if (a.length === 0) return true;
  return a.start === b.start && (a.length === 1 || a.step === b.step);
}
