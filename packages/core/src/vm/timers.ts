// The timers of one generation of a VM: what sleeps, counted until it wakes or is called off.
import type { Due, PendingTimer } from "../objects/machine.ts";
import type { Timer } from "../schedule/timer-heap.ts";

/** What starts timers. */
export interface TimerSource {
  startTimer(milliseconds: number, due: Due): Timer;
  stopTimer(timer: Timer): void;
  stopTimers(isMeant: (due: Due) => boolean): void;
}

/** One timer of a VM, until its time has come. */
class OwnTimer implements PendingTimer, Due {
  readonly timers: Timers;
  readonly due: Due;
  timer: Timer | null = null;

  constructor(timers: Timers, due: Due) {
    this.timers = timers;
    this.due = due;
  }

  fire(): void {
    this.timer = null;
    this.timers.count--;
    this.due.fire();
  }

  callOff(): void {
    const { timer, timers } = this;
    if (timer === null || timer.isCancelled) return;
    this.timer = null;
    timers.count--;
    timers.source.stopTimer(timer);
  }
}

export class Timers {
  readonly source: TimerSource;
  /** Those that are pending. */
  count = 0;

  constructor(source: TimerSource) {
    this.source = source;
  }

  /** Fire after `milliseconds`. */
  add(milliseconds: number, due: Due): PendingTimer {
    const own = new OwnTimer(this, due);
    own.timer = this.source.startTimer(milliseconds, own);
    this.count++;
    return own;
  }

  /** A Promise that resolves with null after `milliseconds`, and what calls the timer off. */
  start(milliseconds: number): { readonly promise: Promise<null>; readonly callOff: () => void } {
    let callOff = (): void => {};
    const promise = new Promise<null>((resolve) => {
      const own = this.add(milliseconds, { fire: () => resolve(null) });
      callOff = () => own.callOff();
    });
    return { promise, callOff };
  }

  /** Call off all of them. */
  clear(): void {
    this.source.stopTimers((due) => due instanceof OwnTimer && due.timers === this);
    this.count = 0;
  }
}
