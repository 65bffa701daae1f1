// An account: what an entry of the host, and the tasks that it runs, have used and may use.
import type { Job } from "./job.ts";

/** What an account may use before its jobs are stopped; Infinity for no limit. */
export interface JobLimits {
  /** Safe points passed: back-edges, calls and native steps. */
  readonly instructions: number;
  /** Time spent running, in ms. */
  readonly activeTimeMs: number;
  /** Time since the start, waits included, in ms. */
  readonly wallTimeMs: number;
}

export class Account {
  readonly limits: JobLimits;
  /** On the monotonic clock, in ms. */
  readonly startedAt: number;
  instructions = 0;
  activeTimeMs = 0;
  /** Time that its VM was paused since the start, in ms: its wall time stands still then. */
  pausedMs = 0;
  /** Safe points passed in the quantum under way; -1 when it has not run in it. */
  ran = -1;
  /** Something of it has waited: its wall time is to end what waits. */
  isTimed = false;
  /** Calls off the timer that does; null when there is none. */
  callOffDeadline: (() => void) | null = null;
  /** Its jobs that have not ended. */
  readonly jobs: Set<Job> = new Set();

  constructor(limits: JobLimits, startedAt: number) {
    this.limits = limits;
    this.startedAt = startedAt;
  }

  /** Wall time left at the time `now`, in ms. */
  leftMs(now: number): number {
    return this.limits.wallTimeMs - (now - this.startedAt - this.pausedMs);
  }

  /** The limit that it has passed at the time `now`, if any. */
  exceeded(now: number): string | null {
    const { limits } = this;
    if (this.instructions > limits.instructions) return "instructions";
    if (this.activeTimeMs > limits.activeTimeMs) return "activeTimeMs";
    return this.leftMs(now) < 0 ? "wallTimeMs" : null;
  }
}
