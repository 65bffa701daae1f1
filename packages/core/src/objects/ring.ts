// A first-in, first-out queue in a ring of slots: adding and taking cost the same however long it is.

const LEAST_ROOM = 8;

export class Ring<T> {
  #room: (T | undefined)[] = new Array<T | undefined>(LEAST_ROOM).fill(undefined);
  #head = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Undefined when it is empty. */
  get first(): T | undefined {
    return this.#room[this.#head];
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let at = 0; at < this.#size; at++) yield this.#room[(this.#head + at) & (this.#room.length - 1)] as T;
  }

  push(item: T): void {
    if (this.#size === this.#room.length) this.#grow();
    this.#room[(this.#head + this.#size++) & (this.#room.length - 1)] = item;
  }

  /** Undefined when it is empty. */
  take(): T | undefined {
    if (this.#size === 0) return undefined;
    const item = this.#room[this.#head];
    this.#room[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#room.length - 1);
    this.#size--;
    return item;
  }

  #grow(): void {
    const room = this.#room;
    const ordered = [...room.slice(this.#head), ...room.slice(0, this.#head)];
    this.#room = ordered.concat(new Array<T | undefined>(room.length).fill(undefined));
    this.#head = 0;
  }
}
