// Python's `hash` of str and bytes: deterministic, 53 bits, so that it is always a small int.

/** hash(text); 0 for the empty text, never negative. */
export function hashString(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 15);
  }
  return length === 0 ? 0 : finish(low, high, length);
}

/** hash(bytes): that of the text with these bytes as its characters, so that memoryview and bytes agree. */
export function hashBytes(bytes: Uint8Array): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  const length = bytes.length;
  for (let i = 0; i < length; i++) {
    const unit = bytes[i] as number;
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 15);
  }
  return length === 0 ? 0 : finish(low, high, length);
}

// Every bit of the result depends on both lanes; 21 bits of one above 32 of the other make 53.
function finish(low: number, high: number, length: number): number {
  const a = mix(low ^ length);
  const b = mix(high ^ a);
  return (b & 0x1fffff) * 4294967296 + (mix(a ^ b) >>> 0);
}

function mix(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
