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
import type {
  ListIterator,
  ListReverseIterator,
  LongRangeIterator,
  RangeIterator,
  SequenceIterator,
  StrIterator,
  TableIterator,
  TupleIterator,
} from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { normalize } from "../numeric/int.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { next } from "../protocol/iterate.ts";
import { special } from "../protocol/lookup.ts";
import { length } from "../protocol/subscript.ts";
import { lengthOf } from "../text/code-points.ts";
import { defineType, method } from "./define.ts";
import { itemOrStop } from "./open-iterators.ts";

/** An iterator that never runs Python. */
// biome-ignore lint/suspicious/noExplicitAny: each type knows its own layout.
function defineLeaf(type: PyType, lengthHint: (vm: Machine, self: any) => Result): void {
  defineType(type, null, {
    __iter__: method("", (_vm, self: Value) => self),
    __next__: method("", (vm, self: Value) => itemOrStop(vm, next(vm, self))),
    __length_hint__: method("", lengthHint),
  });
}

/** An iterator that calls Python, and so answers from a frame. */
function nextInFrame(vm: Machine, self: Value): Result {
  return asking(vm, nextAsking, self);
}
const nextAsking: Asking<Value> = {
  name: "next",
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
  name: "length hint",
  ask: (vm, self) => length(vm, self.sequence as Value),
  take: (_vm, self, count): Result | typeof AGAIN => Math.max(0, Number(count) - self.index),
};

export function defineIterators(): void {
  defineLeaf(rangeIteratorType, (_vm, self: RangeIterator) => self.left);
  defineLeaf(longRangeIteratorType, (_vm, self: LongRangeIterator) => normalize(self.left));
  defineLeaf(listIteratorType, (_vm, self: ListIterator) =>
    self.list === null ? 0 : Math.max(0, self.list.items.length - self.index),
  );
  defineLeaf(listReverseIteratorType, (_vm, self: ListReverseIterator) =>
    self.list === null || self.index >= self.list.items.length ? 0 : self.index + 1,
  );
  defineLeaf(tupleIteratorType, (_vm, self: TupleIterator) =>
    self.tuple === null ? 0 : Math.max(0, self.tuple.items.length - self.index),
  );
  for (const type of [strIteratorType, strAsciiIteratorType]) {
    defineLeaf(type, (_vm, { text, index }: StrIterator) => (text === null ? 0 : lengthOf(text.slice(index))));
  }
  for (const type of [
    setIteratorType,
    dictKeyIteratorType,
    dictValueIteratorType,
    dictItemIteratorType,
    dictReverseKeyIteratorType,
    dictReverseValueIteratorType,
    dictReverseItemIteratorType,
  ]) {
    defineLeaf(type, tableHint);
  }
  defineType(sequenceIteratorType, null, {
    __iter__: method("", (_vm, self: Value) => self),
    __next__: method("", nextInFrame),
    __length_hint__: method("", sequenceHint),
  });
  defineType(callableIteratorType, null, {
    __iter__: method("", (_vm, self: Value) => self),
    __next__: method("", nextInFrame),
  });
}
