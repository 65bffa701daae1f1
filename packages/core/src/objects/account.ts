// An account: what an entry of the host, and the tasks that it runs, have used and may use.
import type { Job } from "./job.ts";
import type { Placed } from "./roster.ts";

/** What an account may use before its jobs are stopped; Infinity for no limit. */
export interface JobLimits {
  /** Safe points passed: back-edges, calls and native steps. */
  readonly instructions: number;
  /** Time spent running, in ms. */
  readonly activeTimeMs: number;
  /** Time spent running since it last waited, in ms. */
  readonly burstTimeMs: number;
  /** Time since the start, waits included, in ms. */
  readonly wallTimeMs: number;
}

export class Account implements Placed {
  readonly limits: JobLimits;
  /** On the monotonic clock, in ms. */
  readonly startedAt: number;
  instructions = 0;
  activeTimeMs = 0;
  /** What `activeTimeMs` was when it last waited. */
  restedAtMs = 0;
  /** Time that its VM was paused since the start, in ms: its wall time stands still then. */
  pausedMs = 0;
  /** Safe points passed in the quantum under way; -1 when it has not run in it. */
  ran = -1;
  /** Something of it has waited: its wall time is to end what waits. */
  isTimed = false;
  /** Among the accounts of its VM. */
  place = -1;
  /** Its only job that has not ended, or a set of several: most have one. */
  #jobs: Job | Set<Job> | null = null;

  constructor(limits: JobLimits, startedAt: number) {
    this.limits = limits;
    this.startedAt = startedAt;
  }

  /** Its jobs that have not ended. */
  get jobs(): readonly Job[] {
    const jobs = this.#jobs;
    if (jobs === null) return [];
    return jobs instanceof Set ? [...jobs] : [jobs];
  }

  /** None of its jobs is left. */
  get isOver(): boolean {
    return this.#jobs === null;
  }

  /** It has run for so long. Where code of the library has come meanwhile, the burst under way begins anew. */
  spend(ms: number, hasTakenLibrary: boolean): void {
    this.activeTimeMs += ms;
    if (hasTakenLibrary) this.restedAtMs = this.activeTimeMs;
  }

  add(job: Job): void {
    const jobs = this.#jobs;
    if (jobs === null) this.#jobs = job;
    else if (jobs instanceof Set) jobs.add(job);
    else if (jobs !== job) this.#jobs = new Set([jobs, job]);
  }

  remove(job: Job): void {
    const jobs = this.#jobs;
    if (!(jobs instanceof Set)) {
      if (jobs === job) this.#jobs = null;
    } else if (jobs.delete(job) && jobs.size === 0) this.#jobs = null;
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
    if (this.activeTimeMs - this.restedAtMs > limits.burstTimeMs) return "burstTimeMs";
    return this.leftMs(now) < 0 ? "wallTimeMs" : null;
  }
}
