// `__isabstractmethod__` of descriptors: that of the functions inside.
import type { Value } from "../objects/value.ts";
import { AGAIN, type Asking } from "../protocol/asking.ts";
import { getAttributeOr } from "../protocol/attribute.ts";
import { truth } from "../protocol/truth.ts";

/** Asks one function after another, until one says yes. */
export const ABSTRACT: Asking<{ readonly accessors: readonly Value[]; next: number; flag?: Value | undefined }> = {
  ask: (vm, { accessors, next, flag }) =>
    flag === undefined ? getAttributeOr(vm, accessors[next] as Value, "__isabstractmethod__", false) : truth(vm, flag),
  take(_vm, state, answer) {
    if (state.flag === undefined) {
      state.flag = answer;
      return AGAIN;
    }
    state.flag = undefined;
    return answer === true || ++state.next === state.accessors.length ? answer : AGAIN;
  },
};
