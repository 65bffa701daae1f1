// The matcher: runs a program over a text by backtracking, a bounded number of steps at a time, on a stack of its own.
import type { CharSet } from "./char-set.ts";
import { isWordCode } from "./char-set.ts";
import { lowerCode } from "./letter-variants.ts";
import { BEYOND_LATIN, LINE_END, LINE_START, Op, type Program } from "./program.ts";
import type { Subject } from "./subject.ts";
import { Place } from "./syntax.ts";

/** What a number of steps has come to. */
export enum Progress {
  Matched,
  Failed,
  /** Not over: run again. */
  GoesOn,
}

const NEWLINE = 10;
/** Words of the stack for one thing to come back to: where in the program and in the text, and one more number. */
const ENTRY = 3;
/** Characters that one instruction looks at before it lets others have their turn. */
const RUN = 4096;

/**
 * A match under way: plain data. Offsets are those of UTF-16 units. On the stack stand places to come back to, and, with a
 * negative number in place of one, slots to put back as they were.
 */
export class Match {
  readonly program: Program;
  readonly text: string;
  /** Whether some characters take two units. */
  readonly hasPairs: boolean;
  /** The text ends here for the pattern. */
  readonly end: number;
  /** Where the match begins: moves on in a search. */
  start: number;
  /** Whether it may begin later. */
  readonly isSearch: boolean;
  /** Whether it must reach the end. */
  readonly isFull: boolean;
  /** It must not be empty at the first start: there the match before has ended. */
  mustAdvance: boolean;
  readonly slots: number[];
  readonly stack: number[] = [];
  height = 0;
  position: number;
  at = 0;
  /** The third number of what the matcher has come back to. */
  extra = 0;
  /** Characters that the instruction at `at` has passed already. */
  passed = 0;
  /** And where those end that it must have. */
  kept = 0;
  /** The program runs from `start`; else the search looks for the next one. */
  isUnderWay = false;

  constructor(
    program: Program,
    { text, points }: Subject,
    start: number,
    end: number,
    isSearch: boolean,
    isFull: boolean,
    mustAdvance: boolean,
  ) {
    this.program = program;
    this.text = text;
    this.hasPairs = points !== null;
    this.start = start;
    this.end = end;
    this.isSearch = isSearch;
    this.isFull = isFull;
    this.mustAdvance = mustAdvance;
    this.slots = new Array<number>(program.slotCount).fill(-1);
    this.position = start;
  }

  /** Begin anew where the match has ended; an empty one there must not come again. */
  follow(): void {
    this.mustAdvance = this.position === this.start;
    this.start = this.position;
    this.slots.fill(-1);
    this.height = 0;
    this.isUnderWay = false;
  }
}

/** Units of the character at an offset. */
function widthAt(text: string, at: number, end: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= end) return 1;
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

/** The offset of the character before one. */
function before(text: string, at: number): number {
  const isPair =
    at > 1 && (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 2) & 0xfc00) === 0xd800;
  return at - (isPair ? 2 : 1);
}

/** The offset so many characters before, or -1. */
function stepBack({ text, hasPairs }: Match, at: number, count: number): number {
  if (!hasPairs || at < count) return Math.max(at - count, -1);
  let to = at;
  for (let left = count; left > 0; left--) {
    if (to === 0) return -1;
    to = before(text, to);
  }
  return to;
}

/** How many units the character at `at` takes if the test holds for it, else 0. */
function tested(sets: readonly CharSet[], test: number, item: number, text: string, at: number, end: number): number {
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
function pass(sets: readonly CharSet[], test: number, item: number, text: string, at: number, end: number): number {
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

function isAt(place: number, isAscii: boolean, text: string, at: number, end: number): boolean {
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
function again(text: string, from: number, to: number, at: number, end: number, mode: number): number {
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

/** Take all entries above a height off the stack, and put the slots back as they were; the height. */
function undo(stack: number[], slots: number[], from: number, to: number): number {
  for (let height = from - ENTRY; height >= to; height -= ENTRY) {
    const place = stack[height] as number;
    if (place < 0) slots[-1 - place] = stack[height + 1] as number;
  }
  return to;
}

/** Forget the places to come back to above a height, but not what slots were; the new height. */
function commit(stack: number[], from: number, to: number): number {
  let kept = to;
  for (let height = to; height < from; height += ENTRY) {
    if ((stack[height] as number) >= 0) continue;
    stack[kept] = stack[height] as number;
    stack[kept + 1] = stack[height + 1] as number;
    kept += ENTRY;
  }
  return kept;
}

/** Move on to the next place where a match may begin; false when there is none, null when the steps are used up. */
function findStart(match: Match): boolean | null {
  const { program, text, end } = match;
  const { first } = program;
  if (program.isAnchored && match.start > 0) return false;
  let at = match.start;
  if (first !== null) {
    const stop = Math.min(end, at + RUN);
    for (; at < stop; at++) {
      const unit = text.charCodeAt(at);
      if (first[unit < BEYOND_LATIN ? unit : BEYOND_LATIN] === 1) break;
    }
    if (at > match.start) match.mustAdvance = false;
    match.start = at;
    if (at >= end) return false;
    if (at >= stop) return null;
  }
  match.position = at;
  match.at = 0;
  match.isUnderWay = true;
  return true;
}

/** Run for about so many steps. The match is from `start` to `position`, its groups in the slots. */
export function run(match: Match, steps: number): Progress {
  let left = steps;
  if (match.start > match.end) return Progress.Failed;
  for (;;) {
    if (!match.isUnderWay) {
      const found = match.isSearch ? findStart(match) : (match.isUnderWay = true);
      if (found === false) return Progress.Failed;
      left -= RUN >> 4;
      if (found === null) {
        if (left < 0) return Progress.GoesOn;
        continue;
      }
    }
    left = runHere(match, left);
    if (left === MATCHED) return Progress.Matched;
    if (left === GOES_ON) return Progress.GoesOn;
    if (!match.isSearch || match.start >= match.end) return Progress.Failed;
    match.isUnderWay = false;
    match.mustAdvance = false;
    match.start += widthAt(match.text, match.start, match.end);
  }
}

const MATCHED = -1;
const GOES_ON = -2;

/** Run from where the match stands: MATCHED, GOES_ON, or the steps that are left after it has failed here. */
function runHere(match: Match, steps: number): number {
  const { program, text, end, slots, stack } = match;
  const { words, sets } = program;
  let { height, position, at, extra } = match;
  let left = steps;
  for (;;) {
    if (--left < 0) {
      match.height = height;
      match.position = position;
      match.at = at;
      match.extra = extra;
      return GOES_ON;
    }
    switch (words[at] as Op) {
      case Op.Match:
        if ((match.isFull && position !== end) || (match.mustAdvance && position === match.start)) break;
        match.height = 0;
        match.position = position;
        return MATCHED;
      case Op.Char:
        if (position >= end || text.charCodeAt(position) !== words[at + 1]) break;
        position++;
        at += 2;
        continue;
      case Op.Set:
      case Op.InLine:
      case Op.Any:
      case Op.WideChar: {
        const width = tested(sets, words[at] as number, words[at + 1] as number, text, position, end);
        if (width === 0) break;
        position += width;
        at += 2;
        continue;
      }
      case Op.Text: {
        const expected = program.texts[words[at + 1] as number] as string;
        if (position + expected.length > end || !text.startsWith(expected, position)) break;
        position += expected.length;
        at += 2;
        continue;
      }
      case Op.At:
        if (!isAt(words[at + 1] as number, words[at + 2] === 1, text, position, end)) break;
        at += 3;
        continue;
      case Op.Open: {
        const slot = words[at + 1] as number;
        stack[height] = -1 - slot;
        stack[height + 1] = slots[slot] as number;
        height += ENTRY;
        slots[slot] = position;
        at += 2;
        continue;
      }
      case Op.Close: {
        const group = words[at + 1] as number;
        const last = 2 * program.groupCount + 2;
        stack[height] = -1 - (2 * group + 1);
        stack[height + 1] = slots[2 * group + 1] as number;
        stack[height + ENTRY] = -1 - last;
        stack[height + ENTRY + 1] = slots[last] as number;
        height += 2 * ENTRY;
        slots[2 * group + 1] = position;
        slots[last] = group;
        at += 2;
        continue;
      }
      case Op.Again: {
        const group = words[at + 1] as number;
        const from = slots[2 * group] as number;
        const to = slots[2 * group + 1] as number;
        if (from < 0 || to < from) break;
        const length = again(text, from, to, position, end, words[at + 2] as number);
        if (length < 0) break;
        left -= length >> 6;
        position += length;
        at += 3;
        continue;
      }
      case Op.IfGroup: {
        const group = words[at + 1] as number;
        const from = slots[2 * group] as number;
        at = from >= 0 && (slots[2 * group + 1] as number) >= from ? at + 3 : (words[at + 2] as number);
        continue;
      }
      case Op.Jump:
        at = words[at + 1] as number;
        continue;
      case Op.ChoiceIf: {
        const first = program.firsts[words[at + 2] as number] as Uint8Array;
        const unit = position < end ? text.charCodeAt(position) : -1;
        if (unit < 0 || first[unit < BEYOND_LATIN ? unit : BEYOND_LATIN] !== 1) {
          at = words[at + 1] as number;
          continue;
        }
        stack[height] = words[at + 1] as number;
        stack[height + 1] = position;
        height += ENTRY;
        at += 3;
        continue;
      }
      case Op.Choice:
        stack[height] = words[at + 1] as number;
        stack[height + 1] = position;
        height += ENTRY;
        at += 2;
        continue;
      case Op.GreedyRun: {
        const min = words[at + 1] as number;
        const max = words[at + 2] as number;
        const { passed } = match;
        const room = max < 0 ? RUN : Math.min(RUN, max - passed);
        const from = position;
        let count: number;
        // Where the first `min` characters end: it does not come back to less.
        let least: number;
        if (match.hasPairs) {
          least = passed === 0 ? position : match.kept;
          for (count = 0; count < room; ) {
            const width = tested(sets, words[at + 3] as number, words[at + 4] as number, text, position, end);
            if (width === 0) break;
            position += width;
            if (++count + passed === min) least = position;
          }
        } else {
          position = pass(
            sets,
            words[at + 3] as number,
            words[at + 4] as number,
            text,
            from,
            Math.min(end, from + room),
          );
          count = position - from;
          least = from - passed + min;
        }
        left -= count >> 3;
        if (count === RUN && passed + count !== max) {
          match.passed = passed + count;
          match.kept = least;
          continue;
        }
        match.passed = 0;
        if (passed + count < min) break;
        at += 6;
        if (position > least) {
          stack[height] = at - 1;
          stack[height + 1] = position;
          stack[height + 2] = least;
          height += ENTRY;
        }
        continue;
      }
      case Op.GreedyLess:
        position = before(text, position);
        if (words[at + 1] === Op.Char) {
          // What follows must begin with one character: others are passed at once.
          const next = words[at + 2] as number;
          const floor = Math.max(extra, position - RUN);
          const from = position;
          while (position > floor && text.charCodeAt(position) !== next) position--;
          left -= (from - position) >> 3;
        }
        at += 1;
        if (position > extra) {
          stack[height] = at - 1;
          stack[height + 1] = position;
          stack[height + 2] = extra;
          height += ENTRY;
        }
        continue;
      case Op.LazyRun: {
        const min = words[at + 1] as number;
        const max = words[at + 2] as number;
        let count = match.passed;
        const stop = count + RUN;
        let width = 1;
        while (count < min && count < stop) {
          width = tested(sets, words[at + 3] as number, words[at + 4] as number, text, position, end);
          if (width === 0) break;
          position += width;
          count++;
        }
        left -= (count - match.passed) >> 3;
        match.passed = 0;
        if (width === 0) break;
        if (count < min) {
          match.passed = count;
          continue;
        }
        stack[height] = at + 5;
        stack[height + 1] = position;
        stack[height + 2] = max < 0 ? -1 : max - min;
        height += ENTRY;
        at += 8;
        continue;
      }
      case Op.LazyMore: {
        if (extra === 0) break;
        const width = tested(sets, words[at + 1] as number, words[at + 2] as number, text, position, end);
        if (width === 0) break;
        position += width;
        stack[height] = at;
        stack[height + 1] = position;
        stack[height + 2] = extra - 1;
        height += ENTRY;
        at += 3;
        continue;
      }
      case Op.LoopStart: {
        const slot = words[at + 1] as number;
        height = keep(stack, height, slots, slot, 0);
        height = keep(stack, height, slots, slot + 1, -1);
        at += 2;
        continue;
      }
      case Op.Greedy: {
        const slot = words[at + 1] as number;
        const max = words[at + 3] as number;
        const count = slots[slot] as number;
        if (count < (words[at + 2] as number)) {
          height = keep(stack, height, slots, slot, count + 1);
          at += 5;
          continue;
        }
        if ((max >= 0 && count >= max) || position === slots[slot + 1]) {
          at = words[at + 4] as number;
          continue;
        }
        stack[height] = words[at + 4] as number;
        stack[height + 1] = position;
        height = keep(stack, height + ENTRY, slots, slot, count + 1);
        height = keep(stack, height, slots, slot + 1, position);
        at += 5;
        continue;
      }
      case Op.Lazy: {
        const slot = words[at + 1] as number;
        const max = words[at + 3] as number;
        const count = slots[slot] as number;
        if (count < (words[at + 2] as number)) {
          height = keep(stack, height, slots, slot, count + 1);
          at += 7;
          continue;
        }
        if ((max < 0 || count < max) && position !== slots[slot + 1]) {
          stack[height] = at + 5;
          stack[height + 1] = position;
          height += ENTRY;
        }
        at = words[at + 4] as number;
        continue;
      }
      case Op.LazyRound: {
        const slot = words[at + 1] as number;
        height = keep(stack, height, slots, slot, (slots[slot] as number) + 1);
        height = keep(stack, height, slots, slot + 1, position);
        at += 2;
        continue;
      }
      case Op.Look: {
        const slot = words[at + 1] as number;
        slots[slot] = height;
        slots[slot + 1] = position;
        position = stepBack(match, position, words[at + 2] as number);
        if (position < 0) break;
        at += 3;
        continue;
      }
      case Op.LookEnd: {
        const slot = words[at + 1] as number;
        height = commit(stack, height, slots[slot] as number);
        position = slots[slot + 1] as number;
        at += 2;
        continue;
      }
      case Op.LookNot: {
        const slot = words[at + 1] as number;
        const back = stepBack(match, position, words[at + 2] as number);
        if (back < 0) {
          at = words[at + 3] as number;
          continue;
        }
        slots[slot] = height;
        stack[height] = words[at + 3] as number;
        stack[height + 1] = position;
        height += ENTRY;
        position = back;
        at += 4;
        continue;
      }
      case Op.LookNotEnd:
        height = undo(stack, slots, height, slots[words[at + 1] as number] as number);
        break;
      case Op.Atomic:
        slots[words[at + 1] as number] = height;
        at += 2;
        continue;
      case Op.AtomicEnd:
        height = commit(stack, height, slots[words[at + 1] as number] as number);
        at += 2;
        continue;
      default:
        break;
    }
    // It failed: back to the last place that has another way.
    for (;;) {
      if (height === 0) {
        match.height = 0;
        return Math.max(left, 0);
      }
      height -= ENTRY;
      const place = stack[height] as number;
      if (place < 0) slots[-1 - place] = stack[height + 1] as number;
      else {
        at = place;
        position = stack[height + 1] as number;
        extra = stack[height + 2] as number;
        break;
      }
    }
  }
}

/** Note what a slot was, and change it; the new height. */
function keep(stack: number[], height: number, slots: number[], slot: number, value: number): number {
  stack[height] = -1 - slot;
  stack[height + 1] = slots[slot] as number;
  slots[slot] = value;
  return height + ENTRY;
}
