// The registry of what the host still owes a VM: a completion finds its fiber here, or nothing and is dropped.
import type { Follower, HostWait } from "../objects/follower.ts";
import type { Fiber } from "../objects/frame.ts";
import type { Value } from "../objects/value.ts";

/** One wait of one fiber, or of a follower. */
export interface Operation {
  readonly id: number;
  /** Null for a follower's. */
  readonly fiber: Fiber | null;
  /** Null for a fiber's. */
  readonly wait: HostWait | null;
  /** What is waited for, e.g. "sleep". */
  readonly name: string;
  /** Tells the host that nobody waits any more. */
  readonly abort: (() => void) | null;
}

/** The name of waits for a time alone. */
const SLEEP = "sleep";

/** The operations of one generation of a VM: `reset()` and `close()` empty it for good. */
export class Operations {
  readonly #pending: Map<number, Operation> = new Map();
  #nextId = 1;
  #isOpen = true;
  /** Completions that came after their operation was over. */
  lateCount = 0;
  /** Operations that were given up before their completion. */
  abandonedCount = 0;

  get count(): number {
    return this.#pending.size;
  }

  /** Those that sleep for a time, and ask the host for nothing else. */
  sleeping = 0;

  /** Park a fiber for an operation; answers its id. */
  open(fiber: Fiber, name: string, args: readonly Value[], abort: (() => void) | null): number {
    const id = this.#nextId++;
    fiber.park = { operation: name, args, id };
    if (this.#isOpen) {
      this.#pending.set(id, { id, fiber, wait: null, name, abort });
      if (name === SLEEP) this.sleeping++;
    }
    return id;
  }

  /** Register what a follower waits for; answers its id. */
  follow(wait: HostWait, name: string): number {
    const id = this.#nextId++;
    if (this.#isOpen) this.#pending.set(id, { id, fiber: null, wait, name, abort: null });
    return id;
  }

  /** The followers that wait. */
  get followers(): readonly Follower[] {
    return [...this.#pending.values()].flatMap(({ wait }) => wait?.follower ?? []);
  }

  /** Take the operation that has completed, its fiber no longer parked; null when it is over already. */
  complete(id: number): Operation | null {
    const operation = this.#pending.get(id);
    if (operation === undefined) {
      this.lateCount += 1;
      return null;
    }
    this.#remove(operation);
    const { fiber } = operation;
    if (fiber?.park?.id === id) fiber.park = null;
    return operation;
  }

  /** The fiber waits no more: its operation is aborted, and a completion will be dropped. Answers whether it waited. */
  abandon(fiber: Fiber): boolean {
    const { park } = fiber;
    if (park === null) return false;
    fiber.park = null;
    const operation = this.#pending.get(park.id);
    if (operation !== undefined) this.#giveUp(operation);
    else if (park.callOff !== undefined) {
      this.abandonedCount++;
      park.callOff();
    }
    return true;
  }

  /** Nobody follows an operation any more. */
  callOff(id: number): void {
    const operation = this.#pending.get(id);
    if (operation !== undefined) this.#giveUp(operation);
  }

  #giveUp(operation: Operation): void {
    this.#remove(operation);
    this.abandonedCount++;
    operation.wait?.abandoned();
    operation.abort?.();
  }

  #remove({ id, name }: Operation): void {
    this.#pending.delete(id);
    if (name === SLEEP) this.sleeping--;
  }

  /** Abandon everything; answers how many operations were pending. */
  close(): number {
    this.#isOpen = false;
    const pending = [...this.#pending.values()];
    for (const { id, fiber } of pending) {
      if (fiber === null) this.callOff(id);
      else this.abandon(fiber);
    }
    return pending.length;
  }
}
