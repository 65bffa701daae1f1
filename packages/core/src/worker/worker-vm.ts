// A VM in a worker thread as its host sees it: the surface of VM, every method a Promise.
import { EventEmitter } from "eventemitter3";
import { Keywords, Within } from "../host/boundary.ts";
import { ClosedError } from "../host/errors.ts";
import { INTERRUPT, TERMINATE } from "../vm/control-word.ts";
import { checkClose, checkEntry, checkHandle } from "../vm/check-options.ts";
import { checkText } from "../host/check-keys.ts";
import { checkListener, tell, type VMEvents } from "../vm/events.ts";
import type { InterruptHandle } from "../vm/interrupt-handle.ts";
import type { VMState } from "../vm/lifecycle.ts";
import { defaultPlatform } from "../vm/platform.ts";
import { randomName } from "../vm/random-name.ts";
import type { CloseOptions, RunOptions } from "../vm/vm.ts";
import type { VMStats } from "../vm/stats.ts";
import { WorkerClient } from "./client.ts";
import { WorkerJob } from "./job.ts";
import { checkWorkerOptions, type StartedOptions } from "./options.ts";
import type { Argument } from "./parcel.ts";
import type { WorkerPort } from "./ports.ts";

/** How long after its own deadline a worker that does not answer is given to close, in ms. */
const GRACE_MS = 250;

/**
 * One isolated Python interpreter in a thread of its own. Only data crosses between the threads: a Python object or
 * callable as a result, and a function or Promise as an argument, is a ConversionError, and the VM goes on. Requests are
 * served in the order in which they were made; those made while a script runs, between its slices.
 *
 * A worker without requests under way does not keep the process alive. A WorkerVM that its host has dropped ends with
 * its last request; `close()` does so in an orderly way.
 */
export class WorkerVM {
  /** How errors name it. */
  readonly name: string;
  /** The names of `__main__`. */
  readonly globals: WorkerGlobals;
  readonly #client: WorkerClient;
  readonly #events: EventEmitter<VMEvents>;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: () => void;
  #closing: Promise<void> | null = null;

  /**
   * `spawn` starts a worker that calls `serveWorkerVM`. Throws TypeError as `createVM` does, and when `spawn` throws, which
   * is its cause then.
   */
  constructor(spawn: () => WorkerPort, options: StartedOptions) {
    checkWorkerOptions(options);
    options.signal?.throwIfAborted();
    this.name = options.name ?? randomName(defaultPlatform());
    const events: EventEmitter<VMEvents> = new EventEmitter();
    const client = new WorkerClient(started(spawn), this.name, options, (name, args) =>
      tell(events, name as keyof VMEvents, args),
    );
    this.#events = events;
    this.#client = client;
    this.globals = new WorkerGlobals(client, this);
    client.endAfter(this);
    this.#signal = options.signal;
    const own = new WeakRef(this);
    this.#onAbort = () => void own.deref()?.close();
    options.signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  /**
   * As this thread knows it: "constructing" until the worker has made the VM, "running" while anything asked of it is
   * under way. `stats()` tells what the worker knows.
   */
  get state(): VMState {
    if (this.#client.hasEnded) return "closed";
    if (this.#client.isClosing) return "closing";
    if (!this.#client.isReady) return "constructing";
    return this.#client.pendingCount > 0 ? "running" : "ready";
  }

  /** What the VM has used. */
  async stats(): Promise<VMStats> {
    return (await this.#client.ask(this, "stats", [])) as VMStats;
  }

  /** Call a listener at each event of a name, soon after it; answers what ends that. */
  on<Name extends keyof VMEvents>(name: Name, listener: VMEvents[Name]): () => void {
    checkListener(name, listener);
    this.#client.listen(name);
    this.#events.on(name, listener as never);
    return () => this.#events.off(name, listener as never);
  }

  /**
   * Run source text in the module `__main__`; resolves with the value of its last expression. Rejects with PythonError,
   * LimitError, TerminatedError, ConversionError, ClosedError, WorkerLostError or InternalError, or with the reason of
   * `signal`.
   */
  async run(source: string | Uint8Array, options: RunOptions = {}): Promise<unknown> {
    checkEntry("run", source, options);
    const { signal, ...plain } = options;
    return await this.#client.ask(this, "run", [arg(source, "source"), arg(plain, "options")], signal);
  }

  /** Evaluate one expression; resolves with its value. Rejects as `run` does. */
  async eval(expression: string, options: Pick<RunOptions, "signal"> = {}): Promise<unknown> {
    checkEntry("eval", expression, options);
    return await this.#client.ask(this, "eval", [arg(expression, "expression")], options.signal);
  }

  /**
   * Call what a name of `__main__` stands for (dots lead into attributes); a coroutine that it answers is awaited.
   * `keywords({...})` after the other arguments passes keyword arguments, `within({...})` as the last one bounds the call.
   * Rejects as `run` does.
   */
  async call(name: string, ...args: unknown[]): Promise<unknown> {
    checkText("call", "name", name);
    const given = args.at(-1);
    const { signal, wallTimeMs = null } = given instanceof Within ? given.bounds : {};
    const own = given instanceof Within ? args.slice(0, -1) : args;
    const last = own.at(-1);
    const named = last instanceof Keywords ? last.values : null;
    const positional = named === null ? own : own.slice(0, -1);
    const all = [
      arg(name, "name"),
      arg(named === null ? null : Object.keys(named), "names"),
      arg(wallTimeMs, "wallTimeMs"),
      ...positional.map((value, at) => arg(value, `argument ${at + 1}`)),
      ...Object.entries(named ?? {}).map(([key, value]) => arg(value, `argument '${key}'`)),
    ];
    return await this.#client.ask(this, "call", all, signal);
  }

  /** Import a module, for what its code does and for later imports: it cannot leave its thread. Rejects as `run` does. */
  async import(name: string): Promise<void> {
    checkText("import", "name", name);
    await this.#client.ask(this, "import", [arg(name, "name")]);
  }

  /** Run source text as a job that can be polled: `start(source).state`. */
  start(source: string | Uint8Array, options: RunOptions = {}): WorkerJob {
    return new WorkerJob(this.run(source, options));
  }

  /** Call a name as a job that can be polled. */
  startCall(name: string, ...args: unknown[]): WorkerJob {
    return new WorkerJob(this.call(name, ...args));
  }

  /**
   * Raise KeyboardInterrupt in all that was asked so far, at its next safe point; resolves with whether there was
   * anything. Through shared memory, where there is any, it takes effect at once. Rejects with TypeError for a reason that is no string, and never else.
   */
  async interrupt(reason?: string): Promise<boolean> {
    if (reason !== undefined) checkText("interrupt", "reason", reason);
    return await this.#client.stop(this, INTERRUPT, reason);
  }

  /** End all that was asked so far; no Python code runs or can catch it. Rejects as `interrupt` does. */
  async terminate(reason?: string): Promise<void> {
    if (reason !== undefined) checkText("terminate", "reason", reason);
    await this.#client.stop(this, TERMINATE, reason);
  }

  /** A handle with which any thread can stop what runs here: see `VM.interruptHandle`. */
  async interruptHandle(options: { readonly shared?: boolean } = {}): Promise<InterruptHandle> {
    checkHandle(options);
    return await this.#client.handle(this, options.shared ?? true);
  }

  /** Begin anew, with fresh modules and globals. What runs is terminated. */
  async reset(): Promise<void> {
    await this.#client.ask(this, "reset", []);
  }

  /**
   * Close the VM and end its worker. Entry is refused at once; what runs is interrupted and, after the deadline,
   * terminated; a worker that does not answer is ended by force. Calling it again gives the same Promise. Never rejects.
   */
  close(options: CloseOptions = {}): Promise<void> {
    checkClose(options);
    this.#closing ??= this.#close(options.deadlineMs ?? 1_000);
    return this.#closing;
  }

  /** `await using vm = createWorkerVM()` closes it at the end of the block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #close(deadlineMs: number): Promise<void> {
    const client = this.#client;
    this.#signal?.removeEventListener("abort", this.#onAbort);
    const answer = client.ask(this, "close", [arg(deadlineMs, "deadlineMs")]).catch(() => {});
    client.isClosing = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, deadlineMs + GRACE_MS);
    });
    await Promise.race([answer, late]);
    clearTimeout(timer);
    await client.end(new ClosedError(client.shownName));
    this.#events.removeAllListeners();
  }
}

function started(spawn: () => WorkerPort): WorkerPort {
  try {
    return spawn();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new TypeError(`createWorkerVM: option 'worker': ${problem}`, { cause: error });
  }
}

function arg(value: unknown, path: string): Argument {
  return { value, path };
}

/** The names of `__main__` of a WorkerVM. */
export class WorkerGlobals {
  readonly #client: WorkerClient;
  readonly #owner: WorkerVM;

  /** @internal */
  constructor(client: WorkerClient, owner: WorkerVM) {
    this.#client = client;
    this.#owner = owner;
  }

  /** Resolves with the value of a name; undefined when there is none. Rejects with ConversionError, ClosedError. */
  async get(name: string): Promise<unknown> {
    checkText("globals.get", "name", name);
    return await this.#client.ask(this.#owner, "get", [arg(name, "name")]);
  }

  /** Give a name a value. Rejects with ConversionError when it cannot cross, ClosedError. */
  async set(name: string, value: unknown): Promise<void> {
    checkText("globals.set", "name", name);
    await this.#client.ask(this.#owner, "set", [arg(name, "name"), arg(value, name)]);
  }
}
