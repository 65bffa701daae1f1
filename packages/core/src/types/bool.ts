// The type bool: what it does not have from int.
import { boolType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Int } from "../numeric/int.ts";
import { and, or, xor } from "../numeric/int-bits.ts";
import { asInt } from "../protocol/lookup.ts";
import { truth } from "../protocol/truth.ts";
import { ANSWER, deprecated } from "../protocol/warn.ts";
import { defineType, method, newMethod, type TypeEntry } from "./define.ts";
import { FORMAT } from "./format-method.ts";
import { classFor } from "../protocol/class-for.ts";

/** An operator that stays among bools and is int's for other ints. */
function bits(operate: (a: Int, b: Int) => Int): TypeEntry {
  return method("value, /", (_vm, self: boolean, other: Value) => {
    const value = asInt(other);
    if (value === undefined) return NOT_IMPLEMENTED;
    const result = operate(Number(self), value);
    return typeof other === "boolean" ? result !== 0 : result;
  });
}

function newBool(vm: Machine, cls: Value, value?: Value): Result {
  if (classFor(vm, boolType, cls) === undefined) return undefined;
  return value === undefined ? false : truth(vm, value);
}

const INVERSION =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion " +
  "of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for " +
  "boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

const AND = bits(and);
const OR = bits(or);
const XOR = bits(xor);

export function defineBool(): void {
  defineType(boolType, "True or False, which are also the ints 1 and 0.", {
    __new__: newMethod("object=False, /", newBool),
    __repr__: method("", (_vm, self: boolean) => (self ? "True" : "False")),
    __invert__: method("", (vm, self: boolean) => deprecated(vm, INVERSION, ANSWER, self ? -2 : -1)),
    __and__: AND,
    __rand__: AND,
    __or__: OR,
    __ror__: OR,
    __xor__: XOR,
    __rxor__: XOR,
    // int's would not know that an empty specification means "True".
    __format__: FORMAT,
  });
}
