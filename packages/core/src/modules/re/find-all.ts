// Pattern.findall and Pattern.split.
import type { Machine } from "../../objects/machine.ts";
import { newList, newTuple } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { ITEM_BYTES, countBytes } from "../../protocol/charge.ts";
import { type EachMatch, eachMatch, type Search } from "./all-matches.ts";
import type { PyPattern } from "./layouts.ts";
import { type Range, rangeOf } from "./matching.ts";
import { groupOf, partOf, type Subject, valueOf } from "./subject.ts";

const FIND_ALL: EachMatch<Value[]> = {
  take(vm, { subject, match, state }) {
    const { groupCount } = match.program;
    const empty = valueOf(subject.isText, "");
    countBytes(vm, ITEM_BYTES);
    if (groupCount === 0) state.push(partOf(vm, subject, match.start, match.position));
    else if (groupCount === 1) state.push(groupOf(vm, subject, match.slots, 1, empty));
    else {
      const groups: Value[] = [];
      for (let group = 1; group <= groupCount; group++) groups.push(groupOf(vm, subject, match.slots, group, empty));
      state.push(newTuple(groups));
    }
    return true;
  },
  end: (_vm, { state }) => newList(state),
};

export function findAll(vm: Machine, pattern: PyPattern, subject: Subject, range: Range): Result {
  return eachMatch(vm, FIND_ALL, pattern, subject, range, []);
}

interface Splitting {
  readonly parts: Value[];
  /** The offset where the next part begins. */
  from: number;
  /** How many more matches are wanted. */
  left: number;
}

const SPLIT: EachMatch<Splitting> = {
  take(vm, { subject, match, state }) {
    state.parts.push(partOf(vm, subject, state.from, match.start));
    for (let group = 1; group <= match.program.groupCount; group++) {
      state.parts.push(groupOf(vm, subject, match.slots, group, NONE));
    }
    countBytes(vm, ITEM_BYTES * (1 + match.program.groupCount));
    state.from = match.position;
    state.left--;
    return state.left > 0;
  },
  end: finishSplit,
};

function finishSplit(vm: Machine, { subject, state }: Search<Splitting>): Result {
  state.parts.push(partOf(vm, subject, state.from, subject.text.length));
  return newList(state.parts);
}

/** `limit` matches at most; 0 for all. */
export function split(vm: Machine, pattern: PyPattern, subject: Subject, limit: number): Result {
  const left = limit === 0 ? Infinity : limit;
  if (left < 0) return newList([partOf(vm, subject, 0, subject.text.length)]);
  return eachMatch(vm, SPLIT, pattern, subject, rangeOf(subject), { parts: [], from: 0, left });
}
