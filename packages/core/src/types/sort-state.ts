// The state of a sort that asks one comparison at a time: positions in their order so far, and what is being done.

/** Those up to Level, Equal and Extend follow a run that is in the data; those from Insert on search for a place. */
export enum Phase {
  /** Following a run that does not descend. */
  Ascend,
  /** Following the ascending run that may go on after a descending one. */
  Extend,
  /** Following a run that does not ascend. */
  Descend,
  /** An item was less than the last of the run: are all before it equal, so that they may begin a descending run? */
  Level,
  /** An item was not less than the last of a descending run: is it equal to that? */
  Equal,
  /** A run was made or merged: are two others to be merged? */
  Border,
  /** Merging, the heads of both runs being compared. */
  Pick,
  /** Of the next item in a run that is too short. */
  Insert,
  /** What of the left run comes before the whole right one. */
  TrimLeft,
  /** What of the left run may be taken at once. */
  LeapLeft,
  TrimRight,
  LeapRight,
}

/** A stretch of `order`. */
export interface Stretch {
  low: number;
  high: number;
}

/** Plain data. `first` and `second` are the positions to be compared. */
export interface MergeSort {
  /** The positions, in their order so far; in a merge what has been taken is in `taken` instead. */
  readonly order: number[];
  phase: Phase;
  first: number;
  second: number;
  /** The run being made: `start` up to `end`. */
  start: number;
  end: number;
  /** How many items at the end of a descending run equal the one before them. */
  equals: number;
  /** Shorter runs are lengthened to this. */
  readonly shortest: number;
  /** Where the runs that are taken in begin; and how high the border before each of them, and the next, stands. */
  readonly runs: number[];
  readonly powers: number[];
  /** A search for the place of `key` between `low` and `high`. */
  key: number;
  low: number;
  high: number;
  /** What it looks at next; and how far from there to what follows, 0 when it bisects. */
  probe: number;
  stride: number;
  /** What is left of the runs being merged, and whether that begins at their ends. */
  left: Stretch;
  right: Stretch;
  isBackward: boolean;
  readonly taken: number[];
  /** How many were taken from one run in a row, negative when from the shorter one; in a leap, from the left one. */
  streak: number;
  /** So many are to come from one run in a row before the merge leaps. */
  patience: number;
}

/** A merge goes on leaping while a leap takes so many. */
export const LEAP = 7;

/** A sort of the positions in `order`, in place. */
export function newMergeSort(order: number[]): MergeSort {
  const stretch = { low: 0, high: 0 };
  return {
    order,
    phase: Phase.Ascend,
    first: 0,
    second: 0,
    start: 0,
    end: 1,
    equals: 0,
    // 32 to 64, so that it goes into the length a power of two times, or a little less.
    shortest: Math.ceil(order.length / 2 ** Math.max(26 - Math.clz32(order.length), 0)),
    runs: [],
    powers: [0],
    key: 0,
    low: 0,
    high: 0,
    probe: 0,
    stride: 0,
    left: stretch,
    right: stretch,
    isBackward: false,
    taken: [],
    streak: 0,
    patience: LEAP,
  };
}
