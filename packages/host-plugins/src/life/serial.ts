// One thing at a time: what is done to a plugin waits for what is being done to it.

export class Serial {
  #tail: Promise<unknown> = Promise.resolve();

  /** Run after all that was given before, whatever became of it. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task);
    this.#tail = result.catch(() => {});
    return result;
  }
}
