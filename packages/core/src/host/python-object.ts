// Python objects in the host's hands: opaque objects, and callables as functions.
import { PyFunction, PyMethod } from "../objects/function.ts";
import { typeOf } from "../objects/make.ts";
import { BoundNative, NativeFunction } from "../objects/native.ts";
import { PyType } from "../objects/type.ts";
import type { PyObject, Value } from "../objects/value.ts";
import { getAttribute, setAttribute } from "../protocol/attribute.ts";
import { repr } from "../protocol/conversion.ts";
import type { Boundary } from "./boundary.ts";
import { checkText } from "./check-keys.ts";
import { type HandleCell, valueFor, valueOf } from "./handles.ts";

/** The cell behind a function that stands for a Python callable. */
const CELL: unique symbol = Symbol("krait.cell");

/** A Python object without a JavaScript counterpart. It belongs to its VM, and is of no use once that has closed. */
export class PythonObject {
  readonly #cell: HandleCell;
  /** The name of its Python type. */
  readonly type: string;

  /** @internal */
  constructor(cell: HandleCell) {
    this.#cell = cell;
    this.type = typeOf(cell.value as Value).name;
  }

  /** The cell of a handle: for the boundary alone. @internal */
  static cellOf(handle: PythonObject): HandleCell {
    return handle.#cell;
  }

  /** Read an attribute, at once. Throws PythonError (AttributeError, or what a property raises), ClosedError. */
  get(name: string): unknown {
    checkText("get", "name", name);
    const object = valueOf(this.#cell);
    const { boundary } = this.#cell;
    return boundary.toJs(boundary.operateNow((vm) => getAttribute(vm, object, name)));
  }

  /** Set an attribute, at once. Throws PythonError, ConversionError, ClosedError. */
  set(name: string, value: unknown): void {
    checkText("set", "name", name);
    const object = valueOf(this.#cell);
    const { boundary } = this.#cell;
    const converted = boundary.toPython(value, "value");
    boundary.operateNow((vm) => setAttribute(vm, object, name, converted));
  }

  /** Call a method; resolves with what it answers. Rejects with PythonError, LimitError, ConversionError, ClosedError. */
  async call(name: string, ...args: unknown[]): Promise<unknown> {
    checkText("call", "name", name);
    const object = valueOf(this.#cell);
    const { boundary } = this.#cell;
    const method = boundary.operateNow((vm) => getAttribute(vm, object, name));
    return await boundary.call(method, boundary.argumentsToPython(args));
  }

  /** What `repr()` gives; a description once its VM has closed. Never throws. */
  toString(): string {
    const { boundary, value } = this.#cell;
    const text = value === undefined ? undefined : boundary.tryNow((vm) => repr(vm, value));
    return typeof text === "string" ? text : `<${this.type} object of ${boundary.vmName}>`;
  }

  /** "Python" and the name of the type: how consoles show it. */
  get [Symbol.toStringTag](): string {
    return `Python ${this.type}`;
  }
}

/** A Python callable: call it as an async function. */
export interface PythonCallable {
  (...args: unknown[]): Promise<unknown>;
  /**
   * Call at once and answer the value. It cannot suspend: a callee that would have to wait for the host is stopped, and
   * WouldWaitError thrown.
   */
  callSync(...args: unknown[]): unknown;
  /**
   * Call at once, and answer the value, as long as that is a matter of microseconds; a callee that runs longer, waits, or is a
   * coroutine goes on in the scheduler's turns, and a Promise is answered. So is one where anything of a VM is on the
   * stack, or something of its own stands before it. Throws what it raises at once, else the Promise rejects as a call's does: for handlers of a frame, that end soon.
   */
  start(...args: unknown[]): unknown;
  /** The callable as an object, for its attributes. */
  readonly object: PythonObject;
}

/** Whether a Python object shows to the host as a function. */
function isCallable(value: PyObject): boolean {
  return (
    value instanceof PyFunction ||
    value instanceof PyMethod ||
    value instanceof NativeFunction ||
    value instanceof BoundNative ||
    value instanceof PyType
  );
}

/** The JavaScript side of an object that has no counterpart: a function for callables, else a PythonObject. */
export function handleFor(boundary: Boundary, value: PyObject): PythonObject | PythonCallable {
  const { handles } = boundary;
  if (!isCallable(value)) return handles.of(boundary, value, (cell) => new PythonObject(cell));
  return handles.of(boundary, value, callableFrom);
}

/** The handle of any value: one of a number, a text or None is a new one each time. */
export function objectHandle(boundary: Boundary, value: Value): PythonObject {
  if (typeof value !== "object") return new PythonObject({ boundary, value });
  const handle = boundary.handles.of(boundary, value, (cell) =>
    isCallable(value) ? callableFrom(cell) : new PythonObject(cell),
  );
  return handle instanceof PythonObject ? handle : handle.object;
}

function callableFrom(cell: HandleCell): PythonCallable {
  const { boundary } = cell;
  const call = async (...args: unknown[]): Promise<unknown> => {
    const callable = valueOf(cell);
    return await boundary.call(callable, boundary.argumentsToPython(args));
  };
  const callSync = (...args: unknown[]): unknown => {
    const callable = valueOf(cell);
    const { positional, named } = boundary.argumentsToPython(args);
    return boundary.callNow(callable, positional, named);
  };
  const start = (...args: unknown[]): unknown => {
    const callable = valueOf(cell);
    return boundary.start(callable, boundary.argumentsToPython(args));
  };
  const object = new PythonObject(cell);
  return Object.defineProperties(call, {
    name: { value: "python" },
    callSync: { value: callSync },
    start: { value: start },
    object: { value: object },
    [CELL]: { value: cell },
  }) as unknown as PythonCallable;
}

/** The Python value that a JavaScript object stands for; undefined when it stands for none. Throws HandleError. */
export function standsFor(boundary: Boundary, value: object): Value | undefined {
  if (value instanceof PythonObject) return valueFor(boundary, PythonObject.cellOf(value));
  if (typeof value !== "function" || !Object.hasOwn(value, CELL)) return undefined;
  return valueFor(boundary, (value as unknown as { [CELL]: HandleCell })[CELL]);
}
