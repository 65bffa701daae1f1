// The module time; local time is UTC.
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { Fault } from "../../numeric/fault.ts";
import { raiseFault } from "../../protocol/fault.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { ANSWER, deprecated } from "../../protocol/warn.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { type Moment, momentAt, secondsOf } from "./calendar.ts";
import { clockInfo, monotonic, monotonicNs, sleep, time, timeNs } from "./clocks.ts";
import { formatTime, plainTime } from "./format.ts";
import { parseTime } from "./parse.ts";
import { checkedMoment, momentOf, type MomentThen, structTime, structTimeType, withMoment } from "./struct-time.ts";

const universalThen: MomentThen = { run: (_vm, moment) => structTime(moment, "GMT") };
const structThen: MomentThen = { run: (_vm, moment) => structTime(moment) };
const textThen: MomentThen = { run: (_vm, moment) => plainTime(moment) };

function now(vm: Machine): Moment {
  return momentAt(Math.floor(vm.services.now() / 1000));
}

function showable(vm: Machine, value: Value | undefined, name: string): Moment | undefined {
  if (value === undefined) return now(vm);
  const moment = momentOf(vm, value, name);
  return moment === undefined ? undefined : checkedMoment(vm, moment);
}

function strftime(vm: Machine, format: Value, value?: Value): Result {
  const text = asString(format);
  if (text === undefined) return raiseTypeError(vm, `strftime() argument 1 must be str, not ${typeOf(format).name}`);
  const moment = showable(vm, value, "strftime");
  if (moment === undefined) return undefined;
  return text.includes("\0") ? raiseValueError(vm, "embedded null character") : formatTime(text, moment);
}

function asctime(vm: Machine, value?: Value): Result {
  const moment = showable(vm, value, "asctime");
  return moment === undefined ? undefined : plainTime(moment);
}

function mktime(vm: Machine, value: Value): Result {
  const moment = momentOf(vm, value, "mktime");
  return moment === undefined ? undefined : new PyFloat(secondsOf(moment));
}

function strptime(vm: Machine, text: Value, format: Value = "%a %b %d %H:%M:%S %Y"): Result {
  const given = asString(text);
  const wanted = asString(format);
  if (given === undefined)
    return raiseTypeError(vm, `strptime() argument 0 must be str, not <class '${typeOf(text).name}'>`);
  if (wanted === undefined)
    return raiseTypeError(vm, `strptime() argument 1 must be str, not <class '${typeOf(format).name}'>`);
  const parsed = parseTime(given, wanted);
  if (parsed instanceof Fault) return raiseFault(vm, parsed);
  const answer = structTime(parsed.moment, parsed.zone ?? NONE, parsed.offset ?? NONE);
  return isAmbiguous(wanted) ? deprecated(vm, NO_YEAR, ANSWER, answer) : answer;
}

/** Whether a format has a day of the month, but no year. */
function isAmbiguous(format: string): boolean {
  const names = Array.from(format.matchAll(/%(.)/gs), ([, name]) => name);
  return names.includes("d") && !names.some((name) => "YyGcx".includes(name as string));
}

const NO_YEAR =
  "Parsing dates involving a day of month without a year specified is ambiguious\nand fails to parse leap day. " +
  "The default behavior will change in Python 3.15\nto either always raise an exception or to use a different default " +
  "year (TBD).\nTo avoid trouble, add a specific year to the input & format.\n" +
  "See https://github.com/python/cpython/issues/70647.";

export const TIME: NativeModule = defineModule({
  name: "time",
  doc: "Clocks, sleeping, and moments as tuples and text.",
  constants: {
    struct_time: structTimeType,
    timezone: 0,
    altzone: 0,
    daylight: 0,
    tzname: newTuple(["UTC", "UTC"]),
    _STRUCT_TM_ITEMS: 11,
  },
  functions: {
    time: func("", time, "Seconds since 1970-01-01 00:00 UTC."),
    time_ns: func("", timeNs, "The same in nanoseconds, an int."),
    monotonic: func("", monotonic, "Seconds of a clock that never goes back."),
    monotonic_ns: func("", monotonicNs),
    perf_counter: func("", monotonic, "Seconds of the finest clock there is."),
    perf_counter_ns: func("", monotonicNs),
    process_time: func("", monotonic),
    process_time_ns: func("", monotonicNs),
    thread_time: func("", monotonic),
    thread_time_ns: func("", monotonicNs),
    get_clock_info: func("name, /", clockInfo),
    sleep: func("seconds, /", sleep, "Wait while others run."),
    gmtime: func("seconds=None, /", (vm, seconds: Value = NONE) => withMoment(vm, seconds, universalThen)),
    localtime: func("seconds=None, /", (vm, seconds: Value = NONE) => withMoment(vm, seconds, structThen)),
    ctime: func("seconds=None, /", (vm, seconds: Value = NONE) => withMoment(vm, seconds, textThen)),
    asctime: func("t=None, /", asctime),
    mktime: func("t, /", mktime),
    strftime: func("format, t=None, /", strftime),
    strptime: func("string, format='%a %b %d %H:%M:%S %Y', /", strptime),
    tzset: func("", () => NONE),
  },
});
