// Followers: who is told, without any Python, what something that takes time has come to.
import type { PyException } from "./exception.ts";
import type { Machine } from "./machine.ts";
import type { PyObject, Value } from "./value.ts";

/** Waits in no fiber: it is told once how what it follows has ended, and no more once that was called off. */
export interface Follower extends PyObject {
  succeeded(vm: Machine, value: Value): void;
  failed(vm: Machine, error: PyException): void;
}

/** Stands between a Promise of the host and a follower. */
export interface HostWait {
  readonly follower: Follower | null;
  /** What the host gave as a Python value; undefined after raising. */
  received(vm: Machine, content: unknown): Value | undefined;
  /** The Promise was rejected. */
  failed(): void;
  /** Nobody follows any more. */
  abandoned(): void;
}

/** Tell a follower the value of what it follows, or what was raised in its place. */
export function tellFollower(vm: Machine, follower: Follower | null, value: Value | undefined): void {
  if (follower === null) return;
  if (value !== undefined) {
    follower.succeeded(vm, value);
    return;
  }
  const error = vm.error as PyException;
  vm.error = null;
  follower.failed(vm, error);
}
