// Calling a type: `__new__`, then `__init__`.
import { CodeKind } from "../bytecode/code.ts";
import type { Answer } from "../objects/answer.ts";
import { objectType, typeType } from "../objects/builtin-types.ts";
import { PyStaticMethod } from "../objects/descriptors.ts";
import { PyFunction } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callFunction, callMethod, callNative, type Keywords } from "./call.ts";
import { getUnbound } from "./descriptor.ts";
import { noteFinalizable } from "./finalizable.ts";
import { pushNative } from "./frames.ts";
import { takePlainly, waitFor } from "./method-answer.ts";
import { barePlainException, isPlainException } from "./plain-exception.ts";
import { raiseTypeError } from "./raise.ts";

/** `type(*args, **keywords)`, through the metaclass's `__call__` when it has its own. */
export function construct(vm: Machine, type: PyType, args: readonly Value[], keywords: Keywords): Result {
  if (keywords === null && isPlainException(type)) return barePlainException(type, args);
  const metaCall = type.type === typeType ? undefined : type.type.lookup("__call__");
  if (metaCall !== undefined && !(metaCall instanceof NativeFunction)) {
    return callMethod(vm, metaCall, type, args, keywords);
  }
  return instantiate(vm, type, args, keywords);
}

/** `type.__call__`. */
export function instantiate(vm: Machine, type: PyType, args: readonly Value[], keywords: Keywords): Result {
  if (type === typeType && args.length === 1 && (keywords === null || keywords.size === 0)) {
    return typeOf(args[0] as Value);
  }
  const make = type.lookup("__new__");
  if (make === undefined) return raiseTypeError(vm, `cannot create '${type.name}' instances`);
  if (type.isBuiltin && make instanceof NativeFunction) {
    const instance = callNative(vm, make, [type, ...args], keywords);
    const init = type.lookup("__init__");
    if (instance === undefined && vm.error !== null) return undefined;
    // Built-in types do all in `__new__`, or all in `__init__` with a `__new__` that cannot suspend; an `__init__` with
    // `newOf` serves classes derived from the type alone.
    if (instance === undefined || !(init instanceof NativeFunction)) return instance;
    if (init.owner === objectType || init.newOf !== null) return instance;
    return pushNative(vm, initOp, { type, args, keywords, instance, stage: Stage.Made });
  }
  if (args.length === 0 && keywords === null && isBare(type, make)) return new PyInstance(type);
  const func = keywords === null ? madeByNew(type, make) : null;
  if (func !== null) {
    const caller = waitFor(vm, MADE, type, newTuple(args));
    if (caller !== null) {
      callFunction(vm, func, [type, ...args], null);
      if (vm.error !== null) caller.then = null;
      return undefined;
    }
  }
  return pushNative(vm, initOp, { type, args, keywords, instance: undefined, stage: Stage.New });
}

/** The `__new__` written in Python of a class that leaves the rest to `object`; null for all others. */
function madeByNew(type: PyType, make: Value): PyFunction | null {
  const func = make instanceof PyStaticMethod && make.type.isBuiltin ? make.func : make;
  if (!(func instanceof PyFunction) || func.linked.code.fields.kind !== CodeKind.Function) return null;
  return isMadeByNew(type) && type.lookup("__del__") === undefined ? func : null;
}

/** Whether the `__init__` of a class is that of `object`, which has nothing to do. */
function isMadeByNew(type: PyType): boolean {
  return type.lookup("__init__") === objectType.lookup("__init__");
}

/** What such a `__new__` has made: it may be of a class that derives from the one asked, and has an `__init__`. */
const MADE: Answer = {
  passes: false,
  take(vm, instance, type, args) {
    const made = typeOf(instance);
    if (!made.isSubtype(type as PyType) || isMadeByNew(made)) return instance;
    takePlainly(vm.fiber);
    const state = { type: type as PyType, args: (args as PyTuple).items, keywords: null, instance, stage: Stage.Made };
    return pushNative(vm, initOp, state);
  },
};

/** Whether a class leaves the making of instances to `object`. */
export function isBare(type: PyType, make: Value | undefined): boolean {
  if (type.layout !== objectType || type.isAbstract || type.lookup("__del__") !== undefined) return false;
  return make === objectType.lookup("__new__") && isMadeByNew(type);
}

/** The native function that calling a built-in type with positional arguments comes down to, or null; cached on the type. */
export function plainNewOf(type: PyType): NativeFunction | null {
  const make = type.lookup("__new__");
  const init = type.lookup("__init__");
  if (type.maker !== null) {
    type.plainNew = type.maker;
    return type.maker as NativeFunction;
  }
  const isPlain =
    type.isBuiltin &&
    type.type === typeType &&
    type !== typeType &&
    !isPlainException(type) &&
    make instanceof NativeFunction &&
    make.owner === null &&
    make.signature.isPlain &&
    (!(init instanceof NativeFunction) || init.owner === objectType);
  type.plainNew = isPlain ? make : null;
  return isPlain ? make : null;
}

enum Stage {
  New,
  Made,
  Initialised,
}

interface InitState {
  readonly type: PyType;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
  instance: Value | undefined;
  stage: Stage;
}

/** Calls `__new__`, then `__init__` of what it made when that is an instance of the type. */
const initOp: NativeOp<InitState> = {
  name: "construction",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === Stage.New) {
      if (state.instance === undefined && answer === undefined) {
        answer = callNew(vm, state);
        if (answer === undefined) return undefined;
      }
      state.instance = answer;
      state.stage = Stage.Made;
      noteFinalizable(vm, answer as Value);
    }
    const instance = state.instance as Value;
    if (state.stage === Stage.Made) {
      if (!typeOf(instance).isSubtype(state.type)) return instance;
      const init = typeOf(instance).lookup("__init__");
      if (init === undefined) return instance;
      state.stage = Stage.Initialised;
      answer = callMethod(vm, init, instance, state.args, state.keywords);
      if (answer === undefined) return undefined;
    }
    if (answer !== NONE) {
      return raiseTypeError(vm, `__init__() should return None, not '${typeOf(answer as Value).name}'`);
    }
    return instance;
  },
};

function callNew(vm: Machine, { type, args, keywords }: InitState): Result {
  const func = getUnbound(vm, type.lookup("__new__") as Value, type);
  return func === undefined ? undefined : call(vm, func, [type, ...args], keywords);
}
