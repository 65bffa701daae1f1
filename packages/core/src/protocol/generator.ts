// Resuming generators and coroutines: attaching their segment of frames to the running stack.
import { TraceKind } from "../bytecode/op.ts";
import { asyncGeneratorType, coroutineType } from "../objects/builtin-types.ts";
import type { PyException } from "../objects/exception.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import { GeneratorState, type PyGenerator } from "../objects/generator.ts";
import { TableIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { generatorExitType } from "../objects/exception-types.ts";
import { getAttribute, getAttributeOr } from "./attribute.ts";
import { call, callMethod } from "./call.ts";
import { pushNative, raiseRecursion } from "./frames.ts";
import { closeGenerator } from "./generator-close.ts";
import { raise, raiseRuntimeError, raiseTypeError, raiseValueError } from "./raise.ts";

/** How messages name it. */
export function kindOf(generator: PyGenerator): string {
  if (generator.type === coroutineType) return "coroutine";
  return generator.type === asyncGeneratorType ? "async generator" : "generator";
}

/**
 * Send `value` into a generator; `outer` is the generator that delegates to it, whose segment it joins. Answers DONE when it is closed already, else undefined: its frames are on top of the
 * stack, or an error is raised.
 */
export function resumeGenerator(
  vm: Machine,
  generator: PyGenerator,
  value: Value,
  outer: PyGenerator | null = null,
): Result {
  if (generator.state === GeneratorState.Closed) {
    return generator.type === coroutineType ? raiseRuntimeError(vm, "cannot reuse already awaited coroutine") : DONE;
  }
  if (generator.state === GeneratorState.Created && value !== NONE) {
    return raiseTypeError(vm, `can't send non-None value to a just-started ${kindOf(generator)}`);
  }
  const isStarted = generator.state === GeneratorState.Suspended;
  if (!attach(vm, generator)) return undefined;
  if (outer !== null) {
    generator.root = outer;
    generator.isRelaying = !rootOf(outer).isHandling;
  }
  if (!isStarted) return undefined;
  const top = generator.top;
  if (top.tag === Tag.DelegateNext) return pushNative(vm, sendOp, { iterator: top.aux as Value, value });
  top.registers[top.base + top.dst] = value;
  return undefined;
}

/**
 * The item of the built-in iterator that a suspended generator delegates to, had without resuming it; undefined where there
 * is more to it, nothing having happened.
 */
export function itemOfDelegate(vm: Machine, { state, top }: PyGenerator): Value | undefined {
  if (top.tag !== Tag.DelegateNext || state !== GeneratorState.Suspended || vm.tracer !== null) return undefined;
  const iterator = top.aux as Value;
  const { leafItem } = typeOf(iterator);
  // The table may have changed, which is to be raised inside the generator.
  if (leafItem === null || iterator instanceof TableIterator) return undefined;
  const item = leafItem(vm, iterator as never);
  return item === DONE ? undefined : item;
}

/**
 * Raise `exception` inside a generator, where it is suspended; a foreign iterator that it delegates to gets `args`, as
 * `throw` was given them. Answers undefined.
 */
export function throwInto(
  vm: Machine,
  generator: PyGenerator,
  exception: PyException,
  args: readonly Value[] = [exception],
): undefined {
  if (generator.state === GeneratorState.Closed) {
    if (generator.type === coroutineType) return raiseRuntimeError(vm, "cannot reuse already awaited coroutine");
    vm.error = exception;
    return undefined;
  }
  const delegate = exception.type.isSubtype(generatorExitType) ? delegateOf(generator) : null;
  if (delegate !== null) part(generator, delegate);
  if (!attach(vm, generator)) return undefined;
  if (delegate !== null) return pushNative(vm, closeFirstOp, { delegate, exception, isClosed: false });
  const top = generator.top;
  if (top.tag === Tag.DelegateNext) {
    return pushNative(vm, throwOp, { iterator: top.aux as Value, exception, args, stage: 0 });
  }
  return raiseThrown(vm, top, exception);
}

/** Raise in a frame what was thrown into it: its context is what its segment is handling, not what the consumers are. */
function raiseThrown(vm: Machine, { generator }: Frame, exception: PyException): undefined {
  if (rootOf(generator as PyGenerator).isHandling) return raise(vm, exception);
  vm.error = exception;
  return undefined;
}

/** The generator that a suspended one delegates to; null when there is none, or something else stands between them. */
function delegateOf({ frame: own, state, top }: PyGenerator): PyGenerator | null {
  if (state !== GeneratorState.Suspended || top === own) return null;
  let frame = top;
  while (frame.prev !== null && frame.prev !== own) frame = frame.prev;
  return frame.generator;
}

/** Take a delegate, and whatever that delegates to, out of the segment of the suspended `generator`: it is suspended itself. */
function part(generator: PyGenerator, delegate: PyGenerator): void {
  const outer = delegate.outerHandled;
  delegate.top = generator.top;
  delegate.root = delegate;
  delegate.frame.prev = null;
  delegate.state = GeneratorState.Suspended;
  delegate.handled = generator.handled;
  delegate.outerHandled = null;
  delegate.isHandling = generator.isHandling;
  generator.top = generator.frame;
  generator.isHandling = !delegate.isRelaying;
  generator.handled = generator.isHandling ? outer : null;
  delegate.isRelaying = false;
}

/** GeneratorExit closes the delegate, which may answer with an exception of its own, before it gets to the generator itself. */
const closeFirstOp: NativeOp<{ readonly delegate: PyGenerator; readonly exception: PyException; isClosed: boolean }> = {
  name: "close a delegate",
  step(vm, state) {
    if (!state.isClosed) {
      state.isClosed = true;
      if (closeGenerator(vm, state.delegate) === undefined) return undefined;
    }
    return raiseThrown(vm, vm.fiber.top.prev as Frame, state.exception);
  },
};

/** Raise an exception in a foreign iterator that the frame on top delegates to. */
export function throwIntoIterator(vm: Machine, iterator: Value, exception: PyException): undefined {
  return pushNative(vm, throwOp, { iterator, exception, args: [exception], stage: 0 });
}

/** Sends a value to the foreign iterator that the generator below delegates to. */
const sendOp: NativeOp<{ readonly iterator: Value; readonly value: Value }> = {
  name: "send to a delegate",
  step(vm, state, input) {
    return input ?? sendTo(vm, state.iterator, state.value);
  },
};

/** One step of a foreign iterator: `__next__` for None, else `send`. DONE, or StopIteration raised, at its end. */
export function sendTo(vm: Machine, iterator: Value, value: Value): Result {
  if (value !== NONE)
    return pushNative(vm, callNamedOp, {
      object: iterator,
      name: "send",
      args: [value],
      isRead: false,
      isCalled: false,
    });
  const method = typeOf(iterator).lookup("__next__");
  if (method === undefined) return raiseTypeError(vm, `'${typeOf(iterator).name}' object is not an iterator`);
  return callMethod(vm, method, iterator, []);
}

interface CallNamedState {
  readonly object: Value;
  readonly name: string;
  readonly args: readonly Value[];
  isRead: boolean;
  isCalled: boolean;
}

/** `object.name(*args)`, the attribute being read first. */
const callNamedOp: NativeOp<CallNamedState> = {
  name: "call by name",
  step(vm, state, input) {
    let answer: Result = input;
    if (!state.isRead) {
      state.isRead = true;
      answer = getAttribute(vm, state.object, state.name);
      if (answer === undefined) return undefined;
    }
    if (state.isCalled) return answer;
    state.isCalled = true;
    return call(vm, answer as Value, state.args);
  },
};

interface ThrowState {
  readonly iterator: Value;
  readonly exception: PyException;
  readonly args: readonly Value[];
  stage: number;
}

/** Throws into the foreign iterator that the generator below delegates to: by `throw`, or `close` for GeneratorExit. */
const throwOp: NativeOp<ThrowState> = {
  name: "throw into a delegate",
  step(vm, state, input) {
    const isExit = state.exception.type.isSubtype(generatorExitType);
    let answer: Result = input;
    if (state.stage === 0) {
      state.stage = 1;
      answer = getAttributeOr(vm, state.iterator, isExit ? "close" : "throw", DONE);
      if (answer === undefined) return undefined;
    }
    if (state.stage === 1) {
      state.stage = 2;
      if (answer !== DONE) {
        answer = call(vm, answer as Value, isExit ? [] : state.args);
        if (answer === undefined) return undefined;
      }
    }
    if (!isExit && answer !== DONE) return answer;
    return raiseThrown(vm, vm.fiber.top.prev as Frame, state.exception);
  },
};

/** Put the generator's frames on top of the stack; false after raising when it is running already. */
export function attach(vm: Machine, generator: PyGenerator): boolean {
  const { fiber } = vm;
  const consumer = fiber.top;
  if (generator.state === GeneratorState.Running) {
    raiseValueError(vm, `${kindOf(generator)} already executing`);
    return false;
  }
  const isNew = generator.state === GeneratorState.Created;
  if (isNew && generator.type === coroutineType) vm.unbegun.begun();
  if (consumer.depth >= vm.limits.recursion) {
    // What cannot even begin is over.
    if (isNew) generator.state = GeneratorState.Closed;
    raiseRecursion(vm);
    return false;
  }
  generator.state = GeneratorState.Running;
  generator.root = generator;
  generator.isRelaying = false;
  generator.frame.prev = consumer;
  const rise = consumer.depth + 1 - generator.frame.depth;
  if (rise !== 0 || generator.top.limit !== consumer.limit) move(generator, rise, consumer.limit);
  generator.outerHandled = fiber.handled;
  if (generator.handled !== null) fiber.handled = generator.handled;
  fiber.top = generator.top;
  tellResumed(vm, generator);
  return true;
}

/** A segment stands at another depth of the stack than when it last ran: so does each of its frames. */
function move(generator: PyGenerator, rise: number, limit: number): void {
  for (let frame: Frame | null = generator.top; frame !== null; frame = frame === generator.frame ? null : frame.prev) {
    frame.depth += rise;
    frame.limit = limit;
  }
}

/** A segment, which is on the stack, goes on: the outermost frame first. What has not begun says so itself. */
export function tellResumed({ tracer, fiber }: Machine, generator: PyGenerator): void {
  if (tracer === null) return;
  for (const frame of framesOf(generator, fiber.top).reverse()) {
    if (frame.pc > 0) tracer.tell(frame, TraceKind.Resume);
  }
}

/** The Python frames of a segment, from the innermost on. */
function framesOf({ frame: last }: PyGenerator, top: Frame): Frame[] {
  const frames: Frame[] = [];
  for (let frame: Frame | null = top; frame !== null; frame = frame === last ? null : frame.prev) {
    if (frame.linked !== null) frames.push(frame);
  }
  return frames;
}

/** The outermost generator of the segment that `generator` runs in: the one that a yield suspends. */
export function rootOf(generator: PyGenerator): PyGenerator {
  let root = generator;
  while (root.root !== root) root = root.root;
  return root;
}

/** What is being handled around a generator: by its consumer, who may be another one at each step of the segment. */
export function handledAround(generator: PyGenerator): PyException | null {
  let outer = generator;
  while (outer.isRelaying) outer = outer.root;
  return outer.outerHandled;
}

/** A segment is about to be suspended: the innermost frame stops first. */
export function tellSuspended({ tracer, fiber }: Machine, generator: PyGenerator): void {
  if (tracer === null) return;
  for (const frame of framesOf(generator, fiber.top)) tracer.tell(frame, TraceKind.Return);
}

/** Take a segment off the stack: its innermost frame stays on `top`, its consumer runs next. */
export function detach(vm: Machine, generator: PyGenerator): Frame {
  const { fiber } = vm;
  const consumer = generator.frame.prev as Frame;
  generator.top = fiber.top;
  generator.frame.prev = null;
  generator.handled = generator.isHandling ? fiber.handled : null;
  fiber.handled = handledAround(generator);
  generator.outerHandled = null;
  fiber.top = consumer;
  return consumer;
}

/** The generator's own frame has ended: close it and take it off the stack. Answers its consumer. */
export function finish(vm: Machine, generator: PyGenerator): Frame {
  const consumer = detach(vm, generator);
  generator.state = GeneratorState.Closed;
  generator.handled = null;
  generator.root = generator;
  return consumer;
}
