// The type super.
import { superType } from "../objects/builtin-types.ts";
import { PySuper } from "../objects/descriptors.ts";
import { Cell, type PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { Linked } from "../objects/linked.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { callingFrame } from "../protocol/calling-frame.ts";
import { attributeName } from "../protocol/bad-argument.ts";
import { raiseRuntimeError, raiseTypeError } from "../protocol/raise.ts";
import { makeSuper, superAttribute } from "../protocol/super.ts";
import { defineType, member, method, newMethod } from "./define.ts";

/** `super()` without arguments, called by something other than the compiler's own instruction. */
function fromFrame(vm: Machine): PySuper | undefined {
  const frame = callingFrame(vm);
  if (frame === null || frame.namespace !== null) return raiseRuntimeError(vm, "super(): no arguments");
  const { fields } = (frame.linked as Linked).code;
  if (fields.positionalCount === 0 && !fields.hasVarArgs) return raiseRuntimeError(vm, "super(): no arguments");
  const free = fields.freeNames.indexOf("__class__");
  const cell = free < 0 ? undefined : (frame.func as PyFunction).closure[free];
  if (cell === undefined) return raiseRuntimeError(vm, "super(): __class__ cell not found");
  if (cell.value === undefined) return raiseRuntimeError(vm, "super(): empty __class__ cell");
  let self = frame.registers[frame.base];
  if (self instanceof Cell) self = self.value;
  if (self === undefined) return raiseRuntimeError(vm, "super(): arg[0] deleted");
  return makeSuper(vm, cell.value, self);
}

function init(vm: Machine, self: PySuper, start?: Value, object?: Value): Result {
  let made: PySuper | undefined;
  if (start === undefined) made = fromFrame(vm);
  else if (!(start instanceof PyType)) {
    return raiseTypeError(vm, `super() argument 1 must be a type, not ${typeOf(start).name}`);
  } else if (object === undefined || object === NONE) made = new PySuper(start, null, null);
  else made = makeSuper(vm, start, object);
  if (made === undefined) return undefined;
  self.start = made.start;
  self.self = made.self;
  self.selfType = made.selfType;
  return NONE;
}

export function defineSuper(): void {
  defineType(superType, "super() -> same as super(__class__, <first argument>)", {
    __new__: newMethod("*args, **kwargs", (_vm, type: PyType) => new PySuper(null, null, null, type)),
    __init__: method("type=None, object=None, /", init),
    __repr__: method("", (_vm, self: PySuper) => {
      const start = self.start?.name ?? "NULL";
      return self.selfType === null
        ? `<super: <class '${start}'>, NULL>`
        : `<super: <class '${start}'>, <${self.selfType.name} object>>`;
    }),
    __getattribute__: method("name, /", (vm, self: PySuper, name: Value) => {
      const text = attributeName(vm, name);
      return text === undefined ? undefined : superAttribute(vm, self, text);
    }),
    __get__: method("instance, owner=None, /", (vm, self: PySuper, instance: Value) => {
      if (instance === NONE || self.self !== null || self.start === null) return self;
      return makeSuper(vm, self.start, instance);
    }),
    __thisclass__: member((_vm, self: PySuper) => self.start ?? NONE),
    __self__: member((_vm, self: PySuper) => self.self ?? NONE),
    __self_class__: member((_vm, self: PySuper) => self.selfType ?? NONE),
  });
}
