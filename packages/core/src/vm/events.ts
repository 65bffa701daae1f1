// The events of a VM.
import type { EventEmitter } from "eventemitter3";
import { shown } from "../host/check-keys.ts";
import type { InternalError } from "../host/errors.ts";
import type { VMState } from "./lifecycle.ts";
import type { PhaseReport } from "./teardown.ts";

/** The names of the events. */
const EVENT_NAMES: Readonly<Record<keyof VMEvents, true>> = {
  state: true,
  phase: true,
  traceError: true,
  warning: true,
  internal: true,
};

/** What a script or its tasks have left undone. */
export interface VMWarning {
  /** Its kind: "RuntimeWarning", or "asyncio" for what CPython's asyncio logs. */
  readonly category: string;
  /** What it says, as CPython does. */
  readonly message: string;
}

/** Throws TypeError when there is no event of that name, or the listener is no function. */
export function checkListener(name: unknown, listener: unknown): void {
  if (typeof name !== "string" || !Object.hasOwn(EVENT_NAMES, name)) {
    throw new TypeError(`vm.on: there is no event '${shown(name)}'; there are ${Object.keys(EVENT_NAMES).join(", ")}`);
  }
  if (typeof listener !== "function") throw new TypeError(`vm.on: the listener of '${name}' must be a function`);
}

/** What `vm.on(name, listener)` calls, by name. */
export interface VMEvents {
  /** The VM has gone from one state to another. */
  state: (to: VMState, from: VMState) => void;
  /** A phase of the teardown has ended. */
  phase: (report: PhaseReport) => void;
  /** The trace hook has thrown this, and is not called any more. */
  traceError: (error: unknown) => void;
  /** Something went wrong that nobody waits for, as a task that failed and whose exception nobody took. */
  warning: (warning: VMWarning) => void;
  /** An error of the engine: the VM closes. */
  internal: (error: InternalError) => void;
}

/** Call the listeners of an event. An error of one's own ends nothing: it is the host's to see, as an uncaught one. */
export function tell(events: EventEmitter<VMEvents>, name: keyof VMEvents, args: readonly unknown[]): void {
  for (const listener of events.listeners(name)) {
    try {
      (listener as (...all: readonly unknown[]) => void)(...args);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
