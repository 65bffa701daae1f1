// Instructions that suspend: `yield from`, `await`, `async for`, and what asynchronous generators yield.
import { awaitIterator, isAwaitableGenerator } from "../protocol/awaitable.ts";
import { askMethod, methodAnswer } from "../protocol/method-answer.ts";
import { CodeKind } from "../bytecode/code.ts";
import { asyncGeneratorType, coroutineType } from "../objects/builtin-types.ts";
import type { PyException } from "../objects/exception.ts";
import { stopAsyncIterationType, stopIterationType } from "../objects/exception-types.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import { GeneratorState, PyGenerator } from "../objects/generator.ts";
import type { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod } from "../protocol/call.ts";
import { pushNative } from "../protocol/frames.ts";
import { resumeGenerator, sendTo } from "../protocol/generator.ts";
import { getIterator } from "../protocol/iterate.ts";
import { catchError, raiseRuntimeError, raiseTypeError } from "../protocol/raise.ts";
import { isDriven } from "../protocol/waiting.ts";
import { yieldAsync, yieldValue } from "./deliver.ts";
import { unwind } from "./unwind.ts";

function codeKind(frame: Frame): CodeKind {
  return (frame.linked as Linked).code.fields.kind;
}

/** GetDelegate: what `yield from value` iterates. */
export function delegateOf(vm: Machine, frame: Frame, value: Value): Result {
  if (value instanceof PyGenerator && value.type === coroutineType) {
    if (codeKind(frame) === CodeKind.Coroutine || (frame.generator !== null && isAwaitableGenerator(frame.generator))) {
      return value;
    }
    return raiseTypeError(vm, "cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  return getIterator(vm, value);
}

/** By the operand of GetAwaitable, which is 0 for a plain `await`. */
const AWAIT_REFUSALS: readonly (string | undefined)[] = [
  undefined,
  "'async with' received an object from __aenter__ that does not implement __await__: %s",
  "'async with' received an object from __aexit__ that does not implement __await__: %s",
];

/** GetAwaitable: the iterator of `await value`. */
export function awaitableOf(vm: Machine, value: Value, context: number): Result {
  if (typeOf(value).waits !== null && isDriven(vm.fiber.top)) return value;
  return awaitIterator(vm, value, AWAIT_REFUSALS[context]);
}

/**
 * Delegate: run an iterator to its end. A generator or coroutine joins this frame's segment; any other iterator is asked
 * item by item, and what it yields is yielded on.
 */
export function delegate(vm: Machine, frame: Frame, iterator: Value): Result {
  if (iterator instanceof PyGenerator && iterator.type !== asyncGeneratorType) {
    if (iterator.state === GeneratorState.Closed) {
      return iterator.type === coroutineType ? raiseRuntimeError(vm, "cannot reuse already awaited coroutine") : NONE;
    }
    frame.tag = Tag.Delegate;
    return resumeGenerator(vm, iterator, NONE, frame.generator);
  }
  const { waits } = typeOf(iterator);
  if (waits !== null && isDriven(frame)) {
    frame.tag = Tag.Push;
    return waits(vm, iterator as never);
  }
  frame.tag = Tag.DelegateNext;
  frame.aux = iterator;
  const answer = sendTo(vm, iterator, NONE);
  if (answer === undefined) {
    const stop = catchError(vm, stopIterationType);
    if (stop === null) return undefined;
    frame.tag = Tag.Push;
    return stop.fields?.get("value") ?? NONE;
  }
  if (answer === DONE) {
    frame.tag = Tag.Push;
    return NONE;
  }
  yieldValue(vm, vm.fiber, frame, answer);
  if (vm.error !== null) unwind(vm, vm.fiber, false);
  return undefined;
}

/** GetAsyncIterator: `aiter(value)`. */
export function asyncIterator(vm: Machine, value: Value): Result {
  const method = typeOf(value).lookup("__aiter__");
  if (method === undefined) {
    return raiseTypeError(vm, `'async for' requires an object with __aiter__ method, got ${typeOf(value).name}`);
  }
  return askMethod(vm, aiterAnswer, method, value);
}

const aiterAnswer = methodAnswer("aiter", (vm, answer) => {
  if (typeOf(answer).lookup("__anext__") !== undefined) return answer;
  return raiseTypeError(
    vm,
    `'async for' received an object from __aiter__ that does not implement __anext__: ${typeOf(answer).name}`,
  );
});

/** GetAsyncNext: the iterator of `await anext(iterator)`. */
export function asyncNext(vm: Machine, iterator: Value): Result {
  const method = typeOf(iterator).lookup("__anext__");
  if (method === undefined) {
    return raiseTypeError(vm, `'async for' requires an iterator with __anext__ method, got ${typeOf(iterator).name}`);
  }
  return pushNative(vm, anextOp, { iterator, method, awaitable: undefined, isDone: false });
}

interface NextState {
  readonly iterator: Value;
  readonly method: Value;
  awaitable: Value | undefined;
  isDone: boolean;
}

/** Calls `__anext__`, then asks its answer for the iterator to delegate to. */
const anextOp: NativeOp<NextState> = {
  name: "anext",
  step(vm, state, input) {
    if (state.isDone) return input;
    state.awaitable = input ?? callMethod(vm, state.method, state.iterator, []);
    if (state.awaitable === undefined) return undefined;
    state.isDone = true;
    return awaitableOf(vm, state.awaitable, 0) ?? refused(vm, state);
  },
  raised: refused,
};

/** What is no awaitable, or fails to be one, makes a TypeError of the loop. */
function refused(vm: Machine, { awaitable }: NextState): undefined {
  const { error } = vm;
  if (error === null || awaitable === undefined) return undefined;
  const name = typeOf(awaitable).name;
  raiseTypeError(vm, `'async for' received an invalid object from __anext__: ${name}`);
  const made = vm.error as PyException;
  made.context = made.cause = error;
  made.suppressContext = true;
  return undefined;
}

/** EndAsyncFor: the loop is over when its exception says so. */
export function endAsyncFor(vm: Machine, frame: Frame, a: number, _b: number, _c: number, x: number): Result {
  const exception = frame.registers[frame.base + a] as PyException;
  if (exception.type.isSubtype(stopAsyncIterationType)) {
    frame.pc = x;
    return NONE;
  }
  frame.isReraising = true;
  vm.error = exception;
  return undefined;
}

/** AsyncYield: hands a value to whoever awaits the generator's next item. */
export function asyncYield(vm: Machine, value: Value): undefined {
  yieldAsync(vm, vm.fiber, value);
  if (vm.error !== null) unwind(vm, vm.fiber, false);
  return undefined;
}
