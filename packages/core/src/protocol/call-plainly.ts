// Calling with one argument or two, and no array of arguments: what natives do for each item.
import { PyFunction, PyMethod } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { BoundNative, NativeFunction } from "../objects/native.ts";
import { typeOf } from "../objects/make.ts";
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
  } else {
    const type = typeOf(callee);
    const own = type.ownCall === undefined ? ownCallOf(type) : (type.ownCall as NativeFunction | null);
    if (own !== null) return own.body(vm, callee, argument);
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

/** The `__call__` of a built-in type, where it takes one argument. */
function ownCallOf(type: PyType): NativeFunction | null {
  const method = type.lookup("__call__");
  const own = method instanceof NativeFunction && method.owner === type && takes(method, 2) ? method : null;
  type.ownCall = own;
  return own;
}

function takes({ signature }: NativeFunction, count: number): boolean {
  return signature.isPlain && count >= signature.minimum && count <= signature.maximum;
}
