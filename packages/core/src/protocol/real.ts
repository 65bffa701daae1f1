// Real numbers from any value, as `float`, `math` and `%f` take them: by `__float__`, else by `__index__`.
import type { Answer } from "../objects/answer.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { toFloat } from "../numeric/int-float.ts";
import { raiseFault } from "./fault.ts";
import { asInt, special } from "./lookup.ts";
import { askMethod, methodAnswer } from "./method-answer.ts";
import { raiseTypeError } from "./raise.ts";
import { ANSWER, deprecated, subclassAnswer } from "./warn.ts";

/** The float inside a float or an instance of a subclass, with no `__float__` called; undefined when it is none. */
export function asFloat(value: Value | undefined): number | undefined {
  if (value instanceof PyFloat) return value.v;
  if (value instanceof PyPayload && value.payload instanceof PyFloat) return value.payload.v;
  return undefined;
}

/** A float or int as a double, a Fault when the int is too large; undefined for everything else. */
export function plainReal(value: Value): number | Fault | undefined {
  if (typeof value === "number") return value;
  const plain = asFloat(value);
  if (plain !== undefined) return plain;
  const whole = asInt(value);
  return whole === undefined ? undefined : toFloat(whole);
}

/** Whether `real` has a way to convert the value. */
export function isReal(value: Value): boolean {
  return special(value, "__float__") !== undefined || special(value, "__index__") !== undefined;
}

/** The value as an exact float (a PyFloat); TypeError when it is no real number. */
export function real(vm: Machine, value: Value): Result {
  if (value instanceof PyFloat) return value;
  // A class of its own may have a `__float__` of its own.
  if (!(value instanceof PyPayload)) {
    const plain = plainReal(value);
    if (plain instanceof Fault) return raiseFault(vm, plain);
    if (plain !== undefined) return new PyFloat(plain);
  }
  const method = special(value, "__float__");
  if (method !== undefined) return askMethod(vm, FLOAT, method, value);
  const index = special(value, "__index__");
  if (index !== undefined) return askMethod(vm, INDEX, index, value);
  return raiseTypeError(vm, `must be real number, not ${typeOf(value).name}`);
}

/** The same for what takes doubles, as `math` and `%f`: it does not ask a float of a class of its own for `__float__`. */
export function double(vm: Machine, value: Value): Result {
  if (value instanceof PyFloat) return value;
  const plain = asFloat(value);
  return plain === undefined ? real(vm, value) : new PyFloat(plain);
}

/** Asks for a float; one of a class of its own is asked for again as the plain one that it is. */
const FLOAT: Answer = {
  passes: false,
  take(vm, answer, value) {
    if (answer instanceof PyFloat) return answer;
    const what = `${typeOf(value).name}.__float__`;
    const plain = asFloat(answer);
    if (plain !== undefined) return deprecated(vm, subclassAnswer(what, "float", answer), ANSWER, new PyFloat(plain));
    return raiseTypeError(vm, `${what} returned non-float (type ${typeOf(answer).name})`);
  },
};

const INDEX: Answer = methodAnswer("__index__", (vm, answer) => {
  const whole = asInt(answer);
  if (whole === undefined) return raiseTypeError(vm, `__index__ returned non-int (type ${typeOf(answer).name})`);
  const plain = toFloat(whole);
  return plain instanceof Fault ? raiseFault(vm, plain) : new PyFloat(plain);
});
