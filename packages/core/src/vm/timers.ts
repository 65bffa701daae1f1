// The timers of one generation of a VM: what sleeps, counted until it wakes or is called off.
import type { Due, PendingTimer } from "../objects/machine.ts";
import type { Alarm } from "../schedule/alarm.ts";
import { Timer } from "../schedule/timer-heap.ts";

/** One timer of a VM, until its time has come. */
class OwnTimer extends Timer implements PendingTimer {
  readonly timers: Timers;

  constructor(timers: Timers, due: Due) {
    super(due);
    this.timers = timers;
  }

  override fire(): void {
    this.timers.count--;
    this.due.fire(this.at);
  }

  /** One that has fired is cancelled as well. */
  callOff(): void {
    if (this.isCancelled) return;
    this.timers.count--;
    this.timers.alarm.cancel(this);
  }
}

export class Timers {
  readonly alarm: Alarm;
  /** Those that are pending. */
  count = 0;

  constructor(alarm: Alarm) {
    this.alarm = alarm;
  }

  /** Fire at a time, in ms on the monotonic clock. */
  add(at: number, due: Due): PendingTimer {
    const timer = new OwnTimer(this, due);
    this.alarm.add(at, timer);
    this.count++;
    return timer;
  }

  /** A Promise that resolves with null after `milliseconds`, and what calls the timer off. */
  start(milliseconds: number): { readonly promise: Promise<null>; readonly callOff: () => void } {
    let callOff = (): void => {};
    const promise = new Promise<null>((resolve) => {
      const own = this.add(this.alarm.after(milliseconds), { fire: () => resolve(null) });
      callOff = () => own.callOff();
    });
    return { promise, callOff };
  }

  /** Call off all of them. */
  clear(): void {
    if (this.count === 0) return;
    this.alarm.cancelAll((timer) => timer instanceof OwnTimer && timer.timers === this);
    this.count = 0;
  }
}
