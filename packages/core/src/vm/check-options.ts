// Refusal of options that are unknown, of the wrong type or out of range, by their name and before anything is made.
import { checkKeys, type Kind, shown } from "../host/check-keys.ts";
import { DEFAULT_LIMITS, type VMOptions } from "./options.ts";

const OPTION_TYPES: Readonly<Record<keyof VMOptions, Kind>> = {
  name: "string",
  weight: "number",
  priority: "number",
  seed: "number",
  signal: "object",
  stdout: "function",
  stderr: "function",
  stdin: "function",
  files: "object",
  limits: "object",
  modules: "object",
  trace: "function",
  compile: "boolean",
  loader: "function",
  scheduler: "object",
  platform: "object",
  argv: "object",
  path: "object",
};

/** What an object must be able to do to serve as an option. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  platform: ["now", "monotonic", "randomBytes", "macrotask", "timer"],
  scheduler: ["attach", "detach", "add", "stop", "timer"],
  files: ["open", "save"],
  signal: ["addEventListener", "removeEventListener", "throwIfAborted"],
};

/** Checks keys, types and that objects can do what is asked of them. */
function checkShape(caller: string, options: object, types: Readonly<Record<string, Kind>>): void {
  checkKeys(caller, options, types);
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) continue;
    for (const method of METHODS[key] ?? []) {
      if (typeof (value as Readonly<Record<string, unknown>>)[method] !== "function") {
        throw new TypeError(`${caller}: option '${key}' has no method '${method}'`);
      }
    }
  }
}

/** Throws a TypeError that names the first option which is unknown or of the wrong type, RangeError one out of range. */
export function checkOptions(options: VMOptions, caller: "createVM" | "createWorkerVM" = "createVM"): void {
  checkShape(caller, options, OPTION_TYPES);
  if (options.weight !== undefined && !(options.weight > 0 && options.weight < Number.POSITIVE_INFINITY)) {
    throw new TypeError(`${caller}: option 'weight' must be a number above 0, not ${options.weight}`);
  }
  for (const key of ["priority", "seed"] as const) {
    const value = options[key];
    if (value !== undefined && !Number.isFinite(value)) {
      throw new RangeError(`${caller}: option '${key}' must be a finite number, not ${value}`);
    }
  }
  for (const key of ["argv", "path"] as const) {
    const value: unknown = options[key];
    if (value !== undefined && !(Array.isArray(value) && value.every((text) => typeof text === "string"))) {
      throw new TypeError(`${caller}: option '${key}' must be an array of strings`);
    }
  }
  if ((options.compile as boolean | undefined) === true) {
    throw new TypeError(
      `${caller}: option 'compile' can only be false: there is no compiler, everything is interpreted`,
    );
  }
  if (options.modules !== undefined && !Array.isArray(options.modules)) {
    throw new TypeError(`${caller}: option 'modules' must be an array of native modules`);
  }
  if (Array.isArray(options.limits)) throw new TypeError(`${caller}: option 'limits' must be an object, not an array`);
  for (const [key, value] of Object.entries(options.limits ?? {})) {
    if (!Object.hasOwn(DEFAULT_LIMITS, key)) {
      throw new TypeError(`${caller}: unknown limit '${key}'; there are ${Object.keys(DEFAULT_LIMITS).join(", ")}`);
    }
    if (value !== undefined && (typeof value !== "number" || !(value > 0))) {
      throw new TypeError(`${caller}: limit '${key}' must be a number above 0, not ${shown(value)}`);
    }
  }
}

const RUN_TYPES: Readonly<Record<string, Kind>> = { filename: "string", mode: "string", signal: "object" };
const RUN_MODES: readonly string[] = ["run", "exec", "single", "eval"];

/** Checks the source text and the options of an entry. Throws TypeError. */
export function checkEntry(
  caller: string,
  source: unknown,
  options: { readonly mode?: unknown; readonly signal?: unknown },
): void {
  if (typeof source !== "string" && !(source instanceof Uint8Array)) {
    throw new TypeError(`${caller}: source must be a string or bytes, not ${shown(source)}`);
  }
  checkShape(caller, options, RUN_TYPES);
  if (options.mode !== undefined && !RUN_MODES.includes(options.mode as string)) {
    throw new TypeError(`${caller}: option 'mode' must be one of ${RUN_MODES.join(", ")}, not '${options.mode}'`);
  }
}

/** Checks the options of `interruptHandle`. Throws TypeError. */
export function checkHandle(options: { readonly shared?: boolean }): void {
  checkKeys("interruptHandle", options, { shared: "boolean" });
}

/** Checks the options of `close`. Throws TypeError, RangeError for a negative time. */
export function checkClose(options: { readonly deadlineMs?: number }): void {
  checkKeys("close", options, { deadlineMs: "number" });
  if (options.deadlineMs !== undefined && !(options.deadlineMs >= 0)) {
    throw new RangeError(`close: deadlineMs must be at least 0, not ${options.deadlineMs}`);
  }
}
