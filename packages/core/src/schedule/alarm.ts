// The timers of one scheduler, with one timer of the platform that wakes the first of them.
import { type Timer, TimerHeap } from "./timer-heap.ts";

interface AlarmPlatform {
  monotonic(): number;
  timer(milliseconds: number, callback: () => void): () => void;
}

/** Times are sums: those of the same nanosecond are the same. */
const TICKS_PER_MS = 1e6;

export class Alarm {
  readonly #platform: AlarmPlatform;
  readonly #isSelfDriven: boolean;
  readonly #timers: TimerHeap = new TimerHeap();
  /** The timer of the platform, and for when it is set. */
  #set: { readonly at: number; readonly callOff: () => void } | null = null;

  /** One that does not drive itself leaves the platform's timers alone: `fire` is called often enough. */
  constructor(platform: AlarmPlatform, isSelfDriven: boolean) {
    this.#platform = platform;
    this.#isSelfDriven = isSelfDriven;
  }

  /** When the next timer is due, in ms on the monotonic clock; Infinity when there is none. */
  nextAt(): number {
    return this.#timers.nextAt();
  }

  /** The time in `milliseconds`. */
  after(milliseconds: number): number {
    return this.#platform.monotonic() + milliseconds;
  }

  add(at: number, timer: Timer): void {
    this.#timers.add(timer, Math.round(at * TICKS_PER_MS) / TICKS_PER_MS);
    this.#setAlarm();
  }

  cancel(timer: Timer): void {
    this.#timers.cancel(timer);
    this.#setAlarm();
  }

  /** Cancel all timers that pass a test. */
  cancelAll(isMeant: (timer: Timer) => boolean): void {
    this.#timers.cancelAll(isMeant);
    this.#setAlarm();
  }

  /** Fire the timers that are due now; nobody needs to look when there are none of before a time. */
  look(before: number): void {
    if (this.nextAt() < before) this.fire(this.#platform.monotonic());
  }

  /** Fire the timers that are due at the time `now`. */
  fire(now: number): void {
    const end = now + 1 / TICKS_PER_MS;
    for (let timer = this.#timers.takeDue(end); timer !== null; timer = this.#timers.takeDue(end)) timer.fire();
  }

  /** Have the platform wake the heap when its next timer is due; one that comes too early does no harm. */
  #setAlarm(): void {
    if (!this.#isSelfDriven) return;
    const at = this.#timers.nextAt();
    if (this.#set !== null) {
      if (this.#set.at <= at && at !== Number.POSITIVE_INFINITY) return;
      this.#set.callOff();
      this.#set = null;
    }
    if (at === Number.POSITIVE_INFINITY) return;
    const callOff = this.#platform.timer(Math.max(0, at - this.#platform.monotonic()), () => {
      this.#set = null;
      this.fire(this.#platform.monotonic());
      this.#setAlarm();
    });
    this.#set = { at, callOff };
  }
}
