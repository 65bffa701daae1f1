// The options of a WorkerVM: those of a VM that can cross to another thread.
import { shown } from "../host/check-keys.ts";
import { checkOptions } from "../vm/check-options.ts";
import type { VMOptions } from "../vm/options.ts";

/**
 * Options of a VM that mean the same in a worker. `stdout` and `stderr` are called in this thread, in order, and may get
 * what several writes gave at once; `loader` is asked in this thread while the script waits.
 */
export interface WorkerVMOptions
  extends Pick<VMOptions, "name" | "limits" | "seed" | "argv" | "path" | "stdout" | "stderr" | "loader" | "signal"> {
  /**
   * Programs that export native modules (`nativeModule`) or libraries, as that of @krait/asyncio does, by their addresses:
   * functions cannot cross to another thread, so the worker imports them itself. Default: none.
   */
  readonly modules?: readonly (string | ProgramAddress)[];
}

/** With how the worker is started, where a runtime's adapter has such an option: it is for the adapter to use. */
export interface StartedOptions extends WorkerVMOptions {
  /** Address of the worker's program, or a function that starts it. */
  readonly worker?: unknown;
}

/** The address of a program, as a URL object has it. */
export interface ProgramAddress {
  /** The whole address, such as "file:///plugins/world.mjs". */
  readonly href: string;
}

const KEYS: readonly string[] = [
  "name",
  "limits",
  "seed",
  "argv",
  "path",
  "stdout",
  "stderr",
  "loader",
  "signal",
  "modules",
  "worker",
];

/** Why an option of `createVM` is none of `createWorkerVM`. */
const REFUSED: Readonly<Record<string, string>> = {
  stdin: "a script in a worker cannot wait for a line of this thread",
  files: "it works on this thread alone",
  scheduler: "a worker has a thread to itself",
  weight: "a worker has a thread to itself",
  priority: "a worker has a thread to itself",
  platform: "the clocks of a worker are its own",
};

/** Throws a TypeError that names the first option which is unknown, of the wrong type, or none that can cross. */
export function checkWorkerOptions(options: StartedOptions): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`createWorkerVM: options must be an object, not ${shown(options)}`);
  }
  for (const key of Object.keys(options)) {
    if (KEYS.includes(key)) continue;
    const why = Object.hasOwn(REFUSED, key) ? `does not work across threads: ${REFUSED[key]}` : "is unknown";
    throw new TypeError(`createWorkerVM: option '${key}' ${why}; there are ${KEYS.join(", ")}`);
  }
  const { modules = [], worker, ...rest } = options;
  if (!Array.isArray(modules) || !modules.every(isAddress)) {
    throw new TypeError("createWorkerVM: option 'modules' must be an array of addresses of programs");
  }
  if (worker !== undefined && typeof worker !== "function" && !isAddress(worker)) {
    throw new TypeError("createWorkerVM: option 'worker' must be the address of a program, or a function");
  }
  checkOptions(rest, "createWorkerVM");
}

function isAddress(value: unknown): boolean {
  return typeof value === "string" || typeof (value as Partial<ProgramAddress> | null)?.href === "string";
}
