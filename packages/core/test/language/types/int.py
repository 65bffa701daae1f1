# arithmetic across the safe-integer edge
a = 2 ** 53
print(a, a + 1, a + 2, a * a, -a - 1, a - 1)
# expect: 9007199254740992 9007199254740993 9007199254740994 81129638414606681695789005144064 -9007199254740993 9007199254740991
print(9007199254740991 + 1, 9007199254740992 - 1, 9007199254740993 * 3)
# expect: 9007199254740992 9007199254740991 27021597764222979
print(2 ** 31 * 2 ** 31, 2 ** 63 - 1, 2 ** 64, -2 ** 63, (2 ** 53 + 1) - 2 ** 53)
# expect: 4611686018427387904 9223372036854775807 18446744073709551616 -9223372036854775808 1
print(94906267 * 94906267, 3037000500 ** 2, 99999999 * 99999999)
# expect: 9007199515875289 9223372037000250000 9999999800000001
---
# division and modulo of large integers
a, b = 10 ** 30 + 7, 10 ** 12 + 39
print(a // b, a % b, -a // b, -a % b, a // -b, a % -b, divmod(-a, b))
# expect: 999999999961000000 1521000007 -999999999961000001 998479000032 -999999999961000001 -998479000032 (-999999999961000001, 998479000032)
print(a // b * b + a % b == a, a / b, 10 ** 400 // 10 ** 399)  # expect: True 9.999999999610001e+17 10
print(10 ** 30 // 7, 7 // 10 ** 30, -7 // 10 ** 30, -7 % 10 ** 30)
# expect: 142857142857142857142857142857 0 -1 999999999999999999999999999993
---
# powers
print(2 ** 100, 7 ** 30, (-3) ** 21, 0 ** 0, 0 ** 5, 1 ** 10 ** 6, (-1) ** 1001)
# expect: 1267650600228229401496703205376 22539340290692258087863249 -10460353203 1 0 1 -1
print(2 ** -2, (-2) ** -3, 10 ** -1, (-3) ** 0, 5 ** 1)  # expect: 0.25 -0.125 0.1 1 5
print(pow(3, 200, 13), pow(2, 1000, 1000007), pow(-5, 3, 7), pow(5, 3, -7), pow(5, 0, 1))
# expect: 9 783922 1 -1 0
print(pow(3, -1, 7), pow(10, -2, 17))  # expect: 5 8
---
# modular power errors
for args in ((2, 3, 0), (2, -1, 4), (2.0, 3, 5), (2, 3.0, 5)):
    try:
        print(pow(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError pow() 3rd argument cannot be 0
# expect: ValueError base is not invertible for the given modulus
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
---
# shifts
print(1 << 100, 1 << 0, 5 << 3, -5 << 3, -1 << 64, 0 << 1000)
# expect: 1267650600228229401496703205376 1 40 -40 -18446744073709551616 0
print(2 ** 100 >> 98, -1 >> 10, -5 >> 1, 5 >> 1, 5 >> 1000, -5 >> 1000, 2 ** 64 >> 1)
# expect: 4 -1 -3 2 0 -1 9223372036854775808
print(1 << 31, 1 << 32, 1 << 53, 3 << 52, 255 << 24)
# expect: 2147483648 4294967296 9007199254740992 13510798882111488 4278190080
for f in (lambda: 1 << -1, lambda: 1 >> -1):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: negative shift count
# expect: negative shift count
---
# bit operations with negatives and large numbers
print(-1 & 255, -256 | 1, -1 ^ 5, ~0, ~-1, ~2 ** 70)  # expect: 255 -255 -6 -1 0 -1180591620717411303425
print((2 ** 70 - 1) & 2 ** 69, 2 ** 70 | 1, 2 ** 70 ^ 2 ** 70, -2 ** 70 & 2 ** 71 - 1)
# expect: 590295810358705651712 1180591620717411303425 0 1180591620717411303424
print(0xFFFFFFFF & -1, 0x80000000 | 1, 0xFFFFFFFF ^ 0xFF, 2 ** 40 & 2 ** 40 + 5, -2 ** 33 | 7, 2 ** 52 ^ 1)
# expect: 4294967295 2147483649 4294967040 1099511627776 -8589934585 4503599627370497
---
# parsing text
print(int("42"), int("-7"), int("+5"), int("  12\n"), int("1_000"), int("007"), int("-0"))
# expect: 42 -7 5 12 1000 7 0
print(int("ff", 16), int("0xff", 16), int("0b11", 0), int("0o17", 0), int("z", 36), int("101", 2), int("0", 0), int("-0x1F", 0))
# expect: 255 255 3 15 35 5 0 -31
print(int("123456789012345678901234567890"), int("٣٤"), int(b"12"), int(bytearray(b"7")))
# expect: 123456789012345678901234567890 34 12 7
for args in (("08", 0), ("1__0",), ("_1",), ("1_",), ("0x",), ("0xg", 16), ("9", 8), ("", 10), ("12 3",), ("- 1",), ("\u00bd",)):
    try:
        int(*args)
    except ValueError as e:
        print(e)
# expect: invalid literal for int() with base 0: '08'
# expect: invalid literal for int() with base 10: '1__0'
# expect: invalid literal for int() with base 10: '_1'
# expect: invalid literal for int() with base 10: '1_'
# expect: invalid literal for int() with base 10: '0x'
# expect: invalid literal for int() with base 16: '0xg'
# expect: invalid literal for int() with base 8: '9'
# expect: invalid literal for int() with base 10: ''
# expect: invalid literal for int() with base 10: '12 3'
# expect: invalid literal for int() with base 10: '- 1'
# expect: invalid literal for int() with base 10: '½'
---
# conversion from floats truncates
print(int(3.9), int(-3.9), int(0.0), int(-0.0), int(1e20), int(123456789.987654321), int(2.0 ** 70), int(1e300) == 10 ** 300)
# expect: 3 -3 0 0 100000000000000000000 123456789 1180591620717411303424 False
print(int(True), int(False), int(), int("5") + int(5))  # expect: 1 0 0 10
---
# numeric methods
n = 10
print(n.bit_length(), (0).bit_length(), (-1).bit_length(), (2 ** 100).bit_length(), (255).bit_count(), (-7).bit_count(), (2 ** 70 - 1).bit_count())
# expect: 4 0 1 101 8 3 70
print(n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.is_integer(), n.as_integer_ratio())
# expect: 10 0 10 1 10 True (10, 1)
print((5).__index__(), (5).__int__(), (5).__float__(), (5).__bool__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__abs__())
# expect: 5 5 5.0 True 5 5 5 5
---
# bytes conversions
print((1024).to_bytes(2), (1024).to_bytes(4, "little"), (-1).to_bytes(2, signed=True), (0).to_bytes(0), (255).to_bytes())
# expect: b'\x04\x00' b'\x00\x04\x00\x00' b'\xff\xff' b'' b'\xff'
print(int.from_bytes(b"\x04\x00"), int.from_bytes(b"\x00\x04", "little"), int.from_bytes(b"\xff\xfe", signed=True), int.from_bytes([1, 2]), int.from_bytes(b""))
# expect: 1024 1024 -2 258 0
print((2 ** 70).to_bytes(10, "big"), int.from_bytes(b"\x01" + b"\x00" * 10, "big"))
# expect: b'\x00@\x00\x00\x00\x00\x00\x00\x00\x00' 1208925819614629174706176
for f in (lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (1).to_bytes(1, "middle"), lambda: (1).to_bytes(-1), lambda: (128).to_bytes(1, signed=True)):
    try:
        f()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
# expect: OverflowError int too big to convert
# expect: OverflowError can't convert negative int to unsigned
# expect: ValueError byteorder must be either 'little' or 'big'
# expect: ValueError length argument must be non-negative
# expect: OverflowError int too big to convert
---
# bases and formatting
print(bin(10), oct(64), hex(255), bin(-10), hex(-255), hex(2 ** 70), bin(0), oct(-8), bin(True))
# expect: 0b1010 0o100 0xff -0b1010 -0xff 0x400000000000000000 0b0 -0o10 0b1
print(f"{255:x} {255:X} {255:#x} {255:o} {255:b} {255:c} {255:d} {255:n}")
# expect: ff FF 0xff 377 11111111 ÿ 255 255
print(f"{1234567:,} {1234567:_} {0xabcdef:_x} {-1234:,} {10 ** 20:,}")
# expect: 1,234,567 1_234_567 ab_cdef -1,234 100,000,000,000,000,000,000
print(f"{5:+} {5: } {-5: } {5:05} {-5:05} {5:<4}| {5:^5}| {5:=+6}| {5:*>4}")
# expect: +5  5 -5 00005 -0005 5   |   5  | +    5| ***5
---
# rounding to negative places is half to even
print(round(15, -1), round(25, -1), round(35, -1), round(-15, -1), round(1234, -2), round(1250, -2), round(5, -1), round(55, -5))
# expect: 20 20 40 -20 1200 1200 0 0
print(round(5), round(5, 2), round(10 ** 20 + 5, -1), round(-25, -1))
# expect: 5 5 100000000000000000000 -20
---
# comparison with floats is exact
print(2 ** 53 + 1 == float(2 ** 53), 2 ** 53 == float(2 ** 53), 10 ** 400 > 1e308, 10 ** 400 > float("inf"), -10 ** 400 < float("-inf"))
# expect: False True True False False
print(2 ** 53 + 1 > float(2 ** 53), 1 < 1.5 < 2, 10 ** 22 == 1e22, 10 ** 23 == 1e23, 3 == 3.0, 1 == float("nan"))
# expect: True True True False True False
---
# large int to float
print(float(10 ** 22), float(2 ** 1000) == 2.0 ** 1000, 10 ** 30 / 3, (2 ** 1000) / (2 ** 999), 10 ** 25 * 1.0)
# expect: 1e+22 True 3.333333333333333e+29 2.0 1e+25
print(float(2 ** 53 + 1), float(2 ** 53 + 3), float(-(2 ** 63)), 123456789012345678 * 1.0)
# expect: 9007199254740992.0 9007199254740996.0 -9.223372036854776e+18 1.2345678901234568e+17
for f in (lambda: float(10 ** 400), lambda: 10 ** 400 * 1.0, lambda: 10 ** 400 / 3, lambda: 2.5 + 10 ** 309):
    try:
        f()
    except OverflowError as e:
        print(e)
# expect: int too large to convert to float
# expect: int too large to convert to float
# expect: integer division result too large for a float
# expect: int too large to convert to float
---
# large quotients that fit
print(10 ** 400 / 10 ** 399, 10 ** 400 // 10 ** 398, (10 ** 400 + 1) / 10 ** 400, 3 * 10 ** 500 / (2 * 10 ** 500), 1 / 10 ** 400)
# expect: 10.0 100 1.0 1.5 0.0
---
# hash agrees with equal numbers
print(hash(1) == hash(1.0) == hash(True), hash(0) == hash(-0.0), hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(-2), hash(2 ** 70))
# expect: True True 0 1 -2 -2 512
print(hash(10 ** 30) == hash(float(10 ** 30)) if float(10 ** 30) == 10 ** 30 else "differ", hash(2 ** 100) == hash(2.0 ** 100))
# expect: differ True
print(hash(5), hash(-5), hash(2 ** 53))  # expect: 5 -5 9007199254740992
---
# the digit limit of conversions
try:
    str(10 ** 5000)
except ValueError as e:
    print(e)
# expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
try:
    int("1" * 5000)
except ValueError as e:
    print(e)
# expect: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
print(len(str(10 ** 4299)), len(hex(10 ** 5000)), int("1" * 4300) % 10)  # expect: 4300 4155 1
import sys
print(sys.get_int_max_str_digits())  # expect: 4300
sys.set_int_max_str_digits(6000)
print(len(str(10 ** 5000)))  # expect: 5001
---
# factorials and fibonacci numbers
def fact(n):
    r = 1
    for i in range(2, n + 1): r *= i
    return r
print(fact(25), fact(50) // fact(48), len(str(fact(300))), sum(map(int, str(fact(100)))))
# expect: 15511210043330985984000000 2450 615 648
a, b = 0, 1
for _ in range(150): a, b = b, a + b
print(a)  # expect: 9969216677189303386214405760200
---
# subclassing int
class Money(int):
    def __new__(cls, v): return super().__new__(cls, round(v * 100))
    def __str__(self): return f"${int(self) / 100:.2f}"
    def __add__(self, o): return int.__new__(Money, int(self) + int(o))
a = Money(1.5) + Money(2.25)
print(a, repr(a), type(a).__name__, a * 2, type(a * 2).__name__, a == 375, {375: "x"}[a], int(a), [a], f"{a:d}")
# expect: $3.75 375 Money 750 int True x 375 [375] 375
---
# int attributes cannot be set
for code in ("(5).x = 1", "int.x = 1", "(5).real = 2", "del (5).real"):
    try:
        exec(code)
    except (AttributeError, TypeError) as e:
        print(e)
# expect: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: cannot set 'x' attribute of immutable type 'int'
# expect: attribute 'real' of 'int' objects is not writable
# expect: attribute 'real' of 'int' objects is not writable
---
# greatest common divisor and digits by hand
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(2 ** 80, 6 ** 40) == 2 ** 40, gcd(10 ** 30, 15 ** 20) == 5 ** 20)  # expect: True True
def digits(n, base):
    out = []
    while n:
        n, d = divmod(n, base)
        out.append(d)
    return out[::-1]
print(digits(2 ** 64, 10), digits(255, 16), digits(10 ** 18, 1000))
# expect: [1, 8, 4, 4, 6, 7, 4, 4, 0, 7, 3, 7, 0, 9, 5, 5, 1, 6, 1, 6] [15, 15] [1, 0, 0, 0, 0, 0, 0]
---
# integer square root by newton and a linear congruential generator
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x: x, y = y, (y + n // y) // 2
    return x
print(isqrt(10 ** 40), isqrt(2 * 10 ** 30), isqrt(99))  # expect: 100000000000000000000 1414213562373095 9
seed = 42
out = []
for _ in range(4):
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    out.append(seed)
print(out)  # expect: [10481999410520546993, 4159066171780167020, 7615522811268512075, 11628791489956661374]
---
# a 32-bit hash with masks
def fnv(s):
    h = 0x811C9DC5
    for c in s.encode():
        h = ((h ^ c) * 0x01000193) & 0xFFFFFFFF
    return h
print(fnv(""), fnv("krait"), hex(fnv("python")))  # expect: 2166136261 1136979510 0xfceff97
def rot(x, n): return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF
print(hex(rot(0x80000001, 4)), rot(1, 31))  # expect: 0x18 2147483648
---
# a modulus that is a float, and a base that is none, are refused before anything else
def refused(f):
    try: print(f())
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
class C: pass
for base, exponent in ((2, 3), ("s", 3), (C(), None), (2.0, 3)): refused(lambda: pow(base, exponent, 5.0))
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
for value in ("12", b"12", 12, None):
    for base in (37, 1, -1, 2**70, 0): refused(lambda: int(value, base))
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: 12
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: 12
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: TypeError int() can't convert non-string with explicit base
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: TypeError int() can't convert non-string with explicit base
---
# powers and products at the edges of small ints
print(2**53, 2**52, (-2)**53, 3**33, 3**34, (-3)**33, 0**0, 0**5, (-1)**63, 1**63, 7**18, 10**15, 10**16, 2**63, (-2)**63, 2**64)
# expect: 9007199254740992 4503599627370496 -9007199254740992 5559060566555523 16677181699666569 -5559060566555523 1 0 -1 1 1628413597910449 1000000000000000 10000000000000000 9223372036854775808 -9223372036854775808 18446744073709551616
big = 2**511 + 1
print(big * big == 2**1022 + 2**512 + 1, (big * big) // big == big, -big * big < 0, (big + big) - big == big, big - big, (2**512) * 0)
# expect: True True True True 0 0
print((2**53 - 1) + 1, (2**53) - 1, -(2**53) + 1, 2**26 * 2**27, (2**53 - 1) * -1, 10**30 * 10**25)
# expect: 9007199254740992 9007199254740991 -9007199254740991 9007199254740992 -9007199254740991 10000000000000000000000000000000000000000000000000000000
