// Numbers of about 106 bits as unevaluated sums of two doubles, for results that must come out rounded once.

import { partsOf } from "./float-parts.ts";

/** The value high + low, with |low| at most half an ulp of high. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** Any two doubles as an exact sum (Knuth's two-sum). */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

/** An exact sum where |a| >= |b| (Dekker's fast two-sum). */
export function fastTwoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  return { high, low: b - (high - a) };
}

/** The exact product of two doubles (Veltkamp's splitting); both below 2**996 and the product not subnormal. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const wideA = a * 134217729;
  const topA = wideA - (wideA - a);
  const restA = a - topA;
  const wideB = b * 134217729;
  const topB = wideB - (wideB - b);
  const restB = b - topB;
  return { high, low: topA * topB - high + topA * restB + restA * topB + restA * restB };
}

/** a + b. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const top = twoSum(a.high, b.high);
  const rest = twoSum(a.low, b.low);
  const middle = fastTwoSum(top.high, top.low + rest.high);
  return fastTwoSum(middle.high, middle.low + rest.low);
}

/** a * b. */
export function mul(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return fastTwoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

/** a * b for a plain double b. */
export function scale(a: DoubleDouble, b: number): DoubleDouble {
  const product = twoProduct(a.high, b);
  return fastTwoSum(product.high, product.low + a.low * b);
}

/** a / b: a quotient in doubles and two corrections. */
export function div(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const rest = add(a, negate(scale(b, first)));
  const second = rest.high / b.high;
  const last = add(rest, negate(scale(b, second)));
  return add(fastTwoSum(first, second), { high: last.high / b.high, low: 0 });
}

/** -a. */
export function negate(a: DoubleDouble): DoubleDouble {
  return { high: -a.high, low: -a.low };
}

/** A double as it is. */
export function exactly(x: number): DoubleDouble {
  return { high: x, low: 0 };
}

// ln 2 to 107 bits, cut so that small integers times `high` lose nothing that matters.
const LN2: Readonly<DoubleDouble> = { high: 0.6931471805599453, low: 2.3190468138462996e-17 };

/**
 * exp(a) as (value, exponent) with the result value * 2**exponent, good to about 100 bits while |a| < 2000:
 * multiples of ln 2 out, then the Taylor series of a 512th part, squared back nine times.
 */
export function exp(a: DoubleDouble): { readonly value: DoubleDouble; readonly exponent: number } {
  const exponent = Math.round(a.high / LN2.high);
  const reduced = add(a, negate(scale(LN2, exponent)));
  const part = { high: reduced.high / 512, low: reduced.low / 512 };
  // exp(part) - 1 by Horner's rule.
  let sum = exactly(1);
  for (let n = 10; n >= 2; n--) sum = add(exactly(1), div(mul(part, sum), exactly(n)));
  let less = mul(part, sum);
  for (let round = 0; round < 9; round++) less = add(scale(less, 2), mul(less, less));
  return { value: add(exactly(1), less), exponent };
}

/** ln(x) for a finite x > 0, good to about 100 bits: the host's logarithm and one Newton step. */
export function log(x: number): DoubleDouble {
  if (Math.abs(x - 1) < 1e-5) return logNearOne(x - 1);
  let { mantissa, exponent } = partsOf(x);
  exponent += 53;
  mantissa /= 2 ** 53;
  while (mantissa < 0.5) {
    mantissa *= 2;
    exponent--;
  }
  if (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  const guess = Math.log(mantissa);
  const inverse = exp(exactly(-guess));
  const ratio = scale(inverse.value, mantissa * 2 ** inverse.exponent);
  const rest = add(ratio, exactly(-1));
  // ln(1 + r) with r about 1e-16: two terms are enough.
  const fix = add(rest, exactly((-rest.high * rest.high) / 2));
  return add(scale(LN2, exponent), add(exactly(guess), fix));
}

// ln(1 + d) by its series, for a d so small that seven terms keep its relative precision.
function logNearOne(d: number): DoubleDouble {
  let sum = exactly(0);
  for (let n = 7; n >= 1; n--) {
    const term = div(exactly(1), exactly(n));
    sum = add(term, negate(scale(sum, d)));
  }
  return scale(sum, d);
}
