// JavaScript errors of the host as Python exceptions.
import { runtimeErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { raiseNew } from "../protocol/raise.ts";

/** Raise what a host function threw as a RuntimeError with its message. */
export function raiseFromJs(vm: Machine, error: unknown): undefined {
  return raiseNew(vm, runtimeErrorType, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
