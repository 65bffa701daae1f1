// Closing a VM: the phases one after the other, what is done to code that does not end in time, and the report of it.
import type { Generation } from "./generation.ts";
import { ownParts } from "./own-parts.ts";
import {
  type Forced,
  type PhaseReport,
  type Teardown,
  TEARDOWN_PHASES,
  type TeardownClock,
  type TeardownPhase,
  type TeardownReport,
} from "./teardown.ts";

export interface Closing {
  readonly generation: Generation;
  readonly teardown: Teardown;
  readonly clock: TeardownClock;
  /** Of each phase, in ms. */
  readonly deadlineMs: number;
  /** Saves the open files. */
  readonly save: () => Promise<void>;
  /** A phase has ended. */
  readonly ended: (report: PhaseReport) => void;
}

/** Phases in which scripts run. */
const RUNNING: ReadonlySet<TeardownPhase> = new Set(["drained", "asyncgens", "finalizers"]);

/** Never rejects. */
export async function close(closing: Closing): Promise<TeardownReport> {
  const { generation, teardown, clock, deadlineMs, save, ended } = closing;
  const { operations, entries, vmName } = generation;
  const { lateCount, abandonedCount } = operations;
  const phases: PhaseReport[] = [];
  const forced: Forced[] = [];
  let tasksCancelled = 0;
  for (const phase of TEARDOWN_PHASES) {
    let report = await teardown.run(phase, clock, deadlineMs, ownParts(generation, phase, save));
    if (phase === "closing") generation.beginClosing();
    if (phase === "cancelled") tasksCancelled = generation.cancelAll(`${vmName} is closing`);
    if (phase === "drained" && report.isForced) report = await escalate(closing, report, forced);
    if (RUNNING.has(phase) && entries.count > 0) {
      // What stands in a loop that does not run waits for nobody: it is let go, not forced.
      if (!entries.isDrained) forced.push({ phase, how: "terminated", count: entries.count });
      // What is ended wakes who waits for it, in turns of their own.
      while (entries.jobs.some((job) => !job.isSettled)) generation.stopAll({ kind: "closed" });
    }
    const isTold = forced.some((each) => each.phase === phase);
    if (report.isForced && !isTold) forced.push({ phase, how: "left", count: 1 });
    if (phase === "detached") generation.end("closed");
    phases.push(report);
    ended(report);
  }
  return {
    tasksCancelled,
    hostOperationsAborted: operations.abandonedCount - abandonedCount,
    lateCompletionsDropped: operations.lateCount - lateCount,
    finalizersRun: generation.finalizersRun,
    forced,
    phases,
  };
}

/** What was cancelled and has not ended at the deadline is interrupted, and gets another one. */
async function escalate(closing: Closing, first: PhaseReport, forced: Forced[]): Promise<PhaseReport> {
  const { generation, teardown, clock, deadlineMs, save } = closing;
  const count = generation.interruptCancelled();
  if (count === 0) return first;
  forced.push({ phase: "drained", how: "interrupted", count });
  const second = await teardown.run("drained", clock, deadlineMs, ownParts(generation, "drained", save));
  return {
    ...second,
    durationMs: first.durationMs + second.durationMs,
    isForced: true,
    errors: [...first.errors, ...second.errors],
  };
}
