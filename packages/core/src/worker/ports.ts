// The two ends of the connection between threads, as adapters for each runtime give them.

/** A worker as the thread that started it sees it. */
export interface WorkerPort {
  /** Send a message; throws when it cannot be cloned. */
  post(message: unknown, transfer: readonly unknown[]): void;
  /** End the worker at once. */
  terminate(): unknown;
  /** Whether the worker keeps the process alive, where a runtime asks; at first it does not matter. */
  hold?(isHeld: boolean): void;
  /** Called once: `message` with each message, `lost` when the worker has ended or failed. */
  listen(listener: { message(data: unknown): void; lost(why: string, cause: unknown): void }): void;
}

/** The thread that started a worker, as the worker sees it. */
export interface HostPort {
  /** Send a message; throws when it cannot be cloned. */
  post(message: unknown, transfer: readonly unknown[]): void;
  /** Called once. */
  listen(message: (data: unknown) => void): void;
}
