// When a census is worth its time: what was allocated since the last one against what may still be; and how much a script
// may allocate before that is asked again.

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

/** Bytes alive for each that was supposed, at most: what no counter tells of is put down to the instructions. */
const MOST_SUPPOSED = 8;
/** Less than this part of the limit tells nothing of what is kept. */
const EVIDENCE = 1 / 16;
/** A quantum allocates this part of the limit, about... */
const QUANTUM_PART = 1 / 32;
/** ... but looking more often than this, in bytes and in safe points, would take more time than it is worth. */
const LEAST_QUANTUM_BYTES = 2 ** 18;
const LEAST_QUANTUM_POINTS = 2_000;

/** What was counted as allocated since the last census, in bytes. */
export interface Counted {
  /** What was made for sure. */
  readonly allocated: number;
  /** Texts put together, which may not have been copied. */
  readonly joined: number;
  /** Small objects that instructions may have made. */
  readonly supposed: number;
}

/** What is known of the memory of a VM. */
export interface MemoryPlan {
  readonly limit: number;
  /** What a quantum may allocate, in bytes. */
  readonly quantumBytes: number;
  /** Live bytes at the last census. */
  live: number;
  /** How much of each kind of what was counted was found alive then. */
  kept: Counted;
  /** What the last census took, in ms: by the work that it was, so that the same script meets its limit alike each time. */
  costMs: number;
  /** Run since then. */
  ranMs: number;
  safePoints: number;
  /** What was counted when scripts had last run. */
  counted: number;
  /** Bytes for each safe point of late. */
  rate: number;
}

const NOTHING: Counted = { allocated: 0, joined: 0, supposed: 0 };

export function newPlan(limit: number): MemoryPlan {
  const quantumBytes = Math.max(LEAST_QUANTUM_BYTES, limit * QUANTUM_PART);
  return { limit, quantumBytes, live: 0, kept: NOTHING, costMs: 0, ranMs: 0, safePoints: 0, counted: 0, rate: 0 };
}

/** Whether a census is due when so much was counted since the last one. */
export function isCensusDue(plan: MemoryPlan, { allocated, joined, supposed }: Counted): boolean {
  const { limit, kept, costMs, ranMs } = plan;
  if (plan.safePoints === 0) return false;
  const small = supposed + plan.safePoints * POINT_BYTES;
  const headroom = limit - plan.live;
  // When the limit would be passed if as much were kept as of late.
  if (allocated * kept.allocated + joined * kept.joined + small * kept.supposed >= headroom) return true;
  const most = allocated + joined + small;
  if (most < headroom) {
    // Half way, a look at what is kept is worth its time when it takes little.
    if (most * 2 >= headroom && ranMs >= costMs * SMALL_SPACING) return true;
    return most * 64 > headroom && ranMs >= Math.max(REGULAR_MS, costMs * REGULAR_SPACING);
  }
  if (ranMs >= Math.min(costMs * SMALL_SPACING, Math.max(costMs * SPACING, REGULAR_MS))) return true;
  // Sooner when much was made for sure.
  if (allocated >= headroom + limit * QUANTUM_PART && ranMs >= costMs * SPACING) return true;
  if (allocated >= headroom + 4 * limit) return true;
  return allocated >= headroom + limit / 2 && ranMs >= costMs / 2;
}

/** Take into account that scripts have run, after which so much is counted since the last census. */
export function ran(plan: MemoryPlan, safePoints: number, milliseconds: number, since: Counted): void {
  const counted = since.allocated + since.joined + since.supposed;
  const rate = (counted - plan.counted) / Math.max(1, safePoints);
  plan.rate = Math.max(rate, plan.rate / 2);
  plan.counted = counted;
  plan.safePoints += safePoints;
  plan.ranMs += milliseconds;
}

/** Of so many safe points of a quantum, those after which a quantum's part of the memory will have been allocated. */
export function quantumOf(plan: MemoryPlan, safePoints: number): number {
  const most = plan.quantumBytes / (plan.rate + POINT_BYTES);
  return safePoints <= most ? safePoints : Math.min(safePoints, Math.max(LEAST_QUANTUM_POINTS, Math.round(most)));
}

/** Take the result of a census into account, before which so much had been counted. */
export function learn(plan: MemoryPlan, live: number, work: number, counted: Counted): void {
  const { allocated, joined, supposed } = counted;
  // What was made for sure accounts first for what there is more.
  const more = Math.max(0, live - plan.live);
  const unmade = Math.max(0, more - allocated);
  const rest = Math.max(0, unmade - joined);
  plan.kept = {
    allocated: partKept(plan, plan.kept.allocated, allocated, more, 1),
    joined: partKept(plan, plan.kept.joined, joined, unmade, 1),
    supposed: partKept(plan, plan.kept.supposed, supposed + plan.safePoints * POINT_BYTES, rest, MOST_SUPPOSED),
  };
  plan.live = live;
  plan.costMs = work * WORK_MS;
  plan.ranMs = 0;
  plan.safePoints = 0;
  plan.counted -= allocated + joined + supposed;
}

/** What part of so many bytes was kept, when so many were found: it falls by and by. */
function partKept({ limit }: MemoryPlan, before: number, bytes: number, found: number, most: number): number {
  return bytes < limit * EVIDENCE ? before : Math.min(most, Math.max(found / bytes, before / 4));
}
