// The encoder: any value as JSON text, without recursion; a leaf while no Python is needed.
import { dictType } from "../../objects/builtin-types.ts";
import { PyPayload } from "../../objects/instance.ts";
import type { Machine } from "../../objects/machine.ts";
import { newList, newTuple, typeOf } from "../../objects/make.ts";
import { NativeFunction } from "../../objects/native.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { PyList, PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import { PyDict } from "../../objects/table.ts";
import type { Result, Value } from "../../objects/value.ts";
import { compareText } from "../../text/code-points.ts";
import { floatRepr } from "../../text/float-repr.ts";
import { call, callMethod } from "../../protocol/call.ts";
import { charge } from "../../protocol/charge.ts";
import { collect, type CollectThen } from "../../protocol/collect.ts";
import { intText } from "../../protocol/conversion.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { asInt, asString } from "../../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../../protocol/raise.ts";
import { asFloat } from "../../protocol/real.ts";
import { sortList } from "../../types/list-sort.ts";
import {
  type EncodeOptions,
  EncodeStage,
  type EncodeState,
  enter,
  leave,
  type Level,
  LevelKind,
  lineBreak,
  newEncodeState,
  put,
} from "./encode-state.ts";
import { quoted } from "./quote.ts";

/** Values written in one step, and without a frame. */
const STRIDE = 1024;
/** Answers of Python used in one step. */
const QUESTIONS = 64;

/** What an encoding answers where Python must tell about `state.value`. */
const NEEDS_PYTHON: unique symbol = Symbol("needs Python");
/** What it answers at the end of a step. */
const GOES_ON: unique symbol = Symbol("goes on");
type Progress = Result | typeof NEEDS_PYTHON | typeof GOES_ON;

/** `value` as JSON text. */
export function encode(vm: Machine, options: EncodeOptions, value: Value): Result {
  const state = newEncodeState(options, value);
  const answer = write(vm, state);
  return answer === NEEDS_PYTHON || answer === GOES_ON ? pushNative(vm, encodeOp, state) : answer;
}

const encodeOp: NativeOp<EncodeState> = {
  name: "json",
  step(vm, state, input) {
    let answer: Result = input;
    for (let left = QUESTIONS; left > 0 || answer !== undefined; left--) {
      if (state.stage !== EncodeStage.Write) {
        if (answer === undefined || !resume(vm, state, answer)) return undefined;
        answer = undefined;
      }
      const progress = write(vm, state);
      if (progress === GOES_ON) return more(vm);
      if (progress !== NEEDS_PYTHON) return progress;
      answer = askPython(vm, state, state.value as Value);
      if (answer === undefined) return undefined;
    }
    return more(vm);
  },
};

/** What Python has answered; false after raising or pushing a frame. */
function resume(vm: Machine, state: EncodeState, answer: Value): boolean {
  const value = state.value as PyDict;
  switch (state.stage) {
    case EncodeStage.Converted:
      state.value = answer;
      state.stage = EncodeStage.Write;
      return true;
    case EncodeStage.Items: {
      if (!state.options.sortsKeys) return openDict(vm, state, value, answer as PyList);
      state.stage = EncodeStage.Sorted;
      const sorted = sortList(vm, answer as PyList, NONE, false, answer);
      return sorted === undefined ? false : openDict(vm, state, value, sorted as PyList);
    }
    default:
      return openDict(vm, state, value, answer as PyList);
  }
}

const pairsThen: CollectThen<null> = { run: (_vm, items) => newList(items.slice()) };

/** A dict's items (sorted, or from a method of its own), or `default(value)`. */
function askPython(vm: Machine, state: EncodeState, value: Value): Result {
  if (!(value instanceof PyDict)) {
    state.stage = EncodeStage.Converted;
    if (!enter(vm, state, LevelKind.Converted, value as PyDict, [])) return undefined;
    return call(vm, state.options.fallback, [value]);
  }
  state.stage = EncodeStage.Items;
  if (hasPlainItems(value)) {
    const pairs: Value[] = [];
    for (let at = 0; at < value.keys.length; at++) {
      const key = value.keys[at];
      if (key !== undefined) pairs.push(newTuple([key, value.values[at] as Value]));
    }
    return newList(pairs);
  }
  return pushNative(vm, itemsOp, { dict: value, isCalled: false, isCollected: false });
}

const itemsOp: NativeOp<{ readonly dict: PyDict; isCalled: boolean; isCollected: boolean }> = {
  name: "json",
  step(vm, state, input) {
    let answer: Result = input;
    if (!state.isCalled) {
      state.isCalled = true;
      answer = callMethod(vm, state.dict.type.lookup("items") as Value, state.dict, []);
      if (answer === undefined) return undefined;
    }
    if (state.isCollected) return answer;
    state.isCollected = true;
    return collect(vm, answer as Value, pairsThen, null);
  },
};

function hasPlainItems(dict: PyDict): boolean {
  return dict.type === dictType || dict.type.lookup("items") instanceof NativeFunction;
}

/** Open a dict whose items Python has given as pairs. */
function openDict(vm: Machine, state: EncodeState, dict: PyDict, pairs: PyList): boolean {
  const items: Value[] = [];
  for (const pair of pairs.items) {
    if (!(pair instanceof PyTuple) || pair.items.length !== 2) {
      raiseValueError(vm, "items must return 2-tuples");
      return false;
    }
    items.push(...pair.items);
  }
  state.stage = EncodeStage.Write;
  state.value = undefined;
  if (items.length === 0) return put(vm, state, "{}");
  return put(vm, state, "{") && enter(vm, state, LevelKind.Dict, dict, items);
}

/** Write until the end, or until Python is needed for `state.value`, or the stride is over. */
function write(vm: Machine, state: EncodeState): Progress {
  for (let left = STRIDE; left > 0; left--) {
    if (state.value !== undefined) {
      const progress = writeValue(vm, state, state.value);
      if (progress !== true) return progress;
    }
    const level = state.levels[state.levels.length - 1];
    if (level === undefined) return state.parts.join("");
    if (!advance(vm, state, level)) return undefined;
  }
  return GOES_ON;
}

/** Write a value, or open it; true when done. */
function writeValue(vm: Machine, state: EncodeState, value: Value): Progress {
  const text = scalarText(vm, state.options, value);
  if (text === undefined) return undefined;
  if (text !== null) {
    state.value = undefined;
    return put(vm, state, text) ? true : undefined;
  }
  if (value instanceof PyList || value instanceof PyTuple) {
    state.value = undefined;
    if (value.items.length === 0) return put(vm, state, "[]") ? true : undefined;
    return put(vm, state, "[") && enter(vm, state, LevelKind.List, value, value.items) ? true : undefined;
  }
  if (!(value instanceof PyDict)) return NEEDS_PYTHON;
  const items = plainEntries(state.options, value);
  if (items === null) return NEEDS_PYTHON;
  state.value = undefined;
  if (items.length === 0) return put(vm, state, "{}") ? true : undefined;
  return put(vm, state, "{") && enter(vm, state, LevelKind.Dict, value, items) ? true : undefined;
}

/** Keys and values of a dict in turn; null where Python must give or sort them. */
function plainEntries(options: EncodeOptions, dict: PyDict): readonly Value[] | null {
  if (!hasPlainItems(dict)) return null;
  const items: Value[] = [];
  if (options.sortsKeys && dict.size > 1) {
    const order: { readonly key: string; readonly at: number }[] = [];
    for (let at = 0; at < dict.keys.length; at++) {
      const key = dict.keys[at];
      if (key === undefined) continue;
      if (typeof key !== "string") return null;
      order.push({ key, at });
    }
    order.sort((a, b) => compareText(a.key, b.key));
    for (const { key, at } of order) items.push(key, dict.values[at] as Value);
    return items;
  }
  for (let at = 0; at < dict.keys.length; at++) {
    const key = dict.keys[at];
    if (key !== undefined) items.push(key, dict.values[at] as Value);
  }
  return items;
}

/** The text of a value that is no container; null for others, undefined after raising. */
function scalarText(vm: Machine, options: EncodeOptions, value: Value): string | null | undefined {
  switch (typeof value) {
    case "string":
      charge(vm, value.length);
      return quoted(value, options.isAscii);
    case "boolean":
      return value ? "true" : "false";
    case "number":
    case "bigint":
      return intText(vm, value);
    default:
      break;
  }
  if (value === NONE) return "null";
  if (value instanceof PyFloat) return floatText(vm, options, value.v);
  if (!(value instanceof PyPayload)) return null;
  const text = asString(value);
  if (text !== undefined) return quoted(text, options.isAscii);
  const whole = asInt(value);
  if (whole !== undefined) return intText(vm, whole);
  const x = asFloat(value);
  return x === undefined ? null : floatText(vm, options, x);
}

function floatText(vm: Machine, { allowsNan }: EncodeOptions, x: number): string | undefined {
  if (Number.isFinite(x)) return floatRepr(x);
  if (!allowsNan) return raiseValueError(vm, `Out of range float values are not JSON compliant: ${floatRepr(x)}`);
  if (Number.isNaN(x)) return "NaN";
  return x > 0 ? "Infinity" : "-Infinity";
}

/** Go on with the innermost container: to its next item, or its end; false after raising. */
function advance(vm: Machine, state: EncodeState, level: Level): boolean {
  const { options } = state;
  if (level.kind === LevelKind.Converted) {
    leave(state);
    return true;
  }
  const isDict = level.kind === LevelKind.Dict;
  if (level.at >= level.items.length) {
    leave(state);
    const ending = isDict ? "}" : "]";
    return put(vm, state, level.count > 0 && options.indent !== null ? `${lineBreak(state)}${ending}` : ending);
  }
  let key = "";
  if (isDict) {
    const text = keyText(vm, options, level.items[level.at++] as Value);
    if (text === undefined) return false;
    if (text === null) {
      level.at++;
      return true;
    }
    key = `${quoted(text, options.isAscii)}${options.keySeparator}`;
  }
  const separator = level.count++ > 0 ? options.itemSeparator : "";
  state.value = level.items[level.at++];
  return put(vm, state, `${separator}${options.indent === null ? "" : lineBreak(state)}${key}`);
}

/** The text of a key; null for one to skip, undefined after raising. */
function keyText(vm: Machine, options: EncodeOptions, key: Value): string | null | undefined {
  if (typeof key === "string") return key;
  const text = asString(key);
  if (text !== undefined) return text;
  const plain = scalarText(vm, options, key);
  if (plain !== null) return plain;
  if (options.skipsKeys) return null;
  return raiseTypeError(vm, `keys must be str, int, float, bool or None, not ${typeOf(key).name}`);
}
