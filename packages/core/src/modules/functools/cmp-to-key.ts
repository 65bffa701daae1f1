// functools.cmp_to_key: sort keys that compare by a function of two.
import type { Machine } from "../../objects/machine.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import { PyObject, type Result, type Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { call } from "../../protocol/call.ts";
import { CompareKind, compare } from "../../protocol/compare.ts";
import { raiseAttributeError, raiseTypeError } from "../../protocol/raise.ts";
import { defineType, member, method } from "../../types/define.ts";
import { moduleType, namedMethod } from "../module-type.ts";

/** A key, or (without an object) the function that makes keys. */
class KeyWrapper extends PyObject {
  readonly order: Value;
  object: Value | undefined;

  constructor(order: Value, object: Value | undefined) {
    super(keyWrapperType);
    this.order = order;
    this.object = object;
  }
}

interface Comparison {
  readonly kind: CompareKind;
  readonly left: KeyWrapper;
  readonly right: KeyWrapper;
}

const COMPARE: Asking<Comparison> = {
  ask: (vm, { left, right }) => call(vm, left.order, [left.object as Value, right.object as Value]),
  take: (vm, { kind }, answer) => compare(vm, kind, answer, 0),
};

function comparison(kind: CompareKind): (vm: Machine, self: KeyWrapper, other: Value) => Result {
  return (vm, self, other) => {
    if (!(other instanceof KeyWrapper)) return raiseTypeError(vm, "other argument must be K instance");
    if (self.object === undefined || other.object === undefined)
      return raiseAttributeError(vm, "object", self, "object");
    return asking(vm, COMPARE, { kind, left: self, right: other });
  };
}

const keyWrapperType: PyType = moduleType("functools", "KeyWrapper", { isBase: false });
defineType(keyWrapperType, null, {
  __call__: namedMethod("K", "obj", (_vm, self: KeyWrapper, object: Value) => new KeyWrapper(self.order, object)),
  __hash__: NONE,
  __lt__: method("value, /", comparison(CompareKind.Less)),
  __le__: method("value, /", comparison(CompareKind.LessEqual)),
  __eq__: method("value, /", comparison(CompareKind.Equal)),
  __ne__: method("value, /", comparison(CompareKind.NotEqual)),
  __gt__: method("value, /", comparison(CompareKind.Greater)),
  __ge__: method("value, /", comparison(CompareKind.GreaterEqual)),
  obj: member(
    (_vm, self: KeyWrapper) => self.object ?? NONE,
    (_vm, self: KeyWrapper, value) => {
      self.object = value;
      return NONE;
    },
  ),
});

export function cmpToKey(_vm: Machine, order: Value): Result {
  return new KeyWrapper(order, undefined);
}
