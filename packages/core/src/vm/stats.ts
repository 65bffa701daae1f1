// What a VM tells of itself.
import type { VMState } from "./lifecycle.ts";

/** What a VM has used; times in ms. */
export interface VMStats {
  /** Where the VM is in its life. */
  readonly state: VMState;
  /** Safe points passed since the VM was made or last reset, up to the last time that it was given. */
  readonly instructions: number;
  /** Time spent executing since the VM was made or last reset, up to the last time that it was given. */
  readonly activeTimeMs: number;
  /** The longest that it has held the thread at a time, in ms. */
  readonly worstSliceMs: number;
  /** Calls of functions of the host that have ended. */
  readonly hostCalls: number;
  /** What scripts held when that was last counted, in bytes as estimated; 0 before the first count. */
  readonly memoryBytes: number;
  /** Runs and calls under way. */
  readonly entries: number;
  /** Operations of the host that scripts wait for. */
  readonly pendingHostCalls: number;
  /** Whether `pause()` keeps its scripts from running. */
  readonly isPaused: boolean;
  /** Completions of host operations that nobody waited for any more. */
  readonly lateCompletions: number;
}
