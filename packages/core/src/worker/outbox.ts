// What a worker has to say: gathered within a turn of its VM and sent as one message, in order.
import type { FromWorker } from "./protocol.ts";
import type { HostPort } from "./ports.ts";

export class Outbox {
  readonly #port: HostPort;
  #waiting: FromWorker[] = [];
  #transfer: unknown[] = [];

  constructor(port: HostPort) {
    this.#port = port;
  }

  /** Send with what else this turn brings. */
  add(message: FromWorker, transfer: readonly unknown[] = []): void {
    if (this.#waiting.length === 0) queueMicrotask(() => this.flush());
    this.#transfer.push(...transfer);
    const last = this.#waiting.at(-1);
    if (message.kind === "output" && last?.kind === "output" && last.stream === message.stream) {
      this.#waiting[this.#waiting.length - 1] = { ...last, text: last.text + message.text };
    } else this.#waiting.push(message);
  }

  flush(): void {
    if (this.#waiting.length === 0) return;
    const [messages, transfer] = [this.#waiting, this.#transfer];
    this.#waiting = [];
    this.#transfer = [];
    this.#port.post(messages, transfer);
  }
}
