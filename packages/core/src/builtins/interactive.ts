// Functions for people at a prompt: breakpoint, help, and what shows the value of an entry.
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { getAttributeOr } from "../protocol/attribute.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { raiseRuntimeError } from "../protocol/raise.ts";
import { sysAttribute } from "../protocol/sys-attribute.ts";
import { print } from "./print.ts";

export function breakpoint(vm: Machine, args: readonly Value[], keywords: Keywords): Result {
  const hook = sysAttribute(vm, "breakpointhook");
  if (hook === undefined) return raiseRuntimeError(vm, "lost sys.breakpointhook");
  return call(vm, hook, args, keywords);
}

const DOC: Asking<Value> = {
  name: "help",
  ask: (vm, object) => getAttributeOr(vm, object, "__doc__", NONE),
  take(vm, object, doc) {
    const name = object instanceof PyType ? `class ${object.name}` : `${typeOf(object).name} object`;
    return print(vm, [`Help on ${name}:\n`, doc === NONE ? "No documentation." : doc], "\n");
  },
};

/** The docstring, in a few words. */
export function help(vm: Machine, object?: Value): Result {
  if (object === undefined) return print(vm, ["Type help(object) for help about object."]);
  return asking(vm, DOC, object);
}

/** Shows the value of an entry at the prompt. */
export function display(vm: Machine, value: Value): Result {
  const hook = sysAttribute(vm, "displayhook");
  return hook === undefined ? raiseRuntimeError(vm, "lost sys.displayhook") : call(vm, hook, [value]);
}
