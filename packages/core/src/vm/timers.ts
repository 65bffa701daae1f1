// The timers of one generation of a VM: what sleeps, counted until it wakes or is called off.
import type { PendingTimer } from "../objects/machine.ts";
import type { Timer } from "../schedule/timer-heap.ts";

/** What starts timers. */
export interface TimerSource {
  startTimer(milliseconds: number, callback: () => void): Timer;
  stopTimer(timer: Timer): void;
}

/** One timer of a VM, until it calls back. */
class OwnTimer implements PendingTimer {
  readonly #timers: Timers;
  readonly #callback: () => void;
  timer: Timer | null = null;

  constructor(timers: Timers, callback: () => void) {
    this.#timers = timers;
    this.#callback = callback;
  }

  fire(): void {
    this.#timers.forget(this);
    this.#callback();
  }

  callOff(): void {
    if (this.#timers.forget(this)) this.#timers.source.stopTimer(this.timer as Timer);
  }
}

export class Timers {
  readonly source: TimerSource;
  readonly #pending: Set<OwnTimer> = new Set();

  constructor(source: TimerSource) {
    this.source = source;
  }

  /** Those that are pending. */
  get count(): number {
    return this.#pending.size;
  }

  /** Call back after `milliseconds`. */
  add(milliseconds: number, callback: () => void): PendingTimer {
    const own = new OwnTimer(this, callback);
    own.timer = this.source.startTimer(milliseconds, () => own.fire());
    this.#pending.add(own);
    return own;
  }

  /** It is pending no more; whether it was. */
  forget(own: OwnTimer): boolean {
    return this.#pending.delete(own);
  }

  /** A Promise that resolves with null after `milliseconds`, and what calls the timer off. */
  start(milliseconds: number): { readonly promise: Promise<null>; readonly callOff: () => void } {
    let callOff = (): void => {};
    const promise = new Promise<null>((resolve) => {
      const own = this.add(milliseconds, () => resolve(null));
      callOff = () => own.callOff();
    });
    return { promise, callOff };
  }

  /** Call off all of them. */
  clear(): void {
    for (const own of this.#pending) own.callOff();
  }
}
