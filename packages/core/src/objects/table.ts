// The hash table behind dict and set: dense entries in insertion order, found through an index of normalised keys.
import type { Attributed } from "./attributed.ts";
import type { ForeignIndex } from "./foreign-index.ts";
import type { PyType } from "./type.ts";
import type { Value } from "./value.ts";
import { roomFor } from "./wide-map.ts";

/**
 * Entries are `keys` (and a dict's `values`), in order, with `undefined` where one was deleted. Three indexes lead to
 * them: `index` for keys that JavaScript's Map compares as Python does (numbers of every kind normalised to one key,
 * strings, objects compared by identity); `structural` for tuples and other natives, by a native hash; and `foreign`,
 * for all entries, once there are keys with a `__hash__` or `__eq__` written in Python. The operations are in
 * protocol/table.ts.
 */
export interface Table extends Attributed {
  /** Null while no key belongs to it but texts, and those are few: see `entryOfText`. */
  index: Map<unknown, number> | null;
  structural: Map<number, number[]> | null;
  foreign: ForeignIndex | null;
  keys: (Value | undefined)[];
  /** Number of entries that are not deleted. */
  size: number;
  /** No entry before this one is live. */
  first: number;
  /**
   * A number unique in the VM while no entry moves or goes, 0 when nobody asked: global and module look-ups cache
   * `layout` with the entry they found.
   */
  layout: number;
}

export class PyDict implements Table {
  type: PyType;
  mark = 0;
  attrs: PyDict | null = null;
  index: Map<unknown, number> | null = null;
  structural: Map<number, number[]> | null = null;
  foreign: ForeignIndex | null = null;
  keys: (Value | undefined)[] = [];
  values: (Value | undefined)[] = [];
  size = 0;
  first = 0;
  layout = 0;

  constructor(type: PyType) {
    this.type = type;
  }
}

/** set and frozenset. */
export class PySet implements Table {
  type: PyType;
  mark = 0;
  attrs: PyDict | null = null;
  index: Map<unknown, number> | null = null;
  structural: Map<number, number[]> | null = null;
  foreign: ForeignIndex | null = null;
  keys: (Value | undefined)[] = [];
  size = 0;
  first = 0;
  layout = 0;
  /** Cached hash of a frozenset. */
  hash: number | bigint | null = null;
  /** Cached structural hash of a frozenset. */
  code: number | null = null;

  constructor(type: PyType) {
    this.type = type;
  }
}

/** A table of more entries has an index. */
export const UNINDEXED_ENTRIES = 8;

/** The entry of a text, -1 when there is none: making an index of few takes longer than looking at each. */
export function entryOfText({ index, keys }: Table, text: string): number {
  if (index !== null) return index.get(text) ?? -1;
  for (let at = 0; at < keys.length; at++) if (keys[at] === text) return at;
  return -1;
}

/** Gives a table whose keys are all texts, just made of arrays, the index that it needs. */
export function indexTexts(table: Table): void {
  const { keys } = table;
  if (keys.length <= UNINDEXED_ENTRIES) return;
  let index = new Map<unknown, number>();
  for (let at = 0; at < keys.length; at++) {
    index = roomFor(index, at);
    index.set(keys[at], at);
  }
  table.index = index;
}

export function isTable(value: Value): value is PyDict | PySet {
  return value instanceof PyDict || value instanceof PySet;
}
