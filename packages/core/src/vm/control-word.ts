// The control word of a VM in shared memory: how any thread asks for an interrupt, and the VM's thread takes it, once.

/** What can be asked of a VM; the stronger one has the greater number. */
export const INTERRUPT = 1;
export const TERMINATE = 2;

/** Places in the word: 32-bit numbers, then the reason as UTF-8. */
const ASKED = 0;
const TICKET = 1;
const TAKEN = 2;
const TAKEN_KIND = 3;
const LOCK = 4;
const LENGTH = 5;
const HEAD_BYTES = 24;
/** A longer reason is cut off. */
const REASON_BYTES = 1_000;

/** A request that was taken. */
export interface Request {
  /** INTERRUPT or TERMINATE: of several requests at once, the strongest. */
  readonly kind: number;
  /** Of several requests at once, the reason of one of them. */
  readonly reason: string | undefined;
}

/** The same memory in each of the threads that have it. */
export class ControlWord {
  readonly memory: SharedArrayBuffer;
  readonly #numbers: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(HEAD_BYTES + REASON_BYTES)) {
    this.memory = memory;
    this.#numbers = new Int32Array(memory, 0, HEAD_BYTES / 4);
  }

  /** The number of the last request; each has the next one. */
  get ticket(): number {
    return Atomics.load(this.#numbers, TICKET);
  }

  /** The number of the last request that took effect; every one before it did so with it, or came while nothing ran. */
  get taken(): number {
    return Atomics.load(this.#numbers, TAKEN);
  }

  /** What that request was. */
  get takenKind(): number {
    return Atomics.load(this.#numbers, TAKEN_KIND);
  }

  /** Ask, from any thread; answers the number of the request. */
  ask(kind: number, reason: string | undefined): number {
    const numbers = this.#numbers;
    if (reason !== undefined) this.#writeReason(reason);
    const ticket = Atomics.add(numbers, TICKET, 1) + 1;
    Atomics.or(numbers, ASKED, kind);
    Atomics.notify(numbers, ASKED);
    return ticket;
  }

  /** Take what was asked, in the VM's thread; null when nothing was. */
  take(): Request | null {
    const numbers = this.#numbers;
    if (Atomics.load(numbers, ASKED) === 0) return null;
    const asked = Atomics.exchange(numbers, ASKED, 0);
    return { kind: asked & TERMINATE ? TERMINATE : INTERRUPT, reason: this.#takeReason() };
  }

  /** Tell all threads that the requests made so far have taken effect. */
  confirm(kind: number): void {
    Atomics.store(this.#numbers, TAKEN_KIND, kind);
    Atomics.store(this.#numbers, TAKEN, this.ticket);
  }

  /** Resolves at the next request, or at once when there is one already; null where the runtime cannot wait so. */
  next(): Promise<unknown> | null {
    const { waitAsync } = Atomics as {
      waitAsync?: (array: Int32Array, index: number, value: number) => { value: Promise<string> | string };
    };
    return waitAsync === undefined ? null : Promise.resolve(waitAsync(this.#numbers, ASKED, 0).value);
  }

  /** End the waits of `next`. */
  wake(): void {
    Atomics.notify(this.#numbers, ASKED);
  }

  /** While another thread writes a reason this one is left out: a request never waits. */
  #writeReason(reason: string): void {
    const numbers = this.#numbers;
    if (Atomics.compareExchange(numbers, LOCK, 0, 1) !== 0) return;
    const bytes = new TextEncoder().encode(reason).subarray(0, REASON_BYTES);
    new Uint8Array(this.memory, HEAD_BYTES).set(bytes);
    // One more than the length: an empty reason is a reason.
    numbers[LENGTH] = bytes.length + 1;
    Atomics.store(numbers, LOCK, 0);
  }

  #takeReason(): string | undefined {
    const numbers = this.#numbers;
    if (Atomics.compareExchange(numbers, LOCK, 0, 1) !== 0) return undefined;
    const length = (numbers[LENGTH] as number) - 1;
    numbers[LENGTH] = 0;
    // A copy: decoders refuse shared memory.
    const bytes = length < 0 ? null : new Uint8Array(this.memory, HEAD_BYTES, length).slice();
    Atomics.store(numbers, LOCK, 0);
    return bytes === null ? undefined : new TextDecoder().decode(bytes);
  }
}
