// The attribute `__dict__` of instances: what reading and setting it do.
import { isAttributed } from "../objects/attributed.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, typeOf } from "../objects/make.ts";
import { NativeProperty } from "../objects/native.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { classNamespace } from "./class-namespace.ts";
import { dictOf, instanceDict } from "./instance-attribute.ts";
import { raiseAttributeError, raiseTypeError } from "./raise.ts";

/** The `__dict__` that the namespace of `owner` holds, where instances get one. */
export function instanceDictProperty(owner: PyType): NativeProperty {
  return new NativeProperty("__dict__", owner, getInstanceDict, setInstanceDict, false);
}

export function getInstanceDict(vm: Machine, self: Value): Result {
  // A metaclass may have the property from a base before `type`.
  if (self instanceof PyType) return classNamespace(self);
  return (
    dictOf(self) ??
    raiseAttributeError(vm, `'${typeOf(self).name}' object has no attribute '__dict__'`, self, "__dict__")
  );
}

/** Sets `__dict__`, or empties it when there is no value. */
export function setInstanceDict(vm: Machine, self: Value, value: Value | undefined): Result {
  if (value === undefined && typeOf(self).layout.hasDict) return raiseTypeError(vm, "cannot delete __dict__");
  const dict = value ?? newDict();
  if (!(dict instanceof PyDict)) {
    return raiseTypeError(vm, `__dict__ must be set to a dictionary, not a '${typeOf(dict).name}'`);
  }
  if (self instanceof PyInstance && self.type.hasDict) {
    instanceDict(self);
    self.dict = dict;
    return NONE;
  }
  if (isAttributed(self) && self.type.hasDict) {
    self.attrs = dict;
    return NONE;
  }
  return raiseAttributeError(vm, `'${typeOf(self).name}' object has no attribute '__dict__'`, self, "__dict__");
}
