// The module math.
import { PyFloat } from "../../objects/numbers.ts";
import { erf, erfc } from "../../numeric/error-function.ts";
import { copySign, fmod, remainder } from "../../numeric/float-arithmetic.ts";
import { ulp } from "../../numeric/float-steps.ts";
import { gamma, lgamma } from "../../numeric/gamma.ts";
import { defineModule, func, type FunctionEntry, type NativeModule } from "../define.ts";
import { distOf, hypotOf } from "./distance.ts";
import { power, UNARY } from "./elementary.ts";
import { combOf, factorialOf, gcdOf, isqrtOf, lcmOf, permOf } from "./integers.ts";
import { log, log10, log2 } from "./logarithms.ts";
import { fmaOf, frexpOf, isClose, ldexpOf, modfOf, nextAfterOf } from "./parts.ts";
import { ofOne, ofTwo, testOf } from "./reals.ts";
import { ceilOf, floorOf, truncOf } from "./rounding.ts";
import { sumprod } from "./sum-of-products.ts";
import { fsum, prod } from "./sums.ts";

function unaryFunctions(): Record<string, FunctionEntry> {
  const entries: Record<string, FunctionEntry> = {};
  for (const [name, compute] of Object.entries({ ...UNARY, erf, erfc, gamma, lgamma, ulp })) {
    entries[name] = func("x, /", ofOne(name, compute));
  }
  return entries;
}

export const MATH: NativeModule = defineModule({
  name: "math",
  doc: "Mathematical functions on floats and ints.",
  constants: {
    pi: new PyFloat(Math.PI),
    e: new PyFloat(Math.E),
    tau: new PyFloat(2 * Math.PI),
    inf: new PyFloat(Number.POSITIVE_INFINITY),
    nan: new PyFloat(Number.NaN),
  },
  functions: {
    ...unaryFunctions(),
    atan2: func("y, x, /", ofTwo("atan2", Math.atan2), "The angle of the point (x, y)."),
    copysign: func("x, y, /", ofTwo("copysign", copySign), "The size of x with the sign of y."),
    fmod: func("x, y, /", ofTwo("fmod", fmod), "The remainder of x / y with the sign of x."),
    pow: func("x, y, /", ofTwo("pow", power), "x to the power of y, as floats."),
    remainder: func("x, y, /", ofTwo("remainder", remainder), "What is left of x after the nearest multiple of y."),
    isfinite: func("x, /", testOf("isfinite", Number.isFinite)),
    isinf: func(
      "x, /",
      testOf("isinf", (x) => Math.abs(x) === Number.POSITIVE_INFINITY),
    ),
    isnan: func("x, /", testOf("isnan", Number.isNaN)),
    isclose: func("a, b, *, rel_tol=1e-09, abs_tol=0.0", isClose, "Whether two numbers are close to each other."),
    floor: func("x, /", floorOf, "The largest int that is not above x."),
    ceil: func("x, /", ceilOf, "The smallest int that is not below x."),
    trunc: func("x, /", truncOf, "x without its fraction."),
    frexp: func("x, /", frexpOf, "(m, e) with x == m * 2**e and 0.5 <= abs(m) < 1."),
    modf: func("x, /", modfOf, "The fraction and the whole part of x."),
    ldexp: func("x, i, /", ldexpOf, "x * 2**i."),
    nextafter: func("x, y, /, *, steps=None", nextAfterOf, "The float after x towards y."),
    fma: func("x, y, z, /", fmaOf, "x * y + z, rounded once."),
    log: func("x, base=math.e, /", log, "The logarithm of x, natural or to a base."),
    log2: func("x, /", log2, "The logarithm of x to base 2."),
    log10: func("x, /", log10, "The logarithm of x to base 10."),
    hypot: func("*coordinates", hypotOf, "The distance from the origin."),
    dist: func("p, q, /", distOf, "The distance between two points."),
    fsum: func("seq, /", fsum, "The sum of floats, rounded once."),
    prod: func("iterable, /, *, start=1", prod, "The product of the items."),
    sumprod: func("p, q, /", sumprod, "The sum of the products of the items of p and q."),
    gcd: func("*integers", gcdOf, "The greatest common divisor."),
    lcm: func("*integers", lcmOf, "The least common multiple."),
    factorial: func("n, /", factorialOf, "n * (n - 1) * ... * 1."),
    isqrt: func("n, /", isqrtOf, "The square root of n, rounded down."),
    comb: func("n, k, /", combOf, "The number of ways to choose k of n things."),
    perm: func("n, k=None, /", permOf, "The number of ways to choose k of n things in order."),
  },
});
