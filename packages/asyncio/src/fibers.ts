// Fibers for what event loops call: one for each callback and task.
import { type Fiber, type Frame, type Machine, type NativeOp, type PyContext, pushNative } from "@krait/core/extend";
import type { EventLoop } from "./loop-layout.ts";

/** A fiber of its own for what a loop calls: it begins by a step of `bottom`, or of the frame that `begin` pushes. */
export function newFiber(vm: Machine, loop: EventLoop, context: PyContext, bottom: Frame | null = null): Fiber {
  const fiber = vm.newFiber(bottom);
  fiber.loop = loop;
  fiber.context = context;
  fiber.isAsync = true;
  // Around whatever a loop calls stands what its runner handles.
  if (!loop.isHost) fiber.handled = (loop.runner?.fiber ?? vm.fiber).handled;
  return fiber;
}

/** Push the first frame of a fiber that does not run yet. */
export function begin<S>(vm: Machine, fiber: Fiber, op: NativeOp<S>, state: S): void {
  const { fiber: outer } = vm;
  vm.fiber = fiber;
  pushNative(vm, op, state);
  vm.fiber = outer;
}
