// The arguments of a call of a native function: read by their declared types, with what they lend to the call.
import type { Machine } from "../../objects/machine.ts";
import { PyNative } from "../../objects/native-instance.ts";
import type { Value } from "../../objects/value.ts";
import { raiseNew, raiseTypeError } from "../../protocol/raise.ts";
import { overflowErrorType } from "../../objects/exception-types.ts";
import type { Boundary } from "../boundary.ts";
import { canBorrow, type Loan, shellOf } from "./borrow.ts";
import type { Borrow } from "./native-function.ts";
import type { Parameter } from "./parameters.ts";
import { refusal } from "./type-spec.ts";

/** The argument in JavaScript; undefined after raising. */
export function readArgument(
  boundary: Boundary,
  name: string,
  parameter: Parameter<unknown>,
  value: Value | Value[] | Map<string, Value> | undefined,
): unknown {
  const { codec } = parameter.type;
  if (value === undefined) return parameter.fallback;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const each of value) {
      const item = codec.read(boundary, each);
      if (item === undefined) return refuse(boundary, name, parameter, each);
      items.push(item);
    }
    return items;
  }
  if (value instanceof Map) {
    const record: Record<string, unknown> = Object.create(null);
    for (const [key, each] of value) {
      const item = codec.read(boundary, each);
      if (item === undefined) return refuse(boundary, name, { ...parameter, name: key }, each);
      record[key] = item;
    }
    return record;
  }
  const read = codec.read(boundary, value);
  return read === undefined ? refuse(boundary, name, parameter, value) : read;
}

/** Raise the TypeError for an argument of the wrong type, or say of which argument the error raised already is. */
export function refuse(boundary: Boundary, name: string, parameter: Parameter<unknown>, value: Value): undefined {
  const vm = boundary.machine;
  const known = vm.error;
  if (known === null) {
    return raiseTypeError(vm, `${name}() argument '${parameter.name}' ${refusal(boundary, parameter.type, value)}`);
  }
  if (known.type !== overflowErrorType) return undefined;
  vm.error = null;
  return raiseNew(vm, overflowErrorType, `${name}() argument '${parameter.name}': ${String(known.args.items[0])}`);
}

/**
 * What a call borrows: its object as `borrow` says, and the arguments that are instances of native classes. Null after
 * raising RuntimeError, when one of them cannot be had; nothing is taken yet.
 */
export function loansOf(
  vm: Machine,
  self: PyNative | null,
  borrow: Borrow | null,
  parameters: readonly Parameter<unknown>[],
  values: readonly unknown[],
): Loan[] | null {
  const loans: Loan[] = [];
  if (self !== null && borrow !== null && !lend(vm, loans, self, borrow)) return null;
  for (let at = 0; at < parameters.length; at++) {
    const { lends } = (parameters[at] as Parameter<unknown>).type;
    const value = values[at];
    if (lends !== null && value instanceof PyNative && !lend(vm, loans, value, lends)) return null;
  }
  return loans;
}

function lend(vm: Machine, loans: Loan[], object: PyNative, borrow: Borrow): boolean {
  const shell = shellOf(vm, object);
  if (shell === undefined || !canBorrow(vm, object, shell, borrow)) return false;
  // The same object twice in one call is as two borrowers.
  const own = loans.filter((each) => each.shell === shell);
  if (own.length > 0 && (borrow === "exclusive" || own.some((each) => each.borrow === "exclusive"))) {
    return canBorrow(vm, object, { payload: null, borrows: borrow === "exclusive" ? 1 : -1 }, borrow);
  }
  loans.push({ shell, borrow });
  return true;
}
