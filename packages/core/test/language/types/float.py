# repr is the shortest that round-trips
print(0.1, 0.2 + 0.1, 1 / 3, 2 / 3, 100.0, 1e21, 1e16, 1e15, 1234567890123456.7, 12345678901234567.0)
# expect: 0.1 0.30000000000000004 0.3333333333333333 0.6666666666666666 100.0 1e+21 1e+16 1000000000000000.0 1234567890123456.8 1.2345678901234568e+16
print(1e-4, 1e-5, 0.00012345, 1.5e-10, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308)
# expect: 0.0001 1e-05 0.00012345 1.5e-10 5e-324 1.7976931348623157e+308 2.2250738585072014e-308
print(1e22, 1e23, 9007199254740993.0, 123e45, 4.35, 0.5, -0.0, 1e100)
# expect: 1e+22 1e+23 9007199254740992.0 1.23e+47 4.35 0.5 -0.0 1e+100
---
# infinities and nan
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf + 1, inf - inf, inf * 0, 1 / inf, -1 / inf, inf == inf, nan == nan, nan != nan)
# expect: inf -inf nan inf nan nan 0.0 -0.0 True False True
print(inf > 10 ** 400, nan < 1, nan > 1, max(nan, 1), max(1, nan), min(nan, 1), sorted([3, 1, 2.5]))
# expect: True False False nan 1 nan [1, 2.5, 3]
print(float("Infinity"), float("-INF"), float("+nan"), float(" 1.5 "), float("1e5"), float("1_0.5"), float(".5"), float("5."))
# expect: inf -inf nan 1.5 100000.0 10.5 0.5 5.0
---
# overflow to infinity or an error
print(1e308 * 10, -1e308 * 10, 1e308 + 1e308)  # expect: inf -inf inf
for f in (lambda: 10.0 ** 400, lambda: 2.0 ** 10000, lambda: (-10.0) ** 401):
    try:
        f()
    except OverflowError as e:
        print(e)
# expect: (34, 'Numerical result out of range')
# expect: (34, 'Numerical result out of range')
# expect: (34, 'Numerical result out of range')
---
# powers
print(2.0 ** 0.5 == 2 ** 0.5, 4.0 ** 0.5, (-8.0) ** 3, 2.0 ** -1, 0.0 ** 0, 1.0 ** float("nan"), float("inf") ** 0)
# expect: True 2.0 -512.0 0.5 1.0 1.0 1.0
print(float("inf") ** -1, (-float("inf")) ** 3, 0.5 ** float("inf"), (-1.0) ** float("inf"))
# expect: 0.0 -inf 0.0 1.0
z = (-4.0) ** 0.5
print(type(z).__name__, round(z.real, 9), round(z.imag, 9))  # expect: complex 0.0 2.0
---
# floor division and modulo
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2, divmod(-7.5, 2))
# expect: 3.0 -4.0 1.5 0.5 -0.5 -1.5 (-4.0, 0.5)
print(1e20 // 3, 5.0 % 3, -0.0 % 5, 0.0 % -5, 1 // 0.1, 1 % 0.1, 5.5 // float("inf"), -5.5 % float("inf"), -5.5 // float("inf"))
# expect: 3.333333333333333e+19 2.0 0.0 -0.0 9.0 0.09999999999999995 0.0 inf -1.0
---
# negative zero
z = -0.0
print(z, z == 0.0, z + 0, 0 * -1.0, abs(z), -z, z * z, str(z), f"{z:.1f}", f"{z:z.1f}", round(-0.4), round(-0.4, 1), int(z))
# expect: -0.0 True 0.0 -0.0 0.0 0.0 0.0 -0.0 -0.0 0.0 0 -0.4 0
print(0.0 + z, z + z, z - 0.0, 1 / float("-inf"))  # expect: 0.0 -0.0 -0.0 -0.0
---
# rounding half to even
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1.005, 2), round(0.125, 2))
# expect: 0 2 2 0 -2 2.67 1.0 0.12
print(round(1234.5678, -2), round(1234.5678, 2), round(1e20, 2), round(5.5, None), type(round(2.0)).__name__, type(round(2.0, 0)).__name__)
# expect: 1200.0 1234.57 1e+20 6 int float
print(round(0.1 + 0.2, 17), round(123.456, -3), round(1e22), round(float("inf"), 2), round(float("nan"), 1))
# expect: 0.30000000000000004 0.0 10000000000000000000000 inf nan
for x in ("inf", "nan"):
    try:
        round(float(x))
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
---
# methods
print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), (0.1).hex(), float.fromhex("0x1.8p+0"), float.fromhex("-0x.8p3"))
# expect: False True (3, 4) 0x1.8000000000000p+0 0x1.999999999999ap-4 1.5 -4.0
print((-2.5).__abs__(), (2.7).__trunc__(), (2.7).__floor__(), (2.2).__ceil__(), (2.5).real, (2.5).imag, (2.5).conjugate())
# expect: 2.5 2 2 3 2.5 0.0 2.5
print((0.0).hex(), (-1.0).hex(), float("inf").hex(), (5e-324).hex(), float.fromhex("inf"), float.fromhex("1"))
# expect: 0x0.0p+0 -0x1.0000000000000p+0 inf 0x0.0000000000001p-1022 inf 1.0
for f in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(), lambda: float.fromhex("xyz")):
    try:
        f()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
# expect: OverflowError cannot convert Infinity to integer ratio
# expect: ValueError cannot convert NaN to integer ratio
# expect: ValueError invalid hexadecimal floating-point string
---
# fixed formatting
print(f"{3.14159:.2f} {2.5:.0f} {3.5:.0f} {0.125:.2f} {1e10:.1f} {-1.5:.3f} {1234567.891:,.2f} {0.1:.20f}")
# expect: 3.14 2 4 0.12 10000000000.0 -1.500 1,234,567.89 0.10000000000000000555
print(f"{1e100:.0f}")
# expect: 10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104
print(f"{123.456:10.1f}| {123.456:<10.1f}| {123.456:^10.1f}| {123.456:+.1f} {123.456:010.2f} {-3.5:08.2f} {1.0:#.0f}")
# expect:      123.5| 123.5     |   123.5   | +123.5 0000123.46 -0003.50 1.
---
# exponent and general formatting
print(f"{12345.678:e} {12345.678:.2E} {0.00012:e} {0:e} {1e100:.0e} {5e-324:.3e}")
# expect: 1.234568e+04 1.23E+04 1.200000e-04 0.000000e+00 1e+100 4.941e-324
print(f"{12345.678:g} {1e10:g} {1e-5:g} {0.0001:g} {123456789.0:g} {100000.0:g} {1000000.0:g} {1.5:#g} {1e5:.3g} {2.0:G}")
# expect: 12345.7 1e+10 1e-05 0.0001 1.23457e+08 100000 1e+06 1.50000 1e+05 2
print(f"{1e15:} {1e16:} {1.0:} {1.5:10} {0.1 + 0.2:} {1e16:.3} {123456.0:.3}")
# expect: 1000000000000000.0 1e+16 1.0        1.5 0.30000000000000004 1e+16 1.23e+05
---
# percent, sign and infinities in format
inf, nan = float("inf"), float("nan")
print(f"{0.256:%} {0.256:.0%} {1:.1%} {-0.5:%}")  # expect: 25.600000% 26% 100.0% -50.000000%
print(f"{inf:f} {-inf:e} {nan:g} {inf:5}| {nan:<6}| {inf:+} {inf:F} {nan:%} {inf:05} {-inf:08.2f}")
# expect: inf -inf nan   inf| nan   | +inf INF nan% 00inf -0000inf
---
# format errors
for spec in ("d", "x", "s", "c", "b", ".", ".2d", "q", ",_", "5.", "z", "=5", "#,"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as e:
        print(spec, "->", e)
# expect: d -> Unknown format code 'd' for object of type 'float'
# expect: x -> Unknown format code 'x' for object of type 'float'
# expect: s -> Unknown format code 's' for object of type 'float'
# expect: c -> Unknown format code 'c' for object of type 'float'
# expect: b -> Unknown format code 'b' for object of type 'float'
# expect: . -> Format specifier missing precision
# expect: .2d -> Unknown format code 'd' for object of type 'float'
# expect: q -> Unknown format code 'q' for object of type 'float'
# expect: ,_ -> Cannot specify both ',' and '_'.
# expect: 5. -> Format specifier missing precision
# expect: z 1.5
# expect: =5   1.5
# expect: #, 1.5
---
# hash of floats
print(hash(1.5), hash(0.5), hash(0.1), hash(1e20) == hash(10 ** 20), hash(float("inf")), hash(-float("inf")), hash(2.0 ** 70) == hash(2 ** 70))
# expect: 1152921504606846977 1152921504606846976 230584300921369408 True 314159 -314159 True
print(hash(-0.5), hash(1e300), hash(5e-324))  # expect: -1152921504606846976 1224995262755759164 16777216
---
# float keys meet int keys
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
d[1.5] = "half"
print(d, d[3 / 2], 2.0 in {2}, 0.1 + 0.2 in {0.3})  # expect: {1: 'bool', 1.5: 'half'} half True False
---
# parsing
for s in ("1.5", "-1e-3", "1E+5", "inf", "nan", "1e400", "1e-400", "0x1", "1.2.3", "", "e5", "1e", "--1", "1 2", "1_000.5", "1__0", "_1", "infinit", "١.٥"):
    try:
        print(repr(s), float(s))
    except ValueError as e:
        print(e)
# expect: '1.5' 1.5
# expect: '-1e-3' -0.001
# expect: '1E+5' 100000.0
# expect: 'inf' inf
# expect: 'nan' nan
# expect: '1e400' inf
# expect: '1e-400' 0.0
# expect: could not convert string to float: '0x1'
# expect: could not convert string to float: '1.2.3'
# expect: could not convert string to float: ''
# expect: could not convert string to float: 'e5'
# expect: could not convert string to float: '1e'
# expect: could not convert string to float: '--1'
# expect: could not convert string to float: '1 2'
# expect: '1_000.5' 1000.5
# expect: could not convert string to float: '1__0'
# expect: could not convert string to float: '_1'
# expect: could not convert string to float: 'infinit'
# expect: '١.٥' 1.5
---
# sums and accumulated error
print(sum([0.1] * 10), 0.1 * 10, sum([0.1] * 10) == 1.0)  # expect: 1.0 1.0 True
t = 0.0
for _ in range(10): t += 0.1
print(t, t == 1.0, abs(t - 1.0) < 1e-9)  # expect: 0.9999999999999999 False True
print(sum([1e16, 1, -1e16]), sum([1, 1e100, 1, -1e100]), 1e16 + 1 - 1e16)  # expect: 0.0 0.0 0.0
---
# comparison chains and mixed types
print(1.0 < 2 <= 2.0 != 3, 1.5 > True, 1e308 < 10 ** 309, 0.1 + 0.2 == 0.3, 3 * 0.1 == 0.3)
# expect: True True True False False
print(2.5 == 5 / 2, 1.0 is not None, 7.0 in [7], max(1, 2.5, 2), min(0.0, -0.0), sorted([2, 1.5, True]))
# expect: True True True 2.5 0.0 [True, 1.5, 2]
---
# subclassing float
class Celsius(float):
    def __repr__(self): return f"{float.__repr__(self)}°"
    def __add__(self, o): return Celsius(float(self) + o)
c = Celsius(20) + 1.5
print(c, [c], c * 2, type(c * 2).__name__, c > 20, round(c), f"{c:.0f}", hash(c) == hash(21.5))
# expect: 21.5° [21.5°] 43.0 float True 22 22 True
---
# numerical integration and newton
def integrate(f, a, b, n):
    h = (b - a) / n
    return h * (f(a) / 2 + sum(f(a + i * h) for i in range(1, n)) + f(b) / 2)
print(f"{integrate(lambda x: x * x, 0, 3, 1000):.6f}")  # expect: 9.000005
x = 1.0
for _ in range(20): x = (x + 2 / x) / 2
print(f"{x:.12f}")  # expect: 1.414213562373
---
# mixed int and float loops keep their types
x = 0
for i in range(5): x += i
y = 0.0
for i in range(5): y += i
z = 1
for i in range(3): z = z * 2.0 if i == 1 else z * 2
print(x, y, z, 2 ** 3 / 2, 3.0 // 1, 10 / 5)  # expect: 10 10.0 8.0 4.0 3.0 2.0
---
# rounding at and near ties
print([round(x, 2) for x in (2.675, 1.005, 0.125, 0.375, -0.125, 2.5e-3, -0.001, 1e-9, 123456789.125, 99999999.995)])
# expect: [2.67, 1.0, 0.12, 0.38, -0.12, 0.0, -0.0, 0.0, 123456789.12, 100000000.0]
print([f"{x:.1f}" for x in (0.25, 0.35, 0.05, 0.15, -0.04, 9.95, 99.95, 1e10, 9999999999.95, 12345678901.25)])
# expect: ['0.2', '0.3', '0.1', '0.1', '-0.0', '9.9', '100.0', '10000000000.0', '10000000000.0', '12345678901.2']
print([round(x, 0) for x in (0.5, 1.5, -0.5, 2.4999999999999996)], round(5e-324, 22), round(1.5, 300), round(-0.0, 3), round(1e22, 2))
# expect: [0.0, 2.0, -0.0, 2.0] 0.0 1.5 -0.0 1e+22
print("%.0f %.0f %.3f %.20f %.22f %.25f" % (0.5, 1.5, 0.0005, 0.1, 0.1, 0.1), "%.2f" % 1e300 == format(1e300, ".2f"))
# expect: 0 2 0.001 0.10000000000000000555 0.1000000000000000055511 0.1000000000000000055511151 True
print(abs(-0.0), abs(-1.5), abs(float("-inf")), divmod(7, -2), divmod(-7, 2), divmod(0, -5))
# expect: 0.0 1.5 inf (-4, -1) (-4, 1) (0, 0)
