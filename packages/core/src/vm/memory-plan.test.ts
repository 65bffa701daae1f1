// The plan of when a census is worth its time.
import { describe, expect, it } from "vitest";
import { type Counted, isCensusDue, learn, newPlan, quantumOf, ran } from "./memory-plan.ts";

const LIMIT = 1_000_000;

const NOTHING: Counted = { allocated: 0, joined: 0, supposed: 0 };
const made = (allocated: number): Counted => ({ ...NOTHING, allocated });
const joined = (characters: number): Counted => ({ ...NOTHING, joined: characters });
const supposed = (bytes: number): Counted => ({ ...NOTHING, supposed: bytes });

/** A plan after a census that found so much alive, doing so much work, after so much was allocated. */
function after(live: number, work: number, allocated: number): ReturnType<typeof newPlan> {
  const plan = newPlan(LIMIT);
  plan.safePoints = 1;
  learn(plan, live, work, made(allocated));
  plan.safePoints = 1;
  return plan;
}

describe("when a census is due", () => {
  it("comes first when half as much was allocated as may be alive", () => {
    const plan = newPlan(LIMIT);
    plan.safePoints = 1;
    expect(isCensusDue(plan, made(LIMIT / 3))).toBe(false);
    expect(isCensusDue(plan, made(LIMIT / 2))).toBe(true);
    expect(isCensusDue(plan, joined(LIMIT / 2))).toBe(true);
  });

  it("does not come twice with nothing run in between", () => {
    const plan = newPlan(LIMIT);
    plan.safePoints = 1;
    learn(plan, 2 * LIMIT, 1_000, made(2 * LIMIT));
    expect(isCensusDue(plan, made(0))).toBe(false);
  });

  it("waits after a large one that found garbage, unless much was allocated for sure", () => {
    const plan = after(LIMIT / 2, 10_000_000, 1e12);
    expect(isCensusDue(plan, made((LIMIT * 6) / 10))).toBe(false);
    plan.ranMs = plan.costMs * 9;
    expect(isCensusDue(plan, made((LIMIT * 6) / 10))).toBe(true);
    plan.ranMs = plan.costMs / 2;
    expect(isCensusDue(plan, made(LIMIT))).toBe(true);
    expect(isCensusDue(plan, joined(100 * LIMIT))).toBe(false);
  });

  it("does not wait where all that is allocated stays alive", () => {
    const plan = after(LIMIT / 2, 10_000_000, LIMIT / 2);
    expect(isCensusDue(plan, made((LIMIT * 6) / 10))).toBe(true);
    expect(isCensusDue(plan, made((LIMIT * 4) / 10))).toBe(false);
  });

  it("comes sooner where more stays alive than was counted", () => {
    const plan = newPlan(LIMIT);
    learn(plan, LIMIT / 2, 10_000_000, supposed(LIMIT / 4));
    plan.safePoints = 1;
    expect(isCensusDue(plan, supposed(LIMIT / 5))).toBe(false);
    expect(isCensusDue(plan, supposed((LIMIT * 3) / 10))).toBe(true);
  });

  it("tells what was made from what may have been", () => {
    const plan = newPlan(LIMIT);
    learn(plan, LIMIT / 4, 10_000_000, { allocated: LIMIT / 8, joined: LIMIT / 8, supposed: LIMIT });
    plan.safePoints = 1;
    expect(plan.kept).toEqual({ allocated: 1, joined: 1, supposed: 0 });
    expect(isCensusDue(plan, made((LIMIT * 8) / 10))).toBe(true);
    expect(isCensusDue(plan, joined((LIMIT * 8) / 10))).toBe(true);
    expect(isCensusDue(plan, supposed((LIMIT * 8) / 10))).toBe(false);
  });

  it("does not take what a VM is born with for what a script keeps", () => {
    const plan = after(LIMIT / 2, 10_000_000, LIMIT / 100);
    expect(isCensusDue(plan, made((LIMIT * 4) / 10))).toBe(false);
  });

  it("comes now and then while something is allocated, and never without a limit", () => {
    const plan = after(0, 1_000, 1e12);
    plan.ranMs = 101;
    expect(isCensusDue(plan, made(LIMIT / 1_000))).toBe(false);
    expect(isCensusDue(plan, made(LIMIT / 10))).toBe(true);
    expect(isCensusDue(newPlan(Number.POSITIVE_INFINITY), made(1e15))).toBe(false);
  });
});

describe("how much a quantum may run", () => {
  it("is all of it while little is allocated", () => {
    expect(quantumOf(newPlan(2 ** 30), 400_000)).toBe(400_000);
    expect(quantumOf(newPlan(Number.POSITIVE_INFINITY), 400_000)).toBe(400_000);
  });

  it("is what a part of the limit lasts for, by the rate of late", () => {
    const plan = newPlan(2 ** 30);
    ran(plan, 100, 1, made(2 ** 20));
    expect(quantumOf(plan, 10_000)).toBe(Math.round(2 ** 25 / (2 ** 20 / 100 + 32)));
    expect(quantumOf(plan, 1_000)).toBe(1_000);
    // It is forgotten by and by, and never makes a quantum of next to nothing.
    for (let n = 0; n < 20; n++) ran(plan, 100, 1, made(2 ** 20));
    expect(quantumOf(plan, 10_000)).toBe(10_000);
    ran(plan, 100, 1, made(2 ** 40));
    expect(quantumOf(plan, 10_000)).toBe(2_000);
  });

  it("is counted from the last census on", () => {
    const plan = newPlan(2 ** 30);
    ran(plan, 1_000, 1, made(1_000_000));
    learn(plan, 0, 0, made(1_000_000));
    ran(plan, 1_000, 1, made(1_000_000));
    expect(plan.rate).toBe(1_000);
  });
});
