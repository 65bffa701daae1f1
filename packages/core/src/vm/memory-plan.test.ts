// The plan of when a census is worth its time.
import { describe, expect, it } from "vitest";
import { isCensusDue, learn, newPlan } from "./memory-plan.ts";

const LIMIT = 1_000_000;

/** A plan after a census that found so much alive, doing so much work, after so much was allocated. */
function after(live: number, work: number, allocated: number): ReturnType<typeof newPlan> {
  const plan = newPlan(LIMIT);
  plan.safePoints = 1;
  learn(plan, live, work, allocated);
  plan.safePoints = 1;
  return plan;
}

describe("when a census is due", () => {
  it("comes first when as much was allocated as may be alive", () => {
    const plan = newPlan(LIMIT);
    plan.safePoints = 1;
    expect(isCensusDue(plan, LIMIT / 2)).toBe(false);
    expect(isCensusDue(plan, LIMIT)).toBe(true);
  });

  it("does not come twice with nothing run in between", () => {
    const plan = newPlan(LIMIT);
    plan.safePoints = 1;
    learn(plan, 2 * LIMIT, 1_000, 2 * LIMIT);
    expect(isCensusDue(plan, 0)).toBe(false);
  });

  it("waits after a large one that found garbage, unless much was allocated for sure", () => {
    const plan = after(LIMIT / 2, 10_000_000, 1e12);
    expect(isCensusDue(plan, (LIMIT * 6) / 10)).toBe(false);
    plan.ranMs = plan.costMs * 9;
    expect(isCensusDue(plan, (LIMIT * 6) / 10)).toBe(true);
    plan.ranMs = plan.costMs / 2;
    expect(isCensusDue(plan, LIMIT)).toBe(true);
  });

  it("does not wait where all that is allocated stays alive", () => {
    const plan = after(LIMIT / 2, 10_000_000, LIMIT / 2);
    expect(isCensusDue(plan, (LIMIT * 6) / 10)).toBe(true);
  });

  it("comes now and then while something is allocated, and never without a limit", () => {
    const plan = after(0, 1_000, 1e12);
    plan.ranMs = 101;
    expect(isCensusDue(plan, LIMIT / 1_000)).toBe(false);
    expect(isCensusDue(plan, LIMIT / 10)).toBe(true);
    expect(isCensusDue({ ...plan, limit: Number.POSITIVE_INFINITY }, 1e15)).toBe(false);
  });
});
