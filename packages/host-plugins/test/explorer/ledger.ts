// What one schedule has seen, and what must not be: calls after the end, promises left open, subscriptions in disorder.
import type { VirtualPlatform } from "@krait/core";
import type { Subscription } from "../../src/index.ts";

/** Answers whole numbers from 0 to below a bound, as the seed decides. */
export type Choose = (below: number) => number;

export class Ledger {
  /** All that happened, in its order. */
  readonly log: string[] = [];
  /** What must not be, in words; empty for a good schedule. */
  readonly problems: string[] = [];
  readonly platform: VirtualPlatform;
  readonly choose: Choose;
  /** The host has closed. */
  isClosed = false;
  readonly #promises: Set<string> = new Set();
  /** Subscriptions that are held, by who holds them, in the order in which they were made. */
  readonly #held: Map<string, number[]> = new Map();
  #made = 0;

  constructor(platform: VirtualPlatform, choose: Choose) {
    this.platform = platform;
    this.choose = choose;
  }

  /** Something of a plugin runs. */
  touched(what: string): void {
    if (this.isClosed) this.problems.push(`after the end: ${what}`);
    this.log.push(what);
  }

  /** A promise that was given out must settle; it may reject. */
  follow(name: string, promise: Promise<unknown>): void {
    const own = `${name} #${++this.#made}`;
    this.#promises.add(own);
    const end = (how: string): void => {
      this.#promises.delete(own);
      this.log.push(`${own} ${how}`);
    };
    promise.then(
      () => end("ended"),
      (error: { code?: string; name?: string }) => end(error.code ?? error.name ?? String(error)),
    );
  }

  /** A Promise with one of the fates: 0 never settles, 1 resolves later, 2 rejects later, 3 has resolved, 4 has rejected. */
  fate(kind: number, most = 40): Promise<number> {
    if (kind === 0) return new Promise(() => {});
    if (kind === 3) return Promise.resolve(kind);
    if (kind === 4) return Promise.reject(new Error("refused at once"));
    return new Promise((resolve, reject) => {
      this.platform.timer(this.choose(most), () => (kind === 1 ? resolve(kind) : reject(new Error("refused"))));
    });
  }

  /** A subscription of a holder, with one of the fates for its release; 5 throws. */
  subscription(holder: string, isLate = false): Subscription {
    const number = ++this.#made;
    const held = this.#held.get(holder) ?? [];
    this.#held.set(holder, held);
    held.push(number);
    const kind = isLate ? 3 : this.choose(6);
    const release = (): void | Promise<void> => {
      // What came after its holder's time, at its activation, is released when it comes.
      if (isLate) this.log.push(`${holder} releases ${number}, late`);
      else this.touched(`${holder} releases ${number}`);
      if (held.at(-1) !== number) this.problems.push(`${holder} releases ${number}, and holds ${held.join()}`);
      held.splice(held.indexOf(number), 1);
      if (kind === 5) throw new Error("a subscription fails");
      if (kind < 3) return this.fate(kind).then(() => {});
    };
    return number % 2 === 0 ? release : { [Symbol.asyncDispose]: async () => await release() };
  }

  /** What is still open when all has come to rest. */
  checkEnd(): void {
    if (this.#promises.size > 0) this.problems.push(`not settled: ${[...this.#promises].join(", ")}`);
    for (const [holder, held] of this.#held) {
      if (held.length > 0) this.problems.push(`${holder} still holds ${held.join()}`);
    }
  }
}
