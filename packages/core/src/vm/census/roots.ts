// What a VM holds by itself: where a census begins.
import type { Fiber } from "../../objects/frame.ts";
import type { Machine } from "../../objects/machine.ts";
import type { Value } from "../../objects/value.ts";
import { type Census, reach, reachObject } from "./census.ts";

/** What the host holds of a VM. */
export interface HostHolds {
  /** The fibers of its entries, running or parked. */
  readonly fibers: Iterable<Fiber>;
  /** What is behind the handles that the host has not dropped. */
  readonly handles: Iterable<Value>;
  /**
   * The exceptions behind its errors. They are not counted, as nobody but the JavaScript engine knows whether the host still
   * has the errors, but what they hold is no garbage.
   */
  readonly exceptions: Iterable<Value>;
}

/** Reach what the host may get hold of by itself, also while a census is under way. */
export function reachHeld(census: Census, { handles, exceptions }: HostHolds): void {
  for (const value of handles) reach(census, value);
  for (const value of exceptions) reach(census, value);
}

export function reachRoots(census: Census, vm: Machine, { fibers, handles }: HostHolds): void {
  for (const value of handles) reach(census, value);
  reachObject(census, vm.modules);
  reachObject(census, vm.builtins);
  reach(census, vm.builtinsModule);
  reach(census, vm.error);
  reach(census, vm.context);
  for (const record of vm.records()) reach(census, record);
  reachObject(census, vm.sources);
  // The stacks come last, to be looked into first: a frame object may lead to a frame of one.
  reachObject(census, vm.fiber);
  for (const fiber of fibers) reachObject(census, fiber);
}
