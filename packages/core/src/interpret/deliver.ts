// Delivering the result of a frame to the frame that waits for it, as that frame's tag says.
import type { Answer } from "../objects/answer.ts";
import { asyncGeneratorType } from "../objects/builtin-types.ts";
import { stopAsyncIterationType, stopIterationType } from "../objects/exception-types.ts";
import { type Fiber, type Frame, Tag } from "../objects/frame.ts";
import { GeneratorState, type PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { detach, finish, rootOf, tellResumed, tellSuspended } from "../protocol/generator.ts";
import { suspend } from "../protocol/waiting.ts";
import { truth } from "../protocol/truth.ts";
import { newException, raise, raiseNew, raiseTypeError } from "../protocol/raise.ts";

/** Safe points that one step of a native frame counts for. */
export const STEP_COST = 4;

/** Give `value` to the frame on top, which called the frame that has just ended. May raise (`vm.error`). */
export function deliver(vm: Machine, fiber: Fiber, given: Value): void {
  const frame = fiber.top;
  const value = frame.then === null ? given : taken(vm, frame, frame.then, given);
  if (value === undefined) return;
  if (frame.op !== null) {
    if (frame === fiber.bottom) {
      fiber.result = value;
      fiber.isDone = true;
    } else frame.aux = value;
    return;
  }
  switch (frame.tag) {
    case Tag.Push:
    case Tag.Then:
    case Tag.Delegate:
      frame.registers[frame.base + frame.dst] = value;
      return;
    case Tag.Drop:
      return;
    case Tag.Branch: {
      // A comparison may answer any object, whose truth may be Python's to tell: the tag stays for that answer.
      const answer = truth(vm, value);
      if (answer === frame.aux) frame.pc = frame.dst;
      return;
    }
    case Tag.Not:
      frame.registers[frame.base + frame.dst] = !value;
      return;
    case Tag.Next:
      if (value === DONE) jumpFromForEach(frame);
      else frame.registers[frame.base + frame.dst] = value;
      return;
    case Tag.Init:
      if (value === NONE) frame.registers[frame.base + frame.dst] = frame.aux;
      else raiseTypeError(vm, `__init__() should return None, not '${typeOf(value).name}'`);
      return;
    case Tag.DelegateNext:
      if (value === DONE) endDelegate(frame, NONE);
      else yieldValue(vm, fiber, frame, value);
  }
}

/** What the frame makes of the answer that it waits for; undefined when it goes on waiting, or has raised. */
function taken(vm: Machine, frame: Frame, then: Answer, answer: Value): Result {
  const result = then.take(vm, answer, frame.left as Value, frame.right as Value);
  if (result !== undefined || vm.error !== null) frame.then = null;
  return result;
}

/** The iterator of the ForEach that the frame waits in is exhausted: its second word is where to go on. */
function jumpFromForEach(frame: Frame): void {
  const words = (frame.linked as NonNullable<Frame["linked"]>).words;
  frame.pc = words[frame.pc - 1] as number;
}

/** A delegated iterator has ended with `result`. */
export function endDelegate(frame: Frame, result: Value): void {
  frame.tag = Tag.Push;
  frame.aux = undefined;
  frame.registers[frame.base + frame.dst] = result;
}

/** The Python frame on top returns `value`. */
export function returnValue(vm: Machine, fiber: Fiber, value: Value): void {
  const frame = fiber.top;
  const generator = frame.generator;
  if (generator === null) {
    fiber.top = frame.prev as Frame;
    deliver(vm, fiber, value);
    return;
  }
  const consumer = finish(vm, generator);
  if (generator.type === asyncGeneratorType) raiseNew(vm, stopAsyncIterationType);
  else if (consumer.tag === Tag.Next) deliver(vm, fiber, DONE);
  else if (consumer.tag === Tag.Delegate) deliver(vm, fiber, value);
  else raiseStopIteration(vm, value);
}

/** StopIteration that carries what a generator returned. */
function raiseStopIteration(vm: Machine, value: Value): void {
  const stop = value === NONE ? newException(stopIterationType) : newException(stopIterationType, value);
  stop.fields = new Map([["value", value]]);
  raise(vm, stop);
}

/**
 * The frame on top, part of a generator, yields `value`: the whole segment up to its root is detached and the root's
 * consumer goes on.
 */
export function yieldValue(vm: Machine, fiber: Fiber, frame: Frame, value: Value): void {
  const generator = frame.generator;
  if (generator === null) {
    suspend(vm, frame.aux as Value, value);
    return;
  }
  const root = rootOf(generator);
  tellSuspended(vm, root);
  const isAccepted = accepted(vm, root, frame, value);
  if (isAccepted === true) {
    tellResumed(vm, root);
    return;
  }
  const consumer = detach(vm, root);
  root.state = GeneratorState.Suspended;
  if (isAccepted === undefined) {
    // What the native frame raises itself is no end of its iterator.
    consumer.tag = Tag.Push;
    return;
  }
  if (consumer.tag === Tag.Delegate) suspend(vm, root, value);
  else deliver(vm, fiber, value);
}

/**
 * Whether the native frame that awaits an item of the segment has taken it: then the segment, still on top, goes on as if
 * resumed, which counts as the step that it saves. Undefined when the native frame has raised.
 */
function accepted(vm: Machine, root: PyGenerator, frame: Frame, value: Value): boolean | undefined {
  const { op, tag, state, then } = root.frame.prev as Frame;
  if (op === null || op.accept === undefined || tag !== Tag.Next || then !== null || frame.tag !== Tag.Push)
    return false;
  if (vm.budget <= STEP_COST) return false;
  // What it has raised was raised when the loop offered it the item.
  const isTaken = vm.error === null ? op.accept(vm, state, value) : undefined;
  if (isTaken !== true) return isTaken;
  vm.budget -= STEP_COST;
  frame.registers[frame.base + frame.dst] = NONE;
  return true;
}

/** The asynchronous generator on top yields `value` to whoever awaits its next item. */
export function yieldAsync(vm: Machine, fiber: Fiber, value: Value): void {
  const generator = fiber.top.generator as PyGenerator;
  tellSuspended(vm, generator);
  const consumer = detach(vm, generator);
  generator.state = GeneratorState.Suspended;
  generator.root = generator;
  if (consumer.tag === Tag.Delegate) deliver(vm, fiber, value);
  else raiseStopIteration(vm, value);
}
