// Coroutines that were made and perhaps never begun. What is begun at once, as by `await f()`, is not kept: that is cheap.
import { type AsyncStep, StepState } from "./async-step.ts";
import { GeneratorState, PyGenerator } from "./generator.ts";

/** A coroutine, or one step of an asynchronous generator: nothing comes of it unless it is awaited. */
export type Awaited = PyGenerator | AsyncStep;

/** How many are kept before those are dropped that have begun since. */
const LEAST_ROOM = 64;

export class Unbegun {
  /** The one that was made last: it is kept when the next one is made, unless it has begun by then. */
  #last: Awaited | null = null;
  #kept: Awaited[] = [];
  #room = LEAST_ROOM;

  /** One was made. */
  note(made: Awaited): void {
    const last = this.#last;
    if (last !== null && isUnbegun(last)) this.#keep(last);
    this.#last = made;
  }

  /** All that may not have begun. */
  get all(): readonly Awaited[] {
    return this.#last === null ? this.#kept : [...this.#kept, this.#last];
  }

  /** Only these have not begun. */
  replace(kept: Awaited[]): void {
    this.#last = null;
    this.#kept = kept;
    this.#room = Math.max(LEAST_ROOM, kept.length * 2);
  }

  #keep(one: Awaited): void {
    if (this.#kept.length >= this.#room) this.replace(this.#kept.filter(isUnbegun));
    this.#kept.push(one);
  }
}

/** Whether nobody has begun it, nor closed it. */
export function isUnbegun(one: Awaited): boolean {
  return one instanceof PyGenerator ? one.state === GeneratorState.Created : one.state === StepState.New;
}
