// strftime and asctime: moments as text, in the C locale.
import { DAY_NAMES, isoWeek, MONTH_NAMES, type Moment, secondsOf } from "./calendar.ts";

function pad(value: number, width: number, fill = "0"): string {
  return value < 0 ? `-${String(-value).padStart(width - 1, fill)}` : String(value).padStart(width, fill);
}

function dayName(moment: Moment): string {
  return DAY_NAMES[moment.weekday] ?? "?";
}
function monthName(moment: Moment): string {
  return MONTH_NAMES[moment.month - 1] ?? "?";
}

/** The hour on a clock of twelve. */
function hour12(moment: Moment): number {
  return moment.hour % 12 === 0 ? 12 : moment.hour % 12;
}

/** The week of the year when weeks begin on `first` (0 is Monday). */
function weekOf(moment: Moment, first: number): number {
  return Math.floor((moment.yearDay + 6 - ((moment.weekday - first + 7) % 7)) / 7);
}

/** "+0530" for seconds east of UTC. */
function offsetText(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`;
}

/** What each directive writes; those made of others are texts to format. */
const DIRECTIVES: Readonly<Record<string, ((moment: Moment) => string) | string>> = {
  a: (moment) => dayName(moment).slice(0, 3),
  A: dayName,
  b: (moment) => monthName(moment).slice(0, 3),
  h: (moment) => monthName(moment).slice(0, 3),
  B: monthName,
  c: "%a %b %e %H:%M:%S %Y",
  C: (moment) => String(Math.floor(moment.year / 100)),
  d: (moment) => pad(moment.day, 2),
  D: "%m/%d/%y",
  e: (moment) => pad(moment.day, 2, " "),
  F: "%Y-%m-%d",
  g: (moment) => pad(((isoWeek(moment)[0] % 100) + 100) % 100, 2),
  G: (moment) => String(isoWeek(moment)[0]),
  H: (moment) => pad(moment.hour, 2),
  I: (moment) => pad(hour12(moment), 2),
  j: (moment) => pad(moment.yearDay, 3),
  k: (moment) => pad(moment.hour, 2, " "),
  l: (moment) => pad(hour12(moment), 2, " "),
  m: (moment) => pad(moment.month, 2),
  M: (moment) => pad(moment.minute, 2),
  n: () => "\n",
  p: (moment) => (moment.hour < 12 ? "AM" : "PM"),
  P: (moment) => (moment.hour < 12 ? "am" : "pm"),
  r: "%I:%M:%S %p",
  R: "%H:%M",
  s: (moment) => String(secondsOf(moment)),
  S: (moment) => pad(moment.second, 2),
  t: () => "\t",
  T: "%H:%M:%S",
  u: (moment) => String(moment.weekday + 1),
  U: (moment) => pad(weekOf(moment, 6), 2),
  V: (moment) => pad(isoWeek(moment)[1], 2),
  w: (moment) => String((moment.weekday + 1) % 7),
  W: (moment) => pad(weekOf(moment, 0), 2),
  x: "%m/%d/%y",
  X: "%H:%M:%S",
  y: (moment) => pad(((moment.year % 100) + 100) % 100, 2),
  Y: (moment) => String(moment.year),
  z: (moment) => offsetText(moment.offset),
  Z: (moment) => moment.zone,
  "%": () => "%",
};

/** `strftime(format, moment)`; an unknown directive stays as it is. */
export function formatTime(format: string, moment: Moment): string {
  return format.replace(/%([-_0^#]?)([EO]?)([A-Za-z%])/g, (whole, flag: string, _modifier: string, name: string) => {
    const directive = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
    if (directive === undefined) return whole;
    const text = typeof directive === "string" ? formatTime(directive, moment) : directive(moment);
    return withFlag(text, flag);
  });
}

/** glibc's flags: no padding, other padding, upper case. */
function withFlag(text: string, flag: string): string {
  switch (flag) {
    case "-":
      return /^[ 0]+\d/.test(text) ? text.replace(/^[ 0]+(?=\d)/, "") : text;
    case "_":
      return text.replace(/^0+(?=\d)/, (zeros) => " ".repeat(zeros.length));
    case "0":
      return text.replace(/^ +(?=\d)/, (blanks) => "0".repeat(blanks.length));
    case "^":
    case "#":
      return text.toUpperCase();
    default:
      return text;
  }
}

/** `asctime(moment)`. */
export function plainTime(moment: Moment): string {
  return formatTime("%a %b %e %H:%M:%S %Y", moment);
}
