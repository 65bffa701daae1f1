// Looking into arrays, maps, chains of frames and objects of any class: what is long is looked into piece by piece.
import type { Frame } from "../../objects/frame.ts";
import type { Table } from "../../objects/table.ts";
import { type Census, reach, reachObject } from "./census.ts";
import { ARRAY, MAP, MAP_ENTRY, OBJECT, TYPED_ARRAY, WORD } from "./sizes.ts";
import { LEAST_PART, SHORT } from "./texts.ts";

/** Items, entries or frames that are looked at in one go. */
const PORTION = 1_024;

/** The rest of a long array. */
export class RestOfArray {
  readonly items: unknown[];
  readonly from: number;

  constructor(items: unknown[], from: number) {
    this.items = items;
    this.from = from;
  }
}

/** Reach the items of an array, whose own size the caller counts. */
export function lookIntoItems(census: Census, items: unknown[], from: number): void {
  let end = Math.min(items.length, from + PORTION);
  let before: unknown;
  for (let at = from; at < end; at++) {
    const item = items[at];
    if (typeof item === "object") {
      // Arrays of one thing over and over are common, and floats have no mark that would tell.
      if (item === null || item === before) continue;
      before = item;
      reachObject(census, item);
    } else if (typeof item === "string" || typeof item === "bigint") {
      keep(items, at, item, reach(census, item));
      if (census.work > census.stepEnd) end = at + 1;
    }
  }
  census.work += end - from;
  if (end < items.length) census.pending.push(new RestOfArray(items, end));
}

/** Put what is to be kept in the place of a text or integer. */
function keep(holder: object, key: PropertyKey, value: unknown, kept: unknown): void {
  if (typeof value !== "string" || value.length >= LEAST_PART) Reflect.set(holder, key, kept);
}

/** Count an array that belongs to one object, and reach its items. */
export function lookIntoArray(census: Census, items: unknown[]): void {
  census.bytes += ARRAY + items.length * WORD;
  lookIntoItems(census, items, 0);
}

/** The rest of the keys of a large table. */
export class RestOfKeys {
  readonly table: Table;
  readonly from: number;

  constructor(table: Table, from: number) {
    this.table = table;
    this.from = from;
  }
}

/** Reach the keys of a table. A text stands in its index too, so what is to be kept in its place is put there as well. */
export function lookIntoKeys(census: Census, table: Table, from: number): void {
  const { keys, index } = table;
  let end = Math.min(keys.length, from + PORTION);
  for (let at = from; at < end; at++) {
    const key = keys[at];
    if (typeof key === "object") reachObject(census, key);
    else if (typeof key === "string" || typeof key === "bigint") {
      const kept = reach(census, key) as string | bigint;
      if (census.work > census.stepEnd) end = at + 1;
      const mayDiffer = typeof key === "bigint" || key.length >= SHORT || census.longestWhole > key.length * 4;
      if (!mayDiffer) continue;
      if (index !== null) {
        if (index.get(key) !== at) continue;
        index.delete(key);
        index.set(kept, at);
      }
      keys[at] = kept;
    }
  }
  census.work += end - from;
  if (end < keys.length) census.pending.push(new RestOfKeys(table, end));
}

/** The rest of a long map or set. */
export class RestOfEntries {
  readonly entries: Iterator<readonly [unknown, unknown]>;

  constructor(entries: Iterator<readonly [unknown, unknown]>) {
    this.entries = entries;
  }
}

/** Count a map or set that belongs to one object, and reach what it holds. */
export function lookIntoEntries(census: Census, map: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>): void {
  census.bytes += MAP + map.size * MAP_ENTRY;
  lookIntoRest(census, new RestOfEntries(map.entries()));
}

export function lookIntoRest(census: Census, rest: RestOfEntries): void {
  census.work += 8;
  for (let left = PORTION / 4; left > 0; left--) {
    const { done, value } = rest.entries.next();
    if (done === true) return;
    reach(census, value[0]);
    if (value[1] !== value[0]) reach(census, value[1]);
    census.work += 4;
  }
  census.pending.push(rest);
}

/** Count bytes; the whole buffer, once, where they are a part of one. */
export function lookIntoBytes(census: Census, view: ArrayBufferView): void {
  census.bytes += TYPED_ARRAY;
  // Asking a short array for its buffer would make one.
  const isPart = view.byteOffset > 0 || (view.byteLength > 64 && view.buffer.byteLength > view.byteLength);
  if (isPart) reachObject(census, view.buffer);
  else census.bytes += view.byteLength;
}

/** Count an object of any class, and reach what its own fields hold but those named. */
export function lookIntoFields(census: Census, object: object, except: ReadonlySet<string>): void {
  const names = Object.keys(object);
  census.bytes += OBJECT + names.length * WORD;
  census.work += names.length * 2;
  for (const name of names) {
    if (except.has(name)) continue;
    const value = (object as Record<string, unknown>)[name];
    if (typeof value === "string" || typeof value === "bigint") keep(object, name, value, reach(census, value));
    else if (typeof value === "object" && value !== null) lookIntoField(census, value);
  }
}

/** What a field holds: containers that are no Python objects belong to it alone. */
function lookIntoField(census: Census, value: object): void {
  if (Array.isArray(value)) lookIntoArray(census, value);
  else if (value instanceof Map || value instanceof Set) lookIntoEntries(census, value);
  else if (ArrayBuffer.isView(value)) lookIntoBytes(census, value);
  else reachObject(census, value);
}

/** Frames from one down to another, which is the last. */
export class Chain {
  readonly top: Frame;
  readonly last: Frame;

  constructor(top: Frame, last: Frame) {
    this.top = top;
    this.last = last;
  }
}

export function lookIntoChain(census: Census, chain: Chain): void {
  let frame: Frame = chain.top;
  for (let left = PORTION / 4; left > 0; left--) {
    reachObject(census, frame);
    census.work += 4;
    if (frame === chain.last || frame.prev === null) return;
    frame = frame.prev;
  }
  census.pending.push(new Chain(frame, chain.last));
}
