// The views and iterators of an OrderedDict, which have names of their own.
import {
  dictItemsType,
  dictKeyIteratorType,
  dictKeysType,
  dictType,
  dictValuesType,
  methodDescriptorType,
  objectType,
  typeType,
  wrapperDescriptorType,
} from "../../objects/builtin-types.ts";
import { TableItem, TableIterator } from "../../objects/iterators.ts";
import type { Machine } from "../../objects/machine.ts";
import { newList } from "../../objects/make.ts";
import { NativeFunction } from "../../objects/native.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyDict } from "../../objects/table.ts";
import { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { DictView } from "../../objects/views.ts";
import { next } from "../../protocol/iterate.ts";
import { defineType, method } from "../../types/define.ts";
import { reduceBy } from "../../types/iterator-reduce.ts";
import { tableRest } from "../../types/iterators.ts";
import { itemOrStop } from "../../types/open-iterators.ts";

function ownType(name: string, base: PyType): PyType {
  return new PyType(typeType, { name, bases: [base], allocate: null, isBase: false }, true);
}

const iteratorType: PyType = ownType("odict_iterator", objectType);
iteratorType.leafItem = dictKeyIteratorType.leafItem;
defineType(iteratorType, null, {
  __iter__: method("", (_vm, self: TableIterator) => self),
  __next__: method("", (vm, self: TableIterator) => itemOrStop(vm, next(vm, self))),
  __reduce__: reduceBy((self: TableIterator) => ({ maker: "iter", args: [newList(tableRest(self))] })),
});

function iterating(item: TableItem, step: 1 | -1): (vm: Machine, self: PyDict | DictView) => Result {
  return (_vm, self) => new TableIterator(iteratorType, self instanceof DictView ? self.dict : self, item, step);
}

/** The method of an OrderedDict that answers such a view. */
function viewing(name: string, base: PyType, item: TableItem): Value {
  const type = ownType(`odict_${name}`, base);
  defineType(type, null, {
    __iter__: method("", iterating(item, 1)),
    __reversed__: method("", iterating(item, -1)),
    // What a class defines besides `__eq__`.
    ...(item === TableItem.Value ? {} : { __hash__: NONE }),
  });
  const make = (_vm: Machine, self: PyDict): Value => new DictView(type, self, item);
  return new NativeFunction(methodDescriptorType, name, "", make, dictType, null, null);
}

/** What the class OrderedDict takes into its namespace. */
export const ORDERED_VIEWS: Readonly<Record<string, Value>> = {
  odict_keys: viewing("keys", dictKeysType, TableItem.Key),
  odict_values: viewing("values", dictValuesType, TableItem.Value),
  odict_items: viewing("items", dictItemsType, TableItem.Pair),
  odict_iter: new NativeFunction(
    wrapperDescriptorType,
    "__iter__",
    "",
    iterating(TableItem.Key, 1),
    dictType,
    null,
    null,
  ),
  odict_reversed: new NativeFunction(
    methodDescriptorType,
    "__reversed__",
    "",
    iterating(TableItem.Key, -1),
    dictType,
    null,
    null,
  ),
};
