// What the Promises of the host hold of a VM that waits for them: nothing, once it has ended.
import type { Operations } from "./operations.ts";

/** Takes what a Promise has come to, for the operation of a number. */
export interface HostWaiter {
  fulfilled(id: number, content: unknown, isRaw: boolean): void;
  rejected(id: number, error: unknown): void;
}

/** Stands between Promises that may never settle and the VM, which it lets go when that ends. */
export class HostWaits {
  #waiter: HostWaiter | null;
  readonly #operations: Operations;

  constructor(waiter: HostWaiter, operations: Operations) {
    this.#waiter = waiter;
    this.#operations = operations;
  }

  follow(id: number, promise: Promise<unknown>, isRaw: boolean): void {
    promise.then(
      (content) => {
        if (this.#waiter === null) this.#operations.complete(id);
        else this.#waiter.fulfilled(id, content, isRaw);
      },
      (error: unknown) => {
        if (this.#waiter === null) this.#operations.complete(id);
        else this.#waiter.rejected(id, error);
      },
    );
  }

  /** From now on completions are only counted. */
  drop(): void {
    this.#waiter = null;
  }
}
