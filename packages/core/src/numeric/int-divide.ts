// Division of ints: floor division and modulo with Python's signs, and true division rounded once.

import { Fault } from "./fault.ts";
import { type Int, normalize } from "./int.ts";
import { bitsOf } from "./int-size.ts";
import { scaleByPowerOfTwo } from "./float-parts.ts";

/** What CPython 3.13 says for `a // 0` and `divmod(a, 0)`. */
const FLOOR_BY_ZERO = new Fault("ZeroDivisionError", "integer division or modulo by zero");
const MODULO_BY_ZERO = new Fault("ZeroDivisionError", "integer modulo by zero");
const TRUE_BY_ZERO = new Fault("ZeroDivisionError", "division by zero");
const TOO_LARGE = new Fault("OverflowError", "integer division result too large for a float");

/** a // b, rounded towards minus infinity. */
export function floorDiv(a: Int, b: Int): Int | Fault {
  // For safe integers the rounded double quotient never crosses an integer, so its floor is exact.
  if (typeof a === "number" && typeof b === "number") return b === 0 ? FLOOR_BY_ZERO : Math.floor(a / b) + 0;
  if (b === 0) return FLOOR_BY_ZERO;
  return normalize(floorDivBig(BigInt(a), BigInt(b)));
}

/** a % b, with the sign of b. */
export function mod(a: Int, b: Int): Int | Fault {
  if (typeof a === "number" && typeof b === "number") {
    if (b === 0) return MODULO_BY_ZERO;
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
  }
  if (b === 0) return MODULO_BY_ZERO;
  return normalize(modBig(BigInt(a), BigInt(b)));
}

/** [a // b, a % b]. */
export function divmod(a: Int, b: Int): readonly [quotient: Int, remainder: Int] | Fault {
  if (b === 0) return FLOOR_BY_ZERO;
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    return [Math.floor(a / b) + 0, rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0];
  }
  const dividend = BigInt(a);
  const divisor = BigInt(b);
  let quotient = dividend / divisor;
  let rest = dividend - quotient * divisor;
  if (rest !== 0n && rest < 0n !== divisor < 0n) {
    quotient -= 1n;
    rest += divisor;
  }
  return [normalize(quotient), normalize(rest)];
}

/** Floor division of bigints; the divisor is not 0. */
export function floorDivBig(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** Modulo of bigints with the sign of the divisor, which is not 0. */
export function modBig(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** Division rounded half to even: `round(a / b)` done exactly; the divisor is not 0. */
export function divideHalfEven(a: bigint, b: bigint): bigint {
  const quotient = floorDivBig(a, b);
  const rest = a - quotient * b;
  const twice = rest * 2n;
  const order = b < 0n ? (twice < b ? 1 : twice > b ? -1 : 0) : twice > b ? 1 : twice < b ? -1 : 0;
  if (order > 0 || (order === 0 && BigInt.asUintN(1, quotient) === 1n)) return quotient + 1n;
  return quotient;
}

/** a / b as the nearest double to the exact quotient (ties to even), also for huge operands. */
export function trueDiv(a: Int, b: Int): number | Fault {
  if (b === 0) return TRUE_BY_ZERO;
  if (typeof a === "number" && typeof b === "number") return a / b;
  if (a === 0) return 0 / Number(b < 0 ? -1 : 1);
  const negative = a < 0 !== b < 0;
  const top = BigInt(a < 0 ? -a : a);
  const bottom = BigInt(b < 0 ? -b : b);
  // Aim at a quotient of 66 or 67 bits; a sticky bit keeps the later rounding to 53 bits honest.
  const shift = bitsOf(bottom) - bitsOf(top) + 66;
  if (-shift + 66 > 1100) return TOO_LARGE;
  if (-shift + 67 < -1080) return negative ? -0 : 0;
  const dividend = shift > 0 ? top << BigInt(shift) : top;
  const divisor = shift < 0 ? bottom << BigInt(-shift) : bottom;
  let quotient = dividend / divisor;
  if (quotient * divisor !== dividend) quotient |= 1n;
  const value = scaleByPowerOfTwo(quotient, -shift);
  if (value === Number.POSITIVE_INFINITY) return TOO_LARGE;
  return negative ? -value : value;
}
