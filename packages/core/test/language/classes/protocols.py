# container protocol
class Box:
    def __init__(self): self.d = {}
    def __len__(self): return len(self.d)
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter(self.d)
    def __reversed__(self): return iter(list(self.d)[::-1])
b = Box()
b["x"], b["y"] = 1, 2
b["x"] += 10
del b["y"]
b["z"] = 0
print(len(b), b["x"], "x" in b, "y" in b, list(b), list(reversed(b)))
# expect: 2 11 True False ['x', 'z'] ['z', 'x']
---
# what keys __getitem__ receives
class K:
    def __getitem__(self, k): return k
k = K()
print(k[1], k[1, 2], k[1:2], k[::], k[1:2, ...], k["a":"b":"c"], k[()], k[(1,)], k[-1], k[None:])
# expect: 1 (1, 2) slice(1, 2, None) slice(None, None, None) (slice(1, 2, None), Ellipsis) slice('a', 'b', 'c') () (1,) -1 slice(None, None, None)
---
# iteration falls back to __getitem__ with integers
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
s = Seq()
print(list(s), 20 in s, 5 in s, [*s], max(s))  # expect: [0, 10, 20] True False [0, 10, 20] 20
a, b, c = s
print(a, b, c, type(iter(s)).__name__)  # expect: 0 10 20 iterator
class Stops:
    def __getitem__(self, i):
        if i == 2: raise StopIteration
        return i
print(list(Stops()))  # expect: [0, 1]
---
# reversed uses __len__ and __getitem__
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return "abc"[i]
print(list(reversed(Seq())))  # expect: ['c', 'b', 'a']
class No:
    def __getitem__(self, i): return i
try:
    reversed(No())
except TypeError as e:
    print(e)  # expect: object of type 'No' has no len()
---
# __contains__ falls back to iteration, result becomes a bool
class A:
    def __iter__(self): return iter([1, 2])
class B:
    def __contains__(self, x): return "truthy"
class C:
    __contains__ = None
    def __iter__(self): return iter([1])
print(2 in A(), 3 in A(), 1 in B(), 1 not in B())  # expect: True False True False
try:
    1 in C()
except TypeError as e:
    print(e)  # expect: 'C' object is not a container
---
# identity counts as containment
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], (nan,) == (nan,), [nan].index(nan), [nan].count(nan))
# expect: True False True True 0 1
class Never:
    def __eq__(self, o): return False
n = Never()
print(n in [n], n == n, [n] == [n], [Never()] == [n])  # expect: True False True False
---
# an iterator class
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3)
print(next(c), list(c), list(c), next(c, "end"))  # expect: 3 [2, 1] [] end
for x in Countdown(2): print(x)
# expect: 2
# expect: 1
---
# an iterable makes fresh iterators
class Range:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n): yield i
r = Range(2)
print(list(r), list(r), [(a, b) for a in r for b in r])
# expect: [0, 1] [0, 1] [(0, 0), (0, 1), (1, 0), (1, 1)]
---
# __iter__ must return an iterator
class A:
    def __iter__(self): return [1]
class B:
    def __iter__(self): raise ValueError("no iteration")
class C: __iter__ = None
for k in (A, B, C):
    try:
        list(k())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError iter() returned non-iterator of type 'list'
# expect: ValueError no iteration
# expect: TypeError 'C' object is not iterable
---
# errors from __next__ come through
class Bad:
    def __iter__(self): return self
    def __next__(self): raise ValueError("next failed")
for f in (lambda: list(Bad()), lambda: [x for x in Bad()], lambda: sum(Bad()), lambda: (lambda *a: a)(*Bad()), lambda: dict(Bad())):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: next failed
# expect: next failed
# expect: next failed
# expect: next failed
# expect: next failed
---
# __call__
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, times=1): return (x + self.n) * times
a = Adder(5)
print(a(1), a(1, times=2), callable(a), list(map(a, [1, 2])), callable(Adder), callable(5))
# expect: 6 12 True [6, 7] True False
---
# __length_hint__ does not matter for the result
class It:
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return 1000
print(list(It()))  # expect: [1, 2]
import operator
print(operator.length_hint(It()), operator.length_hint(5, 3), operator.length_hint([1]))  # expect: 1000 3 1
---
# __missing__ in dict subclasses
class D(dict):
    def __missing__(self, k):
        print("missing", k)
        return k * 2
d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d)
# expect: missing b
# expect: 1 bb None False {'a': 1}
class Cache(dict):
    def __missing__(self, k):
        v = self[k] = k ** 2
        return v
c = Cache()
print(c[4], c[4], c)  # expect: 16 16 {4: 16}
---
# __format__, __str__ and __repr__
class V:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __format__(self, spec): return f"fmt({spec})"
v = V()
print(v, [v], f"{v} {v!r} {v!s} {v:x}", "%s %r" % (v, v), "{} {!r} {:abc}".format(v, v, v), format(v), format(v, "q"), str([v]))
# expect: str [repr] fmt() repr str fmt(x) str repr fmt() repr fmt(abc) fmt() fmt(q) [repr]
class R:
    def __repr__(self): return "only repr"
print(R(), str(R()), f"{R()}", format(str(R()), ">12"))  # expect: only repr only repr only repr    only repr
---
# __format__ must return a string
class V:
    def __format__(self, spec): return 5
for f in (lambda: f"{V()}", lambda: format(V()), lambda: "{}".format(V())):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: __format__ must return a str, not int
# expect: __format__ must return a str, not int
# expect: __format__ must return a str, not int
---
# __bytes__, __hash__, __sizeof__ style hooks
class B:
    def __bytes__(self): return b"raw"
print(bytes(B()))  # expect: b'raw'
class Bad:
    def __bytes__(self): return "text"
try:
    bytes(Bad())
except TypeError as e:
    print(e)  # expect: __bytes__ returned non-bytes (type str)
---
# __class_getitem__
class C:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
class D(C): pass
print(C[int], D[1, 2], D["x"])  # expect: C[<class 'int'>] D[(1, 2)] D[x]
try:
    C()[0]
except TypeError as e:
    print(e)  # expect: 'C' object is not subscriptable
---
# __index__ in slices and subscripts
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
xs = list(range(10))
print(xs[I(2)], xs[I(1):I(4)], "hello"[I(-1)], (1, 2, 3)[::I(2)], bytes(3)[I(0)], range(10)[I(3)])
# expect: 2 [1, 2, 3] o (1, 3) 0 3
xs[I(0)] = "set"
del xs[I(1):I(9)]
print(xs)  # expect: ['set', 9]
---
# context manager protocol on a class with state
class Transaction:
    def __init__(self, db): self.db = db
    def __enter__(self):
        self.backup = dict(self.db)
        return self.db
    def __exit__(self, kind, value, tb):
        if kind:
            self.db.clear()
            self.db.update(self.backup)
        return kind is ValueError
db = {"a": 1}
with Transaction(db) as d: d["b"] = 2
with Transaction(db) as d:
    d["c"] = 3
    raise ValueError
print(db)  # expect: {'a': 1, 'b': 2}
---
# __getattr__ on a class used as a fluent builder
class Path:
    def __init__(self, parts=()): self.parts = parts
    def __getattr__(self, name): return Path(self.parts + (name,))
    def __call__(self, **kw): return "/".join(self.parts) + ("?" + "&".join(f"{k}={v}" for k, v in kw.items()) if kw else "")
api = Path()
print(api.users.list(page=1), api.a.b.c())  # expect: users/list?page=1 a/b/c
---
# copying through __copy__ and __deepcopy__
import copy
class C:
    def __init__(self, v): self.v = v
    def __copy__(self): return C("copied")
    def __deepcopy__(self, memo): return C("deep")
print(copy.copy(C(1)).v, copy.deepcopy(C(1)).v, copy.deepcopy([C(1)])[0].v)  # expect: copied deep deep
---
# __instancecheck__ and __subclasscheck__
class Meta(type):
    def __instancecheck__(cls, o): return hasattr(o, "quack")
    def __subclasscheck__(cls, c): return hasattr(c, "quack")
class Duck(metaclass=Meta): pass
class Robot: quack = True
print(isinstance(Robot(), Duck), issubclass(Robot, Duck), isinstance(5, Duck), issubclass(int, Duck), isinstance(Robot(), (int, Duck)))
# expect: True True False False True
---
# __class__ as a property fools isinstance
class Fake:
    @property
    def __class__(self): return int
f = Fake()
print(isinstance(f, int), isinstance(f, Fake), type(f).__name__, f.__class__)
# expect: True True Fake <class 'int'>
---
# __getitem__ on type instances and generic subclass
class Stack(list):
    def push(self, x):
        self.append(x)
        return self
    def peek(self): return self[-1]
s = Stack([1]).push(2).push(3)
print(s, s.peek(), s.pop(), len(s), isinstance(s, list), type(s[:1]).__name__, type(s + [1]).__name__, type(s.copy()).__name__)
# expect: [1, 2] 3 3 2 True list list list
---
# dict subclass overriding __setitem__
class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
d = Upper(a=1)
d["b"] = 2
d.update(c=3)
d.setdefault("d", 4)
print(d)  # expect: {'a': 1, 'B': 2, 'c': 3, 'd': 4}
---
# sorting needs only __lt__
class P:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
    def __repr__(self): return f"P{self.v}"
print(sorted([P(1), P(3), P(2)]), max(P(1), P(2)) if hasattr(P, "__gt__") else 0, min([P(1), P(5)]))
# expect: [P3, P2, P1] P1 P5
---
# special methods that are bound by Python code: what their __get__ gives is called
from functools import partialmethod, singledispatchmethod
class Vector:
    @singledispatchmethod
    def __add__(self, other): return f"any {other}"
    @__add__.register
    def _(self, other: int): return f"int {other}"
    __call__ = partialmethod(lambda self, a, b: (a, b), 1)
    __getitem__ = partialmethod(lambda self, a, b: (a, b), 2)
    __len__ = partialmethod(lambda self, size: size, 3)
    __iter__ = partialmethod(lambda self, items: iter(items), "ab")
    __index__ = partialmethod(lambda self: 1)
    __getattr__ = partialmethod(lambda self, name: f"<{name}>")
    __setattr__ = partialmethod(lambda self, name, value: print("set", name, value))
v = Vector()
print(v + 1, v + "a", v(2), v[3], len(v), list(v), "xyz"[v], v.size, sep="; ")
# expect: int 1; any a; (1, 2); (2, 3); 3; ['a', 'b']; y; <size>
v.size = 4  # expect: set size 4
class Everyone:
    @property
    def __iter__(self): return lambda: iter("no")
    @classmethod
    def __call__(cls, x): return cls.__name__, x
    @classmethod
    def __new__(*args): return args if len(args) > 2 else object.__new__(args[0])
print(list(Everyone()), Everyone()(1), Everyone(5) == (Everyone, Everyone, 5))
# expect: ['n', 'o'] ('Everyone', 1) True
---
# a proxy by __getattribute__ counts as an instance of what it stands for
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_target", target)
    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, "_target"), name)
class Thing: pass
print(isinstance(Proxy(Thing()), Thing), isinstance(Proxy(Thing()), (int, Thing)), isinstance(Proxy(1), Thing))
# expect: True True False
class Shy:
    @property
    def __class__(self): raise AttributeError("no class")
print(isinstance(Shy(), Thing))  # expect: False
---
# isinstance believes what __getattribute__ says of __class__
class Posing:
    def __getattribute__(self, name): return int if name == "__class__" else object.__getattribute__(self, name)
class Broken:
    def __getattribute__(self, name): raise AttributeError(name)
print(isinstance(Posing(), int), isinstance(Posing(), (str, Posing)), isinstance(Posing(), str), type(Posing()).__name__)
# expect: True True False Posing
print(isinstance(Broken(), int), isinstance(Broken(), Broken))  # expect: False True
---
# special methods that the class has behind a descriptor written in Python
class Lent:
    def __init__(self, method): self.method = method
    def __get__(self, owner, cls=None): return self.method
def made(**methods): return type("Made", (), {name: Lent(method) for name, method in methods.items()})
m = made(__str__=lambda: "text", __int__=lambda: 3, __bool__=lambda: False, __len__=lambda: 2, __iter__=lambda: iter("ab"),
    __add__=lambda other: ("add", other), __radd__=lambda other: ("radd", other), __getitem__=lambda key: key,
    __call__=lambda *args, **named: (args, named), __eq__=lambda other: "same", __hash__=lambda: 7, __neg__=lambda: -1)()
print(str(m), int(m), bool(m), len(m), list(m), m + 1, 1 + m, m["k"], m(1, b=2), m == 1, hash(m), -m, f"{m}")
# expect: text 3 False 2 ['a', 'b'] ('add', 1) ('radd', 1) k ((1,), {'b': 2}) same 7 -1 text
print(made(__getattr__=lambda name: name * 2)().go, made(__class_getitem__=lambda key: [key])[1])
# expect: gogo [1]
class Counted:
    @property
    def __len__(self): return lambda: 9
    @property
    def __call__(self): return lambda *args: args
print(len(Counted()), Counted()(1, 2))  # expect: 9 (1, 2)
async def main():
    async def enter(): return "in"
    async def leave(*args): print("out", args)
    async with made(__aenter__=enter, __aexit__=leave)() as inside:
        print(inside)
    async def step(): raise StopAsyncIteration
    print([each async for each in made(__aiter__=lambda: made(__anext__=step)())()])
try:
    main().send(None)
except StopIteration:
    pass
# expect: in
# expect: out (None, None, None)
# expect: []
---
# != asks __ne__ also where __eq__ is inherited; a class whose __bool__ is None has no truth
class Always:
    def __ne__(self, other): return "different"
one = Always()
print(one != 1, 1 != one, one != one, one == one, [one] != [1])
# expect: different different different True True
class Neither:
    __bool__ = None
try:
    print(bool(Neither()))
except TypeError as error:
    print(error)  # expect: 'NoneType' object is not callable
---
# objects that only have __bases__ are classes to isinstance and issubclass
class Kind:
    def __init__(self, *bases):
        self.__bases__ = bases
thing = Kind()
animal = Kind(thing)
dog = Kind(Kind(), animal)
number = Kind(int)
class Rex:
    @property
    def __class__(self):
        return dog
print(issubclass(dog, thing), issubclass(thing, dog), issubclass(dog, dog), issubclass(number, int), issubclass(int, thing))
# expect: True False True True False
print(isinstance(Rex(), thing), isinstance(Rex(), number), isinstance(Rex(), (int, animal)), isinstance(3, thing))
# expect: True False True False
class Broken:
    def __init__(self, error):
        self.error = error
    @property
    def __bases__(self):
        raise self.error
listed = Kind()
listed.__bases__ = [thing]
for wrong in (
    lambda: issubclass(listed, thing),
    lambda: issubclass(thing, listed),
    lambda: isinstance(Rex(), listed),
    lambda: issubclass(Broken(AttributeError("hidden")), thing),
    lambda: issubclass(thing, Broken(ValueError("shown"))),
    lambda: isinstance(1, Broken(ValueError("shown"))),
    lambda: issubclass(5, thing),
):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError issubclass() arg 1 must be a class
# expect: TypeError issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError issubclass() arg 1 must be a class
# expect: ValueError shown
# expect: ValueError shown
# expect: TypeError issubclass() arg 1 must be a class
