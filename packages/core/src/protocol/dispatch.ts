// Trying the methods of a binary operator in turn, until one does not answer NotImplemented.
import type { Answer } from "../objects/answer.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod, callUnary } from "./call.ts";
import { pushNative } from "./frames.ts";

/** One call to try: `method` of `self`, with `other`. A method that is None ends the search: it cannot be called. */
export interface Attempt {
  readonly method: Value;
  readonly self: Value;
  readonly other: Value;
}

/** What an operator answers when no method did. Static data: an entry of the operator tables. */
export interface Refusal {
  refuse(vm: Machine, left: Value, right: Value): Result;
}

/** The answer of a method, or what `refused` makes of its NotImplemented. */
export function unlessRefused(refused: (vm: Machine, self: Value, other: Value) => Result): Answer {
  return {
    passes: true,
    take: (vm, answer, self, other) => (answer === NOT_IMPLEMENTED ? refused(vm, self, other) : answer),
  };
}

/**
 * Run the attempts in order. A native method decides at once whether it answers NotImplemented, so only methods
 * written in Python need a frame that waits for their answer; and `object.__ne__`, which may ask an `__eq__` in Python.
 */
export function attempt(
  vm: Machine,
  attempts: readonly Attempt[],
  refusal: Refusal,
  left: Value,
  right: Value,
): Result {
  for (let i = 0; i < attempts.length; i++) {
    const { method, self, other } = attempts[i] as Attempt;
    if (!(method instanceof NativeFunction) || method.name === "__ne__") {
      return pushNative(vm, attemptOp, { attempts, next: i, refusal, left, right });
    }
    const answer = callUnary(vm, method, self, other);
    if (answer !== NOT_IMPLEMENTED) return answer;
  }
  return refusal.refuse(vm, left, right);
}

interface AttemptState {
  readonly attempts: readonly Attempt[];
  next: number;
  readonly refusal: Refusal;
  readonly left: Value;
  readonly right: Value;
}

const attemptOp: NativeOp<AttemptState> = {
  name: "binary operator",
  step(vm, state, input) {
    let answer: Result = input ?? NOT_IMPLEMENTED;
    while (answer === NOT_IMPLEMENTED) {
      const next = state.attempts[state.next++];
      if (next === undefined) return state.refusal.refuse(vm, state.left, state.right);
      answer = callMethod(vm, next.method, next.self, [next.other]);
    }
    return answer;
  },
};
