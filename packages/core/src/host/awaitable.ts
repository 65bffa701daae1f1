// Calls from the host run to their end: what a call answers is awaited. Coroutines as Promises, asynchronous generators
// as AsyncIterables.
import { coroutineType } from "../objects/builtin-types.ts";
import { stopIterationType } from "../objects/exception-types.ts";
import { Tag } from "../objects/frame.ts";
import { PyGenerator } from "../objects/generator.ts";
import { PyHostCall, PyPromise } from "../objects/host-values.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callMethod } from "../protocol/call.ts";
import { pushNative } from "../protocol/frames.ts";
import { resumeGenerator } from "../protocol/generator.ts";
import { waitForYielded } from "../protocol/waiting.ts";
import { catchError, raiseTypeError } from "../protocol/raise.ts";
import type { Boundary } from "./boundary.ts";
import { PythonError } from "./errors.ts";
import { type HandleCell, valueOf } from "./handles.ts";

interface CallState {
  readonly callable: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value> | null;
  stage: "call" | "called" | "awaited";
}

/** Calls, and awaits what comes back when it is a coroutine or a Promise of the host. */
const callOp: NativeOp<CallState> = {
  name: "call from the host",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === "call") {
      state.stage = "called";
      answer = call(vm, state.callable, state.args, state.keywords);
      if (answer === undefined) return undefined;
    }
    if (state.stage === "called" && isAwaited(answer)) {
      state.stage = "awaited";
      return awaitValue(vm, answer as Value);
    }
    return answer;
  },
};

/** Whether calls from the host await a value that they got. */
export function isAwaited(value: Result): boolean {
  return (
    value instanceof PyPromise ||
    value instanceof PyHostCall ||
    (value instanceof PyGenerator && value.type === coroutineType)
  );
}

/** Call a callable; a coroutine or Promise that it answers is awaited. */
export function callAndAwait(
  vm: Machine,
  callable: Value,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value> | null,
): Result {
  vm.fiber.isAsync = true;
  return pushNative(vm, callOp, { callable, args, keywords, stage: "call" });
}

/** Await a value outside of any coroutine; only what parks its fiber can be awaited so. */
export function awaitValue(vm: Machine, value: Value): Result {
  vm.fiber.isAsync = true;
  const { waits } = typeOf(value);
  if (waits !== null) return waits(vm, value as never);
  return pushNative(vm, awaitOp, { value, iterator: null, stage: "begin" });
}

interface AwaitState {
  readonly value: Value;
  iterator: Value | null;
  stage: "begin" | "coroutine" | "iterator" | "items" | "waiting";
}

const awaitOp: NativeOp<AwaitState> = {
  name: "await from the host",
  step(vm, state, input) {
    const { value, iterator } = state;
    let answer: Result;
    switch (state.stage) {
      case "begin":
        if (value instanceof PyGenerator && value.type === coroutineType) {
          state.stage = "coroutine";
          // The coroutine's result is delivered as it is: no StopIteration is made.
          vm.fiber.top.tag = Tag.Delegate;
          return resumeGenerator(vm, value, NONE);
        }
        state.stage = "iterator";
        answer = callAwait(vm, value);
        return answer === undefined ? undefined : begin(vm, state, answer);
      case "iterator":
        return begin(vm, state, input as Value);
      case "items":
        state.stage = "waiting";
        return waitForYielded(vm, input as Value);
      case "waiting":
        state.stage = "items";
        return nextItem(vm, iterator as Value);
      default:
        return input;
    }
  },
  raised(vm, state) {
    if (state.stage !== "items") return undefined;
    const stop = catchError(vm, stopIterationType);
    return stop === null ? undefined : (stop.fields?.get("value") ?? NONE);
  },
};

function begin(vm: Machine, state: AwaitState, iterator: Value): Result {
  state.stage = "items";
  state.iterator = iterator;
  return nextItem(vm, iterator);
}

function callAwait(vm: Machine, value: Value): Result {
  const method = typeOf(value).lookup("__await__");
  if (method !== undefined) return callMethod(vm, method, value, []);
  return raiseTypeError(vm, `object ${typeOf(value).name} can't be used in 'await' expression`);
}

/** Pushes what asks for the next item, so that its StopIteration comes from below. */
function nextItem(vm: Machine, iterator: Value): Result {
  const method = typeOf(iterator).lookup("__next__");
  if (method === undefined) return raiseTypeError(vm, "__await__() returned a non-iterator");
  vm.fiber.top.tag = Tag.DelegateNext;
  return pushNative(vm, nextOp, { iterator, method, isAsked: false });
}

const nextOp: NativeOp<{ readonly iterator: Value; readonly method: Value; isAsked: boolean }> = {
  name: "next of an awaitable",
  step(vm, state, input) {
    if (state.isAsked) return input;
    state.isAsked = true;
    vm.fiber.top.tag = Tag.DelegateNext;
    return callMethod(vm, state.method, state.iterator, []);
  },
};

/** The Promise of a coroutine's result: the coroutine starts at once, in a fiber of its own. */
export function promiseFrom(boundary: Boundary, coroutine: PyGenerator | PyHostCall): Promise<unknown> {
  return boundary.operate((vm) => awaitValue(vm, coroutine));
}

/** The items of an asynchronous generator; each `next` runs it to its next `yield`. */
export function asyncIterableFrom(boundary: Boundary, generator: PyGenerator): AsyncIterable<unknown> {
  return boundary.handles.of(boundary, generator, asyncIterableOf);
}

function asyncIterableOf(cell: HandleCell): AsyncIterable<unknown> {
  const { boundary } = cell;
  const step = async (method: string, args: readonly unknown[]): Promise<IteratorResult<unknown>> => {
    const generator = valueOf(cell) as PyGenerator;
    const values = args.map((value) => boundary.toPython(value, "value"));
    const body = generator.type.lookup(method) as Value;
    try {
      const value = await boundary.operate((vm) => stepGenerator(vm, body, generator, values));
      return { done: method === "aclose", value };
    } catch (error) {
      if (error instanceof PythonError && error.type === "StopAsyncIteration") return { done: true, value: undefined };
      throw error;
    }
  };
  const iterator: AsyncIterator<unknown> = {
    next: (...args) => (args.length === 0 ? step("__anext__", []) : step("asend", args)),
    return: () => step("aclose", []),
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

function stepGenerator(vm: Machine, method: Value, generator: PyGenerator, args: readonly Value[]): Result {
  const awaitable = callMethod(vm, method, generator, args);
  return awaitable === undefined ? undefined : awaitValue(vm, awaitable);
}
