// The matcher: runs a program over a text by backtracking, a bounded number of steps at a time, on a stack of its own.
import { again, before, isAt, pass, stepBack, tested, widthAt } from "./character-tests.ts";
import { commit, ENTRY, findStart, keep, type Match, RUN, undo } from "./match-state.ts";
import { BEYOND_LATIN, Op } from "./program.ts";

/** What a number of steps has come to. */
export enum Progress {
  Matched,
  Failed,
  /** Not over: run again. */
  GoesOn,
}

/** Run for about so many steps. The match is from `start` to `position`, its groups in the slots. */
export function run(match: Match, steps: number): Progress {
  let left = steps;
  if (match.start > match.end) return Progress.Failed;
  for (;;) {
    if (!match.isUnderWay) {
      const from = match.start;
      const found = match.isSearch ? findStart(match) : (match.isUnderWay = true);
      if (found === false) return Progress.Failed;
      left -= (match.start - from) >> 3;
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
  const { program, text, hasPairs, end, slots, stack } = match;
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
        if (hasPairs) {
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
        position = stepBack(text, hasPairs, position, words[at + 2] as number);
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
        const back = stepBack(text, hasPairs, position, words[at + 2] as number);
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
