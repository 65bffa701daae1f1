// Inline caches of attribute instructions: filling them, and the hits that the loop does not handle itself.
import type { Attributed } from "../objects/attributed.ts";
import { PyProperty } from "../objects/descriptors.ts";
import { PyFunction, PyMethod } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import { Cache } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import { BoundNative, NativeFunction, NativeProperty, SlotMember } from "../objects/native.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { SHAPE_LIMIT } from "../objects/shape.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute, setAttribute } from "../protocol/attribute.ts";
import { call, callPlain } from "../protocol/call.ts";
import { isDataDescriptor } from "../protocol/descriptor.ts";
import { findCache, hides, memberHit } from "./attribute-find.ts";
import { Hit } from "./attribute-hit.ts";

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
    const hit = readCache(vm, cache, object, name);
    if (hit !== MISS) return hit;
  }
  const found = findCache(vm, object, name);
  caches[at] = found;
  if (found !== undefined) {
    const hit = readCache(vm, found, object, name);
    if (hit !== MISS) return hit;
  }
  return getAttribute(vm, object, name);
}

/** A cache did not hold. */
const MISS: unique symbol = Symbol("miss");

function readCache(vm: Machine, cache: Cache, object: Value, name: string): Result | typeof MISS {
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
        return callGetter(vm, cache.value as Value, object);
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
    const type = typeOf(object);
    return type === cache.key && type.version === cache.version ? readOfType(vm, cache, object, name) : MISS;
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

/** A hit of the type of the operand. */
function readOfType(vm: Machine, cache: Cache, object: Value, name: string): Result | typeof MISS {
  switch (cache.kind) {
    case Hit.Native:
      return bound(cache.value as NativeFunction, object);
    case Hit.Computed:
      return (cache.value as NativeProperty).get(vm, object);
    case Hit.Property:
      return callGetter(vm, cache.value as Value, object);
    case Hit.Field:
      return (object as PyTuple).items[cache.index] ?? MISS;
  }
  if (hides(object as Attributed, name)) return MISS;
  switch (cache.kind) {
    case Hit.Constant:
      return cache.value;
    case Hit.Method:
      return bound(cache.value as PyFunction | NativeFunction, object);
    case Hit.ClassMethod:
      return new PyMethod(cache.value as PyFunction, cache.type as PyType);
    default:
      return MISS;
  }
}

function callGetter(vm: Machine, getter: Value, object: Value): Result {
  return getter instanceof PyFunction ? callPlain(vm, getter, object, undefined) : call(vm, getter, [object]);
}

function bound(func: PyFunction | NativeFunction, self: Value): Value {
  return func instanceof PyFunction ? new PyMethod(func, self) : new BoundNative(func, self);
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
  if (cache === undefined || !isMethodHit(cache, object, name)) {
    const attribute = cache === undefined ? MISS : readCache(vm, cache, object, name);
    if (attribute !== MISS) {
      registers[self] = undefined;
      return attribute;
    }
    cache = findCache(vm, object, name);
    caches[at] = cache;
  }
  if (cache !== undefined && isMethodHit(cache, object, name)) {
    registers[self] = cache.kind === Hit.ClassMethod ? (cache.type as PyType) : object;
    return cache.value;
  }
  registers[self] = undefined;
  return getAttribute(vm, object, name);
}

function isMethodHit(cache: Cache, object: Value, name: string): boolean {
  if (cache.kind === Hit.Native) return typeOf(object) === cache.key;
  if (cache.kind === Hit.ClassMethod && object === cache.key) {
    return (object as PyType).version === cache.version && (object as PyType).type.version === cache.index;
  }
  if (cache.kind !== Hit.Method && cache.kind !== Hit.ClassMethod) return false;
  if ((cache.type as PyType).version !== cache.version) return false;
  if (object instanceof PyInstance) return object.shape === cache.key;
  return typeOf(object) === cache.key && !hides(object as Attributed, name);
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
    if (cache !== undefined && cache.key === shape && cache.version === type.version) {
      switch (cache.kind) {
        case Hit.Property:
          return callPlain(vm, cache.value as PyFunction, object, value);
        case Hit.Computed:
          return (cache.value as NativeProperty).set?.(vm, object, value);
        case Hit.Member:
          (object.members as Value[])[cache.index] = value;
          return NONE;
      }
    }
    const method = type.lookup("__setattr__");
    const attribute = type.lookup(name);
    // Another native method may have been given that name.
    const isDefault = method === undefined || (method instanceof NativeFunction && method.name === "__setattr__");
    const isPlain =
      isDefault && object.dict === null && type.hasDict && (attribute === undefined || !isDataDescriptor(attribute));
    if (isPlain) {
      const slot = shape.slotOf(name);
      if (slot >= 0) caches[at] = new Cache(Hit.Slot, shape, type.version, type, slot, undefined);
      else if (shape.names.length < SHAPE_LIMIT) {
        const cache = new Cache(Hit.Add, shape, type.version, type, shape.names.length, undefined);
        cache.shape = shape.with(name);
        caches[at] = cache;
      }
    } else if (!isDefault) {
      return setAttribute(vm, object, name, value);
    } else if (attribute instanceof SlotMember) {
      caches[at] = new Cache(memberHit(object), shape, type.version, type, attribute.index, undefined);
    } else if (attribute instanceof PyProperty && attribute.type.isBuiltin) {
      if (attribute.set instanceof PyFunction) {
        caches[at] = new Cache(Hit.Property, shape, type.version, type, 0, attribute.set);
      }
    } else if (attribute instanceof NativeProperty && attribute.set !== null) {
      if (type.isSubtype(attribute.owner)) {
        caches[at] = new Cache(Hit.Computed, shape, type.version, type, 0, attribute);
      }
    }
  }
  return setAttribute(vm, object, name, value);
}
