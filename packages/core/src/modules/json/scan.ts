// The scanner: JSON text as values, without recursion; a leaf while no hook is to be called.
import { recursionErrorType } from "../../objects/exception-types.ts";
import type { PyException } from "../../objects/exception.ts";
import type { Machine } from "../../objects/machine.ts";
import { newDict, newList, newTuple } from "../../objects/make.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { NONE } from "../../objects/singletons.ts";
import type { PyDict } from "../../objects/table.ts";
import type { Result, Value } from "../../objects/value.ts";
import { Fault } from "../../numeric/fault.ts";
import { lengthOf } from "../../text/code-points.ts";
import { parseInt } from "../../text/int-parse.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { countBytes, ENTRY_BYTES, ITEM_BYTES, takePart } from "../../protocol/charge.ts";
import { call } from "../../protocol/call.ts";
import { raiseFault } from "../../protocol/fault.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { raise, raiseNew } from "../../protocol/raise.ts";
import { dictSetString } from "../../protocol/table.ts";
import { DEEPEST } from "./encode-state.ts";
import { JsonProblem, scanString } from "./scan-string.ts";

/** Values read in one step, and without a frame. */
const STRIDE = 1024;

/** The options of a decoder; None for a hook that is not there. */
export interface ScanOptions {
  readonly objectHook: Value;
  readonly pairsHook: Value;
  readonly parseFloat: Value;
  readonly parseInt: Value;
  readonly parseConstant: Value;
  readonly isStrict: boolean;
  /** The class JSONDecodeError. */
  readonly errorType: Value;
}

/** An open array or object. */
interface Level {
  /** An array's items, or the pairs of an object that a hook wants. */
  readonly items: Value[] | null;
  readonly dict: PyDict | null;
  readonly isArray: boolean;
  key: string;
}

enum Stage {
  /** A value begins at `at`. */
  Value,
  /** `value` has ended at `at`. */
  Ended,
  /** The next input is what a hook made of the value. */
  Hooked,
}

interface ScanState {
  readonly text: string;
  readonly options: ScanOptions;
  at: number;
  readonly levels: Level[];
  value: Value;
  /** The hook to call with the value that has ended. */
  hook: Value | null;
  stage: Stage;
}

const NEEDS_FRAME: unique symbol = Symbol("needs a frame");
type Progress = Result | JsonProblem | typeof NEEDS_FRAME;

/** Bytes of what containers and numbers are made of; a text takes a byte for each of its characters. */
const LIST_BYTES = 150;
const DICT_BYTES = 500;
const FLOAT_BYTES = 48;
const TEXT_BYTES = 16;

function readOn(vm: Machine, state: ScanState): ReturnType<typeof read> {
  const before = state.at;
  takePart(vm, state.text.length);
  const progress = read(vm, state);
  countBytes(vm, state.at - before);
  return progress;
}

/** The value at an offset and the position, in code points, after it: a tuple. */
export function scan(vm: Machine, text: string, start: number, options: ScanOptions): Result {
  const state: ScanState = { text, options, at: start, levels: [], value: NONE, hook: null, stage: Stage.Value };
  const progress = readOn(vm, state);
  if (progress === NEEDS_FRAME) return pushNative(vm, scanOp, state);
  return progress instanceof JsonProblem ? raiseJsonProblem(vm, text, progress, options.errorType) : progress;
}

const scanOp: NativeOp<ScanState> = {
  name: "json",
  step(vm, state, input) {
    let answer: Result = input;
    for (;;) {
      if (state.stage === Stage.Hooked) {
        if (answer === undefined) return undefined;
        state.value = answer;
        state.stage = Stage.Ended;
      }
      if (state.hook === null) {
        const progress = readOn(vm, state);
        if (progress instanceof JsonProblem) return raiseJsonProblem(vm, state.text, progress, state.options.errorType);
        if (progress !== NEEDS_FRAME) return progress;
      }
      const { hook } = state;
      if (hook === null) return more(vm);
      state.hook = null;
      state.stage = Stage.Hooked;
      answer = call(vm, hook, [state.value]);
      if (answer === undefined) return undefined;
    }
  },
};

/** Raise JSONDecodeError(message, text, position). */
export function raiseJsonProblem(vm: Machine, text: string, problem: JsonProblem, errorType: Value): undefined {
  const position = lengthOf(text.slice(0, problem.at));
  return asking(vm, RAISE, { errorType, args: [problem.message, text, position] });
}

const RAISE: Asking<{ readonly errorType: Value; readonly args: readonly Value[] }> = {
  ask: (vm, { errorType, args }) => call(vm, errorType, args),
  take: (vm, _state, answer) => raise(vm, answer as PyException),
};

function skipSpace(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
  }
  return at;
}

/** Read until the value has ended, a hook is to be called, or the stride is over. */
function read(vm: Machine, state: ScanState): Progress {
  for (let left = STRIDE; left > 0; left--) {
    const problem = state.stage === Stage.Value ? readValue(vm, state) : endValue(vm, state);
    if (problem === DONE_READING) {
      return newTuple([state.value, lengthOf(state.text.slice(0, state.at))]);
    }
    if (problem !== undefined) return problem;
    if (vm.error !== null) return undefined;
    if (state.hook !== null) return NEEDS_FRAME;
  }
  return NEEDS_FRAME;
}

const DONE_READING: unique symbol = Symbol("done");

function readValue(vm: Machine, state: ScanState): JsonProblem | undefined {
  const { text, at } = state;
  switch (text[at]) {
    case '"': {
      vm.allocated += TEXT_BYTES;
      const found = scanString(text, at + 1, state.options.isStrict);
      return found instanceof JsonProblem ? found : end(state, found.value, found.end);
    }
    case "{":
      return open(vm, state, false);
    case "[":
      return open(vm, state, true);
    case "n":
      if (text.startsWith("null", at)) return end(state, NONE, at + 4);
      break;
    case "t":
      if (text.startsWith("true", at)) return end(state, true, at + 4);
      break;
    case "f":
      if (text.startsWith("false", at)) return end(state, false, at + 5);
      break;
    case "N":
      if (text.startsWith("NaN", at)) return constant(state, "NaN", Number.NaN);
      break;
    case "I":
      if (text.startsWith("Infinity", at)) return constant(state, "Infinity", Number.POSITIVE_INFINITY);
      break;
    case "-":
      if (text.startsWith("-Infinity", at)) return constant(state, "-Infinity", Number.NEGATIVE_INFINITY);
      return number(vm, state);
    default:
      return number(vm, state);
  }
  return new JsonProblem("Expecting value", at);
}

function end(state: ScanState, value: Value, at: number): undefined {
  state.value = value;
  state.at = at;
  state.stage = Stage.Ended;
  return undefined;
}

/** The value goes through a hook before it counts. */
function endThrough(state: ScanState, hook: Value, value: Value, at: number): undefined {
  end(state, value, at);
  state.hook = hook;
  return undefined;
}

function constant(state: ScanState, name: string, value: number): undefined {
  const { parseConstant } = state.options;
  const at = state.at + name.length;
  return parseConstant === NONE ? end(state, new PyFloat(value), at) : endThrough(state, parseConstant, name, at);
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}
function skipDigits(text: string, start: number): number {
  let at = start;
  while (isDigit(text, at)) at++;
  return at;
}

function number(vm: Machine, state: ScanState): JsonProblem | undefined {
  const { text, options, at: start } = state;
  let at = text[start] === "-" ? start + 1 : start;
  if (!isDigit(text, at)) return new JsonProblem("Expecting value", start);
  at = text[at] === "0" ? at + 1 : skipDigits(text, at);
  let isFloat = false;
  if (text[at] === "." && isDigit(text, at + 1)) {
    isFloat = true;
    at = skipDigits(text, at + 1);
  }
  if (text[at] === "e" || text[at] === "E") {
    const digits = text[at + 1] === "+" || text[at + 1] === "-" ? at + 2 : at + 1;
    if (isDigit(text, digits)) {
      isFloat = true;
      at = skipDigits(text, digits);
    }
  }
  const source = text.slice(start, at);
  const hook = isFloat ? options.parseFloat : options.parseInt;
  if (hook !== NONE) return endThrough(state, hook, source, at);
  if (isFloat) {
    vm.allocated += FLOAT_BYTES;
    return end(state, new PyFloat(Number(source)), at);
  }
  // -0 is 0.
  if (source.length <= 15) return end(state, Number(source) + 0, at);
  const value = parseInt(source, 10, { maxDigits: vm.limits.intTextDigits });
  return value instanceof Fault ? raiseFault(vm, value) : end(state, value, at);
}

function open(vm: Machine, state: ScanState, isArray: boolean): JsonProblem | undefined {
  const { text, levels, options } = state;
  if (levels.length >= DEEPEST) {
    const what = isArray ? "array" : "object";
    return raiseNew(
      vm,
      recursionErrorType,
      `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`,
    );
  }
  const isPaired = !isArray && options.pairsHook !== NONE;
  const level: Level = {
    items: isArray || isPaired ? [] : null,
    dict: isArray || isPaired ? null : newDict(),
    isArray,
    key: "",
  };
  levels.push(level);
  vm.allocated += level.dict === null ? LIST_BYTES : DICT_BYTES;
  const at = skipSpace(text, state.at + 1);
  if (text[at] === (isArray ? "]" : "}")) return close(state, at + 1);
  state.at = at;
  return isArray ? undefined : readKey(state, level, at);
}

function readKey(state: ScanState, level: Level, at: number): JsonProblem | undefined {
  const { text } = state;
  if (text[at] !== '"') return new JsonProblem("Expecting property name enclosed in double quotes", at);
  const key = scanString(text, at + 1, state.options.isStrict);
  if (key instanceof JsonProblem) return key;
  level.key = key.value;
  const colon = skipSpace(text, key.end);
  if (text[colon] !== ":") return new JsonProblem("Expecting ':' delimiter", colon);
  state.at = skipSpace(text, colon + 1);
  state.stage = Stage.Value;
  return undefined;
}

/** The innermost container has ended: it is the value now. */
function close(state: ScanState, at: number): undefined {
  const { levels, options } = state;
  const level = levels.pop() as Level;
  if (level.isArray) return end(state, newList(level.items as Value[]), at);
  if (level.items !== null) return endThrough(state, options.pairsHook, newList(level.items), at);
  const dict = level.dict as PyDict;
  return options.objectHook === NONE ? end(state, dict, at) : endThrough(state, options.objectHook, dict, at);
}

/** Put the value that has ended into the innermost container, and go on behind it. */
function endValue(vm: Machine, state: ScanState): JsonProblem | typeof DONE_READING | undefined {
  const { text, levels, value } = state;
  const level = levels[levels.length - 1];
  if (level === undefined) return DONE_READING;
  vm.allocated += level.dict === null ? ITEM_BYTES : ENTRY_BYTES;
  if (level.isArray) (level.items as Value[]).push(value);
  else if (level.items !== null) level.items.push(newTuple([level.key, value]));
  else dictSetString(level.dict as PyDict, level.key, value);
  const at = skipSpace(text, state.at);
  const ending = level.isArray ? "]" : "}";
  if (text[at] === ending) return close(state, at + 1);
  if (text[at] !== ",") return new JsonProblem("Expecting ',' delimiter", at);
  const next = skipSpace(text, at + 1);
  if (text[next] === ending) {
    return new JsonProblem(`Illegal trailing comma before end of ${level.isArray ? "array" : "object"}`, at);
  }
  if (!level.isArray) return readKey(state, level, next);
  state.at = next;
  state.stage = Stage.Value;
  return undefined;
}
