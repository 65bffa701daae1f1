// What a script writes, cut into lines for its log.

/** A line is cut here where it has no end, in UTF-16 units. */
const MOST_LENGTH = 4_000;

export class LineBuffer {
  readonly #write: (line: string) => void;
  #text = "";

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  add(text: string): void {
    this.#text += text;
    for (let end = this.#text.indexOf("\n"); end >= 0; end = this.#text.indexOf("\n")) {
      this.#write(this.#text.slice(0, end));
      this.#text = this.#text.slice(end + 1);
    }
    while (this.#text.length > MOST_LENGTH) {
      this.#write(this.#text.slice(0, MOST_LENGTH));
      this.#text = this.#text.slice(MOST_LENGTH);
    }
  }

  /** Write what has no end yet. */
  flush(): void {
    if (this.#text !== "") this.#write(this.#text);
    this.#text = "";
  }
}
