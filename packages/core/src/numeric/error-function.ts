// The error function and its complement to about one rounding: a series in double-doubles, a continued fraction beyond.

import { add, type DoubleDouble, div, exactly, exp, mul, negate, scale, twoProduct } from "./double-double.ts";

// 2 / sqrt(pi) to 106 bits.
const TWO_OVER_ROOT_PI: Readonly<DoubleDouble> = { high: 1.1283791670955126, low: 1.533545961316588e-17 };
const ONE_OVER_ROOT_PI = 0.5641895835477563;

/** math.erf(x). */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  let value: number;
  if (size < 1e-150) value = size * TWO_OVER_ROOT_PI.high;
  else if (size < 6) value = erfSeries(size).high;
  else value = 1;
  return x < 0 || Object.is(x, -0) ? -value : value;
}

/** math.erfc(x) = 1 - erf(x). */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 1e-20) return 1;
  if (x <= -6) return 2;
  if (x >= 28) return 0;
  if (size >= 5) {
    const tail = erfcTail(size);
    return x > 0 ? tail : 2 - tail;
  }
  const part = erfSeries(size);
  return add(exactly(1), x > 0 ? negate(part) : part).high;
}

// exp(-x*x), with the square not rounded first.
function gauss(x: number): { readonly value: DoubleDouble; readonly exponent: number } {
  return exp(negate(twoProduct(x, x)));
}

// erf(x) = 2/sqrt(pi) exp(-x*x) (x + 2 x**3 / 3 + 4 x**5 / (3*5) + ...): all terms positive.
function erfSeries(x: number): DoubleDouble {
  const twiceSquare = scale(twoProduct(x, x), 2);
  let term = exactly(x);
  let sum = term;
  for (let odd = 3; term.high > sum.high * 1e-33; odd += 2) {
    term = div(mul(term, twiceSquare), exactly(odd));
    sum = add(sum, term);
  }
  const { value, exponent } = gauss(x);
  return scale(mul(mul(sum, value), TWO_OVER_ROOT_PI), 2 ** exponent);
}

// erfc(x) = exp(-x*x) / sqrt(pi) / (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...)))), from the inside out.
function erfcTail(x: number): number {
  let fraction = x;
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction;
  const { value, exponent } = gauss(x);
  const scaled = (value.high * ONE_OVER_ROOT_PI) / fraction;
  return exponent < -1000 ? scaled * 2 ** (exponent + 200) * 2 ** -200 : scaled * 2 ** exponent;
}
