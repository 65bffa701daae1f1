// The type cell.
import { cellType } from "../objects/builtin-types.ts";
import { Cell } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { equals } from "../protocol/compare.ts";
import { raiseValueError } from "../protocol/raise.ts";
import { defineType, method, newMethod, property } from "./define.ts";
import { addressOf } from "./object.ts";

function cellRepr(vm: Machine, self: Cell): Result {
  const at = addressOf(vm, self);
  if (self.value === undefined) return `<cell at ${at}: empty>`;
  return `<cell at ${at}: ${typeOf(self.value).name} object at ${addressOf(vm, self.value)}>`;
}

export function defineCell(): void {
  defineType(cellType, "Create a new cell object.", {
    __new__: newMethod("contents=None, /", (_vm, _type: Value, contents?: Value) => new Cell(contents)),
    __repr__: method("", cellRepr),
    __hash__: NONE,
    __eq__: method("value, /", (vm, self: Cell, other: Value) => {
      if (!(other instanceof Cell)) return NOT_IMPLEMENTED;
      if (self.value === undefined || other.value === undefined) return self.value === other.value;
      return equals(vm, self.value, other.value);
    }),
    cell_contents: property(
      (vm, self: Cell) => self.value ?? raiseValueError(vm, "Cell is empty"),
      (_vm, self: Cell, value) => {
        self.value = value;
        return NONE;
      },
    ),
  });
}
