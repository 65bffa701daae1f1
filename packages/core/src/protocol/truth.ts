// Truth of a value: `bool(x)`, as conditions ask it.
import { askMethod, methodAnswer } from "./method-answer.ts";
import { BoundNative, NativeFunction } from "../objects/native.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { isTable } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod } from "./call.ts";
import { lengthAnswer } from "./length-answer.ts";
import { raiseTypeError } from "./raise.ts";
import { dictType, listType, setType, tupleType } from "../objects/builtin-types.ts";

/** `bool(value)`: true or false, or undefined after raising or pushing a frame that will answer true or false. */
export function truth(vm: Machine, value: Value): Result {
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      return value !== 0;
    case "string":
      return value !== "";
    case "bigint":
      return true;
    default:
      break;
  }
  if (value === NONE) return false;
  if (value instanceof PyFloat) return value.v !== 0;
  const type = value.type;
  if (value instanceof PyList && type === listType) return value.items.length !== 0;
  if (value instanceof PyTuple && type === tupleType) return value.items.length !== 0;
  if (isTable(value) && (type === dictType || type === setType)) return value.size !== 0;
  const asBool = type.lookup("__bool__");
  if (asBool !== undefined) return askTruth(vm, value, asBool, true);
  const length = type.lookup("__len__");
  return length === undefined ? true : askTruth(vm, value, length, false);
}

function askTruth(vm: Machine, value: Value, method: Value, isBool: boolean): Result {
  if (method instanceof NativeFunction) {
    const answer = callMethod(vm, method, value, []);
    return answer === undefined || isBool ? answer : answer !== 0;
  }
  return askMethod(vm, isBool ? boolAnswer : sizeAnswer, method, value);
}

const boolAnswer = methodAnswer("truth", (vm, answer) =>
  typeof answer === "boolean"
    ? answer
    : raiseTypeError(vm, `__bool__ should return bool, returned ${typeOf(answer).name}`),
);
const sizeAnswer = methodAnswer("truth", (vm, given) => {
  const answer = lengthAnswer(vm, given);
  return answer === undefined ? undefined : answer !== 0;
});

/** Whether a value can be called at all (`callable`). */
export function isCallable(value: Value): boolean {
  if (typeof value !== "object") return false;
  if (value instanceof NativeFunction || value instanceof BoundNative) return true;
  if (value instanceof PyInstance && typeOf(value).lookup("__call__") === undefined) return false;
  return value.type.lookup("__call__") !== undefined;
}
