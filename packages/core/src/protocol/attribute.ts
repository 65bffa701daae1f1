// Attribute access: `object.name`, with descriptors, `__getattribute__`, `__getattr__`, `__setattr__`.
import { objectType } from "../objects/builtin-types.ts";
import { PyProperty, PySuper } from "../objects/descriptors.ts";
import { attributeErrorType } from "../objects/exception-types.ts";
import { PyFunction } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction, SlotMember } from "../objects/native.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callMethod, callPlain } from "./call.ts";
import { getBound, isDataDescriptor, overridesReading, setThrough } from "./descriptor.ts";
import { pushNative } from "./frames.ts";
import { deleteOwnAttribute, ownAttribute, setOwnAttribute } from "./instance-attribute.ts";
import { catchError, raiseAttributeError } from "./raise.ts";
import { superAttribute } from "./super.ts";
import { dictGetString } from "./table.ts";
import { setTypeAttribute, typeAttribute } from "./type-attribute.ts";

/** `object.name`. */
export function getAttribute(vm: Machine, object: Value, name: string): Result {
  const type = typeOf(object);
  if (type.readsPlainly === true) return genericGetAttribute(vm, object, name);
  const access = type.isBuiltin ? undefined : type.lookup("__getattribute__");
  const fallback = type.isBuiltin ? undefined : type.lookup("__getattr__");
  if (access !== undefined && !(access instanceof NativeFunction)) {
    if (fallback === undefined) return callMethod(vm, access, object, [name]);
    return pushNative(vm, fallbackOp, { object, name, fallback, stage: Stage.Ask });
  }
  if (fallback === undefined) {
    const isSpecial = object instanceof PyType || object instanceof PyModule || object instanceof PySuper;
    if (!type.isBuiltin && !isSpecial) isReadPlainly(type);
    return defaultGetAttribute(vm, object, name);
  }
  const attribute = type.lookup(name);
  if (attribute === undefined && object instanceof PyInstance && access?.owner === objectType) {
    const own = ownAttribute(object, name);
    if (own !== undefined) return own;
    return fallback instanceof PyFunction
      ? callPlain(vm, fallback, object, name)
      : callMethod(vm, fallback, object, [name]);
  }
  // Whatever may run Python, and so raise AttributeError later, needs a frame that catches it.
  if (attribute !== undefined && runsPython(attribute)) {
    return pushNative(vm, fallbackOp, { object, name, fallback, stage: Stage.Ask });
  }
  const found = defaultGetAttribute(vm, object, name);
  if (found !== undefined || catchError(vm, attributeErrorType) === null) return found;
  return callMethod(vm, fallback, object, [name]);
}

function runsPython(attribute: Value): boolean {
  if (typeof attribute !== "object" || attribute instanceof PyFunction || attribute instanceof NativeFunction)
    return false;
  return attribute instanceof PyProperty || attribute.type.lookup("__get__") !== undefined;
}

enum Stage {
  Ask,
  Asked,
  Fallback,
}

interface FallbackState {
  readonly object: Value;
  readonly name: string;
  readonly fallback: Value;
  stage: Stage;
}

/** Reads an attribute and, when that raises AttributeError, asks `__getattr__`. */
const fallbackOp: NativeOp<FallbackState> = {
  name: "attribute",
  step(vm, state, input) {
    if (input !== undefined) return input;
    const { object, name } = state;
    if (state.stage === Stage.Ask) {
      state.stage = Stage.Asked;
      const access = typeOf(object).lookup("__getattribute__");
      const found =
        access instanceof NativeFunction || access === undefined
          ? defaultGetAttribute(vm, object, name)
          : callMethod(vm, access, object, [name]);
      if (found !== undefined || catchError(vm, attributeErrorType) === null) return found;
    }
    state.stage = Stage.Fallback;
    return callMethod(vm, state.fallback, object, [name]);
  },
  raised(vm, state) {
    if (state.stage === Stage.Asked) catchError(vm, attributeErrorType);
    return undefined;
  },
};

/** Attribute access without `__getattribute__` and `__getattr__` written in Python. */
export function defaultGetAttribute(vm: Machine, object: Value, name: string): Result {
  if (object instanceof PyType) return typeAttribute(vm, object, name);
  if (object instanceof PyModule) return moduleAttribute(vm, object, name);
  if (object instanceof PySuper) return superAttribute(vm, object, name);
  if (!(object instanceof PyInstance)) {
    // Methods and generic aliases pass what they lack on to what they wrap.
    const access = typeOf(object).lookup("__getattribute__");
    if (access instanceof NativeFunction && access.owner !== objectType) return access.body(vm, object, name);
  }
  return genericGetAttribute(vm, object, name);
}

/** `object.__getattribute__`. */
export function genericGetAttribute(vm: Machine, object: Value, name: string): Result {
  const type = typeOf(object);
  const attribute = type.lookup(name);
  if (attribute !== undefined && overridesReading(attribute)) return getBound(vm, attribute, object, type);
  const own = ownAttribute(object, name);
  if (own !== undefined) return own;
  if (attribute !== undefined) return getBound(vm, attribute, object, type);
  return raiseAttributeError(vm, `'${type.name}' object has no attribute '${name}'`, object, name);
}

function moduleAttribute(vm: Machine, module: PyModule, name: string): Result {
  const value = dictGetString(module.dict, name);
  if (value !== undefined) {
    const attribute = module.type.isBuiltin ? undefined : module.type.lookup(name);
    if (attribute === undefined || !isDataDescriptor(attribute)) return value;
    return getBound(vm, attribute, module, module.type);
  }
  const attribute = module.type.lookup(name);
  if (attribute !== undefined) return getBound(vm, attribute, module, module.type);
  const hook = dictGetString(module.dict, "__getattr__");
  if (hook !== undefined) return call(vm, hook, [name]);
  return raiseAttributeError(vm, missingFromModule(vm, module, name), module, name);
}

function missingFromModule(vm: Machine, module: PyModule, name: string): string {
  const own = dictGetString(module.dict, "__name__");
  if (typeof own !== "string") return `module has no attribute '${name}'`;
  if (module.isLoading) {
    const file = dictGetString(module.dict, "__file__");
    const from = typeof file === "string" ? ` from '${file}'` : "";
    return `partially initialized module '${own}'${from} has no attribute '${name}' (most likely due to a circular import)`;
  }
  const submodule = dictGetString(vm.modules, `${own}.${name}`);
  return submodule instanceof PyModule && submodule.isLoading
    ? `cannot access submodule '${name}' of module '${own}' (most likely due to a circular import)`
    : `module '${own}' has no attribute '${name}'`;
}

/** `object.name = value`; answers None. */
export function setAttribute(vm: Machine, object: Value, name: string, value: Value): Result {
  const method = typeOf(object).lookup("__setattr__");
  if (method === undefined || isOwnNative(method, "__setattr__")) return defaultSetAttribute(vm, object, name, value);
  return callMethod(vm, method, object, [name, value]);
}

/** `del object.name`; answers None. */
export function deleteAttribute(vm: Machine, object: Value, name: string): Result {
  const method = typeOf(object).lookup("__delattr__");
  if (method === undefined || isOwnNative(method, "__delattr__")) {
    return defaultSetAttribute(vm, object, name, undefined);
  }
  return callMethod(vm, method, object, [name]);
}

/** A class may also name another native method so: `__setattr__ = dict.__setitem__`. */
function isOwnNative(method: Value, name: string): boolean {
  return method instanceof NativeFunction && method.name === name;
}

/** Setting (undefined: deleting) without a `__setattr__` written in Python; answers None. */
export function defaultSetAttribute(vm: Machine, object: Value, name: string, value: Value | undefined): Result {
  if (object instanceof PyType) return setTypeAttribute(vm, object, name, value);
  const type = typeOf(object);
  const attribute = type.lookup(name);
  if (attribute !== undefined && isDataDescriptor(attribute)) return setThrough(vm, attribute, object, name, value);
  const done = value === undefined ? deleteOwnAttribute(vm, object, name) : setOwnAttribute(object, name, value);
  if (done) return NONE;
  if (object instanceof PyModule) {
    return raiseAttributeError(vm, `module has no attribute '${name}'`, object, name);
  }
  const canHold = object instanceof PyInstance ? type.hasDict : type !== objectType && type.hasDict;
  if (attribute !== undefined && !canHold) {
    return raiseAttributeError(vm, `'${type.name}' object attribute '${name}' is read-only`, object, name);
  }
  const suffix = canHold ? "" : " and no __dict__ for setting new attributes";
  return raiseAttributeError(
    vm,
    `'${type.name}' object has no attribute '${name}'${value === undefined && canHold ? "" : suffix}`,
    object,
    name,
  );
}

/** The attribute, or `fallback` when the access raises AttributeError (`getattr` with a default). */
export function getAttributeOr(vm: Machine, object: Value, name: string, fallback: Value): Result {
  const plain = plainAttributeOr(vm, object, name, fallback);
  if (plain !== undefined) return plain;
  return pushNative(vm, defaultOp, { object, name, fallback, isAsked: false });
}

function isReadPlainly(type: PyType): boolean {
  const access = type.lookup("__getattribute__");
  const isPlain = access instanceof NativeFunction && access.owner === objectType;
  type.readsPlainly = isPlain && (type.isBuiltin || type.lookup("__getattr__") === undefined);
  return type.readsPlainly;
}

/** The same where no Python can run and nothing can be raised; undefined, with nothing done, elsewhere. */
export function plainAttributeOr(vm: Machine, object: Value, name: string, fallback: Value): Value | undefined {
  if (object instanceof PyModule || object instanceof PySuper) return undefined;
  const type = typeOf(object);
  if (object instanceof PyType) {
    const isAbsent = type.isBuiltin && type.lookup(name) === undefined && object.lookup(name) === undefined;
    return isAbsent ? fallback : undefined;
  }
  if (!(type.readsPlainly ?? isReadPlainly(type))) return undefined;
  const attribute = type.lookup(name);
  if (attribute === undefined) return ownAttribute(object, name) ?? fallback;
  if (attribute instanceof SlotMember && object instanceof PyInstance && type.isSubtype(attribute.owner)) {
    return object.members?.[attribute.index] ?? fallback;
  }
  if (!(object instanceof PyInstance) || runsPython(attribute) || isDataDescriptor(attribute)) return undefined;
  return genericGetAttribute(vm, object, name);
}

interface DefaultState {
  readonly object: Value;
  readonly name: string;
  readonly fallback: Value;
  isAsked: boolean;
}

const defaultOp: NativeOp<DefaultState> = {
  name: "getattr",
  step(vm, state, input) {
    if (input !== undefined) return input;
    state.isAsked = true;
    const found = getAttribute(vm, state.object, state.name);
    if (found !== undefined || catchError(vm, attributeErrorType) === null) return found;
    return state.fallback;
  },
  raised(vm, state) {
    return catchError(vm, attributeErrorType) === null ? undefined : state.fallback;
  },
};
