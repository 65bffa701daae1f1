// Instructions that build, fill and unpack containers.
import { allocate, ENTRY_BYTES, ITEM_BYTES } from "../protocol/charge.ts";
import { dictType, sliceType } from "../objects/builtin-types.ts";
import { attributeErrorType, typeErrorType } from "../objects/exception-types.ts";
import type { Frame } from "../objects/frame.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newSet, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import type { PyList } from "../objects/sequences.ts";
import { PySlice } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import { entryOfText, PyDict, type PySet, UNINDEXED_ENTRIES } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { isOwnMapping, mergeDict } from "../protocol/dict-merge.ts";
import { str } from "../protocol/conversion.ts";
import { pushNative } from "../protocol/frames.ts";
import { getIterator, next, plainItems } from "../protocol/iterate.ts";
import { askHint } from "../protocol/length-hint.ts";
import { asString } from "../protocol/lookup.ts";
import { catchError, raiseMemoryError, raiseTypeError } from "../protocol/raise.ts";
import { getItem } from "../protocol/subscript.ts";
import { dictSet, findOrInsert, setAdd } from "../protocol/table.ts";
import { find } from "../protocol/table-search.ts";
import { calleeName } from "./calls.ts";
import { itemsOf } from "./operand.ts";

/** Items moved in one step of a native frame. */
const STRIDE = 4096;

export function buildSlice(start: Value, stop: Value, step: Value): PySlice {
  return new PySlice(sliceType, start, stop, step);
}

/** The text of an f-string, of its parts. */
export function buildString(vm: Machine, frame: Frame, b: number, count: number): Result {
  let text = "";
  for (let i = 0; i < count; i++) {
    const part = asString(frame.registers[frame.base + b + i] as Value) as string;
    if (text.length + part.length > vm.limits.length) return raiseMemoryError(vm);
    text += part;
  }
  vm.joined += text.length;
  return text;
}

/** A set display. */
export function buildSet(vm: Machine, frame: Frame, b: number, count: number): Result {
  const set = newSet();
  const items = frame.registers.slice(frame.base + b, frame.base + b + count) as Value[];
  return fillSet(vm, set, items);
}

/** Add items to a set, with a frame from the first one on whose hash or equality Python decides. */
function fillSet(vm: Machine, set: PySet, items: readonly Value[]): Result {
  for (let i = 0; i < items.length; i++) {
    const at = findOrInsert(vm, set, items[i] as Value);
    if (vm.error !== null) return undefined;
    if (at < 0) return pushNative(vm, fillSetOp, { set, items, next: i });
  }
  return set;
}

const fillSetOp: NativeOp<{ set: PySet; items: readonly Value[]; next: number }> = {
  name: "set display",
  step(vm, state) {
    while (state.next < state.items.length) {
      if (setAdd(vm, state.set, state.items[state.next++] as Value) === undefined) return undefined;
    }
    return state.set;
  },
};

/** A dict display. */
export function buildDict(vm: Machine, frame: Frame, b: number, count: number): Result {
  const dict = newDict();
  const { registers } = frame;
  if (fillWithTexts(dict, registers, frame.base + b, count)) {
    allocate(vm, count, ENTRY_BYTES);
    return dict;
  }
  for (let i = 0, at = frame.base + b; i < count; i++, at += 2) {
    const key = registers[at] as Value;
    const entry = findOrInsert(vm, dict, key);
    if (vm.error !== null) return undefined;
    if (entry >= 0) dict.values[entry] = registers[at + 1];
    else {
      const pairs = registers.slice(at, at + 2 * (count - i)) as Value[];
      return pushNative(vm, fillDictOp, { dict, pairs, next: 0 });
    }
  }
  return dict;
}

/** Most dict displays have a few different texts as keys: their arrays can be made at once, as large as they are. */
function fillWithTexts(dict: PyDict, registers: readonly (Value | undefined)[], at: number, count: number): boolean {
  if (count === 0 || count > UNINDEXED_ENTRIES) return false;
  const keys = itemsOf(registers, at, count, 2);
  for (let i = 0; i < count; i++) {
    const key = keys[i];
    if (typeof key !== "string") return false;
    for (let before = 0; before < i; before++) if (keys[before] === key) return false;
  }
  dict.keys = keys;
  dict.values = itemsOf(registers, at + 1, count, 2);
  dict.size = count;
  return true;
}

const fillDictOp: NativeOp<{ dict: PyDict; pairs: readonly Value[]; next: number }> = {
  name: "dict display",
  step(vm, state) {
    const { pairs, dict } = state;
    while (state.next < pairs.length) {
      const at = state.next;
      state.next += 2;
      if (dictSet(vm, dict, pairs[at] as Value, pairs[at + 1] as Value) === undefined) return undefined;
    }
    return dict;
  },
};

/** `[*items]`, or `callee(*items)`: any answer but undefined when done. */
export function listExtend(vm: Machine, list: PyList, iterable: Value, callee: Value | null): Result {
  const items = plainItems(iterable);
  if (items !== null) {
    allocate(vm, items.length, ITEM_BYTES);
    if (list.items.length === 0) list.items = items.slice();
    else for (const item of items) list.items.push(item);
    return NONE;
  }
  return pushNative(vm, extendOp, { iterable, iterator: undefined, list, set: null, callee });
}

/** `{*items}`. */
export function setUpdate(vm: Machine, set: PySet, iterable: Value): Result {
  const items = plainItems(iterable);
  if (items !== null && items.length < STRIDE) return fillSet(vm, set, items);
  return pushNative(vm, extendOp, { iterable, iterator: undefined, list: null, set, callee: null });
}

interface ExtendState {
  readonly iterable: Value;
  iterator: Value | undefined;
  readonly list: PyList | null;
  readonly set: PySet | null;
  /** The function whose arguments these are; null in a display. */
  readonly callee: Value | null;
  /** The next input is no item: an item is being added to the set, or a hint was asked for. */
  isAdding?: boolean;
}

/** Moves the items of an iterable into a list or a set. */
const extendOp: NativeOp<ExtendState> = {
  name: "unpacking in a display",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.iterator === undefined) {
      if (answer === undefined) answer = getIterator(vm, state.iterable);
      if (answer === undefined) return notIterable(vm, state);
      state.iterator = answer;
      answer = undefined;
      if (state.list !== null && askHint(vm, state.iterable) === undefined) {
        state.isAdding = true;
        return undefined;
      }
    }
    if (state.isAdding) {
      state.isAdding = false;
      answer = undefined;
    }
    for (let left = STRIDE; left > 0; left--) {
      if (answer === undefined) answer = next(vm, state.iterator);
      if (answer === undefined) return undefined;
      if (answer === DONE) return NONE;
      if (state.list !== null) state.list.items.push(answer);
      else {
        state.isAdding = true;
        if (setAdd(vm, state.set as PySet, answer) === undefined) return undefined;
        state.isAdding = false;
      }
      answer = undefined;
    }
    return undefined;
  },
};

function notIterable(vm: Machine, { iterable, set, callee }: ExtendState): undefined {
  const type = typeOf(iterable);
  // `{*x}` keeps the message of `iter`.
  if (vm.error === null || set !== null || type.lookup("__iter__") !== undefined) return undefined;
  if (catchError(vm, typeErrorType) === null) return undefined;
  const what = callee === null ? "Value" : `${calleeName(callee)} argument`;
  return raiseTypeError(vm, `${what} after * must be an iterable, not ${type.name}`);
}

/** `{**mapping}`. */
export function dictUpdate(vm: Machine, dict: PyDict, mapping: Value): Result {
  if (isOwnMapping(mapping)) return mergeDict(vm, dict, mapping, NONE);
  return pushNative(vm, mergeOp, newMerge(dict, mapping, null));
}

/** `f(**mapping)`: a key that is there already is an error. */
export function dictMerge(vm: Machine, dict: PyDict, mapping: Value, callee: Value): Result {
  if (mapping instanceof PyDict && mapping.type === dictType && mergesPlainly(dict, mapping)) {
    return mergeDict(vm, dict, mapping, NONE);
  }
  return pushNative(vm, mergeOp, newMerge(dict, mapping, callee));
}

/** Keywords looked through at once. */
const FEW_KEYWORDS = 64;

/** Whether the keys of a dict, few, are all texts that another has not. */
function mergesPlainly(dict: PyDict, { keys }: PyDict): boolean {
  if (keys.length > FEW_KEYWORDS) return false;
  for (const key of keys) {
    if (key !== undefined && (typeof key !== "string" || (dict.size > 0 && entryOfText(dict, key) >= 0))) return false;
  }
  return true;
}

function newMerge(dict: PyDict, mapping: Value, callee: Value | null): MergeState {
  return { dict, mapping, callee, keys: undefined, iterator: undefined, key: undefined, stage: Stage.Keys };
}

enum Stage {
  Keys,
  Call,
  Iterate,
  Next,
  Value,
  Set,
}

interface MergeState {
  readonly dict: PyDict;
  readonly mapping: Value;
  /** The function whose keyword arguments are being gathered; null in a dict display. */
  readonly callee: Value | null;
  keys: Value | undefined;
  iterator: Value | undefined;
  key: Value | undefined;
  stage: Stage;
}

/** Merges any mapping into a dict: `keys()`, then the item of each key. */
const mergeOp: NativeOp<MergeState> = {
  name: "mapping unpacking",
  step(vm, state, input) {
    const { dict, mapping } = state;
    let answer: Result = input;
    for (;;) {
      switch (state.stage) {
        case Stage.Keys:
          if (mapping instanceof PyDict && mapping.type === dictType) {
            state.iterator = getIterator(vm, mapping) as Value;
            state.stage = Stage.Next;
            answer = undefined;
            break;
          }
          state.stage = Stage.Call;
          answer = getAttribute(vm, mapping, "keys");
          if (answer === undefined) return vm.error === null ? undefined : notMapping(vm, state);
          break;
        case Stage.Call:
          state.stage = Stage.Iterate;
          answer = call(vm, answer as Value, []);
          if (answer === undefined) return undefined;
          break;
        case Stage.Iterate:
          if (state.keys === undefined) {
            state.keys = answer as Value;
            answer = getIterator(vm, state.keys);
            if (answer === undefined) return undefined;
          }
          state.iterator = answer as Value;
          state.stage = Stage.Next;
          answer = undefined;
          break;
        case Stage.Next:
          if (answer === undefined) answer = next(vm, state.iterator as Value);
          if (answer === undefined) return undefined;
          if (answer === DONE) return NONE;
          state.key = answer;
          if (state.callee !== null && !checkKeyword(vm, state, answer)) return undefined;
          state.stage = Stage.Value;
          answer = getItem(vm, mapping, answer);
          if (answer === undefined) return undefined;
          break;
        case Stage.Value:
          state.stage = Stage.Set;
          answer = dictSet(vm, dict, state.key as Value, answer as Value);
          if (answer === undefined) return undefined;
          break;
        default:
          state.stage = Stage.Next;
          answer = undefined;
      }
    }
  },
  raised: (vm, state) => (state.stage === Stage.Call ? notMapping(vm, state) : undefined),
};

function notMapping(vm: Machine, { mapping, callee }: MergeState): undefined {
  if (catchError(vm, attributeErrorType) === null) return undefined;
  const type = typeOf(mapping).name;
  if (callee === null) return raiseTypeError(vm, `'${type}' object is not a mapping`);
  return raiseTypeError(vm, `${calleeName(callee)} argument after ** must be a mapping, not ${type}`);
}

function checkKeyword(vm: Machine, { dict, callee }: MergeState, key: Value): boolean {
  const name = typeof key === "object" ? asString(key) : str(vm, key);
  // The call refuses what is no text.
  if (name === undefined || find(vm, dict, key) < 0) return vm.error === null;
  raiseTypeError(vm, `${calleeName(callee as Value)} got multiple values for keyword argument '${asString(name)}'`);
  return false;
}
