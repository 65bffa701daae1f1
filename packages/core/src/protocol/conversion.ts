// Conversions: repr, str, ascii, format and `__index__` of any value.
import { askMethod, methodAnswer } from "./method-answer.ts";
import type { Answer } from "../objects/answer.ts";
import { floatType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyFloat } from "../objects/numbers.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { floatRepr } from "../text/float-repr.ts";
import { intToString } from "../text/int-print.ts";
import { asciiOnly, strRepr } from "../text/str-repr.ts";
import { charge } from "./charge.ts";
import { callMethod } from "./call.ts";
import { formatPlain } from "./format-plain.ts";
import { pushNative } from "./frames.ts";
import { asInt, asString } from "./lookup.ts";
import { raiseTypeError, raiseValueError } from "./raise.ts";
import { ANSWER, deprecated, subclassAnswer } from "./warn.ts";
import { raiseNoInteger } from "./bad-argument.ts";

/** Text of an int in decimal, within the digit limit of the VM. */
export function intText(vm: Machine, value: number | bigint): string | undefined {
  if (typeof value === "number") return String(value);
  const text = intToString(value, vm.limits.intTextDigits);
  // The host's conversion is about quadratic.
  if (!(text instanceof Fault)) charge(vm, (text.length / 16) ** 2);
  return text instanceof Fault ? raiseValueError(vm, text.message) : text;
}

/** `repr(value)`, a str. */
export function repr(vm: Machine, value: Value): Result {
  switch (typeof value) {
    case "string":
      charge(vm, value.length);
      return strRepr(value);
    case "number":
    case "bigint":
      return intText(vm, value);
    case "boolean":
      return value ? "True" : "False";
    default:
      break;
  }
  if (value === NONE) return "None";
  if (value instanceof PyFloat && value.type === floatType) return floatRepr(value.v);
  const method = value.type.lookup("__repr__");
  return convert(vm, method as Value, value, reprAnswer);
}

/** `str(value)`, a str. */
export function str(vm: Machine, value: Value): Result {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === NONE || (value instanceof PyFloat && value.type === floatType)) {
    return repr(vm, value);
  }
  const method = value.type.lookup("__str__");
  return convert(vm, method as Value, value, strAnswer);
}

function convert(vm: Machine, method: Value, value: Value, code: Answer): Result {
  if (method instanceof NativeFunction) return callMethod(vm, method, value, []);
  return askMethod(vm, code, method, value);
}

/** Asks a method written in Python for a str. */
function textAnswer(name: string, refusal: (type: string) => string): Answer {
  return methodAnswer(name, (vm, answer) =>
    asString(answer) === undefined ? raiseTypeError(vm, refusal(typeOf(answer).name)) : answer,
  );
}

const strAnswer = textAnswer("str", (type) => `__str__ returned non-string (type ${type})`);
const reprAnswer = textAnswer("repr", (type) => `__repr__ returned non-string (type ${type})`);
const formatAnswer = textAnswer("format", (type) => `__format__ must return a str, not ${type}`);

/** `ascii(value)`. */
export function ascii(vm: Machine, value: Value): Result {
  if (typeof value !== "object") {
    const text = repr(vm, value);
    return text === undefined ? undefined : asciiOnly(text as string);
  }
  return pushNative(vm, asciiOp, { value, isAsked: false });
}

const asciiOp: NativeOp<{ value: Value; isAsked: boolean }> = {
  name: "ascii",
  step(vm, state, input) {
    let answer: Result = input;
    if (!state.isAsked) {
      state.isAsked = true;
      answer = repr(vm, state.value);
    }
    return answer === undefined ? undefined : asciiOnly(asString(answer) as string);
  },
};

/** `format(value, spec)`. */
export function format(vm: Machine, value: Value, spec: string): Result {
  if (spec === "" && (typeof value !== "object" || value === NONE)) return str(vm, value);
  if (
    typeof value === "number" ||
    typeof value === "string" ||
    (value instanceof PyFloat && value.type === floatType)
  ) {
    return formatPlain(vm, value, spec);
  }
  const method = typeOf(value).lookup("__format__");
  if (method instanceof NativeFunction) return callMethod(vm, method, value, [spec]);
  return askMethod(vm, formatAnswer, method as Value, value, spec);
}

/** `operator.index(value)`: an int, by `__index__` where it is none already. */
export function index(vm: Machine, value: Value): Result {
  const plain = asInt(value);
  if (plain !== undefined) return plain;
  const method = typeOf(value).lookup("__index__");
  if (method === undefined) {
    return raiseNoInteger(vm, value);
  }
  return askMethod(vm, indexAnswer, method, value);
}

/** Asks for an int; one of a class of its own is asked for again as the plain one that it is. */
const indexAnswer = methodAnswer("__index__", (vm, answer) => {
  if (typeof answer === "number" || typeof answer === "bigint") return answer;
  const plain = asInt(answer);
  if (plain !== undefined) return deprecated(vm, subclassAnswer("__index__", "int", answer), ANSWER, plain);
  return raiseTypeError(vm, `__index__ returned non-int (type ${typeOf(answer).name})`);
});
