// The type tuple.
import { tupleType } from "../objects/builtin-types.ts";
import { TupleIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { PyRange, PySlice, PyTuple } from "../objects/sequences.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { joinedItems } from "../protocol/arithmetic.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { CompareKind } from "../protocol/compare.ts";
import { compareContainers } from "../protocol/container-compare.ts";
import { containerRepr } from "../protocol/container-repr.ts";
import { hashOfTuple } from "../protocol/hash.ts";
import { raiseMemoryError, raiseValueError } from "../protocol/raise.ts";
import { sliceItems } from "../protocol/plain-item.ts";
import { type SliceAction, withSlice } from "../protocol/slice.ts";
import { classMethod, defineType, method, newMethod } from "./define.ts";
import { classGetItem } from "./generic-alias.ts";
import { classFor } from "../protocol/class-for.ts";
import { checkedPosition, type IndexAction, isListable, refuseConcatenation, withIndex } from "./sequence-index.ts";
import { repeat, type RepeatAction } from "./sequence-repeat.ts";
import { containsSearch, countSearch, type ItemSearch, searchBetween, searchItems } from "./sequence-search.ts";

const DOC = "A sequence that cannot be changed.\n\ntuple() is empty, tuple(iterable) has the items of the iterable.";

const makeThen: CollectThen<PyType> = {
  // The items may be a list's own: copy them.
  run: (_vm, items, type) => (type === tupleType ? newTuple(items.slice()) : new PyTuple(type, items.slice())),
};

const getAction: IndexAction<PyTuple> = {
  noun: "tuple",
  run(vm, tuple, at, key) {
    const position = checkedPosition(vm, at, key, tuple.items.length, "tuple index out of range");
    return position < 0 ? undefined : tuple.items[position];
  },
};

const getSliceAction: SliceAction<PyTuple> = {
  run(vm, range, tuple) {
    // A slice of all of a tuple is the tuple.
    if (range.step === 1 && range.count === tuple.items.length && tuple.type === tupleType) return tuple;
    return newTuple(sliceItems(vm, tuple.items, range));
  },
};

const repeatAction: RepeatAction = {
  run: (_vm, _self, items) => newTuple(items),
};

const indexSearch: ItemSearch = {
  found: (_vm, _state, at) => at,
  end: (vm) => raiseValueError(vm, "tuple.index(x): x not in tuple"),
};

function comparison(kind: CompareKind): (vm: Machine, self: PyTuple, other: Value) => Result {
  return (vm, self, other) => (other instanceof PyTuple ? compareContainers(vm, kind, self, other) : NOT_IMPLEMENTED);
}

function getItem(vm: Machine, self: PyTuple, key: Value): Result {
  if (key instanceof PySlice) return withSlice(vm, key, self.items.length, getSliceAction, self);
  return withIndex(vm, key, getAction, self);
}

function multiply(vm: Machine, self: PyTuple, count: Value): Result {
  if (count === 1 && self.type === tupleType) return self;
  return repeat(vm, self, self.items, count, repeatAction);
}

export function defineTuple(): void {
  defineType(tupleType, DOC, {
    __new__: newMethod("iterable=(), /", (vm, cls, iterable?: Value) => {
      const type = classFor(vm, tupleType, cls);
      if (type === undefined) return undefined;
      if (iterable === undefined) return makeThen.run(vm, [], type);
      if (type === tupleType && iterable instanceof PyTuple && iterable.type === tupleType) return iterable;
      if (iterable instanceof PyRange && !isListable(vm, iterable, 0)) return undefined;
      return collect(vm, iterable, makeThen, type);
    }),
    __repr__: method("", (vm, self: PyTuple) => containerRepr(vm, self)),
    __hash__: method("", (vm, self: PyTuple) => hashOfTuple(vm, self)),
    __lt__: method("value, /", comparison(CompareKind.Less)),
    __le__: method("value, /", comparison(CompareKind.LessEqual)),
    __eq__: method("value, /", comparison(CompareKind.Equal)),
    __ne__: method("value, /", comparison(CompareKind.NotEqual)),
    __gt__: method("value, /", comparison(CompareKind.Greater)),
    __ge__: method("value, /", comparison(CompareKind.GreaterEqual)),
    __iter__: method("", (_vm, self: PyTuple) => new TupleIterator(self)),
    __len__: method("", (_vm, self: PyTuple) => self.items.length),
    __getitem__: method("key, /", getItem),
    __contains__: method("key, /", (vm, self: PyTuple, value: Value) => searchItems(vm, containsSearch, self, value)),
    __add__: method("value, /", (vm, self: PyTuple, other: Value) => {
      if (!(other instanceof PyTuple)) return refuseConcatenation(vm, self, other, "tuple");
      if (self.items.length + other.items.length > vm.limits.length) return raiseMemoryError(vm);
      if (other.items.length === 0 && self.type === tupleType) return self;
      return newTuple(joinedItems(vm, self.items, other.items));
    }),
    __mul__: method("value, /", multiply),
    __rmul__: method("value, /", multiply),
    __getnewargs__: method("", (_vm, self: PyTuple) => newTuple([newTuple(self.items.slice())])),
    index: method(
      "value, start=0, stop=sys.maxsize, /",
      (vm, self: PyTuple, value: Value, start?: Value, stop?: Value) =>
        searchBetween(vm, indexSearch, self, value, start, stop),
      "The position of the first item that equals value.",
    ),
    count: method(
      "value, /",
      (vm, self: PyTuple, value: Value) => searchItems(vm, countSearch, self, value),
      "How many items equal value.",
    ),
    __class_getitem__: classMethod("object, /", classGetItem),
  });
}
