// The timers of one generation of a VM: what sleeps, counted until it wakes or is called off.

/** What starts a timer; answers what calls it off. */
export interface TimerSource {
  timer(milliseconds: number, callback: () => void): () => void;
}

export class Timers {
  readonly #source: TimerSource;
  readonly #pending: Set<() => void> = new Set();

  constructor(source: TimerSource) {
    this.#source = source;
  }

  /** Those that are pending. */
  get count(): number {
    return this.#pending.size;
  }

  /** Call back after `milliseconds`; answers what calls that off. */
  add(milliseconds: number, callback: () => void): () => void {
    const stop = this.#source.timer(milliseconds, () => {
      this.#pending.delete(callOff);
      callback();
    });
    const callOff = (): void => {
      if (this.#pending.delete(callOff)) stop();
    };
    this.#pending.add(callOff);
    return callOff;
  }

  /** A Promise that resolves with null after `milliseconds`, and what calls the timer off. */
  start(milliseconds: number): { readonly promise: Promise<null>; readonly callOff: () => void } {
    let callOff = (): void => {};
    const promise = new Promise<null>((resolve) => {
      callOff = this.add(milliseconds, () => resolve(null));
    });
    return { promise, callOff };
  }

  /** Call off all of them. */
  clear(): void {
    for (const callOff of this.#pending) callOff();
  }
}
