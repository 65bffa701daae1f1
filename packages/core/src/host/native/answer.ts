// What a native function answered, as a value of the type that it declared.
import type { Result } from "../../objects/value.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import type { Boundary } from "../boundary.ts";
import { ConversionError } from "../errors.ts";
import { raiseFromJs } from "../js-error.ts";
import type { TypeSpec } from "./type-spec.ts";

/** The Python value; a host that did not keep its word raises TypeError. */
export function answer(boundary: Boundary, name: string, type: TypeSpec<unknown>, given: unknown): Result {
  try {
    const value = type.codec.write(boundary, given, "result");
    boundary.machine.hostCalls++;
    return value;
  } catch (error) {
    if (!(error instanceof ConversionError)) return raiseFromJs(boundary, error);
    boundary.machine.hostCalls++;
    const isPromise = given instanceof Promise;
    if (isPromise) given.catch(() => {});
    const hint = isPromise ? "; declare it with asyncFunction or blockingFunction" : "";
    return raiseTypeError(
      boundary.machine,
      `the host's ${name}() answered what is no ${type.annotation}: ${error.message}${hint}`,
    );
  }
}
