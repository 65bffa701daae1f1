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

export function newPlainMerge(order: number[], width: number): PlainMerge {
  return { order, target: [], width, left: 0 };
}

/** Merge on for about `limit` positions; true when all are in order. */
export function mergeOn(merge: PlainMerge, compare: PlainOrder, limit: number): boolean {
  const { length } = merge.order;
  for (let allowed = limit; merge.width < length; ) {
    if (allowed <= 0) return false;
    const { order, target, width } = merge;
    const before = target.length;
    const middle = Math.min(before - (before % (2 * width)) + width, length);
    const end = Math.min(middle + width, length);
    let { left } = merge;
    let right = middle + before - left;
    // Stretches that stand in order as they are need no other comparison.
    if (right < end && compare(order[right] as number, order[middle - 1] as number) < 0) {
      const stop = before + allowed;
      while (left < middle && right < end && target.length < stop) {
        const first = order[right] as number;
        const second = order[left] as number;
        if (compare(first, second) < 0) {
          target.push(first);
          right++;
        } else {
          target.push(second);
          left++;
        }
      }
      merge.left = left;
      if (left < middle && right < end) return false;
    }
    while (left < middle) target.push(order[left++] as number);
    while (right < end) target.push(order[right++] as number);
    allowed -= target.length - before;
    merge.left = end;
    if (end < length) continue;
    merge.order = target;
    merge.target = [];
    merge.width *= 2;
    merge.left = 0;
  }
  return true;
}
