// Iteration: `iter(x)` and `next(it)` for built-in iterators, generators and classes with `__next__`.
import { askMethod, methodAnswer } from "./method-answer.ts";
import {
  dictType,
  frozenSetType,
  generatorType,
  listType,
  rangeType,
  setType,
  tupleType,
  dictKeyIteratorType,
  setIteratorType,
  unionType,
} from "../objects/builtin-types.ts";
import { ByteArrayIterator, BytesIterator } from "../objects/byte-iterators.ts";
import { indexErrorType, stopIterationType } from "../objects/exception-types.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import { PyGenerator } from "../objects/generator.ts";
import {
  CallableIterator,
  ListIterator,
  ListReverseIterator,
  LongRangeIterator,
  RangeIterator,
  SequenceIterator,
  StrIterator,
  TableItem,
  TableIterator,
  TupleIterator,
} from "../objects/iterators.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyList, PyRange, PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import { isTable, type PyDict, PySet, type Table } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { normalize } from "../numeric/int.ts";
import { isAscii } from "../text/classify.ts";
import { nextByte } from "./byte-iterate.ts";
import { call, callMethod } from "./call.ts";
import { equals } from "./compare.ts";
import { pushNative } from "./frames.ts";
import { resumeGenerator } from "./generator.ts";
import { raiseRuntimeError, raiseTypeError, catchError } from "./raise.ts";
import { getItem } from "./subscript.ts";

/** `iter(value)`. */
export function getIterator(vm: Machine, value: Value): Result {
  if (typeof value === "string") return new StrIterator(value, isAscii(value));
  if (typeof value === "object") {
    const type = value.type;
    if (type === listType) return new ListIterator(value as PyList);
    if (type === tupleType) return new TupleIterator(value as PyTuple);
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
  if (iterator instanceof RangeIterator) {
    if (iterator.left === 0) return DONE;
    iterator.left--;
    const value = iterator.value;
    iterator.value = value + iterator.step;
    return value;
  }
  if (iterator instanceof ListIterator) return nextOfList(iterator);
  if (iterator instanceof TableIterator) return nextOfTable(vm, iterator);
  if (iterator instanceof StrIterator) return nextOfString(iterator);
  if (iterator instanceof TupleIterator) {
    const item = iterator.tuple === null ? undefined : iterator.tuple.items[iterator.index++];
    if (item !== undefined) return item;
    iterator.tuple = null;
    return DONE;
  }
  if (iterator instanceof PyGenerator && iterator.type === generatorType) {
    awaitItem(vm);
    return resumeGenerator(vm, iterator, NONE);
  }
  return nextByMethod(vm, iterator);
}

function nextOfList(iterator: ListIterator): Value {
  const list = iterator.list;
  if (list === null) return DONE;
  const item = list.items[iterator.index++];
  if (item !== undefined) return item;
  iterator.list = null;
  return DONE;
}

function nextOfString(iterator: StrIterator): Value {
  const text = iterator.text;
  const at = iterator.index;
  if (text === null || at >= text.length) {
    iterator.text = null;
    return DONE;
  }
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) {
    iterator.index = at + 1;
    return text[at] as string;
  }
  const code = text.codePointAt(at) as number;
  iterator.index = at + (code > 0xffff ? 2 : 1);
  return text.slice(at, iterator.index);
}

/** The next key, value or pair of a dict or set, DONE when exhausted; undefined after raising. */
export function nextOfTable(vm: Machine, iterator: TableIterator): Result {
  const table = iterator.table;
  if (table === null) return DONE;
  if (table.size !== iterator.size) {
    iterator.table = null;
    return raiseChanged(vm, table, table instanceof PySet ? "Set changed size" : "dictionary changed size");
  }
  const { keys } = table;
  let at = iterator.index;
  while (at >= 0 && at < keys.length && keys[at] === undefined) at += iterator.step;
  iterator.index = at + iterator.step;
  const key = keys[at];
  if (key === undefined) {
    iterator.table = null;
    return DONE;
  }
  if (iterator.left-- === 0) {
    iterator.table = null;
    if (table instanceof PySet) return DONE;
    return raiseChanged(vm, table, "dictionary keys changed");
  }
  switch (iterator.item) {
    case TableItem.Key:
      return key;
    case TableItem.Value:
      return (table as PyDict).values[at];
    default:
      return newTuple([key, (table as PyDict).values[at] as Value]);
  }
}

function raiseChanged(vm: Machine, { type }: Table, change: string): undefined {
  const isOrdered = type.mro.some(({ name, namespace }) => {
    return name === "OrderedDict" && namespace.get("__module__") === "collections";
  });
  return raiseRuntimeError(vm, `${isOrdered ? "OrderedDict mutated" : change} during iteration`);
}

function nextByMethod(vm: Machine, iterator: Value): Result {
  if (iterator instanceof ListReverseIterator) {
    const item = iterator.list === null ? undefined : iterator.list.items[iterator.index--];
    if (item !== undefined) return item;
    iterator.list = null;
    return DONE;
  }
  if (iterator instanceof LongRangeIterator) {
    if (iterator.left === 0n) return DONE;
    iterator.left--;
    const value = iterator.value;
    iterator.value = value + iterator.step;
    return normalize(value);
  }
  if (iterator instanceof BytesIterator || iterator instanceof ByteArrayIterator) return nextByte(iterator);
  if (iterator instanceof SequenceIterator) return nextOfSequence(vm, iterator);
  if (iterator instanceof CallableIterator) {
    if (iterator.callable === null) return DONE;
    return pushNative(vm, callableOp, { iterator, item: undefined, stage: 0 });
  }
  const method = typeOf(iterator).lookup("__next__");
  if (method === undefined) return raiseTypeError(vm, `'${typeOf(iterator).name}' object is not an iterator`);
  const consumer = awaitItem(vm);
  // A built-in iterator's own `__next__` needs no look at its receiver and arguments.
  const isOwn = method instanceof NativeFunction && method.text === "" && method.owner === typeOf(iterator);
  const answer = isOwn ? method.body(vm, iterator) : callMethod(vm, method, iterator, []);
  if (answer === undefined) return catchError(vm, stopIterationType) === null ? undefined : DONE;
  if (consumer.op !== null) consumer.tag = Tag.Push;
  return answer;
}

/**
 * The native frame on top waits for an item: StopIteration means exhausted. A Python frame's tag is its instruction's
 * own to set: ForEach does, and a call of the built-in `next` wants the exception.
 */
function awaitItem(vm: Machine): Frame {
  const consumer = vm.fiber.top;
  if (consumer.op !== null) consumer.tag = Tag.Next;
  return consumer;
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
  if (value instanceof PyRange && typeof value.length === "number" && value.length <= PLAIN_RANGE) {
    const { start, step } = value;
    if (typeof start !== "number" || typeof step !== "number") return null;
    const items: Value[] = [];
    for (let i = 0, item = start; i < value.length; i++, item += step) items.push(item);
    return items;
  }
  return null;
}

/** Ranges up to this length are turned into items in one go. */
const PLAIN_RANGE = 100_000;
