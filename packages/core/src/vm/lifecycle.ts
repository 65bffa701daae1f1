// The states of a VM and the ways between them.

/**
 * "constructing" until its modules are in; then "ready" without work, "running" while a script can go on, "parked" while
 * all of its scripts wait for the host; "closing" from `close()` on, "closed" at its end.
 */
export type VMState = "constructing" | "ready" | "running" | "parked" | "closing" | "closed";

const WAYS: Readonly<Record<VMState, readonly VMState[]>> = {
  constructing: ["ready", "running", "parked", "closing"],
  ready: ["running", "parked", "closing"],
  running: ["ready", "parked", "closing"],
  parked: ["ready", "running", "closing"],
  closing: ["closed"],
  closed: [],
};

export class Lifecycle {
  readonly #changed: (to: VMState, from: VMState) => void;
  #state: VMState = "constructing";

  constructor(changed: (to: VMState, from: VMState) => void) {
    this.#changed = changed;
  }

  get state(): VMState {
    return this.#state;
  }

  /** Whether host code may enter Python. */
  get isOpen(): boolean {
    return this.#state !== "closing" && this.#state !== "closed";
  }

  /** Go to a state; does nothing when there is no way to it from here. */
  moveTo(state: VMState): void {
    const from = this.#state;
    if (!WAYS[from].includes(state)) return;
    this.#state = state;
    this.#changed(state, from);
  }
}
