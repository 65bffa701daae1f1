# every binary operator and its reflection
class V:
    pass
names = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul", "divmod"]
for n in names:
    setattr(V, f"__{n}__", lambda self, o, n=n: f"{n} {o}")
    setattr(V, f"__r{n}__", lambda self, o, n=n: f"r{n} {o}")
v = V()
print(v + 1, v - 1, v * 1, v / 1, v // 1, v % 1, v ** 1, sep="; ")
# expect: add 1; sub 1; mul 1; truediv 1; floordiv 1; mod 1; pow 1
print(v << 1, v >> 1, v & 1, v | 1, v ^ 1, v @ 1, divmod(v, 1), sep="; ")
# expect: lshift 1; rshift 1; and 1; or 1; xor 1; matmul 1; divmod 1
print(1 + v, 1 - v, 1 * v, 1 / v, 1 // v, 1 % v, 1 ** v, sep="; ")
# expect: radd 1; rsub 1; rmul 1; rtruediv 1; rfloordiv 1; rmod 1; rpow 1
print(1 << v, 1 >> v, 1 & v, 1 | v, 1 ^ v, 1 @ v, divmod(1, v), sep="; ")
# expect: rlshift 1; rrshift 1; rand 1; ror 1; rxor 1; rmatmul 1; rdivmod 1
---
# unary operators and conversions
class V:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __int__(self): return 5
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __round__(self, n=None): return f"round {n}"
    def __trunc__(self): return 7
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __index__(self): return 3
import math
v = V()
print(-v, +v, ~v, abs(v), int(v), float(v), complex(v), round(v), round(v, 2), math.trunc(v), math.floor(v), math.ceil(v))
# expect: neg pos inv abs 5 2.5 1j round None round 2 7 floor ceil
print(hex(v), [0, 1, 2, 3][v], "ab" * v, range(v), chr(v) == "\x03")  # expect: 0x3 3 ababab range(0, 3) True
---
# NotImplemented passes to the other operand
class A:
    def __add__(self, o):
        print("A.add")
        return NotImplemented
class B:
    def __radd__(self, o):
        print("B.radd")
        return "from B"
print(A() + B())
# expect: A.add
# expect: B.radd
# expect: from B
try:
    A() + 1  # expect: A.add
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'A' and 'int'
try:
    A() + A()  # expect: A.add
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'A' and 'A'
---
# a subclass on the right goes first
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
class B(A):
    def __radd__(self, o): return "B.radd"
class C(A): pass
print(A() + B(), A() + C(), B() + A(), A() + A())  # expect: B.radd A.add A.add A.add
---
# reflected operators of built-in subclasses
class I(int):
    def __radd__(self, o): return "I.radd"
    def __rsub__(self, o): return "I.rsub"
print(1 + I(2), 1 - I(2), I(2) + 1, 1.5 + I(1))  # expect: I.radd I.rsub 3 2.5
class S(str):
    def __rmod__(self, o): return "S.rmod"
    def __mul__(self, n): return "S.mul"
print("%s" % S("x"), S("a") * 3, 3 * S("a"))  # expect: S.rmod S.mul aaa
---
# in-place operators fall back to the binary ones
class A:
    def __init__(self, v): self.v = v
    def __add__(self, o): return A(self.v + o)
class B(A):
    def __iadd__(self, o):
        self.v += o
        return self
a = old_a = A(1)
b = old_b = B(1)
a += 1
b += 1
print(a.v, a is old_a, old_a.v, b.v, b is old_b)  # expect: 2 False 1 2 True
---
# all in-place operators
class V: pass
for n in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"]:
    setattr(V, f"__i{n}__", lambda self, o, n=n: (self.log.append(n), self)[1])
v = V()
v.log = []
v += 1; v -= 1; v *= 1; v /= 1; v //= 1; v %= 1; v **= 1; v <<= 1; v >>= 1; v &= 1; v |= 1; v ^= 1; v @= 1
print(v.log)
# expect: ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and', 'or', 'xor', 'matmul']
---
# in-place returning NotImplemented or something else
class A:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "added"
    def __isub__(self, o): return None
a = A()
a += 1
print(a)  # expect: added
b = A()
b -= 1
print(b)  # expect: None
class C:
    def __imul__(self, o): return NotImplemented
c = C()
try:
    c *= 2
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for *=: 'C' and 'int'
---
# comparison methods
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return f"{self.v} lt {o.v}"
    def __le__(self, o): return f"{self.v} le {o.v}"
    def __eq__(self, o): return f"{self.v} eq {o.v}"
    def __ne__(self, o): return f"{self.v} ne {o.v}"
    def __gt__(self, o): return f"{self.v} gt {o.v}"
    def __ge__(self, o): return f"{self.v} ge {o.v}"
a, b = V(1), V(2)
print(a < b, a <= b, a == b, a != b, a > b, a >= b, sep="; ")
# expect: 1 lt 2; 1 le 2; 1 eq 2; 1 ne 2; 1 gt 2; 1 ge 2
---
# reflected comparisons
class A:
    def __gt__(self, o): return "A.gt"
    def __ge__(self, o): return "A.ge"
    def __eq__(self, o): return "A.eq"
print(1 < A(), 1 <= A(), 1 == A(), [] < A(), A() > 1)  # expect: A.gt A.ge A.eq A.gt A.gt
try:
    1 > A()
except TypeError as e:
    print(e)  # expect: '>' not supported between instances of 'int' and 'A'
---
# a subclass's comparison goes first
class A:
    def __eq__(self, o): return "A.eq"
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"
class B(A):
    def __eq__(self, o): return "B.eq"
    def __gt__(self, o): return "B.gt"
print(A() == B(), A() < B(), B() == A(), A() > B())  # expect: B.eq B.gt B.eq A.lt
---
# != follows == unless defined
class A:
    def __eq__(self, o): return o == 1
print(A() != 1, A() != 2, A() == 1)  # expect: False True True
class B:
    def __eq__(self, o): return NotImplemented
b = B()
print(b == b, b == B(), b != b, b != B())  # expect: True False False True
---
# __eq__ without __hash__ makes instances unhashable
class A:
    def __eq__(self, o): return True
class B(A):
    def __hash__(self): return 1
class C(B): pass
class D(B):
    def __eq__(self, o): return False
print(A.__hash__, hash(B()), hash(C()), D.__hash__)  # expect: None 1 1 None
try:
    {A()}
except TypeError as e:
    print(e)  # expect: unhashable type: 'A'
---
# __hash__ and __eq__ in dicts and sets
class P:
    def __init__(self, x): self.x = x
    def __hash__(self):
        print("hash", self.x)
        return self.x % 2
    def __eq__(self, o):
        print("eq", self.x, o.x)
        return self.x == o.x
d = {P(1): "one"}  # expect: hash 1
print(d[P(1)])
# expect: hash 1
# expect: eq 1 1
# expect: one
print(P(3) in d)
# expect: hash 3
# expect: eq 1 3
# expect: False
print(len({P(2), P(2)}))
# expect: hash 2
# expect: hash 2
# expect: eq 2 2
# expect: 1
---
# bad results of __hash__, __bool__, __len__, __index__ and friends
class H:
    def __hash__(self): return "x"
class B:
    def __bool__(self): return 1
class L:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
class I:
    def __index__(self): return 1.5
class S:
    def __str__(self): return 5
    def __repr__(self): return None
class F:
    def __float__(self): return 1
    def __int__(self): return 1.0
    def __complex__(self): return 1.0
for f in (lambda: hash(H()), lambda: bool(B()), lambda: len(L(-1)), lambda: len(L("a")), lambda: bool(L(-5)), lambda: len(L(1.0)),
          lambda: [1][I()], lambda: str(S()), lambda: repr(S()), lambda: float(F()), lambda: int(F()), lambda: complex(F()), lambda: range(I()),
          lambda: len(L(10 ** 20))):
    try:
        f()
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
# expect: TypeError __hash__ method should return an integer
# expect: TypeError __bool__ should return bool, returned int
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __repr__ returned non-string (type NoneType)
# expect: TypeError F.__float__ returned non-float (type int)
# expect: TypeError __int__ returned non-int (type float)
# expect: TypeError __complex__ returned non-complex (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: OverflowError cannot fit 'int' into an index-sized integer
---
# truth by __bool__, then __len__
class A:
    def __bool__(self): return False
    def __len__(self): return 5
class B:
    def __len__(self): return 0
class C: pass
print(bool(A()), bool(B()), bool(C()), not A(), A() or "right", B() and "never" or "zero")
# expect: False False True True right zero
if C(): print("true by default")  # expect: true by default
---
# int accepts __index__ and __trunc__ order
class A:
    def __index__(self): return 8
print(int(A()), float(A()), complex(A()), bin(A()), "%d" % A(), "{:d}".format(int(A())), [0] * A() == [0] * 8, bytes(A())[:2])
# expect: 8 8.0 (8+0j) 0b1000 8 8 True b'\x00\x00'
---
# pow with three arguments and its reflection
class A:
    def __pow__(self, o, m=None): return "pow", o, m
    def __rpow__(self, o, m=None): return "rpow", o, m
print(A() ** 2, pow(A(), 2), pow(A(), 2, 3), 2 ** A(), pow(2, A()))
# expect: ('pow', 2, None) ('pow', 2, None) ('pow', 2, 3) ('rpow', 2, None) ('rpow', 2, None)
try:
    pow(2, 3, A())
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for ** or pow(): 'int', 'int', 'A'
---
# comparing by a key with functools.total_ordering by hand
class Version:
    def __init__(self, s): self.parts = tuple(map(int, s.split(".")))
    def __eq__(self, o): return self.parts == o.parts
    def __lt__(self, o): return self.parts < o.parts
    def __repr__(self): return ".".join(map(str, self.parts))
vs = [Version(s) for s in ("1.10", "1.9", "2.0", "1.9.1")]
print(sorted(vs), max(vs), min(vs), Version("1.0") > Version("0.9"))
# expect: [1.9, 1.9.1, 1.10, 2.0] 2.0 1.9 True
---
# a vector class
class Vec:
    def __init__(self, *c): self.c = c
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self.c, o.c)))
    def __mul__(self, k):
        if isinstance(k, Vec): return sum(a * b for a, b in zip(self.c, k.c))
        return Vec(*(a * k for a in self.c))
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __eq__(self, o): return isinstance(o, Vec) and self.c == o.c
    def __repr__(self): return f"Vec{self.c}"
    def __abs__(self): return sum(a * a for a in self.c) ** 0.5
a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a - b, a * 2, 2 * a, a * b, -a, abs(b), a == Vec(1, 2), a != b)
# expect: Vec(4, 6) Vec(-2, -2) Vec(2, 4) Vec(2, 4) 11 Vec(-1, -2) 5.0 True True
---
# operators on classes through the metaclass
class Meta(type):
    def __or__(cls, o): return f"{cls.__name__}|{o}"
    def __lt__(cls, o): return "meta lt"
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __len__(cls): return 3
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter("abc")
    def __call__(cls, *a): return "called", a
class C(metaclass=Meta): pass
print(C | 1, C < C, C[5], len(C), 1 in C, 2 in C, list(C), C(1, 2))
# expect: C|1 meta lt C[5] 3 True False ['a', 'b', 'c'] ('called', (1, 2))
---
# unions of classes with |
print(int | str, int | None, (int | str) == (str | int), isinstance(5, int | str), isinstance(None, int | None))
# expect: int | str int | None True True True
print((int | str).__args__, type(int | str).__name__, int | int, issubclass(bool, int | str))
# expect: (<class 'int'>, <class 'str'>) UnionType <class 'int'> True
class C: pass
print(C | int, list[int] | None)  # expect: __main__.C | int list[int] | None
try:
    int | 5
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for |: 'type' and 'int'
---
# NotImplemented has no truth value soon, but is truthy
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(bool(NotImplemented))  # expect: True
print(NotImplemented, repr(NotImplemented), type(NotImplemented).__name__)
# expect: NotImplemented NotImplemented NotImplementedType
---
# calling operator methods by hand
print((5).__add__(3), (5).__add__("x"), (5).__radd__(1), "a".__add__("b"), [1].__add__([2]), (5).__eq__(5.0), (5).__lt__("x"))
# expect: 8 NotImplemented 6 ab [1, 2] NotImplemented NotImplemented
print((5.0).__add__(1), (2).__pow__(3), (2).__rpow__(3), "x".__mul__(2), (1,).__contains__(1), {1: 2}.__getitem__(1))
# expect: 6.0 8 9 xx True 2
try:
    "a".__add__(5)
except TypeError as e:
    print(e)  # expect: can only concatenate str (not "int") to str
---
# *= of an object does not ask a sequence on the right to repeat itself, * does
class Plain: pass
class Whole(int): pass
class Times:
    def __mul__(self, other): return NotImplemented
class Taker(list):
    def __rmul__(self, other): return "taken"
class Items(list): pass
def multiply(a, b): return a * b
def multiply_in_place(a, b):
    a *= b
    return a
for left in (Plain(), Whole(2), Times(), Items([1]), 2):
    for right in ([1], "s", Taker([1]), 3):
        for operate in (multiply, multiply_in_place):
            try: print(type(left).__name__, operate(left, right))
            except TypeError as error: print(error)
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: unsupported operand type(s) for *=: 'Plain' and 'list'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: unsupported operand type(s) for *=: 'Plain' and 'str'
# expect: Plain taken
# expect: Plain taken
# expect: unsupported operand type(s) for *: 'Plain' and 'int'
# expect: unsupported operand type(s) for *=: 'Plain' and 'int'
# expect: Whole [1, 1]
# expect: unsupported operand type(s) for *=: 'Whole' and 'list'
# expect: Whole ss
# expect: unsupported operand type(s) for *=: 'Whole' and 'str'
# expect: Whole taken
# expect: Whole taken
# expect: Whole 6
# expect: Whole 6
# expect: can't multiply sequence by non-int of type 'Times'
# expect: unsupported operand type(s) for *=: 'Times' and 'list'
# expect: can't multiply sequence by non-int of type 'Times'
# expect: unsupported operand type(s) for *=: 'Times' and 'str'
# expect: Times taken
# expect: Times taken
# expect: unsupported operand type(s) for *: 'Times' and 'int'
# expect: unsupported operand type(s) for *=: 'Times' and 'int'
# expect: can't multiply sequence by non-int of type 'list'
# expect: can't multiply sequence by non-int of type 'list'
# expect: can't multiply sequence by non-int of type 'str'
# expect: can't multiply sequence by non-int of type 'str'
# expect: Items taken
# expect: Items taken
# expect: Items [1, 1, 1]
# expect: Items [1, 1, 1]
# expect: int [1, 1]
# expect: int [1, 1]
# expect: int ss
# expect: int ss
# expect: int taken
# expect: int taken
# expect: int 6
# expect: int 6
---
# where the method of one class answers NotImplemented, the message names the form in place
class One:
    def __sub__(self, other): return NotImplemented
    def __or__(self, other): return NotImplemented
    __add__ = __and__ = __sub__
def minus(a, b): a -= b
def either(a, b): a |= b
def plus(a, b): a += b
for operate in (lambda a, b: a - b, minus, lambda a, b: a | b, either, plus, lambda a, b: a & b):
    for other in (One(), 1):
        try: operate(One(), other)
        except TypeError as error: print(error)
# expect: unsupported operand type(s) for -: 'One' and 'One'
# expect: unsupported operand type(s) for -: 'One' and 'int'
# expect: unsupported operand type(s) for -=: 'One' and 'One'
# expect: unsupported operand type(s) for -=: 'One' and 'int'
# expect: unsupported operand type(s) for |: 'One' and 'One'
# expect: unsupported operand type(s) for |: 'One' and 'int'
# expect: unsupported operand type(s) for |=: 'One' and 'One'
# expect: unsupported operand type(s) for |=: 'One' and 'int'
# expect: unsupported operand type(s) for +=: 'One' and 'One'
# expect: unsupported operand type(s) for +=: 'One' and 'int'
# expect: unsupported operand type(s) for &: 'One' and 'One'
# expect: unsupported operand type(s) for &: 'One' and 'int'
---
# a method that is None cannot be called, and so ends the search for another one
class Plain:
    def __radd__(self, other): return "radd"
    def __eq__(self, other): return True
class Blocked(Plain):
    __radd__ = None
    __iadd__ = None
    __eq__ = None
    __lt__ = None
def shown(ask, *operands):
    try:
        return ask(*operands)
    except TypeError as e:
        return str(e)
print(shown(lambda a, b: a + b, 1, Plain()))  # expect: radd
print(shown(lambda a, b: a + b, 1, Blocked()))  # expect: 'NoneType' object is not callable
print(shown(lambda a, b: a + b, Plain(), Blocked()))  # expect: 'NoneType' object is not callable
def add(a, b):
    a += b
print(shown(add, Blocked(), 1))  # expect: 'NoneType' object is not callable
print(shown(lambda a, b: a == b, Plain(), Blocked()))  # expect: 'NoneType' object is not callable
print(shown(lambda a, b: a != b, Blocked(), 1))  # expect: 'NoneType' object is not callable
print(shown(lambda a, b: a < b, Blocked(), 1), shown(lambda a, b: b > a, Blocked(), 1))
# expect: 'NoneType' object is not callable 'NoneType' object is not callable
---
# __ne__ without an __eq__ decides about != alone, from either side
class Other:
    def __ne__(self, other): return "other"
class Numeric(int):
    def __ne__(self, other): return "numeric"
print(object() != Other(), Other() != object(), 1 != Other(), [1] != Other(), int != Other())
# expect: other other other other other
print(Numeric(1) != Numeric(1), 1 != Numeric(1), Numeric(1) == 1)  # expect: numeric numeric True
---
# a built-in function found as a special method gets no self
class Odd:
    __len__ = len
    __iter__ = iter
    __getitem__ = hash
    __contains__ = abs
for ask in (len, list, lambda o: o[7], lambda o: -7 in o):
    try:
        print(ask(Odd()))
    except TypeError as e:
        print(type(e).__name__)
# expect: TypeError
# expect: TypeError
# expect: 7
# expect: True
---
# methods that lead back to themselves end in RecursionError
class Text: pass
Text.__repr__ = Text.__str__
class Same: pass
Same.__eq__ = Same.__ne__
class Getter: pass
Getter.__get__ = Getter()
class Holder: it = Getter()
for ask in (lambda: str(Text()), lambda: f"{Text()!r}", lambda: Same() == 1, lambda: Same() != Same(), lambda: Holder().it):
    try:
        ask()
    except (RecursionError, TypeError) as e:
        print(type(e).__name__)
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: TypeError
---
# a special method that is None refuses the operation
class Closed:
    __bool__ = __add__ = __radd__ = __iadd__ = __eq__ = __lt__ = None
    def __len__(self): return 1
c = Closed()
for what in (bool, lambda c: not c, lambda c: 1 if c else 2, lambda c: c + 1, lambda c: 1 + c, lambda c: c == 1,
             lambda c: c < 1, lambda c: 1 > c, lambda c: c in [1], lambda c: exec("c += 1", {"c": c})):
    try:
        print("done", what(c))
    except TypeError as e:
        print(e)
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
---
# `print >>` is told how it is written now
import sys
for what in (lambda: print >> sys, lambda: print >> 1, lambda: len >> 1, lambda: print << 1):
    try: what()
    except TypeError as e: print(e)
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'module'. Did you mean "print(<message>, file=<output_stream>)"?
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'int'. Did you mean "print(<message>, file=<output_stream>)"?
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'int'
# expect: unsupported operand type(s) for <<: 'builtin_function_or_method' and 'int'
---
# a class derived from a built-in type with a != of its own
class Loud(list):
    def __ne__(self, other): return "ne"
class Heir(Loud): pass
class Word(str):
    def __ne__(self, other): return "ne"
class Number(int):
    def __ne__(self, other): return "ne"
print(Loud([1]) != [1], [1] != Loud([1]), Heir() != Loud(), Word("a") != "a", "a" != Word("a"), Number(1) != 1)
# expect: ne ne ne ne ne ne
print(Loud([1]) == [1], Word("a") == "a", Number(1) == 1, [Loud()] != [[]], (Word("a"),) != ("a",))
# expect: True True True False False
if Word("a") != "a": print("other word")  # expect: other word
---
# a sequence repeats itself by a count that refuses to multiply, but has __index__: last of all
from collections import deque
class Count:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        return self.n
    def __mul__(self, other):
        return NotImplemented
    __rmul__ = __mul__
two = Count(2)
print([1] * two, two * [1], "ab" * two, two * "ab", (1,) * two, b"x" * two, bytearray(b"y") * two, deque([3]) * two)
# expect: [1, 1] [1, 1] abab abab (1, 1) b'xx' bytearray(b'yy') deque([3, 3])
row = [0]
same = row
row *= Count(3)
print(row, same is row)  # expect: [0, 0, 0] True
class Row(list):
    pass
print(Row([1, 2]) * two, two * Row([3]))  # expect: [1, 2, 1, 2] [3, 3]
class Own(Count):
    def __rmul__(self, other):
        return "own", other
print([1] * Own(2), "a" * Own(2))  # expect: ('own', [1]) ('own', 'a')
try:
    two * 1.5
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for *: 'Count' and 'float'
class Bad(Count):
    def __index__(self):
        raise ValueError("no count")
try:
    [1] * Bad(1)
except ValueError as e:
    print(e)  # expect: no count
---
# each operator asks its methods in turn, and those that answer NotImplemented leave the next their chance
def says(name, answer):
    def method(self, other):
        print(f"{type(self).__name__}.{name}", end=" ")
        return answer
    return method

def told(left, right, both, *texts):
    for text in texts:
        try:
            print("->", eval(text, locals()), end="; ")
        except TypeError as error:
            print("->", error, end="; ")
    print("done")

no = NotImplemented

class Left:
    __add__ = says("add", no)
    __iadd__ = says("iadd", no)
    __sub__ = says("sub", 1)
    __imul__ = says("imul", no)
    __mul__ = says("mul", no)

class Right:
    __radd__ = says("radd", no)
    __rmul__ = says("rmul", "product")

class Both(Left):
    __radd__ = says("radd", "first")

operands = Left(), Right(), Both()
told(*operands, "left + right", "left - right", "left * right")
# expect: Left.add Right.radd -> unsupported operand type(s) for +: 'Left' and 'Right'; Left.sub -> 1; Left.mul Right.rmul -> product; done
told(*operands, "left + 1", "1 + right", "2.5 * right", "left + left")
# expect: Left.add -> unsupported operand type(s) for +: 'Left' and 'int'; Right.radd -> unsupported operand type(s) for +: 'int' and 'Right'; Right.rmul -> product; Left.add -> unsupported operand type(s) for +: 'Left' and 'Left'; done
told(*operands, "left + both", "both + left")
# expect: Both.radd -> first; Both.add -> unsupported operand type(s) for +: 'Both' and 'Left'; done

def in_place(left, right):
    try:
        left += right
    except TypeError as error:
        print("->", error)
        return
    print("->", left)

in_place(Left(), Both())  # expect: Left.iadd Both.radd -> first
in_place(Left(), Right())
# expect: Left.iadd Left.add Right.radd -> unsupported operand type(s) for +=: 'Left' and 'Right'
in_place([], Right())  # expect: Right.radd -> 'Right' object is not iterable
product = Left()
product *= Right()
print(product)  # expect: Left.imul Left.mul Right.rmul product
---
# and so does each comparison
def says(name, answer):
    def method(self, other):
        print(f"{type(self).__name__}.{name}", end=" ")
        return answer
    return method

def told(left, right, both, *texts):
    for text in texts:
        try:
            print("->", eval(text, locals()), end="; ")
        except TypeError as error:
            print("->", error, end="; ")
    print("done")

no = NotImplemented

class Left:
    __lt__ = says("lt", no)
    __eq__ = says("eq", no)
    __ge__ = says("ge", [])

class Right:
    __gt__ = says("gt", "greater")
    __eq__ = says("eq", 0)
    __ne__ = says("ne", no)

class Both(Left):
    __lt__ = says("lt", no)
    __gt__ = says("gt", "first")

operands = Left(), Right(), Both()
told(*operands, "left < right", "left < both", "both < left", "1 < left", "'a' < right")
# expect: Left.lt Right.gt -> greater; Both.gt -> first; Both.lt -> '<' not supported between instances of 'Both' and 'Left'; -> '<' not supported between instances of 'int' and 'Left'; Right.gt -> greater; done
told(*operands, "left == right", "right == left", "left != right", "right != left", "left != 1", "left >= right")
# expect: Left.eq Right.eq -> 0; Right.eq -> 0; Left.eq Right.ne -> True; Right.ne Left.eq -> True; Left.eq -> True; Left.ge -> []; done
told(*operands, "left in [right]", "right in (left, 1)", "[left] == [right]")
# expect: Right.eq -> False; Left.eq Right.eq Right.eq -> False; Left.eq Right.eq -> False; done
told(*operands, "type(min(left, right))", "type(max(right, left))")
# expect: -> '<' not supported between instances of 'Right' and 'Left'; -> '>' not supported between instances of 'Left' and 'Right'; done
---
# the truth of what a comparison answers is asked where it decides something
class Answer:
    def __init__(self, value):
        self.value = value
    def __bool__(self):
        print("?", end="")
        if self.value is None:
            raise LookupError("undecided")
        return self.value

class Asked:
    def __init__(self, value):
        self.value = value
    def __eq__(self, other):
        return Answer(self.value)
    __lt__ = __gt__ = __eq__

yes, no, unknown = Asked(True), Asked(False), Asked(None)
print(type(yes == no).__name__, type(no < 1).__name__, type(1 < no).__name__)  # expect: Answer Answer Answer
print(yes != 0, no != 0)  # expect: ??False True
if no == 1 or yes > 1:
    print(" taken")  # expect: ?? taken
print(type(1 < yes < 3).__name__, [0, 0].count(yes), [1, 2].index(yes), yes in {0: 1}.values(), no in (1, 2))
# expect: ???????Answer 2 0 True False
print(sorted([yes, 2], key=lambda each: each) [0] is not None)  # expect: ?True
for test in [lambda: unknown != 1, lambda: 1 if unknown < 1 else 2, lambda: unknown in [1], lambda: max(unknown, 1),
             lambda: [unknown] == [1], lambda: not unknown == 1]:
    try:
        print(test())
    except LookupError as error:
        print("", error)
# expect: ? undecided
# expect: ? undecided
# expect: ? undecided
# expect: ? undecided
# expect: ? undecided
# expect: ? undecided
---
# what multiplies itself but not a sequence is no count for one either
class Vector:
    def __mul__(self, other):
        return NotImplemented
    __rmul__ = __mul__
for code in ("Vector() * 'ab'", "'ab' * Vector()", "[1] * Vector()", "Vector() * (1,)", "Vector() * 2", "{} * Vector()"):
    try:
        eval(code)
    except TypeError as e:
        print(e)
# expect: can't multiply sequence by non-int of type 'Vector'
# expect: can't multiply sequence by non-int of type 'Vector'
# expect: can't multiply sequence by non-int of type 'Vector'
# expect: can't multiply sequence by non-int of type 'Vector'
# expect: unsupported operand type(s) for *: 'Vector' and 'int'
# expect: unsupported operand type(s) for *: 'dict' and 'Vector'
row = [1]
try:
    row *= Vector()
except TypeError as e:
    print(e, row)  # expect: can't multiply sequence by non-int of type 'Vector' [1]
