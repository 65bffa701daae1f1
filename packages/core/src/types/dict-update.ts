// Filling dicts: from other dicts, mappings with `keys()`, sequences of pairs, and keyword arguments.
import { countBytes, ENTRY_BYTES } from "../protocol/charge.ts";
import { dictType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import { hashAt, PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { getAttributeOr } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { each, type EachAction, NEEDS_FRAME } from "../protocol/each.ts";
import { more, pushNative } from "../protocol/frames.ts";
import { isInherited, special } from "../protocol/lookup.ts";
import { raiseRuntimeError, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { getItem } from "../protocol/subscript.ts";
import { ABSENT, dictSet, dictSetString, find, insert } from "../protocol/table.ts";
import { clearTable } from "../protocol/table-removal.ts";
import { copyTable } from "./table-copy.ts";

/** Entries set in one step, and without a frame. */
const STRIDE = 2048;

/** `dict[key] = value` if no Python is needed; undefined after raising. */
export function setLeaf(vm: Machine, dict: PyDict, key: Value, value: Value): Result | typeof NEEDS_FRAME {
  const at = find(vm, dict, key);
  if (at >= 0) dict.values[at] = value;
  else if (at === ABSENT) {
    countBytes(vm, ENTRY_BYTES);
    dict.values[insert(vm, dict, key, null)] = value;
  } else return vm.error === null ? NEEDS_FRAME : undefined;
  return NONE;
}

/** `dict.update(other)`; answers `answer`. */
export function updateDict(vm: Machine, dict: PyDict, other: Value, answer: Value): Result {
  if (other instanceof PyDict && (other.type === dictType || isInherited(other.type, "__iter__", dictType))) {
    return mergeDict(vm, dict, other, answer);
  }
  if (other instanceof PyList || other instanceof PyTuple) return updateFromPairs(vm, dict, other, answer);
  return asking(vm, keysAsking, { dict, other, answer, method: undefined });
}

/** `dict.update(other, **keywords)`; answers `answer`. */
export function updateWith(
  vm: Machine,
  dict: PyDict,
  other: Value | undefined,
  keywords: ReadonlyMap<string, Value>,
  answer: Value,
): Result {
  if (keywords.size === 0) return other === undefined ? answer : updateDict(vm, dict, other, answer);
  const named = newDict();
  for (const [name, value] of keywords) dictSetString(named, name, value);
  if (other === undefined) return mergeDict(vm, dict, named, answer);
  return asking(vm, withAsking, { dict, other, named, answer });
}

const withAsking: Asking<{ dict: PyDict; other: Value; named: PyDict; answer: Value }> = {
  name: "dict.update",
  ask: (vm, { dict, other }) => updateDict(vm, dict, other, NONE),
  take: (vm, { dict, named, answer }): Result | typeof AGAIN => mergeDict(vm, dict, named, answer),
};

// ---- from a dict -----------------------------------------------------------------------------------------------------

/** Set every entry of another dict; answers `answer`. */
export function mergeDict(vm: Machine, dict: PyDict, other: PyDict, answer: Value): Result {
  if (dict === other) return answer;
  if (dict.size === 0) {
    if (dict.keys.length > 0) clearTable(dict);
    return copyTable(vm, dict, other, answer);
  }
  let at = 0;
  for (const limit = Math.min(other.keys.length, STRIDE); at < limit; at++) {
    const key = other.keys[at];
    if (key === undefined) continue;
    const done = setLeaf(vm, dict, key, other.values[at] as Value);
    if (done === NEEDS_FRAME) break;
    if (done === undefined) return undefined;
  }
  const limit = other.keys.length;
  return at === limit ? answer : pushNative(vm, mergeOp, { dict, other, at, limit, answer });
}

interface MergeState {
  readonly dict: PyDict;
  readonly other: PyDict;
  at: number;
  /** Entries of the other dict, gaps included. */
  readonly limit: number;
  readonly answer: Value;
}

const mergeOp: NativeOp<MergeState> = {
  name: "dict.update",
  step(vm, state) {
    const { dict, other, answer } = state;
    for (let left = STRIDE; left > 0; left--) {
      if (other.keys.length !== state.limit) return raiseRuntimeError(vm, "dict mutated during update");
      if (state.at === state.limit) return answer;
      const at = state.at++;
      const key = other.keys[at];
      if (key === undefined) continue;
      if (dictSet(vm, dict, key, other.values[at] as Value, hashAt(other, at)) === undefined) return undefined;
    }
    return more(vm);
  },
};

// ---- from a mapping --------------------------------------------------------------------------------------------------

interface Update {
  readonly dict: PyDict;
  readonly other: Value;
  readonly answer: Value;
}

/** Asks for the method `keys`: its presence tells a mapping from a sequence of pairs. */
const keysAsking: Asking<Update & { method: Value | undefined }> = {
  name: "dict.update",
  ask: (vm, state) =>
    state.method === undefined ? getAttributeOr(vm, state.other, "keys", DONE) : call(vm, state.method, []),
  take(vm, state, answer) {
    if (state.method !== undefined) return each(vm, answer, copyEach, state);
    if (answer === DONE) return updateFromPairs(vm, state.dict, state.other, state.answer);
    state.method = answer;
    return AGAIN;
  },
};

const copyEach: EachAction<Update> = {
  name: "dict.update",
  leaf: () => NEEDS_FRAME,
  item: (vm, { dict, other }, key) => asking(vm, copyAsking, { dict, other, key }),
  end: (_vm, { answer }) => answer,
};

const copyAsking: Asking<{ dict: PyDict; other: Value; key: Value }> = {
  name: "dict.update",
  ask: (vm, { other, key }) => getItem(vm, other, key),
  take: (vm, { dict, key }, value): Result | typeof AGAIN => dictSet(vm, dict, key, value),
};

// ---- from pairs ------------------------------------------------------------------------------------------------------

interface Pairs {
  readonly dict: PyDict;
  /** Number of the pair, for errors. */
  at: number;
  readonly answer: Value;
}

function updateFromPairs(vm: Machine, dict: PyDict, pairs: Value, answer: Value): Result {
  return each(vm, pairs, pairEach, { dict, at: 0, answer });
}

const pairEach: EachAction<Pairs> = {
  name: "dict.update",
  leaf(vm, state, pair) {
    if (!(pair instanceof PyTuple || pair instanceof PyList) || !pair.type.isBuiltin) return NEEDS_FRAME;
    if (pair.items.length !== 2) return wrongLength(vm, state.at, pair.items.length);
    const done = setLeaf(vm, state.dict, pair.items[0] as Value, pair.items[1] as Value);
    if (done !== NEEDS_FRAME) state.at++;
    return done;
  },
  item(vm, state, pair) {
    if (special(pair, "__iter__") === undefined && special(pair, "__getitem__") === undefined) {
      return raiseTypeError(vm, `cannot convert dictionary update sequence element #${state.at} to a sequence`);
    }
    return collect(vm, pair, pairThen, state);
  },
  end: (_vm, { answer }) => answer,
};

const pairThen: CollectThen<Pairs> = {
  name: "dict.update",
  hints: "iterator",
  run(vm, items, state) {
    if (items.length !== 2) return wrongLength(vm, state.at, items.length);
    state.at++;
    return dictSet(vm, state.dict, items[0] as Value, items[1] as Value);
  },
};

function wrongLength(vm: Machine, at: number, length: number): undefined {
  return raiseValueError(vm, `dictionary update sequence element #${at} has length ${length}; 2 is required`);
}
