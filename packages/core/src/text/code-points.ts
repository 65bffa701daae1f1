// JS strings as sequences of code points: length, positions, order. Lone surrogates count as one each.

const SURROGATE = /[\ud800-\udfff]/;
const STRIDE = 64;

/** Whether some UTF-16 unit is a surrogate; if not, code points and units coincide. O(1) for Latin-1 strings in V8. */
export function hasSurrogates(text: string): boolean {
  return SURROGATE.test(text);
}

/** Units of the code point at an offset: 2 for a surrogate pair, else 1. */
export function unitsAt(text: string, offset: number): 1 | 2 {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(offset + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** Whether an offset lies between the halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && unitsAt(text, offset - 1) === 2;
}

/** The offset of the code point before an offset; -1 at the start. */
export function offsetBefore(text: string, offset: number): number {
  return splitsPair(text, offset - 1) ? offset - 2 : offset - 1;
}

/** len(text). */
export function lengthOf(text: string): number {
  if (text.length === 1) return 1;
  if (!SURROGATE.test(text)) return text.length;
  let count = text.length;
  for (let offset = 0; offset < text.length; offset++) {
    if (unitsAt(text, offset) === 2) {
      offset++;
      count--;
    }
  }
  return count;
}

/**
 * The positions of a string's code points: an index made once for a long string (one number per 64 code points when
 * it holds surrogates, nothing otherwise) that turns code point indices into unit offsets and back.
 */
export class CodePoints {
  readonly text: string;
  /** Number of code points. */
  readonly length: number;
  /** Whether indices are offsets as they are. */
  readonly trivial: boolean;
  readonly #marks: ArrayLike<number>;

  constructor(text: string) {
    this.text = text;
    this.trivial = !SURROGATE.test(text);
    if (this.trivial) {
      this.length = text.length;
      this.#marks = NO_MARKS;
      return;
    }
    const marks = new Uint32Array(Math.ceil(text.length / STRIDE) + 1);
    let count = 0;
    for (let offset = 0; offset < text.length; count++) {
      if (count % STRIDE === 0) marks[count / STRIDE] = offset;
      offset += unitsAt(text, offset);
    }
    this.length = count;
    this.#marks = marks.slice(0, Math.ceil(count / STRIDE));
  }

  /** The unit offset of a code point index in 0..length. */
  offsetOf(index: number): number {
    if (this.trivial) return index;
    if (index >= this.length) return this.text.length;
    const mark = Math.floor(index / STRIDE);
    let offset = this.#marks[mark] as number;
    for (let rest = index - mark * STRIDE; rest > 0; rest--) offset += unitsAt(this.text, offset);
    return offset;
  }

  /** The code point index of a unit offset in 0..text.length. */
  indexOf(offset: number): number {
    if (this.trivial) return offset;
    if (offset >= this.text.length) return this.length;
    const marks = this.#marks;
    let low = 0;
    let high = marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((marks[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    let index = low * STRIDE;
    for (let at = marks[low] as number; at < offset; index++) at += unitsAt(this.text, at);
    return index;
  }

  /** The character (one code point) at an index in 0..length-1. */
  charAt(index: number): string {
    const offset = this.offsetOf(index);
    return this.trivial ? this.text.charAt(offset) : this.text.slice(offset, offset + unitsAt(this.text, offset));
  }
}

const NO_MARKS: ArrayLike<number> = [];

/** The character at a code point index, "" when out of range; scans, so use a CodePoints for long strings. */
export function charAt(text: string, index: number): string {
  if (!SURROGATE.test(text)) return text.charAt(index);
  let offset = 0;
  for (let rest = index; rest > 0 && offset < text.length; rest--) offset += unitsAt(text, offset);
  return text.slice(offset, offset + unitsAt(text, offset));
}

/** The characters of a string, one code point each. */
export function characters(text: string): string[] {
  return SURROGATE.test(text) ? Array.from(text) : text.split("");
}

/** The code points of a string as numbers. */
export function codePoints(text: string): number[] {
  const codes: number[] = [];
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) as number;
    codes.push(code);
    offset += code > 0xffff ? 2 : 1;
  }
  return codes;
}

/** The string of these code points, each in 0..0x10ffff. */
export function fromCodePoints(codes: readonly number[]): string {
  let text = "";
  for (let from = 0; from < codes.length; from += 4096) {
    text += String.fromCodePoint.apply(null, codes.slice(from, from + 4096));
  }
  return text;
}

/** Texts up to this length are compared unit by unit. */
const SHORT_TEXT = 32;

/** -1, 0 or 1 by code point order (JS orders by units, which puts U+10000 and beyond before U+E000). */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  const firstA = a.charCodeAt(0);
  const firstB = b.charCodeAt(0);
  if (firstA !== firstB && firstA < 0xd800 && firstB < 0xd800) return firstA < firstB ? -1 : 1;
  if (a === b) return 0;
  const end = Math.min(a.length, b.length);
  // Most differences come early; only long common beginnings are worth the native comparison.
  if (end > SHORT_TEXT && !SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1;
  let offset = 0;
  while (offset < end && a.charCodeAt(offset) === b.charCodeAt(offset)) offset++;
  if (offset === end) return a.length < b.length ? -1 : 1;
  // Inside a pair the low halves differ; that order is the right one, as for all other units.
  const codeA = orderOfUnit(a, offset);
  const codeB = orderOfUnit(b, offset);
  return codeA < codeB ? -1 : 1;
}

// A unit's rank: halves of pairs rank above all of the BMP, lone surrogates in their place.
function orderOfUnit(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  return unitsAt(text, offset) === 2 || splitsPair(text, offset) ? unit + 0x10000 : unit;
}
