// SHA-512 over pairs of 32-bit words; data may come in portions.

/** The running hash: eight words of 64 bits as pairs, and what does not fill a block yet. */
export interface Sha512 {
  readonly words: Int32Array;
  readonly rest: Uint8Array;
  restLength: number;
  /** Bytes so far. */
  length: number;
}

const BLOCK = 128;

/** The first 64 bits of the fractional parts of the roots of the first primes. */
function fractions(count: number, root: (prime: bigint) => bigint): Int32Array {
  const words = new Int32Array(2 * count);
  let at = 0;
  for (let candidate = 2; at < count; candidate++) {
    if (!isPrime(candidate)) continue;
    const bits = BigInt.asUintN(64, root(BigInt(candidate)));
    words[2 * at] = Number(bits >> 32n);
    words[2 * at + 1] = Number(bits & 0xffffffffn);
    at++;
  }
  return words;
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/** The whole part of the square (2) or cube (3) root of n, by bisection. */
function wholeRoot(n: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= n) low = middle;
    else high = middle;
  }
  return low;
}

const INITIAL: ArrayLike<number> = fractions(8, (prime) => wholeRoot(prime << 128n, 2n));
const ROUNDS: ArrayLike<number> = fractions(80, (prime) => wholeRoot(prime << 192n, 3n));

/** An empty hash. */
export function newSha512(): Sha512 {
  return { words: Int32Array.from(INITIAL), rest: new Uint8Array(BLOCK), restLength: 0, length: 0 };
}

/** The same hash, to go on with apart. */
export function copySha512(hash: Sha512): Sha512 {
  return { words: hash.words.slice(), rest: hash.rest.slice(), restLength: hash.restLength, length: hash.length };
}

/** Add bytes. */
export function updateSha512(hash: Sha512, data: Uint8Array): void {
  hash.length += data.length;
  let at = 0;
  if (hash.restLength > 0) {
    at = Math.min(BLOCK - hash.restLength, data.length);
    hash.rest.set(data.subarray(0, at), hash.restLength);
    hash.restLength += at;
    if (hash.restLength < BLOCK) return;
    mix(hash.words, hash.rest, 0);
    hash.restLength = 0;
  }
  for (; at + BLOCK <= data.length; at += BLOCK) mix(hash.words, data, at);
  hash.rest.set(data.subarray(at));
  hash.restLength = data.length - at;
}

/** The 64 bytes of the hash so far. */
export function digestSha512(hash: Sha512): Uint8Array {
  const ending = copySha512(hash);
  const padding = new Uint8Array((ending.restLength < 112 ? 112 : 240) - ending.restLength + 16);
  padding[0] = 0x80;
  new DataView(padding.buffer).setBigUint64(padding.length - 8, BigInt(hash.length) * 8n);
  updateSha512(ending, padding);
  const digest = new Uint8Array(64);
  const view = new DataView(digest.buffer);
  for (let i = 0; i < 16; i++) view.setInt32(4 * i, ending.words[i] as number);
  return digest;
}

/** One block: the message schedule, then eighty rounds. A pair (h, l) is a word of 64 bits. */
function mix(words: Int32Array, data: Uint8Array, offset: number): void {
  const w = new Int32Array(160);
  for (let i = 0; i < 32; i++) {
    const at = offset + 4 * i;
    w[i] =
      ((data[at] as number) << 24) |
      ((data[at + 1] as number) << 16) |
      ((data[at + 2] as number) << 8) |
      (data[at + 3] as number);
  }
  for (let i = 32; i < 160; i += 2) {
    const xh = w[i - 30] as number;
    const xl = w[i - 29] as number;
    const yh = w[i - 4] as number;
    const yl = w[i - 3] as number;
    const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
    const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
    const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
    const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
    const low = ((w[i - 31] as number) >>> 0) + (s0l >>> 0) + ((w[i - 13] as number) >>> 0) + (s1l >>> 0);
    w[i] = (w[i - 32] as number) + s0h + (w[i - 14] as number) + s1h + Math.floor(low / 2 ** 32);
    w[i + 1] = low;
  }
  const v = words.slice();
  for (let i = 0; i < 160; i += 2) {
    const ah = v[0] as number;
    const al = v[1] as number;
    const bh = v[2] as number;
    const bl = v[3] as number;
    const ch = v[4] as number;
    const cl = v[5] as number;
    const eh = v[8] as number;
    const el = v[9] as number;
    const S1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const S1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const chooseH = (eh & (v[10] as number)) ^ (~eh & (v[12] as number));
    const chooseL = (el & (v[11] as number)) ^ (~el & (v[13] as number));
    const low1 =
      ((v[15] as number) >>> 0) +
      (S1l >>> 0) +
      (chooseL >>> 0) +
      ((ROUNDS[i + 1] as number) >>> 0) +
      ((w[i + 1] as number) >>> 0);
    const high1 =
      (v[14] as number) + S1h + chooseH + (ROUNDS[i] as number) + (w[i] as number) + Math.floor(low1 / 2 ** 32);
    const S0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const S0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const majorH = (ah & bh) ^ (ah & ch) ^ (bh & ch);
    const majorL = (al & bl) ^ (al & cl) ^ (bl & cl);
    const low2 = (S0l >>> 0) + (majorL >>> 0);
    const high2 = S0h + majorH + Math.floor(low2 / 2 ** 32);
    const sumLow = ((v[7] as number) >>> 0) + (low1 % 2 ** 32);
    const sumHigh = (v[6] as number) + high1 + Math.floor(sumLow / 2 ** 32);
    const topLow = (low1 % 2 ** 32) + (low2 % 2 ** 32);
    const topHigh = high1 + high2 + Math.floor(topLow / 2 ** 32);
    v.copyWithin(2, 0, 14);
    v[8] = sumHigh;
    v[9] = sumLow;
    v[0] = topHigh;
    v[1] = topLow;
  }
  for (let i = 0; i < 16; i += 2) {
    const low = ((words[i + 1] as number) >>> 0) + ((v[i + 1] as number) >>> 0);
    words[i] = (words[i] as number) + (v[i] as number) + Math.floor(low / 2 ** 32);
    words[i + 1] = low;
  }
}
