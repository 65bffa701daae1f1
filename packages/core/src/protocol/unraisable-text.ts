// What is written for an exception that nobody can take: its traceback alone, as CPython's core writes it.
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { Result } from "../objects/value.ts";
import { str } from "./conversion.ts";
import { pushNative } from "./frames.ts";
import { asString } from "./lookup.ts";
import { shownType, tracebackLimit } from "./traceback-layout.ts";
import { plainStackText } from "./traceback-stack.ts";

interface TextState {
  readonly exception: PyException;
  isAsked: boolean;
}

const textOp: NativeOp<TextState> = {
  name: "unraisable",
  step(vm, state, input) {
    const { exception } = state;
    let answer: Result = input;
    if (!state.isAsked) {
      state.isAsked = true;
      answer = str(vm, exception);
      if (answer === undefined && vm.error === null) return undefined;
      vm.error = null;
    }
    const { traceback } = exception;
    const stack =
      traceback === null
        ? ""
        : `Traceback (most recent call last):\n${plainStackText(vm, traceback, tracebackLimit(vm))}`;
    return `${stack}${shownType(exception)}: ${asString(answer) ?? "<exception str() failed>"}\n`;
  },
  raised(vm) {
    vm.error = null;
    return undefined;
  },
};

/** The frames without marks, the type and the message: no notes, no suggestion, nothing of what led to it. A str. */
export function unraisableText(vm: Machine, exception: PyException): Result {
  return pushNative(vm, textOp, { exception, isAsked: false });
}
