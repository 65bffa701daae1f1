// Futures that the host does: what begins at once and needs no task, since no Python runs in it.
import { type Follower, type Machine, type PyException, typeOf, type Value } from "@krait/core/extend";
import { PyFuture } from "./future-layout.ts";
import type { EventLoop } from "./loop-layout.ts";
import { futureType } from "./types.ts";
import { fail, succeed } from "./waking.ts";

class HostFuture extends PyFuture implements Follower {
  /** The number of what it follows; 0 when that is over. */
  operation = 0;

  succeeded(vm: Machine, value: Value): void {
    this.operation = 0;
    if (!this.isDone) succeed(vm, this, value);
  }

  failed(vm: Machine, error: PyException): void {
    this.operation = 0;
    if (!this.isDone) fail(vm, this, error);
  }
}

/** A future of what an awaitable of the host comes to, which has begun; null for any other value. */
export function hostFuture(vm: Machine, loop: EventLoop, awaitable: Value): PyFuture | null {
  const { follows } = typeOf(awaitable);
  if (follows === null) return null;
  const future = new HostFuture(futureType);
  future.loop = loop;
  const operation = follows(vm, awaitable as never, future);
  if (!future.isDone) future.operation = operation;
  return future;
}

/** A future that was cancelled: what the host does for it is called off. */
export function callOff(vm: Machine, future: PyFuture): void {
  if (!(future instanceof HostFuture) || future.operation === 0) return;
  vm.services.callOff(future.operation);
  future.operation = 0;
}
