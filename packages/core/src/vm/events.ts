// The events of a VM.
import type { InternalError } from "../host/errors.ts";
import type { VMState } from "./lifecycle.ts";
import type { PhaseReport } from "./teardown.ts";

/** The names of the events. */
export const EVENT_NAMES: Readonly<Record<keyof VMEvents, true>> = {
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
