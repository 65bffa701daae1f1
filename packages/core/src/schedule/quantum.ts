// The quantum of a fiber: what it has used of it, and its end before its time.
import type { Fiber } from "../objects/frame.ts";
import type { Job } from "../objects/job.ts";
import type { Machine } from "../objects/machine.ts";
import { endQuantum } from "../protocol/charge.ts";

/** A VM's part of a turn is at least this long, in ms: with more VMs than fit, the rest wait for the next turn. */
const LEAST_PART_MS = 0.1;
/** And at most this, so that interrupts and limits are seen soon. */
const MOST_PART_MS = 0.5;

/** How long a quantum should take of a turn that `count` VMs share, in ms. */
export function partOf(turnMs: number, count: number): number {
  return Math.min(MOST_PART_MS, Math.max(LEAST_PART_MS, turnMs / count));
}

/**
 * End the quantum of a job that is on the JS stack at its next safe point; one whose call into the host runs another
 * fiber is there once that call has returned.
 */
export function hurry({ machine, fiber }: Job): void {
  fiber.isHurried = true;
  if (machine.fiber === fiber) endQuantum(machine);
}

/** Go back to a fiber whose call into the host has run another, with what is left of its quantum. */
export function goBack(vm: Machine, fiber: Fiber, budget: number): void {
  vm.fiber = fiber;
  vm.budget = budget;
  if (fiber.isHurried) endQuantum(vm);
}

/** How many safe points a fiber has passed, or been charged for, of a quantum of `budget` which is over. */
export function passed(vm: Machine, fiber: Fiber, budget: number): number {
  const count = budget - vm.budget - fiber.withheld;
  fiber.withheld = 0;
  fiber.isHurried = false;
  return count;
}
