// The entries of one life of a VM: runs and calls of the host that are under way, and what they have used.
import type { CallArguments, CallBounds } from "../host/boundary.ts";
import { deliver } from "../interpret/deliver.ts";
import type { PyException } from "../objects/exception.ts";
import type { Fiber } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import { Roster } from "../objects/roster.ts";
import type { Result, Value } from "../objects/value.ts";
import { Account, type JobLimits } from "../objects/account.ts";
import { Job, type JobOutcome, type Settled } from "../objects/job.ts";
import type { Lane } from "../objects/lane.ts";
import type { Scheduler } from "../schedule/scheduler.ts";
import { type JobNow, type ShortCall, ShortCalls } from "./short-calls.ts";

/** Begins an entry, in a fiber of its own: answers its value, or undefined after raising or pushing a frame. */
export type Operation = (vm: Machine) => Result;

/** How an entry has ended. */
export class Ended {
  readonly fiber: Fiber;
  readonly outcome: JobOutcome;

  constructor(fiber: Fiber, outcome: JobOutcome) {
    this.fiber = fiber;
    this.outcome = outcome;
  }
}

export interface EntriesOptions {
  readonly machine: Machine;
  readonly scheduler: Scheduler;
  readonly limits: JobLimits;
  readonly monotonic: () => number;
  /** An entry has begun or ended. */
  readonly changed: () => void;
  /** A call that needed no job has passed so many safe points. */
  readonly calledShortly: (instructions: number) => void;
  /** An error of the engine has ended a task. */
  readonly taskBroke: (fiber: Fiber, error: unknown) => void;
}

/** Safe points that a call may pass on its caller's stack before it goes on in the scheduler's turns. */
const START_QUANTUM = 300;

const UNBOUNDED: CallBounds = Object.freeze({});

export class Entries {
  readonly #machine: Machine;
  readonly #scheduler: Scheduler;
  readonly #limits: JobLimits;
  readonly #monotonic: () => number;
  readonly #changed: () => void;
  readonly #calledShortly: (instructions: number) => void;
  readonly #taskBroke: (fiber: Fiber, error: unknown) => void;
  /** What the host has begun. */
  readonly #jobs: Set<Job> = new Set();
  /** What scripts have begun beside it, in event loops. */
  readonly #tasks: Roster<Job> = new Roster();
  readonly #shortCalls: ShortCalls;
  #allEnded: (() => void) | null = null;
  /** What the entries that have ended used. */
  instructions = 0;
  activeTimeMs = 0;
  /** What has been written since there was no entry, in UTF-16 units. */
  output = 0;

  constructor(options: EntriesOptions) {
    this.#machine = options.machine;
    this.#scheduler = options.scheduler;
    this.#limits = options.limits;
    this.#monotonic = options.monotonic;
    this.#changed = options.changed;
    this.#calledShortly = options.calledShortly;
    this.#taskBroke = options.taskBroke;
    this.#shortCalls = new ShortCalls(options.machine, options.limits.instructions);
  }

  /** Number of entries and tasks; short calls that nobody has asked about are none. */
  get count(): number {
    return this.#jobs.size + this.#tasks.size;
  }

  get jobs(): readonly Job[] {
    for (const call of this.#shortCalls.open) {
      if (call.now !== null) continue;
      call.now = this.#jobNow(call.fiber, this.#within(call.wallTimeMs));
      call.now.job.isRunning = true;
    }
    return [...this.#jobs, ...this.#tasks.all];
  }

  /** Those whose fibers are held by what runs. A task of a loop that does not run is held by that loop alone. */
  get fibers(): Fiber[] {
    const tasks = this.#tasks.all.filter(
      (job) => job.lane.isOpen || job.fiber.task === null || job.isRunning || job.isCut,
    );
    return [...this.#jobs, ...tasks, ...this.#shortCalls.open].map(({ fiber }) => fiber);
  }

  /** How many scripts are on the JS stack: each but the first was started by a host function of another. */
  get nesting(): number {
    return this.#scheduler.depth + this.#shortCalls.open.length;
  }

  /** What entries and tasks have used, those under way too. */
  used(): { readonly instructions: number; readonly activeTimeMs: number } {
    let { instructions, activeTimeMs } = this;
    for (const account of new Set(this.jobs.map((job) => job.account))) {
      instructions += account.instructions;
      activeTimeMs += account.activeTimeMs;
    }
    return { instructions, activeTimeMs };
  }

  /** Whether anything of the VM is on the JS stack. */
  get isRunning(): boolean {
    return this.#isWithinScript;
  }

  /**
   * A job for what runs beside the entry in whose fiber this is asked: on that one's account, or `isOwn` on one of its own,
   * with the same limits. `settled` is told how it ended.
   */
  newTask(fiber: Fiber, lane: Lane, isOwn: boolean, settled: Settled | null): Job {
    const { job: parent } = this.#machine.fiber;
    const shared = isOwn ? null : (lane.account ?? parent?.lane.account ?? parent?.account ?? null);
    const account = shared ?? new Account(this.#limits, this.#monotonic());
    const job = new Job(this.#machine, fiber, account, lane, this.#taskSettled);
    job.settled = settled;
    job.isTask = true;
    this.#tasks.add(job);
    return job;
  }

  /** One function for all tasks: there may be many. */
  readonly #taskSettled: Settled = (job, outcome) => {
    this.#tasks.delete(job);
    if (job.account.isOver) this.#total(job.account);
    job.settled?.(job, outcome);
    if (outcome.kind === "internal") this.#taskBroke(job.fiber, outcome.error);
    this.#ended();
  };

  /** Run an operation in the scheduler's turns, within bounds. */
  async run(operation: Operation, { signal, wallTimeMs }: CallBounds): Promise<Ended> {
    const fiber = this.#begin(operation);
    this.#forgetRequests();
    let abort: () => void = () => {};
    const outcome = await new Promise<JobOutcome>((resolve) => {
      const job = this.#enter(fiber, this.#within(wallTimeMs), resolve);
      abort = () => this.#scheduler.stop(job, { kind: "aborted", reason: signal?.reason });
      signal?.addEventListener("abort", abort, { once: true });
      this.#scheduler.add(job);
      this.#changed();
    });
    signal?.removeEventListener("abort", abort);
    return this.#finish(fiber, outcome);
  }

  /** Run an operation at once, on the caller's stack. */
  runNow(operation: Operation, limits: JobLimits = this.#limits): Ended {
    const fiber = this.#begin(operation);
    this.#forgetRequests();
    return this.#finishNow(fiber, this.#jobNow(fiber, limits));
  }

  /** Call at once: the value where that ends well within a quantum, else how it has ended. */
  callNow(callable: Value, args: readonly Value[], named: ReadonlyMap<string, Value> | null): Value | Ended {
    this.#forgetRequests();
    const call = this.#shortCalls.begin(callable, args, named);
    const value = this.#shortCalls.valueOf(call);
    if (value === undefined) return this.#goOn(call);
    if (!this.#isWithinScript) this.instructions += call.instructions;
    if (this.#isIdle) this.output = 0;
    this.#calledShortly(call.instructions);
    return value;
  }

  /** Whether a call can be begun now that goes on later: nothing of any VM is on the JS stack, and nothing of this one stands before it. */
  get canStart(): boolean {
    return !this.#isWithinScript && this.#scheduler.canStart(this.#machine);
  }

  /** Begin a call, where `canStart`: the value, or its failure, where that comes soon, else how it ends in the scheduler's turns. */
  start(callable: Value, { positional, named, bounds }: CallArguments): Value | Ended | Promise<Ended> {
    const { signal, wallTimeMs } = bounds?.bounds ?? UNBOUNDED;
    this.#forgetRequests();
    const startedAt = this.#monotonic();
    this.#scheduler.isStarting = true;
    const call = this.#shortCalls.begin(callable, positional, named, START_QUANTUM, wallTimeMs);
    this.#scheduler.isStarting = false;
    const value = this.#shortCalls.valueOf(call);
    const ranMs = this.#monotonic() - startedAt;
    this.#scheduler.ran(this.#machine, ranMs, call.instructions);
    const failure =
      call.now === null && call.broken === undefined && this.#machine.exceeded === null ? call.fiber.failure : null;
    if (value === undefined && failure === null) return this.#goOnLater(call, startedAt, ranMs, signal);
    this.instructions += call.instructions;
    this.activeTimeMs += ranMs;
    if (this.#isIdle) this.output = 0;
    this.#calledShortly(call.instructions);
    return value ?? new Ended(call.fiber, { kind: "error", error: failure as PyException });
  }

  /** Give a call that has begun to the scheduler, as far as it has come. */
  async #goOnLater(call: ShortCall, startedAt: number, ranMs: number, signal: AbortSignal | undefined): Promise<Ended> {
    const { broken, fiber, instructions } = call;
    const limits = this.#within(call.wallTimeMs);
    let abort: () => void = () => {};
    const outcome = await new Promise<JobOutcome>((resolve) => {
      // Somebody may have asked what runs.
      const job = call.now?.job ?? this.#enter(fiber, limits, resolve, startedAt);
      job.follower = resolve;
      if (call.now?.outcome != null) resolve(call.now.outcome);
      job.isRunning = false;
      job.account.instructions += instructions;
      job.account.activeTimeMs += ranMs;
      abort = () => this.#scheduler.stop(job, { kind: "aborted", reason: signal?.reason });
      signal?.addEventListener("abort", abort, { once: true });
      if (broken !== undefined) job.settle({ kind: "internal", error: broken });
      this.#scheduler.adopt(job);
      this.#changed();
    });
    signal?.removeEventListener("abort", abort);
    return this.#finish(fiber, outcome);
  }

  #within(wallTimeMs: number | undefined): JobLimits {
    const own = this.#limits;
    return wallTimeMs === undefined || wallTimeMs >= own.wallTimeMs ? own : { ...own, wallTimeMs };
  }

  /** Run an operation before whatever else runs. What becomes of it concerns nobody. */
  addFirst(operation: Operation): void {
    const fiber = this.#begin(operation);
    const job = this.#enter(fiber, this.#limits, (outcome) => this.#finish(fiber, outcome));
    this.#scheduler.add(job, true);
  }

  /** Whether all has ended that can: tasks of a loop that nobody runs can not. */
  get isDrained(): boolean {
    if (this.#jobs.size > 0) return false;
    if (this.#tasks.some(({ lane }) => lane.isOpen)) return false;
    // A callback that waits for its turn is no job yet.
    return !this.#scheduler.hasTurns(this.#machine);
  }

  /** Resolves when all has ended that can. */
  async allEnded(): Promise<void> {
    if (!this.isDrained) {
      await new Promise<void>((resolve) => {
        this.#allEnded = resolve;
      });
    }
    this.#allEnded = null;
  }

  /** Whether a script of this VM is on the JS stack. */
  get #isWithinScript(): boolean {
    return this.#shortCalls.open.length > 0 || this.#machine.fiber.job?.isRunning === true;
  }

  get #isIdle(): boolean {
    return this.count === 0 && this.#shortCalls.open.length === 0;
  }

  /** A fiber in which the operation has begun; its failure may stand already. */
  #begin(operation: Operation): Fiber {
    const vm = this.#machine;
    const { fiber: outer, error } = vm;
    const fiber = vm.newFiber();
    vm.fiber = fiber;
    vm.error = null;
    const answer = operation(vm);
    if (answer !== undefined) deliver(vm, fiber, answer);
    else if (vm.error !== null) fiber.raised = vm.error;
    vm.error = error;
    vm.fiber = outer;
    return fiber;
  }

  #enter(
    fiber: Fiber,
    limits: JobLimits,
    settle: (outcome: JobOutcome) => void,
    startedAt: number = this.#monotonic(),
  ): Job {
    const account = new Account(limits, startedAt);
    const job = new Job(this.#machine, fiber, account, this.#scheduler.laneOf(this.#machine), (_job, outcome) =>
      settle(outcome),
    );
    this.#jobs.add(job);
    return job;
  }

  #jobNow(fiber: Fiber, limits: JobLimits): JobNow {
    const now: { job: Job | null; outcome: JobOutcome | null } = { job: null, outcome: null };
    now.job = this.#enter(fiber, limits, (outcome) => {
      now.outcome = outcome;
    });
    return now as JobNow;
  }

  /** Run a short call to its end that did not come at once. */
  #goOn(call: ShortCall): Ended {
    const now = call.now ?? this.#jobNow(call.fiber, this.#limits);
    now.job.account.instructions += call.instructions;
    now.job.isRunning = false;
    if (call.broken !== undefined) now.job.settle({ kind: "internal", error: call.broken });
    return this.#finishNow(call.fiber, now);
  }

  #finishNow(fiber: Fiber, now: JobNow): Ended {
    if (now.outcome === null) this.#scheduler.runNow(now.job);
    return this.#finish(fiber, now.outcome as unknown as JobOutcome);
  }

  /** Count what an entry has used, and forget it. */
  #finish(fiber: Fiber, outcome: JobOutcome): Ended {
    const job = fiber.job as Job;
    this.#jobs.delete(job);
    this.#total(job.account);
    this.#ended();
    return new Ended(fiber, outcome);
  }

  /** What a call has used that a script made through the host is part of what that script uses. */
  #total(account: Account): void {
    if (this.#isWithinScript) return;
    this.instructions += account.instructions;
    this.activeTimeMs += account.activeTimeMs;
  }

  #ended(): void {
    if (this.count === 0) {
      this.output = 0;
    }
    this.look();
    this.#changed();
  }

  /** Tell whoever waits for it when all has ended. */
  look(): void {
    if (this.#allEnded !== null && this.isDrained) this.#allEnded();
  }

  /** What other threads asked while nothing ran is forgotten, as `interrupt` is by an idle VM. */
  #forgetRequests(): void {
    if (this.#isIdle) this.#machine.requests?.drop();
  }
}
