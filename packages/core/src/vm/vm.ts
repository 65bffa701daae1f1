// The VM as the host sees it: one isolated interpreter, one gate into it, one way out of it.
import { EventEmitter } from "eventemitter3";
import { ClosedError, type InternalError } from "../host/errors.ts";
import type { CompileMode } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { Scheduler } from "../schedule/scheduler.ts";
import { loadNames, mentionsNames } from "./character-names.ts";
import { close } from "./closing.ts";
import { checkListener, tell, type VMEvents } from "./events.ts";
import { saveAll } from "./files.ts";
import type { Operation } from "./entries.ts";
import { Generation } from "./generation.ts";
import type { InterruptHandle } from "./interrupt-handle.ts";
import { Globals, lookUp } from "./globals.ts";
import { Lifecycle, type VMState } from "./lifecycle.ts";
import { type Library, type NativeModule, registerNative } from "./native-module.ts";
import { jobsOf } from "./jobs.ts";
import { makeMachine } from "./make-machine.ts";
import { checkClose, checkEntry, checkHandle, checkOptions } from "./check-options.ts";
import { checkText } from "../host/check-keys.ts";
import { DEFAULT_LIMITS, type VMLimits, type VMOptions } from "./options.ts";
import { defaultPlatform, type Platform } from "./platform.ts";
import { randomName } from "./random-name.ts";
import { Requests } from "./requests.ts";
import { beginSource } from "./begin-source.ts";
import type { VMStats } from "./stats.ts";
import { HookTracer, type TraceHook } from "./tracer.ts";
import {
  checkParticipant,
  Teardown,
  type TeardownParticipant,
  type TeardownPhase,
  type TeardownReport,
} from "./teardown.ts";

/** How a source is run. */
export interface RunOptions {
  /** Name of the source in tracebacks; default "<string>". */
  readonly filename?: string;
  /** "run" (default) answers the value of a last expression; "exec" None; "single" shows values as the REPL does. */
  readonly mode?: CompileMode;
  /** Ends the run when it aborts, without running any Python; the Promise rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** How a VM is closed. */
export interface CloseOptions {
  /** How long each phase of the teardown may take, in ms; default 1,000. */
  readonly deadlineMs?: number;
}

/** Make a VM. Throws TypeError for unknown options or wrong types, and the reason of an aborted `signal`. */
export function createVM(options: VMOptions = {}): VM {
  return new VM(options);
}

/** One isolated Python interpreter: its own modules, globals, limits and output. */
export class VM {
  /** How errors name it. */
  readonly name: string;
  /** The names of `__main__`. */
  readonly globals: Globals;
  readonly #options: VMOptions;
  readonly #scheduler: Scheduler;
  readonly #platform: Platform;
  readonly #limits: Required<VMLimits>;
  readonly #events: EventEmitter<VMEvents> = new EventEmitter();
  readonly #lifecycle: Lifecycle = new Lifecycle((to, from) => this.#emit("state", to, from));
  readonly #teardown: Teardown = new Teardown();
  /** Held, so that closing can take it from a signal that lives longer than the VM. */
  readonly #onAbort = (): void => void this.close();
  readonly #modules: (NativeModule | Library)[] = [];
  /** Null: the VM was made without a trace hook. */
  readonly #tracer: HookTracer | null;
  #generation: Generation;
  #closing: Promise<TeardownReport> | null = null;
  /** What other threads ask; null until one has a handle. */
  #requests: Requests | null = null;

  /** The same as `createVM`. Throws TypeError for unknown options or wrong types, and the reason of an aborted `signal`. */
  constructor(options: VMOptions) {
    checkOptions(options);
    options.signal?.throwIfAborted();
    this.#options = options;
    this.#platform = options.platform ?? defaultPlatform();
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#scheduler = options.scheduler ?? new Scheduler({ platform: this.#platform });
    this.name = options.name ?? randomName(this.#platform);
    const { trace } = options;
    this.#tracer = trace === undefined ? null : new HookTracer(trace, (error) => this.#emit("traceError", error));
    this.#generation = this.#newGeneration();
    this.globals = new Globals(() => this.#enter());
    try {
      for (const module of options.modules ?? []) this.registerModule(module);
    } catch (error) {
      this.#generation.end("closed");
      this.#lifecycle.moveTo("closing");
      this.#lifecycle.moveTo("closed");
      throw error;
    }
    this.#lifecycle.moveTo("ready");
    options.signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  /** Where the VM is in its life; a "state" event tells each change. */
  get state(): VMState {
    return this.#lifecycle.state;
  }

  /** What the VM has used so far, as of now. */
  get stats(): VMStats {
    const generation = this.#generation;
    return {
      state: this.state,
      ...generation.entries.used(),
      worstSliceMs: this.#scheduler.worstMs(generation.machine),
      hostCalls: generation.machine.hostCalls,
      memoryBytes: generation.memory.live,
      entries: generation.entries.jobs.length,
      pendingHostCalls: generation.operations.count,
      isPaused: this.#scheduler.isPaused(generation.machine),
      lateCompletions: generation.operations.lateCount,
    };
  }

  /**
   * Call a listener at each event of a name; answers what ends that. What a listener throws is the host's to see, as an
   * uncaught error, and stops nothing. Throws TypeError when there is no event of that name.
   */
  on<Name extends keyof VMEvents>(name: Name, listener: VMEvents[Name]): () => void {
    checkListener(name, listener);
    this.#events.on(name, listener as never);
    return () => this.#events.off(name, listener as never);
  }

  /**
   * Run source text in the module `__main__`; resolves with the value of its last expression, converted. Rejects with
   * PythonError (an exception nobody caught), LimitError, TerminatedError, ClosedError or InternalError, or with the
   * reason of `signal`.
   */
  async run(source: string | Uint8Array, options: RunOptions = {}): Promise<unknown> {
    checkEntry("run", source, options);
    let generation = this.#enter();
    if (mentionsNames(source)) {
      const names = loadNames(generation.machine);
      await (this.#platform.loading?.(names) ?? names);
      generation = this.#enter();
    }
    try {
      const begin: Operation = (vm) => beginSource(vm, source, options);
      const { runner } = generation;
      return await generation.operate(runner === null ? begin : (vm) => runner(vm, begin), options);
    } finally {
      if (this.#lifecycle.isOpen) await this.#saveFiles(generation);
    }
  }

  /**
   * The same at once, on the caller's stack: the event loop waits meanwhile, and so the script cannot. Throws what `run`
   * rejects with, and WouldWaitError when the script would have to wait for the host.
   */
  runSync(source: string | Uint8Array, options: Omit<RunOptions, "signal"> = {}): unknown {
    checkEntry("runSync", source, options);
    const generation = this.#enter();
    generation.checkNotPaused();
    return generation.toJs(generation.operateNow((vm) => beginSource(vm, source, options)));
  }

  /** Evaluate one expression; resolves with its value, converted. Rejects as `run` does. */
  async eval(expression: string, options: Pick<RunOptions, "signal"> = {}): Promise<unknown> {
    checkEntry("eval", expression, options);
    return await this.#enter().operate((vm) => beginSource(vm, expression, { mode: "eval" }), options);
  }

  /**
   * Call what a name of `__main__` stands for (dots lead into attributes), as `vm.call("spawn", "orc", 3)`; a coroutine
   * that it answers is awaited. `keywords({...})` after the other arguments passes keyword arguments, `within({...})` as
   * the last one bounds the call. Rejects as `run` does, and with ConversionError.
   */
  async call(name: string, ...args: unknown[]): Promise<unknown> {
    checkText("call", "name", name);
    const generation = this.#enter();
    const callable = generation.operateNow((vm) => lookUp(vm, name));
    return await generation.call(callable, generation.argumentsToPython(args));
  }

  /** Import a module; resolves with it, as a PythonObject whose attributes are its names. Rejects as `run` does. */
  async import(name: string): Promise<unknown> {
    checkText("import", "name", name);
    const generation = this.#enter();
    return await generation.operate((vm) => vm.services.importModule(vm, name, vm.builtins, newTuple(["*"]), 0));
  }

  /**
   * Let scripts import a module written in TypeScript, or those of a library. Throws TypeError when it is no native module or there is a module of
   * its name, ConversionError for a constant that is not of its type, what its `setUp` throws, and ClosedError.
   */
  registerModule(module: NativeModule | Library): void {
    registerNative(this, this.#enter(), module);
    this.#modules.push(module);
  }

  /**
   * Raise KeyboardInterrupt in what is running or waiting, at its next safe point; `finally` blocks run, and a script can
   * catch it. Several before one safe point count as one. An idle VM ignores it: answers false.
   */
  interrupt(reason?: string): boolean {
    if (reason !== undefined) checkText("interrupt", "reason", reason);
    return this.#lifecycle.isOpen && this.#generation.interrupt(reason);
  }

  /** End everything that is running or waiting; no Python code runs or can catch it. The VM can be used again. */
  terminate(reason = "terminated by the host"): void {
    checkText("terminate", "reason", reason);
    this.#generation.stopAll({ kind: "terminated", reason });
  }

  /**
   * A handle with which any thread can interrupt or terminate what runs here: over shared memory where there is any,
   * else (and with `shared: false`) over messages. Throws ClosedError.
   */
  interruptHandle(options: { readonly shared?: boolean } = {}): InterruptHandle {
    checkHandle(options);
    const generation = this.#enter();
    this.#requests ??= new Requests({
      interrupt: (reason) => this.#lifecycle.isOpen && this.#generation.interrupt(reason, true),
      terminate: (reason) => this.#generation.entries.jobs.length > 0 && (this.terminate(reason), true),
      isParked: () => this.state === "parked",
      timer: (milliseconds, callback) => this.#platform.timer(milliseconds, callback),
    });
    generation.machine.requests = this.#requests;
    return this.#requests.handle((options.shared ?? true) && typeof SharedArrayBuffer === "function");
  }

  /**
   * Stop everything at its next safe point until `resume()`: deadlines stand still, other VMs run on. Timers and host
   * operations go on, and what they give is taken on resuming. Synchronous calls throw PausedError; one under way goes on.
   */
  pause(): void {
    this.#scheduler.pause(this.#enter().machine);
  }

  /** Let a paused VM go on; without effect on one that is not paused. */
  resume(): void {
    this.#scheduler.resume(this.#generation.machine);
  }

  /**
   * Change the trace hook, or remove it with null; it takes effect at once. Throws TypeError for a VM that was made
   * without the option `trace`: its scripts are not compiled for one.
   */
  trace(hook: TraceHook | null): void {
    if (this.#tracer === null) throw new TypeError("vm.trace: the VM was made without the option 'trace'");
    if (hook !== null && typeof hook !== "function") throw new TypeError("vm.trace: a function or null is expected");
    this.#tracer.hook = hook;
  }

  /**
   * Begin anew, with fresh globals and modules; the native ones are registered again. What runs is terminated; objects of
   * the VM that the host holds are of no use any more, and say so.
   */
  reset(): void {
    this.#enter();
    this.#generation.end("reset");
    this.#generation = this.#newGeneration();
    this.#generation.machine.requests = this.#requests;
    for (const module of this.#modules) registerNative(this, this.#generation, module);
    this.#changed();
  }

  /** Take part in a phase of the teardown; answers what ends that. Throws ClosedError once it has begun, TypeError. */
  onTeardown(phase: TeardownPhase, participant: TeardownParticipant): () => void {
    checkParticipant(phase, participant);
    if (!this.#lifecycle.isOpen) throw new ClosedError(this.#shownName);
    return this.#teardown.register(phase, participant);
  }

  /**
   * Close the VM: entry is refused at once, what runs is cancelled or interrupted and, after the deadline, terminated; then
   * the phases of the teardown run in their order. Resolves with what that came to, and never rejects. Calling it again
   * gives the same Promise.
   */
  close(options: CloseOptions = {}): Promise<TeardownReport> {
    checkClose(options);
    if (this.#closing === null) {
      this.#lifecycle.moveTo("closing");
      this.#closing = this.#close(options.deadlineMs ?? 1_000);
    }
    return this.#closing;
  }

  /** `await using vm = createVM()` closes it at the end of the block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  get #shownName(): string {
    return `VM '${this.name}'`;
  }

  /** The one gate: throws ClosedError once closing has begun. */
  #enter(): Generation {
    if (!this.#lifecycle.isOpen) throw new ClosedError(this.#shownName);
    return this.#generation;
  }

  async #close(deadlineMs: number): Promise<TeardownReport> {
    const generation = this.#generation;
    // What it interrupts must be able to clean up.
    this.resume();
    const report = await close({
      generation,
      teardown: this.#teardown,
      clock: this.#clock,
      deadlineMs,
      save: () => this.#saveFiles(generation),
      ended: (phase) => {
        if (phase.phase === "closed") this.#lifecycle.moveTo("closed");
        this.#emit("phase", phase);
      },
    });
    this.#events.removeAllListeners();
    this.#requests?.close();
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    return report;
  }

  get #clock(): { monotonic(): number; timer(milliseconds: number, callback: () => void): () => void } {
    const platform = this.#platform;
    return {
      monotonic: () => platform.monotonic(),
      timer: (milliseconds, callback) => this.#scheduler.timer(milliseconds, callback),
    };
  }

  #newGeneration(): Generation {
    const generation: Generation = new Generation({
      machine: makeMachine(
        this.#options,
        this.#limits,
        this.#platform,
        () => generation,
        // Nothing depends on it: where it fails, the loop is only compiled again later.
        () => void this.#rehearse().catch(() => {}),
        jobsOf(() => generation, this.#scheduler),
        (category, message) => this.#emit("warning", { category, message }),
      ),
      vmName: this.#shownName,
      scheduler: this.#scheduler,
      limits: this.#limits,
      monotonic: () => this.#platform.monotonic(),
      changed: () => this.#changed(),
      broke: (error) => this.#broke(error),
    });
    generation.machine.tracer = this.#tracer;
    const { weight = 1, priority = 0 } = this.#options;
    this.#scheduler.attach(generation.machine, { weight, priority }, generation.memory);
    return generation;
  }

  /** Save what the run has left unsaved, as CPython does when it exits. */
  async #saveFiles({ machine }: Generation): Promise<void> {
    const { files } = this.#options;
    if (files === undefined) return;
    for (const path of await saveAll(machine, files)) {
      machine.services.write("stderr", `krait: cannot save '${path}'\n`);
    }
  }

  /** Run the rehearsal beside what runs here, in a VM of its own. */
  async #rehearse(): Promise<void> {
    const vm = new VM({ name: "rehearsal", scheduler: this.#scheduler, platform: this.#platform });
    const { REHEARSAL } = await import("./rehearsal.ts");
    await vm.run(REHEARSAL);
    await vm.close();
  }

  #emit<Name extends keyof VMEvents>(name: Name, ...args: Parameters<VMEvents[Name]>): void {
    tell(this.#events, name, args);
  }

  #changed(): void {
    if (this.state === "constructing") return;
    const { entries, machine } = this.#generation;
    if (entries.count === 0) this.#lifecycle.moveTo("ready");
    else if (entries.isRunning || this.#scheduler.isBusy(machine)) this.#lifecycle.moveTo("running");
    else if (this.#scheduler.isWaiting(machine)) this.#lifecycle.moveTo("parked");
    this.#requests?.watch();
  }

  #broke(error: InternalError): void {
    this.#emit("internal", error);
    void this.close({ deadlineMs: 0 });
  }
}
