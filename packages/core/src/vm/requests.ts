// What other threads ask of a VM, on the VM's side: taken between quanta, or at once while all of its scripts wait.
import { ControlWord, TERMINATE } from "./control-word.ts";
import { InterruptHandle, type RequestMessage } from "./interrupt-handle.ts";

/** How often a VM whose scripts all wait looks at its word where the runtime has no `Atomics.waitAsync`, in ms. */
const LOOK_MS = 4;

/** What requests do to a VM. */
export interface Stoppable {
  /** Answers whether there was anything to interrupt. */
  interrupt(reason: string | undefined): boolean;
  /** Answers whether there was anything to terminate. */
  terminate(reason: string | undefined): boolean;
  /** Whether all of its scripts wait for the host. */
  isParked(): boolean;
  timer(milliseconds: number, callback: () => void): () => void;
}

export class Requests {
  readonly #target: Stoppable;
  #word: ControlWord | null = null;
  readonly #ports: { close(): void }[] = [];
  #isWatching = false;

  constructor(target: Stoppable) {
    this.#target = target;
  }

  /** A handle for other threads: each gets a port of its own, or all the same memory. */
  handle(isShared: boolean): InterruptHandle {
    if (isShared) {
      this.#word ??= new ControlWord();
      this.watch();
      return InterruptHandle.from({ kind: "krait.interrupt", memory: this.#word.memory });
    }
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", (event) => {
      const { kind, reason } = (event as unknown as { data: RequestMessage }).data;
      this.#serve(kind, reason);
    });
    port1.start();
    // Neither end keeps the process alive.
    port1.unref?.();
    port2.unref?.();
    this.#ports.push(port1);
    return InterruptHandle.from({ kind: "krait.interrupt", port: port2 });
  }

  /** Take what was asked and do it: before each quantum. */
  poll(): void {
    const request = this.#word?.take() ?? null;
    if (request !== null && this.#serve(request.kind, request.reason)) this.#word?.confirm(request.kind);
  }

  /** Forget what was asked while nothing ran. */
  drop(): void {
    this.#word?.take();
  }

  /** While all scripts wait nobody polls: wake at the next request. One wait at a time is enough, and may last. */
  watch(): void {
    if (this.#isWatching || this.#word === null || !this.#target.isParked()) return;
    this.#isWatching = true;
    // A wait that nothing ends must not keep a VM alive that its host has dropped.
    const own = new WeakRef(this);
    const look = (): void => {
      const requests = own.deref();
      if (requests !== undefined) requests.#look();
    };
    const next = this.#word.next();
    if (next === null) this.#target.timer(LOOK_MS, look);
    else void next.then(look);
  }

  /** The VM is closed: requests reach nobody any more. */
  close(): void {
    this.#word?.wake();
    for (const port of this.#ports.splice(0)) port.close();
  }

  #look(): void {
    this.#isWatching = false;
    this.poll();
    this.watch();
  }

  #serve(kind: number, reason: string | undefined): boolean {
    return kind === TERMINATE ? this.#target.terminate(reason) : this.#target.interrupt(reason);
  }
}
