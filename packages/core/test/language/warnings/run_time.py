# ~ on a bool, and NotImplemented as a truth
import warnings
warnings.simplefilter("always")
def told(f):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        print(f(), [f"{w.category.__name__}: {w.message}"[:60] for w in log])
yes, unclear = True, NotImplemented
told(lambda: ~yes)  # expect: -2 ["DeprecationWarning: Bitwise inversion '~' on bool is depreca"]
told(lambda: [~b for b in (True, False)])
# expect: [-2, -1] ["DeprecationWarning: Bitwise inversion '~' on bool is depreca", "DeprecationWarning: Bitwise inversion '~' on bool is depreca"]
told(lambda: bool(unclear))  # expect: True ['DeprecationWarning: NotImplemented should not be used in a b']
told(lambda: 1 if unclear else 2)
# expect: 1 ['DeprecationWarning: NotImplemented should not be used in a b']
told(lambda: not unclear)  # expect: False ['DeprecationWarning: NotImplemented should not be used in a b']
told(lambda: unclear and 3)  # expect: 3 ['DeprecationWarning: NotImplemented should not be used in a b']
told(lambda: any([unclear]))  # expect: True ['DeprecationWarning: NotImplemented should not be used in a b']
told(lambda: ~int(yes))  # expect: -2 []
---
# a warning that is an error
import warnings
warnings.simplefilter("error")
def invert(b): return ~b
try:
    invert(True)
except DeprecationWarning as e:
    print(str(e)[:46], e.__traceback__.tb_next.tb_lineno)
# expect: Bitwise inversion '~' on bool is deprecated an 4
try:
    if NotImplemented:
        print("no")
except DeprecationWarning as e:
    print(repr(e))  # expect: DeprecationWarning('NotImplemented should not be used in a boolean context')
---
# throw with a class and a value
import warnings
def g():
    while True:
        try:
            yield 1
        except Exception as e:
            print("got", repr(e))
async def ag():
    try:
        yield 1
    except Exception as e:
        print("got", repr(e))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    x = g()
    next(x)
    x.throw(ValueError("a"))  # expect: got ValueError('a')
    x.throw(ValueError)  # expect: got ValueError()
    x.throw(ValueError, "b")  # expect: got ValueError('b')
    x.throw(ValueError, None, None)  # expect: got ValueError()
    a = ag()
    try:
        a.asend(None).send(None)
    except StopIteration:
        pass
    try:
        a.athrow(ValueError, "x").send(None)  # expect: got ValueError('x')
    except StopAsyncIteration:
        pass
for w in log:
    print(w.lineno, w.message)
# expect: 20 the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.
# expect: 21 the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.
# expect: 28 the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.
---
# conversions that answer an instance of a subclass, and int() by __trunc__
import warnings
class I(int): pass
class F(float): pass
class C(complex): pass
class N:
    def __index__(self): return I(3)
    def __int__(self): return I(4)
    def __float__(self): return F(2.5)
    def __complex__(self): return C(1)
class T:
    def __init__(self, v): self.v = v
    def __trunc__(self): return self.v
for f in (lambda: int(N()), lambda: [1, 2, 3, 4][N()], lambda: float(N()), lambda: complex(N()), lambda: hex(N()), lambda: int(T(3)), lambda: int(T(N())), lambda: int(T(2.5))):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        try:
            result = f()
            print(type(result).__name__, result, *[w.message for w in log])
        except TypeError as e:
            print(e, *[w.message for w in log])
# expect: int 4 __int__ returned non-int (type I).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: int 4 __index__ returned non-int (type I).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: float 2.5 N.__float__ returned non-float (type F).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.
# expect: complex (1+0j) __complex__ returned non-complex (type C).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.
# expect: str 0x3 __index__ returned non-int (type I).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: int 3 The delegation of int() to __trunc__ is deprecated.
# expect: int 3 The delegation of int() to __trunc__ is deprecated. __index__ returned non-int (type I).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: __trunc__ returned non-Integral (type float) The delegation of int() to __trunc__ is deprecated.
---
# a `__complex__` that answers itself, an heir of complex
import warnings
class Own(complex):
    def __complex__(self): return self
class Heir(complex): pass
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(complex(Own(2j)), complex(Heir(1)), complex(1, Heir(1)), complex(3j), len(caught))
# expect: 2j (1+0j) (1+1j) 3j 1
print(caught[0].category.__name__, caught[0].message)
# expect: DeprecationWarning __complex__ returned non-complex (type Own).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.
---
# what warn and warn_explicit cannot take
import warnings

for wrong in (
    lambda: warnings.warn_explicit("m", UserWarning, "f.py", 1, module_globals=[]),
    lambda: warnings.warn_explicit("m", UserWarning, "f.py", 1, registry=()),
    lambda: warnings.warn_explicit("m", UserWarning, 5, 1),
    lambda: warnings.warn("m", skip_file_prefixes=("lib", 4)),
):
    try:
        wrong()
    except TypeError as error:
        print(error)
# expect: module_globals must be a dict, not 'list'
# expect: 'registry' must be a dict or None
# expect: warn_explicit() argument 'filename' must be str, not int
# expect: Found non-str 'int' in skip_file_prefixes.
---
# a class whose namespace has a key that is no text
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(type("Made", (), {1: 2, "a": 3}).a)  # expect: 3
    class Stated: locals()[None] = 0
for each in caught: print(each.category.__name__, each.message, each.lineno)
# expect: RuntimeWarning non-string key in the __dict__ of class Made 5
# expect: RuntimeWarning non-string key in the __dict__ of class Stated 6
