// count, cycle and repeat: iterators that need not end.
import { LazyIterator } from "../../objects/lazy-iterators.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import { PyComplex, PyFloat } from "../../objects/numbers.ts";
import { DONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { arithmetic } from "../../protocol/arithmetic.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { hosted, type Hosted, stepForItem } from "../../protocol/hosting.ts";
import { next } from "../../protocol/iterate.ts";
import { isLeafIterator, nextLeaf, weightOver } from "../../protocol/leaf-iterator.ts";
import { asInt, special } from "../../protocol/lookup.ts";
import { BinaryKind } from "../../protocol/operators.ts";
import { converting, Want } from "../../protocol/parameters.ts";
import { raiseMemoryError, raiseTypeError } from "../../protocol/raise.ts";
import { shortName } from "../../protocol/type-name.ts";
import { defineType, method } from "../../types/define.ts";
import { openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";
import { type ReprsThen, withReprs } from "../repr-all.ts";

// ---- count -----------------------------------------------------------------------------------------------------------

class Count extends LazyIterator {
  value: Value;
  readonly step: Value;

  constructor(type: PyType, value: Value, step: Value) {
    super(type, isNative(value) && isNative(step) ? 1 : 0);
    this.value = value;
    this.step = step;
  }
}

/** Whether adding such values is never Python's. */
function isNative(value: Value): boolean {
  return typeof value === "number" || typeof value === "bigint" || (value instanceof PyFloat && value.type.isBuiltin);
}

function isNumber(value: Value): boolean {
  if (typeof value !== "object") return typeof value !== "string";
  if (value instanceof PyFloat || value instanceof PyComplex) return true;
  return ["__index__", "__int__", "__float__"].some((name) => special(value, name) !== undefined);
}

const COUNT_ON: Asking<{ readonly self: Count; readonly value: Value }> = {
  ask: (vm, { self, value }) => arithmetic(vm, BinaryKind.Add, value, self.step),
  take(_vm, { self, value }, answer) {
    self.value = answer;
    return value;
  },
};

function nextOfCount(vm: Machine, self: Count): Result {
  const { value, step } = self;
  if (typeof value === "number" && typeof step === "number") {
    const after = value + step;
    if (Number.isSafeInteger(after)) {
      self.value = after;
      return value;
    }
  }
  if (self.weight === 0) return asking(vm, COUNT_ON, { self, value });
  const after = arithmetic(vm, BinaryKind.Add, value, step);
  return after === undefined ? undefined : (COUNT_ON.take(vm, { self, value }, after) as Result);
}

const countRepr: ReprsThen<Count> = {
  run: (_vm, texts, self) => `${shortName(self.type)}(${(self.step === 1 ? texts.slice(0, 1) : texts).join(", ")})`,
};

export const countType: PyType = moduleType("itertools", "count");
defineType(countType, "Numbers from start on, evenly spaced.", {
  __new__: newNamed(countType, "start=0, step=1", (vm, cls: PyType, start: Value = 0, step: Value = 1) =>
    isNumber(start) && isNumber(step)
      ? new Count(cls, asInt(start) ?? start, asInt(step) ?? step)
      : raiseTypeError(vm, "a number is required"),
  ),
  __iter__: method("", (_vm, self: Count) => self),
  __next__: method("", nextOfCount),
  __repr__: method("", (vm, self: Count) => withReprs(vm, [self.value, self.step], countRepr, self)),
  __reduce__: method("", (_vm, self: Count) =>
    newTuple([typeOf(self), newTuple(self.step === 1 ? [self.value] : [self.value, self.step])]),
  ),
});

// ---- cycle -----------------------------------------------------------------------------------------------------------

class Cycle extends LazyIterator {
  /** Null once all its items are saved. */
  iterator: Value | null;
  readonly saved: Value[] = [];
  at = 0;

  constructor(type: PyType, iterator: Value) {
    super(type, weightOver([iterator]));
    this.iterator = iterator;
  }
}

function cycleOn(vm: Machine, self: Cycle, item: Value): Result {
  if (item !== DONE) {
    if (self.saved.length >= vm.limits.length) return raiseMemoryError(vm);
    self.saved.push(item);
    return item;
  }
  self.iterator = null;
  return again(vm, self);
}

function again(vm: Machine, self: Cycle): Result {
  const item = self.saved[self.at];
  if (item === undefined) return stop(vm);
  self.at = self.at + 1 === self.saved.length ? 0 : self.at + 1;
  return item;
}

const CYCLE_ON: Hosted<Cycle> = hosted({
  name: "cycle.__next__",
  step(vm, self, input) {
    const item = input ?? next(vm, self.iterator as Value);
    return item === undefined ? undefined : cycleOn(vm, self, item);
  },
});

function nextOfCycle(vm: Machine, self: Cycle): Result {
  if (self.iterator === null) return again(vm, self);
  if (!isLeafIterator(self.iterator)) return stepForItem(vm, CYCLE_ON, self);
  const item = nextLeaf(vm, self.iterator);
  return item === undefined ? undefined : cycleOn(vm, self, item);
}

const cycleThen: OpenThen<PyType> = {
  run: (_vm, iterators, type) => new Cycle(type, iterators[0] as Value),
};

export const cycleType: PyType = moduleType("itertools", "cycle");
defineType(cycleType, "The items of an iterable, again and again.", {
  __new__: newNamed(cycleType, "iterable, /", (vm, cls: PyType, iterable: Value) =>
    openAll(vm, [iterable], cycleThen, cls),
  ),
  __iter__: method("", (_vm, self: Cycle) => self),
  __next__: method("", nextOfCycle),
});

// ---- repeat ----------------------------------------------------------------------------------------------------------

class Repeat extends LazyIterator {
  readonly item: Value;
  /** Times left; Infinity without end. */
  left: number;

  constructor(type: PyType, item: Value, left: number) {
    super(type, 1);
    this.item = item;
    this.left = left;
  }
}

const repeatRepr: ReprsThen<Repeat> = {
  run: (_vm, texts, self) =>
    `${shortName(self.type)}(${texts[0]}${Number.isFinite(self.left) ? `, ${self.left}` : ""})`,
};

export const repeatType: PyType = moduleType("itertools", "repeat");
defineType(repeatType, "The same object, without end or so many times.", {
  __new__: newNamed(
    repeatType,
    "object, times=None",
    converting(
      [Want.Any, Want.Size],
      (_vm, cls: PyType, item: Value, times?: number) =>
        new Repeat(cls, item, times === undefined ? Number.POSITIVE_INFINITY : Math.max(0, times)),
    ),
  ),
  __iter__: method("", (_vm, self: Repeat) => self),
  __next__: method("", (vm, self: Repeat) => {
    if (self.left <= 0) return stop(vm);
    self.left--;
    return self.item;
  }),
  __repr__: method("", (vm, self: Repeat) => withReprs(vm, [self.item], repeatRepr, self)),
  __length_hint__: method("", (vm, self: Repeat) =>
    Number.isFinite(self.left) ? self.left : raiseTypeError(vm, "len() of unsized object"),
  ),
  __reduce__: method("", (_vm, self: Repeat) =>
    newTuple([typeOf(self), newTuple(Number.isFinite(self.left) ? [self.item, self.left] : [self.item])]),
  ),
});
