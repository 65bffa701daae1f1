# complex arithmetic
a, b = 1 + 2j, 3 - 1j
print(a + b, a - b, a * b, a / b, -a, +a, a == a, a != b, a * 2, 2 + a, a - 0.5, 1j * 1j)
# expect: (4+1j) (-2+3j) (5+5j) (0.1+0.7000000000000001j) (-1-2j) (1+2j) True True (2+4j) (3+2j) (0.5+2j) (-1+0j)
print(a ** 2, a ** 0, (2j) ** -1, abs(3 + 4j), a.conjugate(), a.real, a.imag, complex(1, 2) == a)
# expect: (-3+4j) (1+0j) -0.5j 5.0 (1-2j) 1.0 2.0 True
---
# complex repr
print(1j, -1j, 1 + 0j, 0j, -0j, 1.5 - 2.5j, complex(0, -1), complex(-0.0, 1), complex(1e20, 1e-7), complex("inf"), complex(0, float("nan")))
# expect: 1j (-0-1j) (1+0j) 0j (-0-0j) (1.5-2.5j) -1j (-0+1j) (1e+20+1e-07j) (inf+0j) nanj
print(str(1 + 1j), repr(-1j), f"{1 + 2j}", f"{1.5 + 2j:.2f}", f"{1j:>6}|", f"{1 + 2j:g}", complex(float("nan"), float("-inf")))
# expect: (1+1j) (-0-1j) (1+2j) 1.50+2.00j     1j| 1+2j (nan-infj)
---
# complex constructor
print(complex(), complex(1), complex(1, 2), complex("1+2j"), complex(" 3j "), complex("1e3-1.5j"), complex("(1-2j)"), complex("j"), complex("-j"))
# expect: 0j (1+0j) (1+2j) (1+2j) 3j (1000-1.5j) (1-2j) 1j -1j
print(complex(real=1, imag=2), complex(1j, 1j), complex(True, False), complex("nan+infj"))
# expect: (1+2j) (-1+1j) (1+0j) (nan+infj)
for s in ("", "1 +2j", "1+2", "j1", "1+2jj", "(1"):
    try:
        print(complex(s))
    except ValueError as e:
        print(e)
# expect: complex() arg is a malformed string
# expect: complex() arg is a malformed string
# expect: complex() arg is a malformed string
# expect: complex() arg is a malformed string
# expect: complex() arg is a malformed string
# expect: complex() arg is a malformed string
---
# complex comparison and hash
print(1 + 0j == 1, 1 + 0j == 1.0, hash(1 + 0j) == hash(1), {1: "x"}[1 + 0j], 1j == 1, 0j == False, bool(0j), bool(1j))
# expect: True True True x False True False True
for f in (lambda: 1j < 2, lambda: 1j // 1, lambda: 1j % 2, lambda: int(1j), lambda: float(1j), lambda: divmod(1j, 1), lambda: round(1j), lambda: f"{1j:d}"):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
# expect: '<' not supported between instances of 'complex' and 'int'
# expect: unsupported operand type(s) for //: 'complex' and 'int'
# expect: unsupported operand type(s) for %: 'complex' and 'int'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: float() argument must be a string or a real number, not 'complex'
# expect: unsupported operand type(s) for divmod(): 'complex' and 'int'
# expect: type complex doesn't define __round__ method
# expect: Unknown format code 'd' for object of type 'complex'
---
# complex powers and division by zero
print((1 + 1j) ** 2, (1 + 1j) ** 3, 1j ** 2, 1j ** 4, 0j ** 0, (2 + 0j) ** 3)
# expect: 2j (-2+2j) (-1+0j) (1+0j) (1+0j) (8+0j)
for f in (lambda: 1 / 0j, lambda: 0j ** -1, lambda: 0j ** 1j):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)
# expect: complex division by zero
# expect: 0.0 to a negative or complex power
# expect: 0.0 to a negative or complex power
---
# bool is an int with two values
print(True + True, True * 5, -True, ~False, True / 2, True // 1, True ** 2, True << 3, isinstance(True, int), bool.__mro__)
# expect: 2 5 -1 -1 0.5 1 1 8 True (<class 'bool'>, <class 'int'>, <class 'object'>)
print(True & False, True | False, True ^ True, True & 1, 1 | False, type(True & True).__name__, type(True + 0).__name__)
# expect: False True False 1 1 bool int
print(True == 1, True is True, False < True, sum([True, False, True]), ["no", "yes"][True], "ab"[True])
# expect: True True True 2 yes b
---
# truth of every kind of object
values = [0, 0.0, 0j, "", b"", [], (), {}, set(), frozenset(), range(0), None, False, 1, -1, 0.1, "0", " ", [0], (0,), {0}, range(1), ...]
print([bool(v) for v in values])
# expect: [False, False, False, False, False, False, False, False, False, False, False, False, False, True, True, True, True, True, True, True, True, True, True]
---
# bool constructor and formatting
print(bool(), bool("False"), bool(None), bool([[]]), bool(x := 0), str(True), repr(False), f"{True}", f"{True:d}", f"{True:5}|", f"{False!s:>6}", "%d %s" % (True, False))
# expect: False True False True False True False True 1     1|  False 1 False
for f in (lambda: bool(1, 2), lambda: bool(x=1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: bool expected at most 1 argument, got 2
# expect: bool() takes no keyword arguments
---
# bool methods come from int
print(True.real, True.bit_length(), True.to_bytes(), bool.from_bytes(b"\x01"), True.numerator, int(True), float(True), hash(True), hex(True))
# expect: 1 1 b'\x01' True 1 1 1.0 1 0x1
---
# True and False as keys and in lists
print({True: "t", 1: "one", False: "f", 0: "zero"}, [1, 2, 1.0, True].count(True), [0, False, 0.0].index(False), True in {1}, 1 in [True])
# expect: {True: 'one', False: 'zero'} 3 0 True True
---
# not gives a bool, and and or do not
print(not 0, not [], not "x", type(not 5).__name__, 5 and 6, 0 or [], None or False)
# expect: True True False bool 6 [] False
---
# a complex number is no modulus
for modulus in (4j, 4.0, "4"):
    try: pow(2, 3, modulus)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
# expect: ValueError complex modulo
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'
