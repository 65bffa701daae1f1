// Warning of coroutines that nobody will await any more: the host by its event, the script by the module `warnings`.
import { runtimeWarningType } from "../../objects/exception-types.ts";
import { PyGenerator } from "../../objects/generator.ts";
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NONE } from "../../objects/singletons.ts";
import { type Awaited, isUnbegun } from "../../objects/unbegun.ts";
import type { Result, Value } from "../../objects/value.ts";
import { moduleAttribute } from "../../protocol/call-module.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { strRepr } from "../../text/str-repr.ts";
import { callAside } from "../call-aside.ts";

interface WarnState {
  readonly coroutines: readonly Awaited[];
  at: number;
  /** `warnings.warn`; None when that cannot be had, null before it was asked for. */
  warn: Value | null;
  /** The next input is that function. */
  isAsking: boolean;
}

const warnOp: NativeOp<WarnState> = {
  name: "warn of coroutines that were never awaited",
  step(vm, state, input) {
    if (state.isAsking) {
      state.isAsking = false;
      state.warn = input as Value;
    }
    const one = state.coroutines[state.at];
    if (one === undefined) return NONE;
    if (state.warn === null) {
      state.isAsking = true;
      return moduleAttribute(vm, "warnings", "warn");
    }
    state.at++;
    return isUnbegun(one) ? warn(vm, state.warn, one) : more(vm);
  },
  raised(vm, state) {
    vm.error = null;
    state.isAsking = false;
    state.warn = NONE;
    return undefined;
  },
};

function warn(vm: Machine, callee: Value, one: Awaited): Result {
  const about = one instanceof PyGenerator ? one : one.generator;
  const method = one instanceof PyGenerator ? "" : `method ${strRepr(one.kind === "anext" ? "asend" : one.kind)} of `;
  const message = `coroutine ${method}${strRepr(about.qualifiedName)} was never awaited`;
  vm.services.warn("RuntimeWarning", message);
  if (callee === NONE) return more(vm);
  const keywords = new Map<string, Value>([["source", about]]);
  const args = [message, runtimeWarningType];
  return callAside(vm, { callee, self: null, args, keywords, message: null, about });
}

/** Warn of those that have not begun by then; answers None, whatever becomes of the warnings. */
export function warnOfUnawaited(vm: Machine, coroutines: readonly Awaited[]): Result {
  return pushNative(vm, warnOp, { coroutines, at: 0, warn: null, isAsking: false });
}
