// Whether an exception is of one of the classes of an except clause, some of them at a time.
import { baseExceptionGroupType, baseExceptionType } from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyTuple } from "../objects/sequences.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { charge } from "./charge.ts";
import { more, pushNative } from "./frames.ts";
import { raiseTypeError } from "./raise.ts";

/** Classes in one step. */
const STRIDE = 8192;

export function isExceptionType(value: Value | undefined): value is PyType {
  return value instanceof PyType && value.isSubtype(baseExceptionType);
}

interface Matching {
  /** Null: the classes are only looked at. */
  readonly exception: PyException | null;
  readonly classes: readonly Value[];
  /** They are those of `except*`, which takes no groups. */
  readonly isStar: boolean;
  next: number;
  isFound: boolean;
}

/** Whether a class, or one of a tuple, is the exception's; raises TypeError where one is no class of exceptions. */
export function matchesClass(vm: Machine, exception: PyException | null, type: Value, isStar: boolean): Result {
  const classes = type instanceof PyTuple ? type.items : [type];
  const state: Matching = { exception, classes, isStar, next: 0, isFound: false };
  const answer = matchOp.step(vm, state, undefined);
  return answer === undefined && vm.error === null ? pushNative(vm, matchOp, state) : answer;
}

const matchOp: NativeOp<Matching> = {
  name: "except",
  step(vm, state) {
    const { exception, classes, isStar } = state;
    const start = state.next;
    const end = Math.min(classes.length, start + STRIDE);
    for (; state.next < end; state.next++) {
      const each = classes[state.next];
      if (!isExceptionType(each)) {
        return raiseTypeError(vm, "catching classes that do not inherit from BaseException is not allowed");
      }
      if (isStar && each.isSubtype(baseExceptionGroupType)) {
        return raiseTypeError(vm, "catching ExceptionGroup with except* is not allowed. Use except instead.");
      }
      state.isFound ||= exception?.type.isSubtype(each) === true;
    }
    charge(vm, end - start);
    return end < classes.length ? more(vm) : state.isFound;
  },
};
