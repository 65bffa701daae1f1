// islice: some of the items, by position.
import { LazyIterator } from "../../objects/lazy-iterators.ts";
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { DONE, NONE } from "../../objects/singletons.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { index } from "../../protocol/conversion.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { hosted, type Hosted, stepForItem } from "../../protocol/hosting.ts";
import { next } from "../../protocol/iterate.ts";
import { isLeafIterator, nextLeaf, weightOver } from "../../protocol/leaf-iterator.ts";
import { asInt } from "../../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { defineType, method } from "../../types/define.ts";
import { openAll, type OpenThen } from "../../types/open-iterators.ts";
import { moduleType, newNamed, stop } from "../module-type.ts";

/** Items passed over in one step. */
const STRIDE = 1024;

class ISlice extends LazyIterator {
  /** Null when exhausted. */
  iterator: Value | null;
  /** Position of the next item to give out. */
  next: number;
  readonly stop: number;
  readonly step: number;
  /** Items taken from the iterator. */
  taken = 0;

  constructor(type: PyType, iterator: Value, start: number, stop: number, step: number) {
    super(type, weightOver([iterator], Math.max(start + 1, step)));
    this.iterator = iterator;
    this.next = start;
    this.stop = stop;
    this.step = step;
  }
}

function finish(vm: Machine, self: ISlice): undefined {
  self.iterator = null;
  return stop(vm);
}

/** Deal with an item taken: its value when it is one to give out, else undefined. */
function take(self: ISlice, item: Value): Value | undefined {
  if (self.taken++ < self.next) return undefined;
  self.next = Math.min(self.next + self.step, self.stop);
  return item;
}

const NEXT: Hosted<ISlice> = hosted({
  name: "islice.__next__",
  step(vm, self, input) {
    let item: Result = input;
    for (let left = STRIDE; left > 0; left--) {
      if (self.iterator === null) return stop(vm);
      if (item === undefined && !wantsMore(self)) return finish(vm, self);
      item ??= next(vm, self.iterator);
      if (item === undefined) return undefined;
      if (item === DONE) return finish(vm, self);
      const given = take(self, item);
      if (given !== undefined) return given;
      item = undefined;
    }
    return more(vm);
  },
});

/** Whether another item is to be taken: to pass over, or to give out. */
function wantsMore(self: ISlice): boolean {
  return self.taken < self.next || self.taken < self.stop;
}

function nextOf(vm: Machine, self: ISlice): Result {
  const { iterator } = self;
  if (iterator === null) return stop(vm);
  if (!isLeafIterator(iterator)) return stepForItem(vm, NEXT, self);
  for (let left = STRIDE; left > 0; left--) {
    if (!wantsMore(self)) return finish(vm, self);
    const item = nextLeaf(vm, iterator);
    if (item === undefined) return undefined;
    if (item === DONE) return finish(vm, self);
    const given = take(self, item);
    if (given !== undefined) return given;
  }
  return stepForItem(vm, NEXT, self);
}

// ---- making one ------------------------------------------------------------------------------------------------------

const RANGE = "must be None or an integer: 0 <= x <= sys.maxsize.";
const LARGEST = 9223372036854775807n;

interface Bounds {
  readonly type: PyType;
  readonly iterable: Value;
  /** The arguments after the iterable. */
  readonly given: readonly Value[];
  /** As numbers: undefined for None, -1 for what is no index. */
  readonly bounds: (number | undefined)[];
  isEnding: boolean;
}

/** A bound as C's clipped index; an int out of range counts as none. */
function boundOf(value: Value): number | undefined {
  if (value === NONE) return undefined;
  const whole = asInt(value);
  if (whole === undefined || whole > LARGEST || whole < -LARGEST) return -1;
  return Number(whole);
}

/** Converts the bounds one by one; a failing `__index__` makes a bound invalid. */
const boundsOp: NativeOp<Bounds> = {
  name: "islice",
  step(vm, state, input) {
    if (state.isEnding) return input;
    const { given, bounds } = state;
    let answer: Result = input;
    while (bounds.length < given.length) {
      const value = given[bounds.length] as Value;
      if (answer === undefined) {
        answer = value === NONE || asInt(value) !== undefined ? value : index(vm, value);
        if (answer === undefined) {
          if (vm.error === null) return undefined;
          vm.error = null;
          answer = "";
        }
      }
      bounds.push(boundOf(answer));
      answer = undefined;
    }
    state.isEnding = true;
    return open(vm, state);
  },
  raised(vm, state) {
    if (state.isEnding) return undefined;
    vm.error = null;
    state.bounds.push(-1);
    return undefined;
  },
};

interface Opening {
  readonly type: PyType;
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}
const openThen: OpenThen<Opening> = {
  run: (_vm, iterators, { type, start, stop: end, step }) => new ISlice(type, iterators[0] as Value, start, end, step),
};

function open(vm: Machine, { type, iterable, bounds }: Bounds): Result {
  const [first, second, third] = bounds;
  const isShort = bounds.length === 1;
  const start = isShort ? 0 : (first ?? 0);
  const end = isShort ? first : second;
  if (end === -1) return raiseValueError(vm, `Stop argument for islice() ${RANGE}`);
  if (start < 0 || (end !== undefined && end < 0)) return raiseValueError(vm, `Indices for islice() ${RANGE}`);
  const step = third ?? 1;
  if (step < 1) return raiseValueError(vm, "Step for islice() must be a positive integer or None.");
  return openAll(vm, [iterable], openThen, { type, start, stop: end ?? Number.POSITIVE_INFINITY, step });
}

function make(vm: Machine, type: PyType, args: readonly Value[]): Result {
  if (args.length < 2 || args.length > 4) {
    const limit = args.length < 2 ? "at least 2" : "at most 4";
    return raiseTypeError(vm, `islice expected ${limit} arguments, got ${args.length}`);
  }
  const [iterable, ...given] = args as [Value, ...Value[]];
  if (given.every((value) => value === NONE || asInt(value) !== undefined)) {
    return open(vm, { type, iterable, given, bounds: given.map(boundOf), isEnding: false });
  }
  return pushNative(vm, boundsOp, { type, iterable, given, bounds: [], isEnding: false });
}

export const isliceType: PyType = moduleType("itertools", "islice");
defineType(isliceType, "The items at positions from start up to stop, in steps.", {
  __new__: newNamed(isliceType, "*args", make),
  __iter__: method("", (_vm, self: ISlice) => self),
  __next__: method("", nextOf),
});
