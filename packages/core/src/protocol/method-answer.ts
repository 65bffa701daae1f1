// Natives that call one special method of a value and check what it answers: as native frames.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod } from "./call.ts";
import { pushNative } from "./frames.ts";

interface MethodState {
  readonly method: Value;
  readonly value: Value;
  readonly args: readonly Value[];
  isAsked: boolean;
}

/** The code of such a native: static data. */
export type MethodAnswer = NativeOp<MethodState>;

/**
 * The code of a native that gives what `take` makes of the method's answer, which is undefined after raising. Where `take`
 * pushes a frame, it is asked again with the result of that.
 */
export function methodAnswer(name: string, take: (vm: Machine, answer: Value) => Result): MethodAnswer {
  return {
    name,
    step(vm, state, input) {
      let answer: Result = input;
      if (!state.isAsked) {
        state.isAsked = true;
        answer = callMethod(vm, state.method, state.value, state.args);
      }
      return answer === undefined ? undefined : take(vm, answer);
    },
  };
}

/** Push a native frame that asks a method found on the type of `value`. Always answers undefined. */
export function askMethod(
  vm: Machine,
  code: MethodAnswer,
  method: Value,
  value: Value,
  args: readonly Value[] = [],
): undefined {
  return pushNative(vm, code, { method, value, args, isAsked: false });
}
