// The type weakref.ReferenceType. References are emptied, and callbacks called, when a count finds that nothing reaches
// the object.
import { GenericAlias } from "../../objects/aliases.ts";
import { PyAttributed } from "../../objects/attributed.ts";
import { objectType } from "../../objects/builtin-types.ts";
import { PyFunction, PyMethod } from "../../objects/function.ts";
import { PyGenerator } from "../../objects/generator.ts";
import { PyInstance, PyPayload } from "../../objects/instance.ts";
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { BoundNative } from "../../objects/native.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import { PySet } from "../../objects/table.ts";
import { PyType } from "../../objects/type.ts";
import type { PyObject, Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { getAttributeOr } from "../../protocol/attribute.ts";
import { CompareKind, compare } from "../../protocol/compare.ts";
import { hash } from "../../protocol/hash.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { isSame } from "../../protocol/structural.ts";
import { classMethod, defineAtUse, member, method } from "../../types/define.ts";
import { classGetItem } from "../../types/generic-alias.ts";
import { addressOf } from "../../types/object.ts";
import { moduleType, newNamed } from "../module-type.ts";

export class WeakReference extends PyAttributed {
  readonly target: WeakRef<PyObject>;
  callback: Value;
  /** A count has found that nothing reaches the object. */
  isEmpty = false;
  /** The hash of the object, once asked for: it outlives the object. */
  hash: Value | null = null;

  constructor(type: PyType, object: PyObject, callback: Value) {
    super(type);
    this.target = new WeakRef(object);
    this.callback = callback;
  }

  get(): PyObject | undefined {
    return this.isEmpty ? undefined : this.target.deref();
  }
}

/** The references of a VM, by their objects and one by one; it holds neither objects nor references by this. */
class References {
  readonly of: WeakMap<PyObject, Set<WeakReference>> = new WeakMap();
  readonly all: Set<WeakReference> = new Set();
}
const REFERENCES: object = Object.freeze({});
function newReferences(): References {
  return new References();
}

/** The references to an object. */
export function referencesTo(vm: Machine, object: Value): readonly WeakReference[] {
  return typeof object === "object" ? [...(vm.record(REFERENCES, newReferences).of.get(object) ?? [])] : [];
}

/** What the record above is to a census, which must not look into it. */
export const REFERENCES_LAYOUT: unknown = References;

/** All references of a VM. */
export function allReferences(vm: Machine): Iterator<WeakReference> {
  return vm.record(REFERENCES, newReferences).all.values();
}

/** Whether a census has found that nothing reaches the reference, or its object. */
export function isLost(reference: WeakReference, isReached: (object: PyObject) => boolean): boolean {
  const object = reference.get();
  return object === undefined || !isReached(object) || !isReached(reference);
}

/**
 * After a census, for the references that are lost: forgets those that nothing reaches, and empties those whose objects
 * nothing reaches. Answers the callbacks to call.
 */
export function emptyReferences(
  vm: Machine,
  lost: readonly WeakReference[],
  isReached: (object: PyObject) => boolean,
): [Value, Value][] {
  const { all } = vm.record(REFERENCES, newReferences);
  const callbacks: [Value, Value][] = [];
  for (const reference of lost) {
    const object = reference.get();
    const isDead = object === undefined || !isReached(object);
    all.delete(reference);
    if (isDead) {
      reference.isEmpty = true;
      if (reference.callback !== NONE && isReached(reference)) callbacks.push([reference.callback, reference]);
      reference.callback = NONE;
    } else forget(vm, object, reference);
  }
  // As in CPython, which calls those first that were made last.
  return callbacks.reverse();
}

function forget(vm: Machine, object: PyObject, reference: WeakReference): void {
  const { of } = vm.record(REFERENCES, newReferences);
  of.get(object)?.delete(reference);
}

/** Built-in types, besides those that have a class of their own below. */
const REFERABLE: ReadonlySet<string> = new Set(
  `builtin_function_or_method module code memoryview ExceptionGroup types.GenericAlias typing.TypeVar typing.ParamSpec
    typing.TypeVarTuple typing.ParamSpecArgs typing.ParamSpecKwargs collections.deque functools.partial
    functools._lru_cache_wrapper re.Pattern itertools._tee _contextvars.Context _asyncio.Future _asyncio.Task asyncio.events.Handle
    asyncio.events.TimerHandle`.split(/\s+/),
);

/** Whether CPython lets weak references to such an object be made. */
function isReferable(object: Value): object is PyObject {
  if (typeof object !== "object" || object instanceof PyPayload) {
    return typeof object === "object" && object.type.lookup("__weakref__") !== undefined;
  }
  if (object instanceof PyInstance) return object.type.lookup("__weakref__") !== undefined;
  if (
    object instanceof PyFunction ||
    object instanceof PyMethod ||
    object instanceof PyType ||
    object instanceof PyGenerator ||
    object instanceof PySet ||
    object instanceof BoundNative ||
    object instanceof GenericAlias
  ) {
    return true;
  }
  const { type } = object;
  if (type.isBuiltin) return REFERABLE.has(type.name);
  return type.lookup("__weakref__") !== undefined || (type.hasDict && !(object instanceof PyTuple));
}

function make(vm: Machine, type: PyType, object: Value, callback: Value = NONE): Result {
  if (!isReferable(object))
    return raiseTypeError(vm, `cannot create weak reference to '${typeOf(object).name}' object`);
  const known = vm.record(REFERENCES, newReferences);
  const references = known.of.get(object) ?? new Set();
  if (callback === NONE && type === referenceType) {
    for (const reference of references) {
      if (reference.type === referenceType && reference.callback === NONE) return reference;
    }
  }
  const made = new WeakReference(type, object, callback);
  known.of.set(object, references.add(made));
  known.all.add(made);
  return made;
}

function equality(kind: CompareKind): (vm: Machine, self: WeakReference, other: Value) => Result {
  return (vm, self, other) => {
    if (!(other instanceof WeakReference)) return NOT_IMPLEMENTED;
    const a = self.get();
    const b = other.get();
    if (a !== undefined && b !== undefined) return compare(vm, kind, a, b);
    return isSame(self, other) === (kind === CompareKind.Equal);
  };
}

const HASH: Asking<{ readonly self: WeakReference; readonly object: PyObject }> = {
  ask: (vm, { object }) => hash(vm, object),
  take(_vm, { self }, answer) {
    self.hash = answer;
    return answer;
  },
};

function hashOf(vm: Machine, self: WeakReference): Result {
  if (self.hash !== null) return self.hash;
  const object = self.get();
  return object === undefined ? raiseTypeError(vm, "weak object has gone away") : asking(vm, HASH, { self, object });
}

const REPR: Asking<{ readonly self: WeakReference; readonly object: PyObject }> = {
  ask: (vm, { object }) =>
    object.type.lookup("__name__") === undefined ? NONE : getAttributeOr(vm, object, "__name__", NONE),
  take(vm, { self, object }, answer) {
    const name = asString(answer);
    const shown = name === undefined ? "" : ` (${name})`;
    return `<weakref at ${addressOf(vm, self)}; to '${object.type.name}' at ${addressOf(vm, object)}${shown}>`;
  },
};

function reprOf(vm: Machine, self: WeakReference): Result {
  const object = self.get();
  return object === undefined ? `<weakref at ${addressOf(vm, self)}; dead>` : asking(vm, REPR, { self, object });
}

export const referenceType: PyType = moduleType("weakref", "ReferenceType", { bases: [objectType] });
defineAtUse(referenceType, "A reference that does not keep its object.", () => ({
  __new__: newNamed(referenceType, "object, callback=None, /", make),
  __init__: method("object, callback=None, /", () => NONE),
  __call__: method("", (_vm, self: WeakReference) => self.get() ?? NONE),
  __repr__: method("", reprOf),
  __hash__: method("", hashOf),
  __eq__: method("value, /", equality(CompareKind.Equal)),
  __ne__: method("value, /", equality(CompareKind.NotEqual)),
  __callback__: member((_vm, self: WeakReference) => self.callback),
  __class_getitem__: classMethod("object, /", classGetItem),
}));
