// Running a fiber: Python frames in the dispatch loop, native frames step by step, until it ends or must stop.
import type { Fiber } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import { raise } from "../protocol/raise.ts";
import { interpret } from "./loop.ts";
import { stepNatives } from "./native-steps.ts";
import { unwind } from "./unwind.ts";

/**
 * Run the VM's fiber until it is done, parked, or `vm.budget` is spent: the safe points are back-edges, calls and native
 * steps. It can be called again at any time and goes on where it stopped.
 */
export function runFiber(vm: Machine, fiber: Fiber): void {
  vm.fiber = fiber;
  if (fiber.raised !== null) {
    raise(vm, fiber.raised);
    fiber.raised = null;
  }
  if (fiber.interrupt !== null && fiber.park === null && !fiber.isDone) {
    vm.error = fiber.interrupt;
    fiber.interrupt = null;
    // Unwinding takes `pc` to be just behind what raised: here that is the instruction that would be next.
    if (fiber.top.op === null) fiber.top.pc++;
  }
  for (;;) {
    // Errors raised between frames: by a host's completion, an interrupt, or a delivery.
    if (vm.error !== null) unwind(vm, fiber, true);
    if (fiber.isDone || fiber.park !== null || vm.budget <= 0) return;
    if (fiber.top.op === null || stepNatives(vm, fiber)) interpret(vm, fiber);
  }
}
