// Names that live in dictionaries: globals, built-ins, and the namespaces of modules and class bodies.
import { dictType } from "../objects/builtin-types.ts";
import { keyErrorType, nameErrorType } from "../objects/exception-types.ts";
import type { Frame } from "../objects/frame.ts";
import type { PyFunction } from "../objects/function.ts";
import { Cache } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, typeOf } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import { entryOfText, PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { callingFrame } from "../protocol/calling-frame.ts";
import { localsOf } from "../protocol/frame-object.ts";
import { pushNative } from "../protocol/frames.ts";
import { catchError, newException, raise } from "../protocol/raise.ts";
import { deleteItem, getItem, setItem } from "../protocol/subscript.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { dictDeleteString } from "../protocol/table-removal.ts";

/** Where a cached name was found, as entry `index`; `version` is the layout of the globals then. */
export enum NameHit {
  Global,
  /** In the built-ins of layout `value`, the globals having had `key` entries. */
  Builtin,
}

/** NameError, with the name for suggestions. */
export function raiseNameError(vm: Machine, message: string, name: string): undefined {
  const error = newException(nameErrorType, message);
  error.fields = new Map<string, Value>([["name", name]]);
  // What the traceback looks through for a name that was meant.
  const frame = callingFrame(vm);
  if (frame !== null) error.fields.set(".locals", localsOf(vm, frame));
  return raise(vm, error);
}

/** A global or built-in name; fills the cache at `at`. */
export function loadGlobal(
  vm: Machine,
  func: PyFunction,
  caches: (Cache | undefined)[],
  at: number,
  name: string,
): Result {
  const { globals, builtins } = func;
  const hit = caches[at];
  // Only code at module level comes here with a cache that holds: the loop has no case for its names.
  if (hit !== undefined && hit.version === globals.layout) {
    if (hit.kind === NameHit.Global) return globals.values[hit.index];
    if (globals.keys.length === hit.key && builtins.layout === hit.value) return builtins.values[hit.index];
  }
  const entry = entryOfText(globals, name);
  if (entry >= 0) {
    if (globals.layout === 0) globals.layout = vm.newLayout();
    caches[at] = new Cache(NameHit.Global, null, globals.layout, null, entry, undefined);
    return globals.values[entry];
  }
  // The globals of exec may be of a class that has `__missing__`.
  if (globals.type !== dictType)
    return pushNative(vm, namespaceOp, { namespace: globals, func, name, fallback: undefined });
  const builtin = entryOfText(builtins, name);
  if (builtin < 0) return askBuiltins(vm, func, name);
  if (globals.layout === 0) globals.layout = vm.newLayout();
  if (builtins.layout === 0) builtins.layout = vm.newLayout();
  // A global of that name added later is seen by the count of entries, which only grows within a layout.
  const cache = new Cache(NameHit.Builtin, globals.keys.length, globals.layout, null, builtin, undefined);
  cache.value = builtins.layout;
  caches[at] = cache;
  return builtins.values[builtin];
}

/** A name of a module, class body or exec. */
export function loadName(vm: Machine, frame: Frame, caches: (Cache | undefined)[], at: number, name: string): Result {
  const func = frame.func as PyFunction;
  const namespace = frame.namespace as Value;
  if (namespace === func.globals && func.globals.type === dictType) return loadGlobal(vm, func, caches, at, name);
  if (namespace instanceof PyDict && namespace.type === dictType) {
    return dictGetString(namespace, name) ?? loadGlobal(vm, func, caches, at, name);
  }
  return pushNative(vm, namespaceOp, { namespace, func, name, fallback: undefined });
}

/** A free variable in a class body: its namespace first, then the cell. */
export function loadNameOr(
  vm: Machine,
  frame: Frame,
  namespace: Value,
  name: string,
  fallback: Value | undefined,
): Result {
  const func = frame.func as PyFunction;
  if (namespace instanceof PyDict && namespace.type === dictType) {
    return dictGetString(namespace, name) ?? fallback ?? globalOrBuiltin(vm, func, name);
  }
  return pushNative(vm, namespaceOp, { namespace, func, name, fallback });
}

/** A global or built-in, without a cache. */
function globalOrBuiltin(vm: Machine, func: PyFunction, name: string): Result {
  const found = dictGetString(func.globals, name) ?? dictGetString(func.builtins, name);
  return found ?? askBuiltins(vm, func, name);
}

/** A name that is not among the built-ins as a dict: `__builtins__` of the globals may be any mapping. */
export function askBuiltins(vm: Machine, func: PyFunction, name: string, message?: string): Result {
  const own = dictGetString(func.globals, "__builtins__");
  if (own === undefined || own instanceof PyModule || typeOf(own) === dictType) {
    return raiseNameError(vm, message ?? `name '${name}' is not defined`, name);
  }
  return pushNative(vm, namespaceOp, { namespace: own, func, name, fallback: undefined });
}

interface NamespaceState {
  readonly namespace: Value;
  /** Null where a missing name is set to an empty dict. */
  readonly func: PyFunction | null;
  readonly name: string;
  readonly fallback: Value | undefined;
}

/** Asks a namespace that is any mapping (a metaclass's `__prepare__`, a dict subclass). */
const namespaceOp: NativeOp<NamespaceState> = {
  name: "name",
  step(vm, state, input) {
    if (input !== undefined) return input;
    const found = getItem(vm, state.namespace, state.name);
    return found === undefined && vm.error !== null ? missing(vm, state) : found;
  },
  raised: missing,
};

function missing(vm: Machine, { namespace, func, name, fallback }: NamespaceState): Result {
  if (catchError(vm, keyErrorType) === null) return undefined;
  if (func === null) return setItem(vm, namespace, name, newDict());
  // The built-ins are asked last.
  if (namespace === dictGetString(func.globals, "__builtins__")) {
    return raiseNameError(vm, `name '${name}' is not defined`, name);
  }
  return fallback ?? globalOrBuiltin(vm, func, name);
}

/** Gives the frame's namespace `__annotations__` where it has none. */
export function setupAnnotations(vm: Machine, { namespace }: Frame): Result {
  const name = "__annotations__";
  if (!(namespace instanceof PyDict && namespace.type === dictType)) {
    return pushNative(vm, namespaceOp, { namespace: namespace as Value, func: null, name, fallback: undefined });
  }
  if (dictGetString(namespace, name) === undefined) dictSetString(namespace, name, newDict());
  return vm.error === null ? NONE : undefined;
}

/** `name = value` of a global; fills the cache at `at` once the globals have a layout. */
export function storeGlobal(
  vm: Machine,
  { globals }: PyFunction,
  caches: (Cache | undefined)[],
  at: number,
  name: string,
  value: Value,
): Value {
  const cache = caches[at];
  if (cache !== undefined && cache.version === globals.layout && cache.kind === NameHit.Global) {
    globals.values[cache.index] = value;
    return NONE;
  }
  dictSetString(globals, name, value);
  if (globals.layout !== 0) {
    const index = entryOfText(globals, name);
    caches[at] = new Cache(NameHit.Global, null, globals.layout, null, index, undefined);
  }
  return NONE;
}

/** `name = value` in the frame's namespace; any answer but undefined means done. */
export function storeName(vm: Machine, frame: Frame, name: string, value: Value): Result {
  const namespace = frame.namespace as Value;
  if (namespace instanceof PyDict && namespace.type === dictType) {
    dictSetString(namespace, name, value);
    return NONE;
  }
  return setItem(vm, namespace, name, value);
}

/** `del name` in the frame's namespace. */
export function deleteName(vm: Machine, frame: Frame, name: string): Result {
  const namespace = frame.namespace as Value;
  if (namespace instanceof PyDict && namespace.type === dictType) {
    return dictDeleteString(vm, namespace, name) ? NONE : raiseNameError(vm, `name '${name}' is not defined`, name);
  }
  return deleteItem(vm, namespace, name);
}
