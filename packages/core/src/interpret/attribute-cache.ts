// Inline caches of attribute instructions: filling them, and the hits that the loop does not handle itself.
import { genericAliasType, typeType } from "../objects/builtin-types.ts";
import { PyClassMethod, PyProperty, PyStaticMethod, PySuper } from "../objects/descriptors.ts";
import { PyFunction, PyMethod } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import { Cache } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import { BoundNative, NativeFunction, NativeProperty, SlotMember } from "../objects/native.ts";
import { NONE } from "../objects/singletons.ts";
import { SHAPE_LIMIT } from "../objects/shape.ts";
import { entryOfText } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute, setAttribute } from "../protocol/attribute.ts";
import { call, callPlain } from "../protocol/call.ts";
import { isDataDescriptor } from "../protocol/descriptor.ts";

/** What a cache of an attribute instruction found. `key` is the shape, type or object that the operand must be. */
export enum Hit {
  /** In slot `index` of instances of shape `key`: an attribute, or a member where it may be empty. */
  Slot,
  /** A plain class attribute `value` of instances of shape `key`. */
  Constant,
  /** A function of the class, for instances of shape `key`: to be bound. */
  Method,
  /** `__slots__` member `index` of instances that have a `__dict__` too. */
  Member,
  /** A class method's function `value`: for instances of shape `key`, or for the class `key` itself. */
  ClassMethod,
  /** A property with the getter `value`. */
  Property,
  /** Entry `index` of the module `key`, while its dict has the layout `version`. */
  Module,
  /** Attribute `value` of the class `key` itself. */
  TypeAttribute,
  /** A native method `value` of the built-in type `key`. */
  Native,
  /** A computed attribute `value` of a type written in TypeScript: `key` is the shape of instances, or a built-in type. */
  Computed,
  /** A store that adds an attribute: from shape `key` to `shape`. */
  Add,
}

/** `object.name` of an instruction whose cache missed: the attribute, and a cache where the place is cacheable. */
export function loadAttribute(
  vm: Machine,
  caches: (Cache | undefined)[],
  at: number,
  object: Value,
  name: string,
): Result {
  const cache = caches[at];
  if (cache !== undefined) {
    const hit = readCache(vm, cache, object);
    if (hit !== MISS) return hit;
  }
  const found = findCache(vm, object, name);
  caches[at] = found;
  if (found !== undefined) {
    const hit = readCache(vm, found, object);
    if (hit !== MISS) return hit;
  }
  return getAttribute(vm, object, name);
}

/** A cache did not hold. */
const MISS: unique symbol = Symbol("miss");

function readCache(vm: Machine, cache: Cache, object: Value): Result | typeof MISS {
  if (object instanceof PyInstance) {
    if (object.shape !== cache.key || (cache.type as PyType).version !== cache.version) return MISS;
    switch (cache.kind) {
      case Hit.Slot:
        return object.slots[cache.index] ?? MISS;
      case Hit.Constant:
        return cache.value;
      case Hit.Member:
        return object.members?.[cache.index] ?? MISS;
      case Hit.Property:
        return cache.value instanceof PyFunction
          ? callPlain(vm, cache.value, object, undefined)
          : call(vm, cache.value as Value, [object]);
      case Hit.Computed:
        return (cache.value as NativeProperty).get(vm, object);
      case Hit.Method:
        return bound(cache.value as PyFunction | NativeFunction, object);
      case Hit.ClassMethod:
        return new PyMethod(cache.value as PyFunction, cache.type as PyType);
      default:
        return MISS;
    }
  }
  if (object !== cache.key) {
    if (cache.kind === Hit.Native) {
      return typeOf(object) === cache.key ? bound(cache.value as NativeFunction, object) : MISS;
    }
    return cache.kind === Hit.Computed && typeof object === "object" && object.type === cache.key
      ? (cache.value as NativeProperty).get(vm, object)
      : MISS;
  }
  if (object instanceof PyModule) {
    return cache.kind === Hit.Module && object.dict.layout === cache.version
      ? (object.dict.values[cache.index] ?? MISS)
      : MISS;
  }
  if (object instanceof PyType && object.version === cache.version && object.type.version === cache.index) {
    if (cache.kind === Hit.TypeAttribute) return cache.value as Value;
    if (cache.kind === Hit.ClassMethod) return new PyMethod(cache.value as PyFunction, object);
  }
  return MISS;
}

function bound(func: PyFunction | NativeFunction, self: Value): Value {
  return func instanceof PyFunction ? new PyMethod(func, self) : new BoundNative(func, self);
}

/** Where `object.name` comes from, when that can be cached. */
function findCache(vm: Machine, object: Value, name: string): Cache | undefined {
  if (object instanceof PyInstance) return findInInstance(object, name);
  if (object instanceof PyModule) return object.type.isBuiltin ? findInModule(vm, object, name) : undefined;
  if (object instanceof PyType) return findInType(object, name);
  const type = typeOf(object);
  // A super object and an alias have what they look for elsewhere.
  if (!type.isBuiltin || object instanceof PySuper || type === genericAliasType) return undefined;
  const found = type.lookup(name);
  const isMethod =
    found instanceof NativeFunction && found.owner !== null && found.type.name !== "classmethod_descriptor";
  // Functions and exceptions may hold an attribute of the same name themselves.
  if (type.hasDict || !(isMethod || found instanceof NativeProperty)) return undefined;
  return new Cache(isMethod ? Hit.Native : Hit.Computed, type, 0, type, 0, found);
}

function findInInstance(object: PyInstance, name: string): Cache | undefined {
  const type = object.type;
  const access = type.lookup("__getattribute__");
  if (access !== undefined && !(access instanceof NativeFunction)) return undefined;
  const attribute = type.lookup(name);
  const make = (kind: Hit, index: number, value: Value | undefined): Cache =>
    new Cache(kind, object.shape, type.version, type, index, value);
  if (attribute !== undefined) {
    if (attribute instanceof SlotMember) return make(memberHit(object), attribute.index, undefined);
    if (attribute instanceof PyProperty) {
      // With `__getattr__`, an AttributeError of the getter has a meaning that the cache cannot keep.
      const isPlain = attribute.type.isBuiltin && attribute.get !== NONE && type.lookup("__getattr__") === undefined;
      return isPlain ? make(Hit.Property, 0, attribute.get) : undefined;
    }
    if (attribute instanceof NativeProperty && type.isSubtype(attribute.owner)) {
      return type.lookup("__getattr__") === undefined ? make(Hit.Computed, 0, attribute) : undefined;
    }
    if (isDataDescriptor(attribute)) return undefined;
  }
  if (object.dict !== null) return undefined;
  const slot = object.shape.slotOf(name);
  if (slot >= 0) return make(Hit.Slot, slot, undefined);
  if (attribute === undefined) return undefined;
  if (attribute instanceof PyFunction) return make(Hit.Method, 0, attribute);
  if (attribute instanceof NativeFunction) {
    return attribute.owner !== null && attribute.type.name === "method_descriptor"
      ? make(Hit.Method, 0, attribute)
      : undefined;
  }
  if (attribute instanceof PyStaticMethod) return make(Hit.Constant, 0, attribute.func);
  const method = classMethodOf(attribute);
  if (method !== undefined) return make(Hit.ClassMethod, 0, method);
  if (typeof attribute === "object" && attribute.type.lookup("__get__") !== undefined) return undefined;
  return make(Hit.Constant, 0, attribute);
}

/** Without a `__dict__` the members of an instance are its slots. */
function memberHit({ members, slots }: PyInstance): Hit {
  return members === slots ? Hit.Slot : Hit.Member;
}

function classMethodOf(attribute: Value): PyFunction | undefined {
  const isOne = attribute instanceof PyClassMethod && attribute.type.isBuiltin && attribute.func instanceof PyFunction;
  return isOne ? (attribute.func as PyFunction) : undefined;
}

function findInModule(vm: Machine, module: PyModule, name: string): Cache | undefined {
  const at = entryOfText(module.dict, name);
  if (at < 0) return undefined;
  if (module.dict.layout === 0) module.dict.layout = vm.newLayout();
  return new Cache(Hit.Module, module, module.dict.layout, null, at, undefined);
}

function findInType(object: PyType, name: string): Cache | undefined {
  const metatype = object.type;
  const access = metatype.lookup("__getattribute__");
  if (metatype !== typeType && access !== undefined && !(access instanceof NativeFunction)) return undefined;
  if (metatype.lookup(name) !== undefined) return undefined;
  const attribute = object.lookup(name);
  if (attribute === undefined) return undefined;
  let value: Value = attribute;
  let hit = Hit.TypeAttribute;
  if (attribute instanceof PyStaticMethod) value = attribute.func;
  else if (attribute instanceof PyClassMethod) {
    const method = classMethodOf(attribute);
    if (method === undefined) return undefined;
    value = method;
    hit = Hit.ClassMethod;
  } else if (attribute instanceof NativeFunction) {
    if (attribute.type.name === "classmethod_descriptor") return undefined;
  } else if (!(attribute instanceof PyFunction) && typeof attribute === "object") {
    if (attribute.type.lookup("__get__") !== undefined) return undefined;
  }
  return new Cache(hit, object, object.version, object, metatype.version, value);
}

/**
 * LoadMethod of an instruction whose cache missed: answers the function with `registers[self]` set to the object, or the
 * attribute itself with that register unbound.
 */
export function loadMethod(
  vm: Machine,
  caches: (Cache | undefined)[],
  at: number,
  object: Value,
  name: string,
  registers: (Value | undefined)[],
  self: number,
): Result {
  let cache = caches[at];
  if (cache === undefined || !isMethodHit(cache, object)) {
    const attribute = cache === undefined ? MISS : readCache(vm, cache, object);
    if (attribute !== MISS) {
      registers[self] = undefined;
      return attribute;
    }
    cache = findCache(vm, object, name);
    caches[at] = cache;
  }
  if (cache !== undefined && isMethodHit(cache, object)) {
    registers[self] = cache.kind === Hit.ClassMethod ? (cache.type as PyType) : object;
    return cache.value;
  }
  registers[self] = undefined;
  return getAttribute(vm, object, name);
}

function isMethodHit(cache: Cache, object: Value): boolean {
  if (cache.kind === Hit.Native) return typeOf(object) === cache.key;
  if (cache.kind === Hit.ClassMethod && object === cache.key) {
    return (object as PyType).version === cache.version && (object as PyType).type.version === cache.index;
  }
  return (
    (cache.kind === Hit.Method || cache.kind === Hit.ClassMethod) &&
    object instanceof PyInstance &&
    object.shape === cache.key &&
    (cache.type as PyType).version === cache.version
  );
}

/** `object.name = value` of an instruction whose cache missed. */
export function storeAttribute(
  vm: Machine,
  caches: (Cache | undefined)[],
  at: number,
  object: Value,
  name: string,
  value: Value,
): Result {
  if (object instanceof PyInstance) {
    const { type, shape } = object;
    const cache = caches[at];
    if (cache?.kind === Hit.Computed && cache.key === shape && cache.version === type.version) {
      return (cache.value as NativeProperty).set?.(vm, object, value);
    }
    if (cache?.kind === Hit.Member && cache.key === shape && cache.version === type.version) {
      (object.members as Value[])[cache.index] = value;
      return NONE;
    }
    const method = type.lookup("__setattr__");
    const attribute = type.lookup(name);
    const isPlain =
      (method === undefined || method instanceof NativeFunction) &&
      object.dict === null &&
      type.hasDict &&
      (attribute === undefined || !isDataDescriptor(attribute));
    if (isPlain) {
      const slot = shape.slotOf(name);
      if (slot >= 0) caches[at] = new Cache(Hit.Slot, shape, type.version, type, slot, undefined);
      else if (shape.names.length < SHAPE_LIMIT) {
        const cache = new Cache(Hit.Add, shape, type.version, type, shape.names.length, undefined);
        cache.shape = shape.with(name);
        caches[at] = cache;
      }
    } else if (attribute instanceof SlotMember && (method === undefined || method instanceof NativeFunction)) {
      caches[at] = new Cache(memberHit(object), shape, type.version, type, attribute.index, undefined);
    } else if (attribute instanceof NativeProperty && method instanceof NativeFunction && attribute.set !== null) {
      if (type.isSubtype(attribute.owner)) {
        caches[at] = new Cache(Hit.Computed, shape, type.version, type, 0, attribute);
      }
    }
  }
  return setAttribute(vm, object, name, value);
}
