// A seed for each plugin out of the host's, the same in each run.

/** Mixes the letters of the id into the seed, as FNV-1a does (Fowler, Noll and Vo 1991); 32 bits. */
export function seedFor(seed: number, id: string): number {
  let hash = 0x811c9dc5 ^ (seed | 0);
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
