// Searching in bytes, forwards and backwards, in time linear in what is searched.

/** Below this product of lengths the simple search is used; its worst case is that many comparisons. */
const SIMPLE_PRODUCT = 1_000_000;

/** The first position of `needle` within data[from..to), or -1. */
export function findBytes(data: Uint8Array, needle: Uint8Array, from: number, to: number): number {
  const length = needle.length;
  if (to - from < length) return -1;
  if (length === 0) return from;
  const first = needle[0] as number;
  if (length > 1 && (to - from) * length > SIMPLE_PRODUCT) return findLinear(data, needle, from, to, 1);
  const last = to - length;
  for (let at = data.indexOf(first, from); at >= 0 && at <= last; at = data.indexOf(first, at + 1)) {
    if (matchesAt(data, needle, at)) return at;
  }
  return -1;
}

/** The last position of `needle` within data[from..to), or -1. */
export function findLastBytes(data: Uint8Array, needle: Uint8Array, from: number, to: number): number {
  const length = needle.length;
  if (to - from < length) return -1;
  if (length === 0) return to;
  if (length > 1 && (to - from) * length > SIMPLE_PRODUCT) return findLinear(data, needle, from, to, -1);
  for (let at = to - length; at >= from; at--) {
    if (data[at] === needle[0] && matchesAt(data, needle, at)) return at;
  }
  return -1;
}

/** Whether `needle` stands at a position of data; it must not reach beyond the end. */
export function matchesAt(data: Uint8Array, needle: Uint8Array, at: number): boolean {
  for (let i = 0; i < needle.length; i++) if (data[at + i] !== needle[i]) return false;
  return true;
}

/** How often `needle` occurs in data[from..to) without overlaps, at most `limit` times. */
export function countBytes(
  data: Uint8Array,
  needle: Uint8Array,
  from: number,
  to: number,
  limit: number = Number.POSITIVE_INFINITY,
): number {
  if (to < from) return 0;
  if (needle.length === 0) return Math.min(limit, to - from + 1);
  let count = 0;
  let at = from;
  while (count < limit) {
    at = findBytes(data, needle, at, to);
    if (at < 0) break;
    count++;
    at += needle.length;
  }
  return count;
}

/** The search of Knuth, Morris and Pratt; with step -1 both are read backwards. */
function findLinear(data: Uint8Array, needle: Uint8Array, from: number, to: number, step: 1 | -1): number {
  const length = needle.length;
  const start = step === 1 ? 0 : length - 1;
  // For each prefix the length of its longest border.
  const borders = new Int32Array(length + 1);
  borders[0] = -1;
  for (let i = 0, border = -1; i < length; ) {
    while (border >= 0 && needle[start + step * i] !== needle[start + step * border])
      border = borders[border] as number;
    borders[++i] = ++border;
  }
  let matched = 0;
  const end = step === 1 ? to : from - 1;
  for (let at = step === 1 ? from : to - 1; at !== end; at += step) {
    const byte = data[at];
    while (matched >= 0 && byte !== needle[start + step * matched]) matched = borders[matched] as number;
    if (++matched === length) return step === 1 ? at - length + 1 : at;
  }
  return -1;
}

/** -1, 0 or 1 by the order of the bytes, a shorter prefix first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): -1 | 0 | 1 {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const order = (a[i] as number) - (b[i] as number);
    if (order !== 0) return order < 0 ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
