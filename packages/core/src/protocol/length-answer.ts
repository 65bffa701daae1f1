// What a `__len__` written in Python answers, as a length.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { Result, Value } from "../objects/value.ts";
import { index } from "./conversion.ts";
import { isSize } from "./index-size.ts";
import { raiseOverflowError, raiseValueError } from "./raise.ts";

/** The length, or undefined after raising or pushing a frame whose answer is to be checked in turn. */
export function lengthAnswer(vm: Machine, given: Value): Result {
  const answer = index(vm, given);
  if (answer === undefined) return undefined;
  if ((answer as number) < 0) return raiseValueError(vm, "__len__() should return >= 0");
  if (isSize(answer as number)) return answer;
  return raiseOverflowError(vm, `cannot fit '${typeOf(given).name}' into an index-sized integer`);
}
