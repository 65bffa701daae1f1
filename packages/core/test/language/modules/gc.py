# finalizers of cycles, once each
import gc
class Node:
    def __init__(self, name):
        self.name = name
        self.other = self
    def __del__(self):
        print("gone", self.name)
gc.disable()
a = Node("a")
b = Node("b")
a.other, b.other = b, a
gc.collect()
print("still", a.name, b.name)
del a, b
gc.collect()
gc.collect()
print("end")
# expect: still a b
# expect: gone a
# expect: gone b
# expect: end
---
# resurrection: an object is finalized once
import gc
gc.disable()
kept = []
class Phoenix:
    def __init__(self):
        self.me = self
    def __del__(self):
        print("del")
        kept.append(self)
p = Phoenix()
del p
gc.collect()
print(len(kept), kept[0].me is kept[0])
kept.clear()
gc.collect()
print("end", len(kept))
# expect: del
# expect: 1 True
# expect: end 0
---
# what a finalizer raises goes to sys.unraisablehook
import gc, sys
gc.disable()
def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.object.__qualname__, unraisable.err_msg)
sys.unraisablehook = hook
class Bad:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        if self.n == 2:
            raise ValueError(self.n)
        print("fine", self.n)
for i in range(1, 4):
    Bad(i)
gc.collect()
print("end")
# expect: fine 1
# expect: ValueError 2 Bad.__del__ None
# expect: fine 3
# expect: end
---
# weak references to what nothing reaches are emptied, their callbacks called
import gc, weakref
gc.disable()
class Node:
    def __init__(self):
        self.me = self
def gone(reference):
    print("callback", reference is r, reference())
n = Node()
r = weakref.ref(n, gone)
plain = weakref.ref(n)
gc.collect()
print(r() is n, plain() is n)
del n
gc.collect()
print(r(), plain())
# expect: True True
# expect: callback True None
# expect: None None
---
# a callback comes before the finalizer, and not for a reference that is garbage too
import gc, weakref
gc.disable()
class Node:
    def __init__(self):
        self.me = self
    def __del__(self):
        print("del", r())
n = Node()
r = weakref.ref(n, lambda reference: print("callback"))
n.reference = weakref.ref(n, lambda reference: print("never"))
del n
gc.collect()
# expect: callback
# expect: del None
---
# what only a finalizable object holds is alive while it is finalized
import gc
gc.disable()
class Owner:
    def __init__(self):
        self.me = self
        self.things = {"x": [1, 2, 3]}
    def __del__(self):
        print(self.things["x"])
Owner()
gc.collect()
# expect: [1, 2, 3]
---
# generators, closures and frames keep what they use
import gc, weakref
gc.disable()
class Node:
    def __init__(self, name):
        self.name = name
        self.me = self
    def __del__(self):
        print("gone", self.name)
def generate():
    node = Node("in a generator")
    yield 1
    yield node.name
def closure():
    node = Node("in a closure")
    return lambda: node.name
def frame():
    node = Node("in a frame")
    gc.collect()
    print(node.name)
g = generate()
next(g)
f = closure()
frame()
gc.collect()
print(next(g), f())
del g, f
gc.collect()
# expect: in a frame
# expect: gone in a frame
# expect: in a generator in a closure
# expect: gone in a generator
# expect: gone in a closure
---
# WeakValueDictionary and WeakSet lose what nothing reaches
import gc, weakref
gc.disable()
class Node:
    def __init__(self):
        self.me = self
d = weakref.WeakValueDictionary()
s = weakref.WeakSet()
a, b = Node(), Node()
d["a"] = a
d["b"] = b
s.add(a)
s.add(b)
print(len(d), len(s))
del a
gc.collect()
print(sorted(d), len(s))
# expect: 2 2
# expect: ['b'] 1
---
# weakref.finalize
import gc, weakref
gc.disable()
class Node:
    def __init__(self):
        self.me = self
n = Node()
f = weakref.finalize(n, print, "finalized", 1)
print(f.alive)
del n
gc.collect()
print(f.alive)
# expect: True
# expect: finalized 1
# expect: False
---
# instances of classes derived from built-in types are finalized too
import gc
gc.disable()
def derived(*bases):
    class Derived(*bases):
        def __del__(self):
            print("gone", bases[0].__name__)
    return Derived
makers = [
    (list, [1]), (dict, {"a": 1}), (set, {1}), (frozenset, {1}), (tuple, [1]), (int, 5), (float, 1.5), (complex, 1j),
    (str, "text"), (bytes, b"x"), (bytearray, b"x"), (ValueError, "m"), (OSError, 2), (BaseException, 0),
    (StopIteration, 1), (type, "Name"), (enumerate, []), (zip, []),
]
for base, argument in makers:
    thing = derived(base)(argument, (), {}) if base is type else derived(base)(argument)
    print(base.__name__, isinstance(thing, base))
    del thing
    gc.collect()
# expect: list True
# expect: gone list
# expect: dict True
# expect: gone dict
# expect: set True
# expect: gone set
# expect: frozenset True
# expect: gone frozenset
# expect: tuple True
# expect: gone tuple
# expect: int True
# expect: gone int
# expect: float True
# expect: gone float
# expect: complex True
# expect: gone complex
# expect: str True
# expect: gone str
# expect: bytes True
# expect: gone bytes
# expect: bytearray True
# expect: gone bytearray
# expect: ValueError True
# expect: gone ValueError
# expect: OSError True
# expect: gone OSError
# expect: BaseException True
# expect: gone BaseException
# expect: StopIteration True
# expect: gone StopIteration
# expect: type True
# expect: gone type
# expect: enumerate True
# expect: gone enumerate
# expect: zip True
# expect: gone zip
---
# so are those of classes that derive from types of modules, and those made with keywords, by copying or unpickling
import collections, copy, gc
gc.disable()
def gone(self):
    print("gone", type(self).__name__)
for base, arguments in [
    (collections.OrderedDict, ()), (collections.defaultdict, (int,)), (collections.deque, ()), (collections.Counter, ("a",)),
]:
    one = type("A" + base.__name__, (base,), {"__del__": gone})(*arguments)
    del one
    gc.collect()
class Names(dict):
    __del__ = gone
one = Names(a=1)
two = copy.copy(one)
one = None
gc.collect()
print(two)
two = None
gc.collect()
class Number(int):
    def __new__(cls, text):
        return super().__new__(cls, text, base=16)
    __del__ = gone
n = Number("ff")
print(n + 1)
n = None
gc.collect()
class Stack(list):
    __del__ = gone
s = list.__new__(Stack)
s.append(s)
del s
gc.collect()
t = Stack.__new__(Stack, *[])
t.append(t)
del t
gc.collect()
print("end")
# expect: gone AOrderedDict
# expect: gone Adefaultdict
# expect: gone Adeque
# expect: gone ACounter
# expect: gone Names
# expect: {'a': 1}
# expect: gone Names
# expect: 256
# expect: gone Number
# expect: gone Stack
# expect: gone Stack
# expect: end
---
# an object that is given a class with a finalizer, and one that was finalized once
import gc
gc.disable()
class Plain: pass
class Final:
    def __del__(self):
        print("gone", self.name)
        kept.append(self)
kept = []
p = Plain()
p.name = "p"
p.me = p
p.__class__ = Final
del p
gc.collect()
print(len(kept), gc.is_finalized(kept[0]), gc.is_finalized(kept))
class Single(list):
    one = None
    name = "single"
    def __new__(cls):
        if cls.one is None:
            cls.one = super().__new__(cls)
        return cls.one
    __del__ = Final.__del__
Single()
s = Single.one
s.me = s
s = Single.one = None
gc.collect()
Single.one = kept[-1]
kept.clear()
Single() is Single.one
Single.one = None
gc.collect()
print("end", len(kept))
# expect: gone p
# expect: 1 True False
# expect: gone single
# expect: end 0
---
# an exception that was raised and caught is finalized once nothing holds it
import gc
gc.disable()
class Failed(Exception):
    def __del__(self):
        print("gone", self.args)
def fail(n):
    try:
        raise Failed(n)
    except Failed as error:
        print("caught", error)
        kept = error
for n in range(2):
    fail(n)
    gc.collect()
try:
    raise Failed("last") from Failed("cause")
except Failed as error:
    kept = error
gc.collect()
print("held", kept.__cause__)
kept = None
gc.collect()
# expect: caught 0
# expect: gone (0,)
# expect: caught 1
# expect: gone (1,)
# expect: held cause
# expect: gone ('last',)
# expect: gone ('cause',)
