// The `sys` module: what a script may know and set of its interpreter.
import { systemExitType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, newTuple, typeOf } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { asInt, asString } from "../protocol/lookup.ts";
import { newException, raise, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { dictSetString } from "../protocol/table.ts";
import { defineModule, func, instantiateModule, type NativeModule } from "./define.ts";

/** `sys.maxsize`: CPython's on 64-bit machines. */
const MAX_SIZE = 9223372036854775807n;

const SYS: NativeModule = defineModule({
  name: "sys",
  constants: {
    maxsize: MAX_SIZE,
    maxunicode: 0x10ffff,
    byteorder: "little",
    platform: "krait",
    copyright: "Copyright (c) 2026 The Krait authors",
    api_version: 1013,
    hexversion: 0x030d00f0,
    version: "3.13.0 (krait)",
    dont_write_bytecode: true,
    executable: "",
    prefix: "",
    exec_prefix: "",
    base_prefix: "",
    base_exec_prefix: "",
    float_repr_style: "short",
  },
  functions: {
    exit: func("status=None, /", (vm, status: Value = NONE) =>
      raise(vm, status === NONE ? newException(systemExitType) : newException(systemExitType, status)),
    ),
    getrecursionlimit: func("", (vm) => vm.limits.recursion),
    setrecursionlimit: func("limit, /", (vm, limit: Value) => {
      const wanted = asInt(limit);
      if (wanted === undefined) {
        return raiseTypeError(vm, `'${typeOf(limit).name}' object cannot be interpreted as an integer`);
      }
      if (wanted < 1) return raiseValueError(vm, "recursion limit must be greater or equal than 1");
      vm.limits.recursion = Math.min(Number(wanted), vm.limits.recursionCap);
      return NONE;
    }),
    get_int_max_str_digits: func("", (vm) => vm.limits.intTextDigits),
    set_int_max_str_digits: func("maxdigits", (vm, digits: Value) => {
      const wanted = asInt(digits);
      if (wanted === undefined) {
        return raiseTypeError(vm, `'${typeOf(digits).name}' object cannot be interpreted as an integer`);
      }
      if (wanted !== 0 && wanted < LEAST_DIGITS) {
        return raiseValueError(vm, `maxdigits must be >= ${LEAST_DIGITS} or 0 for unlimited`);
      }
      vm.limits.intTextDigits = Number(wanted);
      return NONE;
    }),
    intern: func("string, /", (vm, text: Value) =>
      asString(text) === undefined
        ? raiseTypeError(vm, `intern() argument must be str, not ${typeOf(text).name}`)
        : text,
    ),
    exception: func("", (vm) => vm.fiber.handled ?? NONE),
    exc_info: func("", (vm) => {
      const { handled } = vm.fiber;
      if (handled === null) return newTuple([NONE, NONE, NONE]);
      return newTuple([handled.type, handled, handled.traceback ?? NONE]);
    }),
    getdefaultencoding: func("", () => "utf-8"),
    getfilesystemencoding: func("", () => "utf-8"),
    getrefcount: func("object, /", () => 1),
    getsizeof: func("object, default=None", (_vm, object: Value) => sizeOf(object)),
    is_finalizing: func("", () => false),
    gettrace: func("", () => NONE),
    getprofile: func("", () => NONE),
    getswitchinterval: func("", () => new PyFloat(0.005)),
  },
});

const LEAST_DIGITS = 640;

/** A rough size in bytes: JavaScript does not tell. */
function sizeOf(object: Value): number {
  if (typeof object === "string") return 49 + object.length;
  if (typeof object !== "object") return 28;
  return 56;
}

/** Make the `sys` module of a VM. */
export function setUpSys(vm: Machine, argv: readonly string[], path: readonly string[]): void {
  const module = instantiateModule(vm, SYS);
  const set = (name: string, value: Value): void => dictSetString(module.dict, name, value);
  set("argv", newList([...argv]));
  set("orig_argv", newList([...argv]));
  set("path", newList([...path]));
  set("modules", vm.modules);
  set("builtin_module_names", newTuple(["builtins", "sys"]));
  set("meta_path", newList([]));
  set("path_hooks", newList([]));
  set("warnoptions", newList([]));
  set("flags", NONE);
  set("last_exc", NONE);
  dictSetString(vm.modules, "sys", module);
}
