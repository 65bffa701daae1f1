// Merging positions of which stretches of equal length are sorted, by an order that needs no Python.
import type { PlainOrder } from "./plain-keys.ts";

/** Plain data: a pass takes two stretches of `width` at a time from `order` and merges them into `target`. */
export interface PlainMerge {
  order: number[];
  target: number[];
  width: number;
  /** What is taken next from the left one of the two. */
  left: number;
}

/** Merge on for `limit` positions at most; true when all are in order. */
export function mergeOn(merge: PlainMerge, compare: PlainOrder, limit: number): boolean {
  const { length } = merge.order;
  for (let allowed = limit; merge.width < length && allowed > 0; ) {
    const { order, target, width } = merge;
    const start = target.length;
    const middle = Math.min(start - (start % (2 * width)) + width, length);
    const end = Math.min(middle + width, length);
    const stop = Math.min(start + allowed, end);
    let { left } = merge;
    let right = middle + start - left;
    // Stretches that stand in order as they are need no other comparison.
    const isDone = right >= end || compare(order[right] as number, order[middle - 1] as number) >= 0;
    for (let at = start; at < stop; at++) {
      const isLeft =
        left < middle && (isDone || right >= end || compare(order[right] as number, order[left] as number) >= 0);
      target.push(order[isLeft ? left++ : right++] as number);
    }
    allowed -= stop - start;
    merge.left = stop < end ? left : end;
    if (stop < length) continue;
    merge.order = target;
    merge.target = [];
    merge.width *= 2;
    merge.left = 0;
  }
  return merge.width >= length;
}
