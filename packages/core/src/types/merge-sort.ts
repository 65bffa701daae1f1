// A stable merge sort that asks one comparison at a time, so that it can stand still between any two.
//
// It asks what CPython 3.13 asks, in the same order. The algorithm is Tim Peters's listsort (timsort): runs that are there
// already, lengthened by binary insertion, merged with "galloping" as in McIlroy's "Optimistic Sorting and Information
// Theoretic Complexity" (1993). Which runs are merged when is powersort of Munro and Wild's "Nearly-Optimal Mergesorts"
// (2018).
import { headOf, leap, picked, startMerge } from "./sort-merge.ts";
import { endRun, follow, insert } from "./sort-runs.ts";
import { isAfterEquals, narrow } from "./sort-search.ts";
import { type MergeSort, Phase } from "./sort-state.ts";

/** Set the two positions to be compared next; false when all is sorted. */
export function nextPair(sort: MergeSort): boolean {
  const { order } = sort;
  for (;;) {
    const { start, end } = sort;
    switch (sort.phase) {
      case Phase.Ascend:
      case Phase.Descend:
      case Phase.Extend:
        if (end < order.length) return ask(sort, order[end], order[end - 1]);
        endRun(sort);
        break;
      case Phase.Level:
        return ask(sort, order[start], order[end - 1]);
      case Phase.Equal:
        return ask(sort, order[end - 1], order[end]);
      case Phase.Border:
        if (!passBorder(sort)) return false;
        break;
      case Phase.Pick:
        return ask(sort, headOf(sort, sort.right), headOf(sort, sort.left));
      default:
        if (sort.low < sort.high) {
          const other = order[sort.probe];
          return isAfterEquals(sort) ? ask(sort, sort.key, other) : ask(sort, other, sort.key);
        }
        if (sort.phase === Phase.Insert) insert(sort);
        else leap(sort);
    }
  }
}

function ask(sort: MergeSort, first: number | undefined, second: number | undefined): true {
  sort.first = first as number;
  sort.second = second as number;
  return true;
}

/** Take the answer: whether `first` must come before `second`. */
export function told(sort: MergeSort, isBefore: boolean): void {
  if (sort.phase < Phase.Border) follow(sort, isBefore);
  else if (sort.phase === Phase.Pick) picked(sort, isBefore);
  else narrow(sort, isBefore);
}

/** Merge two runs whose border stands higher than that of the run made last, or go on to the next run; false at the end. */
function passBorder(sort: MergeSort): boolean {
  const { order, runs, powers, start, end } = sort;
  const last = runs.length - 1;
  if (start < end) {
    if (last > 0 && (powers[last] as number) > (powers[last + 1] as number)) {
      powers.splice(last, 1);
      startMerge(sort, last - 1);
      return true;
    }
    runs.push(start);
    sort.start = end;
    if (end < order.length) {
      sort.end++;
      sort.phase = Phase.Ascend;
    }
    return true;
  }
  if (last < 1) return false;
  // The shorter neighbour of the last run but one is merged with that.
  const isShorter =
    last > 1 && (runs[last - 1] as number) - (runs[last - 2] as number) < start - (runs[last] as number);
  startMerge(sort, isShorter ? last - 2 : last - 1);
  return true;
}
