// The index of a table by Python's own hash: made when the first key with a `__hash__` or `__eq__` written in Python is
// seen, even in a look-up.
import { roomFor } from "./wide-map.ts";

export class ForeignIndex {
  /** Positions of the entries with each hash. */
  chains: Map<number | bigint, number[]> = new Map();
  /** The hash of each entry by its position, so that nobody is asked twice; that of a deleted one means nothing. */
  hashes: (number | bigint)[] = [];

  /** Note the entry that was added last, at position `at`. */
  add(at: number, hash: number | bigint): void {
    this.hashes[at] = hash;
    const chain = this.chains.get(hash);
    if (chain !== undefined) chain.push(at);
    else {
      this.chains = roomFor(this.chains, at);
      this.chains.set(hash, [at]);
    }
  }
}
