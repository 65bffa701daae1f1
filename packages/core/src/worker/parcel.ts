// Values on their way between threads: plain data is copied, errors become data, anything else is refused by name.
import { ConversionError } from "../host/errors.ts";
import { PythonObject } from "../host/python-object.ts";
import { SharedRecord } from "../host/native/shared-record.ts";
import { type ErrorData, errorFromData, errorToData } from "./error-data.ts";

/** What a message carries of a value. */
export interface Parcel {
  /** Copied by the runtime; each Error in it has the place in `errors` as its message. */
  readonly value: unknown;
  readonly errors: readonly ErrorData[];
}

/** Values nested deeper than this are refused. */
const MAX_DEPTH = 500;

interface Packing {
  readonly seen: Map<object, unknown>;
  readonly errors: ErrorData[];
  readonly transfer: ArrayBuffer[];
}

/**
 * Copies a value for another thread; buffers to be transferred are added to `transfer`. Shared and cyclic references are
 * kept. Throws ConversionError, with the path to it from `path`, for what cannot go there.
 */
export function pack(value: unknown, path: string, transfer: ArrayBuffer[]): Parcel {
  const packing: Packing = { seen: new Map(), errors: [], transfer };
  return { value: packValue(packing, value, path, 0), errors: packing.errors };
}

/** An argument, and how an error names it. */
export interface Argument {
  readonly value: unknown;
  readonly path: string;
}

/** The same for several values at once, which arrive as an array. */
export function packAll(values: readonly Argument[], transfer: ArrayBuffer[]): Parcel {
  const packing: Packing = { seen: new Map(), errors: [], transfer };
  return { value: values.map(({ value, path }) => packValue(packing, value, path, 0)), errors: packing.errors };
}

function packValue(packing: Packing, value: unknown, path: string, depth: number): unknown {
  if (typeof value === "symbol") throw new ConversionError(path, "a symbol cannot go to another thread");
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return value;
  const known = packing.seen.get(value);
  if (known !== undefined) return known;
  if (depth >= MAX_DEPTH) throw new ConversionError(path, `nested deeper than ${MAX_DEPTH} levels`);
  // Any look at an object of the host may run code of the host's: a Proxy, a getter.
  try {
    return packObject(packing, value, path, depth);
  } catch (error) {
    if (error instanceof ConversionError) throw error;
    throw new ConversionError(path, `the host's object threw while it was read: ${String(error)}`);
  }
}

function packObject(packing: Packing, value: object, path: string, depth: number): unknown {
  const { seen } = packing;
  if (Array.isArray(value)) {
    const array: unknown[] = [];
    seen.set(value, array);
    for (let i = 0; i < value.length; i++) array.push(packValue(packing, value[i], `${path}[${i}]`, depth + 1));
    return array;
  }
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    seen.set(value, map);
    for (const [key, item] of value) {
      const packed = packValue(packing, key, `${path} key`, depth + 1);
      map.set(packed, packValue(packing, item, `${path} value`, depth + 1));
    }
    return map;
  }
  if (value instanceof Set) {
    const set = new Set<unknown>();
    seen.set(value, set);
    for (const item of value) set.add(packValue(packing, item, `${path} item`, depth + 1));
    return set;
  }
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
    const bytes = new Uint8Array(value instanceof ArrayBuffer ? value.slice(0) : value);
    seen.set(value, bytes);
    packing.transfer.push(bytes.buffer as ArrayBuffer);
    return bytes;
  }
  // Its memory is what both threads share; the other one makes a record of it again.
  if (value instanceof SharedRecord) return value.buffer;
  if (isShared(value)) return value;
  if (value instanceof Error) {
    const placeholder = new Error(String(packing.errors.length));
    seen.set(value, placeholder);
    packing.errors.push(errorToData(value));
    return placeholder;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof value !== "object" || isAwaited(value) || (prototype !== null && prototype !== Object.prototype)) {
    throw new ConversionError(path, `${describe(value)} cannot go to another thread`);
  }
  const record: Record<string, unknown> = Object.create(null);
  seen.set(value, record);
  for (const [key, item] of Object.entries(value)) {
    record[key] = packValue(packing, item, `${path}.${key}`, depth + 1);
  }
  return record;
}

function isShared(value: object): boolean {
  return typeof SharedArrayBuffer === "function" && value instanceof SharedArrayBuffer;
}

function isAwaited(value: object): boolean {
  return typeof (value as { then?: unknown }).then === "function" || Symbol.asyncIterator in value;
}

/** What the value is, in the words of the side that it comes from. */
function describe(value: object): string {
  if (value instanceof PythonObject) return `a Python object of type '${value.type}'`;
  if (typeof value === "function") {
    const { object } = value as { object?: unknown };
    return object instanceof PythonObject ? `a Python callable of type '${object.type}'` : "a function";
  }
  if (value instanceof Promise) {
    // It is refused, so nobody will see what becomes of it.
    value.catch(() => {});
    return "a Promise";
  }
  if (Symbol.asyncIterator in value) return "an asynchronous iterable";
  const { name } = (value as { constructor?: { name?: unknown } }).constructor ?? {};
  return `an object of class ${String(name)}`;
}

/** The value in the other thread. Changes what the message brought: records lose their prototype, errors come back. */
export function unpack({ value, errors }: Parcel): unknown {
  return restore(value, { seen: new Set(), errors: errors.map(errorFromData) });
}

interface Restoring {
  readonly seen: Set<object>;
  readonly errors: readonly Error[];
}

function restore(value: unknown, restoring: Restoring): unknown {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array || isShared(value)) return value;
  if (value instanceof Error) return restoring.errors[Number(value.message)];
  if (restoring.seen.has(value)) return value;
  restoring.seen.add(value);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = restore(value[i], restoring);
  } else if (value instanceof Map) {
    const entries = [...value];
    value.clear();
    for (const [key, item] of entries) value.set(restore(key, restoring), restore(item, restoring));
  } else if (value instanceof Set) {
    const items = [...value];
    value.clear();
    for (const item of items) value.add(restore(item, restoring));
  } else {
    Object.setPrototypeOf(value, null);
    const record = value as Record<string, unknown>;
    for (const key of Object.keys(record)) record[key] = restore(record[key], restoring);
  }
  return value;
}
