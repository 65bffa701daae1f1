// The scheduler: shares one thread among VMs, a slice at a time, and gives the event loop its turn in between.
import { runFiber } from "../interpret/run.ts";
import { terminate } from "../interpret/terminate.ts";
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import type { Job, JobOutcome, StopReason } from "./job.ts";
import type { MemoryKeeper } from "./memory-keeper.ts";
import type { Value } from "../objects/value.ts";
import { Alarm } from "./alarm.ts";
import {
  checkSchedulerOptions,
  checkTurn,
  type PumpResult,
  type SchedulerOptions,
  type SchedulerPlatform,
} from "./options.ts";
import { placeOf } from "./place.ts";
import { type Share, Strand } from "./strand.ts";

/** A VM's part of a turn is at least this long, in ms: with more VMs than fit, the rest wait for the next turn. */
const LEAST_PART_MS = 0.1;
/** And at most this, so that interrupts and limits are seen soon. */
const MOST_PART_MS = 0.5;

/** Quanta that a turn has while the clock does not move: one that stands still ends turns too. */
const MOST_STILL_QUANTA = 8;

/** Safe points that a synchronous call runs between two looks at its limits. */
const SYNCHRONOUS_QUANTUM = 2_000;

const DEFAULT_SHARE: Share = { weight: 1, priority: 0 };

/** Shares one thread fairly among VMs: pass the same one to `createVM` for each. */
export class Scheduler {
  readonly #platform: SchedulerPlatform;
  readonly #sliceMs: number;
  readonly #fixedQuantum: number | null;
  readonly #isSelfDriven: boolean;
  readonly #strands: Map<Machine, Strand> = new Map();
  /** The strands with a job that can run. */
  readonly #runnable: Set<Strand> = new Set();
  readonly #alarm: Alarm;
  readonly #parked: Set<Job> = new Set();
  /** The least pass a strand had when it was chosen: where one that was idle joins. */
  #pass = 0;
  #isTurnPending = false;
  #isRehearsed = false;
  #isRunning = false;
  /** Jobs whose scripts are on the JS stack: each but the first was started by a host function of another. */
  #depth = 0;

  /** Throws TypeError when an option is of the wrong type, RangeError when it is out of range. */
  constructor(options: SchedulerOptions) {
    checkSchedulerOptions(options);
    const { platform, sliceMs = 4, quantum, drive = "self" } = options;
    this.#platform = platform;
    this.#sliceMs = sliceMs;
    this.#fixedQuantum = quantum ?? null;
    this.#isSelfDriven = drive === "self";
    this.#alarm = new Alarm(platform, this.#isSelfDriven);
  }

  /** Number of jobs that could run now. */
  get readyCount(): number {
    let count = 0;
    for (const strand of this.#runnable) count += strand.ready.length;
    return count;
  }

  /** How many jobs have their scripts on the JS stack: each but the first was started by a host function of another. @internal */
  get depth(): number {
    return this.#depth;
  }

  /** Let a VM run here with a share of the time; `memory` is asked for a census between its quanta. @internal */
  attach(machine: Machine, share: Share = DEFAULT_SHARE, memory: MemoryKeeper | null = null): void {
    this.#strands.set(machine, new Strand(machine, share, memory));
  }

  /** Forget a VM, whose jobs have all ended. @internal */
  detach(machine: Machine): void {
    const strand = this.#strands.get(machine);
    if (strand !== undefined) this.#runnable.delete(strand);
    this.#strands.delete(machine);
  }

  /** Start (or, after a park, go on with) a job in one of the next turns; `isFirst`: before what its VM runs now. @internal */
  add(job: Job, isFirst = false): void {
    this.#unpark(job);
    let strand = this.#strands.get(job.machine);
    if (strand === undefined) {
      this.attach(job.machine);
      strand = this.#strands.get(job.machine) as Strand;
    }
    if (isFirst) strand.ready.unshift(job);
    else strand.ready.push(job);
    if (strand.pausedAt === null) this.#wake(strand);
  }

  /** Stop the jobs of a VM at their next safe point, until `resume`; their wall time stands still. @internal */
  pause(machine: Machine): void {
    const strand = this.#strands.get(machine);
    if (strand === undefined || strand.pausedAt !== null) return;
    strand.pausedAt = this.#platform.monotonic();
    this.#runnable.delete(strand);
    const running = strand.ready.find((job) => job.isRunning && job.fiber === machine.fiber);
    if (running !== undefined && machine.budget > 0) {
      running.withheld += machine.budget;
      machine.budget = 0;
    }
    for (const job of this.#parked) if (job.machine === machine) this.#callOffDeadline(job);
  }

  /** Let the jobs of a paused VM go on; what they waited for and has come is with them already. @internal */
  resume(machine: Machine): void {
    const strand = this.#strands.get(machine);
    if (strand === undefined || strand.pausedAt === null) return;
    const now = this.#platform.monotonic();
    const { pausedAt } = strand;
    strand.pausedAt = null;
    const parked = [...this.#parked].filter((job) => job.machine === machine);
    for (const job of [...strand.ready, ...parked]) job.pausedMs += now - Math.max(pausedAt, job.startedAt);
    for (const job of parked) this.#setDeadline(job, now);
    if (strand.ready.length > 0) this.#wake(strand);
  }

  /** @internal */
  isPaused(machine: Machine): boolean {
    return (this.#strands.get(machine)?.pausedAt ?? null) !== null;
  }

  #wake(strand: Strand): void {
    if (!this.#runnable.has(strand)) {
      strand.pass = Math.max(strand.pass, this.#pass);
      this.#runnable.add(strand);
    }
    this.#arrangeTurn();
  }

  /**
   * End a job before its time, without running any Python; one that is on the JS stack at its next safe point.
   *
   * @internal
   */
  stop(job: Job, reason: StopReason): void {
    if (job.isSettled) return;
    if (job.isRunning) {
      job.pendingStop ??= reason;
      job.machine.budget = 0;
      return;
    }
    const place = placeOf(job.fiber);
    job.machine.services.abandon(job.fiber);
    this.#remove(job);
    this.#unpark(job);
    terminate(job.machine, job.fiber);
    job.settle({ kind: "stopped", reason, place });
  }

  /**
   * Raise an exception in a job: at its next safe point, or where it waits, whose wait must be over already.
   *
   * @internal
   */
  throwInto(job: Job, error: PyException): void {
    if (!job.isParked) {
      job.fiber.interrupt = error;
      return;
    }
    job.fiber.raised = error;
    this.add(job);
  }

  /** Call back after `milliseconds`; answers what calls that off. */
  timer(milliseconds: number, callback: () => void): () => void {
    const timer = this.#alarm.add(milliseconds, callback);
    return () => this.#alarm.cancel(timer);
  }

  /**
   * Run a job to its end at once, on the JS stack of the caller, which may itself be called by a script. It cannot wait:
   * where it would have to, it is stopped.
   *
   * @internal
   */
  runNow(job: Job): void {
    const { machine, fiber } = job;
    const { fiber: outerFiber, error: outerError, budget: outerBudget } = machine;
    machine.error = null;
    const memory = this.#strands.get(machine)?.memory ?? null;
    let now = job.startedAt;
    while (!job.isSettled) {
      if (memory !== null) {
        while (memory.isDue() && !memory.step(this.#depth > 0));
        if (this.#stopForMemory(job, memory)) break;
      }
      this.#runJob(job, this.#fixedQuantum ?? SYNCHRONOUS_QUANTUM, now);
      now = this.#platform.monotonic();
      if (!job.isSettled && fiber.park !== null) {
        this.stop(job, { kind: "wouldWait", operation: fiber.park.operation });
      }
    }
    machine.fiber = outerFiber;
    machine.error = outerError;
    // What it has used counts against the script that it was called by.
    machine.budget = outerBudget - job.instructions;
  }

  /**
   * Fire the timers that are due, then run jobs for at most about `milliseconds`; it overruns by one native step at most.
   * The host's frame may call this; from within a script's call it does nothing.
   */
  pump(options: { readonly milliseconds: number }): PumpResult {
    checkTurn(options.milliseconds);
    let now = this.#platform.monotonic();
    if (this.#isRunning) return this.#left(now);
    this.#isRunning = true;
    try {
      const end = now + options.milliseconds;
      this.#alarm.fire(now);
      const start = now;
      let left = this.#fixedQuantum === null ? MOST_STILL_QUANTA : this.#runnable.size;
      while (this.#runnable.size > 0 && now < end && left > 0) {
        now = this.#runQuantum(this.#choose(), now, end - now);
        if (this.#fixedQuantum !== null || now === start) left--;
      }
    } finally {
      this.#isRunning = false;
    }
    return this.#left(now);
  }

  #left(now: number): PumpResult {
    const nextAt = this.#alarm.nextAt();
    const nextTimerMs = nextAt === Number.POSITIVE_INFINITY ? null : Math.max(0, nextAt - now);
    return { ready: this.readyCount, parked: this.#parked.size, nextTimerMs };
  }

  #arrangeTurn(): void {
    if (this.#isTurnPending || !this.#isSelfDriven) return;
    this.#isTurnPending = true;
    this.#platform.macrotask(() => {
      this.#isTurnPending = false;
      if (this.pump({ milliseconds: this.#sliceMs }).ready > 0) this.#arrangeTurn();
    });
  }

  /** The strand whose turn it is. */
  #choose(): Strand {
    let best: Strand | null = null;
    for (const strand of this.#runnable) {
      if (
        best === null ||
        strand.share.priority > best.share.priority ||
        (strand.share.priority === best.share.priority && strand.pass < best.pass)
      ) {
        best = strand;
      }
    }
    this.#pass = (best as Strand).pass;
    return best as Strand;
  }

  /** Run one quantum of a VM; answers the time afterwards. */
  #runQuantum(strand: Strand, startedAt: number, leftMs: number): number {
    const job = strand.ready[0] as Job;
    const part = Math.min(MOST_PART_MS, Math.max(LEAST_PART_MS, this.#sliceMs / this.#runnable.size), leftMs);
    if (strand.memory?.isDue() === true) return this.#count(strand, strand.memory, job, startedAt, part);
    const quantum = this.#fixedQuantum ?? strand.quantumFor(part);
    const before = job.instructions;
    const now = this.#runJob(job, quantum, startedAt);
    const ran = job.instructions - before;
    if (this.#fixedQuantum === null) strand.measure(ran, now - startedAt);
    strand.pass += (this.#fixedQuantum === null ? now - startedAt : ran) / strand.share.weight;
    if (!job.isSettled && job.fiber.park !== null) {
      this.#remove(job);
      this.#park(job, now);
    }
    if (!this.#isRehearsed && !job.isSettled && this.#fixedQuantum === null) {
      this.#isRehearsed = true;
      job.machine.services.rehearse();
    }
    return now;
  }

  /** Go on with the census that a VM is due, in place of its next job; answers the time afterwards. */
  #count(strand: Strand, memory: MemoryKeeper, job: Job, startedAt: number, part: number): number {
    let now = startedAt;
    let isOver = false;
    do {
      isOver = memory.step(false);
      now = this.#platform.monotonic();
    } while (!isOver && now - startedAt < part);
    job.activeTimeMs += now - startedAt;
    strand.pass += (this.#fixedQuantum === null ? now - startedAt : this.#fixedQuantum) / strand.share.weight;
    if (isOver) this.#stopForMemory(job, memory);
    return now;
  }

  /** Stop a job when more is alive than may be; one that has not begun may free it. Answers whether it was. */
  #stopForMemory(job: Job, memory: MemoryKeeper): boolean {
    if (!memory.isOver || job.instructions === 0) return false;
    this.stop(job, { kind: "limit", limit: "memoryBytes" });
    return true;
  }

  /** Run a job for one quantum; settles it when that ends it. Answers the time afterwards. */
  #runJob(job: Job, quantum: number, startedAt: number): number {
    const { machine, fiber } = job;
    machine.requests?.poll();
    if (job.isSettled) return startedAt;
    const budget = Math.min(quantum, job.limits.instructions - job.instructions + 1);
    machine.budget = budget;
    job.isRunning = true;
    this.#depth++;
    let broken: JobOutcome | null = null;
    try {
      runFiber(machine, fiber);
    } catch (error) {
      broken = { kind: "internal", error };
    }
    job.isRunning = false;
    this.#depth--;
    const now = this.#platform.monotonic();
    job.instructions += budget - machine.budget - job.withheld;
    job.withheld = 0;
    job.activeTimeMs += now - startedAt;
    this.#strands.get(machine)?.memory?.ran(budget - machine.budget, now - startedAt);
    if (broken !== null) {
      this.#remove(job);
      job.settle(broken);
    } else this.#see(job, now);
    return now;
  }

  /** What has become of a job that has run. */
  #see(job: Job, now: number): void {
    const { fiber } = job;
    const limit = fiber.isDone ? job.machine.exceeded : job.exceeded(now);
    job.machine.exceeded = null;
    if (job.pendingStop !== null) this.stop(job, job.pendingStop);
    else if (limit !== null) this.stop(job, { kind: "limit", limit });
    else if (fiber.isDone) {
      this.#remove(job);
      const { failure } = fiber;
      job.settle(
        failure === null ? { kind: "value", value: fiber.result as Value } : { kind: "error", error: failure },
      );
    }
  }

  /** Keep a job that waits, no longer than its wall time. */
  #park(job: Job, now: number): void {
    job.isParked = true;
    this.#parked.add(job);
    job.machine.services.stateChanged();
    if (!this.isPaused(job.machine)) this.#setDeadline(job, now);
  }

  #setDeadline(job: Job, now: number): void {
    const left = job.limits.wallTimeMs - (now - job.startedAt - job.pausedMs);
    if (left === Number.POSITIVE_INFINITY) return;
    job.deadline = this.#alarm.add(left, () => this.stop(job, { kind: "limit", limit: "wallTimeMs" }));
  }

  #unpark(job: Job): void {
    if (!this.#parked.delete(job)) return;
    job.isParked = false;
    this.#callOffDeadline(job);
    job.machine.services.stateChanged();
  }

  #callOffDeadline(job: Job): void {
    if (job.deadline !== null) this.#alarm.cancel(job.deadline);
    job.deadline = null;
  }

  #remove(job: Job): void {
    const strand = this.#strands.get(job.machine);
    if (strand === undefined) return;
    const index = strand.ready.indexOf(job);
    if (index >= 0) strand.ready.splice(index, 1);
    if (strand.ready.length === 0) this.#runnable.delete(strand);
  }
}
