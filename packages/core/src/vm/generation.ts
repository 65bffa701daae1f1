// One life of a VM, from its making (or last reset) to its end: the machine, its entries, what the host still owes it.
import { awaitValue, callAndAwait, isAwaited } from "../host/awaitable.ts";
import type { Boundary } from "../host/boundary.ts";
import {
  ClosedError,
  HandleError,
  InternalError,
  LimitError,
  PausedError,
  TerminatedError,
  WouldWaitError,
} from "../host/errors.ts";
import { Handles } from "../host/handles.ts";
import { Natives } from "../host/native/natives.ts";
import { errorFrom, raiseFromJs } from "../host/js-error.ts";
import { toJs } from "../host/to-js.ts";
import { argumentsToPython, toPython } from "../host/to-python.ts";
import { deliver } from "../interpret/deliver.ts";
import { keyboardInterruptType } from "../objects/exception-types.ts";
import type { Fiber } from "../objects/frame.ts";
import { HostBox } from "../objects/host-values.ts";
import { finalize } from "../modules/gc/finalize.ts";
import type { Garbage, Machine } from "../objects/machine.ts";
import type { PyModule } from "../objects/module.ts";
import type { Result, Value } from "../objects/value.ts";
import { newException } from "../protocol/raise.ts";
import { Job, type JobLimits, type JobOutcome, type StopReason } from "../schedule/job.ts";
import type { Scheduler } from "../schedule/scheduler.ts";
import { fiberTraceback } from "./fiber-traceback.ts";
import { Operations } from "./operations.ts";
import { Memory } from "./memory.ts";
import type { VMLimits } from "./options.ts";
import { type JobNow, type ShortCall, ShortCalls } from "./short-calls.ts";
import { Timers } from "./timers.ts";

/** Safe points that describing a value may take: a `__repr__` that loops must not hang the host. */
const TRY_BUDGET = 1_000_000;

export interface GenerationOptions {
  readonly machine: Machine;
  readonly vmName: string;
  readonly scheduler: Scheduler;
  readonly limits: Required<VMLimits>;
  readonly monotonic: () => number;
  /** An entry has begun, ended, or begun or ended to wait. */
  readonly changed: () => void;
  /** An error of the engine: the VM must not go on. */
  readonly broke: (error: InternalError) => void;
}

export class Generation implements Boundary {
  readonly machine: Machine;
  readonly vmName: string;
  readonly handles: Handles = new Handles();
  readonly natives: Natives = new Natives();
  /** What the host has registered, by name. */
  readonly nativeModules: Map<string, PyModule> = new Map();
  readonly operations: Operations = new Operations();
  readonly timers: Timers;
  readonly memory: Memory;
  readonly #scheduler: Scheduler;
  readonly #limits: Required<VMLimits>;
  readonly #monotonic: () => number;
  /** An entry has begun, ended, or begun or ended to wait. */
  readonly changed: () => void;
  readonly #broke: (error: InternalError) => void;
  readonly #jobs: Map<Fiber, Job> = new Map();
  readonly #shortCalls: ShortCalls;
  /** Why nothing may enter any more; null while it may. */
  #end: "closed" | "reset" | null = null;
  /** What the entries that have ended used. */
  instructions = 0;
  activeTimeMs = 0;
  /** What the entries under way have written, in UTF-16 units. */
  output = 0;
  /** The VM is closing: an interrupt that nobody caught says so. */
  #isClosing = false;
  #allEnded: (() => void) | null = null;

  constructor(options: GenerationOptions) {
    this.machine = options.machine;
    this.vmName = options.vmName;
    this.#scheduler = options.scheduler;
    this.timers = new Timers(options.scheduler);
    this.#limits = options.limits;
    this.#monotonic = options.monotonic;
    this.changed = options.changed;
    this.#broke = options.broke;
    this.#shortCalls = new ShortCalls(options.machine, options.limits.instructions);
    this.memory = new Memory(
      this.machine,
      this.#limits.memoryBytes,
      () => ({
        fibers: [...this.#jobs.keys(), ...this.#shortCalls.open.map(({ fiber }) => fiber)],
        handles: [...this.handles.values(), ...this.natives.derivedObjects(), ...this.nativeModules.values()],
      }),
      (garbage) => this.#finalize(garbage),
      () => this.nesting > 0,
    );
  }

  /** The entries that are running or waiting. */
  get jobs(): readonly Job[] {
    this.#registerShortCalls();
    return [...this.#jobs.values()];
  }

  check(): void {
    if (this.#end === "closed") throw new ClosedError(this.vmName);
    if (this.#end === "reset") throw new HandleError(`an object of ${this.vmName} was used after its reset`);
  }

  toJs(value: Value): unknown {
    return toJs(this, value);
  }

  toPython(value: unknown, path: string): Value {
    return toPython(this, value, path);
  }

  argumentsToPython(args: readonly unknown[]): { positional: Value[]; named: Map<string, Value> | null } {
    return argumentsToPython(this, args);
  }

  call(callable: Value, args: readonly Value[], named: ReadonlyMap<string, Value> | null): Promise<unknown> {
    return this.operate((vm) => callAndAwait(vm, callable, args, named));
  }

  /** Throws PausedError while the VM is paused. */
  checkNotPaused(): void {
    if (this.#scheduler.isPaused(this.machine)) throw new PausedError(this.vmName);
  }

  callNow(callable: Value, args: readonly Value[], named: ReadonlyMap<string, Value> | null): unknown {
    this.checkNotPaused();
    this.#admit();
    this.#forgetRequests();
    const call = this.#shortCalls.begin(callable, args, named);
    let value = this.#shortCalls.valueOf(call);
    if (value !== undefined) {
      this.instructions += call.instructions;
      this.#lookAtMemory(call.instructions);
      if (this.#jobs.size === 0 && this.#shortCalls.open.length === 0) this.output = 0;
    } else value = this.#valueOf(call.fiber, this.#goOn(call));
    if (isAwaited(value)) {
      const awaited = value;
      value = this.operateNow((vm) => awaitValue(vm, awaited));
    }
    return toJs(this, value);
  }

  /** Run an operation in a fiber of its own, in the scheduler's turns. */
  async operate(operation: (vm: Machine) => Result, signal?: AbortSignal): Promise<unknown> {
    this.#admit();
    signal?.throwIfAborted();
    const fiber = this.#begin(operation);
    let abort: (() => void) | null = null;
    this.#forgetRequests();
    const outcome = await new Promise<JobOutcome>((resolve) => {
      const job = this.#enter(fiber, this.#limits, resolve);
      abort = () => this.#scheduler.stop(job, { kind: "aborted", reason: signal?.reason });
      signal?.addEventListener("abort", abort, { once: true });
      this.#scheduler.add(job);
      this.changed();
    });
    if (abort !== null) signal?.removeEventListener("abort", abort);
    return toJs(this, this.#valueOf(fiber, outcome));
  }

  operateNow(operation: (vm: Machine) => Result): Value {
    this.#admit();
    const fiber = this.#begin(operation);
    const outcome = this.#runNow(fiber, this.#limits);
    return this.#valueOf(fiber, outcome);
  }

  tryNow(operation: (vm: Machine) => Result): Value | undefined {
    if (this.#end !== null) return undefined;
    const fiber = this.#begin(operation);
    const outcome = this.#runNow(fiber, { ...this.#limits, instructions: TRY_BUDGET });
    this.#finish(fiber);
    return outcome.kind === "value" ? outcome.value : undefined;
  }

  /**
   * Raise KeyboardInterrupt in every entry; answers whether there was one. With `innermost` those are left out that have
   * called into the one which runs: it reaches them from there, once.
   */
  interrupt(reason: string | undefined, innermost = false): boolean {
    for (const job of this.jobs) {
      if (innermost && job.isRunning) continue;
      const args = reason === undefined ? [] : [reason];
      this.operations.abandon(job.fiber);
      this.#scheduler.throwInto(job, newException(keyboardInterruptType, ...args));
    }
    return this.#jobs.size > 0;
  }

  /** End every entry without running any Python. */
  stopAll(reason: StopReason): void {
    for (const job of this.jobs) this.#scheduler.stop(job, reason);
  }

  /** Resolves when no entry is left, or after `milliseconds`. */
  async ended(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const callOff = this.#scheduler.timer(milliseconds, resolve);
      this.#allEnded = () => {
        callOff();
        resolve();
      };
    });
    this.#allEnded = null;
  }

  /** The running script has passed a cumulative limit: it is stopped at the safe point that comes now. */
  exceed(limit: keyof VMLimits): void {
    this.machine.exceeded = limit;
    this.machine.budget = 0;
  }

  /** Park the running fiber for a time; see `Services.sleep`. */
  sleep(milliseconds: number): undefined {
    if (this.timers.count >= this.#limits.timers) this.exceed("timers");
    const { promise, callOff } = this.timers.start(milliseconds);
    return this.wait("sleep", [milliseconds], promise, false, callOff);
  }

  /** Park the running fiber until a Promise settles; see `Services.wait`. */
  wait(
    operation: string,
    args: readonly Value[],
    promise: Promise<unknown>,
    isRaw: boolean,
    abort: (() => void) | null,
  ): undefined {
    const { machine } = this;
    // Timers are operations too, with a limit of their own.
    if (this.operations.count - this.timers.count >= this.#limits.pendingHostCalls) this.exceed("pendingHostCalls");
    const id = this.operations.open(machine.fiber, operation, args, abort);
    promise.then(
      (content) =>
        this.#complete(id, () => {
          const value = isRaw ? new HostBox(content) : this.#received(content);
          if (value !== undefined) deliver(machine, machine.fiber, value);
        }),
      (error: unknown) => this.#complete(id, () => raiseFromJs(this, error)),
    );
    return undefined;
  }

  /** A fiber is being ended without any Python: what it waits for is called off, what it holds of the host's let go. */
  abandon(fiber: Fiber): void {
    this.operations.abandon(fiber);
    this.natives.leave(fiber);
  }

  /** The VM has begun to close: scripts may still end in order, but nothing is kept for later. */
  beginClosing(): void {
    this.#isClosing = true;
    this.natives.close();
  }

  /** Refuse everything from now on, abandon what is pending, empty the handles. Answers the operations abandoned. */
  end(kind: "closed" | "reset"): number {
    this.#end = kind;
    const pending = this.operations.close();
    this.stopAll({ kind: "closed" });
    this.natives.leave(null);
    this.handles.clear();
    this.natives.close();
    this.#scheduler.detach(this.machine);
    return pending;
  }

  /** How many scripts are on the JS stack: each but the first was started by a host function of another. */
  get nesting(): number {
    return this.#scheduler.depth + this.#shortCalls.open.length;
  }

  /** Call finalizers in an entry of their own, before whatever else runs. What becomes of them concerns no host. */
  #finalize(garbage: Garbage): void {
    const fiber = this.#begin((vm) => finalize(vm, garbage));
    const job = new Job(this.machine, fiber, this.#limits, this.#monotonic(), () => this.#finish(fiber));
    this.#jobs.set(fiber, job);
    this.#scheduler.add(job, true);
  }

  /** Throws when the VM has ended, or when as many entries are under way as it may have. */
  #admit(): void {
    this.check();
    const { tasks } = this.#limits;
    if (this.#jobs.size >= tasks) throw new LimitError("tasks", tasks, null);
  }

  #received(content: unknown): Result {
    try {
      return toPython(this, content, "result");
    } catch (error) {
      return raiseFromJs(this, error);
    }
  }

  /** An operation of the host has completed: its fiber goes on, unless it no longer waits for it. */
  #complete(id: number, give: () => void): void {
    const operation = this.operations.complete(id);
    if (operation === null) return;
    const { fiber } = operation;
    const job = this.#jobs.get(fiber);
    if (job === undefined || job.isSettled) return;
    const { machine } = this;
    const { fiber: outer, error } = machine;
    machine.fiber = fiber;
    machine.error = null;
    give();
    // Another fiber may run first: what was raised belongs to this one.
    fiber.raised = machine.error;
    machine.error = error;
    machine.fiber = outer;
    this.#scheduler.add(job);
  }

  #jobNow(fiber: Fiber, limits: JobLimits): JobNow {
    let now: JobNow | null = null;
    const job = this.#enter(fiber, limits, (settled) => {
      (now as JobNow).outcome = settled;
    });
    now = { job, outcome: null };
    return now;
  }

  #runNow(fiber: Fiber, limits: JobLimits): JobOutcome {
    this.#forgetRequests();
    return this.#finishNow(this.#jobNow(fiber, limits));
  }

  #finishNow(now: JobNow): JobOutcome {
    if (now.outcome === null) this.#scheduler.runNow(now.job);
    return now.outcome as unknown as JobOutcome;
  }

  /** Calls that had no need of a job get one: somebody wants to know of them, or to stop them. */
  #registerShortCalls(): void {
    for (const call of this.#shortCalls.open) {
      if (call.now !== null) continue;
      call.now = this.#jobNow(call.fiber, this.#limits);
      call.now.job.isRunning = true;
    }
  }

  /** What the scheduler does after a quantum: a host may make its script fill the memory by many short calls. */
  #lookAtMemory(instructions: number): void {
    const { memory } = this;
    memory.ran(instructions, 0);
    if (!memory.isDue()) return;
    while (!memory.step(true));
    if (memory.isOver) throw new LimitError("memoryBytes", this.#limits.memoryBytes, null);
  }

  /** Run a short call to its end that did not come at once. */
  #goOn(call: ShortCall): JobOutcome {
    const now = call.now ?? this.#jobNow(call.fiber, this.#limits);
    now.job.instructions += call.instructions;
    now.job.isRunning = false;
    if (call.broken !== undefined) now.job.settle({ kind: "internal", error: call.broken });
    return this.#finishNow(now);
  }

  /** What other threads asked while nothing ran is forgotten, as `interrupt` is by an idle VM. */
  #forgetRequests(): void {
    if (this.#jobs.size === 0 && this.#shortCalls.open.length === 0) this.machine.requests?.drop();
  }

  #enter(fiber: Fiber, limits: JobLimits, settle: (outcome: JobOutcome) => void): Job {
    const job = new Job(this.machine, fiber, limits, this.#monotonic(), settle);
    this.#jobs.set(fiber, job);
    return job;
  }

  /** A fiber in which the operation has begun; its failure may stand already. */
  #begin(operation: (vm: Machine) => Result): Fiber {
    const vm = this.machine;
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

  /** Count what an entry has used, and forget it. */
  #finish(fiber: Fiber): void {
    const job = this.#jobs.get(fiber) as Job;
    this.#jobs.delete(fiber);
    this.instructions += job.instructions;
    this.activeTimeMs += job.activeTimeMs;
    if (this.#jobs.size === 0) {
      this.output = 0;
      this.#allEnded?.();
    }
    this.changed();
  }

  /** The value of an entry that has ended. Throws what the host is told when it has failed. */
  #valueOf(fiber: Fiber, outcome: JobOutcome): Value {
    this.#finish(fiber);
    switch (outcome.kind) {
      case "value":
        return outcome.value;
      case "error":
        if (this.#isClosing && outcome.error.type === keyboardInterruptType) throw new ClosedError(this.vmName);
        throw errorFrom(this, outcome.error);
      case "internal": {
        const error = new InternalError(outcome.error, fiberTraceback(fiber));
        this.#broke(error);
        throw error;
      }
      default:
        throw this.#stopError(outcome.reason, outcome.place);
    }
  }

  #stopError(reason: StopReason, place: { readonly file: string; readonly line: number } | null): unknown {
    switch (reason.kind) {
      case "limit":
        return new LimitError(reason.limit, this.#limits[reason.limit as keyof VMLimits], place);
      case "terminated":
        return new TerminatedError(reason.reason, place);
      case "wouldWait":
        return new WouldWaitError(reason.operation, place);
      case "aborted":
        return reason.reason;
      default:
        return new ClosedError(this.vmName);
    }
  }
}
