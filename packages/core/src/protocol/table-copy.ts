// Copying the entries of one dict or set to another.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { ForeignIndex } from "../objects/foreign-index.ts";
import { hashAt, PyDict, type Table } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { allocate, charge, ENTRY_BYTES } from "./charge.ts";
import { more, pushNative } from "./frames.ts";
import { insert } from "./table.ts";

/** Entries copied in one step, and without a frame. */
const STRIDE = 4096;

/** Copy all entries to an empty table; answers `answer`. No key is asked for its hash again. */
export function copyTable(vm: Machine, target: Table, source: Table, answer: Value): Result {
  allocate(vm, source.size, ENTRY_BYTES);
  target.foreign = source.foreign === null ? null : new ForeignIndex();
  if (copiesAtOnce(source)) {
    if (copyPlain(target, source)) return answer;
    copyRest(vm, target, source, 0, source.keys.length);
    return answer;
  }
  return pushNative(vm, copyOp, { target, source, at: 0, answer });
}

/** Whether `copyTable` of it never pushes a frame. */
export function copiesAtOnce(source: Table): boolean {
  return source.keys.length <= STRIDE;
}

/** Copy a table as it is, if it needs no index and has no gaps. */
function copyPlain(target: Table, source: Table): boolean {
  const { keys } = source;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (typeof key !== "string" && typeof key !== "number") return false;
  }
  if (source.foreign !== null) return false;
  target.index = null;
  target.hashed = null;
  target.keys = keys.slice();
  if (target instanceof PyDict && source instanceof PyDict) target.values = source.values.slice();
  target.size = keys.length;
  return true;
}

interface CopyState {
  readonly target: Table;
  readonly source: Table;
  at: number;
  readonly answer: Value;
}

const copyOp: NativeOp<CopyState> = {
  name: "copy of a table",
  step(vm, state) {
    const { target, source, at } = state;
    const end = Math.min(source.keys.length, at + STRIDE);
    copyRest(vm, target, source, at, end);
    state.at = end;
    charge(vm, STRIDE);
    return end < source.keys.length ? more(vm) : state.answer;
  },
};

function copyRest(vm: Machine, target: Table, source: Table, start: number, end: number): void {
  const values = target instanceof PyDict && source instanceof PyDict ? source.values : null;
  for (let at = start; at < end; at++) {
    const key = source.keys[at];
    if (key === undefined) continue;
    const to = insert(vm, target, key, hashAt(source, at));
    if (values !== null) (target as PyDict).values[to] = values[at];
  }
}

/** Python's hashes of the keys of a table, where it had to ask for them. */
export function hashesByKey(table: Table): ReadonlyMap<Value, number | bigint> | null {
  if (table.foreign === null) return null;
  const hashes = new Map<Value, number | bigint>();
  for (const [at, key] of table.keys.entries()) if (key !== undefined) hashes.set(key, hashAt(table, at) as number);
  return hashes;
}

/** The keys of a table as they are now. */
export function liveKeys(table: Table): Value[] {
  const keys: Value[] = [];
  for (const key of table.keys) if (key !== undefined) keys.push(key);
  return keys;
}
