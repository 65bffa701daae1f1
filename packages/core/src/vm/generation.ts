// One life of a VM, from its making (or last reset) to its end: the machine, its entries, what the host still owes it.
import { awaitValue, callAndAwait, isAwaited } from "../host/awaitable.ts";
import type { Boundary, CallArguments, CallBounds } from "../host/boundary.ts";
import { ClosedError, HandleError, InternalError, LimitError, PausedError } from "../host/errors.ts";
import { Handles } from "../host/handles.ts";
import { Natives } from "../host/native/natives.ts";
import { errorFrom } from "../host/js-error.ts";
import { toJs } from "../host/to-js.ts";
import { argumentsToPython, toPython } from "../host/to-python.ts";
import { keyboardInterruptType } from "../objects/exception-types.ts";
import type { HostWait } from "../objects/follower.ts";
import type { Fiber } from "../objects/frame.ts";
import type { PyException } from "../objects/exception.ts";
import { exitCallbacksCalled } from "../modules/atexit/callbacks.ts";
import { finalize } from "../modules/gc/finalize.ts";
import type { ModuleEntry } from "../modules/shelf.ts";
import { AT_HAND } from "../modules/table.ts";
import type { Due, Machine, PendingTimer } from "../objects/machine.ts";
import type { PyModule } from "../objects/module.ts";
import type { Result, Value } from "../objects/value.ts";
import { newException } from "../protocol/raise.ts";
import type { Job, Settled, StopReason } from "../objects/job.ts";
import type { Lane } from "../objects/lane.ts";
import type { Scheduler } from "../schedule/scheduler.ts";
import { Completions } from "./completions.ts";
import { Ended, Entries, type Operation } from "./entries.ts";
import { fiberTraceback } from "./fiber-traceback.ts";
import { interruptible } from "./interruptible.ts";
import { Operations } from "./operations.ts";
import type { LoopKeeper } from "./loop-keeper.ts";
import { HostWaits } from "./host-waits.ts";
import { Memory } from "./memory.ts";
import type { GenerationOptions } from "./generation-options.ts";
import type { VMLimits } from "./options.ts";
import { stopError } from "./stop-error.ts";
import { Timers } from "./timers.ts";

/** Safe points that describing a value may take: a `__repr__` that loops must not hang the host. */
const TRY_BUDGET = 1_000_000;

export class Generation implements Boundary {
  readonly machine: Machine;
  readonly vmName: string;
  readonly handles: Handles = new Handles();
  readonly ownLimits: WeakSet<object> = new WeakSet();
  readonly natives: Natives = new Natives();
  /** What the host has registered, by name. */
  readonly nativeModules: Map<string, PyModule> = new Map();
  /** The modules of the library that are at hand or whose shelves were loaded, and those of registered libraries. */
  readonly library: Map<string, ModuleEntry> = new Map(AT_HAND);
  readonly operations: Operations = new Operations();
  readonly #waits: HostWaits;
  readonly timers: Timers;
  readonly memory: Memory;
  readonly #scheduler: Scheduler;
  readonly #limits: Required<VMLimits>;
  readonly #changed: () => void;
  readonly #broke: (error: InternalError) => void;
  readonly entries: Entries;
  /** Why nothing may enter any more; null while it may. */
  #end: "closed" | "reset" | null = null;
  /** The VM is closing: an interrupt or a cancellation that nobody caught says so. */
  #isClosing = false;
  /** The library of event loops, if there is one. */
  loopKeeper: LoopKeeper | null = null;
  /** How a script is run, where there is more to it than its beginning: a command line's affair. */
  runner: ((vm: Machine, begin: Operation) => Result) | null = null;
  /** What was cancelled when closing began. */
  #cancelled: readonly Job[] = [];

  constructor(options: GenerationOptions) {
    this.machine = options.machine;
    this.vmName = options.vmName;
    this.#scheduler = options.scheduler;
    this.#waits = new HostWaits(new Completions(this, this.operations, options.scheduler), this.operations);
    this.timers = new Timers(options.scheduler.alarm);
    this.#limits = options.limits;
    this.#changed = options.changed;
    this.#broke = options.broke;
    this.entries = new Entries({
      ...options,
      calledShortly: (instructions) => this.#lookAtMemory(instructions),
      taskBroke: (fiber, error) => this.#broke(new InternalError(error, fiberTraceback(fiber))),
    });
    this.memory = new Memory(
      this.machine,
      this.#limits.memoryBytes,
      () => ({
        fibers: this.entries.fibers,
        handles: [
          ...this.handles.values(),
          ...this.natives.derivedObjects(),
          ...this.nativeModules.values(),
          ...this.operations.followers,
        ],
        exceptions: this.handles.exceptions(),
      }),
      (garbage) => this.entries.addFirst((vm) => finalize(vm, garbage)),
      () => this.entries.nesting > 0,
    );
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

  argumentsToPython(args: readonly unknown[]): CallArguments {
    return argumentsToPython(this, args);
  }

  call(callable: Value, { positional, named, bounds }: CallArguments): Promise<unknown> {
    return this.operate((vm) => callAndAwait(vm, callable, positional, named), bounds?.bounds);
  }

  /** Throws PausedError while the VM is paused. */
  checkNotPaused(): void {
    if (this.#scheduler.isPaused(this.machine)) throw new PausedError(this.vmName);
  }

  start(callable: Value, args: CallArguments): unknown {
    this.#admit();
    if (!this.entries.canStart || args.bounds?.bounds.signal?.aborted === true) return this.call(callable, args);
    const started = this.entries.start(callable, args);
    if (started instanceof Ended) return this.#valueOf(started);
    if (!(started instanceof Promise)) return this.#startedValue(started, args);
    return started.then((ended) => this.#startedValue(this.#valueOf(ended), args));
  }

  /** What a started call answers: where that is awaited, it goes on within the bounds of the call. */
  #startedValue(value: Value, { bounds }: CallArguments): unknown {
    if (!isAwaited(value)) return toJs(this, value);
    return this.operate((vm) => awaitValue(vm, value), bounds?.bounds);
  }

  callNow(callable: Value, args: readonly Value[], named: ReadonlyMap<string, Value> | null): unknown {
    this.checkNotPaused();
    this.#admit();
    const called = this.entries.callNow(callable, args, named);
    const value = called instanceof Ended ? this.#valueOf(called) : called;
    return toJs(this, isAwaited(value) ? this.operateNow((vm) => awaitValue(vm, value)) : value);
  }

  /** Run an operation in a fiber of its own, in the scheduler's turns. */
  async operate(operation: Operation, bounds: CallBounds = {}): Promise<unknown> {
    this.#admit();
    bounds.signal?.throwIfAborted();
    return toJs(this, this.#valueOf(await this.entries.run(operation, bounds)));
  }

  operateNow(operation: Operation): Value {
    this.#admit();
    return this.#valueOf(this.entries.runNow(operation));
  }

  tryNow(operation: Operation): Value | undefined {
    if (this.#end !== null) return undefined;
    const { outcome } = this.entries.runNow(operation, { ...this.#limits, instructions: TRY_BUDGET });
    return outcome.kind === "value" ? outcome.value : undefined;
  }

  /**
   * Raise KeyboardInterrupt in every entry, and in tasks that are in the middle of running; answers whether there was one.
   * With `innermost` those are left out that have called into the one which runs: it reaches them from there, once.
   */
  interrupt(reason: string | undefined, innermost = false): boolean {
    const jobs = interruptible(this.entries.jobs);
    for (const job of jobs) if (!innermost || !job.isRunning) this.interruptJob(job, reason);
    return jobs.length > 0;
  }

  /** Raise KeyboardInterrupt in one job: at its next safe point, or in place of its wait. */
  interruptJob(job: Job, reason: string | undefined): void {
    this.operations.abandon(job.fiber);
    this.#scheduler.throwInto(job, newException(keyboardInterruptType, ...(reason === undefined ? [] : [reason])));
  }

  /** Tell all that runs or waits to end, as the VM closes; answers how many were told. */
  cancelAll(reason: string): number {
    const keeper = this.loopKeeper;
    const { jobs } = this.entries;
    const cancelled = new Set(keeper === null ? [] : jobs.filter((job) => keeper.owns(job)));
    const others = jobs.filter((job) => !cancelled.has(job));
    // A callback of the VM's own loop that waits is nobody's to cancel.
    const waiting = others.filter((job) => job.isTask && job.isParked && job.lane.isOpen && job.lane.account === null);
    const interrupted = new Set([...interruptible(others), ...waiting]);
    for (const job of interrupted) this.interruptJob(job, reason);
    this.#cancelled = [...cancelled];
    if (keeper !== null && cancelled.size > 0) this.entries.addFirst((vm) => keeper.cancel(vm, this.#cancelled));
    return cancelled.size + interrupted.size;
  }

  /** Interrupt all that is left where something was cancelled in vain; answers how much. */
  interruptCancelled(): number {
    const wasInVain = this.#cancelled.some((job) => !job.isSettled);
    const jobs = this.entries.jobs.filter((job) => job.lane.isOpen);
    if (!wasInVain && !jobs.some((job) => job.isTask)) return 0;
    for (const job of jobs) this.interruptJob(job, `${this.vmName} is closing`);
    return jobs.length;
  }

  /** Callbacks of `atexit` that were called. */
  get finalizersRun(): number {
    return exitCallbacksCalled(this.machine).count;
  }

  /** End every entry without running any Python. */
  stopAll(reason: StopReason): void {
    for (const job of this.entries.jobs) this.#scheduler.stop(job, reason);
  }

  /** The running script has passed a cumulative limit: it is stopped at the safe point that comes now. */
  exceed(limit: keyof VMLimits): void {
    this.machine.exceeded = limit;
    this.machine.budget = 0;
  }

  /** Fire at a time, unless the VM ends before; see `Jobs.timer`. */
  timer(at: number, due: Due): PendingTimer {
    if (this.timers.count >= this.#limits.timers) this.exceed("timers");
    return this.timers.add(at, due);
  }

  /** A job beside the entries; see `Jobs.make`. */
  newTask(fiber: Fiber, lane: Lane, isOwn: boolean, settled: Settled | null): Job {
    if (this.entries.count >= this.#limits.tasks) this.exceed("tasks");
    return this.entries.newTask(fiber, lane, isOwn, settled);
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
    this.#countHostCall();
    const id = this.operations.open(this.machine.fiber, operation, args, abort);
    this.#waits.follow(id, promise, isRaw);
    return undefined;
  }

  /** Tell a follower what a Promise comes to; see `Services.follow`. */
  follow(operation: string, promise: Promise<unknown>, wait: HostWait): number {
    this.#countHostCall();
    const id = this.operations.follow(wait, operation);
    this.#waits.follow(id, promise, true);
    return id;
  }

  /** Timers are operations too, with a limit of their own. */
  #countHostCall(): void {
    const { count, sleeping } = this.operations;
    if (count - sleeping >= this.#limits.pendingHostCalls) this.exceed("pendingHostCalls");
  }

  /** Nothing of it runs any more. */
  get isEnded(): boolean {
    return this.#end !== null;
  }

  /** A script has begun or ended to wait. */
  changed(): void {
    this.entries.look();
    this.#changed();
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
    this.#waits.drop();
    this.timers.clear();
    this.stopAll(kind === "closed" ? { kind } : { kind: "terminated", reason: `${this.vmName} was reset` });
    this.natives.leave(null);
    this.handles.clear();
    this.natives.close();
    this.#scheduler.detach(this.machine);
    return pending;
  }

  /** Throws when the VM has ended, or when as many entries are under way as it may have. */
  #admit(): void {
    this.check();
    const { tasks } = this.#limits;
    if (this.entries.count >= tasks) throw new LimitError("tasks", tasks, null);
  }

  /** What the scheduler does after a quantum: a host may make its script fill the memory by many short calls. */
  #lookAtMemory(instructions: number): void {
    const { memory } = this;
    memory.ran(instructions, 0);
    if (!memory.isDue()) return;
    while (!memory.step(true));
    if (!memory.isOver) return;
    const error = new LimitError("memoryBytes", this.#limits.memoryBytes, null);
    this.ownLimits.add(error);
    throw error;
  }

  /** Whether an exception is what the closing of the VM has raised. */
  #isEnding(error: PyException): boolean {
    return error.type === keyboardInterruptType || this.loopKeeper?.isCancellation(error) === true;
  }

  /** The value of an entry that has ended. Throws what the host is told when it has failed. */
  #valueOf({ fiber, outcome }: Ended): Value {
    switch (outcome.kind) {
      case "value":
        return outcome.value;
      case "error":
        if (this.#isClosing && this.#isEnding(outcome.error)) throw new ClosedError(this.vmName);
        throw errorFrom(this, outcome.error);
      case "internal": {
        const error = new InternalError(outcome.error, fiberTraceback(fiber));
        this.#broke(error);
        throw error;
      }
      default: {
        const limits = { ...this.#limits, ...fiber.job?.account.limits };
        const error = stopError(this.vmName, limits, outcome.reason, outcome.place);
        if (error instanceof LimitError) this.ownLimits.add(error);
        throw error;
      }
    }
  }
}
