// Layout of deque: a ring buffer, and the changes to it that need no Python.
import { PyAttributed } from "../../objects/attributed.ts";
import type { PyType } from "../../objects/type.ts";
import { PyObject, type Value } from "../../objects/value.ts";

const LEAST_ROOM = 8;

export class Deque extends PyAttributed {
  /** A power of two long; the items stand from `head` on, around the end. */
  room: (Value | undefined)[] = new Array<Value | undefined>(LEAST_ROOM).fill(undefined);
  head = 0;
  size = 0;
  /** Null without bound. */
  limit: number | null = null;
  /** Changes with every item added or removed: iterators notice. */
  version = 0;

  constructor(type: PyType) {
    super(type);
  }

  /** The item at a position below `size`. */
  at(position: number): Value {
    return this.room[(this.head + position) & (this.room.length - 1)] as Value;
  }

  put(position: number, item: Value): void {
    this.room[(this.head + position) & (this.room.length - 1)] = item;
  }

  pushLast(item: Value): void {
    if (this.size === this.limit) {
      if (this.limit === 0) return;
      this.takeFirst();
    }
    if (this.size === this.room.length) this.#grow();
    this.room[(this.head + this.size++) & (this.room.length - 1)] = item;
    this.version++;
  }

  pushFirst(item: Value): void {
    if (this.size === this.limit) {
      if (this.limit === 0) return;
      this.takeLast();
    }
    if (this.size === this.room.length) this.#grow();
    this.head = (this.head - 1) & (this.room.length - 1);
    this.room[this.head] = item;
    this.size++;
    this.version++;
  }

  /** Undefined when empty. */
  takeFirst(): Value | undefined {
    if (this.size === 0) return undefined;
    const item = this.room[this.head];
    this.room[this.head] = undefined;
    this.head = (this.head + 1) & (this.room.length - 1);
    this.size--;
    this.version++;
    return item;
  }

  takeLast(): Value | undefined {
    if (this.size === 0) return undefined;
    const at = (this.head + --this.size) & (this.room.length - 1);
    const item = this.room[at];
    this.room[at] = undefined;
    this.version++;
    return item;
  }

  items(): Value[] {
    const items: Value[] = [];
    for (let position = 0; position < this.size; position++) items.push(this.at(position));
    return items;
  }

  /** These items instead of all others; takes the last ones when there are too many. */
  fill(items: readonly Value[]): void {
    const start = this.limit === null ? 0 : Math.max(0, items.length - this.limit);
    const size = items.length - start;
    let length = LEAST_ROOM;
    while (length < size) length *= 2;
    const room: (Value | undefined)[] = items.slice(start);
    while (room.length < length) room.push(undefined);
    this.room = room;
    this.head = 0;
    this.size = size;
    this.version++;
  }

  /** Move `count` items from the end to the beginning, or back when negative. */
  rotate(count: number): void {
    if (this.size < 2) return;
    let by = count % this.size;
    if (by > this.size / 2) by -= this.size;
    else if (by < -this.size / 2) by += this.size;
    if (this.size === this.room.length) {
      // The ring is full: turning it is all.
      this.head = (this.head - by) & (this.room.length - 1);
      this.version++;
      return;
    }
    const mask = this.room.length - 1;
    for (; by > 0; by--) {
      const from = (this.head + this.size - 1) & mask;
      const item = this.room[from];
      this.room[from] = undefined;
      this.head = (this.head - 1) & mask;
      this.room[this.head] = item;
    }
    for (; by < 0; by++) {
      const item = this.room[this.head];
      this.room[this.head] = undefined;
      this.room[(this.head + this.size) & mask] = item;
      this.head = (this.head + 1) & mask;
    }
    this.version++;
  }

  /** Remove the item at a position below `size`. */
  removeAt(position: number): void {
    if (position < this.size / 2) {
      for (let at = position; at > 0; at--) this.put(at, this.at(at - 1));
      this.takeFirst();
    } else {
      for (let at = position; at < this.size - 1; at++) this.put(at, this.at(at + 1));
      this.takeLast();
    }
  }

  /** Put an item before the one at a position up to `size`; there must be room for it. */
  insertAt(position: number, item: Value): void {
    if (position < this.size / 2) {
      this.pushFirst(item);
      for (let at = 0; at < position; at++) this.put(at, this.at(at + 1));
    } else {
      this.pushLast(item);
      for (let at = this.size - 1; at > position; at--) this.put(at, this.at(at - 1));
    }
    this.put(position, item);
  }

  #grow(): void {
    const items: (Value | undefined)[] = this.items();
    const length = this.room.length * 2;
    while (items.length < length) items.push(undefined);
    this.room = items;
    this.head = 0;
  }
}

/** Iterates a deque forwards (`step` 1) or backwards (-1). */
export class DequeIterator extends PyObject {
  deque: Deque | null;
  readonly step: 1 | -1;
  position: number;
  readonly version: number;
  /** collections.deque, whatever class the deque is of. */
  readonly plainType: PyType;

  constructor(type: PyType, deque: Deque, step: 1 | -1) {
    super(type);
    this.plainType = deque.type.mro.find((each) => each.isBuiltin) as PyType;
    this.deque = deque;
    this.step = step;
    this.position = step === 1 ? 0 : deque.size - 1;
    this.version = deque.version;
  }
}
