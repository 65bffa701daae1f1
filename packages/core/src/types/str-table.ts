// str.translate and str.maketrans.
import { dictType } from "../objects/builtin-types.ts";
import { lookupErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { codePoints, lengthOf, unitsAt } from "../text/code-points.ts";
import { raiseBadArgument } from "../protocol/bad-argument.ts";
import { charge, countBytes } from "../protocol/charge.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { asInt, asString } from "../protocol/lookup.ts";
import { catchError, raiseMemoryError, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { getItem } from "../protocol/subscript.ts";
import { dictSet } from "../protocol/table.ts";
import { ABSENT, find } from "../protocol/table-search.ts";
import { method, staticMethod, type TypeEntry } from "./define.ts";

interface TranslateState {
  readonly text: string;
  /** The offset of the next character. */
  at: number;
  readonly table: Value;
  /** What became of those before, the last of them in pieces. */
  made: string;
  readonly pieces: string[];
  length: number;
}

/** Characters looked up in one step. */
const STRIDE = 2048;

const translateOp: NativeOp<TranslateState> = {
  name: "str.translate",
  step(vm, state, input) {
    if (input !== undefined && !put(vm, state, input)) return undefined;
    for (let left = STRIDE; left > 0; left--) {
      const code = state.text.codePointAt(state.at);
      if (code === undefined) return state.made + state.pieces.join("");
      const answer = replacementOf(vm, state.table, code);
      if (answer === undefined || !put(vm, state, answer)) return undefined;
    }
    state.made += state.pieces.join("");
    state.pieces.length = 0;
    charge(vm, STRIDE);
    return more(vm);
  },
  raised(vm, state) {
    // A character that the table does not know stays.
    if (catchError(vm, lookupErrorType) !== null) put(vm, state, state.text.codePointAt(state.at) as number);
    return undefined;
  },
};

/** What the table has for a character, or itself; undefined after raising, or while Python looks. */
function replacementOf(vm: Machine, table: Value, code: number): Result {
  if (table instanceof PyDict && table.type === dictType) {
    const at = find(vm, table, code);
    if (at === ABSENT) return code;
    if (at > ABSENT) return table.values[at];
  }
  const answer = getItem(vm, table, code);
  if (answer !== undefined) return answer;
  return vm.error !== null && catchError(vm, lookupErrorType) !== null ? code : undefined;
}

/** Append what the table gave for the character at `at`; false after raising. */
function put(vm: Machine, state: TranslateState, replacement: Value): boolean {
  state.at += unitsAt(state.text, state.at);
  if (replacement === NONE) return true;
  let text = asString(replacement);
  if (text === undefined) {
    const code = asInt(replacement);
    if (code === undefined) {
      raiseTypeError(vm, "character mapping must return integer, None or str");
      return false;
    }
    if (code < 0 || code > 0x10ffff) {
      raiseValueError(vm, "character mapping must be in range(0x110000)");
      return false;
    }
    text = String.fromCodePoint(Number(code));
  }
  state.pieces.push(text);
  state.length += text.length;
  countBytes(vm, text.length);
  if (state.length <= vm.limits.length) return true;
  raiseMemoryError(vm);
  return false;
}

function translate(vm: Machine, self: string, table: Value): Result {
  const state: TranslateState = { text: self, at: 0, table, made: "", pieces: [], length: 0 };
  if (table instanceof PyDict && table.type === dictType && self.length <= STRIDE) {
    // A short text and an exact dict, as long as that needs no Python.
    for (;;) {
      const code = self.codePointAt(state.at);
      if (code === undefined) return state.pieces.join("");
      const at = find(vm, table, code);
      if (at < ABSENT) break;
      if (!put(vm, state, at === ABSENT ? code : (table.values[at] as Value))) return undefined;
    }
  }
  return pushNative(vm, translateOp, state);
}

function makeTable(vm: Machine, x: Value, y?: Value, z?: Value): Result {
  const table = newDict();
  if (y === undefined) {
    if (!(x instanceof PyDict) || x.type !== dictType) {
      return raiseTypeError(vm, "if you give only one argument to maketrans it must be a dict");
    }
    return copyTable(vm, table, x) ? table : undefined;
  }
  const to = asString(y);
  if (to === undefined) return raiseBadArgument(vm, "maketrans() argument 2", "str", y);
  const drop = z === undefined ? "" : asString(z);
  if (drop === undefined) {
    return raiseBadArgument(vm, "maketrans() argument 3", "str", z as Value);
  }
  const from = asString(x);
  if (from === undefined) {
    return raiseTypeError(vm, "first maketrans argument must be a string if there is a second argument");
  }
  const keys = codePoints(from);
  const values = codePoints(to);
  if (keys.length !== values.length) {
    return raiseValueError(vm, "the first two maketrans arguments must have equal length");
  }
  for (let i = 0; i < keys.length; i++) dictSet(vm, table, keys[i] as number, values[i] as number);
  for (const code of codePoints(drop)) dictSet(vm, table, code, NONE);
  return table;
}

/** Copy a dict whose keys are characters or ints; false after raising. */
function copyTable(vm: Machine, table: PyDict, source: PyDict): boolean {
  for (let at = 0; at < source.keys.length; at++) {
    const key = source.keys[at];
    if (key === undefined) continue;
    const value = source.values[at] as Value;
    const text = asString(key);
    const code = asInt(key);
    if (text !== undefined) {
      if (lengthOf(text) !== 1) {
        raiseValueError(vm, "string keys in translate table must be of length 1");
        return false;
      }
      dictSet(vm, table, text.codePointAt(0) as number, value);
    } else if (code !== undefined) {
      dictSet(vm, table, code, value);
    } else {
      raiseTypeError(vm, "keys in translate table must be strings or integers");
      return false;
    }
  }
  return true;
}

export function strTable(): Readonly<Record<string, TypeEntry>> {
  return {
    translate: method("table, /", translate),
    maketrans: staticMethod("x, y=None, z=None, /", makeTable),
  };
}
