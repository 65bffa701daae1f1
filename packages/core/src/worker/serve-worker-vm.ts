// The worker's side of a WorkerVM: makes the VM, does what the host asks, and tells what comes of it.
import { keywords, within } from "../host/boundary.ts";
import { PythonError, TerminatedError } from "../host/errors.ts";
import { ControlWord, INTERRUPT, TERMINATE } from "../vm/control-word.ts";
import { InterruptHandle } from "../vm/interrupt-handle.ts";
import type { ModuleSource } from "../vm/import.ts";
import { isLibrary, type Library, type NativeModule } from "../vm/native-module.ts";
import { createVM, type VM } from "../vm/vm.ts";
import { errorFromData, errorToData } from "./error-data.ts";
import { Outbox } from "./outbox.ts";
import { pack, unpack } from "./parcel.ts";
import type { HostPort } from "./ports.ts";
import type { Method, PlainOptions, Question, StopMessage, ToWorker } from "./protocol.ts";

/** What each method does; `args` come from the WorkerVM of the same package. */
const METHODS: Readonly<Record<Method, (vm: VM, args: any[], signal: AbortSignal) => unknown>> = {
  run: (vm, [source, options], signal) => vm.run(source, { ...options, signal }),
  eval: (vm, [expression], signal) => vm.eval(expression, { signal }),
  call: (vm, [name, names, wallTimeMs, ...values], signal) =>
    vm.call(name, ...callArguments(names, values), within({ signal, ...(wallTimeMs !== null && { wallTimeMs }) })),
  // The module itself cannot leave its thread.
  import: async (vm, [name]) => void (await vm.import(name)),
  get: (vm, [name]) => vm.globals.get(name),
  set: (vm, [name, value]) => vm.globals.set(name, value),
  reset: (vm) => vm.reset(),
  stats: (vm) => ({ ...vm.stats }),
  handle: (vm) => vm.interruptHandle({ shared: false }),
  close: (vm, [deadlineMs]) => vm.close({ deadlineMs }),
};

/** The methods that run Python: what stops scripts holds for those that have not begun, too. */
const RUNNING: ReadonlySet<Method> = new Set(["run", "eval", "call", "import"]);

/** The values of a call's keyword arguments come last, in the order of their names. */
function callArguments(names: readonly string[] | null, values: readonly unknown[]): unknown[] {
  if (names === null) return [...values];
  const at = values.length - names.length;
  const named = Object.fromEntries(names.map((name, index) => [name, values[at + index]]));
  return [...values.slice(0, at), keywords(named)];
}

type HostModule = NativeModule | Library;

/** Who waits for a module of the loader's. */
interface Wanted {
  found(module: ModuleSource | null): void;
  failed(error: Error): void;
}

/** Run a VM in this thread, with modules and libraries of this program, for the WorkerVM at the other end of a port. */
export function serveWorkerVM(port: HostPort, options: { readonly modules?: readonly HostModule[] } = {}): void {
  const server = new Server(port, options.modules ?? []);
  port.listen((message) => server.receive(message as ToWorker));
}

class Server {
  readonly #outbox: Outbox;
  readonly #signals: Map<number, AbortController> = new Map();
  /** The modules that the loader was asked for. */
  readonly #wanted: Map<number, Wanted> = new Map();
  #nextWanted = 1;
  #vm: VM | null = null;
  #word: ControlWord | null = null;

  /** Messages that came while the VM's modules were being imported. */
  readonly #early: ToWorker[] = [];
  readonly #modules: readonly HostModule[];

  constructor(port: HostPort, modules: readonly HostModule[]) {
    this.#outbox = new Outbox(port);
    this.#modules = modules;
  }

  receive(message: ToWorker): void {
    if (message.kind === "make") return void this.#make(message.options);
    if (message.kind === "found") return this.#take(message.id)?.found(message.module);
    if (message.kind === "failed") return this.#take(message.id)?.failed(errorFromData(message.error));
    if (message.kind === "abort") return this.#signals.get(message.id)?.abort();
    const vm = this.#vm;
    if (vm === null) return void this.#early.push(message);
    if (message.kind === "ask") return void this.#answer(vm, message);
    if (message.kind === "stop") {
      const found = this.#stop(vm, message);
      return this.#outbox.add({ kind: "answer", id: message.id, value: { value: found, errors: [] } });
    }
    const { event } = message;
    vm.on(event as "state", (...args: unknown[]) => this.#tell(event, args));
  }

  async #make(options: PlainOptions): Promise<void> {
    try {
      const modules = options.modules.length === 0 ? [] : await Promise.all(options.modules.map(importModules));
      this.#publish(options, [...this.#modules, ...modules.flat()]);
    } catch (error) {
      this.#outbox.add({ kind: "unmade", error: errorToData(error) });
    }
    for (const message of this.#early.splice(0)) this.receive(message);
  }

  #publish(options: PlainOptions, modules: readonly HostModule[]): void {
    const { hasLoader, modules: _addresses, ...plain } = options;
    const write = (stream: "stdout" | "stderr") => (text: string) => this.#outbox.add({ kind: "output", stream, text });
    const vm = createVM({
      ...plain,
      modules,
      stdout: write("stdout"),
      stderr: write("stderr"),
      ...(hasLoader && { loader: (name: string, path: readonly string[]) => this.#find(name, path) }),
    });
    this.#vm = vm;
    if (typeof SharedArrayBuffer === "function") {
      const { data } = vm.interruptHandle();
      if ("memory" in data) this.#word = new ControlWord(data.memory);
    }
    this.#outbox.add({ kind: "ready", memory: this.#word?.memory ?? null });
  }

  async #answer(vm: VM, { id, method, args, ticket }: Question): Promise<void> {
    const controller = new AbortController();
    this.#signals.set(id, controller);
    try {
      if (RUNNING.has(method) && this.#word !== null && this.#word.taken > ticket) throw stopped(this.#word.takenKind);
      const value = await METHODS[method](vm, unpack(args) as unknown[], controller.signal);
      if (value instanceof InterruptHandle) {
        this.#outbox.add({ kind: "handle", id, data: value.data }, value.transfer);
      } else {
        const transfer: ArrayBuffer[] = [];
        this.#outbox.add({ kind: "answer", id, value: pack(value, "result", transfer) }, transfer);
      }
    } catch (error) {
      this.#outbox.add({ kind: "refusal", id, error: errorToData(error) });
    }
    this.#signals.delete(id);
  }

  /** Do what was asked for in the control word as well, unless it has taken effect there already. */
  #stop(vm: VM, { what, reason, ticket }: StopMessage): boolean {
    const word = this.#word;
    if (word !== null && ticket > 0 && word.taken >= ticket) return true;
    const kind = Math.max(what, word?.take()?.kind ?? 0);
    const isFound = vm.stats.entries > 0;
    if (kind === TERMINATE) vm.terminate(reason);
    else if (kind === INTERRUPT) vm.interrupt(reason);
    if (isFound) word?.confirm(kind);
    return isFound;
  }

  #find(name: string, path: readonly string[]): Promise<ModuleSource | null> {
    const id = this.#nextWanted++;
    this.#outbox.add({ kind: "find", id, name, path: [...path] });
    return new Promise((found, failed) => this.#wanted.set(id, { found, failed }));
  }

  #take(id: number): Wanted | undefined {
    const wanted = this.#wanted.get(id);
    this.#wanted.delete(id);
    return wanted;
  }

  #tell(name: string, args: readonly unknown[]): void {
    this.#outbox.add({ kind: "event", name, args: pack(args, "event", []) });
  }
}

/** The native modules and libraries that a program exports. Throws Error when it cannot be imported, or exports none. */
async function importModules(address: string): Promise<HostModule[]> {
  const program = (await import(address)) as Readonly<Record<string, unknown>>;
  const modules = Object.values(program).flat().filter(isHostModule);
  if (modules.length === 0) throw new TypeError(`createWorkerVM: '${address}' exports no native module and no library`);
  return [...new Set(modules)];
}

function isHostModule(value: unknown): value is HostModule {
  if (typeof value !== "object" || value === null) return false;
  return ("functions" in value && "classes" in value) || isLibrary(value as HostModule);
}

/** What becomes of a question that was asked before a request for a stop, and would begin after it. */
function stopped(kind: number): Error {
  if (kind === TERMINATE) return new TerminatedError("it had not begun", null);
  return new PythonError("KeyboardInterrupt", "", [], "KeyboardInterrupt\n", null);
}
