// What `await` iterates: coroutines themselves, of other objects what their `__await__` answers.
import { coroutineType, generatorType } from "../objects/builtin-types.ts";
import type { Frame } from "../objects/frame.ts";
import { GeneratorState, PyGenerator } from "../objects/generator.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { Result, Value } from "../objects/value.ts";
import { rootOf } from "./generator.ts";
import { askMethod, methodAnswer } from "./method-answer.ts";
import { raiseRuntimeError, raiseTypeError } from "./raise.ts";

/** Whether a generator was made by a function marked as a coroutine (`types.coroutine`). */
export function isAwaitableGenerator(value: PyGenerator): boolean {
  return value.type === generatorType && value.isIterableCoroutine;
}

/** A coroutine, or a generator that stands for one. */
function isCoroutine(value: Value): value is PyGenerator {
  return value instanceof PyGenerator && (value.type === coroutineType || isAwaitableGenerator(value));
}

/** Whether a coroutine has begun and waits, be it for what parks another fiber: only one that runs here and now does not. */
function isWaiting(vm: Machine, coroutine: PyGenerator): boolean {
  const { state } = rootOf(coroutine);
  if (state !== GeneratorState.Running) return state === GeneratorState.Suspended;
  let frame: Frame | null = vm.fiber.top;
  while (frame !== null && frame !== coroutine.frame) frame = frame.prev;
  return frame === null;
}

/** The iterator of `await value`; `refusal` is the message for what cannot be awaited, its type as `%s`. */
export function awaitIterator(
  vm: Machine,
  value: Value,
  refusal: string = "object %s can't be used in 'await' expression",
): Result {
  if (isCoroutine(value)) {
    const isAwaited = value.type === coroutineType && isWaiting(vm, value);
    return isAwaited ? raiseRuntimeError(vm, "coroutine is being awaited already") : value;
  }
  const type = typeOf(value);
  const method = type.lookup("__await__");
  if (method === undefined) return raiseTypeError(vm, refusal.replace("%s", type.name));
  return askMethod(vm, awaitAnswer, method, value);
}

/** Asks `__await__` and checks that it answers an iterator. */
const awaitAnswer = methodAnswer("await", (vm, answer) => {
  if (isCoroutine(answer)) return raiseTypeError(vm, "__await__() returned a coroutine");
  if (typeOf(answer).lookup("__next__") === undefined) {
    return raiseTypeError(vm, `__await__() returned non-iterator of type '${typeOf(answer).name}'`);
  }
  return answer;
});
