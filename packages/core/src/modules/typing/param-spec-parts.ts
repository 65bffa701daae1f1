// The types of P.args and P.kwargs.
import type { Machine } from "../../objects/machine.ts";
import { NONE, NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import { TypeParameterObject } from "../../objects/type-parameters.ts";
import { PyObject, type Result, type Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { CompareKind, compare } from "../../protocol/compare.ts";
import { repr } from "../../protocol/conversion.ts";
import { asString } from "../../protocol/lookup.ts";
import { defineType, member, method } from "../../types/define.ts";
import { moduleType, newNamed } from "../module-type.ts";
import { noBase } from "./parameters.ts";

export class ParamSpecPart extends PyObject {
  readonly origin: Value;

  constructor(type: PyType, origin: Value) {
    super(type);
    this.origin = origin;
  }
}

const REPR: Asking<{ readonly self: ParamSpecPart; readonly name: string }> = {
  ask: (vm, { self }) => repr(vm, self.origin),
  take: (_vm, { name }, answer) => `${asString(answer)}.${name}`,
};

function equality(kind: CompareKind): (vm: Machine, self: ParamSpecPart, other: Value) => Result {
  return (vm, self, other) =>
    other instanceof ParamSpecPart && other.type === self.type
      ? compare(vm, kind, self.origin, other.origin)
      : NOT_IMPLEMENTED;
}

function partType(name: string, attribute: string): PyType {
  const type = moduleType("typing", name, { isBase: false });
  defineType(type, `The type of ${attribute} of a ParamSpec.`, {
    __new__: newNamed(type, "origin", (_vm, _cls, origin: Value) => new ParamSpecPart(type, origin)),
    __repr__: method("", (vm, self: ParamSpecPart) =>
      self.origin instanceof TypeParameterObject
        ? `${self.origin.name}.${attribute}`
        : asking(vm, REPR, { self, name: attribute }),
    ),
    __eq__: method("value, /", equality(CompareKind.Equal)),
    __ne__: method("value, /", equality(CompareKind.NotEqual)),
    __hash__: NONE,
    __mro_entries__: noBase(name),
    __origin__: member((_vm, self: ParamSpecPart) => self.origin),
  });
  return type;
}

export const paramSpecArgsType: PyType = partType("ParamSpecArgs", "args");
export const paramSpecKwargsType: PyType = partType("ParamSpecKwargs", "kwargs");
