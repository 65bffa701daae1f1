// sys.getsizeof: what an object says of its size; JavaScript does not tell.
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { callMethod } from "../../protocol/call.ts";
import { asInt, special } from "../../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { raiseNoInteger } from "../../protocol/bad-argument.ts";

const SIZE: Asking<{ readonly object: Value; readonly method: Value }> = {
  ask: (vm, { object, method }) => callMethod(vm, method, object, []),
  take(vm, _state, answer) {
    const size = asInt(answer);
    if (size === undefined) return raiseNoInteger(vm, answer);
    return size < 0 ? raiseValueError(vm, "__sizeof__() should return >= 0") : size;
  },
};

export function getSizeOf(vm: Machine, object: Value, fallback?: Value): Result {
  if (typeof object === "string") return 49 + object.length;
  const method = special(object, "__sizeof__");
  if (method !== undefined) return asking(vm, SIZE, { object, method });
  return fallback ?? raiseTypeError(vm, `Type ${typeOf(object).name} doesn't define __sizeof__`);
}
