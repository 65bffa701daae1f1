// The hash table behind dict and set: dense entries in insertion order, found through an index of normalised keys.
import type { Attributed } from "./attributed.ts";
import type { ForeignIndex } from "./foreign-index.ts";
import { codeOfHash, codeOfInt, firstOf, HashIndex, link, mixText } from "./hash-index.ts";
import { PyPayload } from "./instance.ts";
import type { PyType } from "./type.ts";
import type { Value } from "./value.ts";
import { roomFor } from "./wide-map.ts";

/**
 * Entries are `keys` (and a dict's `values`), in order, with `undefined` where one was deleted. Three indexes lead to
 * them: `hashed` for ints (and what equals one), long texts, tuples and other natives, by a native hash; `index` for other keys that
 * JavaScript's Map compares as Python does (strings, objects compared by identity, and fractions); and
 * `foreign`, for all entries, once there are keys with a `__hash__` or `__eq__` written in Python. The operations are in
 * protocol/table.ts and its neighbours.
 */
export interface Table extends Attributed {
  /** Null while no text was looked up in more than a few entries, and no key but texts belongs to it: see `entryOfText`. */
  index: Map<unknown, number> | null;
  /** Null while no int or long text was looked up in more than a few entries, and no key but those belongs to it. */
  hashed: HashIndex | null;
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

/** Python's hash of an entry, where the table had to ask for it. */
export function hashAt({ foreign }: Table, at: number): number | bigint | null {
  return foreign === null ? null : (foreign.hashes[at] as number);
}

export class PyDict implements Table {
  type: PyType;
  mark = 0;
  attrs: PyDict | null = null;
  index: Map<unknown, number> | null = null;
  hashed: HashIndex | null = null;
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
  hashed: HashIndex | null = null;
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

/** V8 hashes texts that are longer by their length alone: a Map of many would compare each with all. */
export const LONG_TEXT = 16_383;

/** Nothing is looked up in a table of more entries before it has an index. */
export const UNINDEXED_ENTRIES = 8;

/** The entry of a text, -1 when there is none: making an index of few takes longer than looking at each. */
export function entryOfText(table: Table, text: string): number {
  const { index, keys } = table;
  if (text.length > LONG_TEXT) return entryOfLong(table, text);
  if (index !== null) return index.get(text) ?? -1;
  if (keys.length > UNINDEXED_ENTRIES) return indexTexts(table).get(text) ?? -1;
  for (let at = 0; at < keys.length; at++) if (keys[at] === text) return at;
  return -1;
}

function entryOfLong(table: Table, text: string): number {
  const { keys } = table;
  const hashed = table.hashed ?? indexInts(table);
  const code = codeOfHash(mixText(text));
  let entry = firstOf(hashed, code);
  for (; entry > 0; entry = (hashed.links[2 * entry - 1] as number) - 1) {
    if (hashed.links[2 * entry - 2] !== code) continue;
    const key = keys[entry - 1];
    if ((key instanceof PyPayload ? key.payload : key) === text) break;
  }
  return entry - 1;
}

/** Give a table that has none its index of texts, with all that it has. */
export function indexTexts(table: Table): Map<unknown, number> {
  const { keys } = table;
  let index = new Map<unknown, number>();
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (typeof key !== "string" || key.length > LONG_TEXT) continue;
    index = roomFor(index, at);
    index.set(key, at);
  }
  table.index = index;
  return index;
}

/** Give a table that has none its index of ints and long texts, with all that it has. */
export function indexInts(table: Table): HashIndex {
  const { keys } = table;
  const hashed = new HashIndex(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (typeof key === "number") link(hashed, at, codeOfInt(key));
    else if (typeof key === "string" && key.length > LONG_TEXT) link(hashed, at, codeOfHash(mixText(key)));
  }
  table.hashed = hashed;
  return hashed;
}

export function isTable(value: Value): value is PyDict | PySet {
  return value instanceof PyDict || value instanceof PySet;
}
