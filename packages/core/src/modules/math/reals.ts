// Arguments that are real numbers: plain ones at once, others by `__float__` or `__index__` in a native frame.
import type { Machine } from "../../objects/machine.ts";
import type { NativeBody } from "../../objects/native.ts";
import { PyFloat } from "../../objects/numbers.ts";
import type { Result, Value } from "../../objects/value.ts";
import { Fault } from "../../numeric/fault.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { charge } from "../../protocol/charge.ts";
import { raiseFault } from "../../protocol/fault.ts";
import { double } from "../../protocol/real.ts";

/** What to do with the numbers: static data, so that a native frame may hold it. */
export interface RealsThen<X> {
  run(vm: Machine, numbers: readonly number[], extra: X): Result;
}

/** The double that a float or a small int is; undefined when more is needed. */
export function quickReal(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.v;
  return typeof value === "number" ? value : undefined;
}

interface RealsState {
  readonly values: readonly Value[];
  readonly numbers: number[];
  readonly then: RealsThen<unknown>;
  readonly extra: unknown;
}

/** Turn every value into a double, then run `then`. */
export function withReals<X>(vm: Machine, values: readonly Value[], then: RealsThen<X>, extra: X): Result {
  const numbers: number[] = [];
  charge(vm, values.length);
  for (const value of values) {
    const plain = quickReal(value);
    if (plain === undefined) return asking(vm, CONVERT, { values, numbers, then: then as RealsThen<unknown>, extra });
    numbers.push(plain);
  }
  return then.run(vm, numbers, extra);
}

const CONVERT: Asking<RealsState> = {
  ask: (vm, { values, numbers }) => double(vm, values[numbers.length] as Value),
  take(vm, { values, numbers, then, extra }, answer) {
    numbers.push((answer as PyFloat).v);
    return numbers.length < values.length ? AGAIN : then.run(vm, numbers, extra);
  },
};

/** A result of numeric/ as a Python float. */
export function float(vm: Machine, result: number | Fault): Result {
  return result instanceof Fault ? raiseFault(vm, result) : new PyFloat(result);
}

/** The body of a function of one real number. */
export function ofOne(name: string, compute: (x: number) => number | Fault): NativeBody {
  const then: RealsThen<null> = { run: (vm, numbers) => float(vm, compute(numbers[0] as number)) };
  return (vm: Machine, x: Value) => {
    const plain = quickReal(x);
    return plain === undefined ? withReals(vm, [x], then, null) : float(vm, compute(plain));
  };
}

/** The body of a function of two real numbers. */
export function ofTwo(name: string, compute: (x: number, y: number) => number | Fault): NativeBody {
  const then: RealsThen<null> = {
    run: (vm, numbers) => float(vm, compute(numbers[0] as number, numbers[1] as number)),
  };
  return (vm: Machine, x: Value, y: Value) => {
    const first = quickReal(x);
    const second = quickReal(y);
    const isQuick = first !== undefined && second !== undefined;
    return isQuick ? float(vm, compute(first, second)) : withReals(vm, [x, y], then, null);
  };
}

/** The body of a predicate on one real number. */
export function testOf(name: string, test: (x: number) => boolean): NativeBody {
  const then: RealsThen<null> = { run: (_vm, numbers) => test(numbers[0] as number) };
  return (vm: Machine, x: Value) => withReals(vm, [x], then, null);
}
