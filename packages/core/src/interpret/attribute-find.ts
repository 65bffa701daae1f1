// Finding where an attribute comes from, for inline caches.
import { genericAliasType, objectType, typeType } from "../objects/builtin-types.ts";
import { type Attributed, isAttributed } from "../objects/attributed.ts";
import { PyClassMethod, PyProperty, PyStaticMethod, PySuper } from "../objects/descriptors.ts";
import { PyFunction } from "../objects/function.ts";
import { PyInstance } from "../objects/instance.ts";
import { Cache } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import { NativeFunction, NativeProperty, SlotMember, TupleField } from "../objects/native.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { entryOfText } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { isDataDescriptor } from "../protocol/descriptor.ts";
import { Hit } from "./attribute-hit.ts";

/** Where `object.name` comes from, when that can be cached. */
export function findCache(vm: Machine, object: Value, name: string): Cache | undefined {
  if (object instanceof PyInstance) return findInInstance(object, name);
  if (object instanceof PyModule) return object.type.isBuiltin ? findInModule(vm, object, name) : undefined;
  if (object instanceof PyType) return findInType(object, name);
  const type = typeOf(object);
  if (isAttributed(object) && !type.isBuiltin) return findInHeir(object, name);
  // A super object and an alias have what they look for elsewhere.
  if (!type.isBuiltin || object instanceof PySuper || type === genericAliasType) return undefined;
  const found = type.lookup(name);
  const isMethod =
    found instanceof NativeFunction && found.owner !== null && found.type.name !== "classmethod_descriptor";
  // Functions and exceptions may hold an attribute of the same name themselves.
  if (type.hasDict || !(isMethod || found instanceof NativeProperty)) return undefined;
  return new Cache(isMethod ? Hit.Native : Hit.Computed, type, type.version, type, 0, found);
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
    const hit = computedHit(attribute, type);
    if (hit !== undefined) return make(hit, 0, attribute instanceof PyProperty ? attribute.get : attribute);
    if (isDataDescriptor(attribute)) return undefined;
  }
  if (object.dict !== null) return undefined;
  const slot = object.shape.slotOf(name);
  if (slot >= 0) return make(Hit.Slot, slot, undefined);
  return attribute === undefined ? undefined : findInClass(attribute, object.shape, type);
}

/** How instances compute what a property stands for; undefined where it is none, or may be left to `__getattr__`. */
function computedHit(attribute: Value, type: PyType): Hit | undefined {
  // With `__getattr__`, an AttributeError of the getter has a meaning that the cache cannot keep.
  if (type.lookup("__getattr__") !== undefined) return undefined;
  if (attribute instanceof PyProperty && attribute.type.isBuiltin && attribute.get !== NONE) return Hit.Property;
  return attribute instanceof NativeProperty && type.isSubtype(attribute.owner) ? Hit.Computed : undefined;
}

/** An attribute of a class, no data descriptor, for operands that have none of that name themselves. */
function findInClass(attribute: Value, key: unknown, type: PyType): Cache | undefined {
  const make = (kind: Hit, value: Value): Cache => new Cache(kind, key, type.version, type, 0, value);
  if (attribute instanceof PyFunction) return make(Hit.Method, attribute);
  if (attribute instanceof NativeFunction) {
    return attribute.owner !== null && attribute.type.name === "method_descriptor"
      ? make(Hit.Method, attribute)
      : undefined;
  }
  if (attribute instanceof PyStaticMethod) return make(Hit.Constant, attribute.func);
  const method = classMethodOf(attribute);
  if (method !== undefined) return make(Hit.ClassMethod, method);
  if (typeof attribute === "object" && attribute.type.lookup("__get__") !== undefined) return undefined;
  return make(Hit.Constant, attribute);
}

/** An object of a class written in Python that has a built-in layout. */
function findInHeir(object: Attributed, name: string): Cache | undefined {
  const { type } = object;
  const access = type.lookup("__getattribute__");
  const attribute = type.lookup(name);
  if (attribute === undefined || !(access instanceof NativeFunction) || access.owner !== objectType) return undefined;
  if (attribute instanceof TupleField && object instanceof PyTuple) {
    return new Cache(Hit.Field, type, type.version, type, attribute.index, undefined);
  }
  const hit = computedHit(attribute, type);
  if (hit !== undefined) {
    const value = attribute instanceof PyProperty ? attribute.get : attribute;
    return new Cache(hit, type, type.version, type, 0, value);
  }
  if (isDataDescriptor(attribute) || hides(object, name)) return undefined;
  return findInClass(attribute, type, type);
}

/** Whether an object of a built-in layout has an attribute of its own of that name. */
export function hides({ attrs }: Attributed, name: string): boolean {
  return attrs !== null && entryOfText(attrs, name) >= 0;
}

/** Without a `__dict__` the members of an instance are its slots. */
export function memberHit({ members, slots }: PyInstance): Hit {
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
