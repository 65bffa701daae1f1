// Which fiber loads which module: a second one that wants it waits, unless the two wait for each other.
import type { Fiber } from "../objects/frame.ts";

interface Lock {
  readonly fiber: Fiber;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

export class ImportLocks {
  readonly #locks: Map<string, Lock> = new Map();
  /** The module that each waiting fiber wants. */
  readonly #wanted: Map<Fiber, string> = new Map();

  /** The fiber begins to load a module that nobody else loads. */
  take(name: string, fiber: Fiber): void {
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#locks.set(name, { fiber, ended, end });
  }

  /** The fiber has loaded the module, or given up; without effect when it did not load it. */
  free(name: string, fiber: Fiber): void {
    const lock = this.#locks.get(name);
    if (lock?.fiber !== fiber) return;
    this.#locks.delete(name);
    lock.end();
  }

  /** Whether the fiber may use what there is of a module: nobody else loads it, or waiting would never end. */
  isOpen(name: string, fiber: Fiber): boolean {
    const lock = this.#locks.get(name);
    if (lock === undefined) return true;
    let holder: Fiber | undefined = lock.fiber;
    while (holder !== undefined && holder !== fiber) {
      const wanted = this.#wanted.get(holder);
      holder = wanted === undefined ? undefined : this.#locks.get(wanted)?.fiber;
    }
    return holder === fiber;
  }

  /** The fiber waits for a module that is not open to it: until when. */
  want(name: string, fiber: Fiber): Promise<void> {
    this.#wanted.set(fiber, name);
    return (this.#locks.get(name) as Lock).ended;
  }

  /** The fiber no longer waits. */
  goOn(fiber: Fiber): void {
    this.#wanted.delete(fiber);
  }
}
