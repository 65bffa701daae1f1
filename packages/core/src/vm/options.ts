// The options of a VM and their defaults.
import type { OperationLimits } from "../objects/machine.ts";
import type { Scheduler } from "../schedule/scheduler.ts";
import type { FileAccess } from "./files.ts";
import type { Loader } from "./import.ts";
import type { Library, NativeModule } from "./native-module.ts";
import type { Platform } from "./platform.ts";
import type { TraceHook } from "./tracer.ts";

/** Limits of a VM. Infinity lifts one. */
export interface VMLimits {
  /** Time from the start of a run to its end, waits included, in ms; default 60,000. */
  readonly wallTimeMs?: number;
  /** Time a run may spend executing, in ms; default 10,000. */
  readonly activeTimeMs?: number;
  /**
   * Time a run may spend executing without ever waiting, in ms: for tasks that live long; default Infinity. It begins anew
   * where a module of the library is imported for the first time, which may have to compile it.
   */
  readonly burstTimeMs?: number;
  /** Safe points (loop iterations, calls, native steps) of a run; default Infinity. */
  readonly instructions?: number;
  /** Cap of `sys.setrecursionlimit`, in frames; default 1,000,000. The limit starts at 1,000. */
  readonly recursionDepth?: number;
  /** Size of an int, in bits; default 65,536. */
  readonly integerBits?: number;
  /** Items of one str, bytes, list or tuple; default 50,000,000. */
  readonly stringLength?: number;
  /**
   * What scripts may hold, in bytes, as an estimate: only what is still in use counts, and is counted now and then;
   * default 256 MiB.
   */
  readonly memoryBytes?: number;
  /**
   * What a run, or several that are under way at once, may write to stdout and stderr together, in UTF-16 units; default
   * 16,000,000.
   */
  readonly outputBytes?: number;
  /** Runs and calls under way at once; one more is refused with a LimitError. Default 10,000. */
  readonly tasks?: number;
  /** Timers (`time.sleep`) pending at once; default 10,000. */
  readonly timers?: number;
  /** Operations of the host, timers apart, that may be pending at once; default 10,000. */
  readonly pendingHostCalls?: number;
}

/** What a VM is made with. All of it is optional: by default a script can compute, and reach nothing. */
export interface VMOptions {
  /** How errors name the VM; default a random name. */
  readonly name?: string;
  /** Receives what scripts write to `sys.stdout`; default: nothing is written. */
  readonly stdout?: (text: string) => void;
  /** Receives what scripts write to `sys.stderr`; default: nothing is written. */
  readonly stderr?: (text: string) => void;
  /** Answers `input(prompt)` with a line without its newline, null at the end; without it `input` raises. */
  readonly stdin?: (prompt: string) => string | null;
  /** Gives files to `open`; without it `open` raises PermissionError. */
  readonly files?: FileAccess;
  /** What scripts may use; those that are left out have their defaults. */
  readonly limits?: VMLimits;
  /** What scripts can import beside the library: modules written in TypeScript (see `nativeModule`), and libraries. */
  readonly modules?: readonly (NativeModule | Library)[];
  /** Finds modules that the engine does not bring; default: there are none. */
  readonly loader?: Loader;
  /** Shares a thread with other VMs; default: a scheduler of its own. */
  readonly scheduler?: Scheduler;
  /** Share of the time among the scheduler's VMs of the same priority; default 1. */
  readonly weight?: number;
  /** This VM runs only when none of a higher priority can; default 0. */
  readonly priority?: number;
  /** Clocks, timers and randomness; default: those of the runtime. */
  readonly platform?: Platform;
  /** Seeds what a script takes from chance, as `random` does at first; default: random. */
  readonly seed?: number;
  /**
   * Whether hot code may be compiled to JavaScript. Only false, which is the default, is taken: everything is interpreted,
   * and nothing calls `eval` or `new Function`.
   */
  readonly compile?: false;
  /**
   * Is told of each call, line, return and exception of scripts: they are compiled for it, and run slower. Without it
   * nothing is. `vm.trace` changes or removes it.
   */
  readonly trace?: TraceHook;
  /** Closes the VM when it aborts. */
  readonly signal?: AbortSignal;
  /** `sys.argv`; default `[""]`. */
  readonly argv?: readonly string[];
  /** `sys.path`: passed to the loader; default empty. */
  readonly path?: readonly string[];
}

export const DEFAULT_LIMITS: Readonly<Required<VMLimits>> = {
  wallTimeMs: 60_000,
  activeTimeMs: 10_000,
  burstTimeMs: Number.POSITIVE_INFINITY,
  instructions: Number.POSITIVE_INFINITY,
  recursionDepth: 1_000_000,
  integerBits: 65_536,
  stringLength: 50_000_000,
  memoryBytes: 256 * 2 ** 20,
  outputBytes: 16_000_000,
  tasks: 10_000,
  timers: 10_000,
  pendingHostCalls: 10_000,
};

/** The recursion limit that a script starts with, as in CPython. */
const FIRST_RECURSION_LIMIT = 1_000;

/** Digits of an int in decimal text that a script starts with, as in CPython. */
const INT_TEXT_DIGITS = 4_300;

export function operationLimits(limits: Required<VMLimits>): OperationLimits {
  return {
    recursion: Math.min(FIRST_RECURSION_LIMIT, limits.recursionDepth),
    recursionCap: limits.recursionDepth,
    integerBits: limits.integerBits,
    length: limits.stringLength,
    intTextDigits: INT_TEXT_DIGITS,
  };
}
