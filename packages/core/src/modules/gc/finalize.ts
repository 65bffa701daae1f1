// Calling what is due when objects are found that nothing reaches: callbacks of weak references, then `__del__`.
import type { PyException } from "../../objects/exception.ts";
import type { Garbage, Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyObject, Result, Value } from "../../objects/value.ts";
import { call, callMethod } from "../../protocol/call.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { sysAttribute } from "../../protocol/sys-attribute.ts";
import { newNamespace } from "../namespace.ts";

interface FinalizeState {
  readonly garbage: Garbage;
  at: number;
  /** What was called last. */
  called: Value;
  /** The hook for what that has raised is being called. */
  isReporting: boolean;
}

const finalizeOp: NativeOp<FinalizeState> = {
  name: "finalization",
  step(vm, state, input) {
    const { callbacks, objects } = state.garbage;
    state.isReporting = false;
    // The answer of the last call is of no interest.
    if (input !== undefined) return more(vm);
    const { at } = state;
    state.at++;
    const callback = callbacks[at];
    if (callback !== undefined) {
      state.called = callback[0];
      return ignoring(call(vm, callback[0], [callback[1]]));
    }
    const object = objects[at - callbacks.length];
    return object === undefined ? objects.length : ignoring(finalizeOne(vm, state, object));
  },
  raised(vm, state) {
    const error = vm.error as PyException;
    vm.error = null;
    // What the hook itself raises is lost.
    if (state.isReporting) return undefined;
    state.isReporting = true;
    const hook = sysAttribute(vm, "unraisablehook");
    if (hook === undefined || hook === NONE) return undefined;
    ignoring(call(vm, hook, [unraisable(error, state.called)]));
    vm.error = null;
    return undefined;
  },
};

/** What a step answers after a call: its frame may be on top, and a value that came at once is dropped. */
function ignoring(_answer: Result): undefined {
  return undefined;
}

function finalizeOne(vm: Machine, state: FinalizeState, object: PyObject): Result {
  const method = object.type.lookup("__del__");
  if (method === undefined) return NONE;
  state.called = method;
  return callMethod(vm, method, object, []);
}

/** The argument of `sys.unraisablehook`. */
function unraisable(error: PyException, object: Value): Value {
  return newNamespace({
    exc_type: error.type,
    exc_value: error,
    exc_traceback: error.traceback ?? NONE,
    err_msg: NONE,
    object,
  });
}

/** Call the callbacks, then `__del__` of each object; answers the number of objects. What they raise goes to the hook. */
export function finalize(vm: Machine, garbage: Garbage): Result {
  return pushNative(vm, finalizeOp, { garbage, at: 0, called: NONE, isReporting: false });
}
