// What is due when objects are found that nothing reaches: callbacks of weak references, `__del__`, then warnings.
import type { Garbage, Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import type { Result } from "../../objects/value.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { callAside } from "../call-aside.ts";
import { warnOfUnawaited } from "./unawaited.ts";

interface FinalizeState {
  readonly garbage: Garbage;
  at: number;
  isWarning: boolean;
}

const finalizeOp: NativeOp<FinalizeState> = {
  name: "finalization",
  step(vm, state) {
    const { callbacks, objects, unawaited } = state.garbage;
    if (state.isWarning) return objects.length;
    const at = state.at++;
    const callback = callbacks[at];
    if (callback !== undefined) {
      return callAside(vm, { callee: callback[0], self: null, args: [callback[1]], keywords: null, message: null });
    }
    const object = objects[at - callbacks.length];
    if (object === undefined) {
      state.isWarning = true;
      return unawaited.length === 0 ? objects.length : warnOfUnawaited(vm, unawaited);
    }
    const method = object.type.lookup("__del__");
    if (method === undefined) return more(vm);
    return callAside(vm, { callee: method, self: object, args: [], keywords: null, message: null });
  },
};

/**
 * Call the callbacks, then `__del__` of each object, and warn of coroutines that were never awaited; answers the number of
 * objects. What they raise goes to the hook.
 */
export function finalize(vm: Machine, garbage: Garbage): Result {
  return pushNative(vm, finalizeOp, { garbage, at: 0, isWarning: false });
}
