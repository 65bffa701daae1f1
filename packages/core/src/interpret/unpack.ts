// Instructions that take an iterable apart: `a, b = x`, `a, *b, c = x`.
import { listType, tupleType } from "../objects/builtin-types.ts";
import { typeErrorType } from "../objects/exception-types.ts";
import type { Frame } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { allocate, ITEM_BYTES } from "../protocol/charge.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { pushNative } from "../protocol/frames.ts";
import { getIterator, next } from "../protocol/iterate.ts";
import { isInherited } from "../protocol/lookup.ts";
import { catchError, raiseTypeError, raiseValueError } from "../protocol/raise.ts";

/** Items taken in one step of a native frame. */
const STRIDE = 4096;

/** `a, b = iterable`: the items into `count` registers from `a` on; answers the first, which the loop stores again. */
export function unpack(vm: Machine, frame: Frame, a: number, iterable: Value, count: number): Result {
  if (iterable instanceof PyTuple || iterable instanceof PyList) {
    const { items, type } = iterable;
    if (!isInherited(type, "__iter__", iterable instanceof PyTuple ? tupleType : listType)) {
      return pushUnpack(vm, frame, a, iterable, count);
    }
    if (items.length !== count) return wrongLength(vm, items.length, count);
    return spread(frame, a, items);
  }
  return pushUnpack(vm, frame, a, iterable, count);
}

function pushUnpack(vm: Machine, frame: Frame, at: number, iterable: Value, before: number): undefined {
  const state = { frame, at, iterable, before, after: -1, iterator: undefined, isCollecting: false, items: [] };
  return pushNative(vm, unpackOp, state);
}

/** `a, *b, c = iterable`. */
export function unpackStar(
  vm: Machine,
  frame: Frame,
  a: number,
  iterable: Value,
  before: number,
  after: number,
): Result {
  if (typeof iterable === "object" && (iterable.type === tupleType || iterable.type === listType)) {
    const { items } = iterable as PyList | PyTuple;
    allocate(vm, items.length, ITEM_BYTES);
    return spreadStar(vm, frame, a, items, before, after);
  }
  const state: UnpackState = {
    frame,
    at: a,
    iterable,
    before,
    after,
    iterator: undefined,
    isCollecting: false,
    items: [],
  };
  return pushNative(vm, unpackOp, state);
}

function spread(frame: Frame, a: number, items: readonly Value[]): Value {
  const { registers, base } = frame;
  for (let i = 0; i < items.length; i++) registers[base + a + i] = items[i];
  return items[0] ?? NONE;
}

function wrongLength(vm: Machine, given: number, wanted: number): undefined {
  if (given > wanted) return raiseValueError(vm, `too many values to unpack (expected ${wanted})`);
  return raiseValueError(vm, `not enough values to unpack (expected ${wanted}, got ${given})`);
}

interface UnpackState {
  readonly frame: Frame;
  readonly at: number;
  readonly iterable: Value;
  readonly before: number;
  /** Items after the starred one, -1 when there is none. */
  readonly after: number;
  iterator: Value | undefined;
  /** The next input is the list of what is left. */
  isCollecting: boolean;
  readonly items: Value[];
}

/** What the starred target takes, and those after it. */
const REST: CollectThen<null> = { run: (_vm, items) => newList(items as Value[]) };

const unpackOp: NativeOp<UnpackState> = {
  name: "unpacking",
  step(vm, state, input) {
    const { items, before, after } = state;
    let answer: Result = input;
    if (state.isCollecting) return finishStar(vm, state, answer as PyList);
    if (state.iterator === undefined) {
      if (answer === undefined) answer = getIterator(vm, state.iterable);
      if (answer === undefined) return vm.error === null ? undefined : cannotUnpack(vm, state.iterable);
      state.iterator = answer;
      answer = undefined;
    }
    for (let left = STRIDE; left > 0; left--) {
      if (answer === undefined && after >= 0 && items.length === before) {
        state.isCollecting = true;
        answer = collect(vm, state.iterator, REST, null);
        return answer && finishStar(vm, state, answer as PyList);
      }
      if (answer === undefined) answer = next(vm, state.iterator);
      if (answer === undefined) return undefined;
      if (answer === DONE) return finishUnpack(vm, state);
      items.push(answer);
      answer = undefined;
      if (after < 0 && items.length > before) return wrongLength(vm, items.length, before);
    }
    return undefined;
  },
};

function cannotUnpack(vm: Machine, iterable: Value): undefined {
  const type = typeOf(iterable);
  if (type.lookup("__iter__") === undefined && type.lookup("__getitem__") === undefined) {
    if (catchError(vm, typeErrorType) !== null) {
      return raiseTypeError(vm, `cannot unpack non-iterable ${type.name} object`);
    }
  }
  return undefined;
}

/** The items have ended. */
function finishUnpack(vm: Machine, { items, before, after, frame, at }: UnpackState): Result {
  if (after >= 0) return tooFew(vm, before + after, items.length);
  if (items.length !== before) return wrongLength(vm, items.length, before);
  return spread(frame, at, items);
}

function finishStar(vm: Machine, { items, before, after, frame, at }: UnpackState, rest: PyList): Result {
  return spreadStar(vm, frame, at, items.concat(rest.items), before, after);
}

/** All items into registers from `a` on, those between the first and the last as a list. */
function spreadStar(
  vm: Machine,
  { registers, base }: Frame,
  a: number,
  items: readonly Value[],
  before: number,
  after: number,
): Result {
  const end = items.length - after;
  if (end < before) return tooFew(vm, before + after, items.length);
  const at = base + a;
  for (let i = 0; i < before; i++) registers[at + i] = items[i];
  registers[at + before] = newList(items.slice(before, end));
  for (let i = 0; i < after; i++) registers[at + before + 1 + i] = items[end + i];
  return registers[at];
}

function tooFew(vm: Machine, least: number, given: number): undefined {
  return raiseValueError(vm, `not enough values to unpack (expected at least ${least}, got ${given})`);
}
