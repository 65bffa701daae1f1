// Filling dicts: from other dicts, mappings with `keys()`, sequences of pairs, and keyword arguments.
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { getAttributeOr } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { collect, type CollectThen } from "../protocol/collect.ts";
import { isOwnMapping, mergeDict, setLeaf } from "../protocol/dict-merge.ts";
import { each, type EachAction, NEEDS_FRAME } from "../protocol/each.ts";
import { isLeafIterator } from "../protocol/leaf-iterator.ts";
import { special } from "../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { getItem } from "../protocol/subscript.ts";
import { dictSet, dictSetString } from "../protocol/table.ts";

/** `dict.update(other)`; answers `answer`. */
export function updateDict(vm: Machine, dict: PyDict, other: Value, answer: Value): Result {
  if (isOwnMapping(other)) return mergeDict(vm, dict, other, answer);
  if (other instanceof PyList || other instanceof PyTuple || isLeafIterator(other))
    return updateFromPairs(vm, dict, other, answer);
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
  ask: (vm, { dict, other }) => updateDict(vm, dict, other, NONE),
  take: (vm, { dict, named, answer }): Result | typeof AGAIN => mergeDict(vm, dict, named, answer),
};

// ---- from a mapping --------------------------------------------------------------------------------------------------

interface Update {
  readonly dict: PyDict;
  readonly other: Value;
  readonly answer: Value;
}

/** Asks for the method `keys`: its presence tells a mapping from a sequence of pairs. */
const keysAsking: Asking<Update & { method: Value | undefined }> = {
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
  leaf: () => NEEDS_FRAME,
  item: (vm, { dict, other }, key) => asking(vm, copyAsking, { dict, other, key }),
  end: (_vm, { answer }) => answer,
};

const copyAsking: Asking<{ dict: PyDict; other: Value; key: Value }> = {
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
