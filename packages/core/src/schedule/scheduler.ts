// The scheduler: shares one thread among VMs, a slice at a time, and gives the event loop its turn in between.
import { runFiber } from "../interpret/run.ts";
import { terminate } from "../interpret/terminate.ts";
import { keyboardInterruptType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newException } from "../protocol/raise.ts";
import type { Job } from "./job.ts";

/** What the scheduler needs of its platform. */
export interface SchedulerPlatform {
  monotonic(): number;
  macrotask(callback: () => void): void;
  timer(milliseconds: number, callback: () => void): () => void;
}

export interface SchedulerOptions {
  readonly platform: SchedulerPlatform;
  /** Length of one turn in ms, after which the event loop has the thread; default 4. */
  readonly sliceMs?: number;
  /** Run this many safe points at a time instead of measuring time: for tests and replay. */
  readonly quantum?: number;
}

/** Safe points run between two looks at the clock, at first. */
const FIRST_QUANTUM = 2_000;
const LEAST_QUANTUM = 50;
const MOST_QUANTUM = 200_000;
/** How long a quantum should last, in ms. */
const QUANTUM_MS = 0.5;

/** The jobs of one VM: within a VM the first runs until it parks or ends, so Python code is atomic between waits. */
interface Strand {
  readonly machine: Machine;
  readonly ready: Job[];
}

export class Scheduler {
  readonly #platform: SchedulerPlatform;
  readonly #sliceMs: number;
  readonly #fixedQuantum: number | null;
  readonly #strands: Strand[] = [];
  /** Jobs that wait, each with what calls off the end of its time. */
  readonly #parked: Map<Job, () => void> = new Map();
  #quantum: number = FIRST_QUANTUM;
  #isTurnPending = false;
  #isRehearsed = false;

  constructor(options: SchedulerOptions) {
    this.#platform = options.platform;
    this.#sliceMs = options.sliceMs ?? 4;
    this.#fixedQuantum = options.quantum ?? null;
  }

  /** Number of jobs that could run now. */
  get readyCount(): number {
    return this.#strands.reduce((count, strand) => count + strand.ready.length, 0);
  }

  /** Start (or, after a park, go on with) a job in one of the next turns. */
  add(job: Job): void {
    this.#unpark(job);
    const strand = this.#strands.find((entry) => entry.machine === job.machine);
    if (strand === undefined) this.#strands.push({ machine: job.machine, ready: [job] });
    else strand.ready.push(job);
    this.#arrangeTurn();
  }

  /** End a job before its time, without running any Python. */
  cancel(job: Job): void {
    this.#remove(job);
    this.#unpark(job);
    terminate(job.machine, job.fiber);
    job.settle({ isCancelled: true });
  }

  /** Raise KeyboardInterrupt in a job at its next safe point; a parked one is woken. */
  interrupt(job: Job): void {
    const error = newException(keyboardInterruptType);
    if (job.fiber.park === null) {
      job.machine.interrupt = error;
      return;
    }
    // It stands within the call that waits.
    job.fiber.park = null;
    job.fiber.raised = error;
    this.add(job);
  }

  /** Run for at most about `milliseconds`; answers whether there is more to run. The host's frame may call this. */
  pump(options: { readonly milliseconds: number }): boolean {
    let now = this.#platform.monotonic();
    const end = now + options.milliseconds;
    while (this.#strands.length > 0 && now < end) {
      const strand = this.#strands.shift() as Strand;
      this.#strands.push(strand);
      now = this.#runQuantum(strand, now);
    }
    return this.#strands.length > 0;
  }

  #arrangeTurn(): void {
    if (this.#isTurnPending) return;
    this.#isTurnPending = true;
    this.#platform.macrotask(() => {
      this.#isTurnPending = false;
      if (this.pump({ milliseconds: this.#sliceMs })) this.#arrangeTurn();
    });
  }

  /** Run one quantum of a VM; answers the time afterwards. */
  #runQuantum(strand: Strand, startedAt: number): number {
    const job = strand.ready[0] as Job;
    const { machine, fiber } = job;
    const quantum = this.#fixedQuantum ?? this.#quantum;
    const budget = Math.min(quantum, job.limits.instructions - job.instructions + 1);
    machine.budget = budget;
    let failure: unknown;
    let isBroken = false;
    try {
      runFiber(machine, fiber);
    } catch (error) {
      failure = error;
      isBroken = true;
    }
    const now = this.#platform.monotonic();
    job.instructions += budget - machine.budget;
    job.activeTimeMs += now - startedAt;
    if (this.#fixedQuantum === null && budget === quantum) this.#tune(now - startedAt, budget - machine.budget);
    if (isBroken) {
      this.#remove(job);
      job.settle({ internal: failure });
      return now;
    }
    if (fiber.isDone) {
      this.#remove(job);
      job.settle(fiber.failure === null ? { value: fiber.result } : { error: fiber.failure });
      return now;
    }
    if (!this.#isRehearsed && this.#fixedQuantum === null) {
      this.#isRehearsed = true;
      machine.services.rehearse();
    }
    const limit = job.exceeded(now);
    if (limit !== null) {
      this.#remove(job);
      terminate(machine, fiber);
      job.settle({ limit });
    } else if (fiber.park !== null) {
      this.#remove(job);
      this.#park(job, now);
    }
    return now;
  }

  /** Keep a job that waits, no longer than its wall time. */
  #park(job: Job, now: number): void {
    const left = job.limits.wallTimeMs - (now - job.startedAt);
    const callOff = left === Number.POSITIVE_INFINITY ? () => {} : this.#platform.timer(left, () => this.#expire(job));
    this.#parked.set(job, callOff);
  }

  #unpark(job: Job): void {
    this.#parked.get(job)?.();
    this.#parked.delete(job);
  }

  /** The wall time of a waiting job is over. */
  #expire(job: Job): void {
    if (!this.#parked.delete(job)) return;
    terminate(job.machine, job.fiber);
    job.settle({ limit: "wallTimeMs" });
  }

  /** Bring the length of a quantum towards its aim. */
  #tune(elapsedMs: number, ran: number): void {
    if (ran < this.#quantum / 2) return;
    const aim = elapsedMs <= 0 ? this.#quantum * 2 : (this.#quantum * QUANTUM_MS) / elapsedMs;
    const next = Math.min(this.#quantum * 2, Math.max(this.#quantum / 4, aim));
    this.#quantum = Math.round(Math.min(MOST_QUANTUM, Math.max(LEAST_QUANTUM, next)));
  }

  #remove(job: Job): void {
    const at = this.#strands.findIndex((strand) => strand.machine === job.machine);
    if (at < 0) return;
    const { ready } = this.#strands[at] as Strand;
    const index = ready.indexOf(job);
    if (index >= 0) ready.splice(index, 1);
    if (ready.length === 0) this.#strands.splice(at, 1);
  }
}
