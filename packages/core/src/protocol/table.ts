// Operations of the hash table behind dict and set: reading and adding entries, with Python code where keys ask for it.
import { tupleType } from "../objects/builtin-types.ts";
import { ForeignIndex } from "../objects/foreign-index.ts";
import { codeOfHash, codeOfInt, link, mixText } from "../objects/hash-index.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import {
  entryOfText,
  indexInts,
  indexTexts,
  LONG_TEXT,
  type PyDict,
  type PySet,
  type Table,
} from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { MAP_ENTRIES, roomFor } from "../objects/wide-map.ts";
import { charge, countBytes, ENTRY_BYTES } from "./charge.ts";
import { equals } from "./compare.ts";
import { pushNative } from "./frames.ts";
import { hash, structuralHash } from "./hash.ts";
import { ABSENT, find, indexKey, RAISED, searchInt, searchStructural } from "./table-search.ts";

/** Entries that are given a hash in one step. */
const STRIDE = 4096;

/**
 * The entry of a key, added if it was absent; or FOREIGN or RAISED, as `find` answers. A dict's caller sets `values` there.
 * Ints and tuples, which most sets and grids have for keys, are hashed once for both.
 */
export function findOrInsert(vm: Machine, table: Table, key: Value): number {
  const { hashed } = table;
  if (hashed !== null && table.foreign === null) {
    let code = -1;
    if (typeof key === "number") code = codeOfInt(key);
    else if (typeof key === "object" && key.type === tupleType) {
      const hash = structuralHash(vm, key, 0);
      if (hash !== undefined) code = codeOfHash(hash);
    }
    if (code >= 0) {
      const found =
        typeof key === "number" ? searchInt(vm, table, hashed, key, code) : searchStructural(vm, table, key, code);
      if (found !== ABSENT) return found;
      countBytes(vm, ENTRY_BYTES);
      const at = table.keys.length;
      table.keys.push(key);
      table.size++;
      link(hashed, at, code);
      return at;
    }
  }
  const found = find(vm, table, key);
  if (found !== ABSENT) return found;
  countBytes(vm, ENTRY_BYTES);
  return insert(vm, table, key, null);
}

/**
 * Add an entry that is known to be absent; `hashCode` is Python's hash of the key where a table with foreign keys needs
 * it. Answers its position; a dict's caller sets `values` there.
 */
export function insert(vm: Machine, table: Table, key: Value, hashCode: number | bigint | null): number {
  const isTuple = typeof key === "object" && key.type === tupleType;
  const simple = typeof key === "string" || typeof key === "number" ? key : isTuple ? undefined : indexKey(key);
  const at = append(table, key, simple);
  if (simple === undefined) {
    const hash = structuralHash(vm, key, 0);
    if (hash !== undefined) link(table.hashed ?? indexInts(table), at, codeOfHash(hash));
  }
  if (table.foreign !== null) table.foreign.add(at, hashCode as number);
  return at;
}

/** Adds an entry to the keys, and to an index under `simple` where it has one. */
function append(table: Table, key: Value, simple: unknown): number {
  const at = table.keys.length;
  table.keys.push(key);
  table.size++;
  if (typeof simple === "number" && Number.isSafeInteger(simple)) {
    const { hashed } = table;
    if (hashed !== null) link(hashed, at, codeOfInt(simple));
    else if (typeof key !== "number") link(indexInts(table), at, codeOfInt(simple));
    else if (at >= STRIDE) indexInts(table);
  } else if (typeof simple === "string" && simple.length > LONG_TEXT) {
    const isIndexed = table.hashed !== null || typeof key !== "string";
    if (isIndexed) link(table.hashed ?? indexInts(table), at, codeOfHash(mixText(simple)));
  } else if (simple !== undefined) {
    if (table.index === null) {
      if (typeof key === "string" && at < STRIDE) return at;
      indexTexts(table);
    }
    const index = table.index as unknown as Map<unknown, number>;
    if (at >= MAP_ENTRIES) table.index = roomFor(index, at).set(simple, at);
    else index.set(simple, at);
  }
  return at;
}

// ---- dicts by string key: namespaces -------------------------------------------------------------------------------

/** The value of a str key; undefined when absent. For namespaces, whose keys are str. */
export function dictGetString(dict: PyDict, key: string): Value | undefined {
  const at = entryOfText(dict, key);
  return at < 0 ? undefined : dict.values[at];
}

/** Set a str key of a dict that has no foreign keys, as namespaces have none. */
export function dictSetString(dict: PyDict, key: string, value: Value): void {
  const at = entryOfText(dict, key);
  if (at >= 0) dict.values[at] = value;
  else dict.values[append(dict, key, key)] = value;
}

// ---- any key -------------------------------------------------------------------------------------------------------

/**
 * What to do once the entry of a key is found: static data, so that a native frame may hold it. `at` is the position or
 * ABSENT; `hashCode` is to be passed on to `insert`.
 */
export interface EntryAction<T extends Table, X> {
  run(vm: Machine, table: T, key: Value, at: number, hashCode: number | bigint | null, extra: X): Result;
}

/**
 * Find the entry of `key`, running Python where its `__hash__` or `__eq__` ask for it, then run `action`. `hashCode` is the
 * key's hash where it is known.
 */
export function withEntry<T extends Table, X>(
  vm: Machine,
  table: T,
  key: Value,
  action: EntryAction<T, X>,
  extra: X,
  hashCode: number | bigint | null = null,
): Result {
  const at = find(vm, table, key);
  if (at >= ABSENT) return action.run(vm, table, key, at, null, extra);
  if (at === RAISED) return undefined;
  if (hashCode !== null && table.foreign !== null) {
    const first = table.foreign.chains.get(hashCode)?.[0] ?? ABSENT;
    if (first === ABSENT || table.keys[first] === key) return action.run(vm, table, key, first, hashCode, extra);
  }
  const state: ProbeState = {
    table,
    key,
    action: action as EntryAction<Table, unknown>,
    extra,
    hashing: null,
    hashCode,
    chain: null,
    next: 0,
    compared: -1,
    isActing: false,
  };
  return pushNative(vm, probeOp, state);
}

interface ProbeState {
  readonly table: Table;
  readonly key: Value;
  readonly action: EntryAction<Table, unknown>;
  readonly extra: unknown;
  /** The index that the table is being given, as far as its entries are hashed. */
  hashing: ForeignIndex | null;
  hashCode: number | bigint | null;
  /** Entries with the key's hash, of which `next` is to be compared next and `compared` is being compared. */
  chain: readonly number[] | null;
  next: number;
  compared: number;
  isActing: boolean;
}

/**
 * Finds a key by Python's own `__hash__` and `__eq__`: asks the key's hash, converts the table to buckets of all entries
 * by hash when it is the first foreign key, then compares with each entry of the bucket.
 */
const probeOp: NativeOp<ProbeState> = {
  name: "dict look-up",
  step(vm, state, input) {
    const { table } = state;
    let answer = input;
    if (state.isActing) return answer;
    if (state.hashCode === null) {
      if (answer === undefined) {
        answer = hash(vm, state.key);
        if (answer === undefined) return undefined;
      }
      state.hashCode = answer as number | bigint;
      answer = undefined;
    }
    if (table.foreign === null) {
      if (!hashEntries(vm, state, answer)) return undefined;
      answer = undefined;
    }
    for (;;) {
      if (state.compared >= 0) {
        const at = state.compared;
        state.compared = -1;
        if (answer === true && table.keys[at] !== undefined) return act(vm, state, at);
        answer = undefined;
      }
      state.chain ??= chainOf(table.foreign as ForeignIndex, state.hashCode);
      const at = state.chain[state.next++];
      if (at === undefined) return act(vm, state, ABSENT);
      const other = table.keys[at];
      if (other === undefined) continue;
      state.compared = at;
      answer = other === state.key ? true : equals(vm, other, state.key);
      if (answer === undefined) return undefined;
    }
  },
};

function act(vm: Machine, state: ProbeState, at: number): Result {
  state.isActing = true;
  return state.action.run(vm, state.table, state.key, at, state.hashCode, state.extra);
}

const NO_ENTRIES: readonly number[] = [];

/** The entries with a hash, as they are now: Python that compares keys may add and delete others. */
function chainOf({ chains }: ForeignIndex, hashCode: number | bigint): readonly number[] {
  const chain = chains.get(hashCode) ?? NO_ENTRIES;
  return chain.length > 1 ? [...chain] : chain;
}

/** One go at hashing the entries of a table without foreign keys; false when there are more, or a native is asked. */
function hashEntries(vm: Machine, state: ProbeState, input: Value | undefined): boolean {
  const { keys } = state.table;
  const index = (state.hashing ??= new ForeignIndex());
  const { hashes } = index;
  if (input !== undefined) index.add(hashes.length, input as number);
  const start = hashes.length;
  const end = Math.min(keys.length, start + STRIDE);
  while (hashes.length < end) {
    const key = keys[hashes.length];
    if (key === undefined) hashes.push(0);
    else {
      const answer = hash(vm, key);
      if (answer === undefined) return false;
      index.add(hashes.length, answer as number);
    }
  }
  charge(vm, end - start);
  if (end < keys.length) return false;
  state.table.foreign = index;
  return true;
}

/** The actions on dicts that more than one operation needs. */
const getAction: EntryAction<PyDict, Value> = {
  run: (_vm, dict, _key, at, _hash, fallback) => (at === ABSENT ? fallback : dict.values[at]),
};
const setAction: EntryAction<PyDict, Value> = {
  run(vm, dict, key, at, hashCode, value) {
    if (at === ABSENT) {
      countBytes(vm, ENTRY_BYTES);
      dict.values[insert(vm, dict, key, hashCode)] = value;
    } else dict.values[at] = value;
    return value;
  },
};
const hasAction: EntryAction<Table, null> = {
  run: (_vm, _table, _key, at) => at !== ABSENT,
};
const addAction: EntryAction<PySet, null> = {
  run(vm, set, key, at, hashCode) {
    if (at !== ABSENT) return true;
    countBytes(vm, ENTRY_BYTES);
    insert(vm, set, key, hashCode);
    return true;
  },
};

/** `dict[key]`, or `fallback` when absent. */
export function dictGet(
  vm: Machine,
  dict: PyDict,
  key: Value,
  fallback: Value,
  hashCode: number | bigint | null = null,
): Result {
  return withEntry(vm, dict, key, getAction, fallback, hashCode);
}
/** `dict[key] = value`; answers `value`. */
export function dictSet(
  vm: Machine,
  dict: PyDict,
  key: Value,
  value: Value,
  hashCode: number | bigint | null = null,
): Result {
  const at = findOrInsert(vm, dict, key);
  if (at === RAISED) return undefined;
  if (at < 0) return withEntry(vm, dict, key, setAction, value, hashCode);
  dict.values[at] = value;
  return value;
}
/** `key in table`. */
export function tableHas(vm: Machine, table: Table, key: Value, hashCode: number | bigint | null = null): Result {
  return withEntry(vm, table, key, hasAction, null, hashCode);
}
/** `set.add(key)`; answers true. */
export function setAdd(vm: Machine, set: PySet, key: Value, hashCode: number | bigint | null = null): Result {
  const at = findOrInsert(vm, set, key);
  if (at === RAISED) return undefined;
  return at < 0 ? withEntry(vm, set, key, addAction, null, hashCode) : true;
}
