// From Python values to JavaScript: plain data by value, everything else as a handle.
import { coroutineType, asyncGeneratorType } from "../objects/builtin-types.ts";
import { PyException } from "../objects/exception.ts";
import { PyGenerator } from "../objects/generator.ts";
import { PyHostAsyncIterator, PyHostCall, PyPromise } from "../objects/host-values.ts";
import { PyNative } from "../objects/native-instance.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyByteArray, PyBytes, PyList, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict, PySet } from "../objects/table.ts";
import type { Value } from "../objects/value.ts";
import { charge } from "../protocol/charge.ts";
import { unwrap } from "../protocol/lookup.ts";
import { asyncIterableFrom, promiseFrom } from "./awaitable.ts";
import type { Boundary } from "./boundary.ts";
import { errorFrom } from "./js-error.ts";
import { handleFor } from "./python-object.ts";

/** Containers nested deeper than this are not converted: the host gets a handle. */
const MAX_DEPTH = 200;

interface Conversion {
  readonly boundary: Boundary;
  readonly seen: Map<Value, unknown>;
  count: number;
}

/**
 * The JavaScript value of a Python value: int as number (bigint beyond 2**53), float as number, str, bool, None as null,
 * list and tuple as arrays, dict as a null-prototype object when all keys are str and as a Map otherwise, set as Set,
 * bytes as Uint8Array, an exception as PythonError, a coroutine as a Promise (which starts it), an asynchronous generator
 * as an AsyncIterable, an instance of a native class as its payload, a callable as a function, anything else as a PythonObject. Shared and cyclic references are kept.
 */
export function toJs(boundary: Boundary, value: Value): unknown {
  if (typeof value !== "object") return value;
  const conversion: Conversion = { boundary, seen: new Map(), count: 0 };
  const converted = convert(conversion, value, 0);
  charge(boundary.machine, conversion.count);
  return converted;
}

function convert(conversion: Conversion, value: Value, depth: number): unknown {
  conversion.count += 1;
  const { boundary, seen } = conversion;
  const plain = unwrap(value);
  if (typeof plain !== "object") return plain;
  if (plain === NONE) return null;
  if (plain instanceof PyFloat) return plain.v;
  if (plain instanceof PyBytes || plain instanceof PyByteArray) return plain.data.slice();
  const known = seen.get(plain);
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH) return handleFor(boundary, plain);
  if (plain instanceof PyList || plain instanceof PyTuple) {
    const array: unknown[] = [];
    seen.set(plain, array);
    for (const item of plain.items) array.push(convert(conversion, item, depth + 1));
    return array;
  }
  if (plain instanceof PyDict) return convertDict(conversion, plain, depth);
  if (plain instanceof PySet) {
    const set = new Set<unknown>();
    seen.set(plain, set);
    for (const key of plain.keys) if (key !== undefined) set.add(convert(conversion, key, depth + 1));
    return set;
  }
  if (plain instanceof PyException) return errorFrom(boundary, plain);
  if (plain instanceof PyNative && plain.shell !== null && plain.shell.payload !== null) return plain.shell.payload;
  if (plain instanceof PyPromise) return plain.promise;
  if (plain instanceof PyHostCall) return promiseFrom(boundary, plain);
  if (plain instanceof PyHostAsyncIterator) return { [Symbol.asyncIterator]: () => plain.iterator };
  if (plain instanceof PyGenerator) {
    if (plain.type === coroutineType) return promiseFrom(boundary, plain);
    if (plain.type === asyncGeneratorType) return asyncIterableFrom(boundary, plain);
  }
  return handleFor(boundary, plain);
}

function convertDict(conversion: Conversion, dict: PyDict, depth: number): unknown {
  const { seen } = conversion;
  const entries = dict.keys.flatMap((key, at) => (key === undefined ? [] : [[key, dict.values[at] as Value] as const]));
  if (entries.every(([key]) => typeof key === "string")) {
    const object: Record<string, unknown> = Object.create(null);
    seen.set(dict, object);
    for (const [key, value] of entries) object[key as string] = convert(conversion, value, depth + 1);
    return object;
  }
  const map = new Map<unknown, unknown>();
  seen.set(dict, map);
  for (const [key, value] of entries)
    map.set(convert(conversion, key, depth + 1), convert(conversion, value, depth + 1));
  return map;
}
