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
