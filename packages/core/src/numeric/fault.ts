// The one way in which an algorithm of these rooms reports a failure that a script can cause.

/** Names of the Python exceptions that a pure algorithm can ask for. */
export type FaultKind =
  | "ValueError"
  | "TypeError"
  | "KeyError"
  | "OverflowError"
  | "ZeroDivisionError"
  | "MemoryError"
  | "LookupError";

/**
 * A failure as a value: functions here return `T | Fault` and never throw.
 * `message` is what CPython 3.13 says; test with `result instanceof Fault`.
 */
export class Fault {
  readonly kind: FaultKind;
  readonly message: string;

  constructor(kind: FaultKind, message: string) {
    this.kind = kind;
    this.message = message;
  }
}
