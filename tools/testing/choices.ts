// Choices that a seed decides.

/** Answers whole numbers from 0 to below a bound: the same ones for the same seed (xorshift, Marsaglia 2003). */
export function choices(seed: number): (below: number) => number {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}
