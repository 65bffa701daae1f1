// Iteration: `iter(x)` and `next(it)` for built-in iterators, generators and classes with `__next__`.
import { askMethod, methodAnswer } from "./method-answer.ts";
import {
  bytesType,
  dictType,
  frozenSetType,
  generatorType,
  listType,
  rangeType,
  setType,
  tupleType,
  callableIteratorType,
  dictKeyIteratorType,
  sequenceIteratorType,
  setIteratorType,
  unionType,
} from "../objects/builtin-types.ts";
import { BytesIterator } from "../objects/byte-iterators.ts";
import { indexErrorType, stopIterationType } from "../objects/exception-types.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import { PyGenerator } from "../objects/generator.ts";
import {
  CallableIterator,
  ListIterator,
  LongRangeIterator,
  RangeIterator,
  SequenceIterator,
  StrIterator,
  TableItem,
  TableIterator,
  TupleIterator,
} from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyBytes, PyList, PyRange, PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import { isTable, type PyDict, type PySet } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { isAscii } from "../text/classify.ts";
import { call, callMethod } from "./call.ts";
import { equals } from "./compare.ts";
import { pushNative } from "./frames.ts";
import { itemOfDelegate, resumeGenerator } from "./generator.ts";
import { raiseTypeError, catchError } from "./raise.ts";
import { getItem } from "./subscript.ts";

/** `iter(value)`. */
export function getIterator(vm: Machine, value: Value): Result {
  if (typeof value === "string") return new StrIterator(value, isAscii(value));
  if (typeof value === "object") {
    const type = value.type;
    if (type === listType) return new ListIterator(value as PyList);
    if (type === tupleType) return new TupleIterator(value as PyTuple);
    if (type === bytesType) return new BytesIterator(value as PyBytes);
    if (type === rangeType) return rangeIterator(value as PyRange);
    if (type === dictType) return new TableIterator(dictKeyIteratorType, value as PyDict, TableItem.Key, 1);
    if (type === setType || type === frozenSetType)
      return new TableIterator(setIteratorType, value as PySet, TableItem.Key, 1);
    if (value instanceof PyGenerator && type.lookup("__next__") !== undefined) return value;
  }
  const type = typeOf(value);
  const method = type.lookup("__iter__");
  if (method === undefined) {
    if (type.lookup("__getitem__") !== undefined && type !== unionType) return new SequenceIterator(value);
    return raiseTypeError(vm, `'${type.name}' object is not iterable`);
  }
  if (method === NONE) return raiseTypeError(vm, `'${type.name}' object is not iterable`);
  if (method instanceof NativeFunction) return callMethod(vm, method, value, []);
  return askMethod(vm, iterAnswer, method, value);
}

/** Asks an `__iter__` written in Python and checks that it answers an iterator. */
const iterAnswer = methodAnswer("iter", (vm, answer) => {
  if (typeOf(answer).lookup("__next__") !== undefined) return answer;
  return raiseTypeError(vm, `iter() returned non-iterator of type '${typeOf(answer).name}'`);
});

/** The iterator of a range: plain numbers while they are safe. */
export function rangeIterator(range: PyRange): RangeIterator | LongRangeIterator {
  const { start, stop, step, length } = range;
  if (typeof start === "number" && typeof stop === "number" && typeof step === "number" && typeof length === "number") {
    return new RangeIterator(start, step, length);
  }
  return new LongRangeIterator(BigInt(start), BigInt(step), BigInt(length));
}

/**
 * `next(iterator)`: the item, DONE when exhausted, or undefined after raising or pushing a frame. That frame's result is
 * the item; the frame on top at the time of the call gets DONE when it ends in StopIteration.
 */
export function next(vm: Machine, iterator: Value): Result {
  const type = typeOf(iterator);
  const leaf = type.leafItem;
  if (leaf !== null) return leaf(vm, iterator as never);
  if (type === generatorType) {
    const item = itemOfDelegate(vm, iterator as PyGenerator);
    if (item !== undefined) return item;
    const consumer = awaitItem(vm);
    const answer = resumeGenerator(vm, iterator as PyGenerator, NONE);
    if (answer !== undefined) endWait(consumer);
    return answer;
  }
  const own = type.ownNext === undefined ? ownNextOf(type) : type.ownNext;
  if (own === null) return nextOfOther(vm, iterator, type);
  const consumer = awaitItem(vm);
  return given(vm, consumer, own(vm, iterator));
}

function ownNextOf(type: PyType): ((vm: Machine, iterator: Value) => Result) | null {
  const method = type.lookup("__next__");
  // The methods of these two ask `next` in their turn.
  const isOther = type === sequenceIteratorType || type === callableIteratorType;
  const isOwn = method instanceof NativeFunction && method.text === "" && method.owner === type && !isOther;
  const own = isOwn ? method.body : null;
  type.ownNext = own;
  return own;
}

function nextOfOther(vm: Machine, iterator: Value, type: PyType): Result {
  if (iterator instanceof SequenceIterator) return nextOfSequence(vm, iterator);
  if (iterator instanceof CallableIterator) {
    if (iterator.callable === null) return DONE;
    return pushNative(vm, callableOp, { iterator, item: undefined, stage: 0 });
  }
  const method = type.lookup("__next__");
  if (method === undefined) return raiseTypeError(vm, `'${type.name}' object is not an iterator`);
  const consumer = awaitItem(vm);
  return given(vm, consumer, callMethod(vm, method, iterator, []));
}

/** What a `__next__` has given to the consumer that awaits it. */
function given(vm: Machine, consumer: Frame, answer: Result): Result {
  if (answer === undefined) return catchError(vm, stopIterationType) === null ? undefined : DONE;
  endWait(consumer);
  return answer;
}

/**
 * The native frame on top, or what the frame on top hosts, waits for an item: StopIteration means exhausted. Else a Python
 * frame's tag is its instruction's own to set: ForEach does, and a call of the built-in `next` wants the exception.
 */
function awaitItem(vm: Machine): Frame {
  const consumer = vm.fiber.top;
  if (consumer.op !== null || consumer.then?.isItem === true) consumer.tag = Tag.Next;
  return consumer;
}

/** The answer was there at once. */
function endWait(consumer: Frame): void {
  if (consumer.op !== null) consumer.tag = Tag.Push;
  else if (consumer.then?.isItem === true) consumer.tag = Tag.Then;
}

function nextOfSequence(vm: Machine, iterator: SequenceIterator): Result {
  if (iterator.sequence === null) return DONE;
  return pushNative(vm, sequenceOp, { iterator, isAsked: false });
}

const sequenceOp: NativeOp<{ iterator: SequenceIterator; isAsked: boolean }> = {
  name: "iteration by index",
  step(vm, state, input) {
    if (input !== undefined) return input;
    const { iterator } = state;
    if (iterator.sequence === null) return DONE;
    const item = getItem(vm, iterator.sequence, iterator.index++);
    return item === undefined && vm.error !== null ? endOfSequence(vm, iterator) : item;
  },
  raised: (vm, state) => endOfSequence(vm, state.iterator),
};

function endOfSequence(vm: Machine, iterator: SequenceIterator): Result {
  if (catchError(vm, indexErrorType) === null && catchError(vm, stopIterationType) === null) return undefined;
  iterator.sequence = null;
  return DONE;
}

/** Calls the callable, then compares its answer with the sentinel. */
const callableOp: NativeOp<{ iterator: CallableIterator; item: Value | undefined; stage: number }> = {
  name: "iteration by call",
  step(vm, state, input) {
    let answer: Result = input;
    const { iterator } = state;
    if (state.stage === 0) {
      state.stage = 1;
      answer = call(vm, iterator.callable as Value, []);
      if (answer === undefined) return vm.error === null ? undefined : endOfCalls(vm, iterator);
    }
    if (state.stage === 1) {
      state.item = answer as Value;
      state.stage = 2;
      answer = equals(vm, iterator.sentinel, state.item);
      if (answer === undefined) return undefined;
    }
    if (answer === true) {
      iterator.callable = null;
      return DONE;
    }
    return state.item;
  },
  raised: (vm, state) => (state.stage === 1 ? endOfCalls(vm, state.iterator) : undefined),
};

function endOfCalls(vm: Machine, iterator: CallableIterator): Result {
  if (catchError(vm, stopIterationType) === null) return undefined;
  iterator.callable = null;
  return DONE;
}

/** The items of an exact built-in container, for leaves that need no frame; null for anything else. */
export function plainItems(value: Value): readonly Value[] | null {
  if (value instanceof PyList && value.type === listType) return value.items;
  if (value instanceof PyTuple && value.type === tupleType) return value.items;
  if (isTable(value) && (value.type === dictType || value.type === setType || value.type === frozenSetType)) {
    return value.keys.length === value.size
      ? (value.keys as readonly Value[])
      : value.keys.filter((key): key is Value => key !== undefined);
  }
  if (typeof value === "string") return Array.from(value);
  if (value instanceof PyBytes && value.type === bytesType && value.data.length <= PLAIN_RANGE) {
    const items: Value[] = [];
    for (let at = 0; at < value.data.length; at++) items.push(value.data[at] as number);
    return items;
  }
  if (value instanceof PyRange && typeof value.length === "number" && value.length <= PLAIN_RANGE) {
    const { start, step } = value;
    if (typeof start !== "number" || typeof step !== "number") return null;
    const items: Value[] = [];
    for (let i = 0, item = start; i < value.length; i++, item += step) items.push(item);
    return items;
  }
  return null;
}

/** Bytes and ranges up to this length are turned into items in one go. */
const PLAIN_RANGE = 100_000;
