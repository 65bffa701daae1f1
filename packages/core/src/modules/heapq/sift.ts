// Moving items of a heap to their places, one comparison at a time, so that it can stand still between any two.
import type { PyList } from "../../objects/sequences.ts";
import type { Value } from "../../objects/value.ts";

enum Phase {
  /** Which of two children goes up into the place of the item? */
  Sink,
  /** Does the item go up, past its parent? */
  Rise,
  Settled,
}

/** `nextPair` says which two items are to be compared: `first` and `second`; `told` takes whether first < second. */
export interface Sift {
  readonly list: PyList;
  /** Items of the list: nobody may change it while its items move. */
  readonly size: number;
  /** The greatest item is on top. */
  readonly isMax: boolean;
  phase: Phase;
  /** Where the item is that moves. */
  at: number;
  /** It does not rise above this. */
  top: number;
  first: Value;
  second: Value;
}

/** Sinks the item at `top`. */
export function newSink(list: PyList, top: number, isMax: boolean): Sift {
  const size = list.items.length;
  return { list, size, isMax, phase: Phase.Sink, at: top, top, first: 0, second: 0 };
}

/** Lets the last item rise. */
export function newRise(list: PyList): Sift {
  const size = list.items.length;
  return { list, size, isMax: false, phase: Phase.Rise, at: size - 1, top: 0, first: 0, second: 0 };
}

/** Sink the item at another place. */
export function restart(sift: Sift, top: number): void {
  sift.phase = Phase.Sink;
  sift.at = top;
  sift.top = top;
}

/**
 * Set the two items to be compared next; false when the item is in its place. A sinking item goes all the way down along
 * the lesser children and rises from there: it mostly comes from the bottom, and this takes fewer comparisons.
 */
export function nextPair(sift: Sift): boolean {
  const { list, size, isMax } = sift;
  const { items } = list;
  while (sift.phase === Phase.Sink) {
    const child = 2 * sift.at + 1;
    if (child + 1 < size) return ask(sift, isMax, items[child] as Value, items[child + 1] as Value);
    if (child < size) swap(sift, child);
    sift.phase = Phase.Rise;
  }
  if (sift.phase === Phase.Rise && sift.at > sift.top) {
    return ask(sift, isMax, items[sift.at] as Value, items[(sift.at - 1) >> 1] as Value);
  }
  sift.phase = Phase.Settled;
  return false;
}

function ask(sift: Sift, isTurned: boolean, first: Value, second: Value): true {
  sift.first = isTurned ? second : first;
  sift.second = isTurned ? first : second;
  return true;
}

/** Take the answer: whether `first` is less than `second`. */
export function told(sift: Sift, isLess: boolean): void {
  if (sift.phase === Phase.Sink) swap(sift, 2 * sift.at + (isLess ? 1 : 2));
  else if (isLess) swap(sift, (sift.at - 1) >> 1);
  else sift.phase = Phase.Settled;
}

function swap(sift: Sift, to: number): void {
  const { items } = sift.list;
  const item = items[sift.at] as Value;
  items[sift.at] = items[to] as Value;
  items[to] = item;
  sift.at = to;
}
