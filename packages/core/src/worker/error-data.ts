// Errors as plain data on their way between threads: the class, its fields and its cause arrive as they were.
import {
  ClosedError,
  ConversionError,
  HandleError,
  InternalError,
  LimitError,
  PythonError,
  TerminatedError,
  WouldWaitError,
} from "../host/errors.ts";

export interface ErrorData {
  /** Its class, where that is known to both threads; else "Error". */
  readonly kind: string;
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** The fields of the class, all of them plain data. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly cause: ErrorData | null;
}

/** A chain of causes longer than this is cut off: it may be a cycle. */
const MOST_CAUSES = 8;

/** The classes that both threads know, subclasses before their bases, and how each is made again. */
const CLASSES: readonly ErrorClass[] = [
  { name: "PythonError", type: PythonError, make: (f) => new PythonError(f.type, "", f.frames, f.traceback, f.exit) },
  { name: "LimitError", type: LimitError, make: (f) => new LimitError(f.limit, f.value, f.place) },
  { name: "TerminatedError", type: TerminatedError, make: (f) => new TerminatedError(f.reason, f.place) },
  { name: "ClosedError", type: ClosedError, make: () => new ClosedError("") },
  { name: "HandleError", type: HandleError, make: () => new HandleError("") },
  { name: "WouldWaitError", type: WouldWaitError, make: (f) => new WouldWaitError(f.operation, null) },
  { name: "ConversionError", type: ConversionError, make: (f) => new ConversionError(f.path, "") },
  { name: "InternalError", type: InternalError, make: (f) => new InternalError(null, f.traceback) },
  { name: "TypeError", type: TypeError, make: () => new TypeError() },
  { name: "RangeError", type: RangeError, make: () => new RangeError() },
  { name: "SyntaxError", type: SyntaxError, make: () => new SyntaxError() },
];

interface ErrorClass {
  readonly name: string;
  readonly type: new (...args: any[]) => Error;
  readonly make: (fields: any) => Error;
}

/** The fields of each class beside name, message, stack and cause. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  PythonError: ["type", "frames", "traceback", "exit"],
  LimitError: ["limit", "value", "place"],
  TerminatedError: ["reason", "place"],
  WouldWaitError: ["operation"],
  ConversionError: ["path"],
  InternalError: ["traceback"],
};

/** The data of what was thrown; anything that is no Error counts as one with its text. */
export function errorToData(thrown: unknown, depth = 0): ErrorData {
  const error = thrown instanceof Error ? thrown : new Error(typeof thrown === "string" ? thrown : typeof thrown);
  const kind = CLASSES.find(({ type }) => error instanceof type)?.name ?? "Error";
  const fields: Record<string, unknown> = {};
  for (const field of FIELDS[kind] ?? []) fields[field] = (error as unknown as Record<string, unknown>)[field];
  const { name, message, stack, cause } = error;
  const hasCause = cause !== undefined && cause !== null && depth < MOST_CAUSES;
  return { kind, name, message, stack, fields, cause: hasCause ? errorToData(cause, depth + 1) : null };
}

/** The error in this thread: `instanceof` holds for the classes of this package. */
export function errorFromData(data: ErrorData): Error {
  const error = CLASSES.find(({ name }) => name === data.kind)?.make(data.fields) ?? new Error();
  const set = (key: string, value: unknown): void => {
    Object.defineProperty(error, key, { value, writable: true, configurable: true, enumerable: false });
  };
  set("message", data.message);
  set("name", data.name);
  // The line of the other thread that threw is worth knowing, save where a script is at fault.
  if (data.stack !== undefined && data.kind !== "PythonError") set("stack", data.stack);
  if (data.cause !== null) set("cause", errorFromData(data.cause));
  return error;
}
