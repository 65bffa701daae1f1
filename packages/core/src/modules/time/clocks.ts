// The clocks of the platform, and sleeping.
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { PyFloat } from "../../objects/numbers.ts";
import type { Result, Value } from "../../objects/value.ts";
import { normalize } from "../../numeric/int.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { index } from "../../protocol/conversion.ts";
import { asInt, asString } from "../../protocol/lookup.ts";
import { raiseOverflowError, raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { asFloat } from "../../protocol/real.ts";
import { newNamespace } from "../namespace.ts";

/** A reading of a clock in ms as ns, an int. */
function nanoseconds(milliseconds: number): Value {
  const whole = Math.floor(milliseconds);
  return normalize(BigInt(whole) * 1_000_000n + BigInt(Math.round((milliseconds - whole) * 1e6)));
}

export function time(vm: Machine): Value {
  return new PyFloat(vm.services.now() / 1000);
}
export function timeNs(vm: Machine): Value {
  return nanoseconds(vm.services.now());
}
export function monotonic(vm: Machine): Value {
  return new PyFloat(vm.services.monotonic() / 1000);
}
export function monotonicNs(vm: Machine): Value {
  return nanoseconds(vm.services.monotonic());
}

interface ClockInfo {
  readonly implementation: string;
  readonly monotonic: boolean;
  readonly adjustable: boolean;
  readonly resolution: number;
}
const STEADY: ClockInfo = {
  implementation: "Platform.monotonic()",
  monotonic: true,
  adjustable: false,
  resolution: 1e-6,
};
const CLOCKS: Readonly<Record<string, ClockInfo>> = {
  time: { implementation: "Platform.now()", monotonic: false, adjustable: true, resolution: 1e-3 },
  monotonic: STEADY,
  perf_counter: STEADY,
  process_time: STEADY,
  thread_time: STEADY,
};

export function clockInfo(vm: Machine, name: Value): Result {
  const text = asString(name);
  if (text === undefined) {
    return raiseTypeError(vm, `get_clock_info() argument 1 must be str, not ${typeOf(name).name}`);
  }
  if (!Object.hasOwn(CLOCKS, text)) return raiseValueError(vm, "unknown clock");
  const { resolution, ...info } = CLOCKS[text] as ClockInfo;
  return newNamespace({ ...info, resolution: new PyFloat(resolution) });
}

/** CPython keeps times as ns in 64 bits. */
const MOST_SECONDS = 9_223_372_036;

function sleepFor(vm: Machine, seconds: number): Result {
  if (Number.isNaN(seconds)) return raiseValueError(vm, "Invalid value NaN (not a number)");
  if (seconds < 0) return raiseValueError(vm, "sleep length must be non-negative");
  if (seconds > MOST_SECONDS) return raiseOverflowError(vm, "timestamp too large to convert to C PyTime_t");
  return vm.services.sleep(vm, seconds * 1000);
}

const SLEEP: Asking<{ readonly seconds: Value }> = {
  ask: (vm, { seconds }) => index(vm, seconds),
  take: (vm, _state, answer) => sleepFor(vm, Number(asInt(answer))),
};

export function sleep(vm: Machine, seconds: Value): Result {
  const plain = asFloat(seconds) ?? (typeof seconds === "number" ? seconds : undefined);
  return plain === undefined ? asking(vm, SLEEP, { seconds }) : sleepFor(vm, plain);
}
