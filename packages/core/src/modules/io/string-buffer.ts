// Layout of StringIO: the text, written in pieces that are joined when somebody reads.
import { PyAttributed } from "../../objects/attributed.ts";
import type { PyType } from "../../objects/type.ts";
import { CodePoints, lengthOf } from "../../text/code-points.ts";

/** What ends a line: `newline=` of the constructor; `null` and "" take part in universal newlines. */
export type Newline = null | "" | "\n" | "\r" | "\r\n";

export class StringBuffer extends PyAttributed {
  /** Together the text. */
  pieces: string[] = [];
  indexed: CodePoints | null = null;
  /** In code points, like `position`. */
  length = 0;
  position = 0;
  newline: Newline = "\n";
  isOpen = true;
  readonly seen: Set<string> = new Set();

  constructor(type: PyType) {
    super(type);
  }

  get points(): CodePoints {
    if (this.indexed === null) {
      const text = this.pieces.length === 1 ? (this.pieces[0] as string) : this.pieces.join("");
      this.pieces = [text];
      this.indexed = new CodePoints(text);
    }
    return this.indexed;
  }

  clear(): void {
    this.replaceAll("");
    this.position = 0;
  }

  replaceAll(text: string): void {
    this.pieces = [text];
    this.indexed = null;
    this.length = lengthOf(text);
  }

  /** Put text at the position, over what stands there, and go to its end. */
  write(given: string): void {
    const text = this.#translated(given);
    const size = lengthOf(text);
    if (this.position === this.length) {
      this.pieces.push(text);
      this.indexed = null;
      this.length += size;
    } else if (size > 0) {
      const { points } = this;
      const gap = "\0".repeat(Math.max(0, this.position - this.length));
      const start = points.offsetOf(Math.min(this.position, this.length));
      const end = points.offsetOf(Math.min(this.position + size, this.length));
      this.replaceAll(points.text.slice(0, start) + gap + text + points.text.slice(end));
    }
    this.position += size;
  }

  #translated(text: string): string {
    const { newline } = this;
    if (newline === "\n") return text;
    if (newline === "\r" || newline === "\r\n") return text.replaceAll("\n", newline);
    if (!/[\r\n]/.test(text)) return text;
    for (const [end] of text.matchAll(/\r\n|\r|\n/g)) this.seen.add(end);
    return newline === null ? text.replace(/\r\n?/g, "\n") : text;
  }

  /** So many characters from the position on, all when negative. */
  read(size: number): string {
    const rest = this.length - this.position;
    if (rest <= 0) return "";
    return this.#take(size < 0 || size > rest ? rest : size);
  }

  /** The rest of the line with its end, at most `limit` characters unless negative. */
  readLine(limit: number): string {
    if (this.position >= this.length) return "";
    const { points } = this;
    const end = points.indexOf(this.#lineEnd(points.text, points.offsetOf(this.position)));
    const size = end - this.position;
    return this.#take(limit >= 0 && limit < size ? limit : size);
  }

  #lineEnd(text: string, start: number): number {
    const end = this.newline === null ? "\n" : this.newline;
    if (end !== "") {
      const found = text.indexOf(end, start);
      return found < 0 ? text.length : found + end.length;
    }
    for (let at = start; at < text.length; at++) {
      if (text[at] === "\n") return at + 1;
      if (text[at] === "\r") return text[at + 1] === "\n" ? at + 2 : at + 1;
    }
    return text.length;
  }

  #take(size: number): string {
    const { points } = this;
    const start = points.offsetOf(this.position);
    this.position += size;
    return points.text.slice(start, points.offsetOf(this.position));
  }

  truncate(size: number): void {
    if (size < this.length) this.replaceAll(this.points.text.slice(0, this.points.offsetOf(size)));
  }
}
