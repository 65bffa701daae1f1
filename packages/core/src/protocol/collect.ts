// Gathering the items of any iterable into an array.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { DONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { allocate, countBytes, ITEM_BYTES } from "./charge.ts";
import { more, pushNative } from "./frames.ts";
import { getIterator, next, plainItems } from "./iterate.ts";
import { isLeafIterator, nextLeaf } from "./leaf-iterator.ts";
import { askHint } from "./length-hint.ts";
import { raiseMemoryError } from "./raise.ts";

/** Items that one step of the native frame gathers. */
const STRIDE = 256;

/**
 * What to do with the items: static data, so that a native frame may hold it. The array may be a list's own: copy it to
 * keep or change it.
 */
export interface CollectThen<X> {
  /**
   * Whose `__length_hint__` is asked first: the iterable's (as of no word here), nobody's, or the iterator's, which is then
   * asked for an iterator in its turn.
   */
  readonly hints?: "iterator" | "none";
  run(vm: Machine, items: readonly Value[], extra: X): Result;
}

/** Gather the items of an iterable, then run `action` on them. */
export function collect<X>(vm: Machine, iterable: Value, action: CollectThen<X>, extra: X): Result {
  const items = plainItems(iterable);
  if (items !== null) {
    allocate(vm, items.length, ITEM_BYTES);
    return action.run(vm, items, extra);
  }
  const state: CollectState = {
    iterable,
    iterator: null,
    items: [],
    action: action as CollectThen<unknown>,
    extra,
    isHinted: true,
    isRunning: false,
    isOfIterator: action.hints === "iterator",
  };
  return pushNative(vm, collectOp, state);
}

interface CollectState {
  iterable: Value;
  iterator: Value | null;
  readonly items: Value[];
  readonly action: CollectThen<unknown>;
  readonly extra: unknown;
  /** False: the next input is a hint. */
  isHinted: boolean;
  isRunning: boolean;
  /** The iterable is to be replaced by its iterator. */
  isOfIterator: boolean;
}

const collectOp: NativeOp<CollectState> = {
  name: "collect",
  accept(vm, { items, isHinted }, item) {
    if (!isHinted || items.length >= vm.limits.length) return false;
    items.push(item);
    countBytes(vm, ITEM_BYTES);
    return true;
  },
  step(vm, state, input) {
    if (state.isRunning) return input;
    let item: Result = input;
    if (state.iterator === null) {
      let iterator = input ?? getIterator(vm, state.iterable);
      if (iterator !== undefined && state.isOfIterator) {
        state.isOfIterator = false;
        state.iterable = iterator;
        iterator = getIterator(vm, iterator);
      }
      if (iterator === undefined) return undefined;
      state.iterator = iterator;
      item = undefined;
      if (state.action.hints !== "none" && askHint(vm, state.iterable) === undefined) {
        state.isHinted = false;
        return undefined;
      }
    } else if (!state.isHinted) {
      state.isHinted = true;
      item = undefined;
    }
    const { items, iterator } = state;
    const isLeaf = isLeafIterator(iterator);
    for (let left = STRIDE; left > 0; left--) {
      item ??= isLeaf ? nextLeaf(vm, iterator) : next(vm, iterator);
      if (item === undefined) return undefined;
      if (item === DONE) {
        state.isRunning = true;
        return state.action.run(vm, items, state.extra);
      }
      if (items.length >= vm.limits.length) return raiseMemoryError(vm);
      items.push(item);
      item = undefined;
    }
    countBytes(vm, STRIDE * ITEM_BYTES);
    return more(vm);
  },
};
