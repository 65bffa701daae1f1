// Completions: what the host's Promises have come to reaches the fiber that waits, or the follower.
import type { Boundary } from "../host/boundary.ts";
import { raiseFromJs } from "../host/js-error.ts";
import { toPython } from "../host/to-python.ts";
import { deliver } from "../interpret/deliver.ts";
import { type HostWait, tellFollower } from "../objects/follower.ts";
import { HostBox } from "../objects/host-values.ts";
import type { Result } from "../objects/value.ts";
import type { Scheduler } from "../schedule/scheduler.ts";
import type { HostWaiter } from "./host-waits.ts";
import type { Operations } from "./operations.ts";

export class Completions implements HostWaiter {
  readonly #boundary: Boundary;
  readonly #operations: Operations;
  readonly #scheduler: Scheduler;

  constructor(boundary: Boundary, operations: Operations, scheduler: Scheduler) {
    this.#boundary = boundary;
    this.#operations = operations;
    this.#scheduler = scheduler;
  }

  fulfilled(id: number, content: unknown, isRaw: boolean): void {
    const { machine } = this.#boundary;
    this.#complete(id, (wait) => {
      if (wait !== null) {
        tellFollower(machine, wait.follower, wait.received(machine, content));
        return;
      }
      const value = isRaw ? new HostBox(content) : this.#received(content);
      if (value !== undefined) deliver(machine, machine.fiber, value);
    });
  }

  rejected(id: number, error: unknown): void {
    this.#complete(id, (wait) => {
      raiseFromJs(this.#boundary, error);
      if (wait === null) return;
      wait.failed();
      tellFollower(this.#boundary.machine, wait.follower, undefined);
    });
  }

  /**
   * An operation has completed: its fiber goes on, or its follower is told, unless nobody waits for it any more. `give` delivers
   * what it has come to.
   */
  #complete(id: number, give: (wait: HostWait | null) => void): void {
    const operation = this.#operations.complete(id);
    if (operation === null) return;
    const { fiber, wait } = operation;
    const job = fiber?.job ?? null;
    if (wait === null && (job === null || job.isSettled)) return;
    const { machine } = this.#boundary;
    const { fiber: outer, error } = machine;
    if (fiber !== null) machine.fiber = fiber;
    machine.error = null;
    give(wait);
    // Another fiber may run first: what was raised belongs to this one.
    if (fiber !== null) fiber.raised = machine.error;
    machine.error = error;
    machine.fiber = outer;
    if (job !== null) this.#scheduler.add(job);
  }

  #received(content: unknown): Result {
    try {
      return toPython(this.#boundary, content, "result");
    } catch (error) {
      return raiseFromJs(this.#boundary, error);
    }
  }
}
