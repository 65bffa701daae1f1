// What everything at the host boundary needs of the VM that it belongs to: one for each generation of a VM.
import type { Machine } from "../objects/machine.ts";
import type { Value } from "../objects/value.ts";
import { checkKeys } from "./check-keys.ts";
import type { Handles } from "./handles.ts";
import type { Natives } from "./native/natives.ts";

export interface Boundary {
  readonly machine: Machine;
  /** How errors name the VM, e.g. "VM 'shop'". */
  readonly vmName: string;
  /** The Python objects that the host holds. */
  readonly handles: Handles;
  /** The LimitErrors of entries of this VM: a host function that lets one through does not save its script from it. */
  readonly ownLimits: WeakSet<object>;
  /** The native classes in use. */
  readonly natives: Natives;
  /** See to-js.ts and to-python.ts: here, so that what converts may use what is converted. */
  toJs(value: Value): unknown;
  toPython(value: unknown, path: string): Value;
  argumentsToPython(args: readonly unknown[]): CallArguments;
  /** Throws ClosedError once `close()` was called, HandleError once `reset()` was. */
  check(): void;
  /** Call a Python callable in a fiber of its own; what it answers is awaited when it is a coroutine. */
  call(callable: Value, args: CallArguments): Promise<unknown>;
  /** The same, begun on the JS stack for as long as that is short; what ends there is answered at once. */
  start(callable: Value, args: CallArguments): unknown;
  /** Call a Python callable at once, on the JS stack. Throws WouldWaitError when it would have to wait. */
  callNow(callable: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value> | null): unknown;
  /** Run an operation of the engine in a fiber of its own; resolves with its value, converted. */
  operate(operation: (vm: Machine) => Value | undefined): Promise<unknown>;
  /** Run an operation of the engine at once, in a fiber of its own. Throws PythonError when it raises. */
  operateNow(operation: (vm: Machine) => Value | undefined): Value;
  /** The same within a small budget; undefined when it raises, is stopped, or the VM has ended. */
  tryNow(operation: (vm: Machine) => Value | undefined): Value | undefined;
}

/** What a call from the host passes, converted. */
export interface CallArguments {
  readonly positional: Value[];
  readonly named: Map<string, Value> | null;
  readonly bounds: Within | null;
}

/** What bounds one call from the host: see `within`. */
export interface CallBounds {
  /** Time from the start of the call to its end, waits included, in ms; default: the limit of the VM, which caps it. */
  readonly wallTimeMs?: number;
  /** Ends the call when it aborts: its Promise rejects with the reason. */
  readonly signal?: AbortSignal;
}

/** The bounds of a call, as its last argument. */
export class Within {
  /** What they are. */
  readonly bounds: CallBounds;

  /** The same as `within(bounds)`. Throws TypeError, RangeError. */
  constructor(bounds: CallBounds) {
    checkKeys("within", bounds, { wallTimeMs: "number", signal: "object" });
    const { wallTimeMs } = bounds;
    if (wallTimeMs !== undefined && !(wallTimeMs > 0)) {
      throw new RangeError(`within: wallTimeMs must be above 0, not ${wallTimeMs}`);
    }
    this.bounds = bounds;
  }
}

/**
 * Bound one call of a Python function, as its last argument: `vm.call("plan", 3, within({ wallTimeMs: 50 }))`. Throws
 * TypeError for an unknown key or wrong type, RangeError for a time that is not above 0.
 */
export function within(bounds: CallBounds): Within {
  return new Within(bounds);
}

/** Keyword arguments of a call from the host: `vm.call("spawn", "orc", keywords({ level: 3 }))`, after all others. */
export class Keywords {
  /** The arguments by name. */
  readonly values: Readonly<Record<string, unknown>>;

  /** The same as `keywords(values)`. */
  constructor(values: Readonly<Record<string, unknown>>) {
    this.values = values;
  }
}

/** Mark an object as the keyword arguments of a call. */
export function keywords(values: Readonly<Record<string, unknown>>): Keywords {
  return new Keywords(values);
}
