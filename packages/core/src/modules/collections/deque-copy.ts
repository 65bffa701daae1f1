// Filling and copying deques: from iterables, by + and *.
import { refuseConcatenation } from "../../types/sequence-index.ts";
import type { Machine } from "../../objects/machine.ts";
import { typeOf } from "../../objects/make.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { charge, countBytes, ITEM_BYTES } from "../../protocol/charge.ts";
import { call } from "../../protocol/call.ts";
import { each, type EachAction } from "../../protocol/each.ts";
import { newList } from "../../objects/make.ts";
import { raiseMemoryError, raiseTypeError } from "../../protocol/raise.ts";
import { type CountAction, withCount } from "../../types/count-argument.ts";
import { Deque } from "./deque-layout.ts";

interface Extension {
  readonly deque: Deque;
  readonly answer: Value;
}

function append(vm: Machine, { deque }: Extension, item: Value): Result {
  if (deque.size >= vm.limits.length) return raiseMemoryError(vm);
  deque.pushLast(item);
  countBytes(vm, ITEM_BYTES);
  return NONE;
}
function prepend(vm: Machine, { deque }: Extension, item: Value): Result {
  if (deque.size >= vm.limits.length) return raiseMemoryError(vm);
  deque.pushFirst(item);
  countBytes(vm, ITEM_BYTES);
  return NONE;
}

const extendEach: EachAction<Extension> = {
  leaf: append,
  item: append,
  end: (_vm, { answer }) => answer,
};
const extendLeftEach: EachAction<Extension> = {
  leaf: prepend,
  item: prepend,
  end: (_vm, { answer }) => answer,
};

/** The deque itself is read as it is now. */
function readable(deque: Deque, iterable: Value): Value {
  return iterable === deque ? newList(deque.items()) : iterable;
}

/** Append every item of an iterable; answers `answer`. */
export function extend(vm: Machine, deque: Deque, iterable: Value, answer: Value): Result {
  return each(vm, readable(deque, iterable), extendEach, { deque, answer });
}

/** Prepend every item of an iterable; answers None. */
export function extendLeft(vm: Machine, deque: Deque, iterable: Value): Result {
  return each(vm, readable(deque, iterable), extendLeftEach, { deque, answer: NONE });
}

// ---- copies ----------------------------------------------------------------------------------------------------------

/** What to do with a copy: static data. */
interface CopyThen<X> {
  run(vm: Machine, copy: Deque, extra: X): Result;
}

interface CopyState {
  readonly self: Deque;
  readonly then: CopyThen<unknown>;
  readonly extra: unknown;
}

/** Copies an instance of a subclass by calling its class. */
const COPY: Asking<CopyState> = {
  ask: (vm, { self }) => call(vm, self.type, self.limit === null ? [self] : [self, self.limit]),
  take(vm, { self, then, extra }, copy) {
    if (copy instanceof Deque) return then.run(vm, copy, extra);
    return raiseTypeError(vm, `${self.type.name}() must return a deque, not ${typeOf(copy).name}`);
  },
};

function withCopy<X>(vm: Machine, self: Deque, then: CopyThen<X>, extra: X): Result {
  if (!self.type.isBuiltin) return asking(vm, COPY, { self, then: then as CopyThen<unknown>, extra });
  const copy = new Deque(self.type);
  copy.limit = self.limit;
  charge(vm, self.size);
  copy.fill(self.items());
  return then.run(vm, copy, extra);
}

const plainThen: CopyThen<null> = { run: (_vm, copy) => copy };
const addThen: CopyThen<Deque> = { run: (vm, copy, other) => extend(vm, copy, other, copy) };
const repeatThen: CopyThen<number> = { run: (vm, copy, times) => repeatInPlace(vm, copy, times) };

export function copyDeque(vm: Machine, self: Deque): Result {
  return withCopy(vm, self, plainThen, null);
}

export function addDeques(vm: Machine, self: Deque, other: Value): Result {
  if (other instanceof Deque) return withCopy(vm, self, addThen, other);
  return refuseConcatenation(vm, self, other, "deque");
}

function repeatInPlace(vm: Machine, self: Deque, times: number): Result {
  const items = self.items();
  if (times === 0 || items.length === 0) {
    self.fill([]);
    return self;
  }
  const { limit } = self;
  // No more rounds than a bounded deque can show.
  const rounds = limit === null ? times : Math.min(times, Math.ceil(limit / items.length) + 1);
  if (items.length * rounds > vm.limits.length) return raiseMemoryError(vm);
  const all: Value[] = [];
  for (let round = 0; round < rounds; round++) for (const item of items) all.push(item);
  self.fill(all);
  return self;
}

const timesNew: CountAction<Deque> = {
  run: (vm, self, times) => withCopy(vm, self, repeatThen, times),
};
const timesInPlace: CountAction<Deque> = { run: repeatInPlace };

export function multiply(vm: Machine, self: Deque, count: Value): Result {
  return withCount(vm, self, count, timesNew);
}
export function multiplyInPlace(vm: Machine, self: Deque, count: Value): Result {
  return withCount(vm, self, count, timesInPlace);
}
