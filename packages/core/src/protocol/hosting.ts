// Steps of lazy iterators in the frame that awaits their item: without a native frame of their own.
import type { Answer } from "../objects/answer.ts";
import { stopIterationType } from "../objects/exception-types.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { DONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { pushNative } from "./frames.ts";
import { catchError } from "./raise.ts";

/** The code of a `__next__` that is stepped so; it has no `raised` and no `accept`. */
export interface Hosted<S> {
  readonly op: NativeOp<S>;
  readonly answer: Answer;
}

export function hosted<S>(op: NativeOp<S>): Hosted<S> {
  const answer: Answer = {
    passes: false,
    isItem: true,
    take: (vm, input, state) => stepIn(vm, vm.fiber.top, op, state as S, input),
  };
  return { op, answer };
}

/** What `pushNative` does: but the frame on top carries out the steps where it awaits the item, and nothing else. */
export function stepForItem<S>(vm: Machine, { op, answer }: Hosted<S>, state: S): Result {
  const { top } = vm.fiber;
  if (top.then !== null || top.tag !== Tag.Next) return pushNative(vm, op, state);
  top.then = answer;
  top.left = state as Value;
  return stepIn(vm, top, op, state, undefined);
}

function stepIn<S>(vm: Machine, top: Frame, op: NativeOp<S>, state: S, input: Value | undefined): Result {
  // `next` says so when it is an item that a step waits for.
  top.tag = top.op === null ? Tag.Then : Tag.Push;
  const result = op.step(vm, state, input);
  if (result === undefined && vm.error === null && vm.fiber.top !== top) return undefined;
  top.then = null;
  top.tag = Tag.Next;
  if (result !== undefined) return result;
  // A step that wants another after a safe point gets its frame.
  if (vm.error === null) return pushNative(vm, op, state);
  return catchError(vm, stopIterationType) === null ? undefined : DONE;
}
