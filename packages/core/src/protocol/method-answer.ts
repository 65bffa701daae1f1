// Calling special methods of a value and making something of what they answer: without a native frame where one method
// written in Python has to be called.
import { CodeKind } from "../bytecode/code.ts";
import type { Answer } from "../objects/answer.ts";
import { type Fiber, type Frame, Tag } from "../objects/frame.ts";
import { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod, callPlain } from "./call.ts";
import { pushNative } from "./frames.ts";

/** Code that gives what `take` makes of a method's answer. */
export function methodAnswer(name: string, take: (vm: Machine, answer: Value) => Result): Answer {
  return { take, passes: false };
}

/**
 * Call `method` of `self`, perhaps with one argument, its answer to go through `answer` to the frame on top. False when it
 * is not written in Python, or that frame waits for an answer already.
 */
export function isAsked(
  vm: Machine,
  answer: Answer,
  method: Value | undefined,
  self: Value,
  other: Value | undefined,
): boolean {
  if (!(method instanceof PyFunction)) return false;
  const { linked } = method;
  if (!linked.isSimple && linked.code.fields.kind !== CodeKind.Function) return false;
  const top = waitFor(vm, answer, self, other);
  if (top === null) return false;
  callPlain(vm, method, self, other);
  if (vm.error !== null) top.then = null;
  return true;
}

/** Have the frame on top take the next answer through `answer`: that frame, or null where it waits for one already. */
export function waitFor(vm: Machine, answer: Answer, left: Value, right: Value | undefined): Frame | null {
  const { top } = vm.fiber;
  // The lowest frame of a fiber may be that of others too.
  if (top.then !== null || top.prev === null) return null;
  top.then = answer;
  if (top.op === null && top.tag === Tag.Push) top.tag = Tag.Then;
  top.left = left;
  top.right = right;
  return top;
}

/** The next answer is the result as it is. */
export function takePlainly({ top }: Fiber): void {
  top.then = null;
  if (top.tag === Tag.Then) top.tag = Tag.Push;
}

/** Ask a method found on the type of `value`. Always answers undefined. */
export function askMethod(
  vm: Machine,
  answer: Answer,
  method: Value,
  value: Value,
  argument: Value | undefined = undefined,
): undefined {
  if (isAsked(vm, answer, method, value, argument)) return undefined;
  return pushNative(vm, methodOp, { answer, method, value, argument, isAsked: false });
}

interface MethodState {
  readonly answer: Answer;
  readonly method: Value;
  readonly value: Value;
  readonly argument: Value | undefined;
  isAsked: boolean;
}

const methodOp: NativeOp<MethodState> = {
  name: "special method",
  step(vm, state, input) {
    const { value, argument } = state;
    let answer: Result = input;
    if (!state.isAsked) {
      state.isAsked = true;
      answer = callMethod(vm, state.method, value, argument === undefined ? [] : [argument]);
    }
    return answer === undefined ? undefined : state.answer.take(vm, answer, value, argument as Value);
  },
};
