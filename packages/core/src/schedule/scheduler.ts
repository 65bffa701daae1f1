// The scheduler: shares one thread among VMs, a slice at a time, and gives the event loop its turn in between.
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import type { Account } from "../objects/account.ts";
import type { Job, StopReason } from "../objects/job.ts";
import { type Lane, Relay } from "../objects/lane.ts";
import type { MemoryKeeper } from "./memory-keeper.ts";
import { Alarm } from "./alarm.ts";
import {
  checkSchedulerOptions,
  checkTurn,
  type PumpResult,
  type SchedulerOptions,
  type SchedulerPlatform,
} from "./options.ts";
import { goBack, hurry, partOf } from "./quantum.ts";
import { Runner } from "./runner.ts";
import { nextStrand, type Share, Strand } from "./strand.ts";
import { Timer } from "./timer-heap.ts";

/** Quanta that a turn has while the clock does not move: one that stands still ends turns too. */
const MOST_STILL_QUANTA = 8;

/** Turns that a quantum takes between two looks at the clock; a power of two. */
const TURNS_A_LOOK = 32;

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
  /** The timers of all its VMs. @internal */
  readonly alarm: Alarm;
  readonly #runner: Runner;
  /** The least pass a strand had when it was chosen: where one that was idle joins. */
  #pass = 0;
  #isTurnPending = false;
  #isRehearsed = false;
  #isRunning = false;
  /** A call is being begun on its caller's stack. @internal */
  isStarting = false;

  /** Throws TypeError when an option is of the wrong type, RangeError when it is out of range. */
  constructor(options: SchedulerOptions) {
    checkSchedulerOptions(options);
    const { platform, sliceMs = 4, quantum, drive = "self" } = options;
    this.#platform = platform;
    this.#sliceMs = sliceMs;
    this.#fixedQuantum = quantum ?? null;
    this.#isSelfDriven = drive === "self";
    this.alarm = new Alarm(platform, this.#isSelfDriven);
    this.#runner = new Runner(
      () => platform.monotonic(),
      this.alarm,
      (machine) => this.#strands.get(machine),
    );
  }

  /** Number of jobs that could run now. */
  get readyCount(): number {
    let count = 0;
    for (const strand of this.#runnable) count += strand.readyCount;
    return count;
  }

  /** How many jobs have their scripts on the JS stack: each but the first was started by a host function of another. @internal */
  get depth(): number {
    return this.#runner.depth;
  }

  /** Let a VM run here with a share of the time; `memory` is asked for a census between its quanta. @internal */
  attach(machine: Machine, share: Share = DEFAULT_SHARE, memory: MemoryKeeper | null = null): Strand {
    const strand = new Strand(machine, share, memory, (before) => this.alarm.look(before));
    // A quantum of a fixed length has no end in time, and looks at no clock.
    machine.isLate = () => strand.endsAt < Number.POSITIVE_INFINITY && this.#platform.monotonic() > strand.endsAt;
    this.#strands.set(machine, strand);
    return strand;
  }

  /** Forget a VM, whose jobs have all ended. @internal */
  detach(machine: Machine): void {
    const strand = this.#strands.get(machine);
    if (strand === undefined) return;
    this.#runnable.delete(strand);
    this.#runner.parkedCount -= strand.parkedCount;
    strand.parkedCount = 0;
    this.#strands.delete(machine);
  }

  /** The lane of a VM's entries, and of its own event loop. @internal */
  laneOf(machine: Machine): Lane {
    return this.#strandOf(machine).lane;
  }

  /** Whether a VM has anything that could run now. @internal */
  isBusy(machine: Machine): boolean {
    const strand = this.#strands.get(machine);
    return strand !== undefined && !strand.isIdle;
  }

  /** Whether anything of a VM has a turn to come. @internal */
  hasTurns(machine: Machine): boolean {
    return this.#strands.get(machine)?.hasTurns ?? false;
  }

  /** Whether a VM has jobs, all of which wait. @internal */
  isWaiting(machine: Machine): boolean {
    const strand = this.#strands.get(machine);
    return strand !== undefined && strand.isIdle && strand.parkedCount > 0;
  }

  /** Start (or, after a park, go on with) a job in one of the next turns; `isFirst`: before what its VM runs now. @internal */
  add(job: Job, isFirst = false): void {
    this.#runner.unpark(job);
    if (job.isQueued || job.isSettled) return;
    const strand = this.#strandOf(job.machine);
    strand.accounts.add(job.account);
    if (isFirst) strand.pushFirst(job);
    else {
      job.isQueued = true;
      if (!strand.push(job, job.lane)) return;
    }
    if (strand.pausedAt === null) this.#wake(strand);
  }

  /** Have a relay run in its turn. @internal */
  relay(machine: Machine, relay: Relay, lane: Lane, dueAt?: number): void {
    const strand = this.#strandOf(machine);
    const isReady = dueAt === undefined ? strand.push(relay, lane) : strand.pushDue(relay, lane, dueAt);
    if (isReady && strand.pausedAt === null) this.#wake(strand);
  }

  /** Let what stands in a lane run, and what is added to it. @internal */
  open(machine: Machine, lane: Lane): void {
    const strand = this.#strandOf(machine);
    strand.open(lane);
    if (!strand.isIdle && strand.pausedAt === null) this.#wake(strand);
  }

  /** Stop the jobs of a VM at their next safe point, until `resume`; their wall time stands still. @internal */
  pause(machine: Machine): void {
    const strand = this.#strands.get(machine);
    if (strand === undefined || strand.pausedAt !== null) return;
    strand.pausedAt = this.#platform.monotonic();
    this.#runnable.delete(strand);
    for (const account of strand.accounts.all) {
      for (const job of account.jobs) if (job.isRunning) hurry(job);
    }
    strand.callOffWatch();
  }

  /** Let the jobs of a paused VM go on; what they waited for and has come is with them already. @internal */
  resume(machine: Machine): void {
    const strand = this.#strands.get(machine);
    if (strand === undefined || strand.pausedAt === null) return;
    const now = this.#platform.monotonic();
    const { pausedAt } = strand;
    strand.pausedAt = null;
    for (const account of strand.accounts.all) {
      account.pausedMs += now - Math.max(pausedAt, account.startedAt);
    }
    this.#runner.endOverdue(strand);
    if (!strand.isIdle) this.#wake(strand);
  }

  /** @internal */
  isPaused(machine: Machine): boolean {
    return (this.#strands.get(machine)?.pausedAt ?? null) !== null;
  }

  /** The longest that a VM has held the thread, in ms. @internal */
  worstMs(machine: Machine): number {
    return this.#strands.get(machine)?.worstMs ?? 0;
  }

  /**
   * Whether a call can begin on its caller's stack: nothing of any VM is there, and nothing of its own stands before it.
   *
   * @internal
   */
  canStart(machine: Machine): boolean {
    if (this.#isRunning || this.isStarting || this.#runner.depth > 0) return false;
    return this.#strands.get(machine)?.canStart ?? false;
  }

  /** Count what a call has run on its caller's stack. @internal */
  ran(machine: Machine, ranMs: number, safePoints: number): void {
    this.#strandOf(machine).ran(ranMs, this.#fixedQuantum === null ? ranMs : safePoints);
  }

  /** Go on with a job that has begun on its caller's stack, or end it, as it stands. @internal */
  adopt(job: Job): void {
    if (job.isSettled) return;
    const strand = this.#strandOf(job.machine);
    strand.accounts.add(job.account);
    this.#runner.see(job, job.account);
    this.#runner.keep(strand, job);
    if (!strand.isIdle) this.#wake(strand);
  }

  #strandOf(machine: Machine): Strand {
    return this.#strands.get(machine) ?? this.attach(machine);
  }

  #wake(strand: Strand): void {
    if (!this.#runnable.has(strand)) {
      strand.pass = Math.max(strand.pass, this.#pass);
      this.#runnable.add(strand);
      strand.machine.services.stateChanged();
    }
    this.#arrangeTurn();
  }

  /**
   * End a job before its time, without running any Python; one that is on the JS stack at its next safe point.
   *
   * @internal
   */
  stop(job: Job, reason: StopReason): void {
    this.#runner.stop(job, reason);
  }

  /**
   * Raise an exception in a job: at its next safe point, or where it waits, whose wait must be over already.
   *
   * @internal
   */
  throwInto(job: Job, error: PyException): void {
    if (job.isSettled) return;
    if (!job.isParked) {
      job.fiber.interrupt = error;
      if (job.isRunning) hurry(job);
      return;
    }
    job.fiber.raised = error;
    this.add(job);
  }

  /** Call back after `milliseconds`; answers what calls that off. */
  timer(milliseconds: number, callback: () => void): () => void {
    const timer = new Timer({ fire: callback });
    this.alarm.add(this.alarm.after(milliseconds), timer);
    return () => this.alarm.cancel(timer);
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
    // A call that was short until somebody asked what runs.
    if (job.pendingStop !== null) this.stop(job, job.pendingStop);
    const memory = this.#strands.get(machine)?.memory ?? null;
    const { account } = job;
    while (!job.isSettled) {
      if (memory !== null) {
        while (memory.isDue() && !memory.step(this.#runner.depth > 0));
        if (this.#stopForMemory(account, memory)) break;
      }
      const startedAt = this.#platform.monotonic();
      const quantum = this.#fixedQuantum ?? SYNCHRONOUS_QUANTUM;
      const ran = this.#runner.runJob(job, memory?.quantum(quantum) ?? quantum);
      const now = this.#platform.monotonic();
      account.spend(now - startedAt, machine.tookLibrary());
      memory?.ran(ran, now - startedAt);
      const limit = account.exceeded(now);
      if (limit !== null) this.#runner.stop(job, { kind: "limit", limit });
      if (!job.isSettled && fiber.park !== null) {
        this.#runner.stop(job, { kind: "wouldWait", operation: fiber.park.operation });
      }
    }
    machine.error = outerError;
    // What it has used counts against the script that it was called by.
    goBack(machine, outerFiber, outerBudget - account.instructions);
  }

  /**
   * Fire the timers that are due, then run jobs for at most about `milliseconds`; it overruns by one native step at most.
   * The host's frame may call this; from within a script's call it does nothing.
   */
  pump(options: { readonly milliseconds: number }): PumpResult {
    checkTurn(options);
    let now = this.#platform.monotonic();
    if (this.#isRunning) return this.#left(now);
    this.#isRunning = true;
    try {
      const end = now + options.milliseconds;
      this.alarm.fire(now);
      const start = now;
      let left = this.#fixedQuantum === null ? MOST_STILL_QUANTA : this.#runnable.size;
      while (this.#runnable.size > 0 && now < end && left > 0) {
        const strand = nextStrand(this.#runnable);
        this.#pass = strand.pass;
        now = this.#runQuantum(strand, now, end - now);
        if (this.#fixedQuantum !== null || now === start) left--;
      }
    } finally {
      this.#isRunning = false;
    }
    return this.#left(now);
  }

  #left(now: number): PumpResult {
    const nextAt = this.alarm.nextAt();
    const nextTimerMs = nextAt === Number.POSITIVE_INFINITY ? null : Math.max(0, nextAt - now);
    return { ready: this.readyCount, parked: this.#runner.parkedCount, nextTimerMs };
  }

  #arrangeTurn(): void {
    if (this.#isTurnPending || !this.#isSelfDriven) return;
    this.#isTurnPending = true;
    this.#platform.macrotask(() => {
      this.#isTurnPending = false;
      if (this.pump({ milliseconds: this.#sliceMs }).ready > 0) this.#arrangeTurn();
    });
  }

  /** Run one quantum of a VM; answers the time afterwards. */
  #runQuantum(strand: Strand, startedAt: number, leftMs: number): number {
    const part = Math.min(partOf(this.#sliceMs, this.#runnable.size), leftMs);
    if (strand.memory?.isDue() === true) return this.#count(strand, strand.memory, startedAt, part);
    const isMeasured = this.#fixedQuantum === null;
    const { machine, memory } = strand;
    if (isMeasured) strand.endsAt = startedAt + part;
    const quantum = this.#fixedQuantum ?? strand.quantumFor(part);
    let left = memory?.quantum(quantum) ?? quantum;
    let turns = 0;
    let last: Job | null = null;
    while (left > 0 && strand.pausedAt === null && machine.allocated <= machine.allotment) {
      const turn = strand.take();
      if (turn === null) break;
      if (turn instanceof Relay) {
        turn.run(machine, turn);
        left--;
      } else {
        last = turn;
        const account = turn.lane.account ?? turn.account;
        const ran = this.#runner.runJob(turn, left);
        if (account.ran < 0) {
          account.ran = 0;
          strand.touched.push(account);
        }
        account.ran += ran;
        left -= Math.max(1, ran);
        this.#runner.keep(strand, turn);
        if (isMeasured && turn.isCut) break;
      }
      // What a turn has done in the host is not measured in safe points.
      if ((++turns & (TURNS_A_LOOK - 1)) === 0 && isMeasured && this.#platform.monotonic() - startedAt >= part) break;
    }
    const ran = this.#runner.divide(strand, startedAt);
    const now = strand.seenAt;
    if (isMeasured) strand.measure(ran, now - startedAt);
    strand.pass += (isMeasured ? now - startedAt : ran) / strand.share.weight;
    if (!strand.hasTurn() && this.#runnable.delete(strand)) strand.machine.services.stateChanged();
    if (!this.#isRehearsed && isMeasured && last !== null && !last.isSettled) {
      this.#isRehearsed = true;
      strand.machine.services.rehearse();
    }
    return now;
  }

  /** Go on with the census that a VM is due, in place of its next job; answers the time afterwards. */
  #count(strand: Strand, memory: MemoryKeeper, startedAt: number, part: number): number {
    let now = startedAt;
    let isOver = false;
    do {
      isOver = memory.step(false);
      now = this.#platform.monotonic();
    } while (!isOver && now - startedAt < part);
    const { last } = strand;
    if (last !== null) last.activeTimeMs += now - startedAt;
    strand.pass += (this.#fixedQuantum === null ? now - startedAt : this.#fixedQuantum) / strand.share.weight;
    if (isOver && last !== null) this.#stopForMemory(last, memory);
    return now;
  }

  /** Stop what an account runs when more is alive than may be; one that has not begun may free it. Answers whether it was. */
  #stopForMemory(account: Account, memory: MemoryKeeper): boolean {
    if (!memory.isOver || account.instructions === 0) return false;
    this.#runner.stopAll(account, { kind: "limit", limit: "memoryBytes" });
    return true;
  }
}
