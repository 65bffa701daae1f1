// Calling a method by its name, as `target.name(*args)`, where an attribute may be Python's to give.
import type { Machine } from "../objects/machine.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "./asking.ts";
import { getAttribute } from "./attribute.ts";
import { call } from "./call.ts";

interface Named {
  readonly target: Value;
  readonly name: string;
  readonly args: readonly Value[];
  method: Value | null;
}

const NAMED: Asking<Named> = {
  ask: (vm, { target, name, args, method }) =>
    method === null ? getAttribute(vm, target, name) : call(vm, method, args),
  take(_vm, state, answer) {
    if (state.method !== null) return NONE;
    state.method = answer;
    return AGAIN;
  },
};

/** Answers None, whatever the method answers. */
export function callNamed(vm: Machine, target: Value, name: string, ...args: readonly Value[]): Result {
  return asking(vm, NAMED, { target, name, args, method: null });
}
