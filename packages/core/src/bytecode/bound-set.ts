// The set of registers that are proven to be bound at a point of the code.

/** A growing bit set; one word is enough for most functions. */
export class BoundSet {
  readonly #words: number[];

  constructor(words: number[] = [0]) {
    this.#words = words;
  }

  has(register: number): boolean {
    return (((this.#words[register >>> 5] ?? 0) >>> (register & 31)) & 1) === 1;
  }

  add(register: number): void {
    const index = register >>> 5;
    const words = this.#words;
    while (words.length <= index) words.push(0);
    words[index] = (words[index] as number) | (1 << (register & 31));
  }

  remove(register: number): void {
    const index = register >>> 5;
    const words = this.#words;
    if (index < words.length) words[index] = (words[index] as number) & ~(1 << (register & 31));
  }

  removeAll(registers: readonly number[]): void {
    for (const register of registers) this.remove(register);
  }

  /** Keeps what is in both. */
  intersect(other: BoundSet): void {
    const words = this.#words;
    for (let index = 0; index < words.length; index++) {
      words[index] = (words[index] as number) & (other.#words[index] ?? 0);
    }
  }

  clone(): BoundSet {
    return new BoundSet(this.#words.slice());
  }
}
