// Whom an interrupt reaches: the entries of the host, and a task only where it is in the middle of running.
import type { Account } from "../objects/account.ts";
import type { Job } from "../objects/job.ts";

/**
 * Whom an interrupt of all is to be raised in. A task that waits for its turn is not what the host sees running; one that
 * is in the middle of running gets it in place of the entry whose event loop runs it, and hands it on.
 */
export function interruptible(jobs: readonly Job[]): Job[] {
  const busy = new Set<Account>();
  for (const job of jobs) if (isTaskWithin(job) && job.lane.account !== null) busy.add(job.lane.account);
  return jobs.filter((job) => (job.isTask ? isTaskWithin(job) : !(job.isParked && busy.has(job.account))));
}

function isTaskWithin(job: Job): boolean {
  return job.isTask && (job.isCut || job.isRunning);
}
