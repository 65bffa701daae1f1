// The host's side of the connection to a worker: questions that wait for answers, and what becomes of them at the end.
import { ClosedError } from "../host/errors.ts";
import type { ModuleSource } from "../vm/import.ts";
import { InterruptHandle, type InterruptHandleData } from "../vm/interrupt-handle.ts";
import { ControlWord } from "../vm/control-word.ts";
import { errorFromData, errorToData } from "./error-data.ts";
import { WorkerLostError } from "./errors.ts";
import type { WorkerVMOptions } from "./options.ts";
import { type Argument, packAll, unpack } from "./parcel.ts";
import type { WorkerPort } from "./ports.ts";
import type { FromWorker, Method, StopMessage, ToWorker } from "./protocol.ts";

/** One question, until it is answered. */
interface Pending {
  /** Kept from being collected meanwhile: an answer must never depend on that. */
  readonly holder: object;
  readonly signal: AbortSignal | undefined;
  readonly settle: (answer: { readonly value: unknown } | { readonly error: unknown }) => void;
}

/** Knows nothing of the WorkerVM but what waits for an answer: the worker's messages do not keep that alive. */
export class WorkerClient {
  readonly shownName: string;
  readonly #port: WorkerPort;
  readonly #options: WorkerVMOptions;
  readonly #event: (name: string, args: unknown[]) => void;
  readonly #pending: Map<number, Pending> = new Map();
  /** The names of the events that the worker tells. */
  readonly #wanted: Set<string> = new Set();
  #nextId = 1;
  /** The control word, once the VM is made and where memory is shared. */
  #word: ControlWord | null = null;
  /** Why nothing more can be asked; null while it can. */
  #end: Error | null = null;
  isReady = false;
  /** Nothing is asked any more. */
  isClosing = false;
  readonly #dropped: FinalizationRegistry<undefined> = new FinalizationRegistry(
    () => void this.end(new ClosedError(this.shownName)),
  );

  constructor(
    port: WorkerPort,
    name: string,
    options: WorkerVMOptions,
    event: (name: string, args: unknown[]) => void,
  ) {
    this.shownName = `VM '${name}'`;
    this.#port = port;
    this.#options = options;
    this.#event = event;
    port.listen({
      message: (data) => {
        for (const message of data as FromWorker[]) this.#receiveSafely(message);
      },
      lost: (why, cause) => void this.end(new WorkerLostError(this.shownName, why, cause)),
    });
    const { limits, seed, argv, path, loader } = options;
    this.#send({
      kind: "make",
      options: {
        name,
        ...(limits && { limits: { ...limits } }),
        ...(seed !== undefined && { seed }),
        ...(argv && { argv: argv.map(String) }),
        ...(path && { path: path.map(String) }),
        hasLoader: loader !== undefined,
        modules: (options.modules ?? []).map((each) => (typeof each === "string" ? each : each.href)),
      },
    });
    this.#port.hold?.(false);
  }

  /** Number of questions without an answer. */
  get pendingCount(): number {
    return this.#pending.size;
  }

  /** Whether the worker has ended. */
  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** Ask the VM for something. Rejects with what it throws, with ConversionError, or with why it is gone. */
  async ask(holder: object, method: Method, args: readonly Argument[], signal?: AbortSignal): Promise<unknown> {
    if (this.#end !== null) throw this.#end;
    if (this.isClosing) throw new ClosedError(this.shownName);
    signal?.throwIfAborted();
    const transfer: ArrayBuffer[] = [];
    const packed = packAll(args, transfer);
    const id = this.#nextId++;
    const answer = this.#wait(id, holder, signal);
    try {
      this.#send({ kind: "ask", id, method, args: packed, ticket: this.#word?.ticket ?? 0 }, transfer);
    } catch (error) {
      // Data alone, but more than the runtime can copy.
      this.#settle(id, { error });
    }
    if (signal === undefined) return await answer;
    const abort = (): void => this.#send({ kind: "abort", id });
    signal.addEventListener("abort", abort, { once: true });
    try {
      return await answer;
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  /** Stop what has been asked so far; resolves with whether anything ran or waited. Never rejects. */
  async stop(holder: object, what: StopMessage["what"], reason: string | undefined): Promise<boolean> {
    if (this.#end !== null || this.#pending.size === 0) return false;
    const ticket = this.#word?.ask(what, reason) ?? 0;
    const id = this.#nextId++;
    const answer = this.#wait(id, holder, undefined);
    // The message finds what has not begun yet, and what waits where shared memory wakes nobody.
    this.#send({ kind: "stop", id, what, reason, ticket });
    return await answer.then(
      (found) => found === true,
      () => false,
    );
  }

  /** A handle for other threads. */
  async handle(holder: object, isShared: boolean): Promise<InterruptHandle> {
    if (isShared) {
      // Any answer tells that the VM is made.
      if (!this.isReady) await this.ask(holder, "stats", []);
      if (this.#word !== null) return InterruptHandle.from({ kind: "krait.interrupt", memory: this.#word.memory });
    }
    return InterruptHandle.from((await this.ask(holder, "handle", [])) as InterruptHandleData);
  }

  /** Events of this name are wanted. */
  listen(event: string): void {
    if (this.#end !== null || this.#wanted.has(event)) return;
    this.#wanted.add(event);
    this.#send({ kind: "listen", event });
  }

  /** End the worker when its owner has been collected, which no pending question allows. */
  endAfter(owner: object): void {
    this.#dropped.register(owner, undefined);
  }

  /** End the worker, and reject all that waits; the first end counts. */
  async end(why: Error): Promise<void> {
    if (this.#end !== null) return;
    this.#end = why;
    for (const [id] of this.#pending) this.#settle(id, { error: why });
    await this.#port.terminate();
  }

  #wait(id: number, holder: object, signal: AbortSignal | undefined): Promise<unknown> {
    if (this.#pending.size === 0) this.#port.hold?.(true);
    return new Promise((resolve, reject) => {
      const settle: Pending["settle"] = (answer) => {
        if ("value" in answer) resolve(answer.value);
        else reject(answer.error);
      };
      this.#pending.set(id, { holder, signal, settle });
    });
  }

  #settle(id: number, answer: { readonly value: unknown } | { readonly error: unknown }): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#port.hold?.(false);
    if (pending === undefined) return;
    // The reason of a signal is whatever the host made it: it never crossed.
    const isAborted = "error" in answer && (answer.error as Error).name === "AbortError";
    pending.settle(isAborted && pending.signal?.aborted ? { error: pending.signal.reason } : answer);
  }

  #send(message: ToWorker, transfer: readonly unknown[] = []): void {
    this.#port.post(message, transfer);
  }

  /** What a callback of the host throws is the host's to see, and must not cost it the messages behind. */
  #receiveSafely(message: FromWorker): void {
    try {
      this.#receive(message);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case "ready":
        this.isReady = true;
        this.#word = message.memory === null ? null : new ControlWord(message.memory);
        return;
      case "unmade":
        return void this.end(errorFromData(message.error));
      case "answer":
        return this.#settle(message.id, { value: unpack(message.value) });
      case "handle":
        return this.#settle(message.id, { value: message.data });
      case "refusal":
        return this.#settle(message.id, { error: errorFromData(message.error) });
      case "output":
        return this.#options[message.stream]?.(message.text);
      case "find":
        return void this.#find(message.id, message.name, message.path);
      case "event":
        return this.#event(message.name, unpack(message.args) as unknown[]);
    }
  }

  /** Ask the loader, and send what it finds. */
  async #find(id: number, name: string, path: readonly string[]): Promise<void> {
    let answer: ToWorker;
    try {
      const found = (await this.#options.loader?.(name, path)) ?? null;
      answer = { kind: "found", id, module: found === null ? null : plainModule(found) };
    } catch (error) {
      answer = { kind: "failed", id, error: errorToData(error) };
    }
    if (this.#end === null) this.#send(answer);
  }
}

/** Only what is known of a module crosses, and of its bytes those of the file alone. */
function plainModule({ source, filename, path }: ModuleSource): ModuleSource {
  const text = typeof source === "string" ? source : new Uint8Array(source);
  return path === undefined ? { source: text, filename } : { source: text, filename, path };
}
