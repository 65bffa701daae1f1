// The type collections.deque.
import type { Machine } from "../../objects/machine.ts";
import { newList, newTuple, typeOf } from "../../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../../objects/singletons.ts";
import { PySlice } from "../../objects/sequences.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { searchBounds } from "../../numeric/slice-range.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { charge } from "../../protocol/charge.ts";
import { CompareKind } from "../../protocol/compare.ts";
import { compareContainers } from "../../protocol/container-compare.ts";
import { printing } from "../../protocol/container-repr.ts";
import { index } from "../../protocol/conversion.ts";
import { isIndexSized } from "../../protocol/index-size.ts";
import { asInt, special } from "../../protocol/lookup.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import {
  raiseIndexError,
  raiseMemoryError,
  raiseOverflowError,
  raiseTypeError,
  raiseValueError,
} from "../../protocol/raise.ts";
import { clampPosition, positionOf } from "../../protocol/slice.ts";
import { dictOf } from "../../protocol/instance-attribute.ts";
import { shortName } from "../../protocol/type-name.ts";
import { classMethod, defineType, method, newMethod, property } from "../../types/define.ts";
import { classGetItem } from "../../types/generic-alias.ts";
import { classFor } from "../../protocol/class-for.ts";
import { moduleType, namedMethod } from "../module-type.ts";
import type { ReprsThen } from "../repr-all.ts";
import { pushRepr } from "../repr-guard.ts";
import { addDeques, copyDeque, extend, extendLeft, multiply, multiplyInPlace } from "./deque-copy.ts";
import { dequeIteratorType, dequeReverseIteratorType } from "./deque-iterator.ts";
import { Deque, DequeIterator } from "./deque-layout.ts";
import { containsSearch, countSearch, indexSearch, removeSearch, searchDeque } from "./deque-search.ts";

export const dequeType: PyType = moduleType("collections", "deque", { allocate: (type) => new Deque(type) });

function initialise(vm: Machine, self: Deque, iterable?: Value, maximum: Value = NONE): Result {
  let limit: number | null = null;
  if (maximum !== NONE) {
    const whole = asInt(maximum);
    if (whole === undefined) return raiseTypeError(vm, "an integer is required");
    if (typeof whole === "bigint") return raiseOverflowError(vm, "Python int too large to convert to C ssize_t");
    if (whole < 0) return raiseValueError(vm, "maxlen must be non-negative");
    limit = whole;
  }
  self.limit = limit;
  if (self.size > 0) self.fill([]);
  return iterable === undefined ? NONE : extend(vm, self, iterable, NONE);
}

// ---- one item --------------------------------------------------------------------------------------------------------

/** What to do with the item at a position: static data. */
interface ItemAction {
  run(self: Deque, position: number, value: Value): Value;
}
const getAction: ItemAction = { run: (self, position) => self.at(position) };
const setAction: ItemAction = {
  run(self, position, value) {
    self.put(position, value);
    return NONE;
  },
};
const deleteAction: ItemAction = {
  run(self, position) {
    self.removeAt(position);
    return NONE;
  },
};

interface ItemState {
  readonly self: Deque;
  readonly key: Value;
  readonly value: Value;
  readonly action: ItemAction;
}

const BY_INDEX: Asking<ItemState> = {
  ask: (vm, { key }) => index(vm, key),
  take: (vm, state, answer) => actOn(vm, state, asInt(answer) as number | bigint),
};

function actOn(vm: Machine, { self, key, value, action }: ItemState, at: number | bigint): Result {
  if (!isIndexSized(vm, at, key)) return undefined;
  const position = positionOf(at, self.size);
  return position < 0 ? raiseIndexError(vm, "deque index out of range") : action.run(self, position, value);
}

function withItem(vm: Machine, self: Deque, key: Value, value: Value, action: ItemAction): Result {
  const state: ItemState = { self, key, value, action };
  const at = asInt(key);
  if (at !== undefined) return actOn(vm, state, at);
  if (key instanceof PySlice || special(key, "__index__") === undefined) {
    return raiseTypeError(vm, `sequence index must be integer, not '${typeOf(key).name}'`);
  }
  return asking(vm, BY_INDEX, state);
}

// ---- methods ---------------------------------------------------------------------------------------------------------

function comparison(kind: CompareKind): (vm: Machine, self: Deque, other: Value) => Result {
  return (vm, self, other) => {
    if (!(other instanceof Deque)) return NOT_IMPLEMENTED;
    if (self.size !== other.size) {
      if (kind === CompareKind.Equal) return false;
      if (kind === CompareKind.NotEqual) return true;
    }
    return compareContainers(vm, kind, newList(self.items()), newList(other.items()));
  };
}

const reprThen: ReprsThen<Deque> = {
  run(_vm, texts, self) {
    const limit = self.limit === null ? "" : `, maxlen=${self.limit}`;
    return `${shortName(self.type)}(${texts[0]}${limit})`;
  },
};

function insert(vm: Machine, self: Deque, at: number, item: Value): Result {
  if (self.size === self.limit) return raiseIndexError(vm, "deque already at its maximum size");
  if (self.size >= vm.limits.length) return raiseMemoryError(vm);
  charge(vm, self.size >> 1);
  self.insertAt(clampPosition(at, self.size), item);
  return NONE;
}

function indexOf(vm: Machine, self: Deque, value: Value, ...bounds: (Value | undefined)[]): Result {
  for (const bound of bounds) {
    if (bound !== undefined && special(bound, "__index__") === undefined) {
      return raiseTypeError(vm, "slice indices must be integers or have an __index__ method");
    }
  }
  return indexBetween(vm, self, value, ...bounds);
}

const indexBetween = converting([Want.Any, Want.Index, Want.Index], (vm, self: Deque, value: Value, start, end) => {
  const [from, to] = searchBounds(self.size, start, end);
  return searchDeque(vm, indexSearch, self, value, from, to);
});

function reverse(vm: Machine, self: Deque): Result {
  charge(vm, self.size);
  for (let low = 0, high = self.size - 1; low < high; low++, high--) {
    const item = self.at(low);
    self.put(low, self.at(high));
    self.put(high, item);
  }
  self.version++;
  return NONE;
}

function reduce(_vm: Machine, self: Deque): Result {
  const attributes = typeOf(self).hasDict ? dictOf(self) : null;
  const state = attributes !== null && attributes.size > 0 ? attributes : NONE;
  const args = self.limit === null ? [] : [newTuple([]), self.limit];
  return newTuple([typeOf(self), newTuple(args), state, new DequeIterator(dequeIteratorType, self, 1)]);
}

defineType(
  dequeType,
  "A sequence with quick changes at both ends.\n\ndeque(iterable, maxlen): of at most maxlen items.",
  {
    __new__: newMethod("*args, **kwargs", (vm, cls) => {
      const type = classFor(vm, dequeType, cls);
      return type === undefined ? undefined : new Deque(type);
    }),
    // What sequence patterns look for; see interpret/patterns.ts.
    __krait_sequence__: true,
    __init__: namedMethod("deque", "iterable=(), maxlen=None", initialise),
    __repr__: method("", (vm, self: Deque) =>
      printing(vm).has(self) ? "[...]" : pushRepr(vm, self, [newList(self.items())], reprThen, self),
    ),
    __hash__: NONE,
    __lt__: method("value, /", comparison(CompareKind.Less)),
    __le__: method("value, /", comparison(CompareKind.LessEqual)),
    __eq__: method("value, /", comparison(CompareKind.Equal)),
    __ne__: method("value, /", comparison(CompareKind.NotEqual)),
    __gt__: method("value, /", comparison(CompareKind.Greater)),
    __ge__: method("value, /", comparison(CompareKind.GreaterEqual)),
    __iter__: method("", (_vm, self: Deque) => new DequeIterator(dequeIteratorType, self, 1)),
    __reversed__: method("", (_vm, self: Deque) => new DequeIterator(dequeReverseIteratorType, self, -1)),
    __len__: method("", (_vm, self: Deque) => self.size),
    __contains__: method("key, /", (vm, self: Deque, value: Value) => searchDeque(vm, containsSearch, self, value)),
    __getitem__: method("key, /", (vm, self: Deque, key: Value) => withItem(vm, self, key, NONE, getAction)),
    __setitem__: method("key, value, /", (vm, self: Deque, key: Value, value: Value) =>
      withItem(vm, self, key, value, setAction),
    ),
    __delitem__: method("key, /", (vm, self: Deque, key: Value) => withItem(vm, self, key, NONE, deleteAction)),
    __add__: method("value, /", addDeques),
    __iadd__: method("value, /", (vm, self: Deque, other: Value) => extend(vm, self, other, self)),
    __mul__: method("value, /", multiply),
    __rmul__: method("value, /", multiply),
    __imul__: method("value, /", multiplyInPlace),
    __sizeof__: method("", (_vm, self: Deque) => 64 + 8 * self.room.length),
    __copy__: method("", copyDeque),
    __reduce__: method("", reduce),
    __class_getitem__: classMethod("object, /", classGetItem),
    maxlen: property((_vm, self: Deque) => self.limit ?? NONE),
    append: method(
      "item, /",
      (vm, self: Deque, item: Value) => {
        if (self.size >= vm.limits.length) return raiseMemoryError(vm);
        self.pushLast(item);
        return NONE;
      },
      "Add an item at the right end.",
    ),
    appendleft: method(
      "item, /",
      (vm, self: Deque, item: Value) => {
        if (self.size >= vm.limits.length) return raiseMemoryError(vm);
        self.pushFirst(item);
        return NONE;
      },
      "Add an item at the left end.",
    ),
    extend: method(
      "iterable, /",
      (vm, self: Deque, items: Value) => extend(vm, self, items, NONE),
      "Add items at the right end.",
    ),
    extendleft: method("iterable, /", extendLeft, "Add items at the left end, each before the last."),
    pop: method(
      "",
      (vm, self: Deque) => self.takeLast() ?? raiseIndexError(vm, "pop from an empty deque"),
      "Take the item at the right end.",
    ),
    popleft: method(
      "",
      (vm, self: Deque) => self.takeFirst() ?? raiseIndexError(vm, "pop from an empty deque"),
      "Take the item at the left end.",
    ),
    rotate: method(
      "n=1, /",
      converting([Want.Size], (vm, self: Deque, count = 1) => {
        charge(vm, Math.min(Math.abs(count), self.size));
        self.rotate(count);
        return NONE;
      }),
      "Move n items from the right end to the left.",
    ),
    insert: method("index, object, /", converting([Want.Size], insert), "Put an item before the one at index."),
    remove: method(
      "value, /",
      (vm, self: Deque, value: Value) => searchDeque(vm, removeSearch, self, value),
      "Remove the first item that equals value.",
    ),
    index: method("value, start=0, stop=sys.maxsize, /", indexOf, "The position of the first item that equals value."),
    count: method(
      "value, /",
      (vm, self: Deque, value: Value) => searchDeque(vm, countSearch, self, value),
      "How many items equal value.",
    ),
    reverse: method("", reverse, "Reverse the order of the items, in place."),
    clear: method(
      "",
      (_vm, self: Deque) => {
        self.fill([]);
        return NONE;
      },
      "Remove all items.",
    ),
    copy: method("", copyDeque, "A new deque of the same items."),
  },
);
