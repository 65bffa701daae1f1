// Source ranges of instructions while code is being built: offsets first, lines and columns at the end.

/** A range of offsets into the source. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** Turns offsets into places: after `seek` it stands at one. Lines count from 1, columns from 0 in code points. */
export interface Locator {
  readonly line: number;
  readonly column: number;
  seek(offset: number): void;
}

export class PositionTable {
  readonly #pcs: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #start = -1;
  #end = -1;

  /** From `pc` on, instructions come from `range`; null leaves them where the ones before are. */
  mark(pc: number, range: SourceRange | null): void {
    if (range === null || (range.start === this.#start && range.end === this.#end)) return;
    this.#start = range.start;
    this.#end = range.end;
    const last = this.#pcs.length - 1;
    if (last >= 0 && this.#pcs[last] === pc) {
      this.#starts[last] = range.start;
      this.#ends[last] = range.end;
      return;
    }
    this.#pcs.push(pc);
    this.#starts.push(range.start);
    this.#ends.push(range.end);
  }

  /** Forgets the runs that begin at `pc` or later: the instructions there are taken back. */
  truncate(pc: number): void {
    while (this.#pcs.length > 0 && (this.#pcs[this.#pcs.length - 1] as number) >= pc) {
      this.#pcs.pop();
      this.#starts.pop();
      this.#ends.pop();
    }
    this.#start = this.#starts[this.#starts.length - 1] ?? -1;
    this.#end = this.#ends[this.#ends.length - 1] ?? -1;
  }

  /** The runs of five that `CodeFields.positions` wants. */
  finish(locator: Locator): Int32Array {
    const count = this.#pcs.length;
    const table = new Int32Array(count * 5);
    for (let index = 0; index < count; index++) {
      const at = index * 5;
      table[at] = this.#pcs[index] as number;
      locator.seek(this.#starts[index] as number);
      table[at + 1] = locator.line;
      table[at + 2] = locator.column;
      locator.seek(this.#ends[index] as number);
      table[at + 3] = locator.line;
      table[at + 4] = locator.column;
    }
    return table;
  }
}
