// Coroutines that were made and perhaps never begun. What is begun at once, as by `await f()`, is not kept: that is cheap.
import { type AsyncStep, StepState } from "./async-step.ts";
import { GeneratorState, PyGenerator } from "./generator.ts";

/** A coroutine, or one step of an asynchronous generator: nothing comes of it unless it is awaited. */
export type Awaited = PyGenerator | AsyncStep;

/** How many are kept at least before those are looked for that have begun or were closed since. */
const LEAST_ROOM = 64;

export class Unbegun {
  /** The one that was made last: it is kept when the next one is made, unless it has begun by then. */
  #last: Awaited | null = null;
  #kept: Awaited[] = [];
  #room = LEAST_ROOM;
  /** Coroutines that have begun since those were looked for. */
  #begun = 0;

  /** One was made. */
  note(made: Awaited): void {
    const last = this.#last;
    if (last !== null && isUnbegun(last)) {
      if (this.#kept.length >= this.#room) this.#drop();
      this.#kept.push(last);
    }
    this.#last = made;
  }

  /** A coroutine has begun: one that is kept holds its garbage, so those are dropped when most may have. */
  begun(): void {
    const count = this.#kept.length;
    if (count > 0 && ++this.#begun >= Math.max(LEAST_ROOM, count)) this.#drop();
  }

  /** All that may not have begun. */
  get all(): readonly Awaited[] {
    return this.#last === null ? this.#kept : [...this.#kept, this.#last];
  }

  /** Only these have not begun. */
  replace(kept: Awaited[]): void {
    this.#last = null;
    this.#keep(kept);
  }

  #drop(): void {
    this.#keep(this.#kept.filter(isUnbegun));
  }

  #keep(kept: Awaited[]): void {
    this.#kept = kept;
    this.#room = Math.max(LEAST_ROOM, kept.length * 2);
    this.#begun = 0;
  }
}

/** Whether nobody has begun it, nor closed it. */
export function isUnbegun(one: Awaited): boolean {
  return one instanceof PyGenerator ? one.state === GeneratorState.Created : one.state === StepState.New;
}
