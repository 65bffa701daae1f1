// The memory of a VM: when a census is due, its steps, and what the last one found.
import type { Machine } from "../objects/machine.ts";
import type { MemoryKeeper } from "../schedule/memory-keeper.ts";
import { beginCensus, type Census, isCurrent } from "./census/census.ts";
import { stepMarking } from "./census/layouts.ts";
import { type HostHolds, reachRoots } from "./census/roots.ts";
import { beginSweep, stepSweep, type Sweep } from "./census/sweep.ts";
import { isCensusDue, learn, type MemoryPlan, newPlan } from "./memory-plan.ts";

/** Work of one step: at most about 0.2 ms. */
const STEP_WORK = 3_000;

/** What a safe point takes at least, in ms: where time stands still, instructions tell it. */
const POINT_MS = 15e-6;

/** A census with what comes after the marking. */
export interface Count {
  readonly census: Census;
  /** What had been counted as allocated when it began. */
  readonly allocated: number;
  sweep: Sweep | null;
}

export class Memory implements MemoryKeeper {
  readonly #vm: Machine;
  readonly #holds: () => HostHolds;
  readonly #plan: MemoryPlan;
  /** The census that came due and is under way. */
  #count: Count | null = null;

  constructor(vm: Machine, limit: number, holds: () => HostHolds) {
    this.#vm = vm;
    this.#holds = holds;
    this.#plan = newPlan(limit);
  }

  /** Live bytes at the last census, 0 before the first. */
  get live(): number {
    return this.#plan.live;
  }

  get isOver(): boolean {
    return this.#plan.live > this.#plan.limit;
  }

  ran(safePoints: number, milliseconds: number): void {
    this.#plan.safePoints += safePoints;
    this.#plan.ranMs += Math.max(milliseconds, safePoints * POINT_MS);
    // What it has marked may be other objects now.
    this.#count = null;
  }

  isDue(): boolean {
    return this.#count !== null || isCensusDue(this.#plan, this.#vm.allocated);
  }

  step(isNested: boolean): boolean {
    let count = this.#count;
    if (count === null || !isCurrent(count.census) || (isNested && count.census.isQuiet)) {
      this.#count = count = this.begin(!isNested);
    }
    if (!this.advance(count)) return false;
    this.#count = null;
    return true;
  }

  /** Begin a census at the VM's roots. */
  begin(isQuiet: boolean): Count {
    const census = beginCensus(this.#vm, isQuiet);
    this.#vm.longestWhole = 0;
    reachRoots(census, this.#vm, this.#holds());
    return { census, allocated: this.#vm.allocated, sweep: null };
  }

  /** One step of a census; whether it was the last. */
  advance(count: Count): boolean {
    const { census } = count;
    if (count.sweep === null) {
      if (!stepMarking(census, STEP_WORK)) return false;
      if (census.isQuiet) {
        count.sweep = beginSweep(census);
        return false;
      }
    } else if (!stepSweep(census, count.sweep)) return false;
    learn(this.#plan, census.bytes, census.work, count.allocated);
    this.#vm.allocated -= count.allocated;
    return true;
  }
}
