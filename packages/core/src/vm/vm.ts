// The VM: one isolated interpreter, wired from the rooms below.
import { InternalError, LimitError, PythonError, type PythonFrame } from "../host/python-error.ts";
import { toJs } from "../host/to-js.ts";
import { installBuiltins } from "../builtins/install.ts";
import { deliver } from "../interpret/deliver.ts";
import { link } from "../protocol/link.ts";
import type { PyException, Traceback } from "../objects/exception.ts";
import { syntaxErrorType, systemExitType } from "../objects/exception-types.ts";
import type { Fiber } from "../objects/frame.ts";
import { PyFunction } from "../objects/function.ts";
import { Machine, type CompileMode, type Services } from "../objects/machine.ts";
import type { PyModule } from "../objects/module.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { positionAt } from "../bytecode/code.ts";
import { newModule } from "../modules/define.ts";
import { compileThen, type CompileThen } from "../protocol/compile-source.ts";
import { pushNamespace } from "../protocol/frames.ts";
import { raiseFromJs } from "../host/from-js-error.ts";
import { str } from "../protocol/conversion.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { exceptionOnlyText, tracebackText } from "../protocol/traceback-text.ts";
import { Job, type JobOutcome } from "../schedule/job.ts";
import { Scheduler } from "../schedule/scheduler.ts";
import { runFiber } from "../interpret/run.ts";
import { loadNames, mentionsNames } from "./character-names.ts";
import { compileSource } from "./compile.ts";
import { ImportLocks } from "./import-locks.ts";
import { HostBox, importModule, type ImportHost } from "./import.ts";
import { checkOptions, DEFAULT_LIMITS, operationLimits, type VMLimits, type VMOptions } from "./options.ts";
import { type FileAccess, fileServices, saveAll } from "./files.ts";
import { fiberTraceback } from "./fiber-traceback.ts";
import { defaultPlatform, type Platform } from "./platform.ts";
import rehearsal from "./rehearsal.py";
import { setUpSys } from "../modules/sys.ts";
import { caretAnchors, isWholeCall } from "../syntax/caret-anchors.ts";

export interface RunOptions {
  /** Name of the source in tracebacks; default "<string>". */
  readonly filename?: string;
  /** "run" (default) answers the value of a last expression; "exec" None; "single" shows values as the REPL does. */
  readonly mode?: CompileMode;
}

/** Make a VM. Throws TypeError for unknown options or wrong types. */
export function createVM(options: VMOptions = {}): VM {
  return new VM(options);
}

/** One isolated Python interpreter: its own modules, globals, limits and output. */
export class VM {
  readonly #machine: Machine;
  readonly #scheduler: Scheduler;
  readonly #platform: Platform;
  readonly #limits: Required<VMLimits>;
  readonly #main: PyModule;
  readonly #files: FileAccess | null;
  readonly #jobs: Map<Fiber, Job> = new Map();
  /** What calls off the timers that fibers wait for. */
  readonly #timers: Map<Fiber, () => void> = new Map();
  #nextWait = 1;
  #isClosed = false;

  constructor(options: VMOptions) {
    checkOptions(options);
    this.#platform = options.platform ?? defaultPlatform();
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#files = options.files ?? null;
    this.#scheduler = options.scheduler ?? new Scheduler({ platform: this.#platform });
    this.#machine = new Machine(this.#services(options), operationLimits(this.#limits));
    const vm = this.#machine;
    installBuiltins(vm);
    setUpSys(vm, options.argv ?? [""], options.path ?? []);
    this.#main = newModule(vm, "__main__");
    dictSetString(this.#main.dict, "__builtins__", vm.builtinsModule as Value);
    dictSetString(this.#main.dict, "__package__", NONE);
    dictSetString(vm.modules, "__main__", this.#main);
  }

  /**
   * Run source text in the module `__main__`; resolves with the value of its last expression, as plain data. Rejects
   * with PythonError (an exception nobody caught), LimitError or InternalError.
   */
  async run(source: string | Uint8Array, options: RunOptions = {}): Promise<unknown> {
    this.#enter();
    if (mentionsNames(source)) {
      await loadNames(this.#machine);
      this.#enter();
    }
    const fiber = this.#start(source, options);
    const outcome = await new Promise<JobOutcome>((resolve) => {
      const job = new Job(this.#machine, fiber, this.#limits, this.#platform.monotonic(), resolve);
      this.#jobs.set(fiber, job);
      this.#scheduler.add(job);
    });
    this.#jobs.delete(fiber);
    this.#endWait(fiber);
    if (this.#files !== null && !this.#isClosed) {
      for (const path of await saveAll(this.#machine, this.#files)) {
        this.#machine.services.write("stderr", `krait: cannot save '${path}'\n`);
      }
    }
    if (outcome.isCancelled === true) throw closedError();
    if (outcome.limit !== undefined) throw new LimitError(outcome.limit, this.#limits[outcome.limit]);
    if (outcome.internal !== undefined) {
      this.#isClosed = true;
      throw new InternalError(outcome.internal, fiberTraceback(fiber));
    }
    if (outcome.error !== undefined) throw this.#pythonError(outcome.error);
    return toJs(this.#machine, outcome.value as Value);
  }

  /** Ask the running script to stop: KeyboardInterrupt at its next safe point. */
  interrupt(): void {
    for (const [fiber, job] of this.#jobs) {
      this.#endWait(fiber);
      this.#scheduler.interrupt(job);
    }
  }

  /** Stop everything and refuse further calls. */
  close(): void {
    this.#isClosed = true;
    for (const job of this.#jobs.values()) this.#scheduler.cancel(job);
  }

  #enter(): void {
    if (this.#isClosed) throw closedError();
  }

  /** A fiber with the frame of the compiled source on top; a SyntaxError is its failure. */
  #start(source: string | Uint8Array, options: RunOptions): Fiber {
    const vm = this.#machine;
    const outer = vm.fiber;
    const fiber = vm.newFiber();
    vm.fiber = fiber;
    const { filename: name = "<string>", mode = "run" } = options;
    const { dict } = this.#main;
    const { filename } = options;
    const isNamed = filename !== undefined && !filename.startsWith("<");
    if (isNamed && dictGetString(dict, "__file__") === undefined) dictSetString(dict, "__file__", filename);
    const request = { filename: name, mode, topLevelAwait: mode !== "exec", isFile: true };
    compileThen(vm, source, request, RUN_MAIN, dict);
    if (vm.error !== null) {
      fiber.failure = vm.error;
      fiber.isDone = true;
      vm.error = null;
    }
    vm.fiber = outer;
    return fiber;
  }

  #services(options: VMOptions): Services {
    const platform = this.#platform;
    const host: ImportHost = {
      locks: new ImportLocks(),
      loader: options.loader ?? null,
      library: new Map(),
      wait: this.#wait.bind(this),
    };
    const { stdin, files } = options;
    const wait = this.#wait.bind(this);
    return {
      compile: compileSource,
      caretAnchors,
      isWholeCall,
      importModule: (vm, name, globals, fromList, level) => importModule(vm, host, name, globals, fromList, level),
      write: (stream, text) => options[stream]?.(text),
      ...(stdin === undefined ? {} : { readLine: stdin }),
      ...(files === undefined ? {} : { files: fileServices(files, wait) }),
      now: () => platform.now(),
      monotonic: () => platform.monotonic(),
      randomBytes: (count) => platform.randomBytes(count),
      rehearse: () => {
        void new VM({ scheduler: this.#scheduler, platform }).run(rehearsal);
      },
      sleep: (vm, milliseconds) => {
        const { fiber } = vm;
        const promise = new Promise<null>((resolve) => {
          this.#timers.set(
            fiber,
            platform.timer(milliseconds, () => {
              this.#timers.delete(fiber);
              resolve(null);
            }),
          );
        });
        return wait(vm, vm.fiber, "sleep", [milliseconds], promise, () => NONE);
      },
    };
  }

  /** Park a fiber until a promise settles; the frame on top gets its value, by default in a HostBox. */
  #wait(
    vm: Machine,
    fiber: Fiber,
    operation: string,
    args: readonly Value[],
    promise: Promise<unknown>,
    wrap: (content: unknown) => Value = (content) => new HostBox(content),
  ): undefined {
    fiber.park = { operation, args, id: this.#nextWait++ };
    const { id } = fiber.park;
    const wake = (give: () => void): void => {
      const job = this.#jobs.get(fiber);
      // A fiber that was stopped meanwhile, or waits for something else, is not touched.
      if (job === undefined || job.isSettled || fiber.park?.id !== id) return;
      fiber.park = null;
      vm.fiber = fiber;
      give();
      // Another fiber may run first: what was raised belongs to this one.
      fiber.raised = vm.error;
      vm.error = null;
      this.#scheduler.add(job);
    };
    promise.then(
      (content) => wake(() => deliver(vm, fiber, wrap(content))),
      (error: unknown) => wake(() => raiseFromJs(vm, error)),
    );
    return undefined;
  }

  /** The fiber no longer waits for its timer, if it does. */
  #endWait(fiber: Fiber): void {
    this.#timers.get(fiber)?.();
    this.#timers.delete(fiber);
  }

  #pythonError(exception: PyException): PythonError {
    const traceback = this.#evaluate((vm) => tracebackText(vm, exception));
    const text = typeof traceback === "string" ? traceback : `${exception.type.name}\n`;
    const only = this.#evaluate((vm) => exceptionOnlyText(vm, exception));
    // What stands before the line of the type and the message is the source that a SyntaxError shows.
    const line = (typeof only === "string" ? only : "").split("\n").find((each) => !each.startsWith("  "));
    const colon = line?.indexOf(": ") ?? -1;
    const message = colon < 0 ? "" : (line as string).slice(colon + 2);
    return new PythonError(exception.type.name, message, framesOf(exception), text, this.#exit(exception));
  }

  /** What SystemExit asks for: its int code, 0 for None, 1 and a message for anything else. */
  #exit(exception: PyException): PythonError["exit"] {
    if (!exception.type.isSubtype(systemExitType)) return null;
    const code = exception.fields?.get("code") ?? exception.args.items[0] ?? NONE;
    if (code === NONE) return { status: 0, message: null };
    if (typeof code === "boolean" || typeof code === "number") return { status: Number(code) & 0xff, message: null };
    const text = this.#evaluate((vm) => str(vm, code));
    return { status: 1, message: typeof text === "string" ? text : "" };
  }

  /** Run an operation of the engine to its end at once, in a fiber of its own; undefined when it raises. */
  #evaluate(operation: (vm: Machine) => Result): Result {
    const vm = this.#machine;
    const outer = vm.fiber;
    const fiber = vm.newFiber();
    vm.fiber = fiber;
    let result = operation(vm);
    if (result === undefined && vm.error === null) {
      vm.budget = EVALUATE_BUDGET;
      runFiber(vm, fiber);
      result = fiber.isDone && fiber.failure === null ? fiber.result : undefined;
    }
    vm.error = null;
    vm.fiber = outer;
    return result;
  }
}

/** Pushes the frame that runs a compiled script in the namespace of `__main__`. */
const RUN_MAIN: CompileThen<PyDict> = {
  name: "run",
  run: (vm, code, dict) =>
    pushNamespace(vm, new PyFunction(link(vm, code), dict, vm.builtins, [], null, null, null, "__main__"), dict),
};

/** Safe points that showing an exception may take: a `__str__` that loops must not hang the host. */
const EVALUATE_BUDGET = 1_000_000;

function closedError(): Error {
  return new Error("this VM is closed");
}

function framesOf(exception: PyException): PythonError["frames"] {
  const frames: PythonError["frames"][number][] = [];
  for (let entry: Traceback | null = exception.traceback; entry !== null; entry = entry.next) {
    const { fields } = entry.linked.code;
    const position = positionAt(entry.linked.code, entry.pc);
    frames.push({
      file: fields.filename,
      line: position?.line ?? fields.firstLine,
      column: position?.column ?? 0,
      endColumn: position?.endColumn ?? 0,
      function: fields.qualifiedName,
    });
  }
  if (exception.type.isSubtype(syntaxErrorType)) {
    const place = syntaxFrame(exception);
    if (place !== null) frames.push(place);
  }
  return frames;
}

/** Where a SyntaxError is, as the innermost frame. */
function syntaxFrame({ fields }: PyException): PythonFrame | null {
  const number = (name: string): number => {
    const value = fields?.get(name);
    return typeof value === "number" ? value : 0;
  };
  const file = fields?.get("filename");
  if (typeof file !== "string") return null;
  const [line, column, endColumn] = [number("lineno"), number("offset") - 1, number("end_offset") - 1];
  return { file, line, column, endColumn, function: "" };
}
