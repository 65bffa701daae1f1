// Raising: sets the VM's pending exception. No JavaScript exception is thrown for a Python one.
import type { Machine } from "../objects/machine.ts";
import { PyException } from "../objects/exception.ts";
import {
  attributeErrorType,
  indexErrorType,
  keyErrorType,
  memoryErrorType,
  overflowErrorType,
  runtimeErrorType,
  typeErrorType,
  valueErrorType,
  zeroDivisionErrorType,
} from "../objects/exception-types.ts";
import { newTuple } from "../objects/make.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";

/** Raise an exception object; what is being handled becomes its context. */
export function raise(vm: Machine, exception: PyException): undefined {
  const handled = vm.fiber.handled;
  if (handled !== null && handled !== exception) {
    if (handled.context !== null) cutChain(handled, exception);
    exception.context = handled;
  }
  vm.error = exception;
  return undefined;
}

/** Linking must not close a loop: cut the chain where it comes back to this exception. */
function cutChain(handled: PyException, exception: PyException): void {
  let behind = handled;
  let count = 1;
  for (let link = handled; link.context !== null; link = link.context) {
    if (link.context === exception) {
      link.context = null;
      return;
    }
    // A script has made a loop of its own.
    if (link.context === behind) return;
    if ((count & (count - 1)) === 0) behind = link;
    count++;
  }
}

/** Make an exception of a built-in type. */
export function newException(type: PyType, ...args: Value[]): PyException {
  return new PyException(type, newTuple(args));
}

/** Raise an exception of a built-in type with the given args, usually one message. */
export function raiseNew(vm: Machine, type: PyType, ...args: Value[]): undefined {
  return raise(vm, newException(type, ...args));
}

export function raiseTypeError(vm: Machine, message: string): undefined {
  return raiseNew(vm, typeErrorType, message);
}
export function raiseValueError(vm: Machine, message: string): undefined {
  return raiseNew(vm, valueErrorType, message);
}
export function raiseIndexError(vm: Machine, message: string): undefined {
  return raiseNew(vm, indexErrorType, message);
}
export function raiseKeyError(vm: Machine, key: Value): undefined {
  return raiseNew(vm, keyErrorType, key);
}
export function raiseRuntimeError(vm: Machine, message: string): undefined {
  return raiseNew(vm, runtimeErrorType, message);
}
export function raiseOverflowError(vm: Machine, message: string): undefined {
  return raiseNew(vm, overflowErrorType, message);
}
export function raiseZeroDivision(vm: Machine, message: string): undefined {
  return raiseNew(vm, zeroDivisionErrorType, message);
}
export function raiseMemoryError(vm: Machine): undefined {
  return raiseNew(vm, memoryErrorType);
}
/** AttributeError with the `name` and `obj` that suggestions are made from. */
export function raiseAttributeError(vm: Machine, message: string, object: Value, name: string): undefined {
  const exception = newException(attributeErrorType, message);
  exception.fields = new Map<string, Value>([
    ["name", name],
    ["obj", object],
  ]);
  return raise(vm, exception);
}

/** Whether the pending exception is of `type`; clears it when so. */
export function catchError(vm: Machine, type: PyType): PyException | null {
  const error = vm.error;
  if (error === null || !error.type.isSubtype(type)) return null;
  vm.error = null;
  return error;
}
