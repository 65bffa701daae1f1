// What is wrong with patterns and templates, raised as Python exceptions.
import type { PyException } from "../../objects/exception.ts";
import {
  indexErrorType,
  overflowErrorType,
  recursionErrorType,
  valueErrorType,
} from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import type { PyType } from "../../objects/type.ts";
import type { Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { call } from "../../protocol/call.ts";
import { raise, raiseNew } from "../../protocol/raise.ts";
import { PatternProblem } from "./pattern-source.ts";

const TYPES: Readonly<Record<Exclude<PatternProblem["type"], "pattern">, PyType>> = {
  value: valueErrorType,
  overflow: overflowErrorType,
  index: indexErrorType,
  recursion: recursionErrorType,
};

/** What `parse` answers, or the problem that it has thrown. */
export function attempt<T>(parse: () => T): T | PatternProblem {
  try {
    return parse();
  } catch (error) {
    if (error instanceof PatternProblem) return error;
    throw error;
  }
}

/** Raise `errorType(message, source, position)`, or the built-in exception that the problem is. */
export function raiseProblem(vm: Machine, problem: PatternProblem, source: Value, errorType: Value): undefined {
  const { message, position, type } = problem;
  if (type !== "pattern") return raiseNew(vm, TYPES[type], message);
  const args = position === null ? [message] : [message, source, position];
  return asking(vm, RAISE, { errorType, args });
}

const RAISE: Asking<{ readonly errorType: Value; readonly args: readonly Value[] }> = {
  ask: (vm, { errorType, args }) => call(vm, errorType, args),
  take: (vm, _state, answer) => raise(vm, answer as PyException),
};
