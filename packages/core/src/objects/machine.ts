// The mutable state of one VM, as the operations see it. Everything that changes while scripts run hangs here.
import type { Code } from "../bytecode/code.ts";
import type { PyException } from "./exception.ts";
import type { HostWait } from "./follower.ts";
import { Fiber, type Frame } from "./frame.ts";
import type { PyGenerator } from "./generator.ts";
import type { Job, Settled } from "./job.ts";
import type { Lane, Relay } from "./lane.ts";
import type { Linked } from "./linked.ts";
import { newDict } from "./make.ts";
import type { PyDict } from "./table.ts";
import type { PyType } from "./type.ts";
import { type Awaited, Unbegun } from "./unbegun.ts";
import type { PyObject, Result, Value } from "./value.ts";

/** How source text becomes code: as a module, an `eval` expression, a REPL entry, or a module whose last value counts. */
export type CompileMode = "exec" | "eval" | "single" | "run";

export interface CompileRequest {
  readonly filename: string;
  readonly mode: CompileMode;
  readonly topLevelAwait?: boolean;
  readonly futureAnnotations?: boolean;
  readonly dropAsserts?: boolean;
  /** The text is a file's, or stands for one: it is kept for tracebacks. */
  readonly isFile?: boolean;
  /** CPython reads it as it is run, and has left the line when it finds an error at the end. */
  readonly isMain?: boolean;
  /** Why the bytes of the source are no text: the SyntaxError that it has. */
  readonly problem?: string;
}

/** A SyntaxWarning of the compiler, and the SyntaxError that a filter may make of it. */
export interface SourceWarning {
  readonly message: string;
  readonly filename: string;
  readonly line: number;
  readonly error: PyException;
}

/** What compiling gave: code or an error, and the warnings that come before it. */
export interface Compiled {
  readonly code: Code | null;
  readonly error: PyException | null;
  readonly warnings: readonly SourceWarning[];
  /** There is neither code nor error yet: the bytes of the source are to be decoded from this encoding first. */
  readonly encoding?: string;
}

/** Compiling under way. */
export interface Compiling {
  /** Goes on by a statement; what all of it gave at the end, null before. */
  step(): Compiled | null;
}

/** Parts of an expression that a traceback marks: from the left end on to the right start, lines from 0. */
export interface CaretAnchors {
  readonly leftLine: number;
  readonly leftColumn: number;
  readonly rightLine: number;
  readonly rightColumn: number;
}

/** What a count has found that nothing reaches. */
export interface Garbage {
  /** Objects with a `__del__` that was not called yet. */
  readonly objects: readonly PyObject[];
  /** Callbacks of weak references, each with its reference. */
  readonly callbacks: readonly (readonly [callback: Value, reference: Value])[];
  /** Coroutines that were never awaited. */
  readonly unawaited: readonly Awaited[];
}

/** What happens when a time has come. */
export interface Due {
  /** `at` is the time, in ms on the monotonic clock. */
  fire(at: number): void;
}

/** A timer that can be called off until it has fired. */
export interface PendingTimer {
  callOff(): void;
}

/** What event loops run beside the entries of the host; see schedule/. */
export interface Jobs {
  /** Where entries of the host stand, and the tasks of the VM's own event loop. */
  readonly lane: Lane;
  /**
   * A job for a fiber: on the account of the entry that runs now, or `isOwn` on one of its own, with the same limits. `settled`
   * is told how it ended.
   */
  make(fiber: Fiber, lane: Lane, isOwn: boolean, settled: Settled | null): Job;
  /** Give a job its turn, the first or the next after a wait; `isFirst`: before all others. */
  add(job: Job, isFirst?: boolean): void;
  /** Give a relay its turn; one that was due at a time, in ms, has it after all that stands in the lane when a batch ends. */
  relay(relay: Relay, lane: Lane, dueAt?: number): void;
  /** Let what stands in a closed lane run. */
  open(lane: Lane): void;
  /** Wake a job that waits by an exception: what it waits for is called off. */
  throwInto(job: Job, error: PyException): void;
  /** End a job that waits, without any Python. */
  stop(job: Job): void;
  /**
   * Fire at a time, in ms on the monotonic clock, unless the VM ends before; answers what calls that off. Counts as a timer of
   * the VM.
   */
  timer(at: number, due: Due): PendingTimer;
}

/** What the VM above gives to the operations below. */
export interface Services {
  readonly jobs: Jobs;
  /** Tell the host of something that is no error of anyone who waits. */
  warn(category: string, message: string): void;
  /** Compiles at once. Natives go through protocol/compile-source.ts, which issues the warnings. */
  compile(vm: Machine, source: string | Uint8Array, request: CompileRequest): Compiled;
  /** Begins to compile. */
  beginCompiling(vm: Machine, source: string | Uint8Array, request: CompileRequest): Compiling;
  /** The operator, brackets or arguments to mark in the source of an expression; null when there are none. */
  caretAnchors(segment: string): CaretAnchors | null;
  /** Whether the text is `return name(...)` or `name = ...(...)` whose call begins and ends at these columns. */
  isWholeCall(text: string, start: number, end: number): boolean;
  /** `import name` as `__import__` does it; may push frames. */
  importModule(vm: Machine, name: string, globals: Value, fromList: Value, level: number): Result;
  /** Write; false after raising what the host threw over it. */
  write(stream: "stdout" | "stderr", text: string): boolean;
  /** A line of input without its newline, or null at the end; undefined when the host gives none. */
  readLine?(prompt: string): string | null;
  /** Files, where the host gives any: a str answered in place of the bytes or None is the system's code of an error. */
  readonly files?: {
    open(vm: Machine, path: string, mode: string): Result;
    save(vm: Machine, path: string, content: Uint8Array): Result;
  };
  /** Wall clock in ms since the epoch. */
  now(): number;
  /** Monotonic clock in ms. */
  monotonic(): number;
  /** Fill with random bytes, for seeds. */
  randomBytes(count: number): Uint8Array;
  /** Called once by a scheduler, when a script has run for more than a moment. */
  rehearse(): void;
  /**
   * Park the running fiber until a Promise of the host settles: its value, converted (in a HostBox when `isRaw`), is then
   * delivered to the frame on top, or what it was rejected with is raised there. `abort` is called when the fiber waits no
   * more. Answers undefined.
   */
  wait(
    vm: Machine,
    operation: string,
    args: readonly Value[],
    promise: Promise<unknown>,
    isRaw: boolean,
    abort?: () => void,
  ): undefined;
  /** Tell a follower what a Promise of the host has come to, in no fiber's turn. Answers the number to call it off by. */
  follow(operation: string, promise: Promise<unknown>, wait: HostWait): number;
  /** What was begun for a follower is called off, unless it is over. */
  callOff(id: number): void;
  /** The Python value of a value of the host's; raises when it has none. */
  fromHost(vm: Machine, value: unknown): Result;
  /** Raise what the host has thrown as a Python exception. */
  raiseFromHost(vm: Machine, error: unknown): undefined;
  /** A fiber is being ended: what it waits for is called off. */
  abandon(fiber: Fiber): void;
  /** Begin to count what scripts hold; see Garbage. */
  beginCount(vm: Machine): object;
  /** One bounded step of a count: what nothing reaches any more once it is over, null before. */
  stepCount(vm: Machine, count: object): Garbage | null;
  /** A script began or ended to wait. */
  stateChanged(): void;
  /** Parks the running fiber until the host wakes it (`time.sleep`): answers undefined after parking. */
  sleep(vm: Machine, milliseconds: number): Result;
}

/** Requests of other threads: `poll` does what was asked, `drop` forgets it. */
export interface ThreadRequests {
  poll(): void;
  drop(): void;
}

/** Limits of one operation; a script may catch what they raise. */
export interface OperationLimits {
  /** Frames of one fiber; `sys.setrecursionlimit` may raise it up to `recursionCap`. */
  recursion: number;
  readonly recursionCap: number;
  /** Size of an int, in bits. */
  readonly integerBits: number;
  /** Items of one str, bytes, list or tuple. */
  readonly length: number;
  /** Digits of an int in decimal text (`sys.set_int_max_str_digits`), 0 for no limit. */
  intTextDigits: number;
}

/** Is told what code compiled for tracing does. */
export interface Tracer {
  /** `kind` is a TraceKind of bytecode/op.ts. */
  tell(frame: Frame, kind: number): void;
  tellException(frame: Frame, error: PyException): void;
}

/**
 * What counters of bytes begin at: 0 after the first addition, but no small int. V8 keeps small ints apart from other
 * numbers, and optimised code that sees a counter outgrow them is compiled again.
 */
const NOTHING: number = Number.MIN_VALUE;

export class Machine {
  readonly services: Services;
  readonly limits: OperationLimits;
  /** The exception just raised and not yet caught; null while all is well. */
  error: PyException | null = null;
  fiber: Fiber;
  /** Instructions until the next look at `control` and the slice. */
  budget = 0;
  /** Portions of natives and other long work so far: the clock is looked at after some of it. */
  portions = 0;
  /** Whether the time of the quantum under way is up. */
  isLate: () => boolean = () => false;
  builtins: PyDict;
  /** `sys.modules`. */
  modules: PyDict;
  /**
   * What is called before a script imports a module, by the first part of the module's name, loaded or not: what it throws is
   * raised there. Null for none. See protocol/guards.ts.
   */
  guards: Map<string, () => void> | null = null;
  /** The character of a Unicode name; null until a source text names one. */
  unicodeNames: ((name: string) => string | undefined) | null = null;
  /** The `builtins` module, once it is made. */
  builtinsModule: Value | null = null;
  /** The context of every fiber that has none of its own (modules/contextvars); null until one is asked for. */
  context: PyObject | null = null;
  /** Classes of this VM that derive directly from a built-in type. */
  readonly subclasses: Map<PyType, PyType[]> = new Map();
  readonly linked: Map<Code, Linked> = new Map();
  /** Null: the VM was made without a trace hook, and its code tells nothing. */
  tracer: Tracer | null = null;
  /** The text of scripts and modules by filename, for tracebacks. */
  readonly sources: Map<string, string> = new Map();
  /** The cumulative limit that the running script has passed, which no Python code can catch; null while none. */
  exceeded: string | null = null;
  /** Calls of functions of the host that have ended. */
  hostCalls = 0;
  /** What other threads ask of the VM; null until it was asked for a handle. */
  requests: ThreadRequests | null = null;
  /**
   * Bytes allocated since the last census, roughly: what is large is counted where it is made, and so are instances,
   * frames and displays. See vm/memory.ts.
   */
  allocated: number = NOTHING;
  /**
   * Characters of texts that were put together since the last census: JavaScript copies them when they are looked into,
   * and those of a text that grows piece by piece were garbage before that.
   */
  joined: number = NOTHING;
  /** Bytes that the other instructions may have made since the last census, in small objects. */
  supposed: number = NOTHING;
  /** Where `allocated` ends the quantum, so that it is looked at in time. */
  allotment: number = Number.POSITIVE_INFINITY;
  /**
   * Length of the longest text that a part was taken of since the last census: JavaScript lets a part point into the
   * whole, which it keeps. The next census makes such parts texts of their own.
   */
  longestWhole = 0;
  /** Objects whose class has a `__del__`, until that is called. The VM does not hold them by this. */
  readonly finalizable: Set<PyObject> = new Set();
  /** Coroutines that nobody has awaited so far. The VM does not hold them by this. */
  readonly unbegun: Unbegun = new Unbegun();
  /** Asynchronous generators that were begun and have not ended, each with the event loop in which it was begun. */
  readonly asyncGenerators: Map<PyGenerator, object | null> = new Map();
  /** Tells an awaiter why what it has yielded cannot be waited for; null without an event loop of Python's. */
  refuseYield: ((vm: Machine, value: Value) => undefined) | null = null;
  /** Those whose `__del__` was called, or is about to be. */
  readonly finalized: WeakSet<PyObject> = new WeakSet();
  /** Number of the last census that began: objects that it has reached carry it as their mark. */
  census = 0;
  #records: Map<object, unknown> = new Map();
  #identities: WeakMap<object, number> = new WeakMap();
  #nextIdentity = 0x7f00_0000_0010;
  #nextLayout = 1;
  #hasTakenLibrary = false;
  #nextFiber = 1;

  constructor(services: Services, limits: OperationLimits) {
    this.services = services;
    this.limits = limits;
    this.builtins = newDict();
    this.modules = newDict();
    this.fiber = this.newFiber();
  }

  /** This VM's own record for a shared template (a type, a module, a native function), made on first use. */
  record<T>(key: object, make: () => T): T {
    let record = this.#records.get(key);
    if (record === undefined) {
      record = make();
      this.#records.set(key, record);
    }
    return record as T;
  }

  /** The records made so far: what they hold, the VM holds. */
  records(): Iterable<unknown> {
    return this.#records.values();
  }

  /** `id()` of an object that is compared by identity. */
  identityOf(object: object): number {
    let id = this.#identities.get(object);
    if (id === undefined) {
      id = this.#nextIdentity;
      this.#nextIdentity += 16;
      this.#identities.set(object, id);
    }
    return id;
  }

  /**
   * The code of a module of the library is to run. The first time it may have been compiled, for all VMs: what that took is
   * no burst of the script's, on a slow machine neither.
   */
  takeLibrary(code: Code): void {
    if (!this.linked.has(code)) this.#hasTakenLibrary = true;
  }

  /** Whether such code has come to this VM since this was asked last. */
  tookLibrary(): boolean {
    const has = this.#hasTakenLibrary;
    this.#hasTakenLibrary = false;
    return has;
  }

  newLayout(): number {
    return this.#nextLayout++;
  }

  newFiber(bottom: Frame | null = null): Fiber {
    return new Fiber(this.#nextFiber++, bottom);
  }
}
