// A job: one fiber of one VM being run to its end, on an account.
import type { Account } from "./account.ts";
import type { PyException } from "./exception.ts";
import type { Fiber } from "./frame.ts";
import type { Lane } from "./lane.ts";
import type { Machine } from "./machine.ts";
import type { Placed } from "./roster.ts";
import type { Value } from "./value.ts";

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

/** Told how a job has ended. */
export type Settled = (job: Job, outcome: JobOutcome) => void;

export class Job implements Placed {
  readonly machine: Machine;
  readonly fiber: Fiber;
  /** A task that another entry goes on with is moved to that one's. */
  account: Account;
  /** Where it queues when it can run. */
  lane: Lane;
  /** It waits, for the host or for another job. */
  isParked = false;
  /** It stands in its lane. */
  isQueued = false;
  /** Its frames are being run: they must not be taken away. */
  isRunning = false;
  /** The end of a quantum has cut it short: it goes on in the next one. */
  isCut = false;
  /** What it is to be stopped with, once it no longer runs. */
  pendingStop: StopReason | null = null;
  isSettled = false;
  /** It runs beside the entries of the host, and was made by a script. */
  isTask = false;
  /** Among the tasks of its VM. */
  place = -1;
  /** Told how it ended, after whoever made it. */
  follower: ((outcome: JobOutcome) => void) | null = null;
  /** Told how a task ended, before its follower. */
  settled: Settled | null = null;
  readonly #settle: Settled;

  constructor(machine: Machine, fiber: Fiber, account: Account, lane: Lane, settle: Settled) {
    this.machine = machine;
    this.fiber = fiber;
    this.account = account;
    this.lane = lane;
    this.#settle = settle;
    fiber.job = this;
    account.add(this);
  }

  /** Ends the job, once. */
  settle(outcome: JobOutcome): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.account.remove(this);
    this.#settle(this, outcome);
    this.follower?.(outcome);
  }
}
