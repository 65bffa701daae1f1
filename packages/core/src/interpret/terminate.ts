// Ending a fiber from outside: its frames are taken off without running any Python.
import type { Fiber, Frame } from "../objects/frame.ts";
import { GeneratorState } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";

/** Unwind the whole fiber; native frames put right what they hold, handlers and `finally` do not run. */
export function terminate(vm: Machine, fiber: Fiber): void {
  let frame: Frame = fiber.top;
  while (frame !== fiber.bottom) {
    frame.op?.drop?.(vm, frame.state);
    const generator = frame.generator;
    if (generator !== null) generator.state = GeneratorState.Closed;
    frame = frame.prev as Frame;
  }
  fiber.top = fiber.bottom;
  fiber.park = null;
  fiber.handled = null;
  fiber.isDone = true;
  vm.error = null;
}
