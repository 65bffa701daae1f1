// Running a fiber: Python frames in the dispatch loop, native frames step by step, until it ends or must stop.
import { type Fiber, type Frame, Tag } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import { raise } from "../protocol/raise.ts";
import { deliver, STEP_COST } from "./deliver.ts";
import { interpret } from "./loop.ts";
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
    if (fiber.top.op === null) interpret(vm, fiber);
    else stepNative(vm, fiber);
  }
}

/** Step the native frame on top once, and deliver its result when that ends it. */
function stepNative(vm: Machine, fiber: Fiber): void {
  const frame = fiber.top;
  const op = frame.op as NonNullable<Frame["op"]>;
  const input = frame.aux;
  frame.aux = undefined;
  frame.tag = Tag.Push;
  vm.budget -= STEP_COST;
  const result = op.step(vm, frame.state, input);
  if (result !== undefined) {
    fiber.top = frame.prev as Frame;
    deliver(vm, fiber, result);
    if (vm.error !== null) unwind(vm, fiber, true);
  } else if (vm.error !== null) unwind(vm, fiber, true);
}
