// Natives that ask Python one thing, or one thing after another, and go on with each answer: as native frames.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result, Value } from "../objects/value.ts";
import { more, pushNative } from "./frames.ts";

/**
 * The code of such a native: static data. `ask` calls an operation of protocol/ for some part of `state`; `take` gets its
 * answer and ends the native with its own result, or answers AGAIN to have `ask` called for the next part.
 */
export interface Asking<S> {
  ask(vm: Machine, state: S): Result;
  take(vm: Machine, state: S, answer: Value): Result | typeof AGAIN;
}

/** What `take` answers to go on asking. */
export const AGAIN: unique symbol = Symbol("again");

/** Rounds of asking in one step of the frame. */
const STRIDE = 256;

/** Push a native frame that asks. Always answers undefined, so that a native can `return asking(...)`. */
export function asking<S>(vm: Machine, code: Asking<S>, state: S): undefined {
  return pushNative(vm, askingOp, { code: code as Asking<unknown>, state, stage: Stage.Ask });
}

enum Stage {
  Ask,
  /** The next input is the answer. */
  Answer,
  /** The next input is the result: `take` pushed a frame to compute it. */
  End,
}

interface AskingState {
  readonly code: Asking<unknown>;
  readonly state: unknown;
  stage: Stage;
}

const askingOp: NativeOp<AskingState> = {
  name: "asking",
  step(vm, frame, input) {
    if (frame.stage === Stage.End) return input;
    const { code, state } = frame;
    let answer: Result = frame.stage === Stage.Answer ? input : undefined;
    for (let left = STRIDE; left > 0; left--) {
      if (answer === undefined) {
        frame.stage = Stage.Answer;
        answer = code.ask(vm, state);
        if (answer === undefined) return undefined;
      }
      frame.stage = Stage.End;
      const result = code.take(vm, state, answer);
      if (result !== AGAIN) return result;
      answer = undefined;
    }
    frame.stage = Stage.Ask;
    return more(vm);
  },
};
