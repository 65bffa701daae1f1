// functools.reduce.
import { typeErrorType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { DONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { callWithTwo } from "../../protocol/call-plainly.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { getIterator, next } from "../../protocol/iterate.ts";
import { catchError, raiseTypeError } from "../../protocol/raise.ts";

/** Items taken in one step. */
const STRIDE = 512;

enum Stage {
  /** The next input is the iterator. */
  Iterator,
  /** The next input is an item. */
  Item,
  /** The next input is the new total. */
  Total,
}

interface ReduceState {
  readonly func: Value;
  readonly iterable: Value;
  iterator: Value | undefined;
  total: Value | undefined;
  stage: Stage;
}

export function reduce(vm: Machine, func: Value, iterable: Value, initial?: Value): Result {
  return pushNative(vm, reduceOp, { func, iterable, iterator: undefined, total: initial, stage: Stage.Iterator });
}

const reduceOp: NativeOp<ReduceState> = {
  name: "reduce",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === Stage.Iterator) {
      answer ??= getIterator(vm, state.iterable);
      if (answer === undefined) return vm.error === null ? undefined : refuse(vm);
      state.iterator = answer;
      state.stage = Stage.Item;
      answer = undefined;
    }
    for (let left = STRIDE; left > 0; left--) {
      if (state.stage === Stage.Item) {
        answer ??= next(vm, state.iterator as Value);
        if (answer === undefined) return undefined;
        if (answer === DONE) {
          return state.total ?? raiseTypeError(vm, "reduce() of empty iterable with no initial value");
        }
        if (state.total !== undefined) {
          state.stage = Stage.Total;
          answer = callWithTwo(vm, state.func, state.total, answer);
          if (answer === undefined) return undefined;
        }
      }
      state.total = answer;
      state.stage = Stage.Item;
      answer = undefined;
    }
    return more(vm);
  },
  raised: (vm, state) => (state.stage === Stage.Iterator ? refuse(vm) : undefined),
};

/** The error of a second argument that is no iterable. */
function refuse(vm: Machine): undefined {
  if (catchError(vm, typeErrorType) === null) return undefined;
  return raiseTypeError(vm, "reduce() arg 2 must support iteration");
}
