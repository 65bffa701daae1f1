// The options of a scheduler, and their refusal by name when they are unknown, of the wrong type or out of range.

/** What the scheduler needs of its platform. */
export interface SchedulerPlatform {
  /** A clock that never goes back, in ms. */
  monotonic(): number;
  /** Run `callback` in a new task of the event loop. */
  macrotask(callback: () => void): void;
  /** Run `callback` after `milliseconds`; answers a function that cancels it. */
  timer(milliseconds: number, callback: () => void): () => void;
}

/** How a scheduler takes and divides its turns. */
export interface SchedulerOptions {
  /** Its clock, and what wakes it; `defaultPlatform()` gives those of the runtime. */
  readonly platform: SchedulerPlatform;
  /** Length of one turn in ms, after which the event loop has the thread; default 4. */
  readonly sliceMs?: number;
  /**
   * Run this many safe points at a time instead of measuring time, and as many times a turn as there are VMs that can run:
   * for tests and replay (see VirtualPlatform).
   */
  readonly quantum?: number;
  /**
   * "self" (default): turns come by themselves, as macrotasks. "host": nothing runs but in `pump`, which a game calls
   * once a frame.
   */
  readonly drive?: "self" | "host";
}

/** What is left to do after a turn. */
export interface PumpResult {
  /** Jobs that could go on at once. */
  readonly ready: number;
  /** Jobs that wait for the host. */
  readonly parked: number;
  /** Time until the next timer in ms; null when there is none. */
  readonly nextTimerMs: number | null;
}

const NAMES: readonly string[] = ["platform", "sliceMs", "quantum", "drive"];
const METHODS = ["monotonic", "macrotask", "timer"] as const;

/** Throws TypeError when an option is unknown or of the wrong type, RangeError when it is out of range. */
export function checkSchedulerOptions(options: SchedulerOptions): void {
  if (typeof options !== "object" || options === null) throw new TypeError("Scheduler: options must be an object");
  for (const key of Object.keys(options)) {
    if (!NAMES.includes(key)) {
      throw new TypeError(`Scheduler: unknown option '${key}'; there are ${NAMES.join(", ")}`);
    }
  }
  const { platform, sliceMs = 4, quantum = 1, drive = "self" } = options;
  for (const method of METHODS) {
    if (typeof platform?.[method] !== "function") {
      throw new TypeError(`Scheduler: option 'platform' is missing, or has no method '${method}'`);
    }
  }
  for (const [key, value] of Object.entries({ sliceMs, quantum })) {
    if (typeof value !== "number") throw new TypeError(`Scheduler: ${key} must be a number, not a ${typeof value}`);
  }
  if (!(sliceMs > 0)) throw new RangeError(`Scheduler: sliceMs must be above 0, not ${sliceMs}`);
  if (!(quantum >= 1)) throw new RangeError(`Scheduler: quantum must be at least 1, not ${quantum}`);
  if (drive !== "self" && drive !== "host") {
    const given = typeof drive === "string" ? `"${drive}"` : `a ${typeof drive}`;
    throw new TypeError(`Scheduler: drive must be "self" or "host", not ${given}`);
  }
}

/** Throws TypeError for a length of a turn that is no number, RangeError for a negative one. */
export function checkTurn(options: { readonly milliseconds: unknown } | null | undefined): void {
  const milliseconds = options?.milliseconds;
  if (typeof milliseconds !== "number") throw new TypeError("Scheduler.pump: milliseconds must be a number");
  if (!(milliseconds >= 0))
    throw new RangeError(`Scheduler.pump: milliseconds must be at least 0, not ${milliseconds}`);
}
