// Source text as the parser sees it: one newline convention, and the way from offsets to lines and columns.

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 0, in code points. */
  readonly column: number;
}

export class Source {
  readonly filename: string;
  /** The text with `\r\n` and `\r` turned into `\n`, as every offset in tokens and trees assumes. */
  readonly text: string;
  /** The offset at which each line starts; line 1 is at index 0. */
  readonly lineStarts: readonly number[];
  /** Offsets of the second halves of surrogate pairs, ascending: the difference between UTF-16 and code points. */
  readonly #pairs: readonly number[];

  constructor(filename: string, text: string) {
    this.filename = filename;
    this.text = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    this.lineStarts = findLineStarts(this.text);
    this.#pairs = findPairs(this.text);
  }

  position(offset: number): Position {
    const line = countUpTo(this.lineStarts, offset);
    const lineStart = this.lineStarts[line - 1] ?? 0;
    return { line, column: this.#codePoints(lineStart, offset) };
  }

  /** The text of a line (from 1) without its newline; empty when there is no such line. */
  lineText(line: number): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return "";
    const next = this.lineStarts[line];
    return this.text.slice(start, next === undefined ? this.text.length : next - 1);
  }

  #codePoints(start: number, end: number): number {
    if (this.#pairs.length === 0) return end - start;
    return end - start - (countUpTo(this.#pairs, end - 1) - countUpTo(this.#pairs, start - 1));
  }
}

/** How many numbers of an ascending list are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function findPairs(text: string): number[] {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index + 1);
  return pairs;
}
