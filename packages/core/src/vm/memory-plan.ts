// When a census is worth its time: what was allocated since the last one against what may still be.

/** What a safe point may have allocated beyond what is counted where it is made, in bytes. */
const POINT_BYTES = 32;
/** What looking at one object or item takes, in ms. */
const WORK_MS = 20e-6;
/** An early census waits until scripts have run so many times as long as the last one took... */
const SPACING = 9;
/** ... and a small one this many times. */
const SMALL_SPACING = 50;
/** A census comes by itself, whatever the estimates say, when scripts have run this many times as long. */
const REGULAR_SPACING = 100;
const REGULAR_MS = 100;

/** What is known of the memory of a VM. */
export interface MemoryPlan {
  readonly limit: number;
  /** Live bytes at the last census. */
  live: number;
  /** What part of what was allocated was found alive then: at most 1. */
  kept: number;
  /** What the last census took, in ms: by the work that it was, so that the same script meets its limit alike each time. */
  costMs: number;
  /** Run since then. */
  ranMs: number;
  safePoints: number;
}

export function newPlan(limit: number): MemoryPlan {
  return { limit, live: 0, kept: 0, costMs: 0, ranMs: 0, safePoints: 0 };
}

/** Whether a census is due when so many bytes were counted as allocated since the last one. */
export function isCensusDue(plan: MemoryPlan, allocated: number): boolean {
  const { limit, costMs, ranMs } = plan;
  if (plan.safePoints === 0) return false;
  const most = allocated + plan.safePoints * POINT_BYTES;
  const headroom = limit - plan.live;
  if (most < headroom) {
    return most * 64 > headroom && ranMs >= Math.max(REGULAR_MS, costMs * REGULAR_SPACING);
  }
  if (ranMs >= Math.min(costMs * SMALL_SPACING, Math.max(costMs * SPACING, REGULAR_MS))) return true;
  // Sooner when the limit would be passed at the rate of late, and when much was allocated for sure.
  if (most * plan.kept >= headroom || most >= headroom + 4 * limit) return true;
  return allocated >= headroom + limit / 2 && ranMs >= costMs / 2;
}

/** Take the result of a census into account. */
export function learn(plan: MemoryPlan, live: number, work: number, allocated: number): void {
  const most = Math.max(1, allocated + plan.safePoints * POINT_BYTES);
  plan.kept = Math.min(1, Math.max((live - plan.live) / most, plan.kept / 4));
  plan.live = live;
  plan.costMs = work * WORK_MS;
  plan.ranMs = 0;
  plan.safePoints = 0;
}
