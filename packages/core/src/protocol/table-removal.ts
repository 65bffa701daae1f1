// Deleting entries of the hash table behind dict and set, and closing the gaps that they leave.
import { entryOfText, PyDict, type Table } from "../objects/table.ts";
import { relink, unlink } from "../objects/hash-index.ts";
import type { Machine } from "../objects/machine.ts";
import type { Value } from "../objects/value.ts";
import { indexKey } from "./table-search.ts";

/** Tables with fewer dead entries than this are not compacted. */
const COMPACT_THRESHOLD = 32;

/** As many gaps may stay at the end: an iterator at the last entry sees what comes in its place as one more. */
const END_GAPS = 4;

/** Delete the entry at `at`. */
export function removeAt(vm: Machine, table: Table, at: number): void {
  if (table.hashed !== null) unlink(vm, table.hashed, at);
  if (table.index !== null) {
    const simple = indexKey(table.keys[at] as Value);
    if (simple !== undefined) table.index.delete(simple);
  }
  if (table.foreign !== null) {
    const { chains, hashes } = table.foreign;
    dropFromChain(chains, hashes[at] as number, at);
  }
  table.keys[at] = undefined;
  if (table instanceof PyDict) table.values[at] = undefined;
  table.size--;
  table.layout = 0;
  const length = table.keys.length;
  if (table.size === 0) {
    const isKept = length <= END_GAPS;
    table.first = isKept ? length : 0;
    if (!isKept) truncate(table, 0);
  } else if (at === length - 1) {
    let end = at;
    while (end > table.first && table.keys[end - 1] === undefined) end--;
    if (length - end > END_GAPS) truncate(table, end);
  } else if (at === table.first) {
    let first = at + 1;
    while (table.keys[first] === undefined) first++;
    table.first = first;
    if (first > COMPACT_THRESHOLD && first > length / 2) compact(table);
  } else if (length - table.size > COMPACT_THRESHOLD && table.size < length / 2) compact(table);
}

function truncate(table: Table, length: number): void {
  cut(table.keys, length);
  if (table instanceof PyDict) cut(table.values, length);
  if (table.foreign !== null) cut(table.foreign.hashes, length);
}

/** Shorten an array: popping a few takes less time than setting its length. */
function cut(items: unknown[], length: number): void {
  if (items.length - length > COMPACT_THRESHOLD) items.length = length;
  else while (items.length > length) items.pop();
}

function dropFromChain<K>(map: Map<K, number[]>, code: K, at: number): void {
  const chain = map.get(code);
  if (chain === undefined) return;
  if (chain.length === 1) map.delete(code);
  else chain.splice(chain.indexOf(at), 1);
}

/** Close the gaps that deletions left. */
function compact(table: Table): void {
  const oldKeys = table.keys;
  const moved: number[] = [];
  const keys: Value[] = [];
  for (const key of oldKeys) {
    moved.push(keys.length);
    if (key !== undefined) keys.push(key);
  }
  if (table instanceof PyDict) table.values = table.values.filter((_, at) => oldKeys[at] !== undefined);
  table.keys = keys;
  table.first = 0;
  const { index, hashed, foreign } = table;
  if (index !== null) for (const [key, at] of index) index.set(key, moved[at] as number);
  if (hashed !== null) relink(hashed, moved);
  if (foreign !== null) {
    move(foreign.chains, moved);
    foreign.hashes = foreign.hashes.filter((_, at) => oldKeys[at] !== undefined);
  }
}

function move(chains: Map<number | bigint, number[]>, moved: readonly number[]): void {
  for (const chain of chains.values())
    for (let i = 0; i < chain.length; i++) chain[i] = moved[chain[i] as number] as number;
}

/** Remove every entry. */
export function clearTable(table: Table): void {
  table.index = null;
  table.hashed = null;
  table.foreign = null;
  table.keys = [];
  if (table instanceof PyDict) table.values = [];
  table.size = 0;
  table.first = 0;
  table.layout = 0;
}

/** Delete a str key; answers whether it was there. */
export function dictDeleteString(vm: Machine, dict: PyDict, key: string): boolean {
  const at = entryOfText(dict, key);
  if (at < 0) return false;
  removeAt(vm, dict, at);
  return true;
}
