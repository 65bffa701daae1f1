// Unwinding: from a raised exception to the handler that takes it, through Python and native frames.
import type { Answer } from "../objects/answer.ts";
import { RegionKind } from "../bytecode/code.ts";
import { Op, TraceKind } from "../bytecode/op.ts";
import { asyncGeneratorType } from "../objects/builtin-types.ts";
import { Traceback, type PyException } from "../objects/exception.ts";
import {
  attributeErrorType,
  runtimeErrorType,
  stopAsyncIterationType,
  stopIterationType,
} from "../objects/exception-types.ts";
import { type Fiber, type Frame, Tag } from "../objects/frame.ts";
import type { PyFunction } from "../objects/function.ts";
import type { PyGenerator } from "../objects/generator.ts";
import type { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import type { PyType } from "../objects/type.ts";
import { DONE, ELLIPSIS, NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { finish, handledAround, kindOf, rootOf } from "../protocol/generator.ts";
import { newException } from "../protocol/raise.ts";
import { deliver, endDelegate } from "./deliver.ts";

/**
 * Unwind the running fiber by `vm.error` until a frame takes it, or the fiber fails. `isOwn` tells that the frame on top
 * raised it itself, not a frame that it had called.
 */
export function unwind(vm: Machine, fiber: Fiber, isOwn: boolean): void {
  let isRaisedHere = isOwn;
  // Asked of each type once, not in each frame.
  let known: PyType | null = null;
  let isAttribute = false;
  let isStop = false;
  for (;;) {
    const error = vm.error as PyException;
    const frame = fiber.top;
    const { then } = frame;
    frame.then = null;
    if (frame.op !== null) {
      if (frame === fiber.bottom) {
        fiber.failure = error;
        fiber.isDone = true;
        vm.error = null;
        return;
      }
      if (unwindNative(vm, fiber, frame, then, error, isRaisedHere)) return;
      isRaisedHere = false;
      continue;
    }
    if (!isRaisedHere && error.type !== known) {
      known = error.type;
      isAttribute = known.isSubtype(attributeErrorType);
      isStop = known.isSubtype(stopIterationType);
    }
    if (!isRaisedHere && isAttribute) tellAttribute(frame, error);
    if (!isRaisedHere && isStop) {
      if (frame.tag === Tag.Next || then?.isItem === true) {
        if (endItems(vm, fiber, frame, then)) return;
        continue;
      }
      if (frame.tag === Tag.DelegateNext) {
        vm.error = null;
        endDelegate(frame, error.fields?.get("value") ?? NONE);
        return;
      }
    }
    addTraceback(vm, frame, error);
    if (land(fiber, frame, error)) {
      vm.error = null;
      return;
    }
    vm.tracer?.tell(frame, TraceKind.Return);
    leave(vm, fiber, frame, error);
    isRaisedHere = false;
  }
}

/** True when the native frame has taken the exception. */
function unwindNative(
  vm: Machine,
  fiber: Fiber,
  frame: Frame,
  then: Answer | null,
  error: PyException,
  isOwn: boolean,
): boolean {
  const op = frame.op as NonNullable<Frame["op"]>;
  if (!isOwn || op.takesOwn === true) {
    if ((frame.tag === Tag.Next || then?.isItem === true) && error.type.isSubtype(stopIterationType)) {
      return endItems(vm, fiber, frame, then);
    }
    if (op.raised !== undefined) {
      const answer = op.raised(vm, frame.state);
      if (answer !== undefined) {
        vm.error = null;
        fiber.top = frame.prev as Frame;
        deliver(vm, fiber, answer);
        return vm.error === null;
      }
      if (vm.error === null) {
        frame.aux = undefined;
        return true;
      }
      // The handler may have pushed nothing and raised another exception: that one goes on.
    }
  }
  op.drop?.(vm, frame.state);
  if (fiber.top === frame) fiber.top = frame.prev as Frame;
  return false;
}

/** StopIteration ends what the frame iterates, or an iterator that what it hosts draws on. False after raising. */
function endItems(vm: Machine, fiber: Fiber, frame: Frame, then: Answer | null): boolean {
  vm.error = null;
  if (frame.tag === Tag.Next) frame.then = then;
  frame.tag = Tag.Next;
  deliver(vm, fiber, DONE);
  return vm.error === null;
}

/** One entry for the frame, unless it is the prelude's or the exception is being raised again from the same place. */
function addTraceback(vm: Machine, frame: Frame, error: PyException): void {
  const linked = frame.linked as Linked;
  const isAgain = frame.isReraising;
  frame.isReraising = false;
  if (linked.isHidden || isAgain) return;
  error.traceback = new Traceback(linked, frame.pc - 1, frame.func as PyFunction, error.traceback);
  vm.tracer?.tellException(frame, error);
}

/** An AttributeError that came of reading an attribute here is about that one, unless it says what it is about. */
function tellAttribute(frame: Frame, error: PyException): void {
  const { words, names } = frame.linked as Linked;
  const word = words[frame.pc - 1] as number;
  const op = word & 255;
  if (["name", "obj"].some((each) => (error.fields?.get(each) ?? NONE) !== NONE)) return;
  if (op !== Op.LoadAttribute && op !== Op.LoadMethod) return;
  const [name, object] = [names[word >>> 24], frame.registers[frame.base + ((word >>> 16) & 255)]];
  // The operands of a wide instruction are not in this word alone.
  if (name === undefined || object === undefined || ((words[frame.pc - 2] ?? 0) & 255) === Op.Wide) return;
  error.fields = new Map<string, Value>([...(error.fields ?? []), ["name", name], ["obj", object]]);
}

/** Jump to the innermost handler around the frame's pc; restores what was handled on the way. */
function land(fiber: Fiber, frame: Frame, error: PyException): boolean {
  const { regions } = (frame.linked as Linked).code.fields;
  const at = frame.pc - 1;
  for (let i = regions.length - 1; i >= 0; i--) {
    const region = regions[i] as (typeof regions)[number];
    if (at < region.start || at >= region.end) continue;
    if (region.kind === RegionKind.Try) {
      frame.registers[frame.base + region.register] = error;
      frame.pc = region.handler;
      return true;
    }
    if (region.kind === RegionKind.Handler) restoreHandled(fiber, frame, region.register);
  }
  return false;
}

/** What EnterHandler saves when a generator handles nothing of its own: whatever its consumer handles then. */
const OUTER: Value = ELLIPSIS;

/** `exception` is being handled; answers what was, for `restoreHandled`. */
export function enterHandler(vm: Machine, frame: Frame, exception: PyException): Value {
  const { fiber } = vm;
  const handled = fiber.handled;
  fiber.handled = exception;
  const root = frame.generator === null ? null : rootOf(frame.generator);
  if (root === null || root.isHandling) return handled ?? NONE;
  root.isHandling = true;
  return OUTER;
}

/** What EnterHandler saved in a register is being handled again. */
export function restoreHandled(fiber: Fiber, frame: Frame, register: number): void {
  const saved = frame.registers[frame.base + register];
  if (saved !== OUTER) {
    fiber.handled = saved === NONE ? null : (saved as PyException);
    return;
  }
  const generator = frame.generator as PyGenerator;
  rootOf(generator).isHandling = false;
  fiber.handled = handledAround(generator);
}

/** Keep the locals of a frame that the exception leaves, for who reads the traceback later. */
function keepLocals({ registers, base, namespace }: Frame, linked: Linked, entry: Traceback | null): void {
  if (entry === null || entry.linked !== linked || entry.kept !== null) return;
  const kept = namespace === null ? windowOf(registers, base, linked.localCount) : [namespace];
  entry.kept = kept;
  // What it had caught before, and raised anew.
  for (let each = entry.next; each !== null && each.kept === null && each.linked === linked; each = each.next) {
    each.kept = kept;
  }
}

/** A copy of some registers; most functions have few locals, and a literal is made faster than a slice. */
function windowOf(registers: readonly (Value | undefined)[], base: number, count: number): (Value | undefined)[] {
  switch (count) {
    case 0:
      return [];
    case 1:
      return [registers[base]];
    case 2:
      return [registers[base], registers[base + 1]];
    case 3:
      return [registers[base], registers[base + 1], registers[base + 2]];
    case 4:
      return [registers[base], registers[base + 1], registers[base + 2], registers[base + 3]];
    default:
      return registers.slice(base, base + count);
  }
}

/** Take a Python frame without a handler off the stack. */
function leave(vm: Machine, fiber: Fiber, frame: Frame, error: PyException): void {
  const generator = frame.generator;
  keepLocals(frame, frame.linked as Linked, error.traceback);
  if (generator === null) {
    fiber.top = frame.prev as Frame;
    return;
  }
  finish(vm, generator);
  const isAsync = generator.type === asyncGeneratorType;
  const isStop = error.type.isSubtype(stopIterationType);
  if (!isStop && !(isAsync && error.type.isSubtype(stopAsyncIterationType))) return;
  const name = isStop ? "StopIteration" : "StopAsyncIteration";
  const wrapped = newException(runtimeErrorType, `${kindOf(generator)} raised ${name}`);
  wrapped.cause = error;
  wrapped.context = error;
  wrapped.suppressContext = true;
  vm.error = wrapped;
}
