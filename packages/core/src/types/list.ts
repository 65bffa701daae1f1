// The type list.
import { allocate, charge, countBytes, ITEM_BYTES } from "../protocol/charge.ts";
import { listType } from "../objects/builtin-types.ts";
import { ListIterator, ListReverseIterator } from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newList } from "../objects/make.ts";
import { PyList, PyRange } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { joinedItems } from "../protocol/arithmetic.ts";
import { CompareKind } from "../protocol/compare.ts";
import { compareContainers } from "../protocol/container-compare.ts";
import { containerRepr } from "../protocol/container-repr.ts";
import { each, type EachAction } from "../protocol/each.ts";
import { plainItems } from "../protocol/iterate.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseIndexError, raiseMemoryError, raiseValueError } from "../protocol/raise.ts";
import { clampPosition, positionOf } from "../protocol/slice.ts";
import { repr } from "../protocol/conversion.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { classMethod, defineType, madeBy, method, newMethod } from "./define.ts";
import { classGetItem } from "./generic-alias.ts";
import { putIn, takeOut } from "../protocol/item-shift.ts";
import { deleteListItem, getListItem, setListItem } from "./list-slice.ts";
import { sortList } from "./list-sort.ts";
import { classFor } from "../protocol/class-for.ts";
import { isListable, refuseConcatenation } from "./sequence-index.ts";
import { repeat, type RepeatAction } from "./sequence-repeat.ts";
import { containsSearch, countSearch, type ItemSearch, searchBetween, searchItems } from "./sequence-search.ts";

const DOC = "A sequence that can be changed.\n\nlist() is empty, list(iterable) has the items of the iterable.";

interface Extension {
  readonly list: PyList;
  /** What to answer at the end. */
  readonly answer: Value;
}

/** Append every item of an iterable; answers `answer`. */
function extendList(vm: Machine, list: PyList, iterable: Value, answer: Value): Result {
  const source = plainItems(iterable);
  if (source !== null) {
    // As long as it is now: the list may be extended by itself.
    const count = source.length;
    if (count === 0) return answer;
    if (list.items.length + count > vm.limits.length) return raiseMemoryError(vm);
    allocate(vm, count, ITEM_BYTES);
    if (list.items.length === 0) list.items = source.slice();
    else if (count < 1000) for (let i = 0; i < count; i++) list.items.push(source[i] as Value);
    else list.items = list.items.concat(source);
    return answer;
  }
  if (iterable instanceof PyRange && !isListable(vm, iterable, list.items.length)) return undefined;
  return each(vm, iterable, extendAction, { list, answer });
}

const extendAction: EachAction<Extension> = {
  hints: true,
  leaf: append,
  item: append,
  end: (_vm, state) => state.answer,
};

function append(vm: Machine, { list }: Extension, item: Value): Result {
  if (list.items.length >= vm.limits.length) return raiseMemoryError(vm);
  list.items.push(item);
  countBytes(vm, ITEM_BYTES);
  return NONE;
}

const removeSearch: ItemSearch = {
  found(vm, state, at) {
    takeOut(vm, (state.holder as PyList).items, at);
    return NONE;
  },
  end: (vm) => raiseValueError(vm, "list.remove(x): x not in list"),
};

const indexSearch: ItemSearch = {
  found: (_vm, _state, at) => at,
  end: (vm, state) => asking(vm, missingAsking, state.value),
};
const missingAsking: Asking<Value> = {
  ask: repr,
  take: (vm, _value, text): Result | typeof AGAIN => raiseValueError(vm, `${text} is not in list`),
};

const repeatAction: RepeatAction = {
  run: (_vm, _self, items) => newList(items),
};
const repeatInPlaceAction: RepeatAction = {
  run(_vm, self, items) {
    if (items.length > 0 || (self as PyList).items.length > 0) (self as PyList).items = items;
    return self;
  },
};

function comparison(kind: CompareKind): (vm: Machine, self: PyList, other: Value) => Result {
  return (vm, self, other) => (other instanceof PyList ? compareContainers(vm, kind, self, other) : NOT_IMPLEMENTED);
}

export function defineList(): void {
  madeBy(listType, "cls, iterable=(), /", (vm, _cls, iterable?: Value) => {
    const list = newList([]);
    return iterable === undefined ? list : extendList(vm, list, iterable, list);
  });
  defineType(listType, DOC, {
    __new__: newMethod("*args, **kwargs", (vm, cls) => {
      const type = classFor(vm, listType, cls);
      return type === undefined ? undefined : new PyList(type, []);
    }),
    __init__: method("iterable=(), /", (vm, self: PyList, iterable?: Value) => {
      self.items = [];
      return iterable === undefined ? NONE : extendList(vm, self, iterable, NONE);
    }),
    __repr__: method("", (vm, self: PyList) => containerRepr(vm, self)),
    __hash__: NONE,
    __lt__: method("value, /", comparison(CompareKind.Less)),
    __le__: method("value, /", comparison(CompareKind.LessEqual)),
    __eq__: method("value, /", comparison(CompareKind.Equal)),
    __ne__: method("value, /", comparison(CompareKind.NotEqual)),
    __gt__: method("value, /", comparison(CompareKind.Greater)),
    __ge__: method("value, /", comparison(CompareKind.GreaterEqual)),
    __iter__: method("", (_vm, self: PyList) => new ListIterator(self)),
    __reversed__: method("", (_vm, self: PyList) => new ListReverseIterator(self)),
    __len__: method("", (_vm, self: PyList) => self.items.length),
    __getitem__: method("index, /", getListItem),
    __setitem__: method("key, value, /", setListItem),
    __delitem__: method("key, /", deleteListItem),
    __contains__: method("key, /", (vm, self: PyList, value: Value) => searchItems(vm, containsSearch, self, value)),
    __add__: method("value, /", (vm, self: PyList, other: Value) => {
      if (!(other instanceof PyList)) return refuseConcatenation(vm, self, other, "list");
      if (self.items.length + other.items.length > vm.limits.length) return raiseMemoryError(vm);
      return newList(joinedItems(vm, self.items, other.items));
    }),
    __mul__: method("value, /", (vm, self: PyList, count: Value) => repeat(vm, self, self.items, count, repeatAction)),
    __rmul__: method("value, /", (vm, self: PyList, count: Value) => repeat(vm, self, self.items, count, repeatAction)),
    __iadd__: method("value, /", (vm, self: PyList, other: Value) => extendList(vm, self, other, self)),
    __imul__: method("value, /", (vm, self: PyList, count: Value) =>
      repeat(vm, self, self.items, count, repeatInPlaceAction),
    ),
    __sizeof__: method("", (_vm, self: PyList) => 40 + 8 * self.items.length),
    clear: method(
      "",
      (_vm, self: PyList) => {
        // A list being sorted, which is found empty, is not changed by this.
        if (self.items.length > 0) self.items = [];
        return NONE;
      },
      "Remove all items.",
    ),
    copy: method("", (vm, self: PyList) => newList(joinedItems(vm, self.items, [])), "A new list of the same items."),
    append: method(
      "object, /",
      (vm, self: PyList, item: Value) => {
        if (self.items.length >= vm.limits.length) return raiseMemoryError(vm);
        self.items.push(item);
        return NONE;
      },
      "Add an item at the end.",
    ),
    insert: method(
      "index, object, /",
      converting([Want.Size], (vm, self: PyList, at: number, item: Value) => {
        if (self.items.length >= vm.limits.length) return raiseMemoryError(vm);
        putIn(vm, self.items, clampPosition(at, self.items.length), item);
        return NONE;
      }),
      "Put an item before the one at index.",
    ),
    extend: method(
      "iterable, /",
      (vm, self: PyList, iterable: Value) => extendList(vm, self, iterable, NONE),
      "Add every item of an iterable at the end.",
    ),
    pop: method(
      "index=-1, /",
      converting([Want.Size], pop),
      "Remove the item at index (the last by default); answer it.",
    ),
    remove: method(
      "value, /",
      (vm, self: PyList, value: Value) => searchItems(vm, removeSearch, self, value),
      "Remove the first item that equals value.",
    ),
    index: method(
      "value, start=0, stop=sys.maxsize, /",
      (vm, self: PyList, value: Value, start?: Value, stop?: Value) =>
        searchBetween(vm, indexSearch, self, value, start, stop),
      "The position of the first item that equals value.",
    ),
    count: method(
      "value, /",
      (vm, self: PyList, value: Value) => searchItems(vm, countSearch, self, value),
      "How many items equal value.",
    ),
    reverse: method(
      "",
      (vm, self: PyList) => {
        charge(vm, self.items.length);
        self.items.reverse();
        return NONE;
      },
      "Reverse the order of the items, in place.",
    ),
    sort: method(
      "*, key=None, reverse=False",
      converting([Want.Any, Want.Truth], (vm, self: PyList, key: Value | undefined, reverse: boolean | undefined) =>
        sortList(vm, self, key ?? NONE, reverse === true, NONE),
      ),
      "Sort the items in place, by key(item) when key is given; equal items keep their order.",
    ),
    __class_getitem__: classMethod("object, /", classGetItem),
  });
}

function pop(vm: Machine, self: PyList, at?: number): Result {
  const { items } = self;
  if (items.length === 0) return raiseIndexError(vm, "pop from empty list");
  if (at === undefined) return items.pop();
  const position = positionOf(at, items.length);
  if (position < 0) return raiseIndexError(vm, "pop index out of range");
  const item = items[position];
  takeOut(vm, items, position);
  return item;
}
