// The attributes an object holds itself: shape slots, dictionaries, module namespaces.
import { isAttributed } from "../objects/attributed.ts";
import { PyInstance } from "../objects/instance.ts";
import { newDict } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import { SHAPE_LIMIT } from "../objects/shape.ts";
import type { Machine } from "../objects/machine.ts";
import { LONG_TEXT, type PyDict } from "../objects/table.ts";
import type { Value } from "../objects/value.ts";
import { dictGetString, dictSetString } from "./table.ts";
import { dictDeleteString } from "./table-removal.ts";

/** The object's own attribute, undefined when it has none of that name. */
export function ownAttribute(object: Value, name: string): Value | undefined {
  if (object instanceof PyInstance) {
    if (object.dict !== null) return dictGetString(object.dict, name);
    const slot = object.shape.slotOf(name);
    return slot < 0 ? undefined : object.slots[slot];
  }
  if (isAttributed(object)) return object.attrs === null ? undefined : dictGetString(object.attrs, name);
  if (object instanceof PyModule) return dictGetString(object.dict, name);
  return undefined;
}

/** Set the object's own attribute; false when it cannot hold any. */
export function setOwnAttribute(object: Value, name: string, value: Value): boolean {
  if (object instanceof PyInstance) {
    if (!object.type.hasDict) return false;
    if (object.dict === null) {
      const slot = object.shape.slotOf(name);
      if (slot >= 0) {
        object.slots[slot] = value;
        return true;
      }
      const used = object.shape.names.length;
      if (used < SHAPE_LIMIT && name.length <= LONG_TEXT) {
        object.shape = object.shape.with(name);
        object.slots[used] = value;
        return true;
      }
    }
    dictSetString(instanceDict(object), name, value);
    return true;
  }
  if (isAttributed(object)) {
    if (!object.type.hasDict) return false;
    if (object.attrs === null) object.attrs = newDict();
    dictSetString(object.attrs, name, value);
    return true;
  }
  if (object instanceof PyModule) {
    dictSetString(object.dict, name, value);
    return true;
  }
  return false;
}

/** Delete the object's own attribute; false when it has none of that name. */
export function deleteOwnAttribute(vm: Machine, object: Value, name: string): boolean {
  if (object instanceof PyInstance) {
    if (object.dict === null && object.shape.slotOf(name) < 0) return false;
    return dictDeleteString(vm, instanceDict(object), name);
  }
  if (isAttributed(object)) return object.attrs !== null && dictDeleteString(vm, object.attrs, name);
  if (object instanceof PyModule) return dictDeleteString(vm, object.dict, name);
  return false;
}

/**
 * The `__dict__` of an instance, which from then on holds its attributes: inline caches of slots no longer match, because
 * the instance takes the shape that says "in a dict" by having no names.
 */
export function instanceDict(object: PyInstance): PyDict {
  if (object.dict !== null) return object.dict;
  const dict = newDict();
  const names = object.shape.names;
  for (let i = 0; i < names.length; i++) dictSetString(dict, names[i] as string, object.slots[i] as Value);
  object.dict = dict;
  object.slots = [];
  object.shape = object.type.dictShape();
  return dict;
}

/** The `__dict__` of any object that has one, else null. */
export function dictOf(object: Value): PyDict | null {
  if (object instanceof PyInstance) return object.type.hasDict ? instanceDict(object) : null;
  if (object instanceof PyModule) return object.dict;
  if (isAttributed(object) && object.type.hasDict) {
    if (object.attrs === null) object.attrs = newDict();
    return object.attrs;
  }
  return null;
}
