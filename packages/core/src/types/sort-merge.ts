// Merging two neighbouring runs: item by item, and in leaps where one of them gives many in a row.
import { seek } from "./sort-search.ts";
import { LEAP, type MergeSort, Phase, type Stretch } from "./sort-state.ts";

/** Begin to merge the run numbered `at` with the next. */
export function startMerge(sort: MergeSort, at: number): void {
  const { runs } = sort;
  const middle = runs[at + 1] as number;
  sort.left = { low: runs[at] as number, high: middle };
  sort.right = { low: middle, high: runs[at + 2] ?? sort.start };
  runs.splice(at + 1, 1);
  sort.isBackward = false;
  seekHead(sort, Phase.TrimLeft);
}

/** Search in one run for the place of the other's head. */
function seekHead(sort: MergeSort, phase: Phase): void {
  const { left, right, isBackward } = sort;
  const isLeft = phase < Phase.TrimRight;
  seek(sort, phase, headOf(sort, isLeft ? right : left), isLeft ? left : right, isBackward ? -1 : 1);
}

/** What a run gives next. */
export function headOf({ order, isBackward }: MergeSort, { low, high }: Stretch): number {
  return order[isBackward ? high - 1 : low] as number;
}

/** The search of the present phase has found its place. */
export function leap(sort: MergeSort): void {
  const { left, right, low, isBackward } = sort;
  switch (sort.phase) {
    case Phase.TrimLeft:
      left.low = low;
      sort.isBackward = true;
      if (low < left.high) seekHead(sort, Phase.TrimRight);
      else putBack(sort);
      break;
    case Phase.TrimRight:
      right.high = low;
      if (low === right.low) {
        putBack(sort);
        break;
      }
      sort.isBackward = sizeOf(left) > sizeOf(right);
      if (take(sort, sort.isBackward ? left : right, 1)) pick(sort);
      break;
    default: {
      const isLeft = sort.phase === Phase.LeapLeft;
      const run = isLeft ? left : right;
      const count = isBackward ? run.high - low : low - run.low;
      if (!take(sort, run, count) || !take(sort, isLeft ? right : left, 1)) break;
      if (isLeft) {
        sort.streak = count;
        seekHead(sort, Phase.LeapRight);
      } else if (Math.max(sort.streak, count) < LEAP) {
        sort.patience++;
        pick(sort);
      } else {
        if (sort.patience > 1) sort.patience--;
        seekHead(sort, Phase.LeapLeft);
      }
    }
  }
}

function pick(sort: MergeSort): void {
  sort.streak = 0;
  sort.phase = Phase.Pick;
}

/** Take the answer whether the right head comes before the left one. */
export function picked(sort: MergeSort, isBefore: boolean): void {
  const { left, right, isBackward, streak } = sort;
  if (!take(sort, isBefore === isBackward ? left : right, 1)) return;
  sort.streak = isBefore ? Math.max(streak, 0) + 1 : Math.min(streak, 0) - 1;
  if (Math.abs(sort.streak) >= sort.patience) seekHead(sort, Phase.LeapLeft);
}

function sizeOf({ low, high }: Stretch): number {
  return high - low;
}

/** Take so many items from a run; false when that has ended the merge. */
function take(sort: MergeSort, run: Stretch, count: number): boolean {
  const { order, left, right, isBackward, taken } = sort;
  for (let i = 0; i < count; i++) taken.push(order[isBackward ? --run.high : run.low++] as number);
  const longer = isBackward ? left : right;
  const rest = sizeOf(longer);
  const others = sizeOf(isBackward ? right : left);
  if (rest > 0 && others > 1) return true;
  // The last item of the shorter run is known to come last.
  if (rest > 0 && others > 0) take(sort, longer, rest);
  else putBack(sort);
  return false;
}

/** End a merge, even before its time: what was taken goes back into the order, beside what is left of both runs. */
export function putBack(sort: MergeSort): void {
  const { order, left, right, isBackward, taken } = sort;
  sort.phase = Phase.Border;
  if (isBackward) {
    let at = left.high;
    for (let from = right.low; from < right.high; from++) order[at++] = order[from] as number;
    while (taken.length > 0) order[at++] = taken.pop() as number;
  } else {
    let at = right.low;
    for (let from = left.high; from > left.low; ) order[--at] = order[--from] as number;
    while (taken.length > 0) order[--at] = taken.pop() as number;
  }
}
