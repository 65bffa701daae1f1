// What fails in a page, as plain data that goes to the test.
import {
  ClosedError,
  ConversionError,
  InternalError,
  LimitError,
  PythonError,
  TerminatedError,
  WouldWaitError,
} from "@krait/core";
import { WorkerLostError } from "@krait/core/worker";

const CLASSES = {
  PythonError,
  LimitError,
  TerminatedError,
  ClosedError,
  ConversionError,
  InternalError,
  WorkerLostError,
  WouldWaitError,
} as const;

/** The class of an error, as `instanceof` tells it in this page, and its message; for a Python exception its type before that. */
export function told(error: unknown): string {
  const name = Object.entries(CLASSES).find(([, each]) => error instanceof each)?.[0] ?? "another";
  if (error instanceof PythonError) return `PythonError ${error.type}: ${error.message}`;
  return error instanceof Error ? `${name}: ${error.message}` : `${name}: ${String(error)}`;
}

/** How a Promise fails; one that does not is told with its value. */
export function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then((value) => `no failure: ${String(value)}`, told);
}
