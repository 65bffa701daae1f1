// What a library of event loops does for its VM when that closes.
import type { PyException } from "../objects/exception.ts";
import type { Job } from "../objects/job.ts";
import type { Machine } from "../objects/machine.ts";
import type { Result } from "../objects/value.ts";
import type { Operation } from "./entries.ts";

export interface LoopKeeper {
  /** Whether a job can be cancelled: a task of the VM's own loop, or an entry of the host that awaits. */
  owns(job: Job): boolean;
  /** Cancel jobs that it owns. */
  cancel(vm: Machine, jobs: readonly Job[]): Result;
  /** Whether an exception tells that it was cancelled. */
  isCancellation(error: PyException): boolean;
  /** What closes the asynchronous generators of the VM's own loop; null when its scripts know of no loops. */
  readonly closeGenerators: Operation | null;
  /** What tells of tasks that stand in loops which do not run; null when there are none. */
  readonly tellLeft: Operation | null;
  /** What tells of failures that nobody has asked for; null when there can be none. */
  readonly tellUnseen: Operation | null;
}
