// x ** y for any finite exponent, good to 66 bits before its one rounding: logarithm and exponential from small tables.

import { type DoubleDouble, exactly, exp, log, scale } from "./double-double.ts";
import { once } from "./once.ts";

/** Steps of both tables between powers of two. */
const STEPS = 32;

// ln 2 with 42 bits, so that products with exponents are exact, and the rest; the same for ln 2 / 32 with 37 bits.
const LN2_HIGH = 0.6931471805599453;
const LN2_LOW = 2.3190468138462996e-17;
const LN2_TOP: number = Math.floor(LN2_HIGH * 2 ** 42) / 2 ** 42;
const LN2_REST: number = LN2_HIGH - LN2_TOP + LN2_LOW;
const STEP_TOP: number = Math.floor(LN2_HIGH * 2 ** 37) / 2 ** 37 / STEPS;
const STEP_REST: number = LN2_HIGH / STEPS - STEP_TOP + LN2_LOW / STEPS;

interface Tables {
  /** For mantissas near index / 32 a multiplier of few bits that brings them near 1, and minus its logarithm. */
  readonly inverses: readonly number[];
  readonly logsHigh: readonly number[];
  readonly logsLow: readonly number[];
  /** 2 ** (index / 32). */
  readonly rootsHigh: readonly number[];
  readonly rootsLow: readonly number[];
}

/** Made at the first power: it takes longer than all else that is done when the engine is loaded. */
const TABLES: () => Tables = once(() => {
  const inverses = Array.from({ length: 46 }, (_, index) => Math.round((256 * STEPS) / index) / 256);
  const logs = inverses.map((inverse) => (inverse < 2 ? minusLog(inverse) : exactly(0)));
  const roots = Array.from({ length: STEPS }, (_, index) => rootOfTwo(index));
  return {
    inverses,
    logsHigh: logs.map(({ high }) => high),
    logsLow: logs.map(({ low }) => low),
    rootsHigh: roots.map(({ high }) => high),
    rootsLow: roots.map(({ low }) => low),
  };
});

/** 2**27 + 1 and 2**14 + 1: split doubles into parts whose products are exact. */
const SPLIT_HALF = 134217729;
const SPLIT_TOP = 16385;

function minusLog(x: number): DoubleDouble {
  const { high, low } = log(x);
  return { high: 0 - high, low: 0 - low };
}

function rootOfTwo(index: number): DoubleDouble {
  const { value, exponent } = exp(scale({ high: LN2_HIGH / STEPS, low: LN2_LOW / STEPS }, index));
  return { high: value.high * 2 ** exponent, low: value.low * 2 ** exponent };
}

/**
 * x ** y = value * 2**exponent, where x = mantissa * 2**binary with the mantissa in [0.7071, 1.4143), and the result is
 * within the range of doubles or near it. All in plain doubles: this is on the path of every `x ** 1.5`.
 */
export function powByTables(
  mantissa: number,
  binary: number,
  y: number,
): { readonly value: DoubleDouble; readonly exponent: number } {
  const tables = TABLES();
  // mantissa * inverse = 1 + r + tail exactly: the inverse has 9 bits, the mantissa is split at 39.
  const index = Math.round(mantissa * STEPS);
  const inverse = tables.inverses[index] as number;
  let wide = mantissa * SPLIT_TOP;
  const top = wide - (wide - mantissa);
  const first = top * inverse - 1;
  const second = (mantissa - top) * inverse;
  const r = first + second;
  const tail = second - (r - first);
  // ln(1 + r): r and r*r/2 with their rounding errors, the rest as it is.
  wide = r * SPLIT_HALF;
  const half = wide - (wide - r);
  const rest = r - half;
  const square = r * r;
  const squareError = half * half - square + 2 * half * rest + rest * rest;
  const series =
    square * r * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r * (1 / 8 - r * (1 / 9 - r / 10)))))));
  const whole = binary * LN2_TOP;
  const tabled = tables.logsHigh[index] as number;
  const sum1 = whole + tabled;
  const error1 = tabled - (sum1 - whole);
  const sum2 = sum1 + r;
  const part2 = sum2 - sum1;
  const error2 = sum1 - (sum2 - part2) + (r - part2);
  const sum3 = sum2 - square / 2;
  const part3 = sum3 - sum2;
  const error3 = sum2 - (sum3 - part3) + (-square / 2 - part3);
  const small =
    error1 +
    error2 +
    error3 +
    binary * LN2_REST +
    (tables.logsLow[index] as number) +
    tail * (1 - r) -
    squareError / 2 +
    series;
  const logHigh = sum3 + small;
  const logLow = small - (logHigh - sum3);
  // y * ln(x).
  const product = y * logHigh;
  wide = y * SPLIT_HALF;
  const yTop = wide - (wide - y);
  const yRest = y - yTop;
  wide = logHigh * SPLIT_HALF;
  const logTop = wide - (wide - logHigh);
  const logRest = logHigh - logTop;
  const productLow = yTop * logTop - product + yTop * logRest + yRest * logTop + yRest * logRest + y * logLow;
  return expByTables(tables, product, productLow);
}

// exp(high + low).
function expByTables(
  tables: Tables,
  high: number,
  low: number,
): { readonly value: DoubleDouble; readonly exponent: number } {
  const step = Math.round(high / (STEP_TOP + STEP_REST));
  const exponent = Math.floor(step / STEPS);
  const index = step - exponent * STEPS;
  const first = high - step * STEP_TOP;
  const second = low - step * STEP_REST;
  const r = first + second;
  const tail = second - (r - first);
  const series =
    tail + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 + r / 40320))))));
  const root = tables.rootsHigh[index] as number;
  // root * r with its rounding error.
  const product = root * r;
  let wide = root * SPLIT_HALF;
  const rootTop = wide - (wide - root);
  const rootRest = root - rootTop;
  wide = r * SPLIT_HALF;
  const rTop = wide - (wide - r);
  const rRest = r - rTop;
  const productError = rootTop * rTop - product + rootTop * rRest + rootRest * rTop + rootRest * rRest;
  const sum = root + product;
  const small = product - (sum - root) + productError + root * series + (tables.rootsLow[index] as number) * (1 + r);
  const value = sum + small;
  return { value: { high: value, low: small - (value - sum) }, exponent };
}
