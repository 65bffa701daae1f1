// An index of table entries by a native hash: chains of positions in arrays of ints, with nothing made for an entry.
// Separate chaining over an array of entries (Knuth, The Art of Computer Programming, 6.4), as V8 has it in its own Maps;
// the bucket is the upper bits of the code times 2**32 over the golden ratio.
import type { Machine } from "./machine.ts";

/** Arrays of V8's cheapest kind while they are short; longer ones are no work for its garbage collector. */
type Ints = number[] | Int32Array;

export class HashIndex {
  /** For each bucket, a power of two of them, 1 + the position of its last entry; 0 when it has none. */
  heads: Ints;
  /** For each position its code, and 1 + what the head was before it; 0 for an entry that is not in this index. */
  links: Ints;
  /** How far to move a product so that the bits of the bucket remain. */
  shift: number;

  constructor(entries: number) {
    const buckets = bucketsFor(entries, FEW_BUCKETS);
    this.heads = ints(buckets);
    this.links = ints(2 * buckets);
    this.shift = 32 - Math.log2(buckets);
  }
}

const FEW_BUCKETS = 16;
const TYPED_LENGTH = 1024;
/** Up to here the buckets become four times as many when they are full, beyond only twice. */
const MANY_BUCKETS = 2 ** 16;

/** No chain of keys that were not made for it is as long. */
const FREE_STEPS = 16;

/** Codes are small ints of V8's wherever it runs; those of ints are even and others odd. */
const CODE_BITS = 0x3fff_ffff;

function ints(length: number): Ints {
  return length < TYPED_LENGTH ? new Array<number>(length).fill(0) : new Int32Array(length);
}

/** How many buckets so many entries are to have, if `least` are too few. */
function bucketsFor(entries: number, least: number): number {
  let buckets = least;
  while (buckets < entries) buckets *= buckets < MANY_BUCKETS ? 4 : 2;
  return buckets;
}

/** The code of an int that is a key. */
export function codeOfInt(int: number): number {
  const low = int | 0;
  return ((low === int ? low : low ^ Math.imul(Math.floor(int / 2 ** 32), 0x85ebca6b)) << 1) & CODE_BITS;
}

/** The code of a key with this structural hash. */
export function codeOfHash(hash: number): number {
  return ((hash << 1) | 1) & CODE_BITS;
}

/** A structural hash of a text. */
export function mixText(text: string): number {
  let hash = 0x811c9dc5 ^ text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** 1 + the position of the last entry in the bucket of a code, or 0; `next` leads to the others. */
export function firstOf({ heads, shift }: HashIndex, code: number): number {
  return heads[Math.imul(code, 0x9e37_79b1) >>> shift] as number;
}

/** Add the entry at `at`, which is not in the index and none behind it. */
export function link(index: HashIndex, at: number, code: number): void {
  if (at >= index.heads.length) grow(index, at);
  put(index, at, code);
}

function put({ heads, links, shift }: HashIndex, at: number, code: number): void {
  const bucket = Math.imul(code, 0x9e37_79b1) >>> shift;
  links[2 * at] = code;
  links[2 * at + 1] = (heads[bucket] as number) + 1;
  heads[bucket] = at + 1;
}

function grow(index: HashIndex, at: number): void {
  const { links } = index;
  const buckets = bucketsFor(at + 1, index.heads.length);
  index.heads = ints(buckets);
  index.links = ints(2 * buckets);
  index.shift = 32 - Math.log2(buckets);
  for (let i = 0; i < links.length; i += 2) if (links[i + 1] !== 0) put(index, i >> 1, links[i] as number);
}

/** Take the entry at `at` out, if it is in. */
export function unlink(vm: Machine, { heads, links, shift }: HashIndex, at: number): void {
  const next = 2 * at + 1 < links.length ? (links[2 * at + 1] as number) : 0;
  if (next === 0) return;
  const bucket = Math.imul(links[2 * at] as number, 0x9e37_79b1) >>> shift;
  let before = heads[bucket] as number;
  if (before === at + 1) heads[bucket] = next - 1;
  else {
    let steps = 0;
    for (; links[2 * before - 1] !== at + 2; steps++) before = (links[2 * before - 1] as number) - 1;
    links[2 * before - 1] = next;
    chargeSteps(vm, steps);
  }
  links[2 * at + 1] = 0;
}

/** Count the steps through a chain: a script may have made keys that share a bucket. */
export function chargeSteps(vm: Machine, steps: number): void {
  if (steps > FREE_STEPS) vm.budget -= steps >> 2;
}

/** The entries have moved to `moved[position]`, which is not behind where they were. */
export function relink(index: HashIndex, moved: readonly number[]): void {
  const { heads, links } = index;
  heads.fill(0);
  for (let at = 0; at < moved.length && 2 * at < links.length; at++) {
    if (links[2 * at + 1] === 0) continue;
    links[2 * at + 1] = 0;
    put(index, moved[at] as number, links[2 * at] as number);
  }
}
