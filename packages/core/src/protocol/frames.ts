// Pushing frames: onto the fiber's stack, with their window of registers.
import type { PyFunction } from "../objects/function.ts";
import { type Fiber, Frame, Tag } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { recursionErrorType } from "../objects/exception-types.ts";
import type { Value } from "../objects/value.ts";
import { lookAtClock } from "./charge.ts";
import { prepare } from "./link.ts";
import { raiseNew } from "./raise.ts";

/** A frame on top of the running fiber, its fields still those of its last use; null after raising RecursionError. */
function pushFrame(vm: Machine): Frame | null {
  const fiber = vm.fiber;
  const prev = fiber.top;
  const depth = prev.depth + 1;
  if (depth > vm.limits.recursion) {
    raiseRecursion(vm);
    return null;
  }
  let frame = prev.next;
  if (frame === null || frame.isEscaped) {
    frame = new Frame(fiber.registers);
    if (prev.op?.isShared !== true) prev.next = frame;
  }
  frame.registers = fiber.registers;
  frame.prev = prev;
  frame.depth = depth;
  frame.tag = Tag.Push;
  fiber.top = frame;
  return frame;
}

export function raiseRecursion(vm: Machine): undefined {
  return raiseNew(vm, recursionErrorType, "maximum recursion depth exceeded");
}

/** Make sure that the registers up to `limit` exist. */
export function reserve(registers: (Value | undefined)[], limit: number): void {
  for (let i = registers.length; i < limit; i++) registers.push(undefined);
}

/** A stack of more registers, or frames, is not worth the copying. */
const RENEWED_REGISTERS = 1024;
const RENEWED_FRAMES = 128;

/**
 * Give a fiber that runs for long a fresh copy of its registers now and then. V8 moves an array that has lived for some
 * time to where each store of a new object into it must be noted for the next collection, which costs more than the store.
 */
export function renewRegisters(fiber: Fiber): void {
  const { registers, top } = fiber;
  if (top.limit > RENEWED_REGISTERS || top.depth > RENEWED_FRAMES) return;
  // The window of a caller may end behind that of what it calls; what stands there is dead.
  const fresh = registers.slice(0, top.limit);
  for (let frame: Frame | null = top; frame !== null; frame = frame.prev) {
    if (frame.registers !== registers) continue;
    frame.registers = fresh;
    reserve(fresh, frame.limit);
  }
  fiber.registers = fresh;
}

/** Unbound registers, to be copied from: arrays that grow by pushing have room that nothing uses. */
const BLANK: readonly undefined[] = pushed(64);

function pushed(count: number): undefined[] {
  const registers: undefined[] = [];
  for (let i = 0; i < count; i++) registers.push(undefined);
  return registers;
}

/** The registers of a generator, none of them bound. */
export function blankRegisters(count: number): (Value | undefined)[] {
  return count <= BLANK.length ? BLANK.slice(0, count) : pushed(count);
}

/**
 * Push the frame of a Python function whose arguments stand, bound, in the fiber's registers from `base` on. Locals that
 * are no parameters become unbound. Answers the frame, or null after raising.
 */
export function pushFunction(vm: Machine, func: PyFunction, base: number, bound: number): Frame | null {
  const frame = pushFrame(vm);
  if (frame === null) return null;
  const linked = func.linked;
  const limit = base + linked.registerCount;
  const registers = frame.registers;
  if (limit > registers.length) reserve(registers, limit);
  for (let i = base + bound, end = base + linked.localCount; i < end; i++) registers[i] = undefined;
  frame.linked = linked;
  frame.func = func;
  frame.base = base;
  frame.limit = limit;
  frame.pc = 0;
  frame.op = null;
  return frame;
}

/** Push the frame of a module, class body or exec, whose names live in `namespace`. Answers undefined. */
export function pushNamespace(vm: Machine, func: PyFunction, namespace: Value): undefined {
  const fiber = vm.fiber;
  const prev = fiber.top;
  const frame = pushFrame(vm);
  if (frame === null) return undefined;
  prepare(vm, func.linked);
  const own = new Frame(fiber.registers);
  own.prev = prev;
  own.depth = frame.depth;
  own.linked = func.linked;
  own.func = func;
  own.namespace = namespace;
  own.base = prev.limit;
  own.limit = own.base + func.linked.registerCount;
  reserve(own.registers, own.limit);
  for (let i = own.base; i < own.limit; i++) own.registers[i] = undefined;
  fiber.top = own;
  return undefined;
}

/** Push a native frame: the loop will step it. Always answers undefined, so that a native can `return pushNative(...)`. */
export function pushNative<S>(vm: Machine, op: NativeOp<S>, state: S): undefined {
  const limit = vm.fiber.top.limit;
  const frame = pushFrame(vm);
  if (frame === null) return undefined;
  frame.op = op as NativeOp<unknown>;
  frame.state = state;
  frame.linked = null;
  frame.func = null;
  frame.aux = undefined;
  frame.base = limit;
  frame.limit = limit;
  return undefined;
}

/** What a step answers to be stepped again, with undefined, after a safe point. */
export function more(vm: Machine): undefined {
  lookAtClock(vm);
  return undefined;
}
