// `__slots__`: the members that a class adds to the layout of its instances.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NativeProperty, SlotMember } from "../objects/native.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/value.ts";
import { isIdentifier } from "../text/classify.ts";
import { instanceDictProperty } from "./instance-dict.ts";
import { asString } from "./lookup.ts";
import { raiseTypeError, raiseValueError } from "./raise.ts";

const DICT = "__dict__ slot disallowed: we already got one";
const WEAK = "__weakref__ slot disallowed: we already got one";

/** What a class without `__slots__` has: attributes of its own, and weak references to its instances. */
export function addInstanceDict(type: PyType): void {
  const isNew = !type.hasDict;
  type.hasDict = true;
  if (!isNew) return;
  setDefault(type, "__dict__", instanceDictProperty(type));
  if (!isVariableSize(type.layout) && !hasWeakReferences(type))
    setDefault(type, "__weakref__", weakReferenceProperty(type));
}

function setDefault(type: PyType, name: string, value: Value): void {
  if (!type.namespace.has(name)) type.namespace.set(name, value);
}

function hasWeakReferences(type: PyType): boolean {
  return type.mro.some((each) => each.namespace.has("__weakref__"));
}

function weakReferenceProperty(type: PyType): NativeProperty {
  return new NativeProperty("__weakref__", type, () => NONE, null, false);
}

/** Make the members that `__slots__` names; false after raising. `type.mro` need not be known yet. */
export function addSlots(vm: Machine, type: PyType, base: PyType, slots: readonly Value[]): boolean {
  const names: string[] = [];
  let wantsDict = false;
  let wantsWeak = false;
  const { layout } = base;
  if (slots.length > 0 && isVariableSize(layout)) {
    raiseTypeError(vm, `nonempty __slots__ not supported for subtype of '${base.name}'`);
    return false;
  }
  for (const slot of slots) {
    const name = asString(slot);
    if (name === undefined) {
      raiseTypeError(vm, `__slots__ items must be strings, not '${typeOf(slot).name}'`);
      return false;
    }
    if (!isIdentifier(name)) {
      raiseTypeError(vm, "__slots__ must be identifiers");
      return false;
    }
    if (name === "__dict__") {
      if (base.hasDict || wantsDict) {
        raiseTypeError(vm, DICT);
        return false;
      }
      wantsDict = true;
    } else if (name === "__weakref__") {
      if (wantsWeak || hasWeakReferences(base)) {
        raiseTypeError(vm, WEAK);
        return false;
      }
      wantsWeak = true;
    } else {
      const mangled = mangle(type.name, name);
      if (type.namespace.has(mangled) && mangled !== "__qualname__" && mangled !== "__classcell__") {
        raiseValueError(vm, `'${mangled}' in __slots__ conflicts with class variable`);
        return false;
      }
      if (!names.includes(mangled)) names.push(mangled);
    }
  }
  names.sort();
  for (const name of names) type.namespace.set(name, new SlotMember(name, type, type.memberCount++));
  if (names.length > 0) type.solid = type;
  if (wantsDict) {
    type.hasDict = true;
    setDefault(type, "__dict__", instanceDictProperty(type));
  }
  if (wantsWeak) setDefault(type, "__weakref__", weakReferenceProperty(type));
  return true;
}

/** The types whose instances carry their items in the object itself, as in CPython. */
function isVariableSize(layout: PyType): boolean {
  return ["int", "bytes", "tuple", "type"].includes(layout.name);
}

function mangle(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}

/** The names of the members a class added itself, in their order. */
export function ownMembers(type: PyType): string[] {
  const names: string[] = [];
  for (const [name, value] of type.namespace) if (value instanceof SlotMember && value.owner === type) names.push(name);
  return names;
}
