// Slices and ranges of ints of any size: start, stop and step made definite, and how many numbers they span.
import { add, type Int, sub } from "./int.ts";
import { floorDiv } from "./int-divide.ts";

/** `slice(start, stop, step).indices(length)` for any length; undefined stands for None, and step is not 0. */
export function sliceIndices(
  length: Int,
  start: Int | undefined,
  stop: Int | undefined,
  step: Int | undefined,
): readonly [start: Int, stop: Int, step: Int] {
  const by = step ?? 1;
  const isBackward = by < 0;
  const lowest = isBackward ? -1 : 0;
  const highest = isBackward ? sub(length, 1) : length;
  const clamp = (bound: Int | undefined, otherwise: Int): Int => {
    if (bound === undefined) return otherwise;
    const at = bound < 0 ? add(bound, length) : bound;
    if (at < lowest) return lowest;
    return at > highest ? highest : at;
  };
  return [clamp(start, isBackward ? highest : lowest), clamp(stop, isBackward ? lowest : highest), by];
}

/** How many numbers `start, start + step, ...` there are before `stop`. */
export function rangeLength(start: Int, stop: Int, step: Int): Int {
  const isForward = step > 0;
  const distance = isForward ? sub(stop, start) : sub(start, stop);
  if (distance <= 0) return 0;
  const stride = isForward ? step : sub(0, step);
  return add(floorDiv(sub(distance, 1), stride) as Int, 1);
}
