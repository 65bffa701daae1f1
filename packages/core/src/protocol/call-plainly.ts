// Calling with one argument or two, and no array of arguments: what natives do for each item.
import { PyFunction, PyMethod } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { BoundNative, NativeFunction } from "../objects/native.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callPlain, callUnary } from "./call.ts";
import { plainNewOf } from "./construct.ts";

/** `callee(argument)`. */
export function callWith(vm: Machine, callee: Value, argument: Value): Result {
  if (callee instanceof PyFunction) return callPlain(vm, callee, argument, undefined);
  if (callee instanceof PyType) {
    const make = callee.plainNew === undefined ? plainNewOf(callee) : (callee.plainNew as NativeFunction | null);
    if (make !== null && takes(make, 2)) return make.body(vm, callee, argument);
  } else if (callee instanceof NativeFunction) {
    if (callee.owner === null && callee.newOf === null && takes(callee, 1)) return callee.body(vm, argument);
  } else if (callee instanceof BoundNative) {
    if (takes(callee.func, 2)) return callUnary(vm, callee.func, callee.self, argument);
  } else if (callee instanceof PyMethod && callee.func instanceof PyFunction) {
    return callPlain(vm, callee.func, callee.self, argument);
  }
  return call(vm, callee, [argument]);
}

/** `callee(first, second)`. */
export function callWithTwo(vm: Machine, callee: Value, first: Value, second: Value): Result {
  if (callee instanceof PyFunction) return callPlain(vm, callee, first, second);
  if (callee instanceof NativeFunction && callee.owner === null && callee.newOf === null && takes(callee, 2)) {
    return callee.body(vm, first, second);
  }
  return call(vm, callee, [first, second]);
}

function takes({ signature }: NativeFunction, count: number): boolean {
  return signature.isPlain && count >= signature.minimum && count <= signature.maximum;
}
