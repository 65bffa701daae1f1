// A small generator of random numbers: xoshiro128**, seeded by splitmix64.
// Both after David Blackman and Sebastiano Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM Transactions on
// Mathematical Software 47, 2021; https://prng.di.unimi.it/

/** Random numbers that follow from a seed. */
export interface Generator {
  /** The next whole number from 0, below 2**32. */
  next(): number;
  /** The next number from 0, below 1, of 53 random bits. */
  fraction(): number;
  /** The next whole number from 0, below `count`, each as likely as the others; `count` is at most 2**53. */
  below(count: number): number;
}

/** The generator of a seed: any text. Different texts have numbers that seem to have nothing to do with each other. */
export function generatorFor(seed: string): Generator {
  const mix = splitmix64(hash(seed));
  const [first, second] = [mix(), mix()];
  return xoshiro128([first, first >> 32n, second, second >> 32n].map((part) => Number(part & 0xffff_ffffn)));
}

/** The generator in a state: four whole numbers below 2**32, not all of them 0. */
export function xoshiro128(state: readonly number[]): Generator {
  const s = Uint32Array.from(state);
  const next = (): number => {
    const [a, b, c, d] = s as unknown as readonly [number, number, number, number];
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    s[0] = a ^ d ^ b;
    s[1] = b ^ c ^ a;
    s[2] = c ^ a ^ (b << 9);
    s[3] = rotated(d ^ b, 11);
    return result;
  };
  const bits53 = (): number => (next() >>> 5) * 2 ** 26 + (next() >>> 6);
  return {
    next,
    fraction: () => bits53() / 2 ** 53,
    below(count) {
      // What is above the largest multiple of the count would make small numbers likelier.
      const end = 2 ** 53 - (2 ** 53 % count);
      for (;;) {
        const drawn = bits53();
        if (drawn < end) return drawn % count;
      }
    },
  };
}

/** The 64-bit numbers that follow from a seed. */
export function splitmix64(seed: bigint): () => bigint {
  let state = BigInt.asUintN(64, seed);
  return () => {
    state = BigInt.asUintN(64, state + 0x9e37_79b9_7f4a_7c15n);
    const first = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58_476d_1ce4_e5b9n);
    const second = BigInt.asUintN(64, (first ^ (first >> 27n)) * 0x94d0_49bb_1331_11ebn);
    return second ^ (second >> 31n);
  };
}

/** The FNV-1a hash of a text's UTF-16 units, with 64 bits. */
function hash(text: string): bigint {
  let state = 0xcbf2_9ce4_8422_2325n;
  for (let at = 0; at < text.length; at++) {
    state = BigInt.asUintN(64, (state ^ BigInt(text.charCodeAt(at))) * 0x100_0000_01b3n);
  }
  return state;
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
