// log, log2 and log10, which take ints of any size.
import type { Machine } from "../../objects/machine.ts";
import { PyFloat } from "../../objects/numbers.ts";
import type { Result, Value } from "../../objects/value.ts";
import { Fault } from "../../numeric/fault.ts";
import { type LogBase, logFloat, logInt } from "../../numeric/logarithms.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { raiseFault } from "../../protocol/fault.ts";
import { asInt } from "../../protocol/lookup.ts";
import { raiseZeroDivision } from "../../protocol/raise.ts";
import { float, type RealsThen, withReals } from "./reals.ts";

const logThen: RealsThen<LogBase> = {
  run: (vm, numbers, base) => float(vm, logFloat(numbers[0] as number, base)),
};

function logOf(vm: Machine, x: Value, base: LogBase): Result {
  const whole = asInt(x);
  return whole === undefined ? withReals(vm, [x], logThen, base) : float(vm, logInt(whole, base));
}

/** The logarithm when no Python is needed for it. */
function plainLog(x: Value): number | Fault | undefined {
  const whole = asInt(x);
  if (whole !== undefined) return logInt(whole, "e");
  return x instanceof PyFloat ? logFloat(x.v, "e") : undefined;
}

function divide(vm: Machine, numerator: number, denominator: number): Result {
  if (denominator === 0) return raiseZeroDivision(vm, "float division by zero");
  return new PyFloat(numerator / denominator);
}

interface BaseState {
  readonly x: Value;
  readonly base: Value;
  numerator: number | null;
}

const BASED: Asking<BaseState> = {
  ask: (vm, { x, base, numerator }) => logOf(vm, numerator === null ? x : base, "e"),
  take(vm, state, answer) {
    const { v } = answer as PyFloat;
    if (state.numerator !== null) return divide(vm, state.numerator, v);
    state.numerator = v;
    return AGAIN;
  },
};

export function log(vm: Machine, x: Value, base?: Value): Result {
  if (base === undefined) return logOf(vm, x, "e");
  const numerator = plainLog(x);
  const denominator = plainLog(base);
  if (numerator === undefined || denominator === undefined) return asking(vm, BASED, { x, base, numerator: null });
  if (numerator instanceof Fault) return raiseFault(vm, numerator);
  return denominator instanceof Fault ? raiseFault(vm, denominator) : divide(vm, numerator, denominator);
}

export function log2(vm: Machine, x: Value): Result {
  return logOf(vm, x, 2);
}
export function log10(vm: Machine, x: Value): Result {
  return logOf(vm, x, 10);
}
