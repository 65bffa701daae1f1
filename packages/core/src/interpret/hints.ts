// Hints in the caches of calls and loops: what the operand was last time, where that is not what is looked for first.
import { Cache } from "../objects/linked.ts";

/**
 * `instanceof` is quick when it holds and slow when it does not, so with a hint the classes before are not asked. A hint
 * that has become wrong is taken away, and the instruction starts again.
 */
function hint(): Cache {
  return Object.freeze(new Cache(0, null, 0, null, 0, undefined));
}

/** The callee is a native function. */
export const CALLS_NATIVE: Cache = hint();
/** The callee is a class. */
export const CALLS_CLASS: Cache = hint();
/** The iterator is a list's. */
export const WALKS_LIST: Cache = hint();
/** The iterator is another one that runs no Python. */
export const WALKS_LEAF: Cache = hint();
/** The iterator is such a one, of pairs, which the next instruction takes apart. */
export const WALKS_PAIRS: Cache = hint();
/** The iterator is none of these, nor a generator. */
export const WALKS_OTHER: Cache = hint();
/** The iterator is a generator. */
export const WALKS_GENERATOR: Cache = hint();
