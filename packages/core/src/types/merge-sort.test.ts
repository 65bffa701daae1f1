// The steppable merge sort, told its comparisons one by one, and the merge of what needs no Python.
import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPair, told } from "./merge-sort.ts";
import { mergeOn } from "./plain-merge.ts";
import { putBack } from "./sort-merge.ts";
import { newMergeSort } from "./sort-state.ts";

/** Sort the positions of `keys` by asking one comparison at a time, of at most `limit`; answers how many it took. */
function sort(
  keys: readonly number[],
  limit = Number.POSITIVE_INFINITY,
): { readonly order: readonly number[]; readonly count: number } {
  const state = newMergeSort([...keys.keys()]);
  let count = 0;
  while (count < limit && nextPair(state)) {
    count++;
    told(state, (keys[state.first] as number) < (keys[state.second] as number));
  }
  if (state.taken.length > 0) putBack(state);
  return { order: state.order, count };
}

/** What a stable sort must give. */
function stable(keys: readonly number[]): number[] {
  return keys.map((_, at) => at).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
}

const scrambled = (length: number, range: number): number[] =>
  Array.from({ length }, (_, at) => (at * 7919 + ((at * at) % 31)) % range);

/** Lists with runs of all kinds in them: stretches from a start, each by steps of one size. */
const lists = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: -2, max: 2 }), fc.nat(90)), { maxLength: 12 })
  .map((runs) => runs.flatMap(([start, step, length]) => Array.from({ length }, (_, at) => start + at * step)));

test("any list is sorted stably", () => {
  fc.assert(
    fc.property(fc.oneof(lists, fc.array(fc.nat(50), { maxLength: 300 })), (keys) => {
      expect(sort(keys).order).toEqual(stable(keys));
    }),
  );
});

test("a sort given up anywhere has all positions", () => {
  fc.assert(
    fc.property(lists, fc.nat(3000), (keys, limit) => {
      const { order } = sort(keys, limit);
      expect(order.toSorted((a, b) => a - b)).toEqual(keys.map((_, at) => at));
    }),
  );
});

test("answers that contradict each other do no harm", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.infiniteStream(fc.boolean()), (length, answers) => {
      const state = newMergeSort(Array.from({ length }, (_, at) => at));
      while (nextPair(state)) told(state, answers.next().value === true);
      expect(state.order.toSorted((a, b) => a - b)).toEqual(Array.from({ length }, (_, at) => at));
    }),
  );
});

test("runs that are there already cost little more than one comparison an item", () => {
  const ascending = Array.from({ length: 1000 }, (_, at) => at);
  expect(sort(ascending).count).toBe(999);
  expect(sort([...ascending].reverse()).count).toBe(999);
  expect(sort(ascending.map(() => 0)).count).toBe(999);
  expect(sort([...ascending.map((key) => key + 1000), ...ascending]).count).toBeLessThan(2050);
});

test("random items cost about n log n comparisons", () => {
  expect(sort(scrambled(10_000, 1_000_003)).count).toBeLessThan(10_000 * Math.log2(10_000));
});

test("sorted stretches are merged some positions at a time", () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500 }), (keys, width, limit) => {
      const compare = (a: number, b: number): number => (keys[a] as number) - (keys[b] as number);
      const order: number[] = [];
      for (let start = 0; start < keys.length; start += width) {
        const stretch = keys.slice(start, start + width).map((_, at) => start + at);
        order.push(...stretch.sort(compare));
      }
      const merge = { order, target: [], width, left: 0 };
      while (!mergeOn(merge, compare, limit));
      expect(merge.order).toEqual(stable(keys));
    }),
  );
});
