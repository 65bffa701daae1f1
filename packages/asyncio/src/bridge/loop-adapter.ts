// A scheduler that lives in a loop of the host's: its clock is that loop's, and nothing runs but in that loop's turns.
import { defaultPlatform, type Platform, Scheduler } from "@krait/core";
import { checkKeys } from "@krait/core/extend";

/** A loop of the host's, such as the frames of a game or the virtual clock of a test. */
export interface EventLoopAdapter {
  /** The loop's clock, which never goes back, in ms. */
  readonly now: () => number;
  /**
   * Have `turn` called in each turn of the loop, with how long scripts may run in it, in ms; 0 fires timers and no more.
   * Answers what ends that.
   */
  readonly subscribe: (turn: (milliseconds: number) => void) => () => void;
}

/** A scheduler in a loop of the host's. */
export interface AdaptedScheduler {
  /** Pass it to each VM that is to live in the loop. */
  readonly scheduler: Scheduler;
  /** Pass it along: the clocks of the VM are the loop's. */
  readonly platform: Platform;
  /** Leave the loop: nothing runs any more. Close the VMs before. */
  readonly detach: () => void;
}

/**
 * A scheduler that the host's own loop drives, with the platform for its VMs: scripts, timers (`asyncio.sleep`, deadlines,
 * limits) and what follows from the host's Promises all wait for the loop's next turn. Throws TypeError for a wrong adapter.
 */
export function adaptedScheduler(adapter: EventLoopAdapter): AdaptedScheduler {
  checkKeys("adaptedScheduler", adapter, { now: "function", subscribe: "function" });
  const { now, subscribe } = adapter;
  for (const [name, method] of Object.entries({ now, subscribe })) {
    if (method === undefined) throw new TypeError(`adaptedScheduler: option '${name}' is missing`);
  }
  const own = defaultPlatform();
  const startedAt = now();
  const wall = own.now();
  let tasks: (() => void)[] = [];
  const platform: Platform = {
    // Both clocks go as the loop's does: a game that stands still has no time.
    now: () => wall + (now() - startedAt),
    monotonic: () => now(),
    randomBytes: (count) => own.randomBytes(count),
    macrotask: (callback) => void tasks.push(callback),
    timer: (milliseconds, callback) => scheduler.timer(milliseconds, callback),
  };
  const scheduler = new Scheduler({ platform, drive: "host" });
  const detach = subscribe((milliseconds) => {
    const due = tasks;
    tasks = [];
    for (const task of due) task();
    scheduler.pump({ milliseconds });
  });
  if (typeof detach !== "function") throw new TypeError("adaptedScheduler: 'subscribe' must answer a function");
  return { scheduler, platform, detach };
}
