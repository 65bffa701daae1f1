# constants
import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
# expect: 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
---
# floor, ceil, trunc
import math
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(2.9), math.trunc(-2.9), math.floor(5), math.ceil(1e20), math.floor(True), type(math.floor(2.0)).__name__)
# expect: 2 -3 3 -2 2 -2 5 100000000000000000000 1 int
for f in (lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.floor("a"), lambda: math.trunc("a")):
    try:
        f()
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: TypeError must be real number, not str
# expect: TypeError type str doesn't define __trunc__ method
---
# roots
import math
print(math.sqrt(16), math.sqrt(2), math.sqrt(0), math.sqrt(10 ** 20), round(math.cbrt(27), 12), math.cbrt(-8), math.isqrt(17), math.isqrt(10 ** 40), math.isqrt(0), math.isqrt(2 ** 64 - 1), math.sqrt(math.inf))
# expect: 4.0 1.4142135623730951 0.0 10000000000.0 3.0 -2.0 4 100000000000000000000 0 4294967295 inf
for f in (lambda: math.sqrt(-1), lambda: math.isqrt(-1), lambda: math.isqrt(1.5), lambda: math.sqrt("a")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError math domain error
# expect: ValueError isqrt() argument must be nonnegative
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError must be real number, not str
---
# gcd and lcm
import math
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(), math.gcd(-12, 8), math.gcd(12, 18, 27), math.gcd(2 ** 80, 6 ** 50) == 2 ** 50, math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.lcm(2, 3, 4), math.lcm(-4, 6))
# expect: 6 5 0 4 3 True 12 1 0 12 12
try:
    math.gcd(1.5, 2)
except TypeError as e:
    print(e)  # expect: 'float' object cannot be interpreted as an integer
---
# factorial, comb, perm
import math
print(math.factorial(0), math.factorial(5), math.factorial(25), math.comb(5, 2), math.comb(50, 25), math.comb(3, 5), math.perm(5, 2), math.perm(5), math.perm(3, 5), math.comb(100, 50))
# expect: 1 120 15511210043330985984000000 10 126410606437752 0 20 120 0 100891344545564193334812497256
for f in (lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.comb(-1, 2), lambda: math.comb(5, -1), lambda: math.perm(-1), lambda: math.comb(5.0, 2)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError factorial() not defined for negative values
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError n must be a non-negative integer
# expect: ValueError k must be a non-negative integer
# expect: ValueError factorial() not defined for negative values
# expect: TypeError 'float' object cannot be interpreted as an integer
---
# powers and logarithms
import math
print(math.pow(2, 10), math.pow(2, 0.5), math.pow(0, 0), math.exp(0), math.exp2(10), math.expm1(0), math.log(1), math.log2(8), math.log10(1000), math.log(8, 2), math.log1p(0), math.log2(2 ** 100), math.log10(10 ** 50), math.log(100, 10))
# expect: 1024.0 1.4142135623730951 1.0 1.0 1024.0 0.0 0.0 3.0 3.0 3.0 0.0 100.0 50.0 2.0
print(round(math.exp(1), 12), round(math.log(10), 12), round(math.log(10 ** 400), 6), round(math.log(2, 10), 12))
# expect: 2.718281828459 2.302585092994 921.034037 0.301029995664
for f in (lambda: math.log(0), lambda: math.log(-1), lambda: math.log10(0), lambda: math.log2(-5), lambda: math.pow(-1, 0.5), lambda: math.pow(0, -1), lambda: math.exp(1000), lambda: math.log(1, 1), lambda: math.log1p(-1), lambda: math.pow(10, 400), lambda: math.log(0.0), lambda: math.log(-1.5)):
    try:
        f()
    except (ValueError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: ZeroDivisionError float division by zero
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: ValueError math domain error
# expect: ValueError math domain error
---
# trigonometry
import math
print(math.sin(0), math.cos(0), math.tan(0), math.asin(0), math.acos(1), math.atan(0), math.atan2(0, 1), math.atan2(0.0, -1) == math.pi, math.degrees(math.pi), math.radians(180) == math.pi)
# expect: 0.0 1.0 0.0 0.0 0.0 0.0 0.0 True 180.0 True
print(*[round(f(0.5), 10) for f in (math.sin, math.cos, math.tan, math.asin, math.acos, math.atan, math.sinh, math.cosh, math.tanh, math.asinh, math.atanh)], round(math.acosh(2), 10))
# expect: 0.4794255386 0.8775825619 0.5463024898 0.5235987756 1.0471975512 0.463647609 0.5210953055 1.1276259652 0.4621171573 0.4812118251 0.5493061443 1.3169578969
for f in (lambda: math.asin(2), lambda: math.acos(-2), lambda: math.sin(math.inf), lambda: math.acosh(0.5), lambda: math.atanh(1)):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: math domain error
# expect: math domain error
# expect: math domain error
# expect: math domain error
# expect: math domain error
---
# hypotenuse and distance
import math
print(math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 2), math.hypot(-5), math.dist((0, 0), (3, 4)), math.dist([1], [4]), math.hypot(math.inf, math.nan))
# expect: 5.0 0.0 3.0 5.0 5.0 3.0 inf
try:
    math.dist((1,), (1, 2))
except ValueError as e:
    print(e)  # expect: both points must have the same number of dimensions
---
# exact sums and products
import math
print(math.fsum([0.1] * 10), sum([0.1] * 10) == 1.0, math.fsum([1e16, 1, -1e16]), math.fsum([]), math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2, 3], start=10), math.prod([1.5, 2]), math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([], []), math.sumprod([0.5], [4]))
# expect: 1.0 True 1.0 0.0 24 1 60 3.0 32 0 2.0
for f in (lambda: math.sumprod([1], [1, 2]), lambda: math.prod(5), lambda: math.fsum(["a"])):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError Inputs are not the same length
# expect: TypeError 'int' object is not iterable
# expect: TypeError must be real number, not str
---
# classification
import math
for x in (0.0, -0.0, 1.5, math.inf, -math.inf, math.nan, 5, 10 ** 300):
    print(x if x != 10 ** 300 else "big", math.isfinite(x), math.isinf(x), math.isnan(x), math.copysign(1, x))
# expect: 0.0 True False False 1.0
# expect: -0.0 True False False -1.0
# expect: 1.5 True False False 1.0
# expect: inf False True False 1.0
# expect: -inf False True False -1.0
# expect: nan False False True 1.0
# expect: 5 True False False 1.0
# expect: big True False False 1.0
---
# closeness
import math
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan))
# expect: True False True False True True False
try:
    math.isclose(1, 1, rel_tol=-1)
except ValueError as e:
    print(e)  # expect: tolerances must be non-negative
---
# remainders
import math
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.remainder(7, 4), math.remainder(5, 4), math.remainder(-5, 4), math.remainder(6, 4), -7 % 3, math.fmod(5.5, 2))
# expect: 1.0 -1.0 1.0 -1.0 1.0 -1.0 -2.0 2 1.5
for f in (lambda: math.fmod(1, 0), lambda: math.remainder(1, 0), lambda: math.fmod(math.inf, 1)):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: math domain error
# expect: math domain error
# expect: math domain error
---
# parts of a float
import math
print(math.modf(3.75), math.modf(-3.75), math.modf(5), math.frexp(8), math.frexp(0.1), math.frexp(0), math.ldexp(0.5, 4), math.ldexp(1, -1074), math.ulp(1.0), math.nextafter(1.0, 2), math.nextafter(0, 1), math.nextafter(1, 0, steps=2))
# expect: (0.75, 3.0) (-0.75, -3.0) (0.0, 5.0) (0.5, 4) (0.8, -3) (0.0, 0) 8.0 5e-324 2.220446049250313e-16 1.0000000000000002 5e-324 0.9999999999999998
try:
    math.ldexp(1, 10 ** 4)
except OverflowError as e:
    print(e)  # expect: math range error
---
# absolute value, sign and fused multiply
import math
print(math.fabs(-5), math.fabs(2.5), math.copysign(3, -0.0), math.copysign(-3, 1), math.fma(2, 3, 4), math.fma(0.1, 10, -1) != 0.0)
# expect: 5.0 2.5 -3.0 3.0 10.0 True
---
# special functions
import math
print(math.gamma(5), math.gamma(1), round(math.gamma(0.5), 10), round(math.lgamma(10), 8), math.erf(0), round(math.erf(1), 10), round(math.erfc(1), 10))
# expect: 24.0 1.0 1.7724538509 12.80182748 0.0 0.8427007929 0.1572992071
for f in (lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.lgamma(-1)):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: math domain error
# expect: math domain error
# expect: math domain error
---
# __float__, __index__, __floor__ and __ceil__ of the arguments
import math
class N:
    def __float__(self): return 16.0
    def __floor__(self): return "own floor"
    def __ceil__(self): return "own ceil"
    def __trunc__(self): return "own trunc"
class I:
    def __index__(self): return 12
print(math.sqrt(N()), math.floor(N()), math.ceil(N()), math.trunc(N()), math.gcd(I(), 8), math.factorial(I()) // math.factorial(11), math.sqrt(I()))
# expect: 4.0 own floor own ceil own trunc 4 12 3.4641016151377544
---
# wrong arguments
import math
for f in (lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.sqrt(None), lambda: math.sin("x"), lambda: math.sqrt(10 ** 400), lambda: math.floor(), lambda: math.atan2(1), lambda: math.hypot("a"), lambda: math.ldexp(1, 1.5), lambda: math.log()):
    try:
        f()
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
# expect: TypeError math.sqrt() takes exactly one argument (0 given)
# expect: TypeError math.sqrt() takes exactly one argument (2 given)
# expect: TypeError must be real number, not NoneType
# expect: TypeError must be real number, not str
# expect: OverflowError int too large to convert to float
# expect: TypeError math.floor() takes exactly one argument (0 given)
# expect: TypeError atan2 expected 2 arguments, got 1
# expect: TypeError must be real number, not str
# expect: TypeError Expected an int as second argument to ldexp.
# expect: TypeError log expected at least 1 argument, got 0
---
# sumprod adds ints of 64 bits up exactly, and larger ones one after another
from math import sumprod
print(sumprod((10, -5, 2**31), (2**80, 1.5, 1.5)), sumprod((2**40, 2**40), (2**40, 3)), sumprod((3, 0.5), (2**62, 2)))
# expect: 1.2089258196146296e+25 1208925819617927709589504 1.3835058055282164e+19
---
# the sign of a nan, which no text shows
import math
nan = float("nan")
for x in (nan, -nan, - -nan, abs(-nan), float("-nan"), float.fromhex("-nan"), math.copysign(nan, -1.0), math.copysign(-nan, 1.0)):
    print(x, f"{x:+.1f} {x:06}", "%+e" % x, x.hex(), math.copysign(1, x))
# expect: nan +nan 000nan +nan nan 1.0
# expect: nan +nan 000nan +nan nan -1.0
# expect: nan +nan 000nan +nan nan 1.0
# expect: nan +nan 000nan +nan nan 1.0
# expect: nan +nan 000nan +nan nan -1.0
# expect: nan +nan 000nan +nan nan -1.0
# expect: nan +nan 000nan +nan nan -1.0
# expect: nan +nan 000nan +nan nan 1.0
---
# a float of a class of its own is taken as it is, where a float is asked for by float() by its method
import math
class Own(float):
    def __float__(self): return 9.0
class Whole(int):
    def __float__(self): return 9.0
print(math.sqrt(Own(4)), math.hypot(Own(3), 4), math.fsum([Own(1), 2]), "%.1f" % Own(4), b"%.1f" % Own(4), float(Own(4)), complex(Own(4)))
# expect: 2.0 5.0 3.0 4.0 b'4.0' 9.0 (9+0j)
print(math.sqrt(Whole(4)), "%.1f" % Whole(4), float(Whole(4)))  # expect: 3.0 9.0 9.0
