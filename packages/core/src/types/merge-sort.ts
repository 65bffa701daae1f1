// A stable merge sort that asks one comparison at a time, so that it can stand still between any two.

/** Runs found in the data are lengthened to this by insertion. */
const SHORTEST_RUN = 24;

enum Phase {
  /** Following a run that is there already. */
  Scan,
  /** Putting the next item into a run that is too short, by bisection. */
  Insert,
  /** About to merge two runs: do they stand in order as they are? */
  Check,
  Merge,
}

/**
 * The state of a sort of the positions 0..length-1. `nextPair` says which two are to be compared: `first` and `second`;
 * `told` takes the answer to "must first come before second?".
 */
export interface MergeSort {
  /** The positions, in their order so far; sorted in the end. */
  order: number[];
  /** Where the present pass of merging writes. */
  target: number[];
  /** Start of each run, and the length of all. */
  runs: number[];
  /** Those of the next pass. */
  merged: number[];
  phase: Phase;
  first: number;
  second: number;
  /** The run being made: `start` up to `end`. In a merge, what is left of the left run. */
  start: number;
  end: number;
  isDescending: boolean;
  /** Where an item is to be inserted: between `low` and `high`. In a merge, what is left of the right run. */
  low: number;
  high: number;
  /** Number of the left one of the two runs being merged. */
  pair: number;
}

/** A sort of `length` items; `order`, when given, consists of sorted runs of `runLength`. */
export function newMergeSort(length: number, order: number[] | null, runLength: number): MergeSort {
  const runs: number[] = [];
  const positions: number[] = order ?? [];
  if (order === null) for (let at = 0; at < length; at++) positions.push(at);
  else for (let at = 0; at < length; at += runLength) runs.push(at);
  if (order !== null) runs.push(length);
  return {
    order: positions,
    target: [],
    runs,
    merged: [],
    phase: order === null ? Phase.Scan : Phase.Check,
    first: 0,
    second: 0,
    start: 0,
    end: 1,
    isDescending: false,
    low: 0,
    high: 0,
    pair: 0,
  };
}

/** Set the two positions to be compared next; false when all is sorted. */
export function nextPair(sort: MergeSort): boolean {
  for (;;) {
    switch (sort.phase) {
      case Phase.Scan:
        if (sort.end < sort.order.length) return ask(sort, sort.order[sort.end], sort.order[sort.end - 1]);
        endScan(sort);
        break;
      case Phase.Insert:
        if (sort.low < sort.high) return ask(sort, sort.order[sort.end], sort.order[middle(sort)]);
        insert(sort);
        break;
      case Phase.Check: {
        if (!startMerge(sort)) return false;
        if (sort.phase === Phase.Check) return ask(sort, sort.order[sort.low], sort.order[sort.end - 1]);
        break;
      }
      default:
        if (sort.start < sort.end && sort.low < sort.high) {
          return ask(sort, sort.order[sort.low], sort.order[sort.start]);
        }
        endMerge(sort);
    }
  }
}

function ask(sort: MergeSort, first: number | undefined, second: number | undefined): true {
  sort.first = first as number;
  sort.second = second as number;
  return true;
}

function middle(sort: MergeSort): number {
  return (sort.low + sort.high) >>> 1;
}

/** Take the answer: whether `first` must come before `second`. */
export function told(sort: MergeSort, isBefore: boolean): void {
  switch (sort.phase) {
    case Phase.Scan:
      if (sort.end === sort.start + 1) sort.isDescending = isBefore;
      if (isBefore === sort.isDescending) sort.end++;
      else endScan(sort);
      break;
    case Phase.Insert:
      if (isBefore) sort.high = middle(sort);
      else sort.low = middle(sort) + 1;
      break;
    case Phase.Check:
      if (isBefore) sort.phase = Phase.Merge;
      else endMerge(sort);
      break;
    default:
      sort.target.push(sort.order[isBefore ? sort.low++ : sort.start++] as number);
  }
}

/** Whether two runs are being merged. */
export function isMerging(sort: MergeSort): boolean {
  return sort.phase === Phase.Merge;
}

/** Merge on by a comparison that needs no Python and answers below 0 when the first must come before the second, for at most `limit` comparisons; answers how many are left. */
export function mergeBy(sort: MergeSort, compare: (first: number, second: number) => number, limit: number): number {
  const { order, target, end, high } = sort;
  let { start, low } = sort;
  let left = limit;
  while (start < end && low < high && left > 0) {
    const first = order[low] as number;
    const second = order[start] as number;
    if (compare(first, second) < 0) {
      target.push(first);
      low++;
    } else {
      target.push(second);
      start++;
    }
    left--;
  }
  sort.start = start;
  sort.low = low;
  return left;
}

/** A run has come to its end: turn it round when it descends, lengthen it when it is short. */
function endScan(sort: MergeSort): void {
  const { order, start, end } = sort;
  if (sort.isDescending) {
    for (let low = start, high = end - 1; low < high; low++, high--) {
      const at = order[low] as number;
      order[low] = order[high] as number;
      order[high] = at;
    }
  }
  startInsertion(sort);
}

function startInsertion(sort: MergeSort): void {
  if (sort.end < sort.order.length && sort.end - sort.start < SHORTEST_RUN) {
    sort.phase = Phase.Insert;
    sort.low = sort.start;
    sort.high = sort.end;
    return;
  }
  sort.runs.push(sort.start);
  sort.start = sort.end;
  sort.isDescending = false;
  if (sort.end < sort.order.length) {
    sort.phase = Phase.Scan;
    sort.end = sort.start + 1;
    return;
  }
  sort.runs.push(sort.order.length);
  sort.phase = Phase.Check;
}

function insert(sort: MergeSort): void {
  const { order, low, end } = sort;
  const item = order[end] as number;
  order.copyWithin(low + 1, low, end);
  order[low] = item;
  sort.end++;
  startInsertion(sort);
}

/** Take up the next two runs, in this pass or the next; false when one run is left. */
function startMerge(sort: MergeSort): boolean {
  const { runs } = sort;
  if (runs.length <= 2) return false;
  sort.start = runs[sort.pair] as number;
  sort.end = runs[sort.pair + 1] as number;
  sort.low = sort.end;
  sort.high = runs[sort.pair + 2] ?? sort.end;
  // A run without a partner is copied as it is.
  if (sort.low === sort.high) sort.phase = Phase.Merge;
  return true;
}

/** Copy what is left of the two runs and turn to the next two. */
function endMerge(sort: MergeSort): void {
  const { order, target, runs } = sort;
  for (let at = sort.start; at < sort.end; at++) target.push(order[at] as number);
  for (let at = sort.low; at < sort.high; at++) target.push(order[at] as number);
  sort.merged.push(runs[sort.pair] as number);
  sort.pair += 2;
  sort.phase = Phase.Check;
  if (sort.pair < runs.length - 1) return;
  sort.merged.push(order.length);
  sort.runs = sort.merged;
  sort.merged = [];
  sort.order = target;
  sort.target = [];
  sort.pair = 0;
}
