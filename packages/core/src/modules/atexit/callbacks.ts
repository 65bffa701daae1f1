// What a VM calls at its end: the callbacks that scripts have registered, and the run of them.
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import type { Keywords } from "../../protocol/call.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { callAside } from "../call-aside.ts";

export interface ExitCallback {
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

const CALLBACKS: object = Object.freeze({});

/** The callbacks of a VM in the order of their registration, null where one was taken back. */
export function exitCallbacks(vm: Machine): (ExitCallback | null)[] {
  return vm.record(CALLBACKS, () => []);
}

const CALLED: object = Object.freeze({});

/** How many have been called. */
export function exitCallbacksCalled(vm: Machine): { count: number } {
  return vm.record(CALLED, () => ({ count: 0 }));
}

/** Callbacks that were taken back, passed over in one step. */
const STRIDE = 512;

const runOp: NativeOp<{ left: number }> = {
  name: "exit callbacks",
  step(vm, state) {
    const callbacks = exitCallbacks(vm);
    for (let skipped = 0; skipped < STRIDE && state.left > 0; skipped++) {
      // One of them may have cleared the list, or taken others back.
      const callback = callbacks[--state.left] ?? null;
      if (callback === null) continue;
      exitCallbacksCalled(vm).count++;
      return callAside(vm, { ...callback, self: null, message: "Exception ignored in atexit callback " });
    }
    if (state.left > 0) return more(vm);
    callbacks.length = 0;
    return NONE;
  },
};

/** Call all of them, the last one first, and forget them, with those that are registered meanwhile. Answers None. */
export function runExitCallbacks(vm: Machine): Result {
  return pushNative(vm, runOp, { left: exitCallbacks(vm).length });
}
