// The type range.
import { rangeType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import { PyRange, PySlice } from "../objects/sequences.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { hashTuple } from "../numeric/hash.ts";
import { add, type Int, mul, sub } from "../numeric/int.ts";
import { floorDiv, mod } from "../numeric/int-divide.ts";
import { fromFloat } from "../numeric/int-float.ts";
import { rangeLength, sliceIndices } from "../numeric/int-slice.ts";
import { intText } from "../protocol/conversion.ts";
import { equals } from "../protocol/compare.ts";
import { each, type EachAction, NEEDS_FRAME } from "../protocol/each.ts";
import { hashItems } from "../protocol/hash.ts";
import { rangeIterator } from "../protocol/iterate.ts";
import { asInt } from "../protocol/lookup.ts";
import { converting, Want } from "../protocol/parameters.ts";
import { raiseIndexError, raiseOverflowError, raiseValueError } from "../protocol/raise.ts";
import { structuralEquals } from "../protocol/structural.ts";
import { defineType, member, method, newMethod } from "./define.ts";
import { classFor } from "../protocol/class-for.ts";
import { type IndexAction, LARGEST_SIZE, withIndex } from "./sequence-index.ts";
import { type PartsThen, withParts } from "./slice.ts";

const DOC =
  "The ints from start (0 by default) up to stop, by step (1 by default), which are made as they are asked for.";

export function newRange(start: Int, stop: Int, step: Int): PyRange {
  return new PyRange(rangeType, start, stop, step, rangeLength(start, stop, step));
}

function make(vm: Machine, cls: Value, first: Int, stop?: Int, step: Int = 1): Result {
  if (classFor(vm, rangeType, cls) === undefined) return undefined;
  if (stop === undefined) return newRange(0, first, 1);
  return step === 0 ? raiseValueError(vm, "range() arg 3 must not be zero") : newRange(first, stop, step);
}

/** The number at a position within the length. */
function numberAt(range: PyRange, at: Int): Int {
  return add(range.start, mul(at, range.step));
}

const getAction: IndexAction<PyRange> = {
  noun: "range",
  run(vm, range, at) {
    const position = at < 0 ? add(at, range.length) : at;
    if (position >= 0 && position < range.length) return numberAt(range, position);
    return raiseIndexError(vm, "range object index out of range");
  },
};

const sliceThen: PartsThen<PyRange> = {
  run(_vm, start, stop, step, range) {
    const [from, to, by] = sliceIndices(range.length, start, stop, step);
    return newRange(numberAt(range, from), numberAt(range, to), mul(range.step, by));
  },
};

function getItem(vm: Machine, self: PyRange, key: Value): Result {
  return key instanceof PySlice ? withParts(vm, key, sliceThen, self) : withIndex(vm, key, getAction, self);
}

/** The position of an int; -1 when the range does not have it. */
function positionOf({ start, step, length }: PyRange, value: Int): Int {
  const distance = sub(value, start);
  if (mod(distance, step) !== 0) return -1;
  const position = floorDiv(distance, step) as Int;
  return position >= 0 && position < length ? position : -1;
}

/** The int that a native number equals; undefined when none can equal it, null when Python must tell. */
function soughtInt(value: Value): Int | undefined | null {
  const plain = asInt(value);
  if (plain !== undefined) return structuralEquals(0, value, 0) === undefined ? null : plain;
  if (value instanceof PyFloat) return Number.isInteger(value.v) ? (fromFloat(value.v) as Int) : undefined;
  if (value instanceof PyComplex) return value.imaginary === 0 ? soughtInt(new PyFloat(value.real)) : undefined;
  return structuralEquals(0, value, 0) === false ? undefined : null;
}

/** A search of the numbers one by one, for a value with an equality of its own. */
interface Search {
  readonly value: Value;
  count: number;
}

const containsEach: EachAction<Search> = {
  leaf: () => NEEDS_FRAME,
  item: (vm, { value }, item) => equals(vm, item, value),
  stopAt: true,
  end: (_vm, _search, isStopped) => isStopped,
};

const countEach: EachAction<Search> = {
  leaf: () => NEEDS_FRAME,
  item: (vm, { value }, item) => equals(vm, item, value),
  take(search, answer) {
    if (answer === true) search.count++;
  },
  end: (_vm, search) => search.count,
};

const indexEach: EachAction<Search> = {
  ...countEach,
  take(search) {
    search.count++;
  },
  stopAt: true,
  end: (vm, search, isStopped) =>
    isStopped ? search.count - 1 : raiseValueError(vm, "sequence.index(x): x not in sequence"),
};

function contains(vm: Machine, self: PyRange, value: Value): Result {
  const sought = soughtInt(value);
  if (sought === null) return each(vm, self, containsEach, { value, count: 0 });
  return sought !== undefined && positionOf(self, sought) !== -1;
}

function count(vm: Machine, self: PyRange, value: Value): Result {
  const sought = soughtInt(value);
  if (sought === null) return each(vm, self, countEach, { value, count: 0 });
  return sought !== undefined && positionOf(self, sought) !== -1 ? 1 : 0;
}

function index(vm: Machine, self: PyRange, value: Value): Result {
  const sought = soughtInt(value);
  if (sought === null) return each(vm, self, indexEach, { value, count: 0 });
  const position = sought === undefined ? -1 : positionOf(self, sought);
  if (position !== -1) return position;
  // Only ints are told by name, as in CPython, and none of a class of their own.
  const text = sought === undefined || typeof value === "object" ? undefined : intText(vm, sought);
  if (vm.error !== null) return undefined;
  return raiseValueError(vm, text === undefined ? "sequence.index(x): x not in sequence" : `${text} is not in range`);
}

function repr(vm: Machine, { start, stop, step }: PyRange): Result {
  const texts = [intText(vm, start), intText(vm, stop)];
  if (step !== 1) texts.push(intText(vm, step));
  return vm.error === null ? `range(${texts.join(", ")})` : undefined;
}

function hash(vm: Machine, { start, step, length }: PyRange): Result {
  return hashItems(vm, [length, length === 0 ? NONE : start, length === 0 || length === 1 ? NONE : step], hashTuple);
}

function equality(wanted: boolean): (vm: Machine, self: PyRange, other: Value) => Result {
  return (_vm, self, other) =>
    other instanceof PyRange ? (structuralEquals(self, other, 0) === true) === wanted : NOT_IMPLEMENTED;
}

export function defineRange(): void {
  defineType(rangeType, DOC, {
    __new__: newMethod("start, stop=None, step=1, /", converting([Want.Index, Want.Index, Want.Index], make)),
    __repr__: method("", repr),
    __hash__: method("", hash),
    __eq__: method("value, /", equality(true)),
    __ne__: method("value, /", equality(false)),
    __iter__: method("", (_vm, self: PyRange) => rangeIterator(self)),
    __reversed__: method("", (_vm, self: PyRange) => {
      const { start, step, length } = self;
      const last = numberAt(self, sub(length, 1));
      return rangeIterator(new PyRange(rangeType, last, sub(start, step), sub(0, step), length));
    }),
    __bool__: method("", (_vm, self: PyRange) => self.length !== 0),
    __len__: method("", (vm, { length }: PyRange) =>
      length > LARGEST_SIZE ? raiseOverflowError(vm, "Python int too large to convert to C ssize_t") : length,
    ),
    __getitem__: method("key, /", getItem),
    __contains__: method("key, /", contains),
    __reduce__: method("", (_vm, self: PyRange) => newTuple([rangeType, newTuple([self.start, self.stop, self.step])])),
    count: method("object, /", count, "How many numbers equal the value: 0 or 1."),
    index: method("object, /", index, "The position of a number; ValueError when it is not in the range."),
    start: member((_vm, self: PyRange) => self.start),
    stop: member((_vm, self: PyRange) => self.stop),
    step: member((_vm, self: PyRange) => self.step),
  });
}
