// One index or slice of a sequence: converted by `__index__` where needed, then handed on.
import type { Machine } from "../objects/machine.ts";
import { PySlice } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "./asking.ts";
import { index } from "./conversion.ts";
import { isIndexSized } from "./index-size.ts";
import { asInt, special } from "./lookup.ts";
import { raiseIndexError } from "./raise.ts";
import { positionOf, type SliceAction, withSlice } from "./slice.ts";

/** How a sequence type answers `sequence[key]`: static data, so that a native frame may hold it. */
export interface ItemAccess<X> {
  /** The length of the sequence, asked after the key has been converted. */
  length(x: X): number;
  /** The item at a position within the length. */
  item(vm: Machine, x: X, position: number): Result;
  readonly slice: SliceAction<X>;
  /** Message of the IndexError. */
  readonly outOfRange: string;
  /** Raise the TypeError for a key that is neither. */
  wrongKey(vm: Machine, x: X, key: Value): undefined;
}

/** `sequence[key]`, where `x` is the sequence with whatever else the action needs. */
export function accessItem<X>(vm: Machine, access: ItemAccess<X>, x: X, key: Value): Result {
  const at = asInt(key);
  if (at !== undefined) return itemAt(vm, access, x, at, key);
  if (key instanceof PySlice) return withSlice(vm, key, access.length(x), access.slice, x);
  if (special(key, "__index__") === undefined) return access.wrongKey(vm, x, key);
  const state: IndexState = { access: access as ItemAccess<unknown>, x, key };
  return asking(vm, BY_INDEX, state);
}

function itemAt<X>(vm: Machine, access: ItemAccess<X>, x: X, at: number | bigint, key: Value): Result {
  if (!isIndexSized(vm, at, key)) return undefined;
  const position = positionOf(at, access.length(x));
  return position < 0 ? raiseIndexError(vm, access.outOfRange) : access.item(vm, x, position);
}

interface IndexState {
  readonly access: ItemAccess<unknown>;
  readonly x: unknown;
  readonly key: Value;
}

const BY_INDEX: Asking<IndexState> = {
  ask: (vm, { key }) => index(vm, key),
  take: (vm, { access, x, key }, answer) => itemAt(vm, access, x, asInt(answer) as number, key),
};
