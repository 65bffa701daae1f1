// The handle with which any thread stops what a VM of another thread runs.
import { checkText } from "../host/check-keys.ts";
import { ControlWord, INTERRUPT, TERMINATE } from "./control-word.ts";

/** A MessagePort, of which runtimes differ in all else. */
export interface RequestPort {
  /** Send a message to the thread at the other end. */
  postMessage(message: unknown): void;
}

/** What stands for a handle in a message to another thread: `postMessage(handle.data, handle.transfer)`. */
export type InterruptHandleData =
  | {
      /** Tells it from other messages. */
      readonly kind: "krait.interrupt";
      /** Where requests are written. */
      readonly memory: SharedArrayBuffer;
    }
  | {
      /** Tells it from other messages. */
      readonly kind: "krait.interrupt";
      /** Where requests are sent. */
      readonly port: RequestPort;
    };

/** What a message-based handle sends. */
export interface RequestMessage {
  readonly kind: number;
  readonly reason: string | undefined;
}

/**
 * Stops the scripts of one VM from any thread, also after the VM was reset. Over shared memory (`isShared`) a request
 * reaches a script within its next quantum (0.5 ms at most), even in `runSync` and `callSync`; over messages when the
 * VM's thread next serves its event loop, so never within a synchronous call. A VM that runs nothing ignores requests.
 */
export class InterruptHandle {
  readonly #word: ControlWord | null;
  readonly #port: RequestPort | null;

  /** Hosts use `vm.interruptHandle()` and `InterruptHandle.from(data)`. */
  private constructor(word: ControlWord | null, port: RequestPort | null) {
    this.#word = word;
    this.#port = port;
  }

  /** The handle that was passed to this thread as data. Throws TypeError when it is anything else. */
  static from(data: InterruptHandleData): InterruptHandle {
    if (data?.kind === "krait.interrupt") {
      if ("memory" in data) return new InterruptHandle(new ControlWord(data.memory), null);
      if ("port" in data) return new InterruptHandle(null, data.port);
    }
    throw new TypeError("InterruptHandle.from: this is not the `data` of a handle");
  }

  /** Whether it works over shared memory. */
  get isShared(): boolean {
    return this.#word !== null;
  }

  /** What to post to another thread. A message-based handle goes there: it can be posted once, and not used here then. */
  get data(): InterruptHandleData {
    return this.#word === null
      ? { kind: "krait.interrupt", port: this.#port as RequestPort }
      : { kind: "krait.interrupt", memory: this.#word.memory };
  }

  /** The list of what the message transfers: its port, or nothing. */
  get transfer(): any[] {
    return this.#port === null ? [] : [this.#port];
  }

  /**
   * Raise KeyboardInterrupt in what runs or waits, as `vm.interrupt` does; the reason is cut off after 1,000 bytes.
   * Several before one safe point count as one.
   */
  interrupt(reason?: string): void {
    if (reason !== undefined) checkText("interrupt", "reason", reason);
    this.#ask(INTERRUPT, reason);
  }

  /** End what runs or waits without running any more Python, as `vm.terminate` does. */
  terminate(reason?: string): void {
    if (reason !== undefined) checkText("terminate", "reason", reason);
    this.#ask(TERMINATE, reason);
  }

  #ask(kind: number, reason: string | undefined): void {
    if (this.#word !== null) this.#word.ask(kind, reason);
    else this.#port?.postMessage({ kind, reason } satisfies RequestMessage);
  }
}
