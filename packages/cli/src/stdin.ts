// Reading standard input at once, as `input()` needs it.
import { readSync } from "node:fs";

/** How long to wait for a terminal that has nothing yet, in ms. */
const PAUSE_MS = 20;

/** Reads lines from standard input, blocking. */
export class LineReader {
  readonly #decoder: InstanceType<typeof TextDecoder> = new TextDecoder();
  readonly #beforeWait: () => void;
  readonly #afterWait: () => void;
  #text = "";
  #isEnded = false;

  /** The two functions are called around each wait for input, during which the process does nothing else. */
  constructor(beforeWait: () => void = () => {}, afterWait: () => void = () => {}) {
    this.#beforeWait = beforeWait;
    this.#afterWait = afterWait;
  }

  /** The next line without its newline, null at the end. */
  readLine(): string | null {
    for (;;) {
      const at = this.#text.indexOf("\n");
      if (at >= 0) {
        const line = this.#text.slice(0, at);
        this.#text = this.#text.slice(at + 1);
        return line;
      }
      if (this.#isEnded) {
        const rest = this.#text;
        this.#text = "";
        return rest === "" ? null : rest;
      }
      this.#beforeWait();
      this.#fill();
      this.#afterWait();
    }
  }

  #fill(): void {
    const buffer = new Uint8Array(4096);
    let count = 0;
    try {
      count = readSync(0, buffer);
    } catch (error) {
      // A terminal in non-blocking mode has nothing yet; the end of input can also arrive as an error on some systems.
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EAGAIN") {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
        return;
      }
      if (code !== "EOF") throw error;
    }
    if (count === 0) this.#isEnded = true;
    this.#text += this.#decoder.decode(buffer.subarray(0, count), { stream: count > 0 });
  }
}
