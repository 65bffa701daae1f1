// The class Generic: subscripts and subclasses are dealt with by the prelude's typing.
import type { Machine } from "../../objects/machine.ts";
import { genericType } from "../../objects/type-parameters.ts";
import type { PyType } from "../../objects/type.ts";
import type { Value } from "../../objects/value.ts";
import { classMethod, defineType } from "../../types/define.ts";
import { callTyping } from "./delegate.ts";

export function defineGeneric(): void {
  genericType.name = "typing.Generic";
  defineType(genericType, "The base of classes with type parameters: class Box(Generic[T]).", {
    __class_getitem__: classMethod(
      "*args, **kwargs",
      (vm: Machine, cls: PyType, args: Value[], keywords: Map<string, Value>) =>
        callTyping(vm, "_generic_class_getitem", [cls, ...args], keywords),
    ),
    __init_subclass__: classMethod(
      "*args, **kwargs",
      (vm: Machine, cls: PyType, args: Value[], keywords: Map<string, Value>) =>
        callTyping(vm, "_generic_init_subclass", [cls, ...args], keywords),
    ),
  });
}
