// displayhook, excepthook and their kin: what the interpreter does with values, exceptions and breakpoints.
import { PyException } from "../../objects/exception.ts";
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { getAttribute, getAttributeOr } from "../../protocol/attribute.ts";
import { callNamed } from "../../protocol/call-named.ts";
import { repr } from "../../protocol/conversion.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseRuntimeError } from "../../protocol/raise.ts";
import { sysAttribute } from "../../protocol/sys-attribute.ts";
import { dictSetString } from "../../protocol/table.ts";
import { tracebackText } from "../../protocol/traceback-text.ts";
import { unraisableText } from "../../protocol/unraisable-text.ts";

// ---- displayhook -----------------------------------------------------------------------------------------------------

const DISPLAY: Asking<{ readonly value: Value }> = {
  ask: (vm, { value }) => repr(vm, value),
  take(vm, state, answer) {
    const stdout = sysAttribute(vm, "stdout");
    if (stdout === undefined || stdout === NONE) return raiseRuntimeError(vm, "lost sys.stdout");
    dictSetString(vm.builtins, "_", state.value);
    return callNamed(vm, stdout, "write", `${asString(answer)}\n`);
  },
};

/** `sys.displayhook(value)`: shows a value and keeps it as `_`. */
export function displayHook(vm: Machine, value: Value): Result {
  if (value === NONE) return NONE;
  dictSetString(vm.builtins, "_", NONE);
  return asking(vm, DISPLAY, { value });
}

// ---- excepthook ------------------------------------------------------------------------------------------------------

interface ShowState {
  readonly exception: PyException;
  /** What comes before an unraisable one; null for one that nobody caught. */
  readonly prefix: string | null;
}

const SHOW: Asking<ShowState> = {
  ask: (vm, { exception, prefix }) => (prefix === null ? tracebackText(vm, exception) : unraisableText(vm, exception)),
  take: (vm, { prefix }, answer) => writeError(vm, `${prefix ?? ""}${asString(answer)}`),
};

/** To `sys.stderr`, where there is one. */
function writeError(vm: Machine, text: string): Result {
  const stderr = sysAttribute(vm, "stderr") ?? NONE;
  return stderr === NONE ? NONE : callNamed(vm, stderr, "write", text);
}

/** `sys.excepthook(type, value, traceback)`: writes the traceback to `sys.stderr`. */
export function exceptHook(vm: Machine, _type: Value, value: Value, _traceback: Value): Result {
  if (!(value instanceof PyException)) {
    return writeError(vm, `TypeError: print_exception(): Exception expected for value, ${typeOf(value).name} found\n`);
  }
  return asking(vm, SHOW, { exception: value, prefix: null });
}

interface UnraisableState {
  readonly unraisable: Value;
  value: Value | null;
  message: Value | null;
  object: Value | null;
}

/** Reads the parts of an unraisable, then shows it. */
const UNRAISABLE: Asking<UnraisableState> = {
  ask(vm, { unraisable, value, message, object }) {
    if (value === null) return getAttribute(vm, unraisable, "exc_value");
    if (message === null) return getAttributeOr(vm, unraisable, "err_msg", NONE);
    return object === null ? getAttributeOr(vm, unraisable, "object", NONE) : repr(vm, object);
  },
  take(vm, state, answer) {
    if (state.value === null) state.value = answer;
    else if (state.message === null) state.message = answer;
    else if (state.object === null) state.object = answer;
    else {
      const exception = state.value;
      if (!(exception instanceof PyException)) return NONE;
      const what = asString(state.message) ?? "Exception ignored in";
      const shown = state.object === NONE ? "" : ` ${asString(answer)}`;
      const isBare = state.message === NONE && state.object === NONE;
      return asking(vm, SHOW, { exception, prefix: isBare ? "" : `${what}:${shown}\n` });
    }
    return AGAIN;
  },
};

export function unraisableHook(vm: Machine, unraisable: Value): Result {
  return asking(vm, UNRAISABLE, { unraisable, value: null, message: null, object: null });
}

/** `sys.breakpointhook`: there is no debugger to call. */
export function breakpointHook(vm: Machine): Result {
  return raiseRuntimeError(vm, "breakpoint(): this interpreter has no debugger; set sys.breakpointhook");
}
