// What a plugin has used over all of its lives.
import type { VMStats } from "@krait/core";

/** The figures of one plugin. Times in ms. */
export interface PluginFigures {
  readonly id: string;
  readonly state: string;
  /** Time that its scripts ran. */
  readonly activeTimeMs: number;
  /** Safe points passed. */
  readonly instructions: number;
  /** What it held when that was last counted, in bytes as estimated. */
  readonly memoryBytes: number;
  /** Calls of functions of the host. */
  readonly hostCalls: number;
  /** The longest that it has held the thread at a time. */
  readonly worstSliceMs: number;
  /** Failures that were reported. */
  readonly failures: number;
  readonly restarts: number;
  /** Events that wait for it. */
  readonly waitingEvents: number;
  /** Events that could not be kept for it. */
  readonly droppedEvents: number;
}

export class Totals {
  activeTimeMs = 0;
  instructions = 0;
  hostCalls = 0;
  worstSliceMs = 0;
  failures = 0;
  restarts = 0;
  droppedEvents = 0;

  /** Add what a life that has ended used. */
  add(stats: VMStats): void {
    this.activeTimeMs += stats.activeTimeMs;
    this.instructions += stats.instructions;
    this.hostCalls += stats.hostCalls;
    this.worstSliceMs = Math.max(this.worstSliceMs, stats.worstSliceMs);
  }

  /** All of it, with what the life under way has used. */
  figures(id: string, state: string, stats: VMStats | null, waitingEvents: number): PluginFigures {
    return {
      id,
      state,
      activeTimeMs: this.activeTimeMs + (stats?.activeTimeMs ?? 0),
      instructions: this.instructions + (stats?.instructions ?? 0),
      memoryBytes: stats?.memoryBytes ?? 0,
      hostCalls: this.hostCalls + (stats?.hostCalls ?? 0),
      worstSliceMs: Math.max(this.worstSliceMs, stats?.worstSliceMs ?? 0),
      failures: this.failures,
      restarts: this.restarts,
      waitingEvents,
      droppedEvents: this.droppedEvents,
    };
  }
}
