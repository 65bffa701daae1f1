// JavaScript errors as Python exceptions and back, each with the other kept as its cause.
import * as types from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import { HostBox } from "../objects/host-values.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { newException, raise } from "../protocol/raise.ts";
import type { Boundary } from "./boundary.ts";
import { ClosedError, HandleError, LimitError, PythonError, WouldWaitError } from "./errors.ts";
import { describeException } from "./describe-exception.ts";

/** The field of an exception that holds the JavaScript error it was made from; no attribute can have this name. */
const CAUSE = ".host";

/** Errors of JavaScript with a counterpart in Python; any other may be a fault of the host. */
const COUNTERPARTS: ReadonlyMap<string, PyType> = new Map([
  ["ConversionError", types.typeErrorType],
  ["TimeoutError", types.timeoutErrorType],
]);

/**
 * The Python exception for a JavaScript error: the original one when it is a PythonError of this VM, the built-in
 * exception that its `name` names (as `PythonRaise` does), else a RuntimeError with its name and message.
 */
export function exceptionFrom(boundary: Boundary, error: Error): PyException {
  const original = boundary.handles.exceptionOf(error);
  if (original !== undefined) return original;
  const name = String(error.name);
  const message = String(error.message);
  const isOwn = [ClosedError, HandleError, LimitError, WouldWaitError].some((type) => error instanceof type);
  const known = isOwn ? undefined : (COUNTERPARTS.get(name) ?? pythonType(error));
  const exception =
    known !== undefined
      ? newException(known, message)
      : newException(types.runtimeErrorType, message === "" ? name : `${name}: ${message}`);
  exception.fields = new Map<string, Value>([[CAUSE, new HostBox(error)]]);
  return exception;
}

/** Raise what a host function threw. */
export function raiseFromJs(boundary: Boundary, thrown: unknown): undefined {
  boundary.machine.hostCalls++;
  let exception: PyException;
  // Any look at what the host has thrown may run code of the host's.
  try {
    if (thrown instanceof LimitError && boundary.ownLimits.has(thrown)) {
      boundary.machine.exceeded = thrown.limit;
      boundary.machine.budget = 0;
    }
    exception = exceptionFrom(boundary, thrown instanceof Error ? thrown : new Error(String(thrown)));
  } catch {
    exception = newException(types.runtimeErrorType, "the host threw what cannot be read");
  }
  return raise(boundary.machine, exception);
}

/** Causes of causes that the host is told, at most. */
const MOST_CAUSES = 8;

/**
 * The error for a Python exception. Its `cause` is the JavaScript error that it came from, else the error for what it was
 * raised from or during, as a traceback shows it.
 */
export function errorFrom(boundary: Boundary, exception: PyException, depth = 0): PythonError {
  const { type, message, frames, traceback, exit } = describeException(boundary, exception);
  const error = new PythonError(type, message, frames, traceback, exit, causeOf(boundary, exception, depth));
  boundary.handles.keepException(boundary, error, exception);
  return error;
}

function causeOf(boundary: Boundary, exception: PyException, depth: number): unknown {
  const box = exception.fields?.get(CAUSE);
  if (box instanceof HostBox) return box.content;
  const inner = exception.cause ?? (exception.suppressContext ? null : exception.context);
  return inner === null || depth === MOST_CAUSES ? undefined : errorFrom(boundary, inner, depth + 1);
}

/** A host function throws this to raise a built-in Python exception: `throw new PythonRaise("KeyError", "no such unit")`. */
export class PythonRaise extends Error {
  /** Name of a built-in exception type. */
  readonly pythonType: string;

  /** Throws TypeError when there is no built-in exception of that name. */
  constructor(pythonType: string, message: string) {
    super(message);
    if (builtinException(pythonType) === undefined) {
      throw new TypeError(`PythonRaise: there is no built-in exception '${pythonType}'`);
    }
    this.name = "PythonRaise";
    this.pythonType = pythonType;
  }
}

function pythonType(error: Error): PyType | undefined {
  if (error instanceof PythonRaise) return builtinException(error.pythonType);
  return error instanceof PythonError ? builtinException(error.type) : undefined;
}

function builtinException(name: string): PyType | undefined {
  return Object.values(types).find((type): type is PyType => type instanceof PyType && type.name === name);
}
