// From Python values to JavaScript: plain data by value, everything else as an opaque description.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyByteArray, PyBytes, PyList, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict, PySet } from "../objects/table.ts";
import type { Value } from "../objects/value.ts";
import { unwrap } from "../protocol/lookup.ts";

/** A Python object that has no JavaScript counterpart. */
export interface OpaqueObject {
  readonly pythonType: string;
}

/** Containers nested deeper than this are not converted. */
const MAX_DEPTH = 200;

/**
 * The JavaScript value of plain data: int as number (bigint beyond 2**53), float as number, str, bool, None as null,
 * list and tuple as arrays, dict as a null-prototype object when all keys are str and as a Map otherwise, set as Set,
 * bytes as Uint8Array. Shared and cyclic references are kept.
 */
export function toJs(vm: Machine, value: Value): unknown {
  return convert(vm, value, new Map(), 0);
}

function convert(vm: Machine, value: Value, seen: Map<Value, unknown>, depth: number): unknown {
  const plain = unwrap(value);
  if (typeof plain !== "object") return plain;
  if (plain === NONE) return null;
  if (plain instanceof PyFloat) return plain.v;
  if (plain instanceof PyBytes || plain instanceof PyByteArray) return plain.data.slice();
  const known = seen.get(plain);
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH) return opaque(plain);
  if (plain instanceof PyList || plain instanceof PyTuple) {
    const array: unknown[] = [];
    seen.set(plain, array);
    for (const item of plain.items) array.push(convert(vm, item, seen, depth + 1));
    return array;
  }
  if (plain instanceof PyDict) return convertDict(vm, plain, seen, depth);
  if (plain instanceof PySet) {
    const set = new Set<unknown>();
    seen.set(plain, set);
    for (const key of plain.keys) if (key !== undefined) set.add(convert(vm, key, seen, depth + 1));
    return set;
  }
  return opaque(plain);
}

function convertDict(vm: Machine, dict: PyDict, seen: Map<Value, unknown>, depth: number): unknown {
  const entries = dict.keys.flatMap((key, at) => (key === undefined ? [] : [[key, dict.values[at] as Value] as const]));
  if (entries.every(([key]) => typeof key === "string")) {
    const object: Record<string, unknown> = Object.create(null);
    seen.set(dict, object);
    for (const [key, value] of entries) object[key as string] = convert(vm, value, seen, depth + 1);
    return object;
  }
  const map = new Map<unknown, unknown>();
  seen.set(dict, map);
  for (const [key, value] of entries) map.set(convert(vm, key, seen, depth + 1), convert(vm, value, seen, depth + 1));
  return map;
}

function opaque(value: Value): OpaqueObject {
  return Object.freeze({ pythonType: typeOf(value).name });
}
