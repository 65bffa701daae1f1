// A match under way: where it stands, and the stack of what it can come back to.
import { BEYOND_LATIN, type Program } from "./program.ts";
import type { Subject } from "./subject.ts";

/** Words of the stack for one thing to come back to: where in the program and in the text, and one more number. */
export const ENTRY = 3;
/** Characters that one instruction looks at before it lets others have their turn. */
export const RUN = 4096;

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
  isSearch: boolean;
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

/** Move on to the next place where a match may begin; false when there is none, null when it is not found yet. */
export function findStart(match: Match): boolean | null {
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

/** Take all entries above a height off the stack, and put the slots back as they were; the height. */
export function undo(stack: number[], slots: number[], from: number, to: number): number {
  for (let height = from - ENTRY; height >= to; height -= ENTRY) {
    const place = stack[height] as number;
    if (place < 0) slots[-1 - place] = stack[height + 1] as number;
  }
  return to;
}

/** Forget the places to come back to above a height, but not what slots were; the new height. */
export function commit(stack: number[], from: number, to: number): number {
  let kept = to;
  for (let height = to; height < from; height += ENTRY) {
    if ((stack[height] as number) >= 0) continue;
    stack[kept] = stack[height] as number;
    stack[kept + 1] = stack[height + 1] as number;
    kept += ENTRY;
  }
  return kept;
}

/** Note what a slot was, and change it; the new height. */
export function keep(stack: number[], height: number, slots: number[], slot: number, value: number): number {
  stack[height] = -1 - slot;
  stack[height + 1] = slots[slot] as number;
  slots[slot] = value;
  return height + ENTRY;
}
