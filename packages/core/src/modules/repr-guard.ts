// The repr of an object that may contain itself: met again inside, it is not entered.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { PyObject, Value } from "../objects/value.ts";
import { printing } from "../protocol/container-repr.ts";
import { repr } from "../protocol/conversion.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { asString } from "../protocol/lookup.ts";
import type { ReprsThen } from "./repr-all.ts";

/** Values shown in one step. */
const STRIDE = 512;

interface GuardState {
  readonly self: PyObject;
  readonly values: readonly Value[];
  readonly texts: string[];
  readonly then: ReprsThen<unknown>;
  readonly extra: unknown;
}

/** Ask the repr of every value while `self` counts as being printed; ask `printing` before whether it is already. */
export function pushRepr<X>(
  vm: Machine,
  self: PyObject,
  values: readonly Value[],
  then: ReprsThen<X>,
  extra: X,
): undefined {
  printing(vm).add(self);
  const state: GuardState = { self, values, texts: [], then: then as ReprsThen<unknown>, extra };
  const pushed = pushNative(vm, guardOp, state);
  if (vm.error !== null) printing(vm).delete(self);
  return pushed;
}

const guardOp: NativeOp<GuardState> = {
  name: "repr",
  step(vm, { self, values, texts, then, extra }, input) {
    if (input !== undefined) texts.push(asString(input) as string);
    for (let left = STRIDE; left > 0; left--) {
      if (texts.length === values.length) {
        printing(vm).delete(self);
        // Only puts texts together: it pushes no frame.
        return then.run(vm, texts, extra);
      }
      const text = repr(vm, values[texts.length] as Value);
      if (text === undefined) return undefined;
      texts.push(asString(text) as string);
    }
    return more(vm);
  },
  drop(vm, { self }) {
    printing(vm).delete(self);
  },
};
