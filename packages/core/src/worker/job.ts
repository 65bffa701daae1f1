// A run or call in a worker that its host may look at whenever it likes.

/** What a script in another thread is doing, for hosts that poll once a frame; `await job.promise` waits for it. */
export class WorkerJob {
  /** Resolves with the value, or rejects with the error; nobody has to look at it. */
  readonly promise: Promise<unknown>;
  #state: "pending" | "done" | "failed" = "pending";
  #outcome: unknown;

  /** @internal */
  constructor(promise: Promise<unknown>) {
    this.promise = promise;
    promise.then(
      (value) => this.#settle("done", value),
      (error: unknown) => this.#settle("failed", error),
    );
  }

  /** "pending" until it ends. */
  get state(): "pending" | "done" | "failed" {
    return this.#state;
  }

  /** The value, once it is done; undefined before. */
  get result(): unknown {
    return this.#state === "done" ? this.#outcome : undefined;
  }

  /** What it failed with; undefined while it has not. */
  get error(): unknown {
    return this.#state === "failed" ? this.#outcome : undefined;
  }

  #settle(state: "done" | "failed", outcome: unknown): void {
    this.#state = state;
    this.#outcome = outcome;
  }
}
