// Output to a stream in few, large writes, as CPython buffers its stdout.

/** Text is held back until there is this much of it, or the event loop turns. */
const BUFFER_LENGTH = 16_384;

export class BufferedOutput {
  readonly #stream: NodeJS.WritableStream;
  #text = "";
  #isFlushPending = false;
  #isBroken = false;

  /** `onBroken` is called once when the reader of the stream has gone (`krait ... | head`). */
  constructor(stream: NodeJS.WritableStream, onBroken: () => void = () => {}) {
    this.#stream = stream;
    stream.on("error", () => {
      if (this.#isBroken) return;
      this.#isBroken = true;
      onBroken();
    });
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= BUFFER_LENGTH) this.flush();
    else if (!this.#isFlushPending) {
      this.#isFlushPending = true;
      setImmediate(() => {
        this.#isFlushPending = false;
        this.flush();
      });
    }
  }

  flush(): void {
    const text = this.#text;
    this.#text = "";
    if (text === "" || this.#isBroken) return;
    this.#stream.write(this.#stream === process.stderr ? text.replace(/\p{Cs}/gu, escaped) : text);
  }

  /** Flushes, and waits until the operating system has it all. */
  async drain(): Promise<void> {
    this.flush();
    if (this.#isBroken) return;
    await new Promise<void>((resolve) => {
      this.#stream.once("error", () => resolve());
      this.#stream.write("", () => resolve());
    });
  }
}

/** A surrogate without its other half, which no encoding has, as Python's stderr shows it. */
function escaped(surrogate: string): string {
  return `\\u${surrogate.charCodeAt(0).toString(16)}`;
}
