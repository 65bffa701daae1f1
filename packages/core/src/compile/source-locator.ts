// Offsets of a source to lines and columns, quickly for offsets that lie close to each other.

import type { Locator } from "../bytecode/position-table.ts";
import type { Source } from "../syntax/source.ts";

export class SourceLocator implements Locator {
  line = 1;
  column = 0;
  readonly #source: Source;
  /** Whether offsets and code points are the same thing. */
  readonly #isPlain: boolean;
  #lineStart = 0;
  #lineEnd: number;

  constructor(source: Source) {
    this.#source = source;
    this.#isPlain = !/[\ud800-\udbff]/.test(source.text);
    this.#lineEnd = source.lineStarts[1] ?? Number.POSITIVE_INFINITY;
  }

  seek(offset: number): void {
    const isHere = offset >= this.#lineStart && offset < this.#lineEnd;
    if (isHere && this.#isPlain) {
      this.column = offset - this.#lineStart;
      return;
    }
    const { line, column } = this.#source.position(offset);
    this.line = line;
    this.column = column;
    this.#lineStart = this.#source.lineStarts[line - 1] as number;
    this.#lineEnd = this.#source.lineStarts[line] ?? Number.POSITIVE_INFINITY;
  }

  /** Whether there is no newline between two offsets. */
  isSameLine(from: number, to: number): boolean {
    this.seek(from);
    return to < this.#lineEnd;
  }
}
