// The type of namedtuple's fields: a descriptor that reads one item of a tuple.
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import { TupleField } from "../../objects/native.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { raiseAttributeError, raiseIndexError, raiseTypeError } from "../../protocol/raise.ts";
import { shortName } from "../../protocol/type-name.ts";
import { defineType, member, method } from "../../types/define.ts";
import { moduleType, newNamed } from "../module-type.ts";
import { type ReprsThen, withReprs } from "../repr-all.ts";

function get(vm: Machine, self: TupleField, object: Value, owner: Value = NONE): Result {
  if (object === NONE) return owner === NONE ? raiseTypeError(vm, "__get__(None, None) is invalid") : self;
  if (!(object instanceof PyTuple)) {
    const type = typeOf(object).name;
    return raiseTypeError(
      vm,
      `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${type}' object`,
    );
  }
  return object.items[self.index] ?? raiseIndexError(vm, "tuple index out of range");
}

const reprThen: ReprsThen<TupleField> = {
  run: (_vm, texts, self) => `${shortName(self.type)}(${self.index}, ${texts[0]})`,
};

export const tupleGetterType: PyType = moduleType("collections", "_tuplegetter", { isBase: false });
defineType(tupleGetterType, null, {
  __new__: newNamed(
    tupleGetterType,
    "index, doc, /",
    converting([Want.Size], (_vm, _cls, index: number, doc: Value) => new TupleField(tupleGetterType, index, doc)),
  ),
  __get__: method("instance, owner=None, /", get),
  __set__: method("instance, value, /", (vm, _self, object: Value) =>
    raiseAttributeError(vm, "can't set attribute", object, ""),
  ),
  __delete__: method("instance, /", (vm, _self, object: Value) =>
    raiseAttributeError(vm, "can't delete attribute", object, ""),
  ),
  __doc__: member(
    (_vm, self: TupleField) => self.doc,
    (_vm, self: TupleField, value) => {
      self.doc = value ?? NONE;
      return NONE;
    },
  ),
  __repr__: method("", (vm, self: TupleField) => withReprs(vm, [self.doc], reprThen, self)),
  __reduce__: method("", (_vm, self: TupleField) => newTuple([tupleGetterType, newTuple([self.index, self.doc])])),
});
