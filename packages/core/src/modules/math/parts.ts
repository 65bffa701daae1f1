// The parts of a float: frexp, modf, ldexp, nextafter, isclose, fma.
import type { Machine } from "../../objects/machine.ts";
import { newTuple } from "../../objects/make.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { fma } from "../../numeric/exact-sum.ts";
import { Fault } from "../../numeric/fault.ts";
import { frexp, ldexp, modf, nextAfter } from "../../numeric/float-steps.ts";
import type { Int } from "../../numeric/int.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { index } from "../../protocol/conversion.ts";
import { raiseFault } from "../../protocol/fault.ts";
import { asInt } from "../../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { RANGE } from "./elementary.ts";
import { float, type RealsThen, withReals } from "./reals.ts";

const frexpThen: RealsThen<null> = {
  run(_vm, numbers) {
    const [mantissa, exponent] = frexp(numbers[0] as number);
    return newTuple([new PyFloat(mantissa), exponent]);
  },
};
export function frexpOf(vm: Machine, x: Value): Result {
  return withReals(vm, [x], frexpThen, null);
}

const modfThen: RealsThen<null> = {
  run(_vm, numbers) {
    const [fraction, integral] = modf(numbers[0] as number);
    return newTuple([new PyFloat(fraction), new PyFloat(integral)]);
  },
};
export function modfOf(vm: Machine, x: Value): Result {
  return withReals(vm, [x], modfThen, null);
}

const ldexpThen: RealsThen<Value> = {
  run(vm, numbers, exponent) {
    const whole = asInt(exponent);
    if (whole === undefined) return raiseTypeError(vm, "Expected an int as second argument to ldexp.");
    const result = ldexp(numbers[0] as number, whole);
    return result instanceof Fault ? raiseFault(vm, RANGE) : new PyFloat(result);
  },
};
export function ldexpOf(vm: Machine, x: Value, exponent: Value): Result {
  return withReals(vm, [x], ldexpThen, exponent);
}

const nextThen: RealsThen<Int> = {
  run: (_vm, numbers, steps) => new PyFloat(nextAfter(numbers[0] as number, numbers[1] as number, steps)),
};
interface Neighbour {
  readonly x: Value;
  readonly y: Value;
  readonly steps: Value;
}
const STEPS: Asking<Neighbour> = {
  ask: (vm, { steps }) => index(vm, steps),
  take(vm, { x, y }, answer) {
    const steps = asInt(answer) as Int;
    if (steps < 0) return raiseValueError(vm, "steps must be a non-negative integer");
    return withReals(vm, [x, y], nextThen, steps);
  },
};
export function nextAfterOf(vm: Machine, x: Value, y: Value, steps: Value = NONE): Result {
  return steps === NONE ? withReals(vm, [x, y], nextThen, 1) : asking(vm, STEPS, { x, y, steps });
}

const fmaThen: RealsThen<null> = {
  run: (vm, numbers) => float(vm, fma(numbers[0] as number, numbers[1] as number, numbers[2] as number)),
};
export function fmaOf(vm: Machine, x: Value, y: Value, z: Value): Result {
  return withReals(vm, [x, y, z], fmaThen, null);
}

const closeThen: RealsThen<null> = {
  run(vm, numbers) {
    const [a, b, relative, absolute] = numbers as [number, number, number, number];
    if (relative < 0 || absolute < 0) return raiseValueError(vm, "tolerances must be non-negative");
    if (a === b) return true;
    if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
    const difference = Math.abs(a - b);
    return difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute;
  },
};
const RELATIVE = new PyFloat(1e-9);
export function isClose(vm: Machine, a: Value, b: Value, relative: Value = RELATIVE, absolute: Value = 0): Result {
  return withReals(vm, [a, b, relative, absolute], closeThen, null);
}
