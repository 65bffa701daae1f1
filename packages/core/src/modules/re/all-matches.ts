// All matches of a subject, one after another: what findall, split and sub are made of.
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import type { Result, Value } from "../../objects/value.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import type { PyPattern } from "./layouts.ts";
import { Match } from "./match-state.ts";
import { Progress } from "./matcher.ts";
import { advance, type Range } from "./matching.ts";
import type { Subject } from "./subject.ts";

/** Matches dealt with in one step. */
const STRIDE = 64;

/** What to do with each match, and at the end: static data. */
export interface EachMatch<S> {
  /** Calls Python about a match; without it, `answer` of `take` is undefined. */
  ask?(vm: Machine, search: Search<S>): Result;
  /** Deals with a match: true to have the next, false to end, undefined after raising. */
  take(vm: Machine, search: Search<S>, answer: Value | undefined): boolean | undefined;
  end(vm: Machine, search: Search<S>): Result;
}

export interface Search<S> {
  readonly code: EachMatch<unknown>;
  readonly pattern: PyPattern;
  readonly subject: Subject;
  readonly range: Range;
  readonly match: Match;
  readonly state: S;
  /** The next input is what Python answers about the match. */
  isAsked: boolean;
  /** The next input is the result: `end` pushed a frame. */
  isOver: boolean;
}

/** Deal with all matches in a range. */
export function eachMatch<S>(
  vm: Machine,
  code: EachMatch<S>,
  pattern: PyPattern,
  subject: Subject,
  range: Range,
  state: S,
): Result {
  const search: Search<unknown> = {
    code: code as EachMatch<unknown>,
    pattern,
    subject,
    range,
    match: new Match(pattern.program, subject, range.start, range.end, true, false, false),
    state,
    isAsked: false,
    isOver: false,
  };
  if (code.ask !== undefined) return pushNative(vm, eachOp, search);
  const result = goOn(vm, search, undefined);
  return result === GOES_ON ? pushNative(vm, eachOp, search) : result;
}

const GOES_ON: unique symbol = Symbol("goes on");

const eachOp: NativeOp<Search<unknown>> = {
  name: "regular expression",
  step(vm, search, input) {
    if (search.isOver) return input;
    const result = goOn(vm, search, input);
    return result === GOES_ON ? more(vm) : result;
  },
};

/** Deal with matches until the end, until Python is called, or until the stride is over. */
function goOn(vm: Machine, search: Search<unknown>, input: Value | undefined): Result | typeof GOES_ON {
  const { code } = search;
  let answer: Result = input;
  for (let left = STRIDE; left > 0; left--) {
    if (!search.isAsked) {
      const progress = advance(vm, search.match);
      if (progress === undefined) return undefined;
      if (progress === Progress.GoesOn) return GOES_ON;
      if (progress === Progress.Failed) return end(vm, search);
      if (code.ask !== undefined) {
        search.isAsked = true;
        answer = code.ask(vm, search);
        if (answer === undefined) return undefined;
      }
    }
    search.isAsked = false;
    const isWanted = code.take(vm, search, answer);
    if (isWanted === undefined) return undefined;
    if (!isWanted) return end(vm, search);
    search.match.follow();
  }
  return GOES_ON;
}

function end(vm: Machine, search: Search<unknown>): Result {
  search.isOver = true;
  return search.code.end(vm, search);
}
