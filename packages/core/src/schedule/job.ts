// A job: one fiber of one VM being run to its end, with what it has used and may use.
import type { PyException } from "../objects/exception.ts";
import type { Fiber } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import type { Value } from "../objects/value.ts";

/** What a job may use before it is stopped; Infinity for no limit. */
export interface JobLimits {
  /** Safe points passed: back-edges, calls and native steps. */
  readonly instructions: number;
  /** Time spent running, in ms. */
  readonly activeTimeMs: number;
  /** Time since the start, waits included, in ms. */
  readonly wallTimeMs: number;
}

/** Which limit ended a job. */
export type JobLimitName = keyof JobLimits;

export interface JobOutcome {
  readonly value?: Value;
  readonly error?: PyException;
  readonly limit?: JobLimitName;
  /** Its VM was closed. */
  readonly isCancelled?: boolean;
  /** A JavaScript error from inside the engine: a bug. */
  readonly internal?: unknown;
}

export class Job {
  readonly machine: Machine;
  readonly fiber: Fiber;
  readonly limits: JobLimits;
  readonly startedAt: number;
  instructions = 0;
  activeTimeMs = 0;
  isSettled = false;
  readonly #settle: (outcome: JobOutcome) => void;

  constructor(
    machine: Machine,
    fiber: Fiber,
    limits: JobLimits,
    startedAt: number,
    settle: (outcome: JobOutcome) => void,
  ) {
    this.machine = machine;
    this.fiber = fiber;
    this.limits = limits;
    this.startedAt = startedAt;
    this.#settle = settle;
  }

  /** Ends the job, once. */
  settle(outcome: JobOutcome): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.#settle(outcome);
  }

  /** The limit that the job has passed at the time `now`, if any. */
  exceeded(now: number): JobLimitName | null {
    const { limits } = this;
    if (this.instructions > limits.instructions) return "instructions";
    if (this.activeTimeMs > limits.activeTimeMs) return "activeTimeMs";
    return now - this.startedAt > limits.wallTimeMs ? "wallTimeMs" : null;
  }
}
