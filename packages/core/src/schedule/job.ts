// A job: one fiber of one VM being run to its end, with what it has used and may use.
import type { PyException } from "../objects/exception.ts";
import type { Fiber } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import type { Value } from "../objects/value.ts";
import type { Timer } from "./timer-heap.ts";

/** What a job may use before it is stopped; Infinity for no limit. */
export interface JobLimits {
  /** Safe points passed: back-edges, calls and native steps. */
  readonly instructions: number;
  /** Time spent running, in ms. */
  readonly activeTimeMs: number;
  /** Time since the start, waits included, in ms. */
  readonly wallTimeMs: number;
}

/** Why a job was ended from outside, without any Python running. */
export type StopReason =
  | { readonly kind: "limit"; readonly limit: string }
  | { readonly kind: "terminated"; readonly reason: string }
  | { readonly kind: "aborted"; readonly reason: unknown }
  | { readonly kind: "closed" }
  | { readonly kind: "wouldWait"; readonly operation: string };

/** Where the script was when it was stopped. */
export interface StopPlace {
  readonly file: string;
  readonly line: number;
}

/** How a job ended; exactly one of these holds. */
export type JobOutcome =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "error"; readonly error: PyException }
  | { readonly kind: "stopped"; readonly reason: StopReason; readonly place: StopPlace | null }
  /** A JavaScript error from inside the engine: a bug. */
  | { readonly kind: "internal"; readonly error: unknown };

export class Job {
  readonly machine: Machine;
  readonly fiber: Fiber;
  readonly limits: JobLimits;
  /** On the monotonic clock, in ms. */
  readonly startedAt: number;
  instructions = 0;
  activeTimeMs = 0;
  /** Time that its VM was paused since the start, in ms: its wall time stands still then. */
  pausedMs = 0;
  /** Safe points of its quantum that a pause has taken from it. */
  withheld = 0;
  /** It waits for the host. */
  isParked = false;
  /** Its frames are being run: they must not be taken away. */
  isRunning = false;
  /** What it is to be stopped with, once it no longer runs. */
  pendingStop: StopReason | null = null;
  isSettled = false;
  /** Ends it when its wall time is over while it waits. */
  deadline: Timer | null = null;
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
  exceeded(now: number): string | null {
    const { limits } = this;
    if (this.machine.exceeded !== null) return this.machine.exceeded;
    if (this.instructions > limits.instructions) return "instructions";
    if (this.activeTimeMs > limits.activeTimeMs) return "activeTimeMs";
    return now - this.startedAt - this.pausedMs > limits.wallTimeMs ? "wallTimeMs" : null;
  }
}
