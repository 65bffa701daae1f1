// A strand: what one VM has to run, its share of the thread, and how fast it runs.
import type { Account } from "../objects/account.ts";
import { Job } from "../objects/job.ts";
import { type DueTurn, Lane, type Relay, type Turn } from "../objects/lane.ts";
import type { Machine } from "../objects/machine.ts";
import { Ring } from "../objects/ring.ts";
import { Roster } from "../objects/roster.ts";
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
 * Within a VM a job runs until it parks or ends, so Python code is atomic between waits. `pass` is the time that it has had,
 * divided by its weight (stride scheduling, Waldspurger 1995): the least pass runs next.
 */
export class Strand {
  readonly machine: Machine;
  readonly share: Share;
  /** Null: nobody looks after its memory. */
  readonly memory: MemoryKeeper | null;
  /** Fires the timers that are due, if there are any before a time. */
  readonly #fire: (before: number) => void;
  /** Where entries of the host stand, and the tasks of the VM's own event loop. */
  readonly lane: Lane = new Lane();
  /** Lanes with something to run. */
  readonly #lanes: Ring<Lane> = new Ring();
  /** Jobs that a quantum's end has cut short, or that go before all else: the last one goes on first. */
  readonly #under: Job[] = [];
  /** Accounts of jobs that have not ended. */
  readonly accounts: Roster<Account> = new Roster();
  /** Accounts that have run in the quantum under way. */
  readonly touched: Account[] = [];
  /** What ran last. */
  last: Account | null = null;
  /** When the last quantum ended, on the monotonic clock. */
  seenAt = 0;
  /** When the quantum under way should end, on the monotonic clock. */
  endsAt: number = Number.POSITIVE_INFINITY;
  /** The longest of its quanta, in ms. */
  worstMs = 0;
  /** Jobs that wait. */
  parkedCount = 0;
  /** When the wall times of its accounts are looked at next, on the monotonic clock; Infinity for never. */
  watchedAt: number = Number.POSITIVE_INFINITY;
  #callOff: (() => void) | null = null;
  pass = 0;
  /** Since when its VM is paused, on the monotonic clock; null while it is not. */
  pausedAt: number | null = null;
  /** Safe points per ms, as measured. */
  #rate = FIRST_RATE;

  constructor(machine: Machine, share: Share, memory: MemoryKeeper | null, fire: (before: number) => void = () => {}) {
    this.machine = machine;
    this.share = share;
    this.memory = memory;
    this.#fire = fire;
  }

  /** The wall times of its accounts are looked at at a time, unless `callOff` is called. */
  watch(at: number, callOff: () => void): void {
    this.watchedAt = at;
    this.#callOff = callOff;
  }

  callOffWatch(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.watchedAt = Number.POSITIVE_INFINITY;
  }

  /** Whether a call can begin without waiting for its turn. */
  get canStart(): boolean {
    return this.isIdle && this.pausedAt === null && this.memory?.isDue() !== true;
  }

  /** Count `cost` against its share, for what has held the thread so long at a time. */
  ran(ranMs: number, cost: number): void {
    if (ranMs > this.worstMs) this.worstMs = ranMs;
    this.pass += cost / this.share.weight;
  }

  /** Whether there is nothing that could run. */
  get isIdle(): boolean {
    return this.#under.length === 0 && this.#lanes.size === 0;
  }

  /** Whether anything will have a turn: what has been stopped in its lane will not. */
  get hasTurns(): boolean {
    if (this.#under.some((job) => !job.isSettled)) return true;
    for (const { turns, due } of this.#lanes) {
      if (due.length > 0) return true;
      for (const turn of turns) if (!(turn instanceof Job) || !turn.isSettled) return true;
    }
    return false;
  }

  /** How much could run now. */
  get readyCount(): number {
    let count = this.#under.length;
    for (const lane of this.#lanes) count += lane.turns.size;
    return count;
  }

  /** Let a job or relay have its turn; whether it can have it, its lane being open. */
  push(turn: Turn, lane: Lane): boolean {
    lane.turns.push(turn);
    if (lane.isOpen) this.#join(lane);
    return lane.isOpen;
  }

  /** Let a relay that was due at a time have its turn; see `push`. */
  pushDue(turn: Relay, lane: Lane, at: number): boolean {
    if (lane.isOpen && !lane.isBatchBegun) return this.push(turn, lane);
    const { due } = lane;
    let place = due.length;
    while (place > 0 && (due[place - 1] as DueTurn).at > at) place--;
    due.splice(place, 0, { turn, at });
    return false;
  }

  /** What is due in an open lane, as far as anyone knows, stands in it. */
  #settle(lane: Lane): void {
    // Where the next timer is the one that watches its wall time, nothing that runs is due.
    this.#fire(this.watchedAt - 1);
    lane.isBatchBegun = false;
    for (const { turn } of lane.due.splice(0)) lane.turns.push(turn);
    if (lane.turns.size > 0) this.#join(lane);
  }

  /** Let a job go before all else, as one that was cut short does. */
  pushFirst(job: Job): void {
    this.#under.push(job);
  }

  /** Let what stands in a lane run, as one batch after another. */
  open(lane: Lane): void {
    lane.isOpen = true;
    lane.isBatchBegun = true;
    this.#settle(lane);
  }

  /** What runs next; null when there is nothing. */
  take(): Turn | null {
    for (let job = this.#under.pop(); job !== undefined; job = this.#under.pop()) if (!job.isSettled) return job;
    for (let lane = this.#next(); lane !== null; lane = this.#next()) {
      lane.left--;
      const turn = lane.turns.take() as Turn;
      if (turn instanceof Job) {
        turn.isQueued = false;
        if (turn.isSettled) continue;
      }
      return turn;
    }
    return null;
  }

  /** Whether something could run now; ends the batches that are over. */
  hasTurn(): boolean {
    return this.#under.length > 0 || this.#next() !== null;
  }

  /** The lane whose batch goes on, or begins. */
  #next(): Lane | null {
    for (let lane = this.#lanes.first; lane !== undefined; lane = this.#lanes.first) {
      if (!lane.isBatchBegun) {
        lane.isBatchBegun = true;
        lane.left = lane.isOpen ? lane.turns.size : 0;
      }
      if (lane.left > 0) return lane;
      this.#lanes.take();
      lane.isWaiting = false;
      lane.batchEnded?.();
      if (lane.isOpen) this.#settle(lane);
      else lane.isBatchBegun = false;
    }
    return null;
  }

  #join(lane: Lane): void {
    if (lane.isWaiting) return;
    lane.isWaiting = true;
    this.#lanes.push(lane);
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

/** The strand whose turn it is, of at least one: the highest priority, then the least pass. */
export function nextStrand(runnable: Iterable<Strand>): Strand {
  let best: Strand | null = null;
  for (const strand of runnable) {
    const isFirst = best === null || strand.share.priority > best.share.priority;
    if (isFirst || (strand.share.priority === best?.share.priority && strand.pass < best.pass)) best = strand;
  }
  return best as Strand;
}
