// Substring search in linear time that can be done in portions (Knuth, Morris and Pratt).

/** A search under way: plain data. */
export interface LinearSearch {
  readonly haystack: string;
  readonly needle: string;
  /** For each length of a matched beginning, the length of the longest shorter one that also ends there. */
  readonly borders: Int32Array;
  /** Whether to look for the last match, from the end. */
  readonly backwards: boolean;
  /** Offset of the next unit to look at (backwards: just after it), and where to stop. */
  position: number;
  readonly stop: number;
  matched: number;
}

function unitOf(needle: string, index: number, backwards: boolean): number {
  return needle.charCodeAt(backwards ? needle.length - 1 - index : index);
}

/** The border table of a needle; for backward searches that of the needle reversed. */
export function bordersOf(needle: string, backwards: boolean): Int32Array {
  const borders = new Int32Array(needle.length + 1);
  let border = 0;
  for (let index = 1; index < needle.length; index++) {
    const unit = unitOf(needle, index, backwards);
    while (border > 0 && unitOf(needle, border, backwards) !== unit) border = borders[border] as number;
    if (unitOf(needle, border, backwards) === unit) border++;
    borders[index + 1] = border;
  }
  return borders;
}

/** Starts a search for a needle that is not empty within the offsets start..end. */
export function startSearch(
  haystack: string,
  needle: string,
  start: number,
  end: number,
  backwards: boolean,
  borders: Int32Array = bordersOf(needle, backwards),
): LinearSearch {
  const position = backwards ? end : start;
  return { haystack, needle, borders, backwards, position, stop: backwards ? start : end, matched: 0 };
}

/** Looks at no more than so many units; the match's offset, -1 when there is none, undefined when not done yet. */
export function stepSearch(search: LinearSearch, units: number): number | undefined {
  const { haystack, needle, borders, backwards, stop } = search;
  const length = needle.length;
  const step = backwards ? -1 : 1;
  const shift = backwards ? -1 : 0;
  let { position, matched } = search;
  let left = units;
  while (position !== stop) {
    if (left-- <= 0) {
      search.position = position;
      search.matched = matched;
      return undefined;
    }
    const unit = haystack.charCodeAt(position + shift);
    while (matched > 0 && unitOf(needle, matched, backwards) !== unit) matched = borders[matched] as number;
    if (unitOf(needle, matched, backwards) === unit) matched++;
    position += step;
    if (matched === length) return backwards ? position : position - length;
  }
  return -1;
}
