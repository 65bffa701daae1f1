// Instructions of exceptions: raise, except, except*, and the triple that `__exit__` gets.
import { PyException } from "../objects/exception.ts";
import { stopIterationType } from "../objects/exception-types.ts";
import type { Frame } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { PyList } from "../objects/sequences.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call } from "../protocol/call.ts";
import { pushNative } from "../protocol/frames.ts";
import { combineGroups, splitByType } from "../protocol/exception-group.ts";
import { isExceptionType, matchesClass } from "../protocol/exception-match.ts";
import { barePlainException, isPlainException } from "../protocol/plain-exception.ts";
import { raise, raiseRuntimeError, raiseTypeError } from "../protocol/raise.ts";
import { typeRepr } from "../protocol/type-name.ts";

/** Whether `except type:` takes the exception; undefined after raising when `type` is no exception class. */
export function exceptionMatches(vm: Machine, exception: PyException, type: Value): Result {
  return exception.type === type || matchesClass(vm, exception, type, false);
}

/** `raise`, `raise exception`, `raise exception from cause`. Never completes. */
export function raiseStatement(vm: Machine, frame: Frame, a: number, b: number, form: number): Result {
  if (form === 0) {
    const handled = vm.fiber.handled;
    if (handled === null) return raiseRuntimeError(vm, "No active exception to reraise");
    frame.isReraising = true;
    vm.error = handled;
    return undefined;
  }
  const value = frame.registers[frame.base + a] as Value;
  const cause = form === 2 ? (frame.registers[frame.base + b] as Value) : undefined;
  if (cause === undefined) {
    if (value instanceof PyException) return raise(vm, value);
    if (value instanceof PyType && (isPlainException(value) || value === stopIterationType)) {
      return raise(vm, barePlainException(value, []));
    }
  }
  return pushNative(vm, raiseOp, { value, cause, exception: undefined, stage: Stage.Exception });
}

enum Stage {
  Exception,
  Cause,
  Raise,
}

interface RaiseState {
  readonly value: Value;
  readonly cause: Value | undefined;
  exception: PyException | undefined;
  stage: Stage;
}

/** Makes instances of classes that are raised, and of a cause that is a class. */
const raiseOp: NativeOp<RaiseState> = {
  name: "raise",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === Stage.Exception) {
      if (answer === undefined) {
        answer = instanceOf(vm, state.value, "exceptions must derive from BaseException");
        if (answer === undefined) return undefined;
      }
      if (!(answer instanceof PyException)) return raiseTypeError(vm, wrongInstance(state.value, answer));
      state.exception = answer;
      state.stage = Stage.Cause;
      answer = undefined;
    }
    const exception = state.exception as PyException;
    if (state.stage === Stage.Cause && state.cause !== undefined) {
      if (state.cause === NONE) {
        exception.cause = null;
        exception.suppressContext = true;
      } else {
        if (answer === undefined) {
          answer = instanceOf(vm, state.cause, "exception causes must derive from BaseException");
          if (answer === undefined) return undefined;
        }
        if (!(answer instanceof PyException)) return raiseTypeError(vm, wrongInstance(state.cause, answer));
        exception.cause = answer;
        exception.suppressContext = true;
      }
    }
    state.stage = Stage.Raise;
    return raise(vm, exception);
  },
};

function wrongInstance(type: Value, made: Value): string {
  return `calling ${typeRepr(type as PyType)} should have returned an instance of BaseException, not ${typeRepr(typeOf(made))}`;
}

function instanceOf(vm: Machine, value: Value, message: string): Result {
  if (value instanceof PyException) return value;
  return isExceptionType(value) ? call(vm, value, []) : raiseTypeError(vm, message);
}

/** Raise again what a handler did not take: its traceback has this frame already. */
export function reraise(vm: Machine, frame: Frame, a: number): undefined {
  frame.isReraising = true;
  vm.error = frame.registers[frame.base + a] as PyException;
  return undefined;
}

/** Type, value and traceback of an exception into three registers. */
export function exceptionTriple(frame: Frame, a: number, b: number): Value {
  const { registers, base } = frame;
  const exception = registers[base + b] as PyException;
  registers[base + a + 1] = exception;
  registers[base + a + 2] = exception.traceback ?? NONE;
  return exception.type;
}

/** `except* type`: the matching part of an exception into register a, the rest into a+1. */
export function splitGroup(vm: Machine, frame: Frame, a: number, exception: PyException, type: Value): Result {
  return pushNative(vm, splitOp, { frame, rest: frame.base + a + 1, exception, type, stage: Split.Match });
}

enum Split {
  Match,
  Ask,
  Take,
}

interface SplitState {
  readonly frame: Frame;
  readonly rest: number;
  readonly exception: PyException;
  readonly type: Value;
  stage: Split;
}

const splitOp: NativeOp<SplitState> = {
  name: "except*",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === Split.Match) {
      state.stage = Split.Ask;
      answer = matchesClass(vm, state.exception, state.type, false);
      if (answer === undefined) return undefined;
    }
    if (state.stage === Split.Ask) {
      state.stage = Split.Take;
      answer = splitByType(vm, state.exception, state.type, answer === true);
    }
    if (answer === undefined) return undefined;
    if (!(answer instanceof PyTuple) || answer.items.length < 2) {
      const type = typeOf(state.exception).name;
      return raiseTypeError(vm, `${type}.split must return a tuple, not ${typeOf(answer).name}`);
    }
    const [match, rest] = answer.items as [Value, Value];
    state.frame.registers[state.rest] = rest;
    return match;
  },
};

/** What `except*` raises at its end, or None. */
export function combine(vm: Machine, original: PyException, parts: PyList): Result {
  const raised = parts.items.filter((part): part is PyException => part instanceof PyException);
  return combineGroups(vm, original, raised);
}
