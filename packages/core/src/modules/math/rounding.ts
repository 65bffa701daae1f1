// floor, ceil and trunc: by the value's own method where it has one.
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { PyFloat } from "../../objects/numbers.ts";
import type { Result, Value } from "../../objects/value.ts";
import type { Fault } from "../../numeric/fault.ts";
import type { Int } from "../../numeric/int.ts";
import { ceilFloat, floorFloat, fromFloat } from "../../numeric/int-float.ts";
import { callMethod } from "../../protocol/call.ts";
import { orRaise } from "../../protocol/fault.ts";
import { special } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { type RealsThen, withReals } from "./reals.ts";

function rounding(name: string, method: string, round: (x: number) => Int | Fault): (vm: Machine, x: Value) => Result {
  const then: RealsThen<null> = { run: (vm, numbers) => orRaise(vm, round(numbers[0] as number)) };
  return (vm, x) => {
    if (typeof x === "number" || typeof x === "bigint") return x;
    if (x instanceof PyFloat) return orRaise(vm, round(x.v));
    const own = special(x, method);
    return own === undefined ? withReals(vm, [x], then, null) : callMethod(vm, own, x, []);
  };
}

export const floorOf: (vm: Machine, x: Value) => Result = rounding("floor", "__floor__", floorFloat);
export const ceilOf: (vm: Machine, x: Value) => Result = rounding("ceil", "__ceil__", ceilFloat);

export function truncOf(vm: Machine, x: Value): Result {
  if (typeof x === "number" || typeof x === "bigint") return x;
  if (x instanceof PyFloat) return orRaise(vm, fromFloat(x.v));
  const own = special(x, "__trunc__");
  if (own === undefined) return raiseTypeError(vm, `type ${typeOf(x).name} doesn't define __trunc__ method`);
  return callMethod(vm, own, x, []);
}
