// From the failures of the pure algorithms (numeric/, text/) to Python's exceptions.
import {
  keyErrorType,
  lookupErrorType,
  memoryErrorType,
  overflowErrorType,
  typeErrorType,
  valueErrorType,
  zeroDivisionErrorType,
} from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { PyType } from "../objects/type.ts";
import { Fault, type FaultKind } from "../numeric/fault.ts";
import { raiseNew } from "./raise.ts";

const TYPES: Readonly<Record<FaultKind, PyType>> = {
  ValueError: valueErrorType,
  TypeError: typeErrorType,
  KeyError: keyErrorType,
  OverflowError: overflowErrorType,
  ZeroDivisionError: zeroDivisionErrorType,
  MemoryError: memoryErrorType,
  LookupError: lookupErrorType,
};

/** Raise what a pure algorithm asked for. */
export function raiseFault(vm: Machine, fault: Fault): undefined {
  // The errors of C's library have two arguments: the number and its text.
  if (fault.message.startsWith("(34, ")) return raiseNew(vm, TYPES[fault.kind], 34, fault.message.slice(6, -2));
  if (fault.kind === "MemoryError" && fault.message === "") return raiseNew(vm, memoryErrorType);
  return raiseNew(vm, TYPES[fault.kind], fault.message);
}

/** The value of a pure algorithm, or undefined after raising its fault. */
export function orRaise<T>(vm: Machine, value: T | Fault): T | undefined {
  return value instanceof Fault ? raiseFault(vm, value) : value;
}
