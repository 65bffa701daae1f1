// The functions on whole numbers: gcd, lcm, factorial, comb, perm, isqrt.
import type { Machine } from "../../objects/machine.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { comb, factorial, fallingBits, perm } from "../../numeric/combinatorics.ts";
import { Fault } from "../../numeric/fault.ts";
import { abs, type Int, sub } from "../../numeric/int.ts";
import { gcd, isqrt, lcm } from "../../numeric/int-roots.ts";
import { factorialBits, productBits } from "../../numeric/int-size.ts";
import { chargeProduct } from "../../protocol/integer-limit.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { index } from "../../protocol/conversion.ts";
import { raiseFault } from "../../protocol/fault.ts";
import { raiseTooLarge, withinLimit } from "../../protocol/integer-limit.ts";
import { asInt } from "../../protocol/lookup.ts";

/** What to do with the ints: static data. */
export interface IntsThen<X> {
  run(vm: Machine, ints: readonly Int[], extra: X): Result;
}

interface IntsState {
  readonly values: readonly Value[];
  readonly ints: Int[];
  readonly then: IntsThen<unknown>;
  readonly extra: unknown;
}

/** Turn every value into an int, by `__index__` where need be, then run `then`. */
function withInts<X>(vm: Machine, values: readonly Value[], then: IntsThen<X>, extra: X): Result {
  const ints: Int[] = [];
  for (const value of values) {
    const plain = asInt(value);
    if (plain === undefined) return asking(vm, CONVERT, { values, ints, then: then as IntsThen<unknown>, extra });
    ints.push(plain);
  }
  return then.run(vm, ints, extra);
}

const CONVERT: Asking<IntsState> = {
  ask: (vm, { values, ints }) => index(vm, values[ints.length] as Value),
  take(vm, { values, ints, then, extra }, answer) {
    ints.push(asInt(answer) as Int);
    return ints.length < values.length ? AGAIN : then.run(vm, ints, extra);
  },
};

function checked(vm: Machine, result: Int | Fault): Result {
  return result instanceof Fault ? raiseFault(vm, result) : withinLimit(vm, result);
}

const gcdThen: IntsThen<null> = {
  run: (vm, ints) =>
    ints.reduce((known, each) => {
      chargeProduct(vm, known, each);
      return gcd(known, each);
    }, 0),
};
const lcmThen: IntsThen<null> = {
  run(vm, ints) {
    let known: Int = 1;
    for (const each of ints) {
      if (each === 0) return 0;
      if (productBits(known, each) > vm.limits.integerBits * 2) return raiseTooLarge(vm);
      chargeProduct(vm, known, each);
      known = abs(lcm(known, each));
    }
    return withinLimit(vm, known);
  },
};
const factorialThen: IntsThen<null> = {
  run(vm, ints) {
    const n = ints[0] as Int;
    if (typeof n === "number" && n > 0 && factorialBits(n) > vm.limits.integerBits * 2) return raiseTooLarge(vm);
    return checked(vm, factorial(n));
  },
};
const isqrtThen: IntsThen<null> = { run: (vm, ints) => checked(vm, isqrt(ints[0] as Int)) };
const permThen: IntsThen<null> = {
  run(vm, ints) {
    const [n, k] = ints as [Int, Int];
    if (n >= k && k >= 0 && fallingBits(n, k) > vm.limits.integerBits * 2) return raiseTooLarge(vm);
    return checked(vm, perm(n, k));
  },
};
const combThen: IntsThen<null> = {
  run(vm, ints) {
    const [n, k] = ints as [Int, Int];
    if (n >= k && k >= 0) {
      const rest = sub(n, k);
      // The product before the division is what costs.
      if (fallingBits(n, rest < k ? rest : k) > vm.limits.integerBits * 4) return raiseTooLarge(vm);
    }
    return checked(vm, comb(n, k));
  },
};

export function gcdOf(vm: Machine, values: readonly Value[]): Result {
  return values.length === 1 ? withInts(vm, values, absThen, null) : withInts(vm, values, gcdThen, null);
}
const absThen: IntsThen<null> = { run: (_vm, ints) => abs(ints[0] as Int) };

export function lcmOf(vm: Machine, values: readonly Value[]): Result {
  return withInts(vm, values, lcmThen, null);
}
export function factorialOf(vm: Machine, n: Value): Result {
  return withInts(vm, [n], factorialThen, null);
}
export function isqrtOf(vm: Machine, n: Value): Result {
  return withInts(vm, [n], isqrtThen, null);
}
export function combOf(vm: Machine, n: Value, k: Value): Result {
  return withInts(vm, [n, k], combThen, null);
}
export function permOf(vm: Machine, n: Value, k: Value = NONE): Result {
  return k === NONE ? factorialOf(vm, n) : withInts(vm, [n, k], permThen, null);
}
