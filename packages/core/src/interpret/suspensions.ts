// Instructions that suspend: `yield from`, `await`, `async for`, and what asynchronous generators yield.
import { askMethod, methodAnswer } from "../protocol/method-answer.ts";
import { CodeKind } from "../bytecode/code.ts";
import { asyncGeneratorType, coroutineType, generatorType } from "../objects/builtin-types.ts";
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

/** Whether a generator was made by a function marked as a coroutine (`types.coroutine`). */
function isAwaitableGenerator(value: PyGenerator): boolean {
  return value.type === generatorType && value.isIterableCoroutine;
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

const AWAIT_REFUSALS: readonly string[] = [
  "object %s can't be used in 'await' expression",
  "'async with' received an object from __aenter__ that does not implement __await__: %s",
  "'async with' received an object from __aexit__ that does not implement __await__: %s",
];

/** GetAwaitable: the iterator of `await value`. */
export function awaitableOf(vm: Machine, value: Value, context: number): Result {
  if (value instanceof PyGenerator && (value.type === coroutineType || isAwaitableGenerator(value))) {
    if (value.type === coroutineType && value.state === GeneratorState.Running) {
      return raiseRuntimeError(vm, "coroutine is being awaited already");
    }
    return value;
  }
  const type = typeOf(value);
  if (type.waits !== null && isDriven(vm.fiber.top)) return value;
  const method = type.lookup("__await__");
  if (method === undefined) {
    const refusal = (AWAIT_REFUSALS[context] as string).replace("%s", typeOf(value).name);
    return raiseTypeError(vm, refusal);
  }
  return askMethod(vm, awaitAnswer, method, value);
}

/** Asks `__await__` and checks that it answers an iterator. */
const awaitAnswer = methodAnswer("await", (vm, answer) => {
  if (answer instanceof PyGenerator && answer.type === coroutineType) {
    return raiseTypeError(vm, "__await__() returned a coroutine");
  }
  if (typeOf(answer).lookup("__next__") === undefined) {
    return raiseTypeError(vm, `__await__() returned non-iterator of type '${typeOf(answer).name}'`);
  }
  return answer;
});

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
  return pushNative(vm, anextOp, { iterator, method, stage: "call" });
}

/** Calls `__anext__`, then asks its answer for the iterator to delegate to. */
const anextOp: NativeOp<{ iterator: Value; method: Value; stage: "call" | "await" | "done" }> = {
  name: "anext",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === "call") {
      state.stage = "await";
      answer = callMethod(vm, state.method, state.iterator, []);
      if (answer === undefined) return undefined;
    }
    if (state.stage === "done") return answer;
    state.stage = "done";
    const awaitable = answer as Value;
    if (awaitable instanceof PyGenerator) return awaitable;
    if (typeOf(awaitable).lookup("__await__") === undefined) {
      return raiseTypeError(vm, `'async for' received an invalid object from __anext__: ${typeOf(awaitable).name}`);
    }
    return awaitableOf(vm, awaitable, 0);
  },
};

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
