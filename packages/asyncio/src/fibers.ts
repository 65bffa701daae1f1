// Fibers for what event loops call: one for each callback and task.
import { type Fiber, type Machine, type NativeOp, type PyContext, pushNative } from "@krait/core/extend";
import type { EventLoop } from "./loop-layout.ts";

/** A fiber of its own for what a loop calls; `begin` pushes its first frame. */
export function newFiber(vm: Machine, loop: EventLoop, context: PyContext): Fiber {
  const fiber = vm.newFiber();
  fiber.loop = loop;
  fiber.context = context;
  fiber.isAsync = true;
  return fiber;
}

/** Push the first frame of a fiber that does not run yet. */
export function begin<S>(vm: Machine, fiber: Fiber, op: NativeOp<S>, state: S): void {
  const { fiber: outer } = vm;
  vm.fiber = fiber;
  pushNative(vm, op, state);
  vm.fiber = outer;
}
