// Loops over generators of Python code: resuming and yielding without the general machinery.
import { type Frame, Tag } from "../objects/frame.ts";
import { GeneratorState, type PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { attach, detach, rootOf } from "../protocol/generator.ts";
import { deliver, STEP_COST } from "./deliver.ts";

/**
 * Resume a suspended generator for the ForEach of the frame on top: its frames are on top then, or an error is raised.
 * False, with nothing done, where there is more to it: see `resumeGenerator`.
 */
export function resumePlainly(vm: Machine, generator: PyGenerator): boolean {
  const { top } = generator;
  if (generator.state !== GeneratorState.Suspended || top.tag !== Tag.Push) return false;
  if (attach(vm, generator)) top.registers[top.base + top.dst] = NONE;
  return true;
}

/**
 * Hand `value` from the generator's frame on top to the ForEach, or the call of `next` or `send`, of the frame that consumes
 * it, which is on top then. False, with nothing done, where somebody else consumes it, or a trace hook is told: see
 * `yieldValue`.
 */
export function yieldPlainly(vm: Machine, frame: Frame, value: Value): boolean {
  if (frame.generator === null || vm.tracer !== null) return false;
  const root = rootOf(frame.generator);
  const consumer = root.frame.prev as Frame;
  const { tag } = consumer;
  if (consumer.op !== null || (tag !== Tag.Next && tag !== Tag.Push)) return false;
  frame.tag = Tag.Push;
  detach(vm, root);
  root.state = GeneratorState.Suspended;
  if (consumer.then !== null) {
    deliver(vm, vm.fiber, value);
    return true;
  }
  consumer.registers[consumer.base + consumer.dst] = value;
  return true;
}

/**
 * Give `value`, which the generator's frame on top yields, to the native frame that awaits it: true when that has taken it,
 * and the generator goes on as if resumed. False where there is more to it, undefined after raising: see `yieldValue`.
 */
export function offerPlainly(vm: Machine, frame: Frame, value: Value): boolean | undefined {
  if (frame.generator === null || vm.tracer !== null || vm.budget <= STEP_COST) return false;
  const { op, tag, state, then } = rootOf(frame.generator).frame.prev as Frame;
  if (op === null || op.accept === undefined || tag !== Tag.Next || then !== null) return false;
  frame.tag = Tag.Push;
  const isTaken = op.accept(vm, state, value);
  if (isTaken === true) vm.budget -= STEP_COST;
  return isTaken;
}
