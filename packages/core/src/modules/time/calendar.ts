// The proleptic Gregorian calendar: days and dates, names of days and months.

export const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

export const SECONDS_A_DAY = 86_400;

/** A moment as the fields of struct_time: months and days of the year from 1, Monday as 0. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearDay: number;
  readonly isDst: number;
  /** Name of the time zone, and its seconds east of UTC. */
  readonly zone: string;
  readonly offset: number;
}

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of the year before a month (1..12). */
function daysBefore(year: number, month: number): number {
  return (BEFORE_MONTH[month - 1] as number) + (month > 2 && isLeap(year) ? 1 : 0);
}

/** Days from 1970-01-01 to the first of January of a year. */
export function daysToYear(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719_162;
}

/** Days from 1970-01-01 to a date; the month may be beyond the year, the day beyond the month. */
export function daysTo(year: number, month: number, day: number): number {
  const years = year + Math.floor((month - 1) / 12);
  const within = ((((month - 1) % 12) + 12) % 12) + 1;
  return daysToYear(years) + daysBefore(years, within) + day - 1;
}

/** The day of the week of a day counted from 1970-01-01, a Thursday. */
export function weekdayOf(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** The moment so many seconds after 1970-01-01 00:00 UTC. */
export function momentAt(seconds: number): Moment {
  const days = Math.floor(seconds / SECONDS_A_DAY);
  const rest = seconds - days * SECONDS_A_DAY;
  let year = Math.floor(days / 365.2425) + 1970;
  while (daysToYear(year) > days) year--;
  while (daysToYear(year + 1) <= days) year++;
  const yearDay = days - daysToYear(year) + 1;
  let month = 12;
  while (daysBefore(year, month) >= yearDay) month--;
  return {
    year,
    month,
    day: yearDay - daysBefore(year, month),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekday: weekdayOf(days),
    yearDay,
    isDst: 0,
    zone: "UTC",
    offset: 0,
  };
}

/** Seconds from 1970-01-01 00:00 UTC to a moment, by its date and time alone. */
export function secondsOf(moment: Moment): number {
  const { year, month, day, hour, minute, second } = moment;
  return daysTo(year, month, day) * SECONDS_A_DAY + hour * 3600 + minute * 60 + second;
}

/** The ISO year and week of a moment. */
export function isoWeek(moment: Moment): readonly [year: number, week: number] {
  const { year, yearDay, weekday } = moment;
  const week = Math.floor((yearDay - weekday + 9) / 7);
  if (week < 1) return [year - 1, weeksIn(year - 1)];
  return week > weeksIn(year) ? [year + 1, 1] : [year, week];
}

function weeksIn(year: number): number {
  const first = weekdayOf(daysToYear(year));
  return first === 3 || (first === 2 && isLeap(year)) ? 53 : 52;
}
