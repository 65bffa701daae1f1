// The context that is current: each fiber runs in one, by default in the base context of its VM.
import type { Machine } from "../../objects/machine.ts";
import { PyContext } from "./layout.ts";

/** The context that the running fiber is in. */
export function currentContext(vm: Machine): PyContext {
  const own = vm.fiber.context;
  if (own !== null) return own as PyContext;
  vm.context ??= new PyContext();
  return vm.context as PyContext;
}

/** A context with the values that another one has now. Takes the same time however many there are. */
export function contextLike(context: PyContext): PyContext {
  const copy = new PyContext();
  copy.map = context.map;
  copy.size = context.size;
  return copy;
}

/** A copy of the current context: what a fiber that is to run on its own gets as its `context`. */
export function copyContext(vm: Machine): PyContext {
  return contextLike(currentContext(vm));
}
