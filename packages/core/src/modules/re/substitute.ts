// Pattern.sub and Pattern.subn: matches replaced by text, by a template, or by what a function answers.
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { isBuffer } from "../../protocol/buffer.ts";
import { call } from "../../protocol/call.ts";
import { allocate } from "../../protocol/charge.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseMemoryError, raiseTypeError } from "../../protocol/raise.ts";
import { isCallable } from "../../protocol/truth.ts";
import { type EachMatch, eachMatch, type Search } from "./all-matches.ts";
import { PyMatch, type PyPattern } from "./layouts.ts";
import type { Match } from "./match-state.ts";
import { rangeOf } from "./matching.ts";
import { PatternProblem } from "./pattern-source.ts";
import { attempt, raiseProblem } from "./problem.ts";
import { latinOf, type Subject, valueOf } from "./subject.ts";
import { parseTemplate, type TemplatePart } from "./template.ts";

interface Substitution {
  /** Called for each match; null where there is a template. */
  readonly replace: Value | null;
  readonly template: readonly TemplatePart[];
  /** A replacement of text for bytes, or the other way round: an error once something matches. */
  readonly misfit: Value | null;
  readonly pieces: string[];
  size: number;
  /** The offset where the next piece begins. */
  from: number;
  count: number;
  /** How many more matches are wanted. */
  left: number;
  readonly isCounted: boolean;
}

/** Replace up to `limit` matches, or all when it is 0; with the number of them when `isCounted`. */
export function substitute(
  vm: Machine,
  pattern: PyPattern,
  replacement: Value,
  subject: Subject,
  limit: number,
  isCounted: boolean,
): Result {
  const isCalled = isCallable(replacement);
  const template = isCalled ? [] : templateOf(vm, pattern, replacement);
  if (template === undefined) return undefined;
  const state: Substitution = {
    replace: isCalled ? replacement : null,
    template,
    misfit: isCalled || (asString(replacement) !== undefined) === subject.isText ? null : replacement,
    pieces: [],
    size: 0,
    from: 0,
    count: 0,
    left: limit === 0 ? Infinity : limit,
    isCounted,
  };
  const range = rangeOf(subject);
  if (state.left < 0) return eachMatch(vm, KEEP, pattern, subject, range, state);
  return isCalled
    ? eachMatch(vm, CALLING, pattern, subject, range, state)
    : eachMatch(vm, FILLING, pattern, subject, range, state);
}

/** The parts of a template; undefined after raising. */
export function templateOf(vm: Machine, pattern: PyPattern, value: Value): readonly TemplatePart[] | undefined {
  const text = asString(value) ?? (isBuffer(value) ? latinOf(vm, value) : null);
  if (text === undefined) return undefined;
  if (text === null) {
    return raiseTypeError(vm, `decoding to str: need a bytes-like object, ${typeOf(value).name} found`);
  }
  const isText = asString(value) !== undefined;
  if (!text.includes("\\")) return text === "" ? [] : [text];
  if (pattern.template?.text === text) return pattern.template.parts;
  const { groupNames, program } = pattern;
  const parts = attempt(() => parseTemplate(text, isText, program.groupCount, groupNames));
  if (parts instanceof PatternProblem) return raiseProblem(vm, parts, value, pattern.errorType);
  pattern.template = { text, parts };
  return parts;
}

/** Refuses a template of text for bytes, or the other way round; `place` is that of a plain one among the pieces. */
export function refuseTemplate(
  vm: Machine,
  template: readonly TemplatePart[],
  value: Value,
  isText: boolean,
  place: number,
): undefined {
  const hasGroups = template.some((part) => typeof part === "number");
  // Groups are put between texts of the template's own kind.
  return hasGroups ? raiseMisfit(vm, !isText, 1, valueOf(isText, "")) : raiseMisfit(vm, isText, place, value);
}

function raiseMisfit(vm: Machine, isText: boolean, place: number, value: Value): undefined {
  const expected = isText ? "str instance" : "a bytes-like object";
  return raiseTypeError(vm, `sequence item ${place}: expected ${expected}, ${typeOf(value).name} found`);
}

/** The text of a template with the groups of a match; those that did not take part are empty. */
export function expand(template: readonly TemplatePart[], text: string, offsets: readonly number[]): string {
  let filled = "";
  for (const part of template) {
    if (typeof part === "string") filled += part;
    else {
      const from = offsets[2 * part] as number;
      const to = offsets[2 * part + 1] as number;
      if (from >= 0 && to >= from) filled += text.slice(from, to);
    }
  }
  return filled;
}

/** The offsets of a match that has just been found. */
function offsetsOf(match: Match): readonly number[] {
  match.slots[0] = match.start;
  match.slots[1] = match.position;
  return match.slots;
}

/** Adds what stands before a match, and what takes its place; whether more are wanted, undefined after raising. */
function add(vm: Machine, { subject, match, state }: Search<Substitution>, filled: string): boolean | undefined {
  if (match.start > state.from) state.pieces.push(subject.text.slice(state.from, match.start));
  if (filled !== "") state.pieces.push(filled);
  const size = match.start - state.from + filled.length;
  state.size += size;
  if (state.size > vm.limits.length) return raiseMemoryError(vm);
  allocate(vm, size);
  state.from = match.position;
  state.count++;
  state.left--;
  return state.left > 0;
}

/** The number of the piece that takes the place of the match. */
function nextPlace({ match, state }: Search<Substitution>): number {
  return state.pieces.length + (match.start > state.from ? 1 : 0);
}

const FILLING: EachMatch<Substitution> = {
  take(vm, search) {
    const { subject, match, state } = search;
    const { template, misfit } = state;
    if (misfit !== null) return refuseTemplate(vm, template, misfit, subject.isText, nextPlace(search));
    return add(vm, search, expand(template, subject.text, offsetsOf(match)));
  },
  end: finish,
};

const CALLING: EachMatch<Substitution> = {
  ask: (vm, { pattern, subject, match, range, state }) =>
    call(vm, state.replace as Value, [new PyMatch(pattern, subject, match, range.from, range.to)]),
  take(vm, search, answer) {
    if (answer === NONE) return add(vm, search, "");
    const { isText } = search.subject;
    const value = answer as Value;
    const filled = isText ? asString(value) : isBuffer(value) ? latinOf(vm, value) : undefined;
    if (filled !== undefined) return add(vm, search, filled);
    return raiseMisfit(vm, isText, nextPlace(search), value);
  },
  end: finish,
};

const KEEP: EachMatch<Substitution> = { take: () => false, end: finish };

function finish(vm: Machine, { subject, state }: Search<Substitution>): Result {
  const { pieces, from, count, isCounted } = state;
  pieces.push(subject.text.slice(from));
  allocate(vm, subject.text.length - from);
  const text = pieces.join("");
  const result = valueOf(subject.isText, text);
  return isCounted ? newTuple([result, count]) : result;
}
