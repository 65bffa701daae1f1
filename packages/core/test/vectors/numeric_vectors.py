"""Rows for packages/core/src/numeric."""

import math
import operator
import struct

EDGE_INTS = [0, 1, -1, 2, -2, 3, 7, -7, 10, 255, 256, -256, 2**31 - 1, 2**31, -(2**31), 2**32 - 1, 2**32, 2**52, 2**53 - 1,
             2**53, -(2**53) + 1, -(2**53), 2**53 + 1, 2**61 - 1, 2**61 - 2, -(2**61) + 1, 2**63 - 1, 2**63, -(2**63), 2**64,
             10**18, 10**30, -(10**30) - 7]
EDGE_FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 1 / 3, 2.675, 1e-5, 1e-4, 9.999e-5, 1e15, 1e16, 1e17, 123456789.125, 1e21, 1e22,
               1e23, 9007199254740993.0, 5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308,
               math.inf, -math.inf, math.nan, math.pi, -math.e, 1e100, 1e-100, 0.045, 1.005, 4503599627370497.5]


def any_int(rng, bits=140):
    if rng.random() < 0.25:
        return rng.choice(EDGE_INTS)
    value = rng.getrandbits(rng.randint(1, bits))
    return -value if rng.random() < 0.5 else value


def any_float(rng):
    kind = rng.random()
    if kind < 0.2:
        return rng.choice(EDGE_FLOATS)
    if kind < 0.4:
        return struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
    if kind < 0.6:
        return round(rng.uniform(-1000, 1000), rng.randint(0, 6))
    if kind < 0.7:
        return float(rng.randint(-(10**6), 10**6)) / 2 ** rng.randint(0, 12)
    if kind < 0.8:
        return 2.0 ** rng.randint(-1074, 1023)
    return rng.uniform(-1, 1) * 10 ** rng.randint(-20, 25)


def int_rows(table, rng, scale):
    binary = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "floorDiv": operator.floordiv,
              "mod": operator.mod, "divmod": divmod, "trueDiv": operator.truediv, "and": operator.and_,
              "or": operator.or_, "xor": operator.xor, "gcd": math.gcd, "lcm": math.lcm}
    for name, function in binary.items():
        for _ in range(40 * scale):
            table.row(name, function, any_int(rng), any_int(rng))
    for _ in range(60 * scale):
        table.row("trueDiv", operator.truediv, any_int(rng, 2200), any_int(rng, 2200))
        a, b = any_int(rng, 60), rng.choice([1, 3, 2**52, 2**53 - 1, 7, 11])
        table.row("floorDiv", operator.floordiv, a, b)
        table.row("mod", operator.mod, -a, b)
        table.row("pow", pow, any_int(rng, 40), rng.randint(0, 60))
        table.row("powMod", lambda x, y, z: pow(x, y, z), any_int(rng), any_int(rng, 70), any_int(rng, 80))
        table.row("powMod", lambda x, y, z: pow(x, y, z), rng.randint(-99, 99), rng.randint(-9, 99), rng.randint(-99, 99))
        table.row("shiftLeft", operator.lshift, any_int(rng), rng.choice([-1, 0, 1, 5, 31, 32, 52, 53, 70, 200]))
        table.row("shiftRight", operator.rshift, any_int(rng), rng.choice([-1, 0, 1, 5, 31, 32, 52, 53, 70, 200]))
        n = any_int(rng, 3000)
        table.row("bitLength", int.bit_length, n)
        table.row("bitCount", int.bit_count, n)
        table.row("invert", operator.invert, any_int(rng))
        table.row("isqrt", math.isqrt, abs(n))
        table.row("isqrt", math.isqrt, abs(any_int(rng)))
        table.row("toFloat", float, any_int(rng, 1030))
        table.row("hashInt", hash, any_int(rng, 200))
        table.row("roundInt", round, any_int(rng, 100), rng.randint(-33, 3))
    for bits in [53, 54, 63, 64, 65, 511, 512, 513, 1023, 1024, 1025, 65535, 65536, 65537, 131072, 131073, 140000]:
        for n in (2**bits, 2**bits - 1, -(2**bits) + 1):
            table.row("bitLengthOfPower", lambda b, d: (2**b + d).bit_length(), bits, n - 2**bits if n > 0 else 0)
    for near in range(60):
        n = rng.getrandbits(200) ** 2 + near % 3 - 1
        table.row("isqrt", math.isqrt, n)
        half = (2 * rng.getrandbits(53) + 1) << rng.randint(0, 900)
        table.row("toFloat", float, half + near % 3 - 1)
    for n, k in [(0, 0), (5, 2), (60, 30), (100, 50), (5, 7), (-1, 2), (3, -1), (1000, 3), (10**20, 3), (67, 33)]:
        table.row("comb", math.comb, n, k)
        table.row("perm", math.perm, n, k)
    for n in [0, 1, 2, 5, 17, 18, 19, 20, 21, 50, 100, 170, -1, 10**20]:
        table.row("factorial", math.factorial, n)


def float_rows(table, rng, scale):
    for x in EDGE_FLOATS:
        for y in EDGE_FLOATS:
            binary_float_rows(table, x, y, rng.random() < 0.5)
    for _ in range(150 * scale):
        binary_float_rows(table, any_float(rng), any_float(rng), True)
    for _ in range(200 * scale):
        base, exponent = abs(rng.uniform(0.5, 20)), rng.choice([rng.uniform(-30, 30), float(rng.randint(-40, 40)), 0.5, 1.5])
        table.row("floatPow", operator.pow, base, exponent)
        table.row("floatPow", operator.pow, float(rng.randint(2, 12)), float(rng.randint(-20, 20)))
    for x in EDGE_FLOATS + [any_float(rng) for _ in range(300 * scale)]:
        table.row("fromFloat", int, x)
        table.row("floorFloat", math.floor, x)
        table.row("ceilFloat", math.ceil, x)
        table.row("roundFloatToInt", round, x)
        table.row("asIntegerRatio", float.as_integer_ratio, x)
        table.row("floatHex", float.hex, x)
        table.row("frexp", math.frexp, x)
        table.row("modf", math.modf, x)
        table.row("ulp", math.ulp, x)
        if not math.isnan(x):
            table.row("hashFloat", hash, x)
        table.row("ldexp", math.ldexp, x, rng.choice([-2000, -1074, -1050, -60, -1, 0, 1, 60, 1000, 3000]))
        table.row("nextAfter", math.nextafter, x, any_float(rng))
        table.row("roundFloat", round, x, rng.randint(-25, 25))
        if x == x:
            n = any_int(rng, 70) if rng.random() < 0.5 or math.isinf(x) else int(x) + rng.randint(-1, 1)
            table.row("compareWithFloat", lambda i, f: (i > f) - (i < f), n, x)
    for _ in range(200 * scale):
        x = round(rng.uniform(-50, 50), rng.randint(1, 5)) + rng.choice([0.0, 0.005, 0.5, 0.0005])
        table.row("roundFloat", round, x, rng.randint(0, 4))
        table.row("roundFloat", round, float(rng.randint(-4000, 4000)) / 2 ** rng.randint(1, 7), rng.randint(-3, 6))
        table.row("roundFloat", round, float(rng.randint(-4000, 4000) * 5), rng.randint(-4, -1))


def binary_float_rows(table, x, y, all_of_them):
    table.row("floatFloorDiv", operator.floordiv, x, y)
    table.row("floatMod", operator.mod, x, y)
    if all_of_them:
        table.row("floatDivmod", divmod, x, y)
        table.row("floatDiv", operator.truediv, x, y)
        table.row("fmod", math.fmod, x, y)
        table.row("remainder", math.remainder, x, y)
    if not (x < 0 and y != math.floor(y)) if math.isfinite(y) else True:
        table.row("floatPow", operator.pow, x, y)


HEX_TEXTS = ["0x1p0", "-0x1.8p+1", "1.8p1", "0x.8", "0x1.", "inf", "-Infinity", "nan", "0x", "", "p1", "0x1p", "0x1p+", " 0x1 ",
             "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1p1024", "0x1p-1074", "0x1p-1075", "0x1.8p-1075",
             "0x1.0000000000000000000000001p-1075", "0x1p-99999999999999999999", "0x0p99999999999999999999", "0x1p99999999999999999999", "0x1.00000000000008p0",
             "0x1.000000000000081p0", "0x1.00000000000018p0", "0xg", "0x1_0p0", "0X1P4", "+0x1p4", "1e5", "0x1.8.8p0", "infinit",
             "0x123456789abcdef0123456789p-40", "\t0x1p1\n", "\xa00x1"]


def special_rows(table, rng, scale):
    for text in HEX_TEXTS:
        table.row("parseFloatHex", float.fromhex, text)
    for _ in range(60 * scale):
        table.row("parseFloatHex", float.fromhex, any_float(rng).hex())
        table.row("hashTuple", lambda hashes: hash(tuple(hashes)), [hash(any_int(rng)) for _ in range(rng.randint(0, 5))])
        z = complex(any_float(rng), any_float(rng))
        if z == z:
            table.row("hashComplex", hash, z)
        w = complex(any_float(rng), any_float(rng))
        table.row("complexMul", operator.mul, z, w)
        table.row("complexDiv", operator.truediv, z, w)
        table.row("complexPow", operator.pow, complex(rng.randint(-5, 5), rng.randint(-5, 5)), complex(rng.randint(-6, 6)))
        values = [any_float(rng) for _ in range(rng.randint(0, 9))]
        if rng.random() < 0.7:
            values = [v for v in values if math.isfinite(v)]
        table.row("fsum", math.fsum, values)
        tame = [rng.uniform(-1, 1) * 10 ** rng.randint(-9, 9) for _ in range(rng.randint(1, 6))]
        table.row("fsum", math.fsum, tame + [-t for t in tame[:-1]])
        table.row("sumprod", math.sumprod, tame, [rng.uniform(-9, 9) for _ in tame])
        table.row("hypot", lambda v: math.hypot(*v), values)
        table.row("hypot", lambda v: math.hypot(*v), tame)
        table.row("dist", math.dist, tame, [rng.uniform(-9, 9) for _ in tame])
        table.row("fma", math.fma, any_float(rng), any_float(rng), any_float(rng))
        x, y = rng.uniform(-9, 9), rng.uniform(-9, 9)
        table.row("fma", math.fma, x, y, -(x * y))
    for z in [0j, complex(-0.0, -0.0), 1j, complex(math.inf, 0), complex(0, math.nan), 1 + 0j, complex(1e308, 1e308)]:
        for w in [0j, 1j, 1 + 1j, complex(math.inf, math.nan), 2 + 0j, -1 + 0j]:
            table.row("complexMul", operator.mul, z, w)
            table.row("complexDiv", operator.truediv, z, w)
            if math.isfinite(abs(w)):
                exact = w.imag == 0
                table.row("complexPow" if exact else "complexPowClose", operator.pow, z, w)


CLOSE = {"gamma": math.gamma, "lgamma": math.lgamma, "erf": math.erf, "erfc": math.erfc, "cbrt": math.cbrt}


def close_rows(table, rng, scale):
    """Functions compared to a few units in the last place: C libraries differ among themselves."""
    edges = [0.0, -0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 10.0, 20.0, 22.0, 23.0, 24.0, 100.0, 170.0, 171.6, 171.7, 200.0, -0.5, -1.0, -1.5, -20.5,
             -170.5, -180.5, -200.5, 1e-5, 1e-10, 1e-20, -1e-20, 1e-310, 1e5, 1e10, 1e300, 1.7e308, 5.0, 6.0, 26.0, 27.3, 30.0, math.inf, -math.inf, math.nan]
    for x in edges + [rng.uniform(-30, 30) for _ in range(60 * scale)] + [rng.uniform(-3, 3) for _ in range(60 * scale)]:
        for name, function in CLOSE.items():
            table.row(name, function, x)
    for n in EDGE_INTS + [10**400, 2**2000, 2**2000 + 1, -(10**400)]:
        table.row("logInt", math.log, n)
        table.row("log2Int", math.log2, n)
        table.row("log10Int", math.log10, n)
    for exponent in range(1, 23):
        table.row("log10Int", math.log10, 10**exponent)
    for _ in range(60 * scale):
        z, w = complex(rng.uniform(-5, 5), rng.uniform(-5, 5)), complex(rng.uniform(-3, 3), rng.uniform(-3, 3))
        table.row("complexPowClose", operator.pow, z, w)


def add_rows(table, rng, scale):
    int_rows(table, rng, scale)
    float_rows(table, rng, scale)
    special_rows(table, rng, scale)
    close_rows(table, rng, scale)
