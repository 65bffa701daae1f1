// Doing one thing with every item of any iterable: how containers are filled from, and compared with, other iterables.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { DONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { more, pushNative } from "./frames.ts";
import { getIterator, next, plainItems } from "./iterate.ts";
import { isLeafIterator, nextLeaf } from "./leaf-iterator.ts";
import { askHint } from "./length-hint.ts";

/** Items dealt with in one step, and without a frame. */
const STRIDE = 2048;

/**
 * What to do with each item, and at the end: static data, so that a native frame may hold it. `leaf` deals with an item
 * that needs no Python; it answers NEEDS_FRAME, having done nothing, for any other, and undefined after raising.
 */
export interface EachAction<S> {
  leaf(vm: Machine, state: S, item: Value): Result | typeof NEEDS_FRAME;
  /** The same with frames pushed where need be; any answer but `stopAt` goes on. */
  item(vm: Machine, state: S, item: Value): Result;
  /** Takes note of the answer to `item`; for actions whose `leaf` never deals with one. */
  take?(state: S, answer: Value): void;
  /** An answer that ends the iteration early. */
  readonly stopAt?: boolean;
  /** The iterable is asked how many items it has before they come. */
  readonly hints?: true;
  /** `leaf` only looks at the item: the same may be asked again. */
  readonly isPure?: boolean;
  end(vm: Machine, state: S, isStopped: boolean): Result;
}

export const NEEDS_FRAME: unique symbol = Symbol("needs a frame");

/** Deal with every item of an iterable; answers what `action.end` does. */
export function each<S>(vm: Machine, iterable: Value, action: EachAction<S>, state: S): Result {
  const items = plainItems(iterable);
  const isLeaf = items === null && isLeafIterator(iterable);
  let next = 0;
  let held: Value | undefined;
  for (let left = isLeaf || items !== null ? STRIDE : 0; left > 0; left--) {
    const item: Result = items === null ? nextLeaf(vm, iterable) : (items[next++] ?? DONE);
    if (item === undefined) return undefined;
    if (item === DONE) return action.end(vm, state, false);
    const answer = action.leaf(vm, state, item);
    if (answer === undefined) return undefined;
    if (answer === action.stopAt) return action.end(vm, state, true);
    if (answer === NEEDS_FRAME) {
      held = item;
      break;
    }
  }
  const frame: EachState = {
    iterable,
    iterator: isLeaf ? iterable : undefined,
    held,
    items,
    next,
    action: action as EachAction<unknown>,
    state,
    stage: Stage.Item,
  };
  return pushNative(vm, eachOp, frame);
}

enum Stage {
  /** The next input is the iterator, or an item. */
  Item,
  /** The next input is a hint. */
  Hint,
  /** The next input is the answer of `action.item`. */
  Act,
  /** The next input is the result. */
  End,
}

interface EachState {
  readonly iterable: Value;
  iterator: Value | undefined;
  /** The first item, where it was had before the frame was made. */
  held: Value | undefined;
  /** The items of a native container, read by index: from `next` on. */
  readonly items: readonly Value[] | null;
  next: number;
  readonly action: EachAction<unknown>;
  readonly state: unknown;
  stage: Stage;
}

const eachOp: NativeOp<EachState> = {
  name: "iteration",
  accept(vm, { action, state, stage }, item) {
    if (stage !== Stage.Item || (action.stopAt !== undefined && action.isPure !== true)) return false;
    const answer = action.leaf(vm, state, item);
    if (answer === undefined) return undefined;
    return answer !== NEEDS_FRAME && answer !== action.stopAt;
  },
  step(vm, frame, input) {
    if (frame.stage === Stage.End) return input;
    const { action, items, state } = frame;
    let answer: Result = input ?? frame.held;
    frame.held = undefined;
    if (items === null && frame.iterator === undefined) {
      answer ??= getIterator(vm, frame.iterable);
      if (answer === undefined) return undefined;
      frame.iterator = answer;
      answer = undefined;
      if (action.hints === true) {
        frame.stage = Stage.Hint;
        answer = askHint(vm, frame.iterable);
        if (answer === undefined) return undefined;
      }
    }
    if (frame.stage === Stage.Hint) {
      frame.stage = Stage.Item;
      answer = undefined;
    }
    for (let left = STRIDE; left > 0; left--) {
      if (frame.stage === Stage.Item) {
        answer ??= items === null ? next(vm, frame.iterator as Value) : (items[frame.next++] ?? DONE);
        if (answer === undefined) return undefined;
        if (answer === DONE) return finish(vm, frame, false);
        frame.stage = Stage.Act;
        answer = action.item(vm, state, answer);
        if (answer === undefined) return undefined;
      }
      if (action.take !== undefined) action.take(state, answer as Value);
      if (answer === action.stopAt && answer !== undefined) return finish(vm, frame, true);
      frame.stage = Stage.Item;
      answer = undefined;
    }
    return more(vm);
  },
};

function finish(vm: Machine, frame: EachState, isStopped: boolean): Result {
  frame.stage = Stage.End;
  return frame.action.end(vm, frame.state, isStopped);
}
