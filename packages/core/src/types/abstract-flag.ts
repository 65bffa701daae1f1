// `__isabstractmethod__` of descriptors: that of the functions inside.
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { AGAIN, type Asking } from "../protocol/asking.ts";
import { getAttributeOr } from "../protocol/attribute.ts";

/** Asks one function after another, until one says yes. */
export const ABSTRACT: Asking<{ readonly accessors: readonly Value[]; next: number }> = {
  name: "__isabstractmethod__",
  ask: (vm, state) => getAttributeOr(vm, state.accessors[state.next] as Value, "__isabstractmethod__", false),
  take(_vm, state, answer) {
    if (answer !== false && answer !== NONE && answer !== 0) return true;
    return ++state.next < state.accessors.length ? AGAIN : false;
  },
};
