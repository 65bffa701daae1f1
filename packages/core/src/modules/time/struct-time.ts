// The type time.struct_time, and moments out of the tuples that the functions of time take.
import { osErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { index } from "../../protocol/conversion.ts";
import { asInt } from "../../protocol/lookup.ts";
import { raiseNew, raiseOverflowError, raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { asFloat } from "../../protocol/real.ts";
import { StructSequence, structType } from "../struct-sequence.ts";
import { type Moment, momentAt } from "./calendar.ts";

const FIELDS: readonly string[] = [
  "tm_year",
  "tm_mon",
  "tm_mday",
  "tm_hour",
  "tm_min",
  "tm_sec",
  "tm_wday",
  "tm_yday",
  "tm_isdst",
  "tm_zone",
  "tm_gmtoff",
];

export const structTimeType: PyType = structType({
  module: "time",
  name: "struct_time",
  doc: "A moment as year, month, day, hour, minute, second, day of week, day of year, and daylight saving.",
  fields: FIELDS,
  visible: 9,
  isPublic: true,
});

/** A moment as struct_time. */
export function structTime(moment: Moment, zone: Value = moment.zone, offset: Value = moment.offset): StructSequence {
  const { year, month, day, hour, minute, second, weekday, yearDay, isDst } = moment;
  const items = [year, month, day, hour, minute, second, weekday, yearDay, isDst];
  return new StructSequence(structTimeType, items, [zone, offset]);
}

// ---- from seconds ----------------------------------------------------------------------------------------------------

/** The years of C's `struct tm` end here. */
const MOST_SECONDS = 67_768_036_191_676_000;
const LARGEST_TIME = 2n ** 63n;

/** What to do with a moment: static data. */
export interface MomentThen {
  run(vm: Machine, moment: Moment): Result;
}

/** The moment of so many seconds since the epoch (now for None), then `then`. */
export function withMoment(vm: Machine, seconds: Value, then: MomentThen): Result {
  if (seconds === NONE) return then.run(vm, momentAt(Math.floor(vm.services.now() / 1000)));
  const x = asFloat(seconds);
  if (x !== undefined) {
    if (Number.isNaN(x)) return raiseValueError(vm, "Invalid value NaN (not a number)");
    if (Math.abs(x) >= Number(LARGEST_TIME)) return raiseOutOfRange(vm);
    return run(vm, Math.floor(x), then);
  }
  return asking(vm, SECONDS, { seconds, then });
}

const SECONDS: Asking<{ readonly seconds: Value; readonly then: MomentThen }> = {
  ask: (vm, { seconds }) => index(vm, seconds),
  take(vm, { then }, answer) {
    const whole = asInt(answer) as number | bigint;
    if (whole >= LARGEST_TIME || whole < -LARGEST_TIME) return raiseOutOfRange(vm);
    return run(vm, Number(whole), then);
  },
};

function raiseOutOfRange(vm: Machine): undefined {
  return raiseOverflowError(vm, "timestamp out of range for platform time_t");
}

function run(vm: Machine, seconds: number, then: MomentThen): Result {
  if (Math.abs(seconds) > MOST_SECONDS) return raiseNew(vm, osErrorType, 75, "Value too large for defined data type");
  return then.run(vm, momentAt(seconds));
}

// ---- from tuples -----------------------------------------------------------------------------------------------------

const LARGEST_INT = 2 ** 31;

/** The moment that a tuple of nine ints tells; undefined after raising. `name` is the function's. */
export function momentOf(vm: Machine, value: Value, name: string): Moment | undefined {
  if (!(value instanceof PyTuple)) return raiseTypeError(vm, "Tuple or struct_time argument required");
  if (value.items.length !== 9) return raiseTypeError(vm, `${name}(): illegal time tuple argument`);
  const numbers: number[] = [];
  for (const item of value.items) {
    const whole = asInt(item);
    if (whole === undefined) {
      const type = typeOf(item).name;
      return raiseTypeError(vm, `'${type}' object cannot be interpreted as an integer`);
    }
    if (whole >= LARGEST_TIME || whole < -LARGEST_TIME) {
      return raiseOverflowError(vm, "Python int too large to convert to C long");
    }
    if (whole >= LARGEST_INT || whole < -LARGEST_INT) {
      const side = whole < 0 ? "less than minimum" : "greater than maximum";
      return raiseOverflowError(vm, `signed integer is ${side}`);
    }
    numbers.push(Number(whole));
  }
  // C counts the years from 1900.
  if ((numbers[0] as number) < 1900 - LARGEST_INT) return raiseOverflowError(vm, "year out of range");
  const [year, month, day, hour, minute, second, weekday, yearDay, isDst] = numbers as Nine;
  const hidden = value instanceof StructSequence ? value.hidden : [];
  const zone = typeof hidden[0] === "string" ? hidden[0] : "UTC";
  const offset = typeof hidden[1] === "number" ? hidden[1] : 0;
  return { year, month, day, hour, minute, second, weekday, yearDay, isDst, zone, offset };
}
type Nine = [number, number, number, number, number, number, number, number, number];

/** A moment that can be shown: zeros stand for the first month and day; undefined after raising ValueError. */
export function checkedMoment(vm: Machine, moment: Moment): Moment | undefined {
  const month = moment.month === 0 ? 1 : moment.month;
  const day = moment.day === 0 ? 1 : moment.day;
  const yearDay = moment.yearDay === 0 ? 1 : moment.yearDay;
  const { hour, minute, second, weekday } = moment;
  const checks: readonly (readonly [boolean, string])[] = [
    [month >= 1 && month <= 12, "month"],
    [day >= 1 && day <= 31, "day of month"],
    [hour >= 0 && hour <= 23, "hour"],
    [minute >= 0 && minute <= 59, "minute"],
    [second >= 0 && second <= 61, "seconds"],
    [weekday >= -1, "day of week"],
    [yearDay >= 1 && yearDay <= 366, "day of year"],
  ];
  for (const [isFine, what] of checks) if (!isFine) return raiseValueError(vm, `${what} out of range`);
  return { ...moment, month, day, yearDay, weekday: (weekday + 7) % 7 };
}
