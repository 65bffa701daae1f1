// What the matcher asks about the characters at an offset, in UTF-16 units: pairs of them are one character.
import { type CharSet, isWordCode } from "./char-set.ts";
import { lowerCode } from "./letter-variants.ts";
import { LINE_END, LINE_START, Op } from "./program.ts";
import { Place } from "./syntax.ts";

const NEWLINE = 10;

/** Units of the character at an offset. */
export function widthAt(text: string, at: number, end: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= end) return 1;
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

/** The offset of the character before one. */
export function before(text: string, at: number): number {
  const isPair =
    at > 1 && (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 2) & 0xfc00) === 0xd800;
  return at - (isPair ? 2 : 1);
}

/** The offset so many characters before, or -1. */
export function stepBack(text: string, hasPairs: boolean, at: number, count: number): number {
  if (!hasPairs || at < count) return Math.max(at - count, -1);
  let to = at;
  for (let left = count; left > 0; left--) {
    if (to === 0) return -1;
    to = before(text, to);
  }
  return to;
}

/** How many units the character at `at` takes if the test holds for it, else 0. */
export function tested(
  sets: readonly CharSet[],
  test: number,
  item: number,
  text: string,
  at: number,
  end: number,
): number {
  if (at >= end) return 0;
  const unit = text.charCodeAt(at);
  switch (test) {
    case Op.Char:
      return unit === item ? 1 : 0;
    case Op.Set: {
      const set = sets[item] as CharSet;
      if (unit < 256) return set.latin[unit] as number;
      const width = widthAt(text, at, end);
      return set.has(width === 1 ? unit : (text.codePointAt(at) as number)) ? width : 0;
    }
    case Op.InLine:
      return unit === NEWLINE ? 0 : widthAt(text, at, end);
    case Op.Any:
      return widthAt(text, at, end);
    default: {
      const width = widthAt(text, at, end);
      return (width === 1 ? unit : (text.codePointAt(at) as number)) === item ? width : 0;
    }
  }
}

/** The offset after the last of the characters from `at` on for which a test holds; each takes one unit. */
export function pass(
  sets: readonly CharSet[],
  test: number,
  item: number,
  text: string,
  at: number,
  end: number,
): number {
  let to = at;
  switch (test) {
    case Op.Char:
      while (to < end && text.charCodeAt(to) === item) to++;
      return to;
    case Op.Set: {
      const set = sets[item] as CharSet;
      const { latin } = set;
      for (; to < end; to++) {
        const unit = text.charCodeAt(to);
        if (unit < 256 ? latin[unit] === 0 : !set.has(unit)) break;
      }
      return to;
    }
    case Op.InLine:
      while (to < end && text.charCodeAt(to) !== NEWLINE) to++;
      return to;
    case Op.Any:
      return end;
    default:
      while (to < end && tested(sets, test, item, text, to, end) !== 0) to++;
      return to;
  }
}

export function isAt(place: number, isAscii: boolean, text: string, at: number, end: number): boolean {
  switch (place) {
    case Place.Start:
    case Place.TextStart:
      return at === 0;
    case LINE_START:
      return at === 0 || text.charCodeAt(at - 1) === NEWLINE;
    case Place.End:
      return at === end || (at === end - 1 && text.charCodeAt(at) === NEWLINE);
    case LINE_END:
      return at === end || text.charCodeAt(at) === NEWLINE;
    case Place.TextEnd:
      return at === end;
    default: {
      // An empty text has neither boundaries nor places without one.
      if (end === 0) return false;
      const isBehind = at > 0 && isWordCode(text.codePointAt(before(text, at)) as number, isAscii);
      const isAhead = at < end && isWordCode(text.codePointAt(at) as number, isAscii);
      return (isBehind !== isAhead) === (place === Place.Boundary);
    }
  }
}

/** How many units of the text from `at` on are the same as those of a group, or -1. */
export function again(text: string, from: number, to: number, at: number, end: number, mode: number): number {
  const length = to - from;
  if (mode === 2) return at + length <= end && text.startsWith(text.slice(from, to), at) ? length : -1;
  let here = at;
  for (let there = from; there < to; ) {
    if (here >= end) return -1;
    const one = text.codePointAt(there) as number;
    const other = text.codePointAt(here) as number;
    if (lowerCode(one, mode === 1) !== lowerCode(other, mode === 1)) return -1;
    there += one > 0xffff ? 2 : 1;
    here += other > 0xffff ? 2 : 1;
  }
  return here - at;
}
