// The runner: gives jobs their turns, and tells from what has become of them whether they wait, go on or end.
import { runFiber } from "../interpret/run.ts";
import { terminate } from "../interpret/terminate.ts";
import type { Account } from "../objects/account.ts";
import { TURN } from "../objects/frame.ts";
import type { Job, JobOutcome, StopReason } from "../objects/job.ts";
import type { Machine } from "../objects/machine.ts";
import type { Value } from "../objects/value.ts";
import { renewRegisters } from "../protocol/frames.ts";
import type { Alarm } from "./alarm.ts";
import { placeOf } from "./place.ts";
import { hurry, passed } from "./quantum.ts";
import type { Strand } from "./strand.ts";
import { Timer } from "./timer-heap.ts";

export class Runner {
  readonly #monotonic: () => number;
  readonly #alarm: Alarm;
  readonly #strandOf: (machine: Machine) => Strand | undefined;
  /** Jobs whose scripts are on the JS stack: each but the first was started by a host function of another. */
  depth = 0;
  /** Jobs that wait. */
  parkedCount = 0;

  constructor(monotonic: () => number, alarm: Alarm, strandOf: (machine: Machine) => Strand | undefined) {
    this.#monotonic = monotonic;
    this.#alarm = alarm;
    this.#strandOf = strandOf;
  }

  /** End a job before its time, without running any Python; one that is on the JS stack at its next safe point. */
  stop(job: Job, reason: StopReason): void {
    if (job.isSettled) return;
    if (job.isRunning) {
      job.pendingStop ??= reason;
      hurry(job);
      return;
    }
    const place = placeOf(job.fiber);
    job.machine.services.abandon(job.fiber);
    this.unpark(job);
    terminate(job.machine, job.fiber);
    this.#settle(job, { kind: "stopped", reason, place });
  }

  /** End whatever an account pays for. */
  stopAll(account: Account, reason: StopReason): void {
    for (const job of account.jobs) this.stop(job, reason);
  }

  /** Run a job for at most `quantum` safe points; settles it when that ends it. Answers how many it has passed. */
  runJob(job: Job, quantum: number): number {
    const { machine, fiber } = job;
    machine.requests?.poll();
    if (job.isSettled) return 0;
    const account = job.lane.account ?? job.account;
    const budget = Math.min(quantum, account.limits.instructions - account.instructions + 1);
    machine.budget = budget;
    if (job.isCut) renewRegisters(fiber);
    job.isRunning = true;
    job.isCut = false;
    this.depth++;
    let broken: JobOutcome | null = null;
    try {
      runFiber(machine, fiber);
    } catch (error) {
      broken = { kind: "internal", error };
    }
    job.isRunning = false;
    this.depth--;
    const ran = passed(machine, fiber, budget);
    account.instructions += ran;
    if (broken !== null) this.#settle(job, broken);
    else this.see(job, account);
    return ran;
  }

  /** What has become of a job that has run. */
  see(job: Job, account: Account): void {
    const { fiber, machine } = job;
    if (machine.exceeded !== null) {
      const limit = machine.exceeded;
      machine.exceeded = null;
      if (job.pendingStop === null) {
        this.#end(job, account, { kind: "limit", limit });
        return;
      }
    }
    if (job.pendingStop !== null) this.stop(job, job.pendingStop);
    else if (fiber.isDone) {
      const { failure } = fiber;
      // The VM keeps its last fiber, which is not to keep what it had in hand. The frames of a traceback may be looked into.
      if (failure === null) fiber.registers.length = 0;
      this.#settle(
        job,
        failure === null ? { kind: "value", value: fiber.result as Value } : { kind: "error", error: failure },
      );
    } else if (account.instructions > account.limits.instructions) {
      this.#end(job, account, { kind: "limit", limit: "instructions" });
    }
  }

  /** An account has passed a limit while `job` ran. */
  #end(job: Job, account: Account, reason: StopReason): void {
    this.stop(job, reason);
    this.stopAll(account, reason);
  }

  /** A job has had its turn: it waits, has been cut short, or lets others have theirs. */
  keep(strand: Strand, job: Job): void {
    if (job.isSettled) return;
    const { fiber } = job;
    if (fiber.park === null) {
      job.isCut = true;
      strand.pushFirst(job);
      return;
    }
    if (fiber.cancellation !== null) {
      fiber.raised = fiber.cancellation;
      fiber.cancellation = null;
      if (fiber.park === TURN) fiber.park = null;
      else job.machine.services.abandon(fiber);
    } else if (fiber.park === TURN) fiber.park = null;
    else {
      this.#park(strand, job);
      return;
    }
    job.isQueued = true;
    strand.push(job, job.lane);
  }

  /** Divide the time since `startedAt` among the accounts that have run, and look at their limits; answers what they ran. */
  divide(strand: Strand, startedAt: number): number {
    const now = this.#monotonic();
    strand.seenAt = now;
    if (now - startedAt > strand.worstMs) strand.worstMs = now - startedAt;
    const { touched } = strand;
    const hasTaken = strand.machine.tookLibrary();
    let total = 0;
    for (const account of touched) total += account.ran;
    for (const account of touched) {
      const part = total === 0 ? 1 / touched.length : account.ran / total;
      account.spend((now - startedAt) * part, hasTaken);
      account.ran = -1;
      strand.last = account;
      const limit = account.exceeded(now);
      if (limit !== null) this.stopAll(account, { kind: "limit", limit });
    }
    touched.length = 0;
    strand.memory?.ran(total, now - startedAt);
    return total;
  }

  /** Keep a job that waits, no longer than its wall time. */
  #park(strand: Strand, job: Job): void {
    job.isParked = true;
    strand.parkedCount++;
    this.parkedCount++;
    const { account } = job;
    account.restedAtMs = account.activeTimeMs;
    if (account.isTimed) return;
    account.isTimed = true;
    if (strand.pausedAt === null) this.#watch(strand, account.leftMs(this.#monotonic()));
  }

  /** End what waits and has no wall time left, now and, as long as anything waits, whenever that comes to be. */
  endOverdue(strand: Strand): void {
    strand.callOffWatch();
    const now = this.#monotonic();
    let next = Number.POSITIVE_INFINITY;
    for (const account of strand.accounts.all) {
      if (!account.isTimed) continue;
      const left = account.leftMs(now);
      if (left <= 0) this.stopAll(account, { kind: "limit", limit: "wallTimeMs" });
      else next = Math.min(next, left);
    }
    this.#watch(strand, next);
  }

  /** Look at the wall times of a VM's accounts in `left` ms, or sooner where that is arranged already. */
  #watch(strand: Strand, left: number): void {
    const at = this.#monotonic() + left;
    if (at >= strand.watchedAt) return;
    strand.callOffWatch();
    const timer = new Timer({ fire: () => this.endOverdue(strand) });
    this.#alarm.add(at, timer);
    strand.watch(at, () => this.#alarm.cancel(timer));
  }

  /** A job waits no more. */
  unpark(job: Job): void {
    if (!job.isParked) return;
    job.isParked = false;
    this.parkedCount--;
    const strand = this.#strandOf(job.machine);
    if (strand !== undefined) strand.parkedCount--;
  }

  #settle(job: Job, outcome: JobOutcome): void {
    job.settle(outcome);
    const { account } = job;
    if (!account.isOver) return;
    const strand = this.#strandOf(job.machine);
    if (strand !== undefined) this.#forget(strand, account);
  }

  #forget(strand: Strand, account: Account): void {
    strand.accounts.delete(account);
    if (strand.accounts.size === 0) strand.callOffWatch();
  }
}
