// The gamma function and its logarithm, by Lanczos' approximation (Boost's coefficients for 13 terms, g = 6.0247).

import { Fault } from "./fault.ts";

const DOMAIN = new Fault("ValueError", "math domain error");
const RANGE = new Fault("OverflowError", "math range error");
const G_MINUS_HALF = 5.52468004077673;
const G = 6.02468004077673;
const LN_PI = 1.1447298858494002;

// Numerator and denominator of the rational function, constant term first; the denominator is x (x+1) ... (x+11).
const NUMERATOR: readonly number[] = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.5854002, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const DENOMINATOR: readonly number[] = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

function lanczosSum(x: number): number {
  let top = 0;
  let bottom = 0;
  if (x < 5) {
    for (let index = 12; index >= 0; index--) {
      top = top * x + (NUMERATOR[index] as number);
      bottom = bottom * x + (DENOMINATOR[index] as number);
    }
  } else {
    // In powers of 1/x, which do not overflow.
    for (let index = 0; index <= 12; index++) {
      top = top / x + (NUMERATOR[index] as number);
      bottom = bottom / x + (DENOMINATOR[index] as number);
    }
  }
  return top / bottom;
}

/** sin(pi x), exact in the reduction. */
export function sinPi(x: number): number {
  const rest = Math.abs(x) % 2;
  const quarter = Math.round(2 * rest);
  let value: number;
  if (quarter === 0) value = Math.sin(Math.PI * rest);
  else if (quarter === 1) value = Math.cos(Math.PI * (rest - 0.5));
  else if (quarter === 2) value = Math.sin(Math.PI * (1 - rest));
  else if (quarter === 3) value = -Math.cos(Math.PI * (rest - 1.5));
  else value = Math.sin(Math.PI * (rest - 2));
  return x < 0 ? -value : value;
}

function smallFactorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor < n; factor++) product *= factor;
  return product;
}

/** math.gamma(x). */
export function gamma(x: number): number | Fault {
  if (!Number.isFinite(x)) return x === Number.NEGATIVE_INFINITY ? DOMAIN : x;
  if (x === 0) return DOMAIN;
  if (Number.isInteger(x)) {
    if (x < 0) return DOMAIN;
    if (x <= 23) return smallFactorial(x);
  }
  const size = Math.abs(x);
  if (size < 1e-20) return Math.abs(1 / x) === Number.POSITIVE_INFINITY ? RANGE : 1 / x;
  if (size > 200) {
    if (x > 0) return RANGE;
    return 0 / sinPi(x);
  }
  const base = size + G_MINUS_HALF;
  // What was lost in rounding `base`, weighted by its effect on the result.
  const lost =
    size > G_MINUS_HALF ? ((base - size - G_MINUS_HALF) * G) / base : ((base - G_MINUS_HALF - size) * G) / base;
  let value: number;
  if (x < 0) {
    value = ((-Math.PI / sinPi(size) / size) * Math.exp(base)) / lanczosSum(size);
    value -= lost * value;
    if (size < 140) value /= base ** (size - 0.5);
    else {
      const root = base ** (size / 2 - 0.25);
      value = value / root / root;
    }
  } else {
    value = lanczosSum(size) / Math.exp(base);
    value += lost * value;
    if (size < 140) value *= base ** (size - 0.5);
    else {
      const root = base ** (size / 2 - 0.25);
      value = value * root * root;
    }
  }
  return Math.abs(value) === Number.POSITIVE_INFINITY ? RANGE : value;
}

/** math.lgamma(x): ln |gamma(x)|. */
export function lgamma(x: number): number | Fault {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? DOMAIN : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -Math.log(size);
  let value = Math.log(lanczosSum(size)) - G;
  value += (size - 0.5) * (Math.log(size + G - 0.5) - 1);
  if (x < 0) value = LN_PI - Math.log(Math.abs(sinPi(size))) - Math.log(size) - value;
  return Math.abs(value) === Number.POSITIVE_INFINITY ? RANGE : value;
}
