// Matches under way as native frames: a portion of steps at a time, then what is to be done with the outcome.
import type { Machine } from "../../objects/machine.ts";
import { NONE } from "../../objects/singletons.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import type { Result } from "../../objects/value.ts";
import { charge, countBytes } from "../../protocol/charge.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { raiseMemoryError } from "../../protocol/raise.ts";
import { type PyPattern, PyMatch } from "./layouts.ts";
import { Match } from "./match-state.ts";
import { Progress, run } from "./matcher.ts";
import { lengthOf, offsetOf, type Subject } from "./subject.ts";

/** Steps of the matcher in one portion: some tenths of a millisecond. */
const PORTION = 8192;
/** Characters that the charge of a step stands for. */
const STEP_COST = 16;
/** Bytes of a word of the matcher's stack. */
const WORD_BYTES = 8;

/** Run a portion; undefined after raising MemoryError. */
export function advance(vm: Machine, match: Match): Progress | undefined {
  const room = match.stack.length;
  const progress = run(match, PORTION);
  if (progress !== Progress.GoesOn) return progress;
  charge(vm, PORTION * STEP_COST);
  countBytes(vm, (match.stack.length - room) * WORD_BYTES);
  if (match.stack.length * WORD_BYTES <= vm.limits.length) return progress;
  return raiseMemoryError(vm);
}

/** Where a pattern may look: offsets of a subject, and the positions that they are. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The part of a subject that `pos` and `endpos` leave. */
export function rangeOf(subject: Subject, pos: number = 0, endpos: number = Infinity): Range {
  const length = lengthOf(subject);
  const to = Math.min(Math.max(endpos, 0), length);
  const from = Math.min(Math.max(pos, 0), length);
  return { from, to, start: offsetOf(subject, from), end: offsetOf(subject, to) };
}

export enum Kind {
  Match,
  FullMatch,
  Search,
}

interface FindState {
  readonly match: Match;
  readonly pattern: PyPattern;
  readonly subject: Subject;
  readonly range: Range;
}

/** The match object of one match, or None. */
export function find(vm: Machine, pattern: PyPattern, subject: Subject, range: Range, kind: Kind): Result {
  const { start, end } = range;
  const match = new Match(pattern.program, subject, start, end, kind === Kind.Search, kind === Kind.FullMatch, false);
  const state = { match, pattern, subject, range };
  const progress = advance(vm, match);
  if (progress === Progress.GoesOn) return pushNative(vm, findOp, state);
  return progress === undefined ? undefined : found(state, progress);
}

function found({ match, pattern, subject, range }: FindState, progress: Progress): Result {
  return progress === Progress.Matched ? new PyMatch(pattern, subject, match, range.from, range.to) : NONE;
}

const findOp: NativeOp<FindState> = {
  name: "regular expression",
  step(vm, state) {
    const progress = advance(vm, state.match);
    if (progress === Progress.GoesOn) return more(vm);
    return progress === undefined ? undefined : found(state, progress);
  },
};
