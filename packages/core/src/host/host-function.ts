// Functions of the host as Python callables.
import { builtinFunctionType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { NativeFunction } from "../objects/native.ts";
import type { Result, Value } from "../objects/value.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import type { Boundary } from "./boundary.ts";
import { ConversionError } from "./errors.ts";
import { raiseFromJs } from "./js-error.ts";

/** A function that was passed as a value, with no declaration: it takes any positional arguments. */
export function hostFunction(boundary: Boundary, name: string, func: (...args: unknown[]) => unknown): NativeFunction {
  const body = (_vm: Machine, args: readonly Value[]): Result =>
    callHost(boundary, () => func(...args.map((value) => boundary.toJs(value))));
  return new NativeFunction(builtinFunctionType, name, "*args", body, null, "host", null);
}

/** Run code of the host within a script: what it throws is raised, what it answers is converted. */
function callHost(boundary: Boundary, run: () => unknown): Result {
  let answer: unknown;
  try {
    answer = run();
  } catch (error) {
    return raiseFromJs(boundary, error);
  }
  return answerToPython(boundary, answer);
}

/** What a host function answered. */
export function answerToPython(boundary: Boundary, answer: unknown): Result {
  try {
    const value = boundary.toPython(answer, "result");
    boundary.machine.hostCalls++;
    return value;
  } catch (error) {
    if (!(error instanceof ConversionError)) return raiseFromJs(boundary, error);
    boundary.machine.hostCalls++;
    return raiseTypeError(boundary.machine, `the host answered what Python cannot take: ${error.message}`);
  }
}
