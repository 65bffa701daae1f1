// A lane: what is ready to run in one event loop, in batches, first in, first out.
import type { Account } from "./account.ts";
import type { Job } from "./job.ts";
import type { Machine } from "./machine.ts";
import type { PyObject } from "./value.ts";
import { Ring } from "./ring.ts";

/** Something short that an event loop does between its jobs, without any Python; it may add a job that goes first. */
export class Relay {
  /** Static code, which gets the relay itself. */
  readonly run: (vm: Machine, relay: Relay) => void;
  /** What Python gets of it. */
  readonly holds: PyObject | null;
  /** What it is about besides; something else keeps that alive. */
  readonly about: unknown;

  constructor(run: (vm: Machine, relay: Relay) => void, holds: PyObject | null = null, about: unknown = null) {
    this.run = run;
    this.holds = holds;
    this.about = about;
  }
}

export type Turn = Job | Relay;

/** Something whose time has come while a batch was under way. */
export interface DueTurn {
  readonly turn: Relay;
  readonly at: number;
}

/**
 * What stands in a lane when a batch begins is the batch: what is added meanwhile belongs to the next one. Jobs of a VM that
 * has several lanes run batch by batch in turns.
 */
export class Lane {
  readonly turns: Ring<Turn> = new Ring();
  /** What joins them at the end of the batch, or when the lane is opened, in the order of its time. */
  readonly due: DueTurn[] = [];
  /** What its jobs use is charged to this account; null: each job has its own. */
  account: Account | null = null;
  /** Nothing runs from a closed lane: what is added waits until it is opened. */
  isOpen = true;
  /** It is among the lanes that its VM runs. */
  isWaiting = false;
  isBatchBegun = false;
  /** Turns left of the batch. */
  left = 0;
  /** Asked at the end of each batch; null when nobody is. */
  batchEnded: (() => void) | null = null;
}
