// strptime: text to moments, by a regular expression made from the format.
import { Fault } from "../../numeric/fault.ts";
import { strRepr } from "../../text/str-repr.ts";
import {
  DAY_NAMES,
  daysTo,
  daysToYear,
  momentAt,
  MONTH_NAMES,
  type Moment,
  SECONDS_A_DAY,
  weekdayOf,
} from "./calendar.ts";

/** A moment with the fraction of its second and its offset from UTC, where the text had them. */
export interface Parsed {
  readonly moment: Moment;
  readonly microseconds: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

const SHORT_DAYS = DAY_NAMES.map((name) => name.slice(0, 3).toLowerCase());
const SHORT_MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3).toLowerCase());

/** Longer names first, so that "June" is not read as "Jun". */
function anyOf(names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length).join("|");
}

/** What each directive matches. */
const PATTERNS: Readonly<Record<string, string>> = {
  a: anyOf(SHORT_DAYS),
  A: anyOf(DAY_NAMES),
  b: anyOf(SHORT_MONTHS),
  B: anyOf(MONTH_NAMES),
  d: "3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]",
  f: "[0-9]{1,6}",
  G: "\\d\\d\\d\\d",
  H: "2[0-3]|[0-1]\\d|\\d",
  I: "1[0-2]|0[1-9]|[1-9]| [1-9]",
  j: "36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]",
  m: "1[0-2]|0[1-9]|[1-9]",
  M: "[0-5]\\d|\\d",
  p: "am|pm",
  S: "6[0-1]|[0-5]\\d|\\d",
  u: "[1-7]",
  U: "5[0-3]|[0-4]\\d|\\d",
  V: "5[0-3]|0[1-9]|[1-4]\\d|\\d",
  w: "[0-6]",
  W: "5[0-3]|[0-4]\\d|\\d",
  y: "\\d\\d",
  Y: "\\d\\d\\d\\d",
  z: "(?:[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?)|Z",
  Z: "utc|gmt",
};

const COMPOSED: Readonly<Record<string, string>> = {
  c: "%a %b %d %H:%M:%S %Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
};

/** The pattern of a format, or the Fault that it is wrong. */
function patternOf(format: string): string | Fault {
  let pattern = "";
  const seen = new Set<string>();
  const full = format.replace(/%([cxX])/g, (_whole, name: string) => COMPOSED[name] as string);
  for (let at = 0; at < full.length; at++) {
    const unit = full[at] as string;
    if (/\s/.test(unit)) {
      while (at + 1 < full.length && /\s/.test(full[at + 1] as string)) at++;
      pattern += "\\s+";
    } else if (unit !== "%") pattern += unit.replace(/[\\.^$*+?()[\]{}|/]/g, "\\$&");
    else {
      const name = full[++at];
      if (name === undefined) return new Fault("ValueError", `stray % in format ${strRepr(format)}`);
      if (name === "%") pattern += "%";
      else if (!Object.hasOwn(PATTERNS, name)) {
        return new Fault("ValueError", `'${name}' is a bad directive in format ${strRepr(format)}`);
      } else if (seen.has(name)) {
        return new Fault("ValueError", `redefinition of group name '${name}'`);
      } else {
        seen.add(name);
        pattern += `(?<${name}>${PATTERNS[name]})`;
      }
    }
  }
  return pattern;
}

/** `strptime(text, format)`. */
export function parseTime(text: string, format: string): Parsed | Fault {
  const pattern = patternOf(format);
  if (pattern instanceof Fault) return pattern;
  const match = new RegExp(`^(?:${pattern})`, "iu").exec(text);
  if (match === null) {
    return new Fault("ValueError", `time data ${strRepr(text)} does not match format ${strRepr(format)}`);
  }
  if (match[0].length !== text.length) {
    return new Fault("ValueError", `unconverted data remains: ${text.slice(match[0].length)}`);
  }
  return momentOf(match.groups ?? {});
}

function momentOf(found: Readonly<Record<string, string | undefined>>): Parsed | Fault {
  const number = (name: string): number | null => (found[name] === undefined ? null : Number(found[name]));
  let year = number("Y");
  const short = number("y");
  if (short !== null) year = short <= 68 ? 2000 + short : 1900 + short;
  let month = number("m") ?? 1;
  const monthName = found.b ?? found.B;
  if (monthName !== undefined) month = SHORT_MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  let day = number("d") ?? 1;
  const yearDay = number("j");
  let hour = number("H") ?? 0;
  if (found.I !== undefined) hour = (Number(found.I) % 12) + (found.p?.toLowerCase() === "pm" ? 12 : 0);
  let weekday: number | null = null;
  const dayName = found.a ?? found.A;
  if (dayName !== undefined) weekday = SHORT_DAYS.indexOf(dayName.slice(0, 3).toLowerCase());
  else if (found.w !== undefined) weekday = (Number(found.w) + 6) % 7;
  else if (found.u !== undefined) weekday = Number(found.u) - 1;
  const isoYear = number("G");
  const isoWeek = number("V");
  const problem = isoProblem(isoYear, isoWeek, weekday, yearDay, year);
  if (problem !== null) return new Fault("ValueError", problem);
  let days: number | null = null;
  const week = number("U") ?? number("W");
  if (week !== null && weekday !== null && year !== null) {
    const first = daysToYear(year);
    const start = found.U !== undefined ? (weekdayOf(first) + 1) % 7 : weekdayOf(first);
    const within = found.U !== undefined ? (weekday + 1) % 7 : weekday;
    days = first + (week * 7 + within - (start === 0 ? 7 : start));
    if (week === 0) days = first + within - start;
  } else if (isoYear !== null && isoWeek !== null && weekday !== null) {
    const fourth = daysTo(isoYear, 1, 4);
    days = fourth - weekdayOf(fourth) + (isoWeek - 1) * 7 + weekday;
  } else if (yearDay !== null && found.m === undefined && monthName === undefined) {
    days = daysToYear(year ?? 1900) + yearDay - 1;
  }
  const isDateOfLeap = year === null && month === 2 && day === 29;
  if (days !== null) {
    const at = momentAt(days * SECONDS_A_DAY);
    year = at.year;
    month = at.month;
    day = at.day;
  }
  const known = isDateOfLeap ? 1904 : (year ?? 1900);
  const date = daysTo(known, month, day);
  const at = momentAt(date * SECONDS_A_DAY);
  if (at.month !== month) return new Fault("ValueError", "day is out of range for month");
  const moment: Moment = {
    year: year ?? 1900,
    month,
    day,
    hour,
    minute: number("M") ?? 0,
    second: number("S") ?? 0,
    weekday: weekday ?? at.weekday,
    yearDay: yearDay ?? at.yearDay,
    isDst: found.Z === undefined ? -1 : 0,
    zone: found.Z ?? "UTC",
    offset: 0,
  };
  const microseconds = found.f === undefined ? 0 : Number(found.f.padEnd(6, "0"));
  return { moment, microseconds, offset: offsetOf(found.z), zone: found.Z ?? null };
}

function isoProblem(
  isoYear: number | null,
  isoWeek: number | null,
  weekday: number | null,
  yearDay: number | null,
  year: number | null,
): string | null {
  if (isoYear !== null) {
    if (yearDay !== null)
      return "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.";
    if (isoWeek === null || weekday === null) {
      return "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').";
    }
  } else if (isoWeek !== null) {
    if (year === null || weekday === null) {
      return "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').";
    }
    return "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.";
  }
  return null;
}

/** Seconds east of UTC. */
function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "Z" || text === "z") return 0;
  const digits = text.slice(1).replace(/:/g, "");
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2, 4)) * 60 + Number(digits.slice(4, 6) || 0);
  return text.startsWith("-") ? -seconds : seconds;
}
