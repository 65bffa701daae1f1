// The functions of sys.
import { systemExitType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import type { Frame } from "../../objects/frame.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { callingFrame, pythonFrame } from "../../protocol/calling-frame.ts";
import { frameObject } from "../../protocol/frame-object.ts";
import { asInt, asString } from "../../protocol/lookup.ts";
import { newException, raise, raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { real } from "../../protocol/real.ts";
import { func, type FunctionEntry } from "../define.ts";
import { StructSequence } from "../struct-sequence.ts";
import { breakpointHook, displayHook, exceptHook, unraisableHook } from "./hooks.ts";
import { asyncgenHooksType } from "./information.ts";
import { getSizeOf } from "./sizes.ts";
import { raiseNoInteger } from "../../protocol/bad-argument.ts";

const LEAST_DIGITS = 640;

/** What a script may set that only it reads back: by VM. */
interface Settings {
  switchInterval: number;
  firstIteration: Value;
  finalizer: Value;
  originDepth: number;
}
const SETTINGS: object = Object.freeze({});
function settings(vm: Machine): Settings {
  return vm.record(SETTINGS, newSettings);
}
function newSettings(): Settings {
  return { switchInterval: 0.005, firstIteration: NONE, finalizer: NONE, originDepth: 0 };
}

/** A tuple gives all its items to the exception. */
function exit(vm: Machine, status: Value = NONE): Result {
  if (status === NONE) return raise(vm, newException(systemExitType));
  return raise(vm, newException(systemExitType, ...(status instanceof PyTuple ? status.items : [status])));
}

/** The Python frame so many calls below the running one; null when the stack is not that deep. */
function frameAt(vm: Machine, depth: number): Frame | null {
  let frame = callingFrame(vm);
  for (let left = depth; left > 0 && frame !== null; left--) frame = pythonFrame(frame.prev);
  return frame;
}

function getFrame(vm: Machine, depth: Value = 0): Result {
  const wanted = asInt(depth);
  if (wanted === undefined) return raiseNoInteger(vm, depth);
  const frame = frameAt(vm, Math.max(0, Number(wanted)));
  return frame === null ? raiseValueError(vm, "call stack is not deep enough") : frameObject(vm, frame);
}

function getFrameModule(vm: Machine, depth: Value = 0): Result {
  const wanted = asInt(depth);
  if (wanted === undefined) return raiseNoInteger(vm, depth);
  return frameAt(vm, Math.max(0, Number(wanted)))?.func?.module ?? NONE;
}

function setRecursionLimit(vm: Machine, limit: Value): Result {
  const wanted = asInt(limit);
  if (wanted === undefined) return raiseNoInteger(vm, limit);
  if (wanted < 1) return raiseValueError(vm, "recursion limit must be greater or equal than 1");
  vm.limits.recursion = Math.min(Number(wanted), vm.limits.recursionCap);
  return NONE;
}

function setMaxDigits(vm: Machine, digits: Value): Result {
  const wanted = asInt(digits);
  if (wanted === undefined) return raiseNoInteger(vm, digits);
  if (wanted !== 0 && wanted < LEAST_DIGITS) {
    return raiseValueError(vm, `maxdigits must be 0 or larger than ${LEAST_DIGITS}`);
  }
  vm.limits.intTextDigits = Number(wanted);
  return NONE;
}

function exceptionInfo(vm: Machine): Result {
  const { handled } = vm.fiber;
  return newTuple(handled === null ? [NONE, NONE, NONE] : [handled.type, handled, handled.traceback ?? NONE]);
}

const INTERVAL: Asking<Value> = {
  ask: real,
  take(vm, _value, answer) {
    const { v } = answer as PyFloat;
    if (!(v > 0)) return raiseValueError(vm, "switch interval must be strictly positive");
    settings(vm).switchInterval = v;
    return NONE;
  },
};

function setHooks(vm: Machine, first?: Value, finalizer?: Value): Result {
  const known = settings(vm);
  if (first !== undefined) known.firstIteration = first;
  if (finalizer !== undefined) known.finalizer = finalizer;
  return NONE;
}

function setOriginDepth(vm: Machine, depth: Value): Result {
  const wanted = asInt(depth);
  if (wanted === undefined) return raiseNoInteger(vm, depth);
  if (wanted < 0) return raiseValueError(vm, "depth must be >= 0");
  settings(vm).originDepth = Number(wanted);
  return NONE;
}

export const FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  exit: func("status=None, /", exit),
  _getframe: func("depth=0, /", getFrame),
  _getframemodulename: func("depth=0", getFrameModule),
  getrecursionlimit: func("", (vm) => vm.limits.recursion),
  setrecursionlimit: func("limit, /", setRecursionLimit),
  get_int_max_str_digits: func("", (vm) => vm.limits.intTextDigits),
  set_int_max_str_digits: func("maxdigits", setMaxDigits),
  intern: func("string, /", (vm, text: Value) =>
    typeof text === "string"
      ? text
      : raiseTypeError(
          vm,
          asString(text) === undefined
            ? `intern() argument must be str, not ${typeOf(text).name}`
            : `can't intern ${typeOf(text).name}`,
        ),
  ),
  exception: func("", (vm) => vm.fiber.handled ?? NONE),
  exc_info: func("", exceptionInfo),
  displayhook: func("object, /", displayHook),
  excepthook: func("exctype, value, traceback, /", exceptHook),
  unraisablehook: func("unraisable, /", unraisableHook),
  breakpointhook: func("*args, **kwargs", breakpointHook),
  audit: func("event, /, *args", () => NONE),
  getdefaultencoding: func("", () => "utf-8"),
  getfilesystemencoding: func("", () => "utf-8"),
  getfilesystemencodeerrors: func("", () => "surrogateescape"),
  getrefcount: func("object, /", () => 1),
  getsizeof: func("object, default=None", getSizeOf),
  getallocatedblocks: func("", () => 0),
  is_finalizing: func("", () => false),
  gettrace: func("", () => NONE),
  getprofile: func("", () => NONE),
  getswitchinterval: func("", (vm) => new PyFloat(settings(vm).switchInterval)),
  setswitchinterval: func("interval, /", (vm, interval: Value) => asking(vm, INTERVAL, interval)),
  get_asyncgen_hooks: func("", (vm) => {
    const { firstIteration, finalizer } = settings(vm);
    return new StructSequence(asyncgenHooksType, [firstIteration, finalizer]);
  }),
  set_asyncgen_hooks: func("firstiter=None, finalizer=None", setHooks),
  get_coroutine_origin_tracking_depth: func("", (vm) => settings(vm).originDepth),
  set_coroutine_origin_tracking_depth: func("depth", setOriginDepth),
};
