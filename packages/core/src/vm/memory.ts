// The memory of a VM: when a census is due, its steps, and what the last one found.
import type { Machine } from "../objects/machine.ts";
import type { Value } from "../objects/value.ts";
import type { MemoryKeeper } from "../schedule/memory-keeper.ts";
import type { Garbage } from "../objects/machine.ts";
import { emptyReferences } from "../modules/weakref/reference.ts";
import { beginCensus, isCurrent, isReached, reach } from "./census/census.ts";
import { Count } from "./census/count.ts";
import { stepMarking } from "./census/layouts.ts";
import { type HostHolds, reachHeld, reachRoots } from "./census/roots.ts";
import { beginSweep, stepSweep, type Sweep } from "./census/sweep.ts";
import { isCensusDue, learn, type MemoryPlan, newPlan, quantumOf, ran } from "./memory-plan.ts";

/** Work of one step: at most about 0.2 ms. */
const STEP_WORK = 3_000;

/** What a safe point takes at least, in ms: where time stands still, instructions tell it. */
const POINT_MS = 15e-6;

export class Memory implements MemoryKeeper {
  readonly #vm: Machine;
  readonly #holds: () => HostHolds;
  readonly #plan: MemoryPlan;
  readonly #finalize: (garbage: Garbage) => void;
  readonly #isBusy: () => boolean;
  /** The census that came due and is under way. */
  #count: Count | null = null;
  /** The census that a script asked for, while no other script has run since its last step. */
  #asked: Count | null = null;
  #hasStepped = false;

  /**
   * `finalize` is given what a census that came due has found that nothing reaches; `isBusy`: a script of the VM, or of
   * another, is on the JS stack while a step is taken.
   */
  constructor(
    vm: Machine,
    limit: number,
    holds: () => HostHolds,
    finalize: (garbage: Garbage) => void,
    isBusy: () => boolean,
  ) {
    this.#vm = vm;
    this.#holds = holds;
    this.#finalize = finalize;
    this.#isBusy = isBusy;
    this.#plan = newPlan(limit);
  }

  /** Live bytes at the last census, 0 before the first. */
  get live(): number {
    return this.#plan.live;
  }

  get isOver(): boolean {
    return this.#plan.live > this.#plan.limit;
  }

  quantum(safePoints: number): number {
    this.#vm.allotment = this.#vm.allocated + this.#plan.quantumBytes;
    return quantumOf(this.#plan, safePoints);
  }

  ran(safePoints: number, milliseconds: number): void {
    ran(this.#plan, safePoints, Math.max(milliseconds, safePoints * POINT_MS), this.#vm);
    // What it has marked may be other objects now.
    this.#count = null;
    if (!this.#hasStepped) this.#asked = null;
    this.#hasStepped = false;
  }

  isDue(): boolean {
    return this.#count !== null || isCensusDue(this.#plan, this.#vm);
  }

  step(isCalled: boolean): boolean {
    const isNested = isCalled || this.#isBusy();
    let count = this.#count;
    if (count === null || !isCurrent(count.census) || (isNested && count.census.isQuiet)) {
      this.#count = count = this.begin(!isNested);
    }
    if (!this.#advance(count)) return false;
    this.#count = null;
    if (count.knowsGarbage) {
      const garbage = this.#garbageOf(count);
      if (garbage.objects.length + garbage.callbacks.length + garbage.unawaited.length > 0) this.#finalize(garbage);
    }
    return true;
  }

  /** The host has put a value where a census under way may have been already. */
  wrote(value: Value): void {
    for (const count of [this.#count, this.#asked]) {
      if (count !== null && isCurrent(count.census)) reach(count.census, value);
    }
  }

  /** Begin a census that a script asks for; `isNested` as in `step`. */
  ask(isNested: boolean): Count {
    this.#asked = this.begin(!isNested);
    this.#hasStepped = true;
    return this.#asked;
  }

  /** One step of it; what nothing reaches once it is over, null before. It begins again when another script has run. */
  stepAsked(given: Count): Garbage | null {
    let count = given;
    if (this.#asked === null || !isCurrent(this.#asked.census)) count = this.ask(!given.census.isQuiet);
    else count = this.#asked;
    this.#hasStepped = true;
    if (!this.#advance(count)) return null;
    this.#asked = null;
    return count.knowsGarbage ? this.#garbageOf(count) : { objects: [], callbacks: [], unawaited: [] };
  }

  /** Begin a census at the VM's roots. */
  begin(isQuiet: boolean): Count {
    const census = beginCensus(this.#vm, isQuiet);
    this.#vm.longestWhole = 0;
    reachRoots(census, this.#vm, this.#holds());
    return new Count(census, this.#vm);
  }

  #advance(count: Count): boolean {
    const { census } = count;
    if (count.sweep === null) {
      const isMarked = stepMarking(census, STEP_WORK);
      if (isMarked) count.live ??= census.bytes;
      // To look on would cost memory: texts that were put together are copied when they are looked at.
      const isCutShort = count.live === null && census.bytes > this.#plan.limit;
      if (!isMarked && !isCutShort) return false;
      if (census.isQuiet && !isCutShort) {
        // The host may have got hold of something meanwhile, which then is looked into as well.
        reachHeld(census, this.#holds());
        if (census.pending.length === 0) count.sweep = beginSweep(census);
        return false;
      }
    } else if (!stepSweep(census, count.sweep)) return false;
    else count.knowsGarbage = true;
    learn(this.#plan, count.live ?? census.bytes, census.work, count);
    this.#vm.allocated -= count.allocated;
    this.#vm.joined -= count.joined;
    this.#vm.supposed -= count.supposed;
    return true;
  }

  /** What nothing reaches, which is known from now on to have been found. */
  #garbageOf({ census, sweep }: Count): Garbage {
    const { finalizable, finalized } = this.#vm;
    const { lost, garbage: objects, unbegun, unawaited } = sweep as Sweep;
    this.#vm.unbegun.replace(unbegun);
    const callbacks = emptyReferences(this.#vm, lost, (object) => isReached(census, object));
    for (const object of objects) {
      finalizable.delete(object);
      finalized.add(object);
    }
    return { objects, callbacks, unawaited };
  }
}
