// The types of None, NotImplemented and Ellipsis.
import { ellipsisType, noneType, notImplementedType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { ELLIPSIS, NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyObject, Result, Value } from "../objects/value.ts";
import type { Keywords } from "../protocol/call.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { ANSWER, deprecated } from "../protocol/warn.ts";
import { defineType, method, newMethod, type TypeEntry } from "./define.ts";

const NO_BOOLEAN = "NotImplemented should not be used in a boolean context";

function only(value: PyObject): TypeEntry {
  return newMethod(
    "*args, **kwargs",
    (vm: Machine, _type: Value, args: readonly Value[], keywords: Keywords): Result => {
      const isEmpty = args.length === 0 && (keywords === null || keywords.size === 0);
      return isEmpty ? value : raiseTypeError(vm, `${value.type.name} takes no arguments`);
    },
  );
}

export function defineSingletons(): void {
  defineType(noneType, "The type of the None singleton.", {
    __new__: only(NONE),
    __repr__: method("", () => "None"),
    __bool__: method("", () => false),
    __hash__: method("", () => 0xfca86420),
  });
  defineType(notImplementedType, "The type of the NotImplemented singleton.", {
    __new__: only(NOT_IMPLEMENTED),
    __repr__: method("", () => "NotImplemented"),
    __bool__: method("", (vm) => deprecated(vm, NO_BOOLEAN, ANSWER, true)),
    __reduce__: method("", () => "NotImplemented"),
  });
  defineType(ellipsisType, "The type of the Ellipsis singleton.", {
    __new__: only(ELLIPSIS),
    __repr__: method("", () => "Ellipsis"),
    __reduce__: method("", () => "Ellipsis"),
  });
}
