// Types of single values in declarations: numbers, texts, bytes, None, and what is left as it is.
import { PyMethod } from "../../objects/function.ts";
import { PyInstance } from "../../objects/instance.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { PyByteArray, PyBytes } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyObject, Value } from "../../objects/value.ts";
import { newBytes } from "../../objects/make.ts";
import { asInt, asString, unwrap } from "../../protocol/lookup.ts";
import { raiseOverflowError } from "../../protocol/raise.ts";
import { isCallable } from "../../protocol/truth.ts";
import type { Boundary } from "../boundary.ts";
import { ConversionError } from "../errors.ts";
import { handleFor, objectHandle, type PythonCallable, type PythonObject } from "../python-object.ts";
import { TypeSpec } from "./type-spec.ts";

/** How messages name a value of the host's. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : typeof value;
}

function wrong(path: string, expected: string, value: unknown): ConversionError {
  return new ConversionError(path, `it must be ${expected}, not ${kindOf(value)}`);
}

/** int as a number: one beyond 2**53 is refused with OverflowError. bool is an int. */
export const intSpec: TypeSpec<number> = new TypeSpec<number>("int", {
  read(boundary, value) {
    if (typeof value === "number") return value;
    const whole = asInt(value);
    if (typeof whole !== "bigint") return whole;
    return raiseOverflowError(boundary.machine, "int too large: it must be within ±(2**53 - 1)");
  },
  write(_boundary, value, path) {
    if (Number.isSafeInteger(value)) return value + 0;
    if (typeof value !== "number") throw wrong(path, "a number", value);
    throw new ConversionError(path, `it must be a whole number within ±(2**53 - 1), not ${value}`);
  },
});

/** int of any size, as a bigint. */
export const bigintSpec: TypeSpec<bigint> = new TypeSpec<bigint>("int", {
  read(_boundary, value) {
    const whole = asInt(value);
    return whole === undefined ? undefined : BigInt(whole);
  },
  write(boundary, value, path) {
    if (typeof value !== "bigint") throw wrong(path, "a bigint", value);
    return boundary.toPython(value, path);
  },
});

/** float; an int is taken too. The host's number becomes a float even when it is whole. */
export const floatSpec: TypeSpec<number> = new TypeSpec<number>("float", {
  read(boundary, value) {
    if (value instanceof PyFloat) return value.v;
    if (typeof value === "number") return value;
    const plain = unwrap(value);
    if (plain instanceof PyFloat) return plain.v;
    const whole = asInt(plain);
    if (whole === undefined) return undefined;
    const number = Number(whole);
    if (Number.isFinite(number)) return number;
    return raiseOverflowError(boundary.machine, "int too large to convert to float");
  },
  write(_boundary, value, path) {
    if (typeof value !== "number") throw wrong(path, "a number", value);
    return new PyFloat(value);
  },
});

/** bool alone: no other value is taken for its truth. */
export const boolSpec: TypeSpec<boolean> = new TypeSpec<boolean>("bool", {
  read: (_boundary, value) => (typeof value === "boolean" ? value : undefined),
  write(_boundary, value, path) {
    if (typeof value !== "boolean") throw wrong(path, "a boolean", value);
    return value;
  },
});

export const strSpec: TypeSpec<string> = new TypeSpec<string>("str", {
  read: (_boundary, value) => asString(value),
  write(_boundary, value, path) {
    if (typeof value !== "string") throw wrong(path, "a string", value);
    return value;
  },
});

/** bytes; a bytearray is taken too. Copied both ways. */
export const bytesSpec: TypeSpec<Uint8Array> = new TypeSpec<Uint8Array>("bytes", {
  read(_boundary, value) {
    const plain = unwrap(value);
    return plain instanceof PyBytes || plain instanceof PyByteArray ? plain.data.slice() : undefined;
  },
  write(_boundary, value, path) {
    if (!(value instanceof Uint8Array)) throw wrong(path, "a Uint8Array", value);
    return newBytes(value.slice());
  },
});

/** None. As what a function answers: whatever the host answers is dropped. */
export const noneSpec: TypeSpec<void> = new TypeSpec<void>("None", {
  read: (_boundary, value) => (value === NONE ? (null as unknown as undefined) : undefined),
  write: () => NONE,
});

/** Any value, converted as `vm.globals.get` and `set` convert. */
export const anySpec: TypeSpec<unknown> = new TypeSpec<unknown>("Any", {
  read: (boundary, value) => boundary.toJs(value),
  write: (boundary, value, path) => boundary.toPython(value, path),
});

/** Any Python object, unconverted: the host gets a handle, even for a list or a dict. */
export const objectSpec: TypeSpec<PythonObject> = new TypeSpec<PythonObject>("object", {
  read: (boundary, value) => objectHandle(boundary, value),
  write: (boundary, value, path) => boundary.toPython(value, path),
});

/** Whatever Python can call, as an async function with `callSync`. */
export const callableSpec: TypeSpec<PythonCallable> = new TypeSpec<PythonCallable>("Callable[..., Any]", {
  read: (boundary, value) => (isCallable(value) ? (handleFor(boundary, callee(value)) as PythonCallable) : undefined),
  write: (boundary, value, path) => callableFromHost(boundary, value, path),
});

/** An instance with `__call__` as its bound method: the host sees functions as functions alone. */
function callee(value: Value): PyObject {
  const method = value instanceof PyInstance ? value.type.lookup("__call__") : undefined;
  return method === undefined ? (value as PyObject) : new PyMethod(method, value);
}

function callableFromHost(boundary: Boundary, value: unknown, path: string): Value {
  if (typeof value !== "function") throw wrong(path, "a function", value);
  return boundary.toPython(value, path);
}
