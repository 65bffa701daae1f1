// Slices and indices made definite for a sequence of known length.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { PySlice } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { type SliceRange, sliceRange } from "../numeric/slice-range.ts";
import { index } from "./conversion.ts";
import { pushNative } from "./frames.ts";
import { asInt, special } from "./lookup.ts";
import { raiseTypeError, raiseValueError } from "./raise.ts";

export type { SliceRange };

const BAD_INDEX = "slice indices must be integers or None or have an __index__ method";

/**
 * What to do with a definite slice: static data, so that a native frame may hold it. `length`, when given, is asked after
 * the parts of the slice have been converted, since converting may run Python that changes a mutable sequence.
 */
export interface SliceAction<X> {
  length?(extra: X): number;
  run(vm: Machine, range: SliceRange, extra: X): Result;
}

/** Whether every part is None or an int, so that `resolveSlice` needs no Python. */
function isPlainSlice(slice: PySlice): boolean {
  return isPlain(slice.start) && isPlain(slice.stop) && isPlain(slice.step);
}

function isPlain(part: Value): boolean {
  return part === NONE || asInt(part) !== undefined;
}

/** The items that a slice of None and ints selects of `length`; undefined after raising. */
function resolveSlice(vm: Machine, slice: PySlice, length: number): SliceRange | undefined {
  const step = asInt(slice.step);
  if (step === 0) return raiseValueError(vm, "slice step cannot be zero");
  return sliceRange(length, asInt(slice.start), asInt(slice.stop), step);
}

/** Resolve a slice, calling `__index__` of its parts where needed, then run `action`. */
export function withSlice<X>(vm: Machine, slice: PySlice, length: number, action: SliceAction<X>, extra: X): Result {
  if (!isPlainSlice(slice)) {
    const state: SliceState = {
      slice,
      length,
      action: action as SliceAction<unknown>,
      extra,
      parts: [],
      isRunning: false,
    };
    return pushNative(vm, sliceOp, state);
  }
  const range = resolveSlice(vm, slice, length);
  return range === undefined ? undefined : action.run(vm, range, extra);
}

interface SliceState {
  readonly slice: PySlice;
  readonly length: number;
  readonly action: SliceAction<unknown>;
  readonly extra: unknown;
  /** Converted so far: step, start, stop. */
  readonly parts: (number | bigint | undefined)[];
  isRunning: boolean;
}

const sliceOp: NativeOp<SliceState> = {
  name: "slice.indices",
  step(vm, state, input) {
    if (state.isRunning) return input;
    const { slice, parts } = state;
    if (input !== undefined) parts.push(asInt(input));
    const wanted = [slice.step, slice.start, slice.stop];
    while (parts.length < 3) {
      const part = wanted[parts.length] as Value;
      const plain = asInt(part);
      if (part !== NONE && plain === undefined) {
        if (special(part, "__index__") === undefined) return raiseTypeError(vm, BAD_INDEX);
        const answer = index(vm, part);
        if (answer === undefined) return undefined;
        parts.push(asInt(answer));
      } else {
        parts.push(plain);
      }
      if (parts.length === 1 && parts[0] === 0) return raiseValueError(vm, "slice step cannot be zero");
    }
    if (parts[0] === 0) return raiseValueError(vm, "slice step cannot be zero");
    const length = state.action.length === undefined ? state.length : state.action.length(state.extra);
    state.isRunning = true;
    return state.action.run(vm, sliceRange(length, parts[1], parts[2], parts[0]), state.extra);
  },
};

/** The position that an index means in a sequence of `length`, negative ones counting from the end; -1 outside. */
export function positionOf(at: number | bigint, length: number): number {
  if (typeof at === "bigint") return -1;
  const position = at < 0 ? at + length : at;
  return position >= 0 && position < length ? position : -1;
}

/** Where `insert` puts: an index clamped to 0..length. */
export function clampPosition(at: number | bigint, length: number): number {
  if (typeof at === "bigint") return at < 0n ? 0 : length;
  const position = at < 0 ? at + length : at;
  return position < 0 ? 0 : position > length ? length : position;
}
