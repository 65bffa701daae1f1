# abs and divmod
print(abs(-5), abs(5.5), abs(-0.0), abs(3 + 4j), abs(True), abs(-2 ** 70), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(2 ** 70, 10 ** 9), divmod(True, 1))
# expect: 5 5.5 0.0 5.0 1 1180591620717411303424 (3, 1) (-4, 1) (3.0, 1.5) (1180591620717, 411303424) (1, 0)
for f in (lambda: abs("a"), lambda: abs(None), lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1), lambda: divmod(1)):
    try:
        f()
    except (TypeError, ZeroDivisionError) as e:
        print(e)
# expect: bad operand type for abs(): 'str'
# expect: bad operand type for abs(): 'NoneType'
# expect: integer division or modulo by zero
# expect: float divmod()
# expect: unsupported operand type(s) for divmod(): 'str' and 'int'
# expect: divmod expected 2 arguments, got 1
---
# pow
print(pow(2, 3), pow(2, -1), pow(2.0, 3), pow(2, 3, 5), pow(base=2, exp=5), pow(2, 3, mod=3), pow(-2, 3), pow(0, 0), pow(7, -1, 11), pow(2, 100, 10 ** 9 + 7), pow(1j, 2))
# expect: 8 0.5 8.0 3 32 2 -8 1 8 976371285 (-1+0j)
for f in (lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow("a", 2), lambda: pow(2, 3.0, 4), lambda: pow(2), lambda: pow(0, -1)):
    try:
        f()
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
# expect: ValueError pow() 3rd argument cannot be 0
# expect: ValueError base is not invertible for the given modulus
# expect: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() missing required argument 'exp' (pos 2)
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
---
# round
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(2.5, 0), round(5), round(True), round(1e16, 3), round(number=1.5), round(1.25, ndigits=1), round(2 ** 70, -20), round(0.5), round(1.5))
# expect: 2 4 -2 2.57 1200 2.0 5 1 1e+16 2 1.2 1200000000000000000000 0 2
for f in (lambda: round("a"), lambda: round(1.5, "a"), lambda: round(1j), lambda: round(), lambda: round(float("nan")), lambda: round(1.5, 1.5)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError type str doesn't define __round__ method
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError type complex doesn't define __round__ method
# expect: TypeError round() missing required argument 'number' (pos 1)
# expect: ValueError cannot convert float NaN to integer
# expect: TypeError 'float' object cannot be interpreted as an integer
---
# bin, oct, hex
print(bin(5), bin(-5), oct(8), oct(-8), hex(255), hex(-255), hex(0), bin(2 ** 40), hex(2 ** 80), bin(True))
# expect: 0b101 -0b101 0o10 -0o10 0xff -0xff 0x0 0b10000000000000000000000000000000000000000 0x100000000000000000000 0b1
for f in (lambda: bin(1.5), lambda: hex("a"), lambda: oct(None), lambda: hex()):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 'float' object cannot be interpreted as an integer
# expect: 'str' object cannot be interpreted as an integer
# expect: 'NoneType' object cannot be interpreted as an integer
# expect: hex() takes exactly one argument (0 given)
---
# chr and ord
print(chr(65), chr(8364), chr(128512), ord("A"), ord("€"), ord("😀"), ord(b"a"), ord(bytearray(b"z")), chr(True) == "\x01")
# expect: A € 😀 65 8364 128512 97 122 True
for f in (lambda: chr(-1), lambda: chr(1114112), lambda: chr("a"), lambda: chr(1.5), lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: ord(b"ab"), lambda: chr(10 ** 30)):
    try:
        f()
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError ord() expected a character, but string of length 0 found
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: TypeError ord() expected string of length 1, but int found
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: ValueError chr() arg not in range(0x110000)
---
# hash of equal things agrees
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(2 ** 62) == hash(float(2 ** 62)), hash(None) == hash(None), hash(-1))
# expect: True True True True True True -2
print(hash(b"a") == hash(b"a"), hash(range(3)) == hash(range(0, 3)), hash(int) == hash(int), hash(0.0) == hash(-0.0) == hash(0), hash(()) == hash(()))
# expect: True True True True True
for x in ([], {}, set(), bytearray()):
    try:
        hash(x)
    except TypeError as e:
        print(e)
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: unhashable type: 'set'
# expect: unhashable type: 'bytearray'
---
# int, float and complex constructors
print(int(), int("5"), int(5.9), int(" 7 "), int("11", 2), int("11", base=3), int(True), float(), float("1e3"), float(5), complex(), complex("1j"), complex(1, -1), bool(), bool("a"))
# expect: 0 5 5 7 3 4 1 0.0 1000.0 5.0 0j 1j (1-1j) False True
for f in (lambda: int("5", base="x"), lambda: int(base=2), lambda: int("1", 99), lambda: int(x=5), lambda: float(x=1), lambda: float(1, 2), lambda: int("5", 2), lambda: int([], 2)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError int() missing string argument
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: TypeError int() got an unexpected keyword argument 'x'
# expect: TypeError float() takes no keyword arguments
# expect: TypeError float expected at most 1 argument, got 2
# expect: ValueError invalid literal for int() with base 2: '5'
# expect: TypeError int() can't convert non-string with explicit base
---
# numeric tower by isinstance
for x in (1, True, 1.5, 1j, 2 ** 70):
    print(x, isinstance(x, int), isinstance(x, float), isinstance(x, complex), isinstance(x, (int, float)), type(x).__name__)
# expect: 1 True False False True int
# expect: True True False False True bool
# expect: 1.5 False True False True float
# expect: 1j False False True False complex
# expect: 1180591620717411303424 True False False True int
---
# range of results over mixed operands
ops = {"+": lambda a, b: a + b, "*": lambda a, b: a * b, "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b}
for name, f in ops.items():
    print(name, [f(a, b) for a in (5, -5, 2.5, True) for b in (2, 3.0)])
# expect: + [7, 8.0, -3, -2.0, 4.5, 5.5, 3, 4.0]
# expect: * [10, 15.0, -10, -15.0, 5.0, 7.5, 2, 3.0]
# expect: // [2, 1.0, -3, -2.0, 1.0, 0.0, 0, 0.0]
# expect: % [1, 2.0, 1, 1.0, 0.5, 2.5, 1, 1.0]
# expect: ** [25, 125.0, 25, -125.0, 6.25, 15.625, 1, 1.0]
---
# float("...") and int("...") accept whitespace and underscores
print(float("\t1.5\n"), int("\u00a05\u00a0"), float("1_000.000_1"), int("1_0"), float("-.5e+2"), int("-0b11", 2), int("+0xF", 16))
# expect: 1.5 5 1000.0001 10 -50.0 -3 15
---
# callable
class C:
    def __call__(self): pass
print(callable(len), callable(int), callable(lambda: 1), callable(C()), callable(C), callable(5), callable("a"), callable([].append), callable(None))
# expect: True True True True True False False True False
---
# id and is
a = []
b = a
print(id(a) == id(b), id([]) == id(a), a is b, a is [], id(None) == id(None), id(a) == id(a), isinstance(id(a), int))
# expect: True False True False True True True
