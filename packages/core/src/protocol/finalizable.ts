// Objects whose class has a `__del__`: the VM keeps a list of them, so that a census finds those that nothing reaches.
import type { Machine } from "../objects/machine.ts";
import { PyObject, type Value } from "../objects/value.ts";

/** An object was made, or was given another class: it is to be finalized when its class asks for it, once in its life. */
export function noteFinalizable(vm: Machine, object: Value): void {
  if (!(object instanceof PyObject) || object.type.isBuiltin) return;
  if (object.type.lookup("__del__") !== undefined && !vm.finalized.has(object)) vm.finalizable.add(object);
}
