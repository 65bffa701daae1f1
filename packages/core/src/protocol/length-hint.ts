// How many items an iterable says it may have: by `__len__`, else by `__length_hint__`.
import { typeErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod } from "./call.ts";
import { pushNative } from "./frames.ts";
import { isSize } from "./index-size.ts";
import { asInt, special } from "./lookup.ts";
import { catchError, raiseOverflowError, raiseTypeError, raiseValueError } from "./raise.ts";
import { length } from "./subscript.ts";

enum Stage {
  Length,
  /** The next input is what `__len__` answered. */
  LengthAsked,
  Hint,
  /** The next input is what `__length_hint__` answered. */
  HintAsked,
}

interface HintState {
  readonly object: Value;
  readonly fallback: Value;
  stage: Stage;
}

const hintOp: NativeOp<HintState> = {
  name: "length_hint",
  step(vm, state, input) {
    const { object, fallback } = state;
    let answer: Result = input;
    if (state.stage === Stage.Length) {
      state.stage = Stage.LengthAsked;
      if (special(object, "__len__") === undefined) state.stage = Stage.Hint;
      else {
        answer = length(vm, object);
        if (answer === undefined && (vm.error === null || catchError(vm, typeErrorType) === null)) return undefined;
        if (answer === undefined) state.stage = Stage.Hint;
      }
    }
    if (state.stage === Stage.LengthAsked) return answer;
    if (state.stage === Stage.Hint) {
      state.stage = Stage.HintAsked;
      const method = special(object, "__length_hint__");
      if (method === undefined || method === NONE) return fallback;
      answer = callMethod(vm, method, object, []);
      if (answer === undefined)
        return vm.error !== null && catchError(vm, typeErrorType) !== null ? fallback : undefined;
    }
    if (answer === NOT_IMPLEMENTED) return fallback;
    const hint = asInt(answer);
    if (hint === undefined) {
      return raiseTypeError(vm, `__length_hint__ must be an integer, not ${typeOf(answer as Value).name}`);
    }
    if (!isSize(hint)) return raiseOverflowError(vm, "Python int too large to convert to C ssize_t");
    return hint < 0 ? raiseValueError(vm, "__length_hint__() should return >= 0") : hint;
  },
  raised(vm, state) {
    if (catchError(vm, typeErrorType) === null) return undefined;
    if (state.stage === Stage.HintAsked) return state.fallback;
    state.stage = Stage.Hint;
    return undefined;
  },
};

/** `operator.length_hint(object, fallback)`. */
export function lengthHint(vm: Machine, object: Value, fallback: Value = 0): Result {
  return pushNative(vm, hintOp, { object, fallback, stage: Stage.Length });
}

/**
 * Ask an instance of a class for its hint, as is done before its items are gathered: nothing comes of the answer, but its
 * errors count. Any answer but undefined when done.
 */
export function askHint(vm: Machine, iterable: Value): Result {
  if (typeof iterable !== "object" || iterable.type.isBuiltin) return NONE;
  const isAsked = special(iterable, "__len__") !== undefined || special(iterable, "__length_hint__") !== undefined;
  return isAsked ? pushNative(vm, hintOp, { object: iterable, fallback: 0, stage: Stage.Length }) : NONE;
}
