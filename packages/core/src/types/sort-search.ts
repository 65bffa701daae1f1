// The place of an item in a sorted stretch: by strides that double from one of its ends, or by bisection.
import { type MergeSort, Phase, type Stretch } from "./sort-state.ts";

/** Begin a search that strides up from the start (`stride` 1), down from the end (-1), or bisects (0). */
export function seek(
  sort: MergeSort,
  phase: Phase,
  key: number,
  { low, high }: Readonly<Stretch>,
  stride: number,
): void {
  sort.phase = phase;
  sort.key = key;
  sort.low = low;
  sort.high = high;
  sort.stride = stride;
  sort.probe = stride > 0 ? low : stride < 0 ? high - 1 : (low + high) >>> 1;
}

/** Whether the place is after all that equal the key: in the left run it is, in the right run before them. */
export function isAfterEquals(sort: MergeSort): boolean {
  return sort.phase < Phase.TrimRight;
}

/** Take the answer about the item at `probe`. */
export function narrow(sort: MergeSort, isBefore: boolean): void {
  const { probe, stride } = sort;
  const isBeyond = isBefore !== isAfterEquals(sort);
  if (isBeyond) sort.low = probe + 1;
  else sort.high = probe;
  // A stride that goes past the place, or would leave the stretch, is the last.
  const next = probe + stride;
  const isOn = stride !== 0 && isBeyond === stride > 0 && next >= sort.low && next < sort.high;
  sort.probe = isOn ? next : (sort.low + sort.high) >>> 1;
  sort.stride = isOn ? stride * 2 : 0;
}
