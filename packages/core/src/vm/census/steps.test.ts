// A step of a census is bounded by work, whatever it meets.
import { describe, expect, it } from "vitest";
import type { Machine } from "../../objects/machine.ts";
import { newList } from "../../objects/make.ts";
import type { Value } from "../../objects/value.ts";
import { beginCensus, reach } from "./census.ts";
import { stepMarking } from "./layouts.ts";

const WORK = 3_000;

/** The most work that a step has done beyond what it was given, and the number of steps. */
function overrun(items: Value[]): { most: number; steps: number } {
  const census = beginCensus({ census: 0, longestWhole: 0 } as Machine, true);
  reach(census, newList(items));
  let most = 0;
  let steps = 0;
  for (let isOver = false; !isOver; steps++) {
    const before = census.work;
    isOver = stepMarking(census, WORK);
    most = Math.max(most, census.work - before - WORK);
  }
  return { most, steps };
}

const some = (count: number, make: (n: number) => Value): Value[] => Array.from({ length: count }, (_, n) => make(n));

describe("a step of a census", () => {
  it.each([
    ["short texts", some(20_000, (n) => String(n).padStart(40))],
    ["long texts", some(5_000, (n) => String(n).padStart(4_000))],
    ["very long texts", some(200, (n) => String(n).padStart(100_000))],
    ["big integers of the same last digits", some(3_000, (n) => (BigInt(n) << 30_000n) + 5n)],
  ])("looks at no more than a portion of %s", (_what, items) => {
    const { most, steps } = overrun(items);
    expect(most).toBeLessThan(1_500);
    expect(steps).toBeGreaterThan(40);
  });
});
