// Refusal of a scheduler's options that are unknown, of the wrong type or out of range, by their name.
import type { SchedulerOptions } from "./scheduler.ts";

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
export function checkTurn(milliseconds: unknown): void {
  if (typeof milliseconds !== "number") throw new TypeError("Scheduler.pump: milliseconds must be a number");
  if (!(milliseconds >= 0))
    throw new RangeError(`Scheduler.pump: milliseconds must be at least 0, not ${milliseconds}`);
}
