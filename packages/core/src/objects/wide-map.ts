// A Map of more entries than V8's holds.

/** A table with more entries keeps them in wide Maps. V8's Map ends at twice as many, deleted ones among them. */
export const MAP_ENTRIES: number = 2 ** 23;

/** Several Maps that act as one. Each holds as many as `limit`; no key stands in two of them. */
export class WideMap<K, V> extends Map<K, V> {
  readonly #parts: Map<K, V>[];
  readonly #limit: number;

  constructor(first: Map<K, V>, limit: number) {
    super();
    this.#parts = [first];
    this.#limit = limit;
  }

  override get size(): number {
    return this.#parts.reduce((sum, part) => sum + part.size, 0);
  }

  override get(key: K): V | undefined {
    return this.#parts.find((part) => part.has(key))?.get(key);
  }

  override has(key: K): boolean {
    return this.#parts.some((part) => part.has(key));
  }

  override set(key: K, value: V): this {
    let part = this.#parts.find((each) => each.has(key)) ?? this.#parts.find((each) => each.size < this.#limit);
    if (part === undefined) this.#parts.push((part = new Map()));
    part.set(key, value);
    return this;
  }

  override delete(key: K): boolean {
    return this.#parts.some((part) => part.delete(key));
  }

  override clear(): void {
    for (const part of this.#parts) part.clear();
  }

  override *entries(): MapIterator<[K, V]> {
    for (const part of this.#parts) yield* part.entries();
  }

  override *keys(): MapIterator<K> {
    for (const part of this.#parts) yield* part.keys();
  }

  override *values(): MapIterator<V> {
    for (const part of this.#parts) yield* part.values();
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  override forEach(visit: (value: V, key: K, map: Map<K, V>) => void, self?: unknown): void {
    for (const [key, value] of this.entries()) visit.call(self, value, key, this);
  }
}

/** The same entries in a Map that takes one more when it has `count`. */
export function roomFor<K, V>(map: Map<K, V>, count: number): Map<K, V> {
  return count < MAP_ENTRIES || map instanceof WideMap ? map : new WideMap(map, MAP_ENTRIES);
}
