// Replacing, repeating and translating strings, with results too long for the host refused.

import { Fault } from "../numeric/fault.ts";
import { characters, hasSurrogates, lengthOf, unitsAt } from "./code-points.ts";
import type { Portion } from "./portion.ts";
import { count, Matcher, SHORT_NEEDLE } from "./search.ts";

/** The longest string, in UTF-16 units, that any function here builds (V8's own bound is 2**29 - 24). */
export const MAX_UNITS: number = 2 ** 29 - 32;

const TOO_LONG = new Fault("MemoryError", "");

/** text * times; "" for times <= 0. */
export function repeat(text: string, times: number): string | Fault {
  if (times <= 0 || text === "") return "";
  return text.length * times > MAX_UNITS ? TOO_LONG : text.repeat(times);
}

/**
 * str.replace: at most `limit` matches from the left, all when it is negative. The caller may know the length of the
 * result before: that of the text and, for each of `count(text, old)` matches, the difference.
 */
export function replace(text: string, old: string, fresh: string, limit: number = -1): string | Fault {
  if (limit === 0 || old === fresh) return text;
  if (fresh.length > old.length && (text.length + 1) * fresh.length > MAX_UNITS) {
    const matches = count(text, old);
    const replaced = limit < 0 ? matches : Math.min(limit, matches);
    if (text.length + replaced * (fresh.length - old.length) > MAX_UNITS) return TOO_LONG;
  }
  if (old === "") return interleave(text, fresh, limit);
  if (limit < 0 && old.length <= SHORT_NEEDLE && !hasSurrogates(old)) return replacePlainly(text, old, fresh);
  return stepReplacing(startReplacing(text, old, fresh, limit), Infinity) as string;
}

/** Replacing that goes on from match to match. */
export interface Replacing {
  readonly matcher: Matcher;
  readonly fresh: string;
  /** The offset behind the last match. */
  from: number;
  /** How many more may be replaced. */
  left: number;
  /** What became of the text before `from`. */
  made: string;
}

/** Begin to replace; what is replaced is not empty. */
export function startReplacing(text: string, old: string, fresh: string, limit: number): Replacing {
  return { matcher: new Matcher(text, old), fresh, from: 0, left: limit < 0 ? Infinity : limit, made: "" };
}

/** Replace up to so many matches: the whole text when none is left, else undefined. */
export function stepReplacing(state: Replacing, matches: number): string | undefined {
  const { matcher, fresh } = state;
  const text = matcher.haystack;
  const pieces: string[] = [];
  let { from } = state;
  let at = 0;
  for (let most = matches; most > 0; most--) {
    at = state.left-- > 0 ? matcher.next(from) : -1;
    if (at < 0) break;
    pieces.push(text.slice(from, at), fresh);
    from = at + matcher.needle.length;
  }
  if (at < 0) {
    if (from === 0) return text;
    pieces.push(text.slice(from));
  }
  state.made += pieces.join("");
  state.from = from;
  return at < 0 ? state.made : undefined;
}

function replacePlainly(text: string, old: string, fresh: string): string {
  let replaced = "";
  let from = 0;
  let left = FEW_PARTS;
  for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, from)) {
    if (left-- === 0) return replaced + text.slice(from).split(old).join(fresh);
    replaced += text.slice(from, at) + fresh;
    from = at + old.length;
  }
  return from === 0 ? text : replaced + text.slice(from);
}

// An empty match stands before each character and at the end.
function interleave(text: string, fresh: string, limit: number): string {
  const parts = characters(text);
  if (limit < 0 || limit > parts.length) return parts.length === 0 ? fresh : fresh + parts.join(fresh) + fresh;
  return fresh + parts.slice(0, limit).join(fresh) + parts.slice(limit).join("");
}

/** separator.join(parts). */
export function join(separator: string, parts: readonly string[]): string | Fault {
  if (parts.length === 0) return "";
  let units = separator.length * (parts.length - 1);
  for (const part of parts) units += part.length;
  if (units > MAX_UNITS) return TOO_LONG;
  return parts.length > FEW_PARTS ? parts.join(separator) : chained(separator, parts);
}

/** Up to this many parts are joined by `+`. */
export const FEW_PARTS = 100;

/** The same for a few parts, by concatenation: the host's `join` has costs of its own. */
function chained(separator: string, parts: readonly string[]): string {
  let text = parts[0] as string;
  for (let at = 1; at < parts.length; at++) text += separator + parts[at];
  return text;
}

/** a + b. */
export function concat(a: string, b: string): string | Fault {
  return a.length + b.length > MAX_UNITS ? TOO_LONG : a + b;
}

/** The text with so much missing to a width filled, of which `share` tells how much goes to the left. */
function padded(text: string, width: number, fill: string, share: (missing: number) => number): string | Fault {
  const missing = width - lengthOf(text);
  if (missing <= 0) return text;
  if (missing * fill.length + text.length > MAX_UNITS) return TOO_LONG;
  const left = share(missing);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** str.center: an odd column goes to the left when the width is odd. */
export function center(text: string, width: number, fill: string = " "): string | Fault {
  return padded(text, width, fill, (missing) => Math.floor(missing / 2) + (missing & width & 1));
}

/** str.ljust. */
export function ljust(text: string, width: number, fill: string = " "): string | Fault {
  return padded(text, width, fill, () => 0);
}

/** str.rjust. */
export function rjust(text: string, width: number, fill: string = " "): string | Fault {
  return padded(text, width, fill, (missing) => missing);
}

/** str.zfill: zeros after a sign. */
export function zfill(text: string, width: number): string | Fault {
  const missing = width - lengthOf(text);
  if (missing <= 0) return text;
  if (missing + text.length > MAX_UNITS) return TOO_LONG;
  const sign = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
  return text.slice(0, sign) + "0".repeat(missing) + text.slice(sign);
}

/** str.expandtabs: columns count code points since the last "\n" or "\r"; the option is the tab size. */
export function expandTabs(portion: Portion): string {
  const { text, from, to, option: tabSize } = portion;
  let column = portion.carry;
  let expanded = "";
  let start = from;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 9) {
      const blanks = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      expanded += text.slice(start, at) + " ".repeat(blanks);
      column += blanks;
      start = at + 1;
    } else if (unit === 10 || unit === 13) column = 0;
    // The first half of a pair is no column.
    else if (unitsAt(text, at) === 1) column++;
  }
  portion.carry = column;
  return expanded + text.slice(start, to);
}
