// The runs that are in the data already, and the lengthening of those that are too short.
import { seek } from "./sort-search.ts";
import { type MergeSort, Phase } from "./sort-state.ts";

/** Take an answer about the items of the run being made. */
export function follow(sort: MergeSort, isBefore: boolean): void {
  const { start, end, phase } = sort;
  switch (phase) {
    case Phase.Descend:
      if (isBefore) descend(sort);
      else sort.phase = Phase.Equal;
      break;
    case Phase.Level:
      if (isBefore) lengthen(sort);
      else descend(sort);
      break;
    case Phase.Equal:
      if (isBefore) {
        endRun(sort);
        break;
      }
      sort.equals++;
      sort.end++;
      sort.phase = Phase.Descend;
      break;
    default:
      if (!isBefore) sort.end++;
      else if (phase === Phase.Extend) lengthen(sort);
      else {
        sort.equals = end - start - 1;
        if (sort.equals > 0) sort.phase = Phase.Level;
        else descend(sort);
      }
  }
}

/** The next item is less than the last. */
function descend(sort: MergeSort): void {
  turnEquals(sort);
  sort.end++;
  sort.phase = Phase.Descend;
}

/** A run goes no further. One that descends is turned round, and may then go on ascending. */
export function endRun(sort: MergeSort): void {
  if (sort.phase < Phase.Descend) {
    lengthen(sort);
    return;
  }
  turnEquals(sort);
  reverse(sort.order, sort.start, sort.end);
  sort.phase = Phase.Extend;
}

/** Equal items at the end of a descending run are turned beforehand, so that they keep their order. */
function turnEquals(sort: MergeSort): void {
  reverse(sort.order, sort.end - sort.equals - 1, sort.end);
  sort.equals = 0;
}

function reverse(order: number[], start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const at = order[low] as number;
    order[low] = order[high] as number;
    order[high] = at;
  }
}

/** Search the next item's place in a run that is too short; note one that is long enough. */
function lengthen(sort: MergeSort): void {
  const { order, runs, start, end } = sort;
  if (end < Math.min(start + sort.shortest, order.length)) {
    seek(sort, Phase.Insert, order[end] as number, { low: start, high: end }, 0);
    return;
  }
  if (runs.length > 0) sort.powers.push(powerOf(runs[runs.length - 1] as number, start, end, order.length));
  sort.phase = Phase.Border;
}

export function insert(sort: MergeSort): void {
  const { order, low } = sort;
  for (let at = sort.end++; at > low; at--) order[at] = order[at - 1] as number;
  order[low] = sort.key;
  lengthen(sort);
}

/**
 * The power of the border between the run before..start and start..end: the first binary digit in which the middles of
 * the two, as fractions of `length`, differ.
 */
function powerOf(before: number, start: number, end: number, length: number): number {
  let left = before + start;
  let right = start + end;
  for (let power = 1; ; power++) {
    if (left >= length) {
      left -= length;
      right -= length;
    } else if (right >= length) return power;
    left *= 2;
    right *= 2;
  }
}
