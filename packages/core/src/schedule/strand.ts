// A strand: the jobs of one VM, its share of the thread, and how fast it runs.
import type { Machine } from "../objects/machine.ts";
import type { Job } from "./job.ts";
import type { MemoryKeeper } from "./memory-keeper.ts";

/** Safe points per ms that a VM is taken to run before it was measured: code that runs for the first time is slow. */
const FIRST_RATE = 200;
const LEAST_QUANTUM = 50;
const MOST_QUANTUM = 400_000;

/** Which VM runs next: the highest priority first; among equals each gets time in proportion to its weight. */
export interface Share {
  /** Share of the time among VMs of the same priority; default 1. */
  readonly weight: number;
  /** A VM runs only when none of a higher priority can; default 0. */
  readonly priority: number;
}

/**
 * Within a VM the first job runs until it parks or ends, so Python code is atomic between waits. `pass` is the time that
 * it has had, divided by its weight (stride scheduling, Waldspurger 1995): the least pass runs next.
 */
export class Strand {
  readonly machine: Machine;
  readonly share: Share;
  /** Null: nobody looks after its memory. */
  readonly memory: MemoryKeeper | null;
  readonly ready: Job[] = [];
  pass = 0;
  /** Since when its VM is paused, on the monotonic clock; null while it is not. */
  pausedAt: number | null = null;
  /** Safe points per ms, as measured. */
  #rate = FIRST_RATE;

  constructor(machine: Machine, share: Share, memory: MemoryKeeper | null) {
    this.machine = machine;
    this.share = share;
    this.memory = memory;
  }

  /** How many safe points should take `milliseconds`. */
  quantumFor(milliseconds: number): number {
    return Math.round(Math.min(MOST_QUANTUM, Math.max(LEAST_QUANTUM, this.#rate * milliseconds)));
  }

  /** Learn from a quantum: a script may come upon slower or faster code at any time, so it moves by steps. */
  measure(safePoints: number, elapsedMs: number): void {
    if (safePoints < LEAST_QUANTUM) return;
    const rate = elapsedMs <= 0 ? this.#rate * 2 : safePoints / elapsedMs;
    this.#rate = Math.min(this.#rate * 2, Math.max(this.#rate / 4, rate));
  }
}
