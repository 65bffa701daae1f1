// Arithmetic of ints whose results may outgrow the VM's limit: refused before they are computed.
import type { Machine } from "../objects/machine.ts";
import { PyFloat } from "../objects/numbers.ts";
import type { Result } from "../objects/value.ts";
import { floatPow } from "../numeric/float-power.ts";
import { Fault } from "../numeric/fault.ts";
import { add, type Int, mul, sub } from "../numeric/int.ts";
import { shiftLeft } from "../numeric/int-bits.ts";
import { toFloat } from "../numeric/int-float.ts";
import { pow, powSmall } from "../numeric/int-power.ts";
import { bitsOf, MAX_BITS, powBits, productBits, shiftBits } from "../numeric/int-size.ts";
import { charge, countBytes } from "./charge.ts";
import { raiseFault } from "./fault.ts";
import { raiseOverflowError } from "./raise.ts";

/** The error for an int of more bits than the VM allows. */
export function raiseTooLarge(vm: Machine): undefined {
  return raiseOverflowError(vm, `int too large: more than ${vm.limits.integerBits} bits`);
}

/** Bits that the host works at a time. */
const WORD = 64;

/** Count the work of a product or quotient: by its size in words, each with each. Nothing for small ints. */
export function chargeProduct(vm: Machine, a: Int, b: Int): void {
  if (typeof a === "bigint" && typeof b === "bigint" && !(isModest(a) && isModest(b)))
    charge(vm, (bitsOf(a) / WORD) * (bitsOf(b) / WORD));
}

/** Ints on either side of 0 up to here have 512 bits at most: their work counts nothing, and their exact size little. */
const MODEST: bigint = 1n << 512n;
const MINUS_MODEST: bigint = -MODEST;
const MODEST_BITS = 512;
const MODEST_BYTES = 48;

function isModest(n: Int): boolean {
  return typeof n === "number" || (n < MODEST && n > MINUS_MODEST);
}

/** An int that was cheap to compute, or OverflowError when it is over the limit. */
export function withinLimit(vm: Machine, n: Int): Int | undefined {
  if (typeof n !== "bigint") return n;
  if (isModest(n) && vm.limits.integerBits >= MODEST_BITS) {
    countBytes(vm, MODEST_BYTES);
    return n;
  }
  const bits = bitsOf(n);
  if (bits > vm.limits.integerBits) return raiseTooLarge(vm);
  countBytes(vm, bits >> 3);
  return n;
}

/** An int that is no larger than its operands, counted for the limit of memory. */
export function counted(vm: Machine, n: Int): Int {
  if (typeof n === "bigint") countBytes(vm, isModest(n) ? MODEST_BYTES : bitsOf(n) >> 3);
  return n;
}

export function addInts(vm: Machine, a: Int, b: Int): Int | undefined {
  return withinLimit(vm, add(a, b));
}

export function subtractInts(vm: Machine, a: Int, b: Int): Int | undefined {
  return withinLimit(vm, sub(a, b));
}

export function multiplyInts(vm: Machine, a: Int, b: Int): Int | undefined {
  if (typeof a === "number" && typeof b === "number") return mul(a, b);
  if (!isModest(a) || !isModest(b)) {
    // The bound is at most one bit too high.
    chargeProduct(vm, a, b);
    if (productBits(a, b) > vm.limits.integerBits + 1) return raiseTooLarge(vm);
  }
  return withinLimit(vm, mul(a, b));
}

/** `a ** b`; a float when b is negative. */
export function powerOfInts(vm: Machine, a: Int, b: Int): Result {
  if (typeof a === "number" && typeof b === "number" && b >= 0 && b < 64) {
    const power = powSmall(a, b);
    if (Number.isSafeInteger(power)) return power;
  }
  if (b < 0) return negativePower(vm, a, b);
  const bits = powBits(a, b);
  if (bits > vm.limits.integerBits + 1) return raiseTooLarge(vm);
  charge(vm, (bits / WORD) ** 2);
  const power = pow(a, b);
  return power instanceof Fault ? raiseFault(vm, power) : withinLimit(vm, power);
}

function negativePower(vm: Machine, a: Int, b: Int): Result {
  const x = toFloat(a);
  if (x instanceof Fault) return raiseFault(vm, x);
  const y = toFloat(b);
  if (y instanceof Fault) return raiseFault(vm, y);
  // Integral exponents never lead to a complex result.
  const power = floatPow(x, y);
  return power instanceof Fault ? raiseFault(vm, power) : new PyFloat(power as number);
}

export function shiftIntLeft(vm: Machine, a: Int, b: Int): Int | undefined {
  const bits = b < 0 ? 0 : shiftBits(a, b);
  // What is beyond any limit is refused in CPython's words by the shift itself.
  if (bits > vm.limits.integerBits && bits <= MAX_BITS) return raiseTooLarge(vm);
  const shifted = shiftLeft(a, b);
  return shifted instanceof Fault ? raiseFault(vm, shifted) : counted(vm, shifted);
}
