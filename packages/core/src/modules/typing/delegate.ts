// Calling the functions of the prelude's module typing.
import type { Machine } from "../../objects/machine.ts";
import type { Value } from "../../objects/value.ts";
import type { Keywords } from "../../protocol/call.ts";
import { callInModule, moduleAttribute } from "../../protocol/call-module.ts";

/** `typing.name(*args, **keywords)`. */
export function callTyping(vm: Machine, name: string, args: readonly Value[], keywords: Keywords = null): undefined {
  return callInModule(vm, "typing", name, args, keywords);
}

/** `typing.name`. */
export function typingAttribute(vm: Machine, name: string): undefined {
  return moduleAttribute(vm, "typing", name);
}
