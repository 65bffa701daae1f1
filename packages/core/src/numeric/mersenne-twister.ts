// The Mersenne Twister MT19937 as CPython seeds and reads it.

import { type Int, normalize } from "./int.ts";

const SIZE = 624;
const MIDDLE = 397;

/** 624 words and how many of them have been used. */
export interface Twister {
  readonly words: Uint32Array;
  index: number;
}

/** A twister that is still to be seeded. */
export function newTwister(): Twister {
  return { words: new Uint32Array(SIZE), index: SIZE };
}

function fillFromWord(words: Uint32Array, seed: number): void {
  words[0] = seed;
  for (let i = 1; i < SIZE; i++) {
    const before = words[i - 1] as number;
    words[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
}

/** Seed from words. */
export function seedFromWords(twister: Twister, key: Uint32Array): void {
  const { words } = twister;
  fillFromWord(words, 19650218);
  let i = 1;
  let j = 0;
  for (let left = Math.max(SIZE, key.length); left > 0; left--) {
    const before = words[i - 1] as number;
    words[i] = ((words[i] as number) ^ Math.imul(before ^ (before >>> 30), 1664525)) + (key[j] as number) + j;
    i++;
    j++;
    if (i >= SIZE) {
      words[0] = words[SIZE - 1] as number;
      i = 1;
    }
    if (j >= key.length) j = 0;
  }
  for (let left = SIZE - 1; left > 0; left--) {
    const before = words[i - 1] as number;
    words[i] = ((words[i] as number) ^ Math.imul(before ^ (before >>> 30), 1566083941)) - i;
    i++;
    if (i >= SIZE) {
      words[0] = words[SIZE - 1] as number;
      i = 1;
    }
  }
  words[0] = 0x80000000;
  twister.index = SIZE;
}

/** Seed from an int that is not negative, by its 32-bit words from the low end. */
export function seedFromInt(twister: Twister, seed: Int): void {
  const key: number[] = [];
  for (let rest = BigInt(seed); rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
  seedFromWords(twister, Uint32Array.from(key.length === 0 ? [0] : key));
}

function renew(words: Uint32Array): void {
  for (let i = 0; i < SIZE; i++) {
    const mixed = ((words[i] as number) & 0x80000000) | ((words[(i + 1) % SIZE] as number) & 0x7fffffff);
    words[i] = (words[(i + MIDDLE) % SIZE] as number) ^ (mixed >>> 1) ^ ((mixed & 1) === 0 ? 0 : 0x9908b0df);
  }
}

/** The next 32 bits. */
function nextWord(twister: Twister): number {
  if (twister.index >= SIZE) {
    renew(twister.words);
    twister.index = 0;
  }
  let y = twister.words[twister.index++] as number;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  return y >>> 0;
}

/** A float in [0, 1) of 53 bits. */
export function nextFloat(twister: Twister): number {
  const high = nextWord(twister) >>> 5;
  const low = nextWord(twister) >>> 6;
  return (high * 67108864 + low) / 9007199254740992;
}

/** An int of so many random bits. */
export function nextBits(twister: Twister, bits: number): Int {
  if (bits === 0) return 0;
  if (bits <= 32) return nextWord(twister) >>> (32 - bits);
  const digits: string[] = [];
  for (let left = bits; left > 0; left -= 32) {
    const word = nextWord(twister);
    digits.push((left < 32 ? word >>> (32 - left) : word).toString(16).padStart(8, "0"));
  }
  return normalize(BigInt(`0x${digits.reverse().join("")}`));
}
