// Calls whose errors nobody is there to take: finalizers, callbacks. `sys.unraisablehook` is told of them.
import { Traceback, type PyException } from "../objects/exception.ts";
import type { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callMethod, type Keywords } from "../protocol/call.ts";
import { callingFrame } from "../protocol/calling-frame.ts";
import { repr } from "../protocol/conversion.ts";
import { pushNative } from "../protocol/frames.ts";
import { asString } from "../protocol/lookup.ts";
import { sysAttribute } from "../protocol/sys-attribute.ts";
import { newNamespace } from "./namespace.ts";
import { unraisableHook } from "./sys/hooks.ts";

/** A call, and how an error of it is told. */
export interface AsideCall {
  readonly callee: Value;
  /** The object that `callee` is a method of; null for any other callable. */
  readonly self: Value | null;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
  /** What the message begins with, the repr of the callee after it; null: the message is the hook's, about the callee. */
  readonly message: string | null;
  /** What the hook is told of in place of the callee. */
  readonly about?: Value;
}

enum Stage {
  Call,
  /** The next input is the answer, of no interest. */
  Called,
  /** The call has failed. */
  Failed,
  /** The next input is the repr of the callee. */
  Described,
  Tell,
  /** The hook has been called. */
  Told,
  /** The built-in hook has been called, about the hook. */
  End,
}

interface AsideState {
  readonly asked: AsideCall;
  stage: Stage;
  error: PyException | null;
  /** The message; None when there is none. */
  message: Value;
  hook: Value;
}

const asideOp: NativeOp<AsideState> = {
  name: "call aside",
  step(vm, state, input) {
    let answer = input;
    for (;;) {
      if (answer === undefined) {
        answer = act(vm, state);
        if (answer === undefined && vm.error === null) return undefined;
      }
      if (vm.error !== null) takeError(vm, state);
      else if (state.stage !== Stage.Described) return NONE;
      else {
        state.message = `${state.asked.message}${asString(answer)}`;
        state.stage = Stage.Tell;
      }
      if (state.stage === Stage.End) return NONE;
      answer = undefined;
    }
  },
  raised(vm, state) {
    takeError(vm, state);
    return state.stage === Stage.End ? NONE : undefined;
  },
};

/** What is to be done now: the call, the repr of the callee, or telling. */
function act(vm: Machine, state: AsideState): Result {
  const { asked, error, message } = state;
  switch (state.stage) {
    case Stage.Call: {
      const { callee, self, args, keywords } = asked;
      state.stage = Stage.Called;
      return self === null ? call(vm, callee, args, keywords) : callMethod(vm, callee, self, args, keywords);
    }
    case Stage.Failed:
      if (asked.message === null) return tell(vm, state, unraisable(error, NONE, asked.about ?? asked.callee));
      state.stage = Stage.Described;
      return repr(vm, asked.callee);
    case Stage.Tell:
      return tell(vm, state, unraisable(error, message, NONE));
    default:
      state.stage = Stage.End;
      return unraisableHook(vm, unraisable(error, "Exception ignored in sys.unraisablehook", state.hook));
  }
}

/** Goes on after an error: of the call, of the repr, or of the hook itself. */
function takeError(vm: Machine, state: AsideState): void {
  const { error } = vm;
  vm.error = null;
  switch (state.stage) {
    case Stage.Called:
      state.error = error;
      state.stage = Stage.Failed;
      if (error?.traceback === null) error.traceback = tracebackHere(vm);
      return;
    case Stage.Described:
      state.stage = Stage.Tell;
      return;
    case Stage.Told:
      state.error = error;
      return;
    default:
      state.stage = Stage.End;
  }
}

/** Where the call was made, for what a native has raised. */
function tracebackHere(vm: Machine): Traceback | null {
  const frame = callingFrame(vm);
  if (frame === null || frame.linked === null || frame.linked.isHidden) return null;
  return new Traceback(frame.linked, frame.pc - 1, frame.func as PyFunction, null);
}

function tell(vm: Machine, state: AsideState, told: Value): Result {
  const hook = sysAttribute(vm, "unraisablehook");
  state.stage = Stage.Told;
  if (hook === undefined || hook === NONE) return unraisableHook(vm, told);
  state.hook = hook;
  return call(vm, hook, [told]);
}

/** The argument of `sys.unraisablehook`. */
function unraisable(error: PyException | null, message: Value, object: Value): Value {
  return newNamespace({
    exc_type: error?.type ?? NONE,
    exc_value: error ?? NONE,
    exc_traceback: error?.traceback ?? NONE,
    err_msg: message,
    object,
  });
}

/** Make such a call; answers undefined, and the result of its frame is None whatever becomes of the call. */
export function callAside(vm: Machine, asked: AsideCall): undefined {
  return pushNative(vm, asideOp, { asked, stage: Stage.Call, error: null, message: NONE, hook: NONE });
}
