// Setting the entries of one dict in another.
import { dictType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import { hashAt, PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { countBytes, ENTRY_BYTES } from "./charge.ts";
import { NEEDS_FRAME } from "./each.ts";
import { more, pushNative } from "./frames.ts";
import { isInherited } from "./lookup.ts";
import { raiseRuntimeError } from "./raise.ts";
import { dictSet, insert } from "./table.ts";
import { ABSENT, find } from "./table-search.ts";
import { copyTable } from "./table-copy.ts";
import { clearTable } from "./table-removal.ts";

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

/** Whether a mapping is a dict that goes through its keys as dicts do: then no method of it is asked. */
export function isOwnMapping(mapping: Value): mapping is PyDict {
  return mapping instanceof PyDict && (mapping.type === dictType || isInherited(mapping.type, "__iter__", dictType));
}

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
