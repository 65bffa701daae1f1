// The steppable merge sort, told its comparisons one by one.
import { expect, test } from "vitest";
import { newMergeSort, nextPair, told } from "./merge-sort.ts";

/** Sort the positions of `keys` by asking one comparison at a time; answers how many it took. */
function sort(keys: readonly number[]): { readonly order: readonly number[]; readonly count: number } {
  const state = newMergeSort(keys.length, null, 0);
  let count = 0;
  while (nextPair(state)) {
    count++;
    told(state, (keys[state.first] as number) < (keys[state.second] as number));
  }
  return { order: state.order, count };
}

/** What a stable sort must give. */
function stable(keys: readonly number[]): number[] {
  return keys.map((_, at) => at).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
}

const scrambled = (length: number, range: number): number[] =>
  Array.from({ length }, (_, at) => (at * 7919 + ((at * at) % 31)) % range);

test.each([1, 2, 3, 23, 24, 25, 48, 49, 100, 1000])("%i items are sorted stably", (length) => {
  for (const range of [3, 10007]) {
    const keys = scrambled(length, range);
    expect(sort(keys).order).toEqual(stable(keys));
  }
});

test("runs that are there already cost one comparison an item", () => {
  const ascending = Array.from({ length: 1000 }, (_, at) => at);
  expect(sort(ascending).count).toBe(999);
  expect(sort([...ascending].reverse()).count).toBe(999);
  // Two runs in order: one comparison more tells that nothing is to be merged.
  expect(sort([...ascending, ...ascending.map((key) => key + 1000)]).count).toBe(1999);
});

test("random items cost about n log n comparisons", () => {
  expect(sort(scrambled(10_000, 1_000_003)).count).toBeLessThan(10_000 * Math.log2(10_000));
});
