// The census: marks what the roots of a VM reach and adds up what it takes in memory, in bounded steps.
import { bitsOf } from "../../numeric/int-size.ts";
import type { Machine } from "../../objects/machine.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { type PyObject, SHARED_MARK } from "../../objects/value.ts";
import { FLOAT } from "./sizes.ts";
import {
  copyOf,
  integerBytes,
  integerCopyOf,
  LEAST_PART,
  newTexts,
  ownText,
  remember,
  SHORT,
  textBytes,
  textWork,
  type Texts,
} from "./texts.ts";

/** Objects without a mark of their own (the states of native frames) that were reached stand in sets of so many. */
const SET_SIZE = 32_768;

/** A census under way. No script of the VM may run between its steps; see `isCurrent`. */
export interface Census {
  readonly vm: Machine;
  /** What objects that it has reached are marked with. */
  readonly mark: number;
  /** Reached, and still to be looked into. */
  readonly pending: object[];
  /** Objects without a mark of their own that were reached. */
  readonly unmarked: Set<object>[];
  readonly texts: Texts;
  /** The register arrays of fibers: their frames are windows of these. */
  readonly stacks: Set<object>;
  /** No native function of the VM is on the JS stack: what only its variables hold would not be reached. */
  readonly isQuiet: boolean;
  /** Length of the longest text that a part was taken of since the last census, which the part may keep. */
  readonly longestWhole: number;
  /** What was found so far. */
  bytes: number;
  /** Objects and items looked at so far. */
  work: number;
  /** The work after which the step that is under way ends. */
  stepEnd: number;
}

export function beginCensus(vm: Machine, isQuiet: boolean): Census {
  return {
    vm,
    mark: ++vm.census,
    pending: [],
    unmarked: [],
    texts: newTexts(),
    stacks: new Set(),
    isQuiet,
    longestWhole: vm.longestWhole,
    bytes: 0,
    work: 0,
    stepEnd: 0,
  };
}

/** Whether no other census has begun since, which would have taken the marks for its own. */
export function isCurrent(census: Census): boolean {
  return census.vm.census === census.mark;
}

/** Whether a census has reached an object. */
export function isReached(census: Census, object: PyObject): boolean {
  return object.mark === census.mark || object.mark === SHARED_MARK;
}

/**
 * Take any value into account. Answers the value to keep in its place: for long texts and integers their first copy, for
 * a part of a much longer text a text of its own.
 */
export function reach(census: Census, value: unknown): unknown {
  switch (typeof value) {
    case "object":
      if (value !== null) reachObject(census, value);
      return value;
    case "string": {
      if (value.length < SHORT) {
        census.bytes += textBytes(value);
        // Reading it makes the host put it together, where it still is a chain of parts.
        value.charCodeAt(0);
        return isPart(census, value) ? ownText(value) : value;
      }
      census.work += textWork(value);
      const known = copyOf(census.texts, value);
      if (known !== undefined) return known;
      census.bytes += textBytes(value);
      if (!isPart(census, value)) return value;
      const own = ownText(value);
      remember(census.texts, own);
      return own;
    }
    case "bigint": {
      // Two integers of the same digits are compared digit by digit, though they be the same one.
      const bits = bitsOf(value);
      census.work += 32 + (bits >> 10);
      const copy = integerCopyOf(census.texts, value, bits);
      if (copy !== undefined) return copy;
      census.bytes += integerBytes(bits);
      return value;
    }
    default:
      return value;
  }
}

function isPart({ longestWhole }: Census, text: string): boolean {
  return text.length >= LEAST_PART && text.length * 4 < longestWhole;
}

export function reachObject(census: Census, value: object): void {
  if (value instanceof PyFloat) {
    census.bytes += FLOAT;
    return;
  }
  if (hasMark(value)) {
    if (value.mark === census.mark || value.mark === SHARED_MARK) return;
    value.mark = census.mark;
  } else if (!isNew(census, value)) return;
  census.pending.push(value);
}

function hasMark(value: object): value is { mark: number } {
  return typeof (value as { mark?: unknown }).mark === "number";
}

/** Whether an object without a mark is met for the first time. */
function isNew({ unmarked }: Census, value: object): boolean {
  for (const set of unmarked) if (set.has(value)) return false;
  let last = unmarked.at(-1);
  if (last === undefined || last.size >= SET_SIZE) {
    last = new Set();
    unmarked.push(last);
  }
  last.add(value);
  return true;
}
