// From JavaScript values to Python: plain data by value, shared and cyclic references kept, depth bounded.
import { bytesType } from "../objects/builtin-types.ts";
import { PyHostAsyncIterator, PyPromise } from "../objects/host-values.ts";
import { newDict, newList, newSet } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyBytes } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { isPythonObject } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { charge } from "../protocol/charge.ts";
import { dictSet, setAdd } from "../protocol/table.ts";
import { dictOfTexts } from "../protocol/text-dict.ts";
import { type Boundary, type CallArguments, Keywords, Within } from "./boundary.ts";
import { ClosedError, ConversionError, HandleError } from "./errors.ts";
import { exceptionFrom } from "./js-error.ts";
import { className } from "./class-name.ts";
import { instanceFor } from "./native/class-codec.ts";
import { hostFunction } from "./host-function.ts";
import { standsFor } from "./python-object.ts";

/** Values nested deeper than this are refused. */
const MAX_DEPTH = 500;

interface Conversion {
  readonly boundary: Boundary;
  /** What is converted as a whole, and what it becomes: most of what crosses holds no other objects. */
  root: object | null;
  rootValue: Value | undefined;
  /** The objects within it, and what they have become; null while there are none. */
  seen: Map<object, Value> | null;
  /** Values converted so far: charged to the script's budget at the end. */
  count: number;
}

/**
 * The Python value of a JavaScript value: null and undefined as None, whole safe numbers as int, other numbers as float,
 * bigint as int, Uint8Array and ArrayBuffer as bytes, arrays as list, plain objects as dict, Map as dict, Set as set,
 * the memory of a shared record as the record, Error as an exception, Promise and asynchronous iterables as what `await` and `async for` take, functions as callables;
 * what came from this VM as the object it was. Throws ConversionError for anything else, with the path to it from `path`.
 */
export function toPython(boundary: Boundary, value: unknown, path: string): Value {
  const plain = plainToPython(value);
  if (plain !== undefined) return plain;
  const conversion: Conversion = { boundary, root: null, rootValue: undefined, seen: null, count: 0 };
  const converted = convert(conversion, value, path, 0);
  charge(boundary.machine, conversion.count);
  return converted;
}

/** The same for what needs no look inside; undefined for all else. */
function plainToPython(value: unknown): Value | undefined {
  switch (typeof value) {
    case "boolean":
    case "string":
      return value;
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : new PyFloat(value);
    default:
      return undefined;
  }
}

function isA<T>(value: unknown, type: new (...args: never[]) => T): value is T {
  try {
    return typeof value === "object" && value instanceof type;
  } catch {
    // A Proxy that lets nobody look at it.
    return false;
  }
}

/** The arguments of a call from the host; a last `keywords({...})` gives the keyword arguments. */
export function argumentsToPython(boundary: Boundary, args: readonly unknown[]): CallArguments {
  let count = args.length;
  const given = args[count - 1];
  const bounds = isA(given, Within) ? given : null;
  if (bounds !== null) count--;
  const last = args[count - 1];
  if (isA(last, Keywords)) count--;
  const positional: Value[] = [];
  for (let at = 0; at < count; at++) {
    positional.push(plainToPython(args[at]) ?? toPython(boundary, args[at], `argument ${at + 1}`));
  }
  if (!isA(last, Keywords)) return { positional, named: null, bounds };
  const named = new Map<string, Value>();
  for (const [name, value] of Object.entries(last.values)) {
    named.set(name, toPython(boundary, value, `argument '${name}'`));
  }
  return { positional, named, bounds };
}

function convert(conversion: Conversion, value: unknown, path: string, depth: number): Value {
  conversion.count += 1;
  switch (typeof value) {
    case "undefined":
      return NONE;
    case "boolean":
    case "string":
      return value;
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : new PyFloat(value);
    case "bigint":
      return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
    case "symbol":
      throw new ConversionError(path, "a symbol has no Python counterpart");
    default:
      return value === null ? NONE : convertObject(conversion, value as object, path, depth);
  }
}

function convertObject(conversion: Conversion, value: object, path: string, depth: number): Value {
  const { boundary } = conversion;
  const known = value === conversion.root ? conversion.rootValue : conversion.seen?.get(value);
  if (known !== undefined) return known;
  if (depth >= MAX_DEPTH) throw new ConversionError(path, `nested deeper than ${MAX_DEPTH} levels`);
  // Any look at an object of the host may run code of the host's: a Proxy, a getter.
  try {
    const original = standsFor(boundary, value);
    if (original !== undefined) return original;
    // An object of the engine that has leaked to the host would bypass every check.
    if (isPythonObject(value)) throw new ConversionError(path, "an object of the engine itself cannot be passed");
    if (value instanceof Keywords) throw new ConversionError(path, "keywords(...) must be the last argument of a call");
    if (typeof value === "function") return hostFunction(boundary, nameOf(value, path), value as never);
    if (Array.isArray(value)) return convertArray(conversion, value, path, depth);
    if (value instanceof Uint8Array) return new PyBytes(bytesType, value.slice());
    if (value instanceof ArrayBuffer) return new PyBytes(bytesType, new Uint8Array(value).slice());
    if (value instanceof Map) return convertMap(conversion, value, path, depth);
    if (value instanceof Set) return convertSet(conversion, value, path, depth);
    if (value instanceof Error) return exceptionFrom(boundary, value);
    if (isPromise(value)) return new PyPromise(handled(Promise.resolve(value)), false);
    if (isAsyncIterable(value)) return new PyHostAsyncIterator(value[Symbol.asyncIterator]());
    const prototype: unknown = Object.getPrototypeOf(value);
    if (typeof SharedArrayBuffer === "function" && value instanceof SharedArrayBuffer) {
      const shared = boundary.natives.sharedIn(value);
      if (shared !== undefined) return instanceFor(boundary, shared.template, shared.payload);
    }
    const template = boundary.natives.classFor(value);
    if (template !== undefined) return instanceFor(boundary, template, value);
    if (prototype === null || prototype === Object.prototype) return convertRecord(conversion, value, path, depth);
  } catch (error) {
    if (error instanceof ConversionError || error instanceof HandleError || error instanceof ClosedError) throw error;
    throw new ConversionError(path, `the host's object threw while it was read: ${shown(error)}`);
  }
  throw new ConversionError(path, `an object of class ${className(value)} has no Python counterpart`);
}

/** What tracebacks and messages call a function: its own name, else that of the global or field it is given to. */
function nameOf(func: { readonly name?: unknown }, path: string): string {
  const { name } = func;
  if (typeof name === "string" && name !== "") return name;
  return /(?:^|\.)([A-Za-z_]\w*)$/.exec(path)?.[1] ?? "function";
}

function shown(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "what it threw cannot be shown";
  }
}

function isPromise(value: object): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown }).then === "function";
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return typeof (value as { [Symbol.asyncIterator]?: unknown })[Symbol.asyncIterator] === "function";
}

/** A script that never awaits a Promise must not end the host's process by its rejection. */
function handled(promise: Promise<unknown>): Promise<unknown> {
  promise.catch(() => {});
  return promise;
}

/** Remember what an object becomes, before it is looked into: it may hold itself. */
function note(conversion: Conversion, value: object, made: Value, depth: number): void {
  if (depth === 0) {
    conversion.root = value;
    conversion.rootValue = made;
    return;
  }
  conversion.seen ??= new Map();
  conversion.seen.set(value, made);
}

function convertArray(conversion: Conversion, value: readonly unknown[], path: string, depth: number): Value {
  const list = newList([]);
  note(conversion, value, list, depth);
  for (let i = 0; i < value.length; i++) list.items.push(convert(conversion, value[i], `${path}[${i}]`, depth + 1));
  return list;
}

function convertMap(conversion: Conversion, value: ReadonlyMap<unknown, unknown>, path: string, depth: number): Value {
  const dict = newDict();
  note(conversion, value, dict, depth);
  for (const [key, item] of value) {
    const converted = convert(conversion, key, `${path} key`, depth + 1);
    if (
      dictSet(conversion.boundary.machine, dict, converted, convert(conversion, item, `${path} value`, depth + 1)) ===
      undefined
    ) {
      throw unhashable(conversion, `${path} key`);
    }
  }
  return dict;
}

function convertSet(conversion: Conversion, value: ReadonlySet<unknown>, path: string, depth: number): Value {
  const set = newSet();
  note(conversion, value, set, depth);
  for (const item of value) {
    const converted = convert(conversion, item, `${path} item`, depth + 1);
    if (setAdd(conversion.boundary.machine, set, converted) === undefined) throw unhashable(conversion, `${path} item`);
  }
  return set;
}

function convertRecord(conversion: Conversion, value: object, path: string, depth: number): Value {
  const keys = Object.keys(value);
  const values: Value[] = new Array(keys.length);
  const dict = dictOfTexts(conversion.boundary.machine, keys, values);
  note(conversion, value, dict, depth);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    const item = (value as Readonly<Record<string, unknown>>)[key];
    values[at] = convert(conversion, item, `${path}.${key}`, depth + 1);
  }
  return dict;
}

/** A key whose hash or equality Python would have to compute. */
function unhashable({ boundary }: Conversion, path: string): ConversionError {
  boundary.machine.error = null;
  return new ConversionError(path, "it is no plain data, so it cannot be the key of a dict or the item of a set");
}
