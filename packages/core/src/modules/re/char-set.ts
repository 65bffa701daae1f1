// Compiled sets of characters: a table for Latin-1, ranges and categories beyond.
import { isSpaceUnit } from "../../text/white-space.ts";
import { addVariants } from "./letter-variants.ts";
import { Category, type SetItem } from "./syntax.ts";

const LATIN = 256;
const WORD = /[\p{L}\p{N}_]/u;
const DECIMAL = /\p{Nd}/u;

/** Whether a letter, digit or underscore. */
export function isWordCode(code: number, isAscii: boolean): boolean {
  if (code < 0x80) {
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x5f
    );
  }
  return !isAscii && WORD.test(String.fromCodePoint(code));
}

function isDigitCode(code: number, isAscii: boolean): boolean {
  if (code < 0x80) return code >= 0x30 && code <= 0x39;
  return !isAscii && DECIMAL.test(String.fromCodePoint(code));
}

function isSpaceCode(code: number, isAscii: boolean): boolean {
  if (isAscii) return code === 0x20 || (code >= 9 && code <= 13);
  return code <= 0xffff && isSpaceUnit(code);
}

function isOf(category: Category, code: number, isAscii: boolean): boolean {
  switch (category) {
    case Category.Digit:
      return isDigitCode(code, isAscii);
    case Category.NotDigit:
      return !isDigitCode(code, isAscii);
    case Category.Space:
      return isSpaceCode(code, isAscii);
    case Category.NotSpace:
      return !isSpaceCode(code, isAscii);
    case Category.Word:
      return isWordCode(code, isAscii);
    case Category.NotWord:
      return !isWordCode(code, isAscii);
  }
}

export class CharSet {
  /** 1 for each member below 256. */
  readonly latin: Uint8Array = new Uint8Array(LATIN);
  /** Pairs of the first and last member of each range that goes beyond, in order and apart. */
  readonly #ranges: readonly number[];
  readonly #categories: readonly Category[];
  readonly #isAscii: boolean;
  readonly #isNegated: boolean;

  constructor(items: readonly SetItem[], isNegated: boolean, isAscii: boolean, ignoresCase: boolean) {
    this.#isAscii = isAscii;
    this.#isNegated = isNegated;
    const ranges: [number, number][] = [];
    const categories = new Set<Category>();
    for (const item of items) {
      if (item.kind === "category") {
        categories.add(item.category);
        continue;
      }
      ranges.push([item.low, item.high]);
      if (ignoresCase) addVariants(item.low, item.high, isAscii, (code) => ranges.push([code, code]));
    }
    this.#categories = [...categories];
    this.#ranges = joined(ranges);
    for (let code = 0; code < LATIN; code++) this.latin[code] = this.#holds(code) ? 1 : 0;
  }

  has(code: number): boolean {
    return code < LATIN ? this.latin[code] === 1 : this.#holds(code);
  }

  /** Whether some character beyond Latin-1 may be a member. */
  get reachesBeyond(): boolean {
    return this.#isNegated || this.#categories.length > 0 || (this.#ranges.at(-1) ?? 0) >= LATIN;
  }

  #holds(code: number): boolean {
    return (
      (this.#isInRange(code) || this.#categories.some((each) => isOf(each, code, this.#isAscii))) !== this.#isNegated
    );
  }

  #isInRange(code: number): boolean {
    const ranges = this.#ranges;
    let low = 0;
    let high = ranges.length >> 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[2 * middle + 1] as number) < code) low = middle + 1;
      else high = middle;
    }
    return 2 * low < ranges.length && (ranges[2 * low] as number) <= code;
  }
}

/** The ranges in order, those that touch as one. */
function joined(ranges: [number, number][]): number[] {
  ranges.sort((a, b) => a[0] - b[0]);
  const flat: number[] = [];
  for (const [low, high] of ranges) {
    const last = flat.length - 1;
    if (last > 0 && low <= (flat[last] as number) + 1) flat[last] = Math.max(flat[last] as number, high);
    else flat.push(low, high);
  }
  return flat;
}
