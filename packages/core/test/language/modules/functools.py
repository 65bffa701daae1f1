# partial
from functools import partial
def f(*args, **kw): return args, kw
p = partial(f, 1, 2, k="v")
print(p(3, z=1), p(k="over"), p.func is f, p.args, p.keywords, partial(p, 9)(0), partial(p, 9).args, partial(int, base=2)("101"))
# expect: ((1, 2, 3), {'k': 'v', 'z': 1}) ((1, 2), {'k': 'over'}) True (1, 2) {'k': 'v'} ((1, 2, 9, 0), {'k': 'v'}) (1, 2, 9) 5
p.note = "attr"
print(p.note, callable(p), partial(print).func is print)  # expect: attr True True
for g in (lambda: partial(), lambda: partial(5), lambda: partial(f)(1)(2)):
    try:
        g()
    except TypeError as e:
        print(e)
# expect: type 'partial' takes at least one argument
# expect: the first argument must be callable
# expect: 'tuple' object is not callable
---
# partial repr and methods
from functools import partial, partialmethod
print(partial(int, "5", base=2), partial(len))
# expect: functools.partial(<class 'int'>, '5', base=2) functools.partial(<built-in function len>)
class Cell:
    def __init__(self): self.alive = False
    def set_state(self, s): self.alive = s
    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False)
c = Cell()
c.set_alive()
print(c.alive)  # expect: True
c.set_dead()
print(c.alive)  # expect: False
---
# reduce
from functools import reduce
import operator
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(operator.mul, range(1, 6)), reduce(lambda a, b: a + b, "abc"), reduce(max, [3, 9, 2]), reduce(lambda a, b: a, [], "initial"), reduce(operator.add, [1], 10), reduce(operator.add, [[1], [2]], []))
# expect: 6 120 abc 9 initial 11 [1, 2]
for f in (lambda: reduce(operator.add, []), lambda: reduce(operator.add, 5), lambda: reduce(operator.add), lambda: reduce(5, [1, 2])):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: reduce() of empty iterable with no initial value
# expect: reduce() arg 2 must support iteration
# expect: reduce expected at least 2 arguments, got 1
# expect: 'int' object is not callable
---
# lru_cache
from functools import lru_cache
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append(x)
    return x + y
print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info())
# expect: 1 1 2 3 1 [1, 2, 3, 1] CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
f.cache_clear()
print(f.cache_info(), f.__name__, f.__wrapped__(5), f.cache_parameters())
# expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) f 5 {'maxsize': 2, 'typed': False}
try:
    f([])
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
---
# lru_cache without arguments, typed and unbounded
from functools import lru_cache, cache
@lru_cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info())
# expect: 1548008755920 CacheInfo(hits=58, misses=61, maxsize=128, currsize=61)
@lru_cache(typed=True)
def t(x): return type(x).__name__
print(t(1), t(1.0), t(True), t.cache_info().currsize)  # expect: int float bool 3
@cache
def c(*args, **kw): return len(args), len(kw)
print(c(1), c(1, k=2), c(k=2), c.cache_info(), c.cache_parameters())
# expect: (1, 0) (1, 1) (0, 1) CacheInfo(hits=0, misses=3, maxsize=None, currsize=3) {'maxsize': None, 'typed': False}
---
# a cached exception is not cached
from functools import cache
n = 0
@cache
def f(x):
    global n
    n += 1
    if n == 1: raise ValueError("first time")
    return n
try:
    f(1)
except ValueError as e:
    print(e)  # expect: first time
print(f(1), f(1))  # expect: 2 2
---
# cached methods and cached_property
from functools import cached_property, lru_cache
class C:
    def __init__(self, n): self.n = n
    @cached_property
    def total(self):
        print("computing")
        return sum(range(self.n))
    @lru_cache
    def add(self, k): return self.n + k
c = C(5)
print(c.total, c.total, c.__dict__, c.add(1), c.add(1), C.add.cache_info().hits)
# expect: computing
# expect: 10 10 {'n': 5, 'total': 10} 6 6 1
del c.total
print(c.total, type(C.total).__name__, C.total.attrname)
# expect: computing
# expect: 10 cached_property total
class S:
    __slots__ = ()
    @cached_property
    def x(self): return 1
try:
    S().x
except TypeError as e:
    print(e)  # expect: No '__dict__' attribute on 'S' instance to cache 'x' property.
---
# wraps keeps the identity of a function
from functools import wraps, update_wrapper, WRAPPER_ASSIGNMENTS
def deco(f):
    @wraps(f)
    def wrapper(*args):
        "wrapper doc"
        return f(*args)
    return wrapper
@deco
def add(a: int, b: int) -> int:
    "adds"
    return a + b
add.extra = 1
print(add.__name__, add.__doc__, add.__wrapped__(1, 2), add.__annotations__, add.__qualname__, add(3, 4))
# expect: add adds 3 {'a': <class 'int'>, 'b': <class 'int'>, 'return': <class 'int'>} add 7
class Callable:
    def __call__(self): return "called"
print(update_wrapper(Callable(), add).__name__, "__name__" in WRAPPER_ASSIGNMENTS)  # expect: add True
---
# total_ordering
from functools import total_ordering
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.v < o.v if isinstance(o, V) else NotImplemented
print(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) != V(2), sorted([V(2), V(1)])[0].v)
# expect: True True True False True 1
try:
    V(1) <= 5
except TypeError as e:
    print(e)  # expect: '<=' not supported between instances of 'V' and 'int'
try:
    @total_ordering
    class Bad: pass
except ValueError as e:
    print(e)  # expect: must define at least one ordering operation: < > <= >=
---
# cmp_to_key
from functools import cmp_to_key
def by_length_then_reverse(a, b): return (len(a) > len(b)) - (len(a) < len(b)) or (a < b) - (a > b)
print(sorted(["b", "aa", "c", "a", "bb"], key=cmp_to_key(by_length_then_reverse)))
# expect: ['c', 'b', 'a', 'bb', 'aa']
nums = [3, 30, 34, 5, 9]
print("".join(map(str, sorted(nums, key=cmp_to_key(lambda a, b: int(f"{b}{a}") - int(f"{a}{b}"))))))
# expect: 9534330
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(2) == k(2), k(3) >= k(4), max([1, 5, 2], key=k), k(5).obj)
# expect: True True False 5 5
---
# singledispatch
from functools import singledispatch
@singledispatch
def show(x): return f"object {x!r}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return "list of " + ", ".join(map(show, x))
@show.register(str)
@show.register(bytes)
def _(x): return f"text {x!r}"
@show.register
def _(x: float | complex): return f"number {x}"
print(show(5), show(True), show([1, "a", None]), show(b"x"), show(1.5), show(1j), show({}), sep="; ")
# expect: int 5; int True; list of int 1, text 'a', object None; text b'x'; number 1.5; number 1j; object {}
print(show.dispatch(bool) is show.registry[int], show.dispatch(dict) is show.registry[object], sorted(c.__name__ for c in show.registry))
# expect: True True ['bytes', 'complex', 'float', 'int', 'list', 'object', 'str']
try:
    show()
except TypeError as e:
    print(e)  # expect: show requires at least 1 positional argument
---
# singledispatch follows the MRO and ABCs
from functools import singledispatch, singledispatchmethod
from collections.abc import Mapping, Sized
class A: pass
class B(A): pass
@singledispatch
def f(x): return "default"
f.register(A, lambda x: "A")
f.register(Mapping, lambda x: "mapping")
f.register(Sized, lambda x: "sized")
print(f(B()), f({}), f([]), f(5))  # expect: A mapping sized default
class C:
    @singledispatchmethod
    def m(self, x): return "other"
    @m.register
    def _(self, x: int): return "int"
    @m.register
    @classmethod
    def _(cls, x: str): return f"str {cls.__name__}"
print(C().m(1), C().m("a"), C().m(None))  # expect: int str C other
---
# composition with reduce and partial
from functools import reduce, partial
def pipe(*fs): return lambda x: reduce(lambda acc, f: f(acc), fs, x)
clean = pipe(str.strip, str.lower, lambda s: s.replace(" ", "-"))
print(clean("  Hello Big World "), pipe()(5))  # expect: hello-big-world 5
groups = reduce(lambda d, w: {**d, len(w): d.get(len(w), []) + [w]}, ["a", "bb", "c"], {})
print(groups)  # expect: {1: ['a', 'c'], 2: ['bb']}
---
# a class as what is wrapped; weak references to callables; cached_property asks before it calls
import functools, weakref
from collections import deque
@functools.wraps(type)
def make(): pass
print(make.__name__, make.__wrapped__ is type, make.__type_params__)  # expect: type True ()
try:
    type.__annotations__
except AttributeError as error:
    print(error)  # expect: type object 'type' has no attribute '__annotations__'
kept = functools.partial(print), functools.cache(len), deque(), memoryview(b""), make.__code__
print([weakref.ref(each)() is each for each in kept])  # expect: [True, True, True, True, True]
try:
    weakref.ref(str.join)
except TypeError as error:
    print(error)  # expect: cannot create weak reference to 'method_descriptor' object
class Fixed:
    __slots__ = ()
    @functools.cached_property
    def price(self): print("never")
try:
    Fixed().price
except TypeError as error:
    print(error)  # expect: No '__dict__' attribute on 'Fixed' instance to cache 'price' property.
---
# a partial in a class warns that it will become a method; its state comes back from four parts
import functools
import warnings

class Door:
    knock = functools.partial(print, "knock")
    ring = staticmethod(functools.partial(print, "ring"))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    Door().knock("knock")  # expect: knock knock
    Door().ring("ring")  # expect: ring ring
    Door.knock()  # expect: knock
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)
# expect: FutureWarning functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior 11

add = functools.partial(max, 1)
add.__setstate__((min, (7,), {"default": 3}, {"note": "smallest"}))
print(add, add.note, add.__reduce__()[2][1] is add.args)
# expect: functools.partial(<built-in function min>, 7, default=3) smallest True
for state in ((min, (), {}), (min, (), {}, {}, None), [min, (), {}, None]):
    try:
        add.__setstate__(state)
    except TypeError as error:
        print(error)
# expect: invalid partial state
# expect: invalid partial state
# expect: invalid partial state
---
# a cached call asks its arguments for their hash once
import functools

class Key:
    def __init__(self, name): self.name = name
    def __hash__(self):
        print("hash of", self.name)
        return 7

for limit in (None, 1):
    @functools.lru_cache(limit)
    def look(key): return key.name
    first = Key("a")
    print(look(first), look(first), look(Key("b")), look.cache_info())
# expect: hash of a
# expect: hash of a
# expect: hash of b
# expect: a a b CacheInfo(hits=1, misses=2, maxsize=None, currsize=2)
# expect: hash of a
# expect: hash of a
# expect: hash of b
# expect: a a b CacheInfo(hits=1, misses=2, maxsize=1, currsize=1)
