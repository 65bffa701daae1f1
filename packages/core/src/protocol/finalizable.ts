// Objects whose class has a `__del__`: the VM keeps a list of them, so that a census finds those that nothing reaches.
import type { Machine } from "../objects/machine.ts";
import { NativeFunction } from "../objects/native.ts";
import type { Value } from "../objects/value.ts";

/**
 * An object was made, or was given another class: it is to be finalized when its class asks for it, once in its life. A
 * native `__del__` does not: natives note the few objects themselves that have something to tell.
 */
export function noteFinalizable(vm: Machine, object: Value): void {
  if (typeof object !== "object" || object.type.isBuiltin) return;
  const method = object.type.lookup("__del__");
  if (method === undefined || method instanceof NativeFunction || vm.finalized.has(object)) return;
  vm.finalizable.add(object);
}
