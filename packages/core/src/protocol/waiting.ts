// Waiting in a fiber: who awaits directly what its fiber can park for, and what becomes of values that awaiters yield.
import { CodeKind } from "../bytecode/code.ts";
import { decodeAll } from "../bytecode/decode.ts";
import { Op } from "../bytecode/op.ts";
import { type Fiber, type Frame, Tag, TURN } from "../objects/frame.ts";
import { stopIterationType } from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import type { PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { pushNative } from "./frames.ts";
import { resumeGenerator, rootOf, sendTo, throwInto, throwIntoIterator } from "./generator.ts";
import { catchError, raiseRuntimeError } from "./raise.ts";
import { repr } from "./conversion.ts";

/**
 * Whether what the frame awaits is awaited by its fiber, through coroutines alone: then the fiber can park where it stands.
 * Not so in a coroutine that a script sends into by hand.
 */
export function isDriven(frame: Frame): boolean {
  let { generator } = frame;
  while (generator !== null) {
    let consumer: Frame = rootOf(generator).frame.prev as Frame;
    if (consumer.op?.passesOn === true) consumer = consumer.prev as Frame;
    if (consumer.tag === Tag.Delegate) return true;
    if (consumer.tag !== Tag.DelegateNext) return false;
    generator = consumer.generator;
  }
  return true;
}

/** Whether a fiber runs source text that awaits at its top level. */
export function usesTopLevelAwait({ top, bottom }: Fiber): boolean {
  let lowest: Frame | null = null;
  for (let frame = top; frame !== bottom; frame = frame.prev as Frame) if (frame.linked !== null) lowest = frame;
  const code = lowest?.linked?.code;
  if (code === undefined || code.fields.kind !== CodeKind.Namespace) return false;
  return decodeAll(code.fields.words).some(({ op }) => op === Op.Delegate);
}

/** Let the other fibers of the event loop have their turn; the frame on top gets None. */
export function giveTurn(fiber: Fiber): undefined {
  const { top } = fiber;
  if (top.op === null) top.registers[top.base + top.dst] = NONE;
  else top.aux = NONE;
  fiber.park = TURN;
  return undefined;
}

interface SuspendState {
  /** What has yielded. */
  readonly iterator: Value;
  readonly value: Value;
  isOver: boolean;
  error: PyException | null;
}

/**
 * The frame on top awaits for its fiber, and what it awaits has yielded `value`: None gives the others their turn, what can
 * be awaited is. Then the iterator goes on.
 */
export function suspend(vm: Machine, iterator: Value, value: Value): undefined {
  return pushNative(vm, suspendOp, { iterator, value, isOver: false, error: null });
}

const suspendOp: NativeOp<SuspendState> = {
  name: "await what was yielded",
  step(vm, state) {
    if (!state.isOver) {
      state.isOver = true;
      return waitForYielded(vm, state.value);
    }
    const { fiber } = vm;
    fiber.top = fiber.top.prev as Frame;
    const { iterator, error } = state;
    const isSegment = fiber.top.tag === Tag.Delegate;
    if (error !== null) {
      return isSegment ? throwInto(vm, iterator as PyGenerator, error) : throwIntoIterator(vm, iterator, error);
    }
    if (isSegment) return resumeGenerator(vm, iterator as PyGenerator, NONE);
    const answer = sendTo(vm, iterator, NONE);
    if (answer !== undefined || vm.error === null) return answer;
    const stop = catchError(vm, stopIterationType);
    if (stop === null) return undefined;
    fiber.top.tag = Tag.Push;
    return stop.fields?.get("value") ?? NONE;
  },
  raised(vm, state) {
    state.error = vm.error;
    vm.error = null;
    return undefined;
  },
};

/** Wait for what an awaiter has yielded: None is a turn. */
export function waitForYielded(vm: Machine, value: Value): undefined {
  return pushNative(vm, waitOp, { value, stage: "begin" });
}

/** Waits for what an awaiter has yielded. */
const waitOp: NativeOp<{ readonly value: Value; stage: "begin" | "waiting" | "refusing" }> = {
  name: "wait for what was yielded",
  step(vm, state, input): Result {
    const { value } = state;
    let shown: Result = input;
    if (state.stage === "begin") {
      state.stage = "waiting";
      if (value === NONE) return giveTurn(vm.fiber);
      const type = typeOf(value);
      const waits = type.waits ?? type.layout.waits;
      if (waits !== null) return waits(vm, value as never, true);
      if (vm.refuseYield !== null) return vm.refuseYield(vm, value);
      state.stage = "refusing";
      shown = repr(vm, value);
    }
    if (state.stage === "waiting") return input ?? NONE;
    return shown === undefined ? undefined : raiseRuntimeError(vm, `Task got bad yield: ${shown as string}`);
  },
};
