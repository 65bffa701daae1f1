// x ** y for any exponent, to about 68 bits before the one rounding: logarithm and exponential from small tables.

import { exactly, exp, log } from "./double-double.ts";

/** Steps of both tables. */
const SIZE = 32;
// Mantissas from 0.703 to 1.406 in steps of 1/64 of their power of two, as multiplier 1/c and -ln(1/c) in two doubles.
const FIRST = 22;
const INVERSES: readonly number[] = Array.from({ length: 24 }, (_, index) => inverseAt(index));
const LOGS_HIGH: readonly number[] = INVERSES.map((inverse) => -log(inverse).high);
const LOGS_LOW: readonly number[] = INVERSES.map((inverse) => -log(inverse).low);
// 2 ** (j / 32) in two doubles.
const ROOTS_HIGH: readonly number[] = Array.from({ length: SIZE }, (_, index) => rootAt(index).high);
const ROOTS_LOW: readonly number[] = Array.from({ length: SIZE }, (_, index) => rootAt(index).low);

const LN2_HIGH = 0.6931471805599453;
const LN2_LOW = 2.3190468138462996e-17;
/** 2**27 + 1: splits a double in halves whose products are exact. */
const SPLITTER = 134217729;

// A multiplier with 8 bits, so that its product with a mantissa is exact in two doubles; exactly 1 around 1.
function inverseAt(index: number): number {
  return Math.round((256 * 32) / (FIRST + index + 0.5 - (index < 10 ? 0 : 0.5))) / 256;
}

function rootAt(index: number): { readonly high: number; readonly low: number } {
  if (index === 0) return exactly(1);
  const { value, exponent } = exp({ high: (LN2_HIGH * index) / SIZE, low: (LN2_LOW * index) / SIZE });
  return { high: value.high * 2 ** exponent, low: value.low * 2 ** exponent };
}
