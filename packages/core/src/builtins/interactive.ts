// Functions for people at a prompt: breakpoint, help, and what shows the value of an entry.
import type { Machine } from "../objects/machine.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { callInModule } from "../protocol/call-module.ts";
import { raiseRuntimeError } from "../protocol/raise.ts";
import { sysAttribute } from "../protocol/sys-attribute.ts";
import { print } from "./print.ts";

export function breakpoint(vm: Machine, args: readonly Value[], keywords: Keywords): Result {
  const hook = sysAttribute(vm, "breakpointhook");
  if (hook === undefined) return raiseRuntimeError(vm, "lost sys.breakpointhook");
  return call(vm, hook, args, keywords);
}

/** What a person wants to know of an object, printed. */
export function help(vm: Machine, object?: Value): Result {
  if (object === undefined) return print(vm, ["Type help(object) for help about object."]);
  return callInModule(vm, "_help_text", "help", [object]);
}

/** Shows the value of an entry at the prompt. */
export function display(vm: Machine, value: Value): Result {
  const hook = sysAttribute(vm, "displayhook");
  return hook === undefined ? raiseRuntimeError(vm, "lost sys.displayhook") : call(vm, hook, [value]);
}
