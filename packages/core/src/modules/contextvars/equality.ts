// Whether two contexts have the same variables with equal values.
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { equals } from "../../protocol/compare.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { PyContext } from "./layout.ts";
import { beginWalk, type MapWalk, nextEntry, valueIn, type VariableMap } from "./variable-map.ts";

/** Variables compared in one step. */
const STRIDE = 256;

interface EqualState {
  /** What is left of the one context. */
  readonly walk: MapWalk;
  readonly other: VariableMap;
  /** What to answer when they are equal. */
  readonly ifEqual: boolean;
}

const equalOp: NativeOp<EqualState> = {
  name: "comparison of contexts",
  step(vm, { walk, other, ifEqual }, input) {
    if (input === false) return !ifEqual;
    for (let left = STRIDE; left > 0; left--) {
      const entry = nextEntry(walk);
      if (entry === undefined) return ifEqual;
      const value = valueIn(other, entry.variable);
      if (value === undefined) return !ifEqual;
      if (value === entry.value) continue;
      const answer = equals(vm, entry.value, value);
      if (answer === undefined) return undefined;
      if (answer === false) return !ifEqual;
    }
    return more(vm);
  },
};

/** The body of `__eq__`, or of `__ne__`. */
export function contextEquality(ifEqual: boolean): (vm: Machine, self: PyContext, other: Value) => Result {
  return (vm, self, other) => {
    if (!(other instanceof PyContext)) return NOT_IMPLEMENTED;
    if (self.map === other.map) return ifEqual;
    if (self.size !== other.size) return !ifEqual;
    return pushNative(vm, equalOp, { walk: beginWalk(self.map), other: other.map, ifEqual });
  };
}
