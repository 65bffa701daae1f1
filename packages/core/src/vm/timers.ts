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

  /** A Promise that resolves with null after `milliseconds`, and what calls the timer off. */
  start(milliseconds: number): { readonly promise: Promise<null>; readonly callOff: () => void } {
    let callOff = (): void => {};
    const promise = new Promise<null>((resolve) => {
      const stop = this.#source.timer(milliseconds, () => {
        this.#pending.delete(callOff);
        resolve(null);
      });
      callOff = () => {
        if (this.#pending.delete(callOff)) stop();
      };
      this.#pending.add(callOff);
    });
    return { promise, callOff };
  }
}
