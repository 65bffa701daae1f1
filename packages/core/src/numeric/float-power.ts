// Powers of floats: Python's special cases, and a result rounded well (the host's Math.pow gives 10 ** -5 wrong).

import { type DoubleDouble, div, exactly, exp, log, mul, scale } from "./double-double.ts";
import { Fault } from "./fault.ts";
import { powerOfTwo, scaleByPowerOfTwo } from "./float-parts.ts";
import { powByTables } from "./power-tables.ts";

/** Says that Python's result is complex: a negative base with a fractional exponent. */
export type ComplexResult = "complex";

const ZERO_TO_NEGATIVE = new Fault("ZeroDivisionError", "0.0 cannot be raised to a negative power");
/** The message is that of an OverflowError with args (34, 'Numerical result out of range'). */
const OUT_OF_RANGE = new Fault("OverflowError", "(34, 'Numerical result out of range')");

/** x ** y for floats as CPython does it; "complex" when the caller must compute in complex numbers. */
export function floatPow(x: number, y: number): number | Fault | ComplexResult {
  if (y === 2 && Math.abs(x) < 1e150) return x * x;
  if (y === 0) return 1;
  if (Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return x === 1 ? 1 : y;
  if (!Number.isFinite(y)) {
    const magnitude = Math.abs(x);
    if (magnitude === 1) return 1;
    return y > 0 === magnitude > 1 ? Number.POSITIVE_INFINITY : 0;
  }
  const odd = Math.abs(y) % 2 === 1;
  if (!Number.isFinite(x)) {
    if (y > 0) return odd ? x : Math.abs(x);
    return odd && x < 0 ? -0 : 0;
  }
  if (x === 0) {
    if (y < 0) return ZERO_TO_NEGATIVE;
    return odd ? x : 0;
  }
  if (x < 0 && !Number.isInteger(y)) return "complex";
  const magnitude = powPositive(Math.abs(x), y);
  if (magnitude === Number.POSITIVE_INFINITY) return OUT_OF_RANGE;
  return x < 0 && odd ? -magnitude : magnitude;
}

/**
 * x ** y for finite x > 0 and y, nearly always the double nearest to the exact power (Infinity beyond the range):
 * small integer exponents by repeated squaring, others as exp(y ln x), both with extra bits.
 */
export function powPositive(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (y === 1) return x;
  if (y === 0.5) return Math.sqrt(x);
  const binaryLog = Math.log2(x);
  const size = binaryLog * y;
  if (size > 1025) return Number.POSITIVE_INFINITY;
  if (size < -1080) return 0;
  // Far from both ends of the range no intermediate value overflows or loses bits.
  if (Number.isInteger(y) && Math.abs(y) <= 1048576 && Math.abs(size) < 900) return powInteger(x, y);
  // The tables' 66 bits are of the logarithm: results far from 1 need more.
  const exponent = Math.round(binaryLog);
  const isModest = Math.abs(size) < 64 && Math.abs(exponent) < 1000;
  const power = isModest ? powByTables(x * powerOfTwo(-exponent), exponent, y) : exp(scale(log(x), y));
  return scaleOnce(power.value, power.exponent);
}

function powInteger(x: number, y: number): number {
  let square: DoubleDouble = exactly(x);
  let result: DoubleDouble = exactly(1);
  let rest = Math.abs(y);
  for (;;) {
    if (rest % 2 === 1) result = mul(result, square);
    rest = Math.floor(rest / 2);
    if (rest === 0) break;
    square = mul(square, square);
  }
  return y < 0 ? div(exactly(1), result).high : result.high;
}

/** The double nearest to value * 2**exponent, for a value near 1. */
export function scaleOnce(value: DoubleDouble, exponent: number): number {
  if (exponent > 1020) return value.high * 2 ** 1020 * 2 ** (exponent - 1020);
  if (exponent > -1020) return value.high * 2 ** exponent;
  // Near the subnormals: as an integer, rounded at the right bit.
  const mantissa = BigInt(value.high * 2 ** 110) + BigInt(Math.floor(value.low * 2 ** 110));
  return scaleByPowerOfTwo(mantissa, exponent - 110);
}
