// Stepping the native frames on top of a fiber.
import { type Fiber, type Frame, Tag } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import { deliver, STEP_COST } from "./deliver.ts";
import { unwind } from "./unwind.ts";

/** Step the native frame on top, and those below that get its result; false when the fiber has to stop before a Python frame is on top. */
export function stepNatives(vm: Machine, fiber: Fiber): boolean {
  for (;;) {
    const frame = fiber.top;
    const { op } = frame;
    if (fiber.isDone || fiber.park !== null || vm.budget <= 0) return false;
    if (op === null) return true;
    const input = frame.aux;
    frame.aux = undefined;
    frame.tag = Tag.Push;
    vm.budget -= STEP_COST;
    const result = op.step(vm, frame.state, input);
    if (result !== undefined) {
      fiber.top = frame.prev as Frame;
      deliver(vm, fiber, result);
    }
    // An error of the delivery is none of the frame's own.
    if (vm.error !== null) unwind(vm, fiber, result === undefined);
  }
}
