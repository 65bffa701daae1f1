// The iterators of the built-in sequences, dicts and sets, and those over `__getitem__` and callables.
import {
  callableIteratorType,
  dictItemIteratorType,
  dictKeyIteratorType,
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictValueIteratorType,
  listIteratorType,
  listReverseIteratorType,
  longRangeIteratorType,
  rangeIteratorType,
  sequenceIteratorType,
  setIteratorType,
  strAsciiIteratorType,
  strIteratorType,
  tupleIteratorType,
} from "../objects/builtin-types.ts";
import {
  type CallableIterator,
  type ListIterator,
  type ListReverseIterator,
  type LongRangeIterator,
  type RangeIterator,
  type SequenceIterator,
  type StrIterator,
  TableItem,
  type TableIterator,
  type TupleIterator,
} from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { EMPTY_TUPLE, newList, newTuple } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { add, mul, normalize } from "../numeric/int.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { next } from "../protocol/iterate.ts";
import { special } from "../protocol/lookup.ts";
import { length } from "../protocol/subscript.ts";
import { lengthOf } from "../text/code-points.ts";
import { defineType, method, type TypeEntry } from "./define.ts";
import { reduceBy, setPosition, setStateBy } from "./iterator-reduce.ts";
import { itemOrStop } from "./open-iterators.ts";
import { newRange } from "./range.ts";

/** An iterator that never runs Python, with what is particular to it. */
function defineLeaf(type: PyType, entries: Readonly<Record<string, TypeEntry>>): void {
  defineType(type, null, {
    __iter__: method("", (_vm, self: Value) => self),
    __next__: method("", (vm, self: Value) => itemOrStop(vm, next(vm, self))),
    ...entries,
  });
}

/** An iterator that calls Python, and so answers from a frame. */
function nextInFrame(vm: Machine, self: Value): Result {
  return asking(vm, nextAsking, self);
}
const nextAsking: Asking<Value> = {
  ask: next,
  take: (vm, _self, item): Result | typeof AGAIN => itemOrStop(vm, item),
};

function tableHint(_vm: Machine, { table, index, step, size }: TableIterator): Result {
  if (table === null || table.size !== size) return 0;
  let left = 0;
  for (let at = index; at >= 0 && at < table.keys.length; at += step) if (table.keys[at] !== undefined) left++;
  return left;
}

function sequenceHint(vm: Machine, self: SequenceIterator): Result {
  const { sequence } = self;
  if (sequence === null) return 0;
  return special(sequence, "__len__") === undefined ? NOT_IMPLEMENTED : asking(vm, sequenceLength, self);
}
const sequenceLength: Asking<SequenceIterator> = {
  ask: (vm, self) => length(vm, self.sequence as Value),
  take: (_vm, self, count): Result | typeof AGAIN => Math.max(0, Number(count) - self.index),
};

/** The items that are left of a dict or set. */
export function tableRest({ table, item, index, step }: TableIterator): Value[] {
  const rest: Value[] = [];
  if (table === null) return rest;
  for (let at = index; at >= 0 && at < table.keys.length; at += step) {
    const key = table.keys[at];
    if (key === undefined) continue;
    if (item === TableItem.Key) rest.push(key);
    else {
      const value = (table as PyDict).values[at] as Value;
      rest.push(item === TableItem.Value ? value : newTuple([key, value]));
    }
  }
  return rest;
}

function defineSequenceIterators(): void {
  defineLeaf(listIteratorType, {
    __length_hint__: method("", (_vm, { list, index }: ListIterator) =>
      list === null ? 0 : Math.max(0, list.items.length - index),
    ),
    __reduce__: reduceBy(({ list, index }: ListIterator) =>
      list === null ? { maker: "iter", args: [newList([])] } : { maker: "iter", args: [list], position: index },
    ),
    __setstate__: setPosition(0, ({ list }: ListIterator) => list?.items.length ?? 0),
  });
  defineLeaf(listReverseIteratorType, {
    __length_hint__: method("", (_vm, { list, index }: ListReverseIterator) =>
      list === null || index >= list.items.length ? 0 : index + 1,
    ),
    __reduce__: reduceBy(({ list, index }: ListReverseIterator) =>
      list === null ? { maker: "iter", args: [newList([])] } : { maker: "reversed", args: [list], position: index },
    ),
    __setstate__: setPosition(-1, ({ list }: ListReverseIterator) => (list?.items.length ?? 0) - 1),
  });
  defineLeaf(tupleIteratorType, {
    __length_hint__: method("", (_vm, { tuple, index }: TupleIterator) =>
      tuple === null ? 0 : Math.max(0, tuple.items.length - index),
    ),
    __reduce__: reduceBy(({ tuple, index }: TupleIterator) =>
      tuple === null ? { maker: "iter", args: [EMPTY_TUPLE] } : { maker: "iter", args: [tuple], position: index },
    ),
    __setstate__: setPosition(0, ({ tuple }: TupleIterator) => tuple?.items.length ?? 0),
  });
  for (const type of [strIteratorType, strAsciiIteratorType]) {
    defineLeaf(type, {
      __length_hint__: method("", (_vm, { text, index }: StrIterator) =>
        text === null ? 0 : lengthOf(text.slice(index)),
      ),
      __reduce__: reduceBy(({ text, index }: StrIterator) => ({ maker: "iter", args: [text?.slice(index) ?? ""] })),
    });
  }
}

export function defineIterators(): void {
  defineSequenceIterators();
  defineLeaf(rangeIteratorType, {
    __length_hint__: method("", (_vm, self: RangeIterator) => self.left),
    __reduce__: reduceBy(({ value, step, left }: RangeIterator) => ({
      maker: "iter",
      args: [newRange(value, add(value, mul(left, step)), step)],
      position: NONE,
    })),
    __setstate__: setStateBy((self: RangeIterator, state) => {
      const passed = Math.max(0, Math.min(state, self.left));
      self.value += passed * self.step;
      self.left -= passed;
    }),
  });
  defineLeaf(longRangeIteratorType, {
    __length_hint__: method("", (_vm, self: LongRangeIterator) => normalize(self.left)),
    __reduce__: reduceBy(({ value, step, left }: LongRangeIterator) => ({
      maker: "iter",
      args: [newRange(normalize(value), normalize(value + left * step), normalize(step))],
      position: NONE,
    })),
    __setstate__: setStateBy((self: LongRangeIterator, state) => {
      const passed = BigInt(Math.max(0, Math.min(state, Number(self.left))));
      self.value += passed * self.step;
      self.left -= passed;
    }),
  });
  for (const type of [
    setIteratorType,
    dictKeyIteratorType,
    dictValueIteratorType,
    dictItemIteratorType,
    dictReverseKeyIteratorType,
    dictReverseValueIteratorType,
    dictReverseItemIteratorType,
  ]) {
    defineLeaf(type, {
      __length_hint__: method("", tableHint),
      __reduce__: reduceBy((self: TableIterator) => ({ maker: "iter", args: [newList(tableRest(self))] })),
    });
  }
  defineType(sequenceIteratorType, null, {
    __iter__: method("", (_vm, self: Value) => self),
    __next__: method("", nextInFrame),
    __length_hint__: method("", sequenceHint),
    __reduce__: reduceBy(({ sequence, index }: SequenceIterator) =>
      sequence === null ? { maker: "iter", args: [EMPTY_TUPLE] } : { maker: "iter", args: [sequence], position: index },
    ),
    __setstate__: setPosition(0, () => Number.MAX_SAFE_INTEGER),
  });
  defineType(callableIteratorType, null, {
    __iter__: method("", (_vm, self: Value) => self),
    __next__: method("", nextInFrame),
    __reduce__: reduceBy(({ callable, sentinel }: CallableIterator) =>
      callable === null ? { maker: "iter", args: [EMPTY_TUPLE] } : { maker: "iter", args: [callable, sentinel] },
    ),
  });
}
