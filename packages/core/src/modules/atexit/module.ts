// The module atexit: functions to be called when the VM closes.
import type { Machine } from "../../objects/machine.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { equals } from "../../protocol/compare.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { isCallable } from "../../protocol/truth.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { exitCallbacks, runExitCallbacks } from "./callbacks.ts";

function register(vm: Machine, given: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  const [callee, ...args] = given;
  if (callee === undefined) return raiseTypeError(vm, "register() takes at least 1 argument (0 given)");
  if (!isCallable(callee)) return raiseTypeError(vm, "the first argument must be callable");
  exitCallbacks(vm).push({ callee, args, keywords });
  return callee;
}

interface Unregistering {
  readonly callee: Value;
  at: number;
}

/** Compares one callback after another, and takes back those that are equal. */
const UNREGISTER: Asking<Unregistering> = {
  ask(vm, { callee, at }) {
    const known = exitCallbacks(vm)[at]?.callee;
    if (known === undefined) return false;
    return known === callee ? true : equals(vm, known, callee);
  },
  take(vm, state, answer) {
    const callbacks = exitCallbacks(vm);
    if (answer === true && state.at < callbacks.length) callbacks[state.at] = null;
    state.at++;
    return state.at < callbacks.length ? AGAIN : NONE;
  },
};

export const ATEXIT: NativeModule = defineModule({
  name: "atexit",
  doc: "Functions to be called when the program has ended.",
  functions: {
    register: func("*args, **kwargs", register, "Have a function called at the end, with these arguments; answers it."),
    unregister: func(
      "func, /",
      (vm, callee: Value) => asking(vm, UNREGISTER, { callee, at: 0 }),
      "Call a function at the end no more, however often it was registered.",
    ),
    _run_exitfuncs: func("", runExitCallbacks, "Call all that is registered, the last first, and forget it."),
    _clear: func(
      "",
      (vm) => {
        exitCallbacks(vm).length = 0;
        return NONE;
      },
      "Forget all that is registered.",
    ),
    _ncallbacks: func("", (vm) => exitCallbacks(vm).length, "How many were registered, those taken back included."),
  },
});
