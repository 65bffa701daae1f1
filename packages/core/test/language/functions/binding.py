# missing positional arguments
def f(a, b, c): pass
def g(a, b, c, d): pass
def one(x): pass
for call in (lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(b=1), lambda: one(), lambda: g()):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: f() missing 3 required positional arguments: 'a', 'b', and 'c'
# expect: f() missing 2 required positional arguments: 'b' and 'c'
# expect: f() missing 1 required positional argument: 'c'
# expect: f() missing 2 required positional arguments: 'a' and 'c'
# expect: one() missing 1 required positional argument: 'x'
# expect: g() missing 4 required positional arguments: 'a', 'b', 'c', and 'd'
---
# too many positional arguments
def none(): pass
def one(a): pass
def default(a, b=1): pass
def kwonly(a, *, k): pass
def defk(a, *, k=1): pass
for call in (lambda: none(1), lambda: none(1, 2), lambda: one(1, 2), lambda: default(1, 2, 3), lambda: kwonly(1, 2),
             lambda: kwonly(1, 2, k=3), lambda: defk(1, 2, 3, k=4)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: none() takes 0 positional arguments but 1 was given
# expect: none() takes 0 positional arguments but 2 were given
# expect: one() takes 1 positional argument but 2 were given
# expect: default() takes from 1 to 2 positional arguments but 3 were given
# expect: kwonly() takes 1 positional argument but 2 were given
# expect: kwonly() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
# expect: defk() takes 1 positional argument but 3 positional arguments (and 1 keyword-only argument) were given
---
# unexpected and repeated keyword arguments
def f(a, b=1): pass
def none(): pass
for call in (lambda: f(1, c=2), lambda: f(1, a=2), lambda: f(1, 2, b=3), lambda: none(x=1), lambda: f(c=1, d=2),
             lambda: f(1, **{"a": 2}), lambda: f(**{"z": 1})):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: f() got an unexpected keyword argument 'c'
# expect: f() got multiple values for argument 'a'
# expect: f() got multiple values for argument 'b'
# expect: none() got an unexpected keyword argument 'x'
# expect: f() got an unexpected keyword argument 'c'
# expect: f() got multiple values for argument 'a'
# expect: f() got an unexpected keyword argument 'z'
---
# missing keyword-only arguments
def f(*, a): pass
def g(*, a, b): pass
def h(x, *, a, b, c): pass
for call in (lambda: f(), lambda: g(), lambda: g(a=1), lambda: h(1), lambda: h(), lambda: h(1, b=2)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: f() missing 1 required keyword-only argument: 'a'
# expect: g() missing 2 required keyword-only arguments: 'a' and 'b'
# expect: g() missing 1 required keyword-only argument: 'b'
# expect: h() missing 3 required keyword-only arguments: 'a', 'b', and 'c'
# expect: h() missing 1 required positional argument: 'x'
# expect: h() missing 2 required keyword-only arguments: 'a' and 'c'
---
# positional-only arguments given by keyword
def f(a, b, /, c): pass
def g(a, /, **kw): return a, kw
def h(a=1, /): return a
for call in (lambda: f(a=1, b=2, c=3), lambda: f(1, b=2, c=3), lambda: h(a=1), lambda: g(a=2)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: f() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
# expect: h() got some positional-only arguments passed as keyword arguments: 'a'
# expect: g() missing 1 required positional argument: 'a'
print(g(1, a=2))  # expect: (1, {'a': 2})
---
# misspelt keywords get a suggestion
def paint(colour, width=1): pass
for call in (lambda: paint(1, widht=2), lambda: paint(color=1), lambda: paint(1, zzz=1)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: paint() got an unexpected keyword argument 'widht'. Did you mean 'width'?
# expect: paint() got an unexpected keyword argument 'color'. Did you mean 'colour'?
# expect: paint() got an unexpected keyword argument 'zzz'
---
# methods count self
class C:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def noself(): pass
for call in (lambda: C().m(), lambda: C().m(1, 2), lambda: C.m(), lambda: C.c(), lambda: C.s(), lambda: C().noself(),
             lambda: C.c(1, 2), lambda: C().m(1, b=2)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: C.m() missing 1 required positional argument: 'a'
# expect: C.m() takes 2 positional arguments but 3 were given
# expect: C.m() missing 2 required positional arguments: 'self' and 'a'
# expect: C.c() missing 1 required positional argument: 'a'
# expect: C.s() missing 1 required positional argument: 'a'
# expect: C.noself() takes 0 positional arguments but 1 was given
# expect: C.c() takes 2 positional arguments but 3 were given
# expect: C.m() got an unexpected keyword argument 'b'
---
# constructors report __init__
class A:
    def __init__(self, x): pass
class B: pass
class N:
    def __new__(cls, x): return object.__new__(cls)
for call in (lambda: A(), lambda: A(1, 2), lambda: B(1), lambda: B(x=1), lambda: N(), lambda: object(1), lambda: A(y=1)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: A.__init__() missing 1 required positional argument: 'x'
# expect: A.__init__() takes 2 positional arguments but 3 were given
# expect: B() takes no arguments
# expect: B() takes no arguments
# expect: N.__new__() missing 1 required positional argument: 'x'
# expect: object() takes no arguments
# expect: A.__init__() got an unexpected keyword argument 'y'
---
# qualified names in messages
class Outer:
    class Inner:
        def method(self, a): pass
def make():
    def nested(a): pass
    return nested
for call in (lambda: Outer.Inner().method(), lambda: make()(), lambda: (lambda x: x)()):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: Outer.Inner.method() missing 1 required positional argument: 'a'
# expect: make.<locals>.nested() missing 1 required positional argument: 'a'
# expect: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'x'
---
# duplicates between ** and keywords
def f(**kw): return kw
for call in (lambda: f(a=1, **{"a": 2}), lambda: f(**{"a": 1}, **{"a": 2}), lambda: f(**{1: 2}), lambda: f(**[1]),
             lambda: f(*1), lambda: f(**None), lambda: print(*5), lambda: f(**{None: 1})):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: __main__.f() got multiple values for keyword argument 'a'
# expect: __main__.f() got multiple values for keyword argument 'a'
# expect: keywords must be strings
# expect: __main__.f() argument after ** must be a mapping, not list
# expect: __main__.f() argument after * must be an iterable, not int
# expect: __main__.f() argument after ** must be a mapping, not NoneType
# expect: print() argument after * must be an iterable, not int
# expect: keywords must be strings
---
# calling what is not callable
class C: pass
for x in (5, "s", None, [], C(), 1.5, (), {}):
    try:
        x()
    except TypeError as e:
        print(e)
# expect: 'int' object is not callable
# expect: 'str' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'list' object is not callable
# expect: 'C' object is not callable
# expect: 'float' object is not callable
# expect: 'tuple' object is not callable
# expect: 'dict' object is not callable
---
# built-in functions check their arguments
for call in (lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: abs(), lambda: isinstance(1), lambda: ord("ab"),
             lambda: "a".upper(1), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: "".join(),
             lambda: [].sort(1), lambda: callable(), lambda: "x".split(1)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: len() takes exactly one argument (0 given)
# expect: len() takes exactly one argument (2 given)
# expect: len() takes no keyword arguments
# expect: abs() takes exactly one argument (0 given)
# expect: isinstance expected 2 arguments, got 1
# expect: ord() expected a character, but string of length 2 found
# expect: str.upper() takes no arguments (1 given)
# expect: list.append() takes exactly one argument (0 given)
# expect: list.append() takes exactly one argument (2 given)
# expect: get expected at least 1 argument, got 0
# expect: str.join() takes exactly one argument (0 given)
# expect: sort() takes no positional arguments
# expect: callable() takes exactly one argument (0 given)
# expect: must be str or None, not int
---
# *args is a tuple, **kw a fresh dict in call order
def f(*args, **kw):
    kw["added"] = 1
    return type(args).__name__, args, kw
d = {"z": 1, "a": 2}
print(f(1, 2, **d))  # expect: ('tuple', (1, 2), {'z': 1, 'a': 2, 'added': 1})
print(d)  # expect: {'z': 1, 'a': 2}
print(f(*[]), f(**{}))  # expect: ('tuple', (), {'added': 1}) ('tuple', (), {'added': 1})
---
# an argument may be any iterable or mapping
class Map:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
def f(*args, **kw): return args, kw
print(f(*"ab", *range(2), *{3: 4}, **Map()))  # expect: (('a', 'b', 0, 1, 3), {'a': 'aa', 'b': 'bb'})
print(f(*(x for x in "xy")))  # expect: (('x', 'y'), {})
---
# errors while unpacking arguments come through
def gen():
    yield 1
    raise ValueError("from gen")
def f(*a, **k): return a
try:
    f(*gen())
except ValueError as e:
    print(e)  # expect: from gen
class Bad:
    def keys(self): return ["k"]
    def __getitem__(self, k): raise OSError("inner")
try:
    f(**Bad())
except OSError as e:
    print(repr(e))  # expect: OSError('inner')
---
# keyword names need not be identifiers
def f(**kw): return kw
print(f(**{"a b": 1, "": 2, "class": 3}))  # expect: {'a b': 1, '': 2, 'class': 3}
---
# parameters are locals
def f(a, *b, c=1, **d):
    a += 1
    b += (9,)
    c = a
    return sorted(locals().items())
print(f(1, 2, x=3))  # expect: [('a', 2), ('b', (2, 9)), ('c', 2), ('d', {'x': 3})]
---
# a mutable argument is shared, a rebound one is not
def f(xs, n):
    xs.append(1)
    n += 1
    xs = [99]
    return xs, n
data, k = [0], 1
print(f(data, k), data, k)  # expect: ([99], 2) [0, 1] 1
---
# default values see the enclosing scope at definition
def make():
    x = 1
    def f(a=x, *, b=x * 10): return a, b
    x = 2
    return f
print(make()())  # expect: (1, 10)
---
# __defaults__ and __kwdefaults__ may be changed
def f(a, b=2, *, c=3): return a, b, c
print(f.__defaults__, f.__kwdefaults__)  # expect: (2,) {'c': 3}
f.__defaults__ = (10, 20)
f.__kwdefaults__ = {"c": 30}
print(f(), f(1))  # expect: (10, 20, 30) (1, 20, 30)
f.__defaults__ = None
f.__kwdefaults__ = None
try:
    f(1)
except TypeError as e:
    print(e)  # expect: f() missing 1 required positional argument: 'b'
try:
    f(1, 2)
except TypeError as e:
    print(e)  # expect: f() missing 1 required keyword-only argument: 'c'
---
# calls with keywords: of functions, methods, classes, with defaults, in any order, and refused
def f(a, b=2, /, c=3, *, d=4, e): return a, b, c, d, e
class P:
    def __init__(self, x, y=0, *, z=5): self.t = x, y, z
    def m(self, a, *, k=1): return self.t, a, k
class Q(P): pass
class R:
    def __new__(cls, *args, **kw): return args, sorted(kw)
calls = [lambda: f(1, e=0), lambda: f(1, 9, e=5, c=7), lambda: f(1, d=1, e=2, c=3), lambda: P(x=1).t, lambda: P(1, z=2, y=3).t,
         lambda: Q(z=9, x=8).t, lambda: P(1).m(a=2), lambda: P(1).m(2, k=3), lambda: R(a=1, b=2), lambda: P.m(P(0), a=1),
         lambda: f(1), lambda: f(b=1, e=2), lambda: f(1, 2, 3, 4, e=1), lambda: f(1, e=1, q=2), lambda: f(1, 2, 3, c=4, e=1),
         lambda: P(), lambda: P(y=1), lambda: P(1, x=1), lambda: P(1).m(k=1), lambda: P(1).m(1, self=2), lambda: P(1, 2, z=3, w=4)]
for _ in range(2):
    for call in calls:
        try: print(call())
        except TypeError as error: print(error)
# expect: (1, 2, 3, 4, 0)
# expect: (1, 9, 7, 4, 5)
# expect: (1, 2, 3, 1, 2)
# expect: (1, 0, 5)
# expect: (1, 3, 2)
# expect: (8, 0, 9)
# expect: ((1, 0, 5), 2, 1)
# expect: ((1, 0, 5), 2, 3)
# expect: ((), ['a', 'b'])
# expect: ((0, 0, 5), 1, 1)
# expect: f() missing 1 required keyword-only argument: 'e'
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
# expect: f() takes from 1 to 3 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# expect: f() got an unexpected keyword argument 'q'
# expect: f() got multiple values for argument 'c'
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: P.__init__() got multiple values for argument 'x'
# expect: P.m() missing 1 required positional argument: 'a'
# expect: P.m() got multiple values for argument 'self'
# expect: P.__init__() got an unexpected keyword argument 'w'
# expect: (1, 2, 3, 4, 0)
# expect: (1, 9, 7, 4, 5)
# expect: (1, 2, 3, 1, 2)
# expect: (1, 0, 5)
# expect: (1, 3, 2)
# expect: (8, 0, 9)
# expect: ((1, 0, 5), 2, 1)
# expect: ((1, 0, 5), 2, 3)
# expect: ((), ['a', 'b'])
# expect: ((0, 0, 5), 1, 1)
# expect: f() missing 1 required keyword-only argument: 'e'
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
# expect: f() takes from 1 to 3 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# expect: f() got an unexpected keyword argument 'q'
# expect: f() got multiple values for argument 'c'
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: P.__init__() got multiple values for argument 'x'
# expect: P.m() missing 1 required positional argument: 'a'
# expect: P.m() got multiple values for argument 'self'
# expect: P.__init__() got an unexpected keyword argument 'w'
---
# an object whose __init__, called with keywords, fails or answers something leaves the name as it was
class Bad:
    def __init__(self, how):
        if how: raise ValueError(how)
class Worse:
    def __init__(self, how): return how
bad = worse = "as it was"
try: bad = Bad(how="why")
except ValueError as error: print(bad, error)  # expect: as it was why
try: worse = Worse(how=1)
except TypeError as error: print(worse, error)  # expect: as it was __init__() should return None, not 'int'
bad, worse = Bad(how=""), Worse(how=None)
print(type(bad).__name__, type(worse).__name__)  # expect: Bad Worse
---
# positional-only parameters that were named are told of before names that are unknown
def f(a, b, /, c=0): return a, b, c
def g(a, /, **more): return a, more
for call in (lambda: f(b=1, a=2), lambda: f(1, b=2, q=3), lambda: f(q=3, b=1), lambda: f(1, 2, q=3), lambda: f(1, b=2, c=3),
             lambda: g(1, a=2), lambda: g(a=2)):
    try: print(call())
    except TypeError as error: print(error)
# expect: f() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
# expect: f() got an unexpected keyword argument 'q'
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
# expect: (1, {'a': 2})
# expect: g() missing 1 required positional argument: 'a'
---
# a native function counts all its arguments, named ones too, before it looks at names
calls = [
    lambda: "a b".split(sep=" ", maxsplit=1, limit=2),
    lambda: "a b".split(" ", 1, sep=" "),
    lambda: "a b".split(" ", limit=2),
    lambda: "a".expandtabs(4, tabsize=4),
    lambda: "a".expandtabs(tabsize=4, size=4),
    lambda: int("1", base=10, sign=1),
    lambda: int("1", 10, base=10),
    lambda: sum([1], start=2, end=3),
    lambda: complex(1, 2, imag=3),
    lambda: bytes("a", "ascii", errors="strict", more=1),
    lambda: [].sort(key=None, reverse=False, stable=True),
    lambda: enumerate([], 1, start=2),
    lambda: str(b"a", "ascii", "strict", 1),
]
for each in calls:
    try: print("done", each())
    except TypeError as e: print(e)
# expect: split() takes at most 2 keyword arguments (3 given)
# expect: split() takes at most 2 arguments (3 given)
# expect: split() got an unexpected keyword argument 'limit'
# expect: expandtabs() takes at most 1 argument (2 given)
# expect: expandtabs() takes at most 1 keyword argument (2 given)
# expect: int() takes at most 2 arguments (3 given)
# expect: int() takes at most 2 arguments (3 given)
# expect: sum() takes at most 2 arguments (3 given)
# expect: complex() takes at most 2 arguments (3 given)
# expect: bytes() takes at most 3 arguments (4 given)
# expect: sort() takes at most 2 keyword arguments (3 given)
# expect: enumerate() takes at most 2 arguments (3 given)
# expect: str expected at most 3 arguments, got 4
---
# a class that is called wrongly is named in full, and refuses keywords before it counts
class Box:
    def __init__(self, **parts): pass
for make in (lambda: Box(a=1, **{"a": 2}), lambda: Box(**[1]), lambda: dict(*1), lambda: len(1, 2, x=3), lambda: list(1, 2, x=3)):
    try:
        make()
    except TypeError as e:
        print(e)
# expect: __main__.Box() got multiple values for keyword argument 'a'
# expect: __main__.Box() argument after ** must be a mapping, not list
# expect: dict() argument after * must be an iterable, not int
# expect: len() takes no keyword arguments
# expect: list() takes no keyword arguments
---
# a function made of its parts
import types
def f(a, b=1, *, c): return a, b, c
g = types.FunctionType(f.__code__, globals(), "g", (7,), None, {"c": 9})
print(g(1), g.__name__, g.__kwdefaults__)  # expect: (1, 7, 9) g {'c': 9}
---
# what classes derived from built-in types say of a wrong number of arguments
def told(make, *args, **named):
    try:
        return make(*args, **named)
    except TypeError as e:
        return e
for base in (int, float, complex, str, list, dict, tuple, set, frozenset, object):
    class Heir(base): pass
    class Begun(base):
        def __init__(self, one): pass
    class Made(base):
        def __new__(cls, one): return base.__new__(cls)
    class Passing(base):
        def __new__(cls, *args, **named): return super().__new__(cls, *args, **named)
    for cls in (base, Heir, Begun, Made, Passing):
        print(cls.__name__, told(cls, 1, 2, 3, 4), "|", told(cls, other=1), "|", told(cls, 1, other=2))
    print(told(base.__new__), "|", told(base.__new__, 1), "|", told(base.__new__, type, 1))
# expect: int int expected at most 2 arguments, got 4 | int() got an unexpected keyword argument 'other' | int() got an unexpected keyword argument 'other'
# expect: Heir int() takes at most 2 arguments (4 given) | int() got an unexpected keyword argument 'other' | int() got an unexpected keyword argument 'other'
# expect: Begun int() takes at most 2 arguments (4 given) | int() got an unexpected keyword argument 'other' | int() got an unexpected keyword argument 'other'
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing int() takes at most 2 arguments (4 given) | int() got an unexpected keyword argument 'other' | int() got an unexpected keyword argument 'other'
# expect: int.__new__(): not enough arguments | int.__new__(X): X is not a type object (int) | int.__new__(type): type is not a subtype of int
# expect: float float expected at most 1 argument, got 4 | float() takes no keyword arguments | float() takes no keyword arguments
# expect: Heir float expected at most 1 argument, got 4 | float() takes no keyword arguments | float() takes no keyword arguments
# expect: Begun float expected at most 1 argument, got 4 | Begun.__init__() got an unexpected keyword argument 'other' | Begun.__init__() got an unexpected keyword argument 'other'
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing float expected at most 1 argument, got 4 | float() takes no keyword arguments | float() takes no keyword arguments
# expect: float.__new__(): not enough arguments | float.__new__(X): X is not a type object (int) | float.__new__(type): type is not a subtype of float
# expect: complex complex() takes at most 2 arguments (4 given) | complex() got an unexpected keyword argument 'other' | complex() got an unexpected keyword argument 'other'
# expect: Heir complex() takes at most 2 arguments (4 given) | complex() got an unexpected keyword argument 'other' | complex() got an unexpected keyword argument 'other'
# expect: Begun complex() takes at most 2 arguments (4 given) | complex() got an unexpected keyword argument 'other' | complex() got an unexpected keyword argument 'other'
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing complex() takes at most 2 arguments (4 given) | complex() got an unexpected keyword argument 'other' | complex() got an unexpected keyword argument 'other'
# expect: complex.__new__(): not enough arguments | complex.__new__(X): X is not a type object (int) | complex.__new__(type): type is not a subtype of complex
# expect: str str expected at most 3 arguments, got 4 | str() got an unexpected keyword argument 'other' | str() got an unexpected keyword argument 'other'
# expect: Heir str() takes at most 3 arguments (4 given) | str() got an unexpected keyword argument 'other' | str() got an unexpected keyword argument 'other'
# expect: Begun str() takes at most 3 arguments (4 given) | str() got an unexpected keyword argument 'other' | str() got an unexpected keyword argument 'other'
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing str() takes at most 3 arguments (4 given) | str() got an unexpected keyword argument 'other' | str() got an unexpected keyword argument 'other'
# expect: str.__new__(): not enough arguments | str.__new__(X): X is not a type object (int) | str.__new__(type): type is not a subtype of str
# expect: list list expected at most 1 argument, got 4 | list() takes no keyword arguments | list() takes no keyword arguments
# expect: Heir list expected at most 1 argument, got 4 | list() takes no keyword arguments | list() takes no keyword arguments
# expect: Begun Begun.__init__() takes 2 positional arguments but 5 were given | Begun.__init__() got an unexpected keyword argument 'other' | Begun.__init__() got an unexpected keyword argument 'other'
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing list expected at most 1 argument, got 4 | [] | 'int' object is not iterable
# expect: list.__new__(): not enough arguments | list.__new__(X): X is not a type object (int) | list.__new__(type): type is not a subtype of list
# expect: dict dict expected at most 1 argument, got 4 | {'other': 1} | 'int' object is not iterable
# expect: Heir dict expected at most 1 argument, got 4 | {'other': 1} | 'int' object is not iterable
# expect: Begun Begun.__init__() takes 2 positional arguments but 5 were given | Begun.__init__() got an unexpected keyword argument 'other' | Begun.__init__() got an unexpected keyword argument 'other'
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing dict expected at most 1 argument, got 4 | {'other': 1} | 'int' object is not iterable
# expect: dict.__new__(): not enough arguments | dict.__new__(X): X is not a type object (int) | dict.__new__(type): type is not a subtype of dict
# expect: tuple tuple expected at most 1 argument, got 4 | tuple() takes no keyword arguments | tuple() takes no keyword arguments
# expect: Heir tuple expected at most 1 argument, got 4 | tuple() takes no keyword arguments | tuple() takes no keyword arguments
# expect: Begun tuple expected at most 1 argument, got 4 | Begun.__init__() got an unexpected keyword argument 'other' | 'int' object is not iterable
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing tuple expected at most 1 argument, got 4 | tuple() takes no keyword arguments | tuple() takes no keyword arguments
# expect: tuple.__new__(): not enough arguments | tuple.__new__(X): X is not a type object (int) | tuple.__new__(type): type is not a subtype of tuple
# expect: set set expected at most 1 argument, got 4 | set() takes no keyword arguments | set() takes no keyword arguments
# expect: Heir Heir expected at most 1 argument, got 4 | set() takes no keyword arguments | set() takes no keyword arguments
# expect: Begun Begun.__init__() takes 2 positional arguments but 5 were given | Begun.__init__() got an unexpected keyword argument 'other' | Begun.__init__() got an unexpected keyword argument 'other'
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing Passing expected at most 1 argument, got 4 | set() takes no keyword arguments | set() takes no keyword arguments
# expect: set.__new__(): not enough arguments | set.__new__(X): X is not a type object (int) | set.__new__(type): type is not a subtype of set
# expect: frozenset frozenset expected at most 1 argument, got 4 | frozenset() takes no keyword arguments | frozenset() takes no keyword arguments
# expect: Heir Heir expected at most 1 argument, got 4 | frozenset() takes no keyword arguments | frozenset() takes no keyword arguments
# expect: Begun Begun expected at most 1 argument, got 4 | Begun.__init__() got an unexpected keyword argument 'other' | 'int' object is not iterable
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing Passing expected at most 1 argument, got 4 | frozenset() takes no keyword arguments | frozenset() takes no keyword arguments
# expect: frozenset.__new__(): not enough arguments | frozenset.__new__(X): X is not a type object (int) | frozenset.__new__(type): type is not a subtype of frozenset
# expect: object object() takes no arguments | object() takes no arguments | object() takes no arguments
# expect: Heir Heir() takes no arguments | Heir() takes no arguments | Heir() takes no arguments
# expect: Begun Begun.__init__() takes 2 positional arguments but 5 were given | Begun.__init__() got an unexpected keyword argument 'other' | Begun.__init__() got an unexpected keyword argument 'other'
# expect: Made Made.__new__() takes 2 positional arguments but 5 were given | Made.__new__() got an unexpected keyword argument 'other' | Made.__new__() got an unexpected keyword argument 'other'
# expect: Passing object.__new__() takes exactly one argument (the type to instantiate) | object.__new__() takes exactly one argument (the type to instantiate) | object.__new__() takes exactly one argument (the type to instantiate)
# expect: object.__new__(): not enough arguments | object.__new__(X): X is not a type object (int) | object.__new__(type) is not safe, use type.__new__()
---
# arguments are counted before they are looked at, and what is missing is told before what is unknown
import math, itertools, heapq, bisect
for code in ("memoryview(b'', 1)", "memoryview(other=1)", "math.nextafter(1)", "math.nextafter(1, 2, 3)", "math.nextafter(1, 2, 3, 4)", "math.prod()", "math.prod([], 1)", "math.isclose(1, 2, 3, 4, 5)", "itertools.combinations([], 2, 3)", "itertools.accumulate([], None, 1, 2)", "itertools.cycle(other=1)", "itertools.pairwise([], [], other=1)", "(5).__pow__()", "(5).__add__(other=1)", "type(1, other=2)", "zip(iterable=[])", "heapq.heapify(None)", "format(1, None)", "issubclass(1, 2)", "enumerate()", "enumerate([], other=1)"):
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, "->", e)
# expect: memoryview(b'', 1) -> memoryview() takes at most 1 argument (2 given)
# expect: memoryview(other=1) -> memoryview() missing required argument 'object' (pos 1)
# expect: math.nextafter(1) -> nextafter() takes exactly 2 positional arguments (1 given)
# expect: math.nextafter(1, 2, 3) -> nextafter() takes exactly 2 positional arguments (3 given)
# expect: math.nextafter(1, 2, 3, 4) -> nextafter() takes at most 3 arguments (4 given)
# expect: math.prod() -> prod() takes exactly 1 positional argument (0 given)
# expect: math.prod([], 1) -> prod() takes exactly 1 positional argument (2 given)
# expect: math.isclose(1, 2, 3, 4, 5) -> isclose() takes at most 4 arguments (5 given)
# expect: itertools.combinations([], 2, 3) -> combinations() takes at most 2 arguments (3 given)
# expect: itertools.accumulate([], None, 1, 2) -> accumulate() takes at most 3 arguments (4 given)
# expect: itertools.cycle(other=1) -> cycle() takes no keyword arguments
# expect: itertools.pairwise([], [], other=1) -> pairwise() takes no keyword arguments
# expect: (5).__pow__() ->  expected at least 1 argument, got 0
# expect: (5).__add__(other=1) -> wrapper __add__() takes no keyword arguments
# expect: type(1, other=2) -> type() takes no keyword arguments
# expect: zip(iterable=[]) -> zip() got an unexpected keyword argument 'iterable'
# expect: heapq.heapify(None) -> heapify() argument must be list, not None
# expect: format(1, None) -> format() argument 2 must be str, not None
# expect: issubclass(1, 2) -> issubclass() arg 1 must be a class
# expect: enumerate() -> enumerate() missing required argument 'iterable'
# expect: enumerate([], other=1) -> 'other' is an invalid keyword argument for enumerate()
---
# Arguments given by name, in a sequence or in a mapping, to every kind of parameter.
def all_kinds(a, /, b, *rest, c=3, d, **more):
    return a, b, rest, c, d, more


def forward(*args, **named):
    return all_kinds(*args, **named)


for _ in range(3):
    print(forward(1, 2, d=4), forward(1, 2, 5, 6, d=4, c=0, e=1), forward(1, b=2, d=4, a=9))
    print(all_kinds(1, d=2, b=3), all_kinds(*"xy", *"z", **{"d": 1}, e=2))
# expect: (1, 2, (), 3, 4, {}) (1, 2, (5, 6), 0, 4, {'e': 1}) (1, 2, (), 3, 4, {'a': 9})
# expect: (1, 3, (), 3, 2, {}) ('x', 'y', ('z',), 3, 1, {'e': 2})
# expect: (1, 2, (), 3, 4, {}) (1, 2, (5, 6), 0, 4, {'e': 1}) (1, 2, (), 3, 4, {'a': 9})
# expect: (1, 3, (), 3, 2, {}) ('x', 'y', ('z',), 3, 1, {'e': 2})
# expect: (1, 2, (), 3, 4, {}) (1, 2, (5, 6), 0, 4, {'e': 1}) (1, 2, (), 3, 4, {'a': 9})
# expect: (1, 3, (), 3, 2, {}) ('x', 'y', ('z',), 3, 1, {'e': 2})


class Bound:
    def method(self, a, b=2, **more):
        return a, b, more

    def __init__(self, *args, **named):
        self.made = args, named


bound = Bound(1, 2, x=3)
print(bound.made, bound.method(1, c=3), bound.method(*[1], **{"b": 5}), Bound.method(bound, a=7))
# expect: ((1, 2), {'x': 3}) (1, 2, {'c': 3}) (1, 5, {}) (7, 2, {})
calls = [
    lambda: forward(1, d=2),
    lambda: forward(1, 2),
    lambda: forward(d=1, b=2, a=3),
    lambda: forward(1, 2, b=3, d=4),
    lambda: bound.method(1, a=2),
    lambda: bound.method(1, self=2),
    lambda: bound.method(),
    lambda: (lambda a, /: a)(a=1),
    lambda: (lambda a, b: a)(1, **{"c": 2}),
    lambda: (lambda a: a)(*[1, 2]),
    lambda: (lambda **k: k)(**{1: 2}),
    lambda: forward(*[1, 2], **{"d": 1}, **{"d": 2}),
    lambda: forward(*5),
    lambda: forward(**[1]),
    lambda: bound(**{1: 2}),
    lambda: bound(*[1], **{}),
]
for call in calls:
    try:
        print(call())
    except TypeError as error:
        print(str(error).partition(" at 0x")[0])
# expect: all_kinds() missing 1 required positional argument: 'b'
# expect: all_kinds() missing 1 required keyword-only argument: 'd'
# expect: all_kinds() missing 1 required positional argument: 'a'
# expect: all_kinds() got multiple values for argument 'b'
# expect: Bound.method() got multiple values for argument 'a'
# expect: Bound.method() got multiple values for argument 'self'
# expect: Bound.method() missing 1 required positional argument: 'a'
# expect: <lambda>.<locals>.<lambda>() got some positional-only arguments passed as keyword arguments: 'a'
# expect: <lambda>.<locals>.<lambda>() got an unexpected keyword argument 'c'
# expect: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
# expect: keywords must be strings
# expect: __main__.forward() got multiple values for keyword argument 'd'
# expect: __main__.forward() argument after * must be an iterable, not int
# expect: __main__.forward() argument after ** must be a mapping, not list
# expect: 'Bound' object is not callable
# expect: 'Bound' object is not callable
---
# which of several wrong arguments is told first: how many names, what cannot be gone through, a name twice, no text
def named(**names): pass
class Bare: pass
for attempt in (
    lambda: zip(a=1, b=2),
    lambda: zip([], strict=True, b=3),
    lambda: max(3, key=None, b=2, default=3),
    lambda: min(3, a=1),
    lambda: sorted(1, zz=2),
    lambda: sorted([2, 1], zz=2),
    lambda: sorted([2, 1], key=None, reverse=True, zz=2),
    lambda: print(a=1, b=2, c=3, d=4, e=5),
    lambda: named(**{1: 2}, **{1: 5}),
    lambda: named(**{1: 2}, **{3: 5}),
    lambda: Bare(**{1: 2}),
    lambda: object(**{1: 2}),
):
    try:
        attempt()
    except TypeError as error:
        print(error)
# expect: zip() takes at most 1 keyword argument (2 given)
# expect: zip() takes at most 1 keyword argument (2 given)
# expect: max() takes at most 2 keyword arguments (3 given)
# expect: min() got an unexpected keyword argument 'a'
# expect: 'int' object is not iterable
# expect: sort() got an unexpected keyword argument 'zz'
# expect: sort() takes at most 2 keyword arguments (3 given)
# expect: print() got an unexpected keyword argument 'a'
# expect: __main__.named() got multiple values for keyword argument '1'
# expect: keywords must be strings
# expect: Bare() takes no arguments
# expect: object() takes no arguments
