// Powers of ints, also modulo (in steps).

import { Fault } from "./fault.ts";
import { type Int, normalize } from "./int.ts";
import { modBig } from "./int-divide.ts";
import { MAX_BITS, powBits } from "./int-size.ts";

const TOO_BIG = new Fault("OverflowError", "too many digits in integer");

/**
 * base ** exponent for exponent >= 0 (for a negative exponent Python's result is a float: convert both and use
 * `pow` of float-arithmetic.ts). Ask `powBits` first: the work grows faster than the size.
 */
export function pow(base: Int, exponent: Int): Int | Fault {
  if (exponent === 0) return 1;
  if (exponent === 1 || base === 0 || base === 1) return base;
  if (base === -1) return typeof exponent === "number" && exponent % 2 === 0 ? 1 : powMinusOne(exponent);
  const bits = powBits(base, exponent);
  if (bits > MAX_BITS) return TOO_BIG;
  return normalize(BigInt(base) ** BigInt(exponent));
}

function powMinusOne(exponent: Int): Int {
  return BigInt.asUintN(1, BigInt(exponent)) === 0n ? 1 : -1;
}

/**
 * base ** exponent where that is a safe integer, else some number that is none: all intermediate squares are factors of
 * the result, except the last one, which is not taken.
 */
export function powSmall(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  let rest = exponent;
  for (;;) {
    if (rest % 2 === 1) result *= square;
    rest = Math.floor(rest / 2);
    if (rest === 0) return result;
    square *= square;
  }
}

/** A modular power under way: plain data, advanced by {@link powModStep}. */
export interface PowModState {
  readonly base: bigint;
  readonly modulus: bigint;
  /** Binary digits of the exponent, most significant first. */
  readonly exponentBits: string;
  position: number;
  value: bigint;
  readonly negative: boolean;
}

/**
 * Starts pow(base, exponent, modulus). Returns the result at once when it is trivial, a Fault, or a state for
 * {@link powModStep} whose cost is one multiplication and division of the modulus' size per bit of the exponent.
 */
export function powModStart(base: Int, exponent: Int, modulus: Int): Int | Fault | PowModState {
  if (modulus === 0) return new Fault("ValueError", "pow() 3rd argument cannot be 0");
  const signed = BigInt(modulus);
  const size = signed < 0n ? -signed : signed;
  let root = BigInt(base);
  let power = BigInt(exponent);
  if (power < 0n) {
    const inverse = inverseBig(root, size);
    if (inverse === undefined) return new Fault("ValueError", "base is not invertible for the given modulus");
    root = inverse;
    power = -power;
  }
  if (size === 1n) return 0;
  return {
    base: modBig(root, size),
    modulus: size,
    exponentBits: power.toString(2),
    position: 0,
    value: 1n,
    negative: signed < 0n,
  };
}

/** Works through at most `bits` more bits of the exponent; returns the result when all are done, else undefined. */
export function powModStep(state: PowModState, bits: number): Int | undefined {
  const { base, modulus, exponentBits } = state;
  const end = Math.min(exponentBits.length, state.position + bits);
  let value = state.value;
  for (let index = state.position; index < end; index++) {
    value = (value * value) % modulus;
    if (exponentBits.charCodeAt(index) === 49) value = (value * base) % modulus;
  }
  state.value = value;
  state.position = end;
  if (end < exponentBits.length) return undefined;
  return normalize(state.negative && value !== 0n ? value - modulus : value);
}

/** pow(base, exponent, modulus) in one go, with Python's sign rule and inverses for negative exponents. */
export function powMod(base: Int, exponent: Int, modulus: Int): Int | Fault {
  if (typeof base === "number" && typeof exponent === "number" && typeof modulus === "number") {
    if (exponent >= 0 && modulus > 1 && modulus <= 94906265) return powModSmall(base, exponent, modulus);
  }
  const state = powModStart(base, exponent, modulus);
  if (typeof state !== "object" || state instanceof Fault) return state;
  return powModStep(state, Number.POSITIVE_INFINITY) as Int;
}

// Products of two residues stay below 2**53.
function powModSmall(base: number, exponent: number, modulus: number): number {
  let square = (base % modulus) + 0;
  if (square < 0) square += modulus;
  let result = 1;
  let rest = exponent;
  while (rest > 0) {
    if (rest % 2 === 1) result = (result * square) % modulus;
    rest = Math.floor(rest / 2);
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse of a modulo m (m > 0) in 0..m-1, or undefined when there is none (extended Euclid). */
export function inverseBig(a: bigint, m: bigint): bigint | undefined {
  let [low, high] = [modBig(a, m), m];
  let [x, y] = [1n, 0n];
  while (low !== 0n) {
    const quotient = high / low;
    [low, high] = [high - quotient * low, low];
    [x, y] = [y - quotient * x, x];
  }
  return high === 1n ? modBig(y, m) : undefined;
}
