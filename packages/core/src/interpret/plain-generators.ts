// Loops over generators of Python code that delegate to no one: resuming and yielding without the general machinery.
import { generatorType } from "../objects/builtin-types.ts";
import { type Fiber, type Frame, Tag } from "../objects/frame.ts";
import { GeneratorState, type PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";

/**
 * Put a suspended generator on top of `consumer`, whose ForEach asks for an item. False, with nothing done, unless that is
 * all there is to it; see `attach` in protocol/generator.ts.
 */
export function resumePlainly(vm: Machine, consumer: Frame, generator: PyGenerator): boolean {
  const own = generator.frame;
  const depth = consumer.depth + 1;
  if (
    generator.state !== GeneratorState.Suspended ||
    generator.top !== own ||
    own.tag !== Tag.Push ||
    generator.handled !== null ||
    generator.type !== generatorType ||
    depth > vm.limits.recursion ||
    vm.tracer !== null
  ) {
    return false;
  }
  generator.state = GeneratorState.Running;
  generator.root = generator;
  generator.outerHandled = vm.fiber.handled;
  own.prev = consumer;
  own.depth = depth;
  own.limit = consumer.limit;
  own.registers[own.base + own.dst] = NONE;
  vm.fiber.top = own;
  return true;
}

/**
 * Hand `value` from the generator's frame on top to the ForEach of the frame below. False, with nothing done, unless that
 * is who consumes it; see `yieldValue` in deliver.ts.
 */
export function yieldPlainly(vm: Machine, fiber: Fiber, own: Frame, value: Value): boolean {
  const { generator, prev } = own;
  if (
    generator === null ||
    generator.root !== generator ||
    prev === null ||
    prev.op !== null ||
    prev.tag !== Tag.Next ||
    fiber.handled !== generator.outerHandled ||
    vm.tracer !== null
  ) {
    return false;
  }
  own.prev = null;
  own.tag = Tag.Push;
  generator.top = own;
  generator.state = GeneratorState.Suspended;
  generator.outerHandled = null;
  prev.registers[prev.base + prev.dst] = value;
  fiber.top = prev;
  return true;
}
