// Splitting what is long portion by portion, so that the host need not wait for it and the limit of memory can stop it.
import type { Machine } from "../objects/machine.ts";
import { newList } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { allocate, charge } from "../protocol/charge.ts";
import { more, pushNative } from "../protocol/frames.ts";

/** Text and bytes up to this length are split at once. */
const SHORT = 100_000;
/** Cuts in one step. */
const PORTION = 4096;
/** Bytes of a piece: its place in the list and what leads to its characters. */
const PIECE_BYTES = 40;

/** How something is split, out of what `source` has of it: static data. */
export interface Cutting<S, T> {
  readonly isBackwards: boolean;
  /** Bytes of a piece besides PIECE_BYTES. */
  readonly extraBytes: number;
  /** At most so many pieces, and what is left behind them (before them, backwards) when there are more; all when negative. */
  cut(source: S, rest: T, cuts: number): T[];
  /** Null where the pieces are values already. */
  readonly value: ((source: S, piece: T) => Value) | null;
}

/** The list of the pieces of what has this length, after at most `cuts` cuts unless negative. */
export function splitAll<S, T>(
  vm: Machine,
  cutting: Cutting<S, T>,
  source: S,
  whole: T,
  length: number,
  cuts: number,
): Result {
  charge(vm, length);
  if (length > SHORT) return pushNative(vm, splitOp, { cutting, source, rest: whole, cuts, portions: [] });
  return newList(counted(vm, cutting, source, cutting.cut(source, whole, cuts)));
}

function counted<S, T>(vm: Machine, cutting: Cutting<S, T>, source: S, pieces: T[]): Value[] {
  allocate(vm, pieces.length, PIECE_BYTES + cutting.extraBytes);
  const { value } = cutting;
  return value === null ? (pieces as Value[]) : pieces.map((piece) => value(source, piece));
}

interface SplitState {
  // biome-ignore lint/suspicious/noExplicitAny: what is cut is what was given with it.
  readonly cutting: Cutting<any, any>;
  readonly source: unknown;
  rest: unknown;
  /** How many are left; negative when there is no limit. */
  cuts: number;
  readonly portions: Value[][];
}

const splitOp: NativeOp<SplitState> = {
  name: "split",
  step(vm, state) {
    const { cutting, source, cuts, portions } = state;
    const now = cuts < 0 ? PORTION : Math.min(cuts, PORTION);
    const pieces = cutting.cut(source, state.rest, now) as unknown[];
    const isEnd = pieces.length <= now || cuts === now;
    if (!isEnd) state.rest = cutting.isBackwards ? pieces.shift() : pieces.pop();
    portions.push(counted(vm, cutting, source, pieces));
    if (!isEnd) {
      if (cuts >= 0) state.cuts -= now;
      return more(vm);
    }
    return newList((cutting.isBackwards ? portions.reverse() : portions).flat());
  },
};
