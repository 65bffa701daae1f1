// Output to a stream in few, large writes, as CPython buffers its stdout.

/** Text is held back until there is this much of it, or the event loop turns. */
const BUFFER_LENGTH = 16_384;

export class BufferedOutput {
  readonly #stream: NodeJS.WritableStream;
  #text = "";
  #isFlushPending = false;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
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
    if (text === "") return;
    this.#text = "";
    this.#stream.write(text);
  }
}
